"""Understood: one column as it was typed and as it was taken, and what is to be spoken of in it, by cause."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field
from learnsoc_xlsx.stages.read.open_sheet import as_seen

Codes = npt.NDArray[np.intp]
"""For each row of a column, which of its distinct values stands there, by number."""

Value = TypeVar("Value")

_AT_ONCE = 1 << 11
_QUOTED = 80
"""Letters of what was typed that a finding repeats; the table keeps the whole."""


@dataclass(frozen=True)
class Parsed:
    """One typed value understood: `value` fits the frame (None: empty or not understood)."""

    value: int | bool | str | None
    code: Code | None = None
    expected: str = ""
    extra: str = ""
    percent: bool = False


@dataclass(frozen=True)
class DoubtfulCells:
    """The cells of one submission in a column that are to be spoken of for one cause: their positions, which of the
    distinct values stands in each, and what of these is said, and was typed.
    """

    submission: int
    code: Code
    is_lost: bool
    at: list[int]
    numbers: list[int]
    sayings: list[Saying]
    typed: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """A column as it is stored, and as it was typed: which of its distinct values stands in each row, and by its number how
    each was understood that is not plainly its own; `marked` is where a percent sign stands.
    """

    field: Field
    stored: object
    codes: Codes
    distinct: list[object]
    understood: Mapping[int, Parsed]
    marked: list[int]

    def doubts(self, owners: Sequence[int]) -> Iterator[DoubtfulCells]:
        """Yield what is to be spoken of, by submission and cause, in the order in which it is met."""
        causes: dict[tuple[int, Code, bool], list[int]] = {}
        doubted = bearers(self.codes, [number for number, parsed in self.understood.items() if parsed.code is not None])
        bears = dict(zip(doubted, self.codes[doubted].tolist(), strict=True))
        for at, number in bears.items():
            parsed = self.understood[number]
            assert parsed.code is not None
            causes.setdefault((owners[at], parsed.code, parsed.value is None), []).append(at)
        for (submission, code, is_lost), cells in causes.items():
            own = {value: number for number, value in enumerate(dict.fromkeys(bears[at] for at in cells))}
            typed = tuple(as_seen(self.distinct[value]) for value in own)
            sayings = [self._saying(value) for value in own]
            yield DoubtfulCells(submission, code, is_lost, cells, [own[bears[at]] for at in cells], sayings, typed)

    def _saying(self, value: int) -> Saying:
        parsed = self.understood[value]
        return Saying(as_seen(self.distinct[value])[:_QUOTED], parsed.expected, self.field.label, parsed.extra)


def told_apart(values: Sequence[object]) -> tuple[list[object], Codes]:
    """Return the distinct values of a column, in the order in which they are met, and the number of that in each row.

    Values are told apart by type as well where there is more than one beside texts: True == 1 == 1.0.
    """
    distinct, codes, kinds = _numbered(values)
    if len(kinds - {str}) < 2:
        return distinct, codes
    by_type, codes, _ = _numbered(list(zip(map(type, values), values, strict=True)))
    return [value for _, value in by_type], codes


def _numbered(values: Sequence[Value]) -> tuple[list[Value], Codes, set[type]]:
    """Number values as they are met, and gather their types; so many at a time that they are still at hand for both."""
    numbers: defaultdict[Value, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    kinds: set[type] = set()
    codes = np.empty(len(values), np.intp)
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        kinds.update(map(type, some))
        codes[start : start + len(some)] = list(map(numbers.__getitem__, some))
    return list(numbers), codes, kinds


def bearers(codes: Codes, wanted: Collection[int]) -> list[int]:
    """The positions at which one of the wanted numbers stands."""
    places: list[int] = np.flatnonzero(np.isin(codes, list(wanted))).tolist() if wanted else []
    return places
