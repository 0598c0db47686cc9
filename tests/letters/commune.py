"""A random commune whose units mix up what they send: neighbours' people, neighbours' figures, neighbours' files, twice, late, never."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import Any

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened, saved
from tests.made_up.people import person
from tests.made_up.register import profile, unit
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Rows
from tests.printing import printed
from tests.registers import laid

YEAR, DAY = 2026, date(2026, 12, 20)
PEOPLE = {"village": ("Gia đình", "B"), "school": ("Cán bộ, giáo viên", "B"), "department": ("Cán bộ, giáo viên", "B"),
          "enterprise": ("Người lao động", "B")}  # fmt: skip
NOMINATIONS = "Đề nghị khen"


@dataclass
class Desk:
    """Who fills forms in: chance, whose form it is, and what lies on the neighbours' desks."""

    random: Random
    sender: Sender
    book: Any
    neighbours: list[tuple[Sender, Rows, bytes]]

    @property
    def neighbour(self) -> tuple[Sender, Rows, bytes]:
        return self.random.choice(self.neighbours)


def lay(inbox: Path, seed: int, units: int = 6) -> tuple[Sender, ...]:
    """Lay a commune of so many units into a folder; the same seed lays the same. Returns its units."""
    random = Random(f"letters {seed}")
    senders = _senders(random)[:units]
    _register(inbox, senders, random)
    reports = [(sender, _filled(sender, random)) for sender in senders]
    books = [(sender, rows, _printed(sender, rows)) for sender, rows in reports]
    for sender, _, data in books:
        others = [one for one in books if one[0] is not sender]
        if random.random() < 0.9:
            _lay_return(inbox, Desk(random, sender, opened(data), others), data)
    return senders


def _senders(random: Random) -> tuple[Sender, ...]:
    villages = [Sender(f"T{number:02}", "village", f"Thôn {name}", random.randint(6, 12), cohort=number)
                for number, name in enumerate(random.sample(("Đoài", "Thượng", "Mỹ Thủy", "Quý Khê", "Cầu Mây", "Đông Viên"), 3))]  # fmt: skip
    return (
        *villages[:2],
        Sender(
            "S01", "school", f"Trường Tiểu học {random.choice(('Tân Lập', 'Kim Sơn'))}", 5, level="primary", cohort=4
        ),
        villages[2],
        Sender("D01", "department", "Hội Nông dân xã", 4, cohort=5),
        Sender("E01", "enterprise", f"Công ty TNHH May {random.choice(('Phú Cường', 'An Khang'))}", 6, cohort=6),
    )


def _register(inbox: Path, senders: tuple[Sender, ...], random: Random) -> None:
    units = [unit("X01", "commune", "Xã Hồng Lạc", parent=None, email="xa@hong-lac.vi-du.invalid")]
    units += [
        unit(one.id, one.kind, one.name, email=f"{one.id.lower()}.{random.randint(100, 999)}@vi-du.invalid")
        for one in senders
    ]
    settings = [{"reports_since": YEAR, "sample": True, "contact": "Bà Đinh Thị Mẫu, 0241 222 333"}]
    laid(
        inbox,
        "danh ba.xlsx",
        profile=[profile(date(2020, 1, 1), "tỉnh Thử", "Hồng Lạc", "Ông Mẫu")],
        units=units,
        settings=settings,
    )


def _filled(sender: Sender, random: Random) -> Rows:
    rows = report(form_of(sender.kind, YEAR), sender, YEAR)
    rows["cover"][0] |= {
        "head": f"{person(random)}, đứng đầu",
        "contact": f"{person(random)}, 09{random.randint(10, 99)} {random.randint(100, 999)} {random.randint(100, 999)}",
    }
    return rows


def _printed(sender: Sender, rows: Rows) -> bytes:
    return printed(form_of(sender.kind, YEAR), Prefill(sender.id, sender.name, rows))


