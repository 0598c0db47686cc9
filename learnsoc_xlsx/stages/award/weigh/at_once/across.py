"""Across: one thing of every candidate. What several have alike is there once, and is looked at once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Thing_co = TypeVar("Thing_co", covariant=True)
Other = TypeVar("Other")
Alike = TypeVar("Alike", bound=Hashable)


@dataclass(frozen=True)
class Across(Generic[Thing_co]):
    """`distinct` are the different things, `which` says of every candidate in order which of them it has."""

    distinct: Sequence[Thing_co]
    which: Sequence[int]

    def __getitem__(self, at: int) -> Thing_co:
        """Return the thing of one candidate, by its turn."""
        return self.distinct[self.which[at]]

    def apply(self, look: Callable[[Thing_co], Other]) -> "Across[Other]":
        """Return what comes of the thing of every candidate, each distinct one looked at once."""
        return Across([look(thing) for thing in self.distinct], self.which)


def across(things: Iterable[Alike]) -> Across[Alike]:
    """Lay the things of all candidates side by side; equal ones are one."""
    numbers: dict[Alike, int] = {}
    which = [numbers.setdefault(thing, len(numbers)) for thing in things]
    return Across(list(numbers), which)


def regrouped(things: Across[Alike]) -> Across[Alike]:
    """Return the same with equal ones as one: what differed may have come to the same."""
    groups = across(things.distinct)
    return Across(groups.distinct, [groups.which[at] for at in things.which])


def together(columns: Sequence[Across[Any]]) -> Across[tuple[Any, ...]]:
    """Return several things of every candidate as one, at least one; the distinct ones are the rows that occur."""
    rows = across(zip(*(column.which for column in columns), strict=True))
    distinct = [tuple(column.distinct[at] for column, at in zip(columns, row, strict=True)) for row in rows.distinct]
    return Across(distinct, rows.which)
