"""A small run, made by hand: two villages, a school, two years, a council that has something to decide."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import AddsUp, Choice, Choices, Counted, Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.indicators import Asked, Clause, Indicator, Phase, Ratio, Target
from learnsoc_xlsx.model.law.kinds import Candidates, Subject
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Outcome, Reason, Verdict
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.model.returns.submissions import Fate, Ledger, Missing, RowOutcome, Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.model.run import Run

DONG, TAY, SCHOOL, COMMUNE = "v-dong", "v-tay", "s-th", "commune"
FILES = {
    (DONG, 2025): "2025/Thôn Đông #1.xlsx",
    (DONG, 2026): "2026/Thôn Đông.xlsx",
    (SCHOOL, 2026): "2026/Trường.xlsx",
}

TOTAL = Indicator("households_total", "Tổng số hộ", "hộ", "II.5", AddsUp.STOCK, Asked(("village",)), headline=True)
REACHED = Indicator(
    "households_recognised", "Số hộ đạt", "hộ", "II.5", AddsUp.STOCK, Asked(("village",)), headline=True
)
SHARE = Indicator(
    "households_share",
    "Gia đình học tập: đạt / tổng số hộ",
    "%",
    "II.5",
    AddsUp.SHARE,
    Ratio(REACHED.id, TOTAL.id),
    headline=True,
)
TALKS = Indicator(
    "sessions", "Số buổi tuyên truyền", "buổi", "II.1", AddsUp.FLOW, Asked(("village", "school")), headline=True
)
LISTED = Indicator("listed", "Số hộ trong danh sách", "hộ", "II.5", AddsUp.STOCK, Counted("households"))
INDICATORS = (TALKS, TOTAL, REACHED, SHARE, LISTED)

CONTRIBUTION = Choices("contribution", (Choice("labour", "Công sức"), Choice("money", "Vật chất")))
HOUSEHOLDS = Sheet(
    "households", "Gia đình", "Danh sách gia đình", SheetKind.LIST,
    (
        Field("head", "Họ và tên chủ hộ", Kind.TEXT, width=28, identity=True),
        Field("people", "Số khẩu", Kind.COUNT),
        Field("score", "Điểm", Kind.SCORE),
        Field("recognised", "Đạt", Kind.MARK),
        Field("since", "Ngày công nhận", Kind.DATE),
        Field("gift", "Đóng góp", Kind.CHOICE, choices=CONTRIBUTION),
    ),
    form="village",
)  # fmt: skip
SHEET_OF_FIGURES = Sheet(
    "indicators",
    "Chỉ tiêu",
    "Chỉ tiêu",
    SheetKind.FIXED,
    (Field("sessions", "Số buổi", Kind.COUNT, adds_up=AddsUp.FLOW),),
    form="village",
)
FORMS = (
    Form("village", "01", "Thôn", ("village",), (SHEET_OF_FIGURES, HOUSEHOLDS), year=2026),
    Form("school", "02", "Trường", ("school",), (SHEET_OF_FIGURES,), year=2026),
)


def a_run(inbox: Path, **changes: Any) -> Run:
    """Return the run; `changes` replace its attributes."""
    whole: dict[str, Any] = {
        "as_of": date(2026, 12, 20),
        "written_on": date(2026, 12, 20),
        "sample": True,
        "inbox": inbox,
        "commune": COMMUNE,
        "register": _register(),
        "forms": FORMS,
        "submissions": _submissions(),
        "tables": (households(3),),
        "findings": _findings(),
        "outcomes": (RowOutcome(1, "village.households", "Gia đình", 9, Fate.REJECTED, remark="R07: dòng thiếu tên chủ hộ"),),
        "missing": (Missing(TAY, "village", 2026, date(2026, 11, 30), "missing"), Missing(SCHOOL, "school", 2026, date(2026, 11, 30), "late", date(2026, 12, 2))),
        "indicators": INDICATORS,
        "clauses": (Clause("II.1", "Tuyên truyền"), Clause("II.5", "Các mô hình học tập")),
        "phases": (
            Phase("phase-1", "giai đoạn 1 (2024–2025)", 2024, 2025, "V.1", "giai_doan_1"),
            Phase("phase-2", "giai đoạn 2 (2026–2030)", 2026, 2030, "V.2", "giai_doan_2"),
        ),
        "targets": (Target(SHARE.id, 2030, Fraction(70), "Quyết định 387/QĐ-TTg", False),),
        "figures": tuple(_figures()),
        "rounds": _rounds(),
        "awards": (Award("village", 2, "Khen thưởng thôn", "III.1.2", Subject.COLLECTIVE, Candidates.UNITS, ("village",), "", (), (), (), ()),),
        "verdicts": _verdicts(),
        "local_numbers": (Quantity("village.sessions", Fraction(4), "Danh bạ, trang Ngưỡng", False, True, "Số buổi tuyên truyền ít nhất"),),
    }  # fmt: skip
    return Run(**whole | changes)


def households(count: int) -> Table:
    """Return an accepted list of Thôn Đông, 2026, the first name a formula in disguise."""
    names = ["=1+1", "Nguyễn Văn <An> & con", "Trần Thị Bình", *(f"Chủ hộ {number}" for number in range(4, count + 1))][
        :count
    ]
    rows = pd.DataFrame({
        "submission": pd.Series([1] * count, dtype="Int64"),
        "row": pd.Series(range(7, 7 + count), dtype="Int64"),
        "head": pd.Series(names, dtype="string"),
        "people": pd.Series([4, None, *[3] * (count - 2)], dtype="Int64"),
        "score": pd.Series([8550, None, *[9000] * (count - 2)], dtype="Int64"),
        "recognised": pd.Series([True, False, *[None] * (count - 2)], dtype="boolean"),
        "since": pd.Series([date(2026, 5, 13).toordinal(), None, *[None] * (count - 2)], dtype="Int64"),
        "gift": pd.Series(["labour", None, *["money"] * (count - 2)], dtype="string"),
    })  # fmt: skip
    anchors = dict(zip(("head", "people", "score", "recognised", "since", "gift"), "BCDEFG", strict=True))
    return Table(HOUSEHOLDS, rows, {1: Layout(FILES[DONG, 2026], "Gia đình", anchors)})


def _register() -> Register:
    early = Profile(
        date(2020, 1, 1),
        COMMUNE,
        "UBND huyện Ninh Giang",
        "UBND xã Ninh Hải",
        "Ninh Hải",
        "CHỦ TỊCH",
        "Nguyễn Văn A",
        None,
        None,
    )
    late = Profile(
        date(2025, 7, 1), COMMUNE, "UBND thành phố Hải Phòng", "UBND xã Khúc Thừa Dụ", "Khúc Thừa Dụ",
        "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Đào Thị Mẫu", "Hội đồng Thi đua - Khen thưởng xã", "VT, TTHTCĐ",
    )  # fmt: skip
    units = (
        Unit(COMMUNE, "commune", "Xã Khúc Thừa Dụ", None, None, None, None, None, None),
        Unit(DONG, "village", "Thôn Đông", COMMUNE, "dong@example.vn", None, None, None, None),
        Unit(TAY, "village", "Thôn Tây", COMMUNE, None, None, None, None, None),
        Unit(SCHOOL, "school", "Trường Tiểu học", COMMUNE, None, None, None, None, None),
    )
    return Register("danh_ba.xlsx", (early, late), units)


def _submissions() -> tuple[Submission, ...]:
    ledger = (Ledger("village.households", "Gia đình", 4, 3, 1, 0),)
    return (
        Submission(
            0,
            FILES[DONG, 2025],
            "a" * 64,
            1,
            Status.ACCEPTED,
            Stamp("village", "2025.1", 2025),
            DONG,
            date(2025, 11, 20),
            tables=ledger,
        ),
        Submission(
            1,
            FILES[DONG, 2026],
            "b" * 64,
            1,
            Status.ACCEPTED_WITH_FINDINGS,
            Stamp("village", "2026.1", 2026),
            DONG,
            date(2026, 11, 20),
            tables=ledger,
        ),
        Submission(
            2,
            FILES[SCHOOL, 2026],
            "c" * 64,
            1,
            Status.ACCEPTED,
            Stamp("school", "2026.1", 2026),
            SCHOOL,
            date(2026, 12, 2),
        ),
        Submission(
            3,
            "2026/hỏng.xlsx",
            "d" * 64,
            1,
            Status.REFUSED,
            Stamp("village", "2026.1", 2026),
            TAY,
            refusal=Finding(Code.UNREADABLE, Place("2026/hỏng.xlsx"), 3),
        ),
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(Code.SAME_FILE, Place("2026/Trường.xlsx"), other="bản khác.xlsx", unit=SCHOOL, year=2026, submission=2),
        Finding(
            Code.NOT_A_COUNT,
            Place(FILES[DONG, 2026], "Chỉ tiêu", "D9"),
            given="=ba mươi",
            unit=DONG,
            year=2026,
            field="sessions",
            submission=1,
        ),
    )


def _figures() -> list[Figure]:
    made = []
    for year, values in ((2025, {TOTAL: 100, REACHED: 60, TALKS: 3}), (2026, {TOTAL: 1200, REACHED: 800, TALKS: 5})):
        period = str(year)
        for indicator, value in values.items():
            origin = (Origin(Place(FILES[DONG, year], "Chỉ tiêu", "D8"), DONG, year, value),)
            made.append(Figure(indicator.id, "unit", DONG, period, value, origins=origin))
            made.append(Figure(indicator.id, "unit", TAY, period, None, reported=0))
            made.append(Figure(indicator.id, "commune", COMMUNE, period, value, reported=1, expected=2, origins=origin))
        for scope, body in (("unit", DONG), ("commune", COMMUNE)):
            top, bottom = values[REACHED], values[TOTAL]
            made.append(
                Figure(SHARE.id, scope, body, period, Fraction(100 * top, bottom), "own", top, bottom, 1, 2, origin)
            )
        made.append(Figure(SHARE.id, "unit", TAY, period, None, reported=0))
    span = Origin(Place(FILES[DONG, 2026], "Gia đình", "B7:B9"), DONG, 2026, 3, 3, "village.households")
    made.append(Figure(LISTED.id, "unit", DONG, "2026", 3, origins=(span,)))
    made.append(Figure(LISTED.id, "commune", COMMUNE, "2026", 3, reported=1, expected=2, origins=(span,)))
    made.append(
        Figure(
            TALKS.id,
            "unit",
            SCHOOL,
            "2026",
            2,
            origins=(Origin(Place(FILES[SCHOOL, 2026], "Chỉ tiêu", "D8"), SCHOOL, 2026, 2),),
        )
    )
    for phase, value in (("phase-1", 3), ("phase-2", 5)):
        made.append(Figure(TALKS.id, "commune", COMMUNE, phase, value, reported=1, expected=2))
        made.append(Figure(TALKS.id, "unit", DONG, phase, value))
    return made


def _rounds() -> tuple[HeldRound, ...]:
    return (
        HeldRound("annual-2026", "Khen thưởng năm 2026", "annual", "III.2.1", "Theo quy định", 2026, 2026, (2026,), date(2026, 12, 15), ("village",)),
        HeldRound("upward-2026", "Đề nghị cấp trên năm 2026", "upward", "VII.1.b", "Đề nghị", 2026, 2026, (2026,), date(2026, 12, 15), ("village",), upward=True),
        HeldRound("interim-2025", "Sơ kết 2025", "interim", "III.2.2", "Giấy khen", 2025, 2025, (2025,), date(2025, 12, 15), ("village",), "phase-1"),
        HeldRound("final-2030", "Tổng kết 2030", "final", "III.2.2", "Giấy khen", 2030, 2030, (2026,), date(2026, 12, 15), ("village",), "phase-2", True, forecast=True),
    )  # fmt: skip


def _verdicts() -> tuple[Verdict, ...]:
    met = Reason(
        "III.1.2.a",
        "Số buổi tuyên truyền",
        "5",
        "ít nhất 4",
        True,
        TALKS.id,
        2026,
        (Place(FILES[DONG, 2026], "Chỉ tiêu", "D8"),),
        True,
        False,
    )
    unknown = Reason("III.1.2.c", "Danh hiệu Cộng đồng học tập", "chưa có số", "đã được công nhận", None, "", 2026)
    bonus = Bonus(1_410_000, "2 × 0,3 × 2.340.000, làm tròn", False)
    keys = (("Gia đình học tập (%)", Fraction(200, 3)),)
    return tuple(
        verdict
        for held in ("annual-2026", "interim-2025", "final-2030")
        for verdict in (
            Verdict(held, "village", 2, Subject.COLLECTIVE, TAY, "Thôn Tây", "Thôn Tây", Outcome.UNDECIDED, None, (), (unknown,), "Thiếu báo cáo của Thôn Tây.", provisional=held == "final-2030", forecast=held == "final-2030"),
            Verdict(held, "village", 2, Subject.COLLECTIVE, DONG, "Thôn Đông", "Thôn Đông", Outcome.RECOMMENDED, 1, keys, (met,), "Đủ điều kiện, hạng 1.", bonus, provisional=held == "final-2030", forecast=held == "final-2030"),
        )
    )  # fmt: skip
