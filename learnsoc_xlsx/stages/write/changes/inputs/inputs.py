"""The inputs of two runs that differ, found again by file, unit or row of the register."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.write.changes.changes import Behind, Cause, Ground
from learnsoc_xlsx.stages.write.changes.inputs.came import ReturnChange
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import BETWEEN


@dataclass(frozen=True, eq=False)
class Inputs:
    """What differs of what went into two runs.

    `registers` are the files that the register was and is; `sheets` gives the ids of its sheets by the names shown.
    """

    returns: Sequence[ReturnChange] = ()
    register: Sequence[Cause] = ()
    others: Sequence[Cause] = ()
    registers: frozenset[str] = frozenset()
    sheets: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Cause, ...]:
        """Every cause, those of the returns first."""
        return (*(change.cause for change in self.returns), *self.register, *self.others)

    @cached_property
    def _by_file(self) -> tuple[Mapping[str, Cause], Mapping[str, Cause]]:
        """What changed of the returns, by the file that each was and is."""
        gone = {change.was: change.cause for change in self.returns if change.was}
        return gone, {change.now: change.cause for change in self.returns if change.now}

    @cached_property
    def _by_unit(self) -> Mapping[tuple[str, int], list[Cause]]:
        by_unit: dict[tuple[str, int], list[Cause]] = {}
        for change in self.returns:
            by_unit.setdefault((change.cause.unit, change.cause.year), []).append(change.cause)
        return by_unit

    def behind(self, was: Iterable[Place], now: Iterable[Place]) -> Iterator[Cause]:
        """Yield the causes behind places, as they were and as they are."""
        for places, by_file in zip((was, now), self._by_file, strict=True):
            for place in places:
                if place.file in by_file:
                    yield by_file[place.file]
                elif place.file in self.registers:
                    yield from self.of_sheet(self.sheets.get(place.sheet, ""))

    def of_unit(self, unit: str, years: Iterable[int]) -> Iterator[Cause]:
        """Yield the returns of a unit, for these years, that differ."""
        return (cause for year in sorted(set(years)) for cause in self._by_unit.get((unit, year), ()))

    def of_sheet(self, *sheets: str) -> Iterator[Cause]:
        """Yield what differs on sheets of the register, by their ids."""
        return (cause for cause in self.register if cause.sheet in sheets)

    def of_key(self, sheet: str, *parts: str) -> Iterator[Cause]:
        """Yield the rows of a sheet whose key begins with, or whose parts are begun by, all of these."""
        for cause in self.of_sheet(sheet):
            own = cause.key.split(BETWEEN)
            if all(any(name == part or part.startswith(f"{name}-") for name in own) for part in parts):
                yield cause

    @cached_property
    def anything(self) -> Behind:
        """What may lie behind a difference of which nothing else is known."""
        return behind(self.all, Ground.MAYBE)

    @cached_property
    def of_whole(self) -> Behind:
        """What may lie behind a difference that no return explains: the register, the law, the program, the day."""
        return behind((*self.register, *self.others), Ground.MAYBE)


def behind(causes: Iterable[Cause], ground: Ground = Ground.DIRECT) -> Behind:
    """Return causes, each once."""
    return Behind(tuple({id(cause): cause for cause in causes}.values()), ground)
