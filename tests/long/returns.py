"""What a unit does in a year: it takes the template printed for it, types what changed, and sends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from itertools import chain
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, Field, Form, Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.vietnamese.letters import key
from tests.long.plan import MEMBERS, NAMES, TOOK_OVER, Member, Mistake
from tests.made_up.figures import indicators
from tests.made_up.lists import nominations
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows, typed

PEOPLE = ("households", "citizens")
"""Lists whose people stay where they live when units are merged or split."""
BY_ID = {member.sender.id: replace(member, sender=replace(member.sender, cohort=at)) for at, member in enumerate(MEMBERS)}  # fmt: skip
"""Neighbours in the plan have no people born in the same year."""


def named(unit: str, day: date) -> str:
    """Return the name that a unit bears on a day."""
    since, name = NAMES.get(unit, (date.max, ""))
    return name if day >= since else BY_ID[unit].sender.name


def reported(form: Form, member: Member, year: int, seed: int) -> Rows:
    """Return what a unit has to say of a year; the same seed always gives the same."""
    sender = _grown(member, year, seed)
    rows = report(form, sender, year)
    for listed in [sheet for sheet in PEOPLE if sheet in rows]:
        rows[listed] = list(_people(form, listed, member, year, seed))
    if "nominations" in rows:
        rows["nominations"] = list(nominations(form.sheet("nominations"), rows, sender.name))
    strong = rows["cover"][0].get("recognised") is True
    figures = indicators(
        form.sheet("indicators"), sender.size, rows, year, strong, Random(f"{seed} {sender.id} {year}")
    )
    return rows | {"indicators": [figures]}


def _grown(member: Member, year: int, seed: int) -> Sender:
    """A unit under its name of November, at its size of a year: with the people of whom it took over."""
    sender = _seeded(member.sender, seed)
    since, taken = TOOK_OVER.get(sender.id, (year + 1, ""))
    more = _seeded(BY_ID[taken].sender, seed).size if year >= since else 0
    return replace(sender, size=sender.size + more, name=named(sender.id, date(year, 11, 1)))


def _seeded(sender: Sender, seed: int) -> Sender:
    return replace(sender, size=sender.size and sender.size + Random(f"{seed} {sender.id}").randint(0, 3))


def _people(form: Form, listed: str, member: Member, year: int, seed: int) -> Iterator[Row]:
    """The records of a list of people: a unit's own, those of whom it took over, or its part of those of whom it is a part."""
    since, taken = TOOK_OVER.get(member.sender.id, (year + 1, ""))
    origins = member.of or ((member.sender.id, 0, 1), *([(taken, 0, 1)] if year >= since else []))
    for unit, part, parts in origins:
        sender = _seeded(BY_ID[unit].sender, seed)
        yield from report(form, sender, year)[listed][: sender.size][part::parts]


# On the template


@dataclass(frozen=True)
class Filled:
    """A template filled in, and how many cells had to be typed."""

    book: Workbook
    cells: int


def filled(book: Workbook, form: Form, rows: Rows) -> Filled:
    """Type records into a printed template, by field id, only where it does not say so already."""
    return Filled(book, sum(_fill(book[sheet.name], sheet, rows.get(sheet.id, [])) for sheet in form.sheets))


def _fill(page: Worksheet, sheet: Sheet, records: list[Row]) -> int:
    where, fields = anchors(sheet), {field.id: field for field in sheet.asked}
    if sheet.kind is SheetKind.FIXED:
        record = records[0] if records else {}
        return sum(_type(page, where[name], value, fields[name]) for name, value in record.items() if name in fields)
    count, printed = 0, _lines(page, sheet, where)
    for record in records:
        at = printed.get(_about(record, sheet), [])
        row = at.pop(0) if at else _empty_line(page, where)
        count += sum(_type(page, f"{where[name]}{row}", value, fields[name]) for name, value in record.items() if name in fields)  # fmt: skip
    return count + sum(_strike(page, row, where) for row in chain.from_iterable(printed.values()))


