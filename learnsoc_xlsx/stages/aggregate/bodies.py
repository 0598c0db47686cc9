"""Who stands for whom: the bodies that figures are made for, and the units whose figures they hold on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.register import Register


@dataclass(frozen=True)
class Body:
    """Something figures are made for: a unit, the commune, a level above; and the units that stand for it on a day."""

    scope: str
    id: str
    units: frozenset[str]


def bodies(register: Register, holders: Mapping[str, str], day: date) -> list[Body]:
    """Return the holders of the units' figures, the commune and every level above, as they stand on a day.

    In the structure of its own time each unit holds its own. Today a unit that ended stands for nothing any more: its
    figures belong to its successor, unless it was split, when they stay with it.
    """
    members: dict[tuple[str, str], set[str]] = {}
    for unit, holder in holders.items():
        members.setdefault(("unit", holder), set()).add(unit)
        for scope, above in _levels(register, holder, day):
            members.setdefault((scope, above), set()).add(unit)
    return [Body(scope, name, frozenset(held)) for (scope, name), held in sorted(members.items())]


def holder(register: Register, unit: str, day: date) -> str:
    """Follow a unit through mergers to whoever holds its figures on a day."""
    seen = {unit}
    while True:
        row = register.unit_on(unit, day)
        if row is None or row.until is None or row.until >= day or len(row.successors) != 1:
            return unit
        if register.unit_on(row.successors[0], day) is None:
            return unit
        unit = row.successors[0]
        if unit in seen:
            return unit
        seen.add(unit)


def _levels(register: Register, unit: str, day: date) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of every unit above, nearest first."""
    seen = {unit}
    row = register.unit_on(unit, day)
    while row and row.parent and row.parent not in seen:
        seen.add(row.parent)
        row = register.unit_on(row.parent, day)
        if row:
            yield row.kind, row.id
