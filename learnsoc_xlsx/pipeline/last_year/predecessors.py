"""Predecessors: whose lists of last year are a unit's own by now, and whose cannot be shared out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.register import Register, Unit


@dataclass(frozen=True)
class Predecessors:
    """Units by their ids: `whole` are those whose lists are all a unit's own (itself first, then whom it took over), `parted`
    those that were split, it among the successors.
    """

    whole: tuple[str, ...]
    parted: tuple[str, ...]


def predecessors(register: Register, unit: str, reporting: Collection[str], listed_on: date, now: date) -> Predecessors:
    """Return whose lists, as they stood on the day `listed_on`, are a unit's by the day `now`.

    A unit among those `reporting` fills in its own template: whatever it becomes later, its list stays with it. Of a unit
    that took over one that had taken over another, the lists of both are. One that was split since, and lives on under its
    id, is parted like any other.
    """
    whole: dict[str, None] = {}
    parted: dict[str, None] = {}
    waiting = [unit]
    while waiting:
        member = waiting.pop(0)
        if member in whole or member in parted:
            continue
        if _was_split(register.rows_of(member), listed_on, now):
            parted[member] = None
        elif member == unit or member not in reporting:
            whole[member] = None
            waiting += register.forebears(member)
    return Predecessors(tuple(whole), tuple(parted))


def _was_split(rows: Sequence[Unit], listed_on: date, now: date) -> bool:
    """Whether a unit, by its rows from the oldest on, was split after a day, or before it without living on."""
    return any(
        len(row.successors) > 1
        and row.until is not None
        and row.until < now
        and (row.until >= listed_on or row is rows[-1])
        for row in rows
    )