def _lines(page: Worksheet, sheet: Sheet, where: Mapping[str, str]) -> dict[tuple[str, ...], list[int]]:
    """The rows of the printed records of a list, by whom they are about."""
    lines: dict[tuple[str, ...], list[int]] = {}
    for row in range(FIRST_ROW, page.max_row + 1):
        record = {name: page[f"{letter}{row}"].value for name, letter in where.items()}
        if record[sheet.subject.id]:
            lines.setdefault(_about(record, sheet), []).append(row)
    return lines


def _about(record: Mapping[str, Any], sheet: Sheet) -> tuple[str, ...]:
    names = {sheet.subject.id, *sheet.distinct}
    return tuple(key(str(record.get(field.id) or "")) for field in sheet.asked if field.id in names)


def _empty_line(page: Worksheet, where: Mapping[str, str]) -> int:
    row = FIRST_ROW
    while any(page[f"{letter}{row}"].value is not None for letter in where.values()):
        row += 1
    return row


def _strike(page: Worksheet, row: int, where: Mapping[str, str]) -> int:
    """Empty the line of somebody who is here no more."""
    cells = [page[f"{letter}{row}"] for letter in where.values() if page[f"{letter}{row}"].value is not None]
    for cell in cells:
        cell.value = None
    return len(cells)


def _type(page: Worksheet, address: str, value: object, field: Field) -> int:
    """Type a value; what the template computes an office program puts there, and nobody types it."""
    said, cell = typed(value, field), page[address]
    if cell.value == said or (isinstance(said, date) and str(cell.value)[:10] == str(said)):
        return 0
    cell.value = said
    if isinstance(said, date):
        cell.number_format = "dd/mm/yyyy"
    return 0 if field.computed else 1


# What goes wrong, and is put right


def spoilt(book: Workbook, form: Form, mistake: Mistake) -> tuple[str, str, object]:
    """Type what is wrong where a unit errs; return the sheet, the cell and what was right there."""
    sheet = form.sheet(mistake.sheet)
    field = next(field for field in sheet.asked if field.kind is mistake.kind and not field.computed)
    page, where = book[sheet.name], anchors(sheet)
    first = min(chain.from_iterable(_lines(page, sheet, where).values())) if sheet.kind is SheetKind.LIST else ""
    address = f"{where[field.id]}{first}"
    cell = page[address]
    right = cell.value
    cell.value = mistake.typed
    return sheet.name, address, right


def corrected(book: Workbook, form: Form, indicator: str, by: int, day: date) -> tuple[int, int]:
    """Have a figure of a return be another, and the return be of another day; return what it was and is."""
    page, address = book[form.sheet("indicators").name], anchors(form.sheet("indicators"))[indicator]
    before = page[address].value
    page[address].value = before + by
    dated(book, form, day)
    return before, before + by


def dated(book: Workbook, form: Form, day: date) -> None:
    """Put the day of a return on its cover."""
    sheet = form.sheet("cover")
    book[sheet.name][anchors(sheet)["report_date"]].value = day


def day_of(rows: Rows) -> date:
    """Return the day that stands on the cover of a return."""
    day = rows["cover"][0]["report_date"]
    assert isinstance(day, date)
    return day


def message(unit: str, name: str, day: date, attached: bytes) -> bytes:
    """Return an e-mail of a unit with a return attached, as a mail program saves it."""
    letter = EmailMessage()
    letter["From"] = f"{unit.lower()}@vi-du.invalid"
    letter["To"] = "baocao@vi-du.invalid"
    letter["Date"] = f"{day:%d %b %Y} 08:00:00 +0700"
    letter["Subject"] = f"Báo cáo năm {day.year}"
    letter.set_content("Kính gửi UBND xã báo cáo của đơn vị.")
    letter.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    letter.set_boundary(f"=_{unit}_{day:%Y%m%d}")
    return bytes(letter)
