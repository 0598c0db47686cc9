"""What is to happen in the seven years: who there is, what changes when, who errs, who is late, what the council thinks.

Everything is made up. The two decisions that come into force on the way are no law and stand nowhere but here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.form.form import Kind
from tests.made_up.register import COMMUNE, profile, unit
from tests.made_up.senders import Sender
from tests.made_up.values import Row

YEARS = range(2024, 2031)
ISSUED: Mapping[int, int] = {2024: 1, 2025: 1, 2026: 2, 2027: 2, 2028: 0, 2029: 0, 2030: 0}
"""The revision in which the forms were issued in a year; 0: the newest."""
RENAMED = date(2025, 7, 1)


@dataclass(frozen=True)
class Member:
    """A unit of the commune and the first year for which it reports; `of` are the units whose people are its people now, each
    with which of so many parts of them.
    """

    sender: Sender
    since: int = 2024
    of: tuple[tuple[str, int, int], ...] = ()

    def reports(self, year: int) -> bool:
        return self.since <= year <= self.sender.until


MEMBERS = (
    Member(Sender("T01", "village", "Thôn Đông Hòa", 24)),
    Member(Sender("T02", "village", "Thôn Đoài", 20)),
    Member(Sender("T03", "village", "Thôn Thượng", 22)),
    Member(Sender("T04", "village", "Thôn Trại", 14, until=2025)),
    Member(Sender("T05", "village", "Thôn Hạ", 26, until=2026)),
    Member(Sender("T06", "village", "Thôn Hạ Đông", 13), 2027, (("T05", 0, 2),)),
    Member(Sender("T07", "village", "Thôn Hạ Tây", 13), 2027, (("T05", 1, 2),)),
    Member(Sender("T08", "village", "Thôn Tân Lập", 12), 2028),
    Member(Sender("S01", "school", "Trường Mầm non Tân Học", 8, level="preschool")),
    Member(Sender("S02", "school", "Trường Tiểu học Tân Học", 10, level="primary")),
    Member(Sender("D01", "department", "Hội Khuyến học xã", 5)),
    Member(Sender("D02", "department", "Hội Liên hiệp Phụ nữ xã", 6)),
    Member(Sender("E01", "enterprise", "Công ty TNHH May Tân Phúc", 9)),
    Member(Sender("E02", "enterprise", "Hợp tác xã Nông nghiệp Tân Học", 7, until=2027)),
    Member(Sender("C01", "centre", "Trung tâm học tập cộng đồng xã", 0)),
)
TOOK_OVER = {"T03": (2026, "T04")}
"""From which year on a unit counts the people of another among its own."""
NAMES = {"T02": (RENAMED, "Thôn Đoài Thượng")}
"""From which day on a unit bears another name."""
BY_MAIL = frozenset({"T02", "T05", "T07", "S02", "D01"})
"""Units that send their returns by e-mail; the others bring a file."""
SILENT = "E01"
"""Who never sends anything."""
TWICE = (2026, "T01")
"""Who sends a second version in the same year."""
LATE = (2027, "D02", date(2027, 12, 4))
"""Who sends after the last day, and when."""


@dataclass(frozen=True)
class Mistake:
    """What a unit types in the first cell of a kind on a sheet in a year, and by which code it must be told; `answered` says
    whether the unit mends it on the marked copy that it gets.
    """

    year: int
    unit: str
    sheet: str
    kind: Kind
    typed: str
    code: str
    answered: bool = True


MISTAKES = (
    Mistake(2024, "T03", "indicators", Kind.COUNT, "khoảng mươi", "C01"),
    Mistake(2025, "S02", "funds", Kind.MONEY, "một ít", "C02"),
    Mistake(2026, "D02", "initiatives", Kind.COUNT, "nhiều", "C01"),
    Mistake(2027, "T07", "citizens", Kind.SCORE, "giỏi", "C03"),
    Mistake(2028, "C01", "classes", Kind.DATE, "31/02/2028", "C09", answered=False),
    Mistake(2029, "T06", "indicators", Kind.COUNT, "-3", "C13"),
)


@dataclass(frozen=True)
class Correction:
    """A figure of an earlier year's return that a unit finds was wrong, and by how much; it says so on the day `told`. `ranks`
    is the award whose candidates it ranks, where it does, `shares` are those that are reckoned from it.
    """

    year: int
    unit: str
    indicator: str
    by: int
    told: date
    ranks: str = ""
    shares: tuple[str, ...] = ()


CORRECTIONS = (
    Correction(2024, "T02", "communication_attendances", 40, date(2025, 11, 14)),
    Correction(2026, "S01", "communication_sessions", 2, date(2028, 11, 20), "unit"),
    Correction(2029, "T01", "adults_digital", -3, date(2030, 11, 18), shares=("adults_digital_share",)),
)


# The council


@dataclass(frozen=True)
class Dissent:
    """Where the council does otherwise than proposed: on the last of those that are recommended for an award, by its name, in a
    round.
    """

    round: str
    award: str
    opinion: str
    reason: str


HOUSEHOLD, CITIZEN = "Hộ gia đình tiêu biểu", "Cá nhân tiêu biểu"
DISSENT = (
    Dissent("annual-2025", HOUSEHOLD, "Không nhất trí", "chưa tiêu biểu"),
    Dissent("annual-2026", CITIZEN, "Xem xét sau", "chờ xác minh"),
    Dissent("annual-2028", HOUSEHOLD, "Không nhất trí", "thành tích chưa rõ"),
    Dissent("final-2030", CITIZEN, "Không nhất trí", "chưa nổi bật"),
)
RUNS = (12, 2), (12, 10), (12, 28)
"""Month and day of the runs of a year: for the letters, for the council, for the papers."""
PRINTED_IN = (2024, 2025, 2030)
"""Years in which the last run makes the papers in Word as well: they take long, and are looked at in these."""
MEETS, SIGNS = (12, 15), (12, 20)
"""Month and day on which the council meets, and on which its decisions are signed."""
HELD = {2025: ("interim-2025",), 2026: ("upward-2026",), 2030: ("final-2030", "upward-2030")}
"""Rounds that are held in a year beside that of the year itself."""
AGAIN = {2028: "annual-2026"}
"""A round of an earlier year of which the officer has the council confirm, in the record as it is printed anew, what a late
correction put in doubt.
"""


def rounds_in(year: int) -> tuple[str, ...]:
    """Return the rounds on which the council meets in a year."""
    return f"annual-{year}", *HELD.get(year, ())


# The register


@dataclass(frozen=True)
class Entry:
    """What the officer writes into a list of the register: a new row, or where `key` is given into the last row of that key."""

    sheet: str
    row: Row
    key: str = ""


def _closed(last: date, key: str, successor: str = "") -> Entry:
    return Entry("units", {"until": last} | ({"successor": successor} if successor else {}), key)


COUNCIL = "Hội đồng Thi đua - Khen thưởng xã"
FIRST = profile(date(2020, 1, 1), "huyện Hồng Lạc", "Tân Học", "Lê Mẫu Một", council=f"{COUNCIL} Tân Học")
SECOND = profile(
    RENAMED,
    "thành phố Đông Giang",
    "Hồng Phúc",
    "Trần Mẫu Hai",
    council=f"{COUNCIL} Hồng Phúc",
    compiler="Bà Mẫu Tổng, công chức",
)
THIRD = profile(date(2029, 3, 1), "thành phố Đông Giang", "Hồng Phúc", "Phạm Mẫu Ba", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", council=f"{COUNCIL} Hồng Phúc", compiler="Ông Mẫu Hợp, công chức")  # fmt: skip
ABOVE: tuple[Row, ...] = (
    {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
    {"id": "H01", "kind": "district", "name": "Huyện Hồng Lạc", "parent": "P01"},
    {"id": COMMUNE, "kind": "commune", "name": "Xã Tân Học", "parent": "H01"},
)
CHANGES: Mapping[date, tuple[Entry, ...]] = {
    RENAMED: (
        Entry("profile", SECOND),
        _closed(date(2025, 6, 30), "P01"),
        _closed(date(2025, 6, 30), "H01"),
        _closed(date(2025, 6, 30), COMMUNE),
        _closed(date(2025, 6, 30), "T02"),
        Entry("units", {"id": "P01", "kind": "province", "name": "Thành phố Đông Giang", "since": RENAMED}),
        Entry("units", {"id": COMMUNE, "kind": "commune", "name": "Xã Hồng Phúc", "parent": "P01", "since": RENAMED}),
        Entry("units", unit("T02", "village", "Thôn Đoài Thượng", since=RENAMED, email="t02@vi-du.invalid")),
    ),
    date(2026, 1, 5): (_closed(date(2025, 12, 31), "T04", "T03"),),
    date(2027, 1, 5): (
        _closed(date(2026, 12, 31), "T05", "T06; T07"),
        Entry("units", unit("T06", "village", "Thôn Hạ Đông", since=date(2027, 1, 1), email="t06@vi-du.invalid")),
        Entry("units", unit("T07", "village", "Thôn Hạ Tây", since=date(2027, 1, 1), email="t07@vi-du.invalid")),
    ),
    date(2028, 1, 5): (
        _closed(date(2027, 12, 31), "E02"),
        Entry("units", unit("T08", "village", "Thôn Tân Lập", since=date(2028, 1, 1), email="t08@vi-du.invalid")),
    ),
    date(2029, 3, 1): (Entry("profile", THIRD),),
    date(2030, 1, 5): (
        Entry("choices", {"choice": "phase.awarded", "value": "thành tích khác", "since": 2030, "source": "Biên bản họp (ví dụ)"}),
    ),
}  # fmt: skip
"""What the officer changes in the register, on which day; decisions that were signed are written in beside."""
CONTACTS = {2024: "Bà Mẫu, 0900 000 000", 2027: "Ông Mẫu Mới, 0911 111 111"}
"""Who is asked about the forms, from which year on."""


# The law

COMES_INTO_FORCE = (
    (
        "2028-gia-dinh.toml",
        2028,
        """\
