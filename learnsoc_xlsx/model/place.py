"""Where something stands: file › sheet › cell. An address is made once, at reading, and travels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

WITHIN = " › "
"""Stands between a container and the file it holds, a file and its sheet, a sheet and its cell."""


@cache
def column_letter(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return a column counted from 0 by its letters, "A" to "XFD"; the inverse of `column_letter`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A cell, a range, a sheet or a whole file; what is not known is empty."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __reduce__(self) -> tuple[type["Place"], tuple[str, str, str]]:
        """Be handed over by its parts: a process hands over hundreds of thousands."""
        return Place, (self.file, self.sheet, self.cell)

    @property
    def row(self) -> int:
        """The file row of a cell; 0 for a whole sheet, column or file."""
        return int("".join(filter(str.isdigit, self.cell.partition(":")[0])) or 0)

    @property
    def spot(self) -> str:
        """What people call the place within its file: a cell, a row, the whole sheet or the whole file."""
        if not self.cell:
            return "(cả trang)" if self.sheet else "(cả tệp)"
        return f"dòng {self.row}" if self.cell[0].isdigit() else self.cell

    def __str__(self) -> str:
        return WITHIN.join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True)
class Layout:
    """Where the fields of one table stand in one file.

    A list keeps a column letter for each field (the record brings its row number); a fixed sheet keeps a whole cell.
    `elsewhere` are the fields of a fixed sheet that another sheet says.
    """

    file: str
    sheet: str
    anchors: dict[str, str]
    elsewhere: Mapping[str, Place] = field(default_factory=dict)

    def place(self, field: str, row: int = 0) -> Place:
        """Return the place of a field: its column with this file row, or its own cell (row 0).

        A field that the sheet lacks has no cell of its own; the place is then the row, or the sheet.
        """
        if field in self.elsewhere:
            return self.elsewhere[field]
        anchor = self.anchors.get(field, "")
        if row and anchor:
            return Place(self.file, self.sheet, f"{anchor}{row}")
        return Place(self.file, self.sheet, anchor or (f"{row}:{row}" if row else ""))

    def span(self, field: str, first: int, last: int) -> Place:
        """Return the range that a list's field covers between two file rows."""
        anchor = self.anchors.get(field, "A")
        return Place(self.file, self.sheet, f"{anchor}{first}:{anchor}{last}")
