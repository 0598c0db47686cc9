"""One return: what a form says, field by field, each with the cell it came from."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from functools import partial

from tests.second_opinion.reading.cells import Book, Page, Stored, cell
from tests.second_opinion.reading.codebook import Asked, Form, Sheet, codebook
from tests.second_opinion.reading.typed import READ, Meant, day, folded, mark, number, spelt, text

STAMP = re.compile(r"learnsoc:(\w+):(\d{4}\.\d+):(\d{4}):([^:\s]*)$")
NOT_MORE = re.compile(r"Không lớn hơn dòng (\d+)")
EQUALS = re.compile(r"Bằng dòng (\d+) \+ dòng (\d+) − dòng (\d+)")
SUMS = ("tong", "tong cong", "cong")
PERSON = {"households": "head", "citizens": "name", "staff": "name", "workers": "name", "clans": "clan"}
"""The lists in which nobody stands twice: who is told apart by name and year of birth."""


@dataclass(frozen=True)
class Said:
    """What a cell says: `value` is None where it is blank or nobody could say what is meant."""

    value: Meant
    file: str
    sheet: str
    cell: str

    @property
    def number(self) -> Fraction | None:
        return self.value if isinstance(self.value, Fraction) else None


Record = dict[str, Said]


@dataclass(frozen=True)
class Return:
    """A filled form: `fixed` holds the fields of its fixed sheets, `lists` the rows that count of the others, by sheet id.

    `sent` is the day that decides between two of one unit; `named` is the unit as its cover names it.
    """

    file: str
    form: str
    year: int
    unit: str
    fixed: dict[str, Record]
    lists: dict[str, list[Record]]
    saved: datetime | None
    mailed: date | None
    data: bytes = b""

    def said(self, sheet: str, field: str) -> Said | None:
        return self.fixed.get(sheet, {}).get(field)

    def value(self, sheet: str, field: str) -> Meant:
        found = self.said(sheet, field)
        return found.value if found else None

    @property
    def sent(self) -> date | None:
        day = self.mailed or self.value("cover", "report_date")
        return day if isinstance(day, date) else None


def stamp(book: Book) -> tuple[str, int, str] | None:
    """Return what a workbook is stamped with: form, year, unit."""
    for page in reversed(book.pages.values()):
        for value in page.grid.values():
            if isinstance(value, str) and (found := STAMP.search(value)):
                return found[1], int(found[3]), found[4]
    return None


def read(book: Book, file: str, mailed: date | None = None, data: bytes = b"") -> Return | None:
    """Return what a workbook says, or None where it is on no form that the codebook knows."""
    bears = stamp(book)
    if bears is None or bears[0] not in (known := codebook(min(max(bears[1], 2024), 2030))):
        return None
    form, fixed, lists = known[bears[0]], {}, {}
    for sheet in form.sheets.values():
        if (page := book.pages.get(sheet.name)) is None:
            continue
        if sheet.listed:
            lists[sheet.id] = _rows(page, sheet, file)
        else:
            fixed[sheet.id] = _ruled(page, _fields(page, sheet, file))
    return Return(
        file, form.id, bears[1], bears[2], _told_elsewhere(form, fixed, lists), lists, book.saved, mailed, data
    )


def _heads(page: Page) -> tuple[int, dict[int, str]]:
    """Return the row that bears the ids of the fields, hidden, and the id of each column."""
    for row in range(1, 12):
        names = {column: str(value) for column, value in page.row(row).items()}
        if names and all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names.values()):
            return row, names
    raise ValueError(f"no ids on {page.name}")


def _fields(page: Page, sheet: Sheet, file: str) -> Record:
    row, names = _heads(page)
    at = {name: column for column, name in names.items()}
    found: Record = {}
    for line in range(row + 2, page.height + 1):
        name = page.at(line, at["field"])
        asked = sheet.fields.get(str(name))
        if name is None or (asked and page.at(line, at["label"]) != asked.label):
            continue
        read_as = _meant(page.at(line, at["value"]), asked)
        found[str(name)] = Said(read_as, file, page.name, cell(line, at["value"]))
    return found


def _rows(page: Page, sheet: Sheet, file: str) -> list[Record]:
    row, names = _heads(page)
    heads = page.row(row + 1)
    lost = not any(
        value == sheet.fields[name].label
        for column, value in heads.items()
        if (name := names.get(column)) in sheet.fields
    )
    columns = {
        name: column
        for column, name in names.items()
        if name not in sheet.fields or lost or heads.get(column) == sheet.fields[name].label
    }
    read = partial(_record, page, sheet, file, columns)
    rows = [record for line in range(row + 2, page.height + 1) if (record := read(line))]
    return _once(rows, PERSON.get(sheet.id))


def _record(page: Page, sheet: Sheet, file: str, columns: dict[str, int], line: int) -> Record | None:
    stored = {name: page.at(line, column) for name, column in columns.items()}
    first = stored[next(iter(columns))]
    if all(value is None for value in stored.values()) or first is None or folded(str(first)) in SUMS:
        return None
    if first == sheet.fields[next(iter(columns))].label:
        return None
    return {
        name: Said(_meant(value, sheet.fields.get(name)), file, page.name, cell(line, columns[name]))
        for name, value in stored.items()
    }


def _meant(value: Stored, asked: Asked | None) -> Meant:
    """Return what is meant, if it lies within what may be said there."""
    if value is None:
        return None
    if asked is None:
        return _of_any_kind(value)
    meant = READ.get(asked.kind, text)(value)
    if isinstance(meant, Fraction):
        outside = (asked.least is not None and meant < asked.least) or (asked.most is not None and meant > asked.most)
        return None if outside else meant
    return meant


def _of_any_kind(value: Stored) -> Meant:
    """Return what is meant by what only earlier revisions asked, of which the codebook tells no kind."""
    if isinstance(value, str) and (said := mark(value)) is not None:
        return said
    exact = number(value)
    return exact if exact is not None else day(value) or text(value)


def _once(rows: list[Record], who: str | None) -> list[Record]:
    """Return the rows with everybody once, where a list is one of people: the first counts."""
    if who is None:
        return rows
    once: dict[object, Record] = {}
    for row in rows:
        born = row["birth_year"].value if "birth_year" in row else None
        once.setdefault((spelt(row[who].value), born), row)
    return list(once.values())


def _ruled(page: Page, found: Record) -> Record:
    """Return the fields without those that break a rule that the sheet itself prints beside them."""
    row, names = _heads(page)
    at = {name: column for column, name in names.items()}
    lines = {page.at(line, at["number"]): str(page.at(line, at["field"])) for line in range(row + 2, page.height + 1)}
    numbered = {int(number): name for number, name in lines.items() if isinstance(number, int | float)}
    of = {name: found.get(name) for name in numbered.values()}
    kept = dict(found)
    for line in range(row + 2, page.height + 1):
        name, rule = str(page.at(line, at["field"])), str(page.at(line, at["help"]))
        if name in found and _breaks(rule, found[name].value, {at: of[which] for at, which in numbered.items()}):
            kept[name] = replace(found[name], value=None)
    return kept


def _breaks(rule: str, value: Meant, by_number: dict[int, Said | None]) -> bool:
    def of(at: str) -> Fraction | None:
        said = by_number.get(int(at))
        return said.number if said else None

    if not isinstance(value, Fraction):
        return False
    if found := NOT_MORE.search(rule):
        limit = of(found[1])
        return limit is not None and value > limit
    if found := EQUALS.search(rule):
        parts = [known for at in found.groups() if (known := of(at)) is not None]
        return len(parts) == 3 and value != parts[0] + parts[1] - parts[2]
    return False


def _told_elsewhere(form: Form, fixed: dict[str, Record], lists: dict[str, list[Record]]) -> dict[str, Record]:
    """Return the fixed sheets with what another field says now: a mark as 1 or 0, a column as its sum, a name as one."""
    told = {name: dict(record) for name, record in fixed.items()}
    for sheet in form.sheets.values():
        for name, (where, field) in sheet.elsewhere.items():
            if sheet.listed or name in told.get(sheet.id, {}):
                continue
            if (said := _told(sheet.id, form.sheets[where], field, fixed, lists)) is not None:
                told.setdefault(sheet.id, {})[name] = said
    return told


def _told(of: str, sheet: Sheet, field: str, fixed: dict[str, Record], lists: dict[str, list[Record]]) -> Said | None:
    if not sheet.listed:
        said = fixed.get(sheet.id, {}).get(field)
        return said and (replace(said, value=_as_figure(said.value)) if of == "indicators" else said)
    cells = [row[field] for row in lists.get(sheet.id, ()) if field in row and row[field].value is not None]
    if not cells:
        return None
    return replace(
        cells[0],
        value=sum((one.number or Fraction(0) for one in cells), Fraction(0)),
        cell=f"{cells[0].cell}:{cells[-1].cell}",
    )


def _as_figure(value: Meant) -> Meant:
    return Fraction(1 if isinstance(value, str) else value) if isinstance(value, str | bool) else value
