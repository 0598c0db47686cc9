"""The cells of a workbook, whatever program saved it: its pages, each a grid of what was stored."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from io import BytesIO
from unicodedata import normalize

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

Stored = str | int | float | bool | date | None
ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!")


@dataclass(frozen=True)
class Page:
    """A sheet: what is stored at (row, column), both counted from 1."""

    name: str
    grid: dict[tuple[int, int], Stored]

    def at(self, row: int, column: int) -> Stored:
        return self.grid.get((row, column))

    def row(self, row: int) -> dict[int, Stored]:
        """Return what stands in a row, by column."""
        return {column: self.grid[row, column] for column in range(1, self.width + 1) if (row, column) in self.grid}

    @cached_property
    def height(self) -> int:
        return max((row for row, _ in self.grid), default=0)

    @cached_property
    def width(self) -> int:
        return max((column for _, column in self.grid), default=0)


@dataclass(frozen=True)
class Book:
    """A workbook: its pages by name, and when it was last saved as it tells itself."""

    pages: dict[str, Page]
    saved: datetime | None


def cell(row: int, column: int) -> str:
    """Return an address as people write it: C8."""
    return f"{get_column_letter(column)}{row}"


def book(data: bytes) -> Book:
    """Return the workbook in these bytes. Raises whatever the reader raises where it is none."""
    return (
        _of_excel(data)
        if data[:2] == b"PK" and b"mimetypeapplication/vnd.oasis" not in data[:200]
        else _of_another(data)
    )


def _of_excel(data: bytes) -> Book:
    opened = load_workbook(BytesIO(data), read_only=True, data_only=True)
    pages = {}
    for sheet in opened.worksheets:
        sheet.reset_dimensions()
        grid = {
            (one.row, one.column): _plain(one.value)
            for row in sheet.iter_rows()
            for one in row
            if one.value is not None
        }
        pages[normalize("NFC", sheet.title)] = Page(sheet.title, _filled(grid))
    return Book(pages, opened.properties.modified)


def _of_another(data: bytes) -> Book:
    opened = CalamineWorkbook.from_filelike(BytesIO(data))
    pages = {}
    for name in opened.sheet_names:
        rows = opened.get_sheet_by_name(name).to_python(skip_empty_area=False)
        grid = {
            (row, column): _plain(value) for row, line in enumerate(rows, 1) for column, value in enumerate(line, 1)
        }
        pages[normalize("NFC", name)] = Page(name, _filled(grid))
    return Book(pages, None)


def _plain(value: object) -> Stored:
    if isinstance(value, str):
        return normalize("NFC", value).replace("\u00a0", " ").strip()
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, bool | int | float | date) else str(value)


def _filled(grid: dict[tuple[int, int], Stored]) -> dict[tuple[int, int], Stored]:
    return {at: value for at, value in grid.items() if value not in ("", None)}
