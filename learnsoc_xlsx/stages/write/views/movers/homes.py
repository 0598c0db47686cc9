"""Homes: which units' lists of two years are of one place, where units were joined or split between them."""

from collections.abc import Iterable
from datetime import date

from learnsoc_xlsx.model.register import Register


def homes(register: Register, year: int, units: Iterable[str]) -> dict[str, int]:
    """Return for each unit the number of its home, over a year and the one before it.

    Units that became one, or of which one became several, in these two years are of one home: whoever stands in the list of
    a successor did not move. All others are homes of their own.
    """
    home = {unit: unit for unit in units}

    def root(unit: str) -> str:
        while home.setdefault(unit, unit) != unit:
            unit = home[unit]
        return unit

    first, last = date(year - 1, 1, 1), date(year, 12, 31)
    for row in register.units:
        for successor in row.successors if row.until and first <= row.until <= last else ():
            home[root(row.id)] = root(successor)
    numbers: dict[str, int] = {}
    return {unit: numbers.setdefault(root(unit), len(numbers)) for unit in sorted(home)}
