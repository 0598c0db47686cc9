"""The made-up commune itself: its units through the years, and the rows of its register."""

from dataclasses import dataclass, replace
from datetime import date

Row = dict[str, object]

RENAMED = date(2025, 7, 1)
CLOSING = date(2026, 12, 5)


@dataclass(frozen=True)
class Sampled:
    """A unit of the sample: `size` is households of a village, members of any other."""

    id: str
    kind: str
    form: str
    name: str
    size: int
    until: int = 2030
    extra: str = ""


MERGED_SIZE = 214 + 117
"""Households of Thôn Thượng from 2026 on, with those of Thôn Trại."""


def grown(unit: Sampled, year: int) -> Sampled:
    """Return a unit at its size of a year: Thôn Thượng takes over Thôn Trại in 2026."""
    return replace(unit, size=MERGED_SIZE) if unit.id == "T03" and year >= 2026 else unit


UNITS = (
    Sampled("T01", "village", "village", "Thôn Đông Hòa", 268),
    Sampled("T02", "village", "village", "Thôn Đoài", 301),
    Sampled("T03", "village", "village", "Thôn Thượng", 214),
    Sampled("T04", "village", "village", "Thôn Hạ", 322),
    Sampled("T05", "village", "village", "Thôn Mỹ Thủy", 289),
    Sampled("T06", "village", "village", "Thôn Quý Khê", 198),
    Sampled("T07", "village", "village", "Thôn Trại", 117, until=2025),
    Sampled("S01", "school", "school", "Trường Mầm non Tân Học", 34, extra="Mầm non"),
    Sampled("S02", "school", "school", "Trường Tiểu học Tân Học", 31, extra="Tiểu học"),
    Sampled("S03", "school", "school", "Trường THCS Tân Học", 28, extra="THCS"),
    Sampled("D01", "department", "department", "Hội Khuyến học xã", 9),
    Sampled("D02", "department", "department", "Ủy ban Mặt trận Tổ quốc xã", 7),
    Sampled("D03", "department", "department", "Hội Liên hiệp Phụ nữ xã", 8),
    Sampled("D04", "department", "department", "Hội Nông dân xã", 8),
    Sampled("D05", "department", "department", "Hội Cựu chiến binh xã", 6),
    Sampled("D06", "department", "department", "Đoàn Thanh niên xã", 11),
    Sampled("D07", "department", "department", "Văn phòng Ủy ban nhân dân xã", 19),
    Sampled("D08", "department", "department", "Trạm Y tế xã", 10),
    Sampled("E01", "enterprise", "enterprise", "Công ty TNHH May Tân Phúc", 64),
    Sampled("E02", "enterprise", "enterprise", "Hợp tác xã Nông nghiệp Tân Học", 22),
    Sampled("E03", "enterprise", "enterprise", "Công ty Cổ phần Gốm Hạ", 41),
    Sampled("E04", "enterprise", "enterprise", "Doanh nghiệp tư nhân Xây dựng Đông Hòa", 18),
    Sampled("C01", "centre", "centre", "Trung tâm học tập cộng đồng xã", 0),
)


def cohort(unit: Sampled) -> int:
    """Which years of birth a unit's people have: neighbours in the list of units share none."""
    return next((at for at, each in enumerate(UNITS) if each.id == unit.id), len(UNITS))


KINDS = {
    "village": "Thôn",
    "school": "Trường học",
    "department": "Ban, ngành, đoàn thể",
    "enterprise": "Doanh nghiệp",
    "centre": "Trung tâm HTCĐ",
}
THRESHOLDS = {
    "award.unit.communication": 6,
    "award.unit.policies": 1,
    "award.unit.initiatives": 2,
    "award.village.communication": 6,
    "award.village.initiatives": 2,
    "award.household.labour": 10,
    "award.household.money": 1_500_000,
    "award.clan.labour": 5,
    "award.clan.money": 1_000_000,
    "award.citizen.labour": 10,
    "award.citizen.ideas": 3,
    "award.enterprise.contribution": 5_000_000,
    "learning_family.pass": 80,
    "learning_clan.families": 70,
    "learning_village.households_share": 45,
    "learning_village.clans_share": 50,
    "learning_unit.members_share": 60,
    "bonus.2024.household": "0,15",
    "bonus.2025.household": "0,45",
}
QUOTAS = {"unit": 5, "village": 3, "household": 8, "clan": 4, "enterprise": 2, "citizen": 12}
ALIASES = {
    "T02": "Đoài; thôn Đoài Thượng",
    "S01": "MN Tân Học; Trường MN",
    "D03": "Hội PN xã; Hội Phụ nữ xã",
    "D02": "MTTQ xã",
}


def register() -> dict[str, list[Row] | Row]:
    """Return the cells of the register by sheet and field."""
    return {
        "settings": {"closing_date": CLOSING, "sample": "x", "return_to": "baocao@vi-du.invalid", "contact": "Bà Mẫu, 0900 000 000"},
        "profile": [
            {"since": date(2020, 1, 1), "unit": "X01", "parent_name": "UBND HUYỆN HỒNG LẠC", "issuer": "UBND XÃ TÂN HỌC", "place_name": "Tân Học", "signer_title": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "signer": "Lê Mẫu Một", "council": "Hội đồng Thi đua - Khen thưởng xã Tân Học", "archive": "VT, TTHTCĐ"},
            {"since": RENAMED, "unit": "X01", "parent_name": "UBND THÀNH PHỐ ĐÔNG GIANG", "issuer": "UBND XÃ HỒNG PHÚC", "place_name": "Hồng Phúc", "signer_title": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "signer": "Trần Mẫu Hai", "council": "Hội đồng Thi đua - Khen thưởng xã Hồng Phúc", "archive": "VT, TTHTCĐ"},
        ],
        "units": [*_above(), *map(_unit, UNITS)],
        "targets": [{"indicator": "households_share", "year": 2026, "at_least": 72, "source": "Nghị quyết HĐND xã (ví dụ)"}],
        "thresholds": [{"key": name, "value": value, "source": "Biên bản họp Hội đồng (ví dụ)"} for name, value in THRESHOLDS.items()],
        "quotas": [{"award": award, "round": "annual", "limit": limit} for award, limit in QUOTAS.items()],
        "deadlines": [{"unit_kind": label, "month": 11, "day": 29, "source": "Công văn của xã (ví dụ)"} for label in ("Thôn", "Doanh nghiệp", "Trung tâm HTCĐ")],
    }  # fmt: skip


def _above() -> list[Row]:
    last_day = date(2025, 6, 30)
    return [
        {"id": "P01", "kind": "Tỉnh, thành phố", "name": "Tỉnh Đông Giang", "until": last_day},
        {"id": "P01", "kind": "Tỉnh, thành phố", "name": "Thành phố Đông Giang", "since": RENAMED},
        {"id": "H01", "kind": "Huyện", "name": "Huyện Hồng Lạc", "parent": "P01", "until": last_day},
        {"id": "X01", "kind": "Xã", "name": "Xã Tân Học", "parent": "H01", "until": last_day},
        {"id": "X01", "kind": "Xã", "name": "Xã Hồng Phúc", "parent": "P01", "since": RENAMED},
    ]


def _unit(unit: Sampled) -> Row:
    row: Row = {
        "id": unit.id,
        "kind": KINDS[unit.kind],
        "name": unit.name,
        "parent": "X01",
        "email": f"{unit.id.lower()}@vi-du.invalid",
        "aliases": ALIASES.get(unit.id, ""),
    }
    return row | ({"until": date(2025, 12, 31), "successor": "T03"} if unit.id == "T07" else {})
