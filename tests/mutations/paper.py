"""A return on the desk: its workbook, and where its form says that things stand."""

import pickle
from dataclasses import dataclass
from enum import Enum
from functools import cache

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import (
    FIRST_ROW,
    GUIDE_SHEET,
    HEADER_ROW,
    LIST_SHEET,
    Field,
    Form,
    Kind,
    Sheet,
    SheetKind,
)
from learnsoc_xlsx.model.form.printing import VALUE_COLUMN, anchors
from tests.books import without_looks
from tests.mutations.returns import faultless, form_of, unit_of

LIST = "the main list"
"""The sheet of the people, households or classes that a form is about: it has another name on each form."""
PEOPLE = "the people"
_PEOPLE = ("citizens", "staff", "workers")
HEADER = -1
"""The row of a list's headers, as records are counted from 0."""


class Span(Enum):
    """How much of a return a place takes in."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    SHEET = "sheet"
    FILE = "file"


@dataclass(frozen=True)
class At:
    """A place in the words of the form: a field (by id, or the first free one of a kind) of a sheet, in a record.

    In a fixed sheet `row` counts lines from the field's own. `right` counts columns from the field's.
    """

    sheet: str = ""
    field: str | Kind = ""
    row: int = 0
    right: int = 0
    span: Span = Span.CELL


FILE = At(span=Span.FILE)


@dataclass(frozen=True)
class Paper:
    """A workbook, and the form it was filled in on."""

    form: Form
    book: Workbook

    def page(self, sheet: str) -> Worksheet:
        """The worksheet of a sheet of the form."""
        return self.book[sheet_of(self.form, sheet).name]

    def put(self, at: At, value: object) -> None:
        """Write a value at a place."""
        self.page(at.sheet)[address(self.form, at)].value = value


def fresh(form: str, number: int) -> Paper:
    """Return a faultless return of the unit of that number."""
    paper = Paper(form_of(form), pickle.loads(_opened(form)))
    unit, name = unit_of(form, number)
    paper.put(At("cover", "unit_name"), name)
    restamp(paper, f":{unit_of(form, 0)[0]}", f":{unit}")
    return paper


def restamp(paper: Paper, old: str, new: str) -> None:
    """Write another stamp wherever one stands, hidden or in sight."""
    for page in paper.book:
        for cell in page._cells.values():
            if isinstance(cell.value, str) and "learnsoc:" in cell.value:
                cell.value = cell.value.replace(old, new)


@cache
def _opened(form: str) -> bytes:
    """The faultless return without what is only for the eye."""
    book = faultless(form)
    for name in (GUIDE_SHEET, LIST_SHEET):
        del book[name]
    return pickle.dumps(without_looks(book))


def sheet_of(form: Form, name: str) -> Sheet:
    """The sheet that bears an id, or a part that another sheet plays on each form. Raises LookupError."""
    lists = [sheet for sheet in form.sheets if sheet.kind is SheetKind.LIST]
    parts = {LIST: lists[:1], PEOPLE: [sheet for sheet in lists if sheet.id in _PEOPLE]}
    found = parts.get(name) or [sheet for sheet in form.sheets if sheet.id == name]
    if not found:
        raise LookupError(name)
    return found[0]


def field_of(sheet: Sheet, wanted: str | Kind) -> Field:
    """The field of an id, or the first of a kind that no rule holds. Raises LookupError."""
    held = {name for each in sheet.asked for name in (each.at_most, each.needs, *each.equals)}
    held |= {each.id for each in sheet.asked if each.at_most or each.needs or each.equals or each.max == 1}
    found = [
        each for each in sheet.asked if each.id == wanted or (each.kind is wanted and each.id not in held)
    ]  # fmt: skip
    if not found:
        raise LookupError(wanted)
    return found[0]


def address(form: Form, at: At) -> str:
    """The address of a place as findings give it."""
    if at.span in (Span.SHEET, Span.FILE):
        return ""
    sheet = sheet_of(form, at.sheet)
    row, column = _corner(sheet, at)
    return f"{row}:{row}" if at.span is Span.ROW else f"{get_column_letter(column + at.right)}{row}"


def _corner(sheet: Sheet, at: At) -> tuple[int, int]:
    """The file row and the column of a place, before it is moved to the right."""
    if sheet.kind is SheetKind.LIST:
        field = field_of(sheet, at.field) if at.field else sheet.subject
        row = HEADER_ROW if at.row == HEADER else FIRST_ROW + at.row
        return row, column_index_from_string(anchors(sheet)[field.id])
    if not at.field:
        return HEADER_ROW if at.row == HEADER else FIRST_ROW + at.row, VALUE_COLUMN + 1
    letters, row = coordinate_from_string(anchors(sheet)[field_of(sheet, at.field).id])
    return row + at.row, column_index_from_string(letters)


def place(form: Form, at: At) -> tuple[str, str]:
    """The name of the sheet and the address of a place, as findings give them."""
    if at.span is Span.FILE:
        return "", ""
    name = at.sheet if at.span is Span.SHEET and not _is_of(form, at.sheet) else sheet_of(form, at.sheet).name
    return name, address(form, at)


def _is_of(form: Form, sheet: str) -> bool:
    return sheet in (LIST, PEOPLE) or any(each.id == sheet for each in form.sheets)
