"""A workbook opened for reading, with every cell that the reader of workbooks gives as a blank and that is none."""

import io
from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from functools import cached_property, partial

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.spreadsheet.beside.asides import Asides, asides_of
from learnsoc_xlsx.spreadsheet.cells.percents import percents
from learnsoc_xlsx.spreadsheet.cells.plain.cells import plain_cells
from learnsoc_xlsx.spreadsheet.formula_errors import error_cells, shown_numbers
from learnsoc_xlsx.spreadsheet.package.characters import is_plain
from learnsoc_xlsx.spreadsheet.package.in_order import in_order
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_PRECISE = 4
"""Digits of a percentage behind the comma."""
_TYPED_BEFORE = 10
Rows = list[list[object]]
"""The cells of a sheet from A1 on, all rows of one length: texts, numbers, days, marks, and "" where nothing stands."""


class Book:
    """One workbook. A sheet is only looked into when it is asked for."""

    def __init__(self, data: bytes, container: str, parts: Parts | None = None) -> None:
        """Open a workbook of a kind that preflight named; `parts` are its parts, where they are at hand.

        Raises what the reader raises where the file is broken: its errors share no ancestor, and its panics are no
        Exception.
        """
        self._data, self._container = data, container
        self._parts = parts = None if container == "xls" else parts or Parts(data)
        self._book = CalamineWorkbook.from_filelike(io.BytesIO(_in_order(data, container, parts)))
        self._formulas = error_cells(data, container, parts)
        self._shown_as_percent = partial(percents, data, container, parts)
        self.may_hold_forbidden = parts is None or container == "xlsb" or _may_hold_forbidden(parts)

    @property
    def sheet_names(self) -> list[str]:
        return self._book.sheet_names

    @cached_property
    def asides(self) -> Asides:
        """What people see on each sheet, and stands in no cell."""
        return asides_of(self._data, self._container, self._parts)

    @cached_property
    def shown(self) -> Mapping[str, Mapping[tuple[int, int], str]]:
        """What numbers look like on each sheet where their format adds signs to them, by row and column from 0."""
        return shown_numbers(self._data, self._container, self._parts)

    def beginning(self, name: str, rows: int) -> Rows:
        """Return the first rows of a sheet as the reader gives them, without what stands before the first filled cell."""
        return self._book.get_sheet_by_name(name).to_python(nrows=rows)  # type: ignore[return-value]

    def rows(self, name: str) -> Rows:
        """Return every cell of a sheet; a formula that failed, or was never reckoned, is there as what it says."""
        rows = self._cells(name)
        for (row, column), words in self._formulas.get(name, {}).items():
            _put(rows, row, column, words)
        return rows

    def _cells(self, name: str) -> Rows:
        """The cells of a sheet as the reader gives them, or as its spelling shows that the reader would."""
        plain = None
        with suppress(*DAMAGED):
            plain = plain_cells(self._parts, name) if self._parts and self._is_usual else None
        return self._book.get_sheet_by_name(name).to_python(skip_empty_area=False) if plain is None else plain  # type: ignore[return-value]

    @cached_property
    def _is_usual(self) -> bool:
        """Whether the reader has the sheets of an .xlsx by the names by which they are found here."""
        return (
            self._container == "xlsx"
            and self._parts is not None
            and self.sheet_names == [*self._parts.once(inventory).sheets]
        )

    def as_shown(self, name: str) -> Rows:
        """Return the same cells, those that are shown as a percentage as people see them: “70%” for 0.7, “120%” for 1.2.

        A number of ten and more was typed before its cell became a percentage: nobody means 7000%.
        """
        rows = self.rows(name)
        for row, column in self._shown_as_percent(name):
            cell = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
            if isinstance(cell, float) and 0 < cell < _TYPED_BEFORE:
                rows[row][column] = f"{format_exactly(Fraction(str(cell)) * 100, _PRECISE)}%"
        return rows


def _in_order(data: bytes, container: str, parts: Parts | None) -> bytes:
    """The bytes as the reader takes them."""
    return (in_order(parts, container) if parts else None) or data


def _may_hold_forbidden(parts: Parts) -> bool:
    return not all(parts.seen(is_plain, name) for name in parts.names if name.casefold().endswith(".xml"))


def _put(rows: Rows, row: int, column: int, words: str) -> None:
    """Put a text at a place, which may lie beyond all that the reader gave."""
    width = max(len(rows[0]) if rows else 0, column + 1)
    rows.extend([] for _ in range(row + 1 - len(rows)))
    for cells in rows:
        cells.extend([""] * (width - len(cells)))
    rows[row][column] = words
