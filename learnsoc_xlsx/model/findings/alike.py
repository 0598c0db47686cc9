"""Alike: the cells of one column of a sheet in which the same is wrong, told together, each with its own words."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, NamedTuple

SINGLY = 5
"""As many cells of one column with one cause are findings of their own; where there are more, all are one finding."""
_RANGES = 8
"""As many ranges of cells a sentence names."""
_GIVENS = 3
"""As many other wordings a sentence repeats."""
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NUMBER: Literal["I"] = "I"


class Saying(NamedTuple):
    """What the sentence of one cell names."""

    given: str = ""
    expected: str = ""
    other: str = ""
    extra: str = ""


@dataclass(frozen=True)
class AlikeCells:
    """The cells of a column by their file rows, ascending, and for each which of the `sayings` is its own.

    Both are kept as packed numbers: of half a million cells no object is made before somebody asks for one.
    """

    column: str
    packed_rows: bytes
    packed_numbers: bytes
    sayings: tuple[Saying, ...]

    @staticmethod
    def of(column: str, rows: Sequence[int], numbers: Sequence[int], sayings: Sequence[Saying]) -> "AlikeCells":
        """Lay cells together; `rows` ascend, `numbers` say of each which of the `sayings` is its own."""
        return AlikeCells(column, array(_NUMBER, rows).tobytes(), array(_NUMBER, numbers).tobytes(), tuple(sayings))

    @property
    def rows(self) -> Sequence[int]:
        return memoryview(self.packed_rows).cast(_NUMBER)

    @property
    def numbers(self) -> Sequence[int]:
        return memoryview(self.packed_numbers).cast(_NUMBER)

    def __len__(self) -> int:
        return len(self.rows)

    def number(self, row: int) -> int | None:
        """Return which of the sayings is that of a row; None for a row that is not among them."""
        at = bisect_left(self.rows, row)
        return self.numbers[at] if at < len(self) and self.rows[at] == row else None

    def without(self, left_out: frozenset[int]) -> "AlikeCells":
        """Return the cells without those of some rows."""
        kept = [at for at, row in enumerate(self.rows) if row not in left_out]
        return AlikeCells.of(
            self.column, [self.rows[at] for at in kept], [self.numbers[at] for at in kept], self.sayings
        )

    def moved(self, column: str, rows: Mapping[int, int]) -> "AlikeCells":
        """Return the cells where they stand in another sheet: in that column, each row where `rows` says."""
        kept = sorted((rows[row], number) for row, number in zip(self.rows, self.numbers, strict=True) if row in rows)
        return AlikeCells.of(column, [row for row, _ in kept], [number for _, number in kept], self.sayings)

    def hiding(self, words: Sequence[str]) -> "AlikeCells":
        """Return the cells with … for these words of their sayings."""
        sayings = (saying._replace(**{word: "…" for word in words if getattr(saying, word)}) for saying in self.sayings)
        return replace(self, sayings=tuple(sayings))

    @property
    def ranges(self) -> str:
        """Every cell, those that follow one another as a range: "D7, D9:D40"."""
        return ", ".join(self._ranges())

    @property
    def in_words(self) -> str:
        """How many cells there are and where, as many as a sentence can bear."""
        first = list(islice(self._ranges(), _RANGES + 1))
        more = ", …" if len(first) > _RANGES else ""
        return f"{len(self)} ô như vậy ({', '.join(first[:_RANGES])}{more})"

    def others(self, given: str) -> list[str]:
        """Return what else was given than that, in the order of the rows, as much as a sentence can bear."""
        seen = dict.fromkeys(self.sayings[number].given for number in dict.fromkeys(self.numbers))
        return [other for other in seen if other and other != given][:_GIVENS]

    def _ranges(self) -> Iterator[str]:
        rows = self.rows
        first = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                start, end = f"{self.column}{rows[first]}", f"{self.column}{rows[at - 1]}"
                yield start if start == end else f"{start}:{end}"
                first = at


def cells_of(ranges: str) -> Iterator[str]:
    """Yield every cell of some ranges of one column; the inverse of `AlikeCells.ranges`, of what is no such range itself."""
    for part in ranges.split(", "):
        first, _, last = part.partition(":")
        column, row = first.rstrip(_DIGITS), first.lstrip(_LETTERS)
        end = last.removeprefix(column)
        if column and row.isdigit() and end.isdigit():
            yield from (f"{column}{number}" for number in range(int(row), int(end) + 1))
        else:
            yield part
