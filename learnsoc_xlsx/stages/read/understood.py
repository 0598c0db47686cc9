"""Understood: one column as it was typed and as it was taken, and what is to be spoken of in it, by cause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field
from learnsoc_xlsx.stages.read.open_sheet import as_seen

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
    """A column as it is stored, and as it was typed: which of its distinct values stands in each row, and how that was
    understood; `marked` is where a percent sign stands.
    """

    field: Field
    stored: object
    codes: list[int]
    distinct: list[object]
    understood: list[Parsed]
    marked: list[int]

    def doubts(self, owners: Sequence[int]) -> Iterator[DoubtfulCells]:
        """Yield what is to be spoken of, by submission and cause, in the order in which it is met."""
        causes: dict[tuple[int, Code, bool], list[int]] = {}
        doubted = bearers(self.codes, (at for at, parsed in enumerate(self.understood) if parsed.code is not None))
        for at in doubted:
            parsed = self.understood[self.codes[at]]
            assert parsed.code is not None
            causes.setdefault((owners[at], parsed.code, parsed.value is None), []).append(at)
        for (submission, code, is_lost), cells in causes.items():
            own = {value: number for number, value in enumerate(dict.fromkeys(self.codes[at] for at in cells))}
            typed = tuple(as_seen(self.distinct[value]) for value in own)
            sayings = [self._saying(value) for value in own]
            yield DoubtfulCells(submission, code, is_lost, cells, [own[self.codes[at]] for at in cells], sayings, typed)

    def _saying(self, value: int) -> Saying:
        parsed = self.understood[value]
        return Saying(as_seen(self.distinct[value])[:_QUOTED], parsed.expected, self.field.label, parsed.extra)


def bearers(codes: Sequence[int], wanted: Iterable[int]) -> list[int]:
    """The positions at which one of some numbers stands."""
    sought = frozenset(wanted)
    return [at for at, code in enumerate(codes) if code in sought] if sought else []