def _lay_return(inbox: Path, desk: Desk, faultless: bytes) -> None:
    for mistake in desk.random.sample(MISTAKES, desk.random.randint(1, 4)):
        mistake(desk)
    who = desk.random.choice((desk.sender.name, person(desk.random), "bao cao"))
    path = inbox / f"{desk.sender.id} {who}.xlsx"
    data = saved(desk.book)
    if desk.random.random() < 0.3:
        path = path.with_suffix(".eml")
        data = _mailed(desk, data)
    path.write_bytes(data)
    if desk.random.random() < 0.3:
        (inbox / f"{desk.sender.id} ban hai {person(desk.random)}.xlsx").write_bytes(faultless)


def _mailed(desk: Desk, data: bytes) -> bytes:
    """A message with the return, and sometimes a neighbour's file beside it, passed on by mistake."""
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Date"] = f"{person(desk.random)} <ai@vi-du.invalid>", "Báo cáo", "Thu, 05 Nov 2026 08:00:00 +0700"  # fmt: skip
    letter.set_content(f"Kính gửi xã, {person(desk.random)}")
    files = [("bao cao.xlsx", data), (f"{desk.neighbour[0].name}.xlsx", desk.neighbour[2])]
    for name, content in files[: desk.random.randint(1, 2)]:
        letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return bytes(letter)


def _neighbours_people(desk: Desk) -> None:
    """Some of a neighbour's people stand in the list as well."""
    sheet, column = PEOPLE[desk.sender.kind]
    _, rows, _ = desk.neighbour
    listed = rows.get("households") or rows.get("staff") or rows.get("workers") or [{}]
    row = listed[0]
    if sheet in desk.book.sheetnames and row:
        page = desk.book[sheet]
        page[f"{column}8"].value, page["C8"].value = row.get("head") or row.get("name"), row.get("birth_year")


def _neighbour_nominated(desk: Desk) -> None:
    """Somebody of a neighbour's is proposed."""
    _, rows, _ = desk.neighbour
    if rows.get("nominations") and NOMINATIONS in desk.book.sheetnames:
        desk.book[NOMINATIONS]["C7"].value = rows["nominations"][0]["name"]


def _neighbours_figures(desk: Desk) -> None:
    """The figures are those of a neighbour of the same kind, cell by cell."""
    alike = [data for sender, _, data in desk.neighbours if sender.kind == desk.sender.kind]
    if alike:
        theirs, mine = opened(desk.random.choice(alike))["Chỉ tiêu"], desk.book["Chỉ tiêu"]
        for row in range(7, 60):
            if theirs[f"D{row}"].value is not None and mine[f"D{row}"].value is not None:
                mine[f"D{row}"].value = theirs[f"D{row}"].value


def _neighbours_name(desk: Desk) -> None:
    """The cover names a neighbour."""
    desk.book["Trang bìa"]["D8"].value = desk.neighbour[0].name


def _words_for_numbers(desk: Desk) -> None:
    """Words, and a person, stand where numbers are wanted."""
    page = desk.book["Chỉ tiêu"]
    for row, typed in ((8, "khoảng mươi"), (9, person(desk.random)), (10, -5)):
        page[f"D{row}"].value = typed


def _beside(desk: Desk) -> None:
    """Something about a neighbour's people stands beside the table."""
    desk.book["Chỉ tiêu"]["H30"].value = f"đã hỏi {person(desk.random)} ở {desk.neighbour[0].name}"


def _lacks_a_sheet(desk: Desk) -> None:
    if NOMINATIONS in desk.book.sheetnames:
        del desk.book[NOMINATIONS]


def _far_from_last_year(desk: Desk) -> None:
    desk.book["Chỉ tiêu"]["D8"].value = desk.random.randint(100_000, 999_999)


MISTAKES: tuple[Callable[[Desk], None], ...] = (
    _neighbours_people, _neighbour_nominated, _neighbours_figures, _neighbours_name, _words_for_numbers, _beside,
    _lacks_a_sheet, _far_from_last_year,
)  # fmt: skip
