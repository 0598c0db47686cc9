"""The forms that are edited: of each sheet of each form a filled workbook of little more, which is saved and read quickly."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from openpyxl import Workbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.form.form import STAMP_SHEET
from tests.books import opened, saved_unpacked, without_looks
from tests.drawing import blank
from tests.ledger.balance import faults
from tests.ledger.cells import sheets_of
from tests.ledger.edits import Edit, edits
from tests.ledger.record import record_of
from tests.mutations.paper import fresh
from tests.mutations.returns import UNITS, YEAR

EVERY = tuple(form.id for form in FORMS)
"""The ids of all forms."""


def book_of(form: str, *names: str) -> Workbook:
    """Return a workbook of one's own with the stamp and these sheets of a form: filled in where it is a return of a unit, as it
    is printed where it is the commune's own; nothing but what stands in its cells.
    """
    book = Workbook()
    book.remove(book.active)
    for name in (STAMP_SHEET, *names):
        page = book.create_sheet(name)
        for row, column, value in _values(form, name):
            page.cell(row, column, value)
    return book


@cache
def _values(form: str, name: str) -> list[tuple[int, int, object]]:
    cells = _whole(form)[name]._cells
    return [(row, column, cell.value) for (row, column), cell in cells.items() if cell.value is not None]


@cache
def _whole(form: str) -> Workbook:
    return fresh(form, 0).book if form in UNITS else without_looks(opened(blank(form, YEAR)))


def edited(forms: Sequence[str]) -> st.SearchStrategy[tuple[str, str, list[Edit]]]:
    """Draw a sheet of one of these forms, and what is done to it."""
    pages = [(form, sheet["name"]) for form in forms for sheet in sheets_of(form, YEAR)]
    return st.sampled_from(pages).flatmap(_edited)


@cache
def _edited(page: tuple[str, str]) -> st.SearchStrategy[tuple[str, str, list[Edit]]]:
    form, name = page
    sheet = book_of(form, name)[name]
    return st.tuples(st.just(form), st.just(name), edits(sheet.max_row, sheet.max_column))


def unbalanced(form: str, name: str, done: list[Edit], folder: Path) -> list[str]:
    """Edit a sheet of a form, have it read and checked, and return what does not balance."""
    book = book_of(form, name)
    page = book[name]
    for edit in done:
        edit.change(book, page)
    path = folder / f"{form}.xlsx"
    path.write_bytes(saved_unpacked(book))
    return list(faults(book, record_of(path)))
