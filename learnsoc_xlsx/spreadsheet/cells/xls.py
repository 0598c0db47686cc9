"""The cells of an .xls: its errors, and what numbers look like there."""

import io
from collections.abc import Iterator
from functools import lru_cache

import xlrd

from learnsoc_xlsx.spreadsheet.cells.shown import as_shown
from learnsoc_xlsx.spreadsheet.cells.words import Cells

_EXACT = 10**15


def troubled_sheets(data: bytes) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and its error values by row and column, counted from 0. Raises what xlrd raises."""
    for sheet in xlrd.open_workbook(file_contents=data, logfile=io.StringIO()).sheets():
        yield (
            sheet.name,
            {
                (row, column): xlrd.error_text_from_code.get(sheet.cell_value(row, column), "#N/A")
                for row in range(sheet.nrows)
                for column, kind in enumerate(sheet.row_types(row))
                if kind == xlrd.XL_CELL_ERROR
            },
        )


@lru_cache(maxsize=1)
def with_looks(data: bytes) -> xlrd.Book:
    """Return a workbook with the looks of its cells, which several ask for. Raises whatever xlrd fails over."""
    return xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True)


def format_of(book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int) -> tuple[int, str]:
    """Return the number format of a cell: its number, and as it is written."""
    number = book.xf_list[sheet.cell_xf_index(row, column)].format_key
    code = book.format_map.get(number)
    return number, code.format_str if code else ""


def shown_in_sheets(data: bytes) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and what those numbers look like that show more than their digits."""
    book = with_looks(data)
    for sheet in book.sheets():
        yield sheet.name, dict(_shown(book, sheet))


def _shown(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Iterator[tuple[tuple[int, int], str]]:
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            value = sheet.cell_value(row, column)
            if kind == xlrd.XL_CELL_NUMBER and 0 <= value < _EXACT and value == int(value):
                words = as_shown(int(value), format_of(book, sheet, row, column)[1])
                if words not in ("", str(int(value))):
                    yield (row, column), words
