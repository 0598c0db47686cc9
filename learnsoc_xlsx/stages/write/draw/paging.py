"""Paging: how a sheet is parted over sheets of paper, as few as can be read, with no heading apart from what it heads."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from learnsoc_xlsx.spreadsheet.text_size import LINE, TALLEST, row_height

_HIGH = {True: 481.0, False: 728.0}
"""Points between the margins of an A4 page, lying or standing."""
_PIXEL = 0.75
"""Points."""
_SURE = 0.97
"""Office programs reckon widths and heights a little differently from one another."""
_LEAST = 0.8
"""How much smaller a page may be printed than its width asks, where that saves a sheet of paper."""
_READABLE = 65
"""A percentage under which nothing is printed only to save paper."""


class Measured:
    """A sheet that remembers how high its rows were made; whatever else is asked of it is a method of the sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.heights: dict[int, float] = {}

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._sheet, name)
        setattr(self, name, method)  # asked for at every cell
        return method

    def set_row(self, row: int, height: float, *rest: Any) -> None:
        self.heights[row] = min(height, TALLEST)
        self._sheet.set_row(row, self.heights[row], *rest)

    def height(self, row: int, lines: int) -> str:
        """Return the height of a row that is written past the sheet, as XML, in whole pixels as the others are; one line
        needs none.
        """
        if lines == 1:
            return ""
        self.heights[row] = row_height(lines)
        return f' ht="{int(row_height(lines) / _PIXEL + 0.5) * _PIXEL:.16g}" customHeight="1"'

    def rows(self, count: int) -> list[float]:
        """Return the heights of the first rows, in points."""
        return [self.heights.get(row, LINE) for row in range(count)]


@dataclass(frozen=True)
class Paging:
    """At which percentage a sheet is printed, and before which rows a new page begins."""

    percent: int
    breaks: tuple[int, ...]


def paging(rows: Sequence[float], glued: Collection[int], again: range, across: float, *, landscape: bool) -> Paging:
    """Part rows of these heights (points) over A4 pages.

    No page ends in a `glued` row; the rows `again` stand anew on each further page. `across` is the scale at which the width
    fits. Printed a little smaller where that takes fewer pages.
    """
    largest = int(across * _SURE * 100)
    least = min(largest, max(_READABLE, int(largest * _LEAST)))
    tried = {
        percent: tuple(_breaks(rows, glued, again, _HIGH[landscape] * _SURE * 100 / percent))
        for percent in range(largest, least - 1, -1)
    }
    fewest = min(map(len, tried.values()))
    percent = next(percent for percent, breaks in tried.items() if len(breaks) == fewest)
    return Paging(percent, tried[percent])


def _breaks(rows: Sequence[float], glued: Collection[int], again: range, room: float) -> Iterator[int]:
    repeated = sum(rows[row] for row in again)
    first, used = 0, 0.0
    for row, height in enumerate(rows):
        if used + height > room and row > first:
            first = next((at + 1 for at in range(row - 1, first, -1) if at not in glued), row)
            yield first
            used = repeated + sum(rows[first:row])
        used += height