# Made up for a test. No law.
id = "made-up-2028"
name = "Quyết định giả định 2028"
issuer = "Không ai"
issued = 2028-02-10
in_force = 2028
verified = true
source = "Quyết định giả định 2028, chỉ dùng để thử"
base_pay = [{ since = 2028-07-01, amount = 3000000, source = "Quyết định giả định 2028", verified = true }]

[[titles]]
id = "learning_family"
name = "Gia đình học tập"
rule = "points"
subject = "household"
article = "Điều 1"
verified = true
mark = "household_recognised"
recognised_when = "recognised_year"
recognised_by = "Chủ tịch UBND xã"
pass_at = { value = 80, verified = true, source = "Quyết định giả định 2028" }
criteria = [
    { id = "gdht_1", article = "Khoản 1", kind = "score", verified = true, most = { value = 25, verified = true, source = "Quyết định giả định 2028" }, label = "Học tập của trẻ em trong gia đình" },
    { id = "gdht_2", article = "Khoản 2", kind = "score", verified = true, most = { value = 25, verified = true, source = "Quyết định giả định 2028" }, label = "Học tập của người lớn trong gia đình" },
    { id = "gdht_3", article = "Khoản 3", kind = "score", verified = true, most = { value = 20, verified = true, source = "Quyết định giả định 2028" }, label = "Điều kiện học tập của gia đình" },
    { id = "gdht_4", article = "Khoản 4", kind = "score", verified = true, most = { value = 20, verified = true, source = "Quyết định giả định 2028" }, label = "Tác động, hiệu quả học tập của các thành viên" },
    { id = "gdht_5", article = "Khoản 5", kind = "score", verified = true, most = { value = 10, verified = true, source = "Quyết định giả định 2028" }, label = "Kỹ năng số của gia đình" },
]
""",
    ),
    (
        "2029-tien-thuong.toml",
        2029,
        """\
# Made up for a test. No law.
id = "made-up-2029"
name = "Nghị định giả định 2029"
issuer = "Không ai"
issued = 2029-01-20
in_force = 2029
verified = true
source = "Nghị định giả định 2029, chỉ dùng để thử"
bonuses = [
    { subject = "individual", since = 2029-03-01, rate = { value = 0.40, key = "bonus.2029.individual", verified = true, source = "Nghị định giả định 2029" }, source = "Nghị định giả định 2029" },
]
""",
    ),
)
"""Decisions that come into force on the way: file, year, text."""
BONUS_OF_A_CITIZEN = {2024: 360_000, 2025: 710_000, 2026: 760_000, 2027: 760_000, 2028: 900_000, 2029: 1_200_000, 2030: 1_200_000}  # fmt: skip
"""Rate times base pay on the day of the decision, rounded up to 10,000 đồng: 0.15 of 2,340,000; 0.30 of 2,340,000; 0.30 of
2,530,000; 0.30 of 3,000,000; 0.40 of 3,000,000.
"""
