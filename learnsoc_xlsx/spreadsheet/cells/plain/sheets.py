"""Plain sheets: where each cell that holds something stands, how it looks and what it holds, as columns of numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from learnsoc_xlsx.spreadsheet.cells.plain.as_spelt import plain_rows
from learnsoc_xlsx.spreadsheet.cells.plain.digits import MARGIN, Bytes, Numbers, digits, seen
from learnsoc_xlsx.spreadsheet.package.characters import is_plain
from learnsoc_xlsx.spreadsheet.parts import Parts

NUMBER, SHARED, TEXT, MARK, ERROR = range(5)
"""What a cell holds: a number, the number of a shared text, a text of its own,
true or false, an error.
"""
_LARGEST = 1 << 25
"""Bytes of all sheets that are looked at together: what is seen of them weighs some times as much."""
_ROWS = 1 << 20
_SIGN, _ADDRESS, _LOOK, _KIND = b"sheetData", len('<c r="'), len(' s="'), len(' t="')
_KINDS = np.zeros(256, np.uint8)
_KINDS[list(b"stibe")] = SHARED, TEXT, TEXT, MARK, ERROR


@dataclass(frozen=True)
class PlainSheet:
    """The cells of a sheet that hold something, in their order: rows and columns from 0, the number of the look, NUMBER to
    ERROR, and between which places of `spelt` the value stands; `from_formula` are those with a formula.
    """

    spelt: bytes
    rows: Numbers
    columns: Numbers
    looks: Numbers
    kinds: Bytes
    starts: Numbers
    ends: Numbers
    from_formula: npt.NDArray[np.bool_]

    @property
    def size(self) -> int:
        """How many cells hold something."""
        return len(self.rows)

    @property
    def height(self) -> int:
        """How many rows there are down to the last cell."""
        return int(self.rows[-1]) + 1 if self.size else 0

    @property
    def width(self) -> int:
        """How many columns there are up to the farthest cell."""
        return int(self.columns.max()) + 1 if self.size else 0

    def between(self, first: int, last: int) -> "PlainSheet":
        """Return the cells from one to before another, as a sheet."""
        here = slice(first, last)
        return PlainSheet(
            self.spelt,
            self.rows[here],
            self.columns[here],
            self.looks[here],
            self.kinds[here],
            self.starts[here],
            self.ends[here],
            self.from_formula[here],
        )

    def value(self, at: int) -> bytes:
        """What a cell holds, as it is spelt."""
        return self.spelt[self.starts[at] : self.ends[at]]

    def spelt_as(self, kind: int) -> list[bytes]:
        """Return what the cells of a kind hold, as it is spelt."""
        return [self.value(at) for at in np.flatnonzero(self.kinds == kind).tolist()]

    def with_looks(self, looks: Iterable[int]) -> list[int]:
        """Return which cells bear one of these looks."""
        return _which(self.looks, list(looks))

    def with_texts(self, texts: Iterable[int]) -> list[int]:
        """Return which cells hold one of these shared texts."""
        asked = list(texts)
        cells: list[int] = np.flatnonzero(self.kinds == SHARED)[_which(self.shared, asked)].tolist() if asked else []
        return cells

    @cached_property
    def shared(self) -> Numbers:
        """The numbers of the shared texts in those cells that hold one."""
        return digits(seen(self.spelt), self.starts[self.kinds == SHARED])[0]


def plain_sheets(parts: Parts) -> dict[str, PlainSheet]:
    """Return the cells of those sheets of an .xlsx that are plain, by their part; they are looked at together, once for all
    who ask. Raises one of DAMAGED.
    """
    return parts.once(_looked_at)


def _looked_at(parts: Parts) -> dict[str, PlainSheet]:
    bodies = {name: body for name in sorted(parts.names) if _SIGN in (body := parts.read(name))}
    if not 0 < sum(map(len, bodies.values())) < _LARGEST:
        return {}
    spelt = {name: rows for name, rows in zip(bodies, plain_rows(list(bodies.values())), strict=True) if rows}
    for name in spelt:
        parts.settle(is_plain, name, True)
    return {name: sheet for name, sheet in zip(spelt, _sheets(list(spelt.values())), strict=True) if _in_order(sheet)}


def _sheets(rows: Sequence[bytes]) -> list[PlainSheet]:
    """The cells of some sheets, each given by its rows: all are told apart in one go."""
    whole = b"".join((*rows, MARGIN))
    view = seen(whole)
    opens, closes = np.flatnonzero(view == ord("<")), np.flatnonzero(view == ord(">"))
    tags = view[opens + 1]
    cells = np.flatnonzero(tags == ord("c"))
    cells = cells[view[closes[cells] - 1] != ord("/")]
    from_formula = tags[cells + 1] == ord("f")
    in_one_tag = view[closes[cells + 1] - 1] == ord("/")
    inline = tags[cells + 1] == ord("i")
    values = cells + 1 + inline + from_formula * (2 - in_one_tag)
    begins = opens[cells]
    rows_of, columns, at = _addresses(view, begins + _ADDRESS)
    looks, at = _looks(view, at)
    all_cells = PlainSheet(
        whole, rows_of, columns, looks, _kinds(view, at), closes[values] + 1, opens[values + 1], from_formula
    )
    ends = np.searchsorted(begins, np.cumsum([0, *map(len, rows)])).tolist()
    return [all_cells.between(first, last) for first, last in pairwise(ends)]


def _which(numbers: Numbers, wanted: Sequence[int]) -> list[int]:
    """At which positions one of the wanted numbers stands."""
    places: list[int] = np.flatnonzero(np.isin(numbers, wanted)).tolist() if wanted else []
    return places


def _addresses(view: Bytes, at: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The rows and columns that begin at some places, and the place behind the quote that ends each address."""
    first, second = view[at].astype(np.int64) - ord("A"), view[at + 1].astype(np.int64) - ord("A")
    two = second >= 0
    rows, at = digits(view, at + 1 + two)
    return rows - 1, np.where(two, (first + 1) * 26 + second, first), at + 1


def _looks(view: Bytes, at: Numbers) -> tuple[Numbers, Numbers]:
    """The looks stated at some places, 0 where none is, and the place behind."""
    stated = view[at + 1] == ord("s")
    looks, behind = digits(view, at + _LOOK * stated)
    return looks * stated, np.where(stated, behind + 1, at)


def _kinds(view: Bytes, at: Numbers) -> Bytes:
    """The kinds stated at some places."""
    stated, letters = view[at] == ord(" "), view[at + _KIND]
    own = (letters == ord("s")) & (view[at + _KIND + 1] == ord("t"))
    return np.where(stated, _KINDS[np.where(own, ord("t"), letters)], NUMBER).astype(np.uint8)


def _in_order(sheet: PlainSheet) -> bool:
    """Whether each cell stands behind the one before it, and none below the last row that a sheet has."""
    return sheet.height <= _ROWS and bool((np.diff(sheet.rows * 1000 + sheet.columns) > 0).all())
