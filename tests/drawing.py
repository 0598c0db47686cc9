"""Draw a sheet inside a test: rows of cells between bars, file row numbers on the left, column letters on top.

| | B   | C  |
| 7 | Họ A | 3 |
"""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import LIST_SHEET, STAMP_SHEET, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.books import opened, without_looks

Given = Mapping[str, Mapping[str, str]]
"""Texts to be typed, by sheet and cell."""


@cache
def blank(form: str, year: int) -> bytes:
    return template(form_in(form, year, law()), Prefill("T01", "Thôn Thử"))


@cache
def _with_few_sheets(form: str, year: int, names: frozenset[str]) -> bytes:
    """A blank form with these sheets only, and with nothing that is only for the eye, pickled."""
    book = opened(blank(form, year))
    for page in book.worksheets:
        if page.title not in names | {STAMP_SHEET, LIST_SHEET}:
            book.remove(page)
    return pickle.dumps(without_looks(book))


def cells(drawing: str) -> dict[str, str]:
    """Return the drawn cells by address; an empty drawn cell is left as it is, “∅” empties it."""
    lines = [line.strip().strip("|").split("|") for line in drawing.strip().splitlines()]
    letters = [letter.strip() for letter in lines[0][1:]]
    found = {}
    for number, *row in lines[1:]:
        for letter, text in zip(letters, row, strict=True):
            if text.strip():
                found[f"{letter}{number.strip()}"] = text.strip()
    return found


@dataclass(frozen=True)
class Desk:
    """Where a test fills in forms and has them checked."""

    folder: Path

    def fill(self, form: str, sheet: str, drawing: str, year: int = 2026) -> Path:
        """Write a drawing into a sheet of a blank form, and save it."""
        return self.fill_all(form, {sheet: drawing}, year)

    def fill_all(self, form: str, drawings: Mapping[str, str], year: int = 2026) -> Path:
        """Write drawings into sheets of a blank form, and save it."""
        return self._filled(opened(blank(form, year)), form, _cells_of(drawings), year)

    def _filled(self, book: Workbook, form: str, given: Given, year: int) -> Path:
        _not_computed(book, form_in(form, year, law()))
        for sheet, texts in given.items():
            page = book[form_in(form, year, law()).sheet(sheet).name]
            for address, text in texts.items():
                page[address].value = None if text == "∅" else _typed(text)
        path = self.folder / f"{form} {' '.join(given)}.xlsx"
        book.save(path)
        return path

    def check(self, form: str, sheet: str, drawing: str, year: int = 2026) -> list[Finding]:
        """Return what is found on the drawn sheet, all figures that it must have being as small as they may (the rest of the form is left out)."""
        return self._found(form, {sheet: _least(form_in(form, year, law()).sheet(sheet)) | cells(drawing)}, year)

    def check_all(self, form: str, drawings: Mapping[str, str], year: int = 2026) -> list[Finding]:
        """Return what is found on the drawn sheets."""
        return self._found(form, _cells_of(drawings), year)

    def _found(self, form: str, given: Given, year: int) -> list[Finding]:
        names = frozenset(form_in(form, year, law()).sheet(sheet).name for sheet in given)
        path = self._filled(pickle.loads(_with_few_sheets(form, year, names)), form, given, year)
        return [each for each in inspect([path]) if each.place.sheet in names]


def _not_computed(book: Workbook, form: Form) -> None:
    """Empty what the form computes: what fills it in here reckons nothing."""
    for sheet in (sheet for sheet in form.sheets if sheet.name in book.sheetnames):
        for field in (field for field in sheet.asked if field.computed):
            book[sheet.name][anchors(sheet)[field.id]].value = None


def _cells_of(drawings: Mapping[str, str]) -> Given:
    return {sheet: cells(drawing) for sheet, drawing in drawings.items()}


def _least(sheet: Sheet) -> dict[str, str]:
    """The least that every figure of a sheet of fixed lines may be, where it must be given."""
    if sheet.kind is SheetKind.LIST:
        return {}
    where = anchors(sheet)
    return {
        where[field.id]: str(field.min or 0)
        for field in sheet.asked
        if field.required and field.kind in (Kind.COUNT, Kind.MONEY)
    }


def _typed(text: str) -> str | int | float | date:
    """A drawn “12” is the number 12, as typed in a cell, “TRUE” and “2026-11-03” the mark and the day; “'12” is the text."""
    if text.startswith("'"):
        return text[1:]
    if text == "TRUE":
        return True
    for kind in (int, float, date.fromisoformat):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


Check = Callable[..., list[Finding]]
