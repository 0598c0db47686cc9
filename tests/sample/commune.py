"""The made-up commune itself: its units through the years, and the rows of its register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tests.made_up.register import COMMUNE, choices, profile, register_of, unit
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows

RENAMED = date(2025, 7, 1)
CLOSING = date(2026, 12, 5)
FIRST = 2024
"""The first year that is reported."""
MERGED_SIZE = 214 + 117
"""Households of Thôn Thượng from 2026 on, with those of Thôn Trại."""


def grown(sender: Sender, year: int) -> Sender:
    """Return a unit at its size of a year: Thôn Thượng takes over Thôn Trại in 2026."""
    return replace(sender, size=MERGED_SIZE) if sender.id == "T03" and year >= 2026 else sender


_UNITS = (
    Sender("T01", "village", "Thôn Đông Hòa", 268),
    Sender("T02", "village", "Thôn Đoài", 301),
    Sender("T03", "village", "Thôn Thượng", 214),
    Sender("T04", "village", "Thôn Hạ", 322),
    Sender("T05", "village", "Thôn Mỹ Thủy", 289),
    Sender("T06", "village", "Thôn Quý Khê", 198),
    Sender("T07", "village", "Thôn Trại", 117, until=2025),
    Sender("S01", "school", "Trường Mầm non Tân Học", 34, level="preschool"),
    Sender("S02", "school", "Trường Tiểu học Tân Học", 31, level="primary"),
    Sender("S03", "school", "Trường THCS Tân Học", 28, level="lower_secondary"),
    Sender("D01", "department", "Hội Khuyến học xã", 9),
    Sender("D02", "department", "Ủy ban Mặt trận Tổ quốc xã", 7),
    Sender("D03", "department", "Hội Liên hiệp Phụ nữ xã", 8),
    Sender("D04", "department", "Hội Nông dân xã", 8),
    Sender("D05", "department", "Hội Cựu chiến binh xã", 6),
    Sender("D06", "department", "Đoàn Thanh niên xã", 11),
    Sender("D07", "department", "Văn phòng Ủy ban nhân dân xã", 19),
    Sender("D08", "department", "Trạm Y tế xã", 10),
    Sender("E01", "enterprise", "Công ty TNHH May Tân Phúc", 64),
    Sender("E02", "enterprise", "Hợp tác xã Nông nghiệp Tân Học", 22),
    Sender("E03", "enterprise", "Công ty Cổ phần Gốm Hạ", 41),
    Sender("E04", "enterprise", "Doanh nghiệp tư nhân Xây dựng Đông Hòa", 18),
    Sender("C01", "centre", "Trung tâm học tập cộng đồng xã", 0),
    Sender("B01", "office", "Bộ phận chuyên môn xã", 0, since=2025),
)
UNITS = tuple(replace(sender, cohort=at) for at, sender in enumerate(_UNITS))
"""Neighbours in this list have no people born in the same year."""
BY_ID = {sender.id: sender for sender in UNITS}
STRANGER = replace(BY_ID["T01"], id="", name="Thôn Không Tên", cohort=len(UNITS))
"""A village of no register."""
ALIASES = {
    "T02": "Đoài; thôn Đoài Thượng",
    "S01": "MN Tân Học; Trường MN",
    "D03": "Hội PN xã; Hội Phụ nữ xã",
    "D02": "MTTQ xã",
}
PROFILES = [
    profile(date(2020, 1, 1), "huyện Hồng Lạc", "Tân Học", "Lê Mẫu Một", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", council="Hội đồng Thi đua - Khen thưởng xã Tân Học", archive="VT, TTHTCĐ"),
    profile(RENAMED, "thành phố Đông Giang", "Hồng Phúc", "Trần Mẫu Hai", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", council="Hội đồng Thi đua - Khen thưởng xã Hồng Phúc", archive="VT, TTHTCĐ"),
]  # fmt: skip

OF_COMMUNE: Row = {
    "learning_commune.citizens_share": 40,
    "learning_commune.households_share": 65,
    "learning_commune.clans_share": 60,
    "learning_commune.villages_share": 60,
    "learning_commune.units_share": 70,
}
"""What this commune holds its own shares against: numbers of nobody's law."""


def register() -> Rows:
    """Return the rows of the register by sheet."""
    target: Row = {"indicator": "households_share", "year": 2026, "at_least": 72, "source": "Nghị quyết HĐND xã (ví dụ)"}  # fmt: skip
    with_a_deadline = ("village", "enterprise", "centre", "office")
    chosen = choices(with_a_deadline, "Biên bản họp Hội đồng (ví dụ)", "Công văn của xã (ví dụ)")
    chosen["thresholds"] += [{"key": key, "value": value, "source": "Số ví dụ"} for key, value in OF_COMMUNE.items()]
    return (
        register_of(CLOSING, PROFILES, [*_above(), *_below()], return_to="baocao@vi-du.invalid", contact="Bà Mẫu, 0900 000 000")
        | chosen
        | {"targets": [target], "papers": list(_papers()), "fund": list(_fund())}
    )  # fmt: skip


def _papers() -> Iterator[Row]:
    """The decisions that were signed; their days are in the years in which a decision without a day is taken to be."""
    signed = {
        "annual-2024": ("412/QĐ-UBND", date(2024, 12, 27)),
        "annual-2025": ("436/QĐ-UBND", date(2025, 12, 26)),
        "interim-2025": ("441/QĐ-UBND", date(2025, 12, 30)),
    }
    for round_id, (number, day) in signed.items():
        yield {"kind": "decision", "round": round_id, "number": number, "signed_on": day}


def _fund() -> Iterator[Row]:
    """What the fund had and got, in round sums that nobody need believe."""
    for year, opening, budget, mobilised in _FUND:
        yield {"year": year, "kind": "opening", "amount": opening, "source": "Sổ quỹ (ví dụ)"}
        yield {"year": year, "kind": "budget", "amount": budget, "source": "Quyết định giao dự toán (ví dụ)"}
        yield {"year": year, "kind": "mobilised", "amount": mobilised, "source": "Phiếu thu (ví dụ)"}
    yield {
        "year": CLOSING.year,
        "kind": "other_spending",
        "amount": 1_200_000,
        "source": "Phiếu chi (ví dụ)",
        "note": "In giấy khen, mua khung",
    }


_FUND = (
    (2024, 0, 10_000_000, 5_000_000),
    (2025, 4_250_000, 100_000_000, 30_000_000),
    (2026, 7_990_000, 25_000_000, 10_000_000),
)
"""Year, left of the year before, from the budget, from others."""


def _above() -> list[Row]:
    last_day = date(2025, 6, 30)
    return [
        {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang", "until": last_day},
        {"id": "P01", "kind": "province", "name": "Thành phố Đông Giang", "since": RENAMED},
        {"id": "H01", "kind": "district", "name": "Huyện Hồng Lạc", "parent": "P01", "until": last_day},
        {"id": COMMUNE, "kind": "commune", "name": "Xã Tân Học", "parent": "H01", "until": last_day},
        {"id": COMMUNE, "kind": "commune", "name": "Xã Hồng Phúc", "parent": "P01", "since": RENAMED},
    ]


def _below() -> Iterator[Row]:
    for sender in UNITS:
        row = unit(sender.id, sender.kind, sender.name, email=f"{sender.id.lower()}@vi-du.invalid")
        if sender.id in ALIASES:
            row["aliases"] = ALIASES[sender.id]
        if sender.id == "T07":
            row |= {"until": date(2025, 12, 31), "successor": "T03"}
        if sender.since > FIRST:
            row["since"] = date(sender.since, 1, 1)
        yield row
