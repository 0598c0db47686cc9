"""What people type into cells: spellings that must be taken as they are meant, and those that must be asked back."""

import unicodedata
from datetime import date, datetime

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.vietnamese.legacy.legacy import to_tcvn3, to_vni
from tests.mutations.changes import put, retype
from tests.mutations.mutation import EVERY, WITH_PEOPLE, Mutation
from tests.mutations.paper import LIST, PEOPLE, At, Span
from tests.mutations.returns import NOTE

ATTENDANCES = At("indicators", "communication_attendances")
FUND = At("indicators", "fund_opening")
SCORE = At(PEOPLE, "cdht_a1", 1)
YES, NO = At("nominations", "leader", 0), At("nominations", "leader", 1)
REPORT_DATE = At("cover", "report_date")
BORN = At(PEOPLE, "birth_year", 0)
GROUP = At(PEOPLE, "subject_group", 0)
TEXT = At("funds", "used_for", 1)
COUNT, MONEY = At("indicators", "learning_week_activities"), At("funds", "mobilised", 1)


def _taken(at: At, meant: str, *spellings: object, forms: tuple[str, ...] = EVERY) -> tuple[Mutation, ...]:
    """Spellings of the figure that stands in the faultless return: nothing is said and nothing changes."""
    return tuple(Mutation(f"{meant} as {spelling!r}", (put(at, spelling),), forms=forms) for spelling in spellings)


def _asked(at: At, code: Code, *spellings: object, forms: tuple[str, ...] = EVERY) -> tuple[Mutation, ...]:
    """Spellings that cannot be taken: the cell is blamed and left empty, and nothing else changes."""
    return tuple(
        Mutation(
            f"{spelling!r} in {at.sheet} asked back ({code.code})", (put(at, spelling),), code, at, forms, loses=(at,)
        )
        for spelling in spellings
    )


ACCEPTED = (
    *_taken(ATTENDANCES, "1250", "1250", "1.250", "1 250", "1,250", "1.250 người", "1250 lượt", "１２５０", "1\u00a0250", "  1250 ", "'1250", "+1250", "1.250,0", 1250.0, "1\u200b250"),
    *_taken(FUND, "5 million", "5.000.000", "5,000,000", "5 000 000", "5.000.000đ", "5.000.000 đồng", "5.000.000 VNĐ", "5.000.000 ₫", "5.000.000₫", "₫5.000.000", "VND 5,000,000", "5.000.000,00 ₫"),
    *_taken(SCORE, "7,5", "7,5", "7.5", "7,50", "7,5 ", forms=WITH_PEOPLE),
    *_taken(YES, "yes", "X", "có", "Có", "co", "✓", "đạt", "Đ", "v", "√", True, 1, forms=WITH_PEOPLE),
    *_taken(NO, "no", "k", "Không", "KHÔNG", "khong", "K", "chưa", "-", "0", False, 0, forms=WITH_PEOPLE),
    *_taken(REPORT_DATE, "5/11/2026", "5/11/2026", "05-11-2026", "5.11.2026", "05/11/2026 ", "ngày 5 tháng 11 năm 2026", "Tân Học, ngày 05 tháng 11 năm 2026", "2026-11-05", datetime(2026, 11, 5, 8, 30), 46331, "2026-11-05T08:30:00+07:00", "2026-11-04T20:30:00Z", "2026-11-05 08:30:00", "05/11/2026 08:30", "5/11/2026 8h30", "08:30 05/11/2026", "05/11/2026 08:30:15 SA"),
    *_taken(BORN, "1970", "1970", "năm 1970", "12/3/1970", 1970.0, date(1970, 3, 12), forms=WITH_PEOPLE),
    *_taken(GROUP, "a choice", "nông dân, lao động nông thôn", "NÔNG DÂN", "Nông dân ", "nông dân", "Lao  động nông thôn", forms=WITH_PEOPLE),
    *_taken(TEXT, "a text", unicodedata.normalize("NFD", NOTE), NOTE.replace("Đ", "\u00d0"), NOTE.replace("Đ", "\u0189"), NOTE.replace(" ", "\u00a0"), NOTE.replace("g", "g\u200b"), f"\ufeff{NOTE} ", NOTE.replace(" ", "\n")),
)  # fmt: skip

REFUSED = (
    *_asked(COUNT, Code.NOT_A_COUNT, "bốn", "12/15", "3,5", 3.5, "1e5", "khoảng 20", "12%", "85%", "85 %", 0.85, "12 và 3", "?", "1.23.4", "٣", "4k", "24 tr", "2 triệu", "1.234k", "5 đồng", True, date(2026, 3, 12)),
    *_asked(COUNT, Code.TOO_SMALL, "-3", -3, "−3"),
    *_asked(MONEY, Code.NOT_MONEY, "hai trăm nghìn", "một ít", "500.000 / quý", "500k-700k", "5 vạn", "5 hộ", 10**16),
    *_asked(MONEY, Code.AMBIGUOUS_NUMBER, "1.234 triệu"),
    *_asked(MONEY, Code.TOO_SMALL, -50_000),
    *_asked(SCORE, Code.NOT_A_SCORE, "8k", "8 đồng", "giỏi", "8 rưỡi", "8/10", forms=WITH_PEOPLE),
    *_asked(SCORE, Code.AMBIGUOUS_NUMBER, "7.125", "7,125", forms=WITH_PEOPLE),
    *_asked(SCORE, Code.TOO_PRECISE, 7.333, "7,3333", forms=WITH_PEOPLE),
    *_asked(YES, Code.NOT_A_MARK, "hình như có", "?", "xx?", 5, "2 lần", forms=WITH_PEOPLE),
    *_asked(BORN, Code.NOT_A_YEAR, "năm ngoái", "70s", 197, forms=WITH_PEOPLE),
    *_asked(REPORT_DATE, Code.NOT_A_DATE, "31/02/2026", "12/31/2026", "hôm qua", "5/11", "00/11/2026"),
    *_asked(GROUP, Code.NOT_IN_LIST, "Nông dâm", "Bác sĩ", 3, forms=WITH_PEOPLE),
)  # fmt: skip

DOUBTED = (
    *(
        Mutation(f"{spelling!r} taken as money, and shown", (put(FUND, spelling),), Code.SCALE_READ, FUND)
        for spelling in ("5 triệu", "5tr", "5 triệu đồng", "5 triệu ₫", "5000 nghìn đồng", "5000k", "0,005 tỷ")
    ),
    *(
        Mutation(f"{spelling!r} taken, and shown", (put(REPORT_DATE, spelling),), Code.DATE_IN_DOUBT, REPORT_DATE)
        for spelling in ("5/11/26", "5.11.26", "46331")
    ),
    Mutation("a year that only a serial number can be", (put(BORN, "19700"),), Code.DATE_IN_DOUBT, BORN, WITH_PEOPLE, loses=(BORN,)),
    Mutation("a month for a day", (put(REPORT_DATE, "11/2026"),), Code.DATE_IN_DOUBT, REPORT_DATE, loses=(REPORT_DATE,)),
)  # fmt: skip

UNSEEN = (
    Mutation("a character that XML forbids", (put(TEXT, NOTE.replace("g", "g\uffff")),), Code.FORBIDDEN_CHARACTER, TEXT),
    Mutation("a character that XML forbids, escaped", (put(TEXT, NOTE.replace("g", "g_x0002_")),), Code.FORBIDDEN_CHARACTER, TEXT),
)  # fmt: skip

SECOND = At(PEOPLE, row=1)
SEVERAL = tuple(
    Mutation(f"two names as {typed!r}", (put(SECOND, typed),), Code.SEVERAL_NAMES, SECOND, WITH_PEOPLE, loses=(At(PEOPLE, row=1, span=Span.ROW),))
    for typed in ("Trần Văn Bình\nLê Thị Hòa", "Trần Văn Bình, Lê Thị Hòa", "Trần Văn Bình; Lê Thị Hòa", "Trần Văn Bình và Lê Thị Hòa", "Trần Văn Bình/Lê Thị Hòa")
)  # fmt: skip

LEGACY: tuple[Mutation, ...] = (
    Mutation("a text in TCVN3", (retype(TEXT, to_tcvn3),), Code.LEGACY_TEXT, TEXT),
    Mutation("a text in VNI", (retype(TEXT, to_vni),), Code.LEGACY_TEXT, TEXT),
    Mutation("a name in TCVN3", (retype(At(LIST, row=1), to_tcvn3),), Code.LEGACY_TEXT, At(LIST, row=1)),
    Mutation("a mark in TCVN3", (put(NO, to_tcvn3("không")),), forms=WITH_PEOPLE),
    Mutation("a mark in TCVN3 that is a syllable in Unicode too", (put(YES, to_tcvn3("có")),), Code.NOT_A_MARK, YES, WITH_PEOPLE, loses=(YES,)),
    Mutation("a choice in TCVN3", (retype(GROUP, to_tcvn3),), forms=WITH_PEOPLE),
)  # fmt: skip

_ERROR_WORDS = ("#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "Err:502", "Err:522")  # fmt: skip
FORMULAS = (
    *_asked(COUNT, Code.ERROR_VALUE, *_ERROR_WORDS),
    *_asked(TEXT, Code.ERROR_VALUE, *_ERROR_WORDS),
    *_asked(COUNT, Code.NO_RESULT, "=1+1"),
    *_asked(COUNT, Code.PICTURE_IN_CELL, '=_xlfn.IMAGE("https://a.vn/1.png")', '=_xlfn.DISPIMG("ID_1",1)'),
    *_asked(TEXT, Code.NO_RESULT, '=CONCATENATE("a","b")'),
    *_asked(MONEY, Code.NO_RESULT, "=SUM(C7:C8)"),
)

VALUES = ACCEPTED + REFUSED + DOUBTED + UNSEEN + SEVERAL + LEGACY + FORMULAS
