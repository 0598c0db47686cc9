"""Adding up: the figures of every unit, of the commune and of what lies above it, by year and by phase, exactly.

A part is what one unit said in one year. A figure is the sum of the parts that it takes; how many it should have taken
and how many it had stand beside it. What is missing is never 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_opinion.reading.codebook import Form, codebook
from tests.second_opinion.reading.register import ABOVE, Register, Unit
from tests.second_opinion.reading.returns import Return, Said
from tests.second_opinion.reading.settling import Settled, forms_of
from tests.second_opinion.reckoning.indicators import COUNTED, MARKED, SHARES, SUMMED

PHASES = {"phase-1": (2024, 2025), "phase-2": (2026, 2030)}


@dataclass(frozen=True)
class Part:
    """What a unit said of one figure in one year: one number, or the two of a share; `lacking` rows of its list are blank."""

    unit: str
    year: int
    of: Fraction
    out_of: Fraction | None = None
    places: tuple[tuple[str, str, str], ...] = ()
    lacking: bool = False


@dataclass(frozen=True)
class Figure:
    """What the parts come to; `value` None where nobody said anything, or a share is of nothing."""

    value: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    reported: int
    expected: int
    partial: bool
    places: tuple[tuple[str, str, str], ...]


Key = tuple[str, str, str, str, str]
"""Indicator, scope, id, period, structure: as run.json tells figures apart."""


@dataclass(frozen=True)
class Reckoning:
    """The commune as its returns tell it, until the last year that counts."""

    settled: Settled
    first: int
    last: int

    @property
    def register(self) -> Register:
        return self.settled.register

    def years_of(self, phase: str) -> range:
        first, last = PHASES[phase]
        return range(max(first, self.first), min(last, self.last) + 1)

    def part(self, indicator: str, unit: str, year: int) -> Part | None:
        """Return what a unit said of a figure that year, or None."""
        said = self.settled.returns.get((unit, year))
        return None if said is None else part(indicator, said)

    def figure(self, indicator: str, units: Iterable[Unit], years: Iterable[int]) -> Figure | None:
        """Return a figure of these units over these years, or None where it is asked of none of them."""
        asked = [
            (unit, year)
            for year in years
            for unit in units
            if unit.active(year) and indicator in asked_of(unit.kind, year)
        ]
        taken = _years_taken(indicator, list(years), [year for _, year in asked])
        due = [(unit, year) for unit, year in asked if year in taken]
        if not due:
            return None
        found = [self.part(indicator, unit.id, year) for unit, year in due]
        return _sum(indicator, [one for one in found if one is not None], len(due))


def asked_of(kind: str, year: int) -> frozenset[str]:
    """Return the figures that the form of a kind of unit gives, those that are reckoned of it among them."""
    form = codebook(year).get(kind)
    return frozenset() if form is None or kind not in forms_of(year) else _given(form)


def _given(form: Form) -> frozenset[str]:
    sheet = form.sheets["indicators"]
    given = {*sheet.fields, *sheet.elsewhere}
    given |= {name for name, (lists, marks) in COUNTED.items() for one in lists if _has(form, one, marks)}
    given |= {name for name, (one, field) in SUMMED.items() if _has(form, one, (field,))}
    given |= {name for name, (one, field) in MARKED.items() if _has(form, one, (field,))}
    given |= {name for name, (of, out_of) in SHARES.items() if {of, out_of} <= given}
    return frozenset(given)


def _has(form: Form, sheet: str, fields: Iterable[str]) -> bool:
    return sheet in form.sheets and all(field in form.sheets[sheet].fields for field in fields)


def adds_up(indicator: str) -> str:
    """Return how a figure adds up over years: flow, stock, opening; a share as what it is a share of."""
    whole = SHARES[indicator][1] if indicator in SHARES else indicator
    found = codebook(FIRST_KNOWN)["commune"].sheets["indicators"].fields[whole].adds_up
    assert found is not None
    return found


FIRST_KNOWN = 2026


def _years_taken(indicator: str, years: list[int], asked: list[int]) -> list[int]:
    """Return the years of a period that a figure takes: an opening balance the first in which anybody was asked."""
    match adds_up(indicator):
        case "flow":
            return years
        case "stock":
            return years[-1:]
        case _:
            return asked[:1]


def part(indicator: str, said: Return) -> Part | None:
    """Return what a return says of a figure."""
    if indicator in SHARES:
        return _share(said, *SHARES[indicator])
    if indicator in COUNTED:
        return _counted(said, *COUNTED[indicator])
    if indicator in SUMMED:
        return _summed(said, *SUMMED[indicator])
    one = said.said(*MARKED[indicator]) if indicator in MARKED else said.said("indicators", indicator)
    if one is None or not isinstance(one.value, Fraction | bool):
        return None
    return Part(said.unit, said.year, Fraction(one.value), places=(_place(one),))


def _place(said: Said) -> tuple[str, str, str]:
    return said.file, said.sheet, said.cell


def _share(said: Return, of: str, out_of: str) -> Part | None:
    if of in SUMMED and out_of in SUMMED:
        return _share_of_rows(said, SUMMED[of], SUMMED[out_of])
    above, below = part(of, said), part(out_of, said)
    if above is None or below is None:
        return None
    return Part(said.unit, said.year, above.of, below.of, above.places + below.places)


def _share_of_rows(said: Return, of: tuple[str, str], out_of: tuple[str, str]) -> Part | None:
    """A share of two columns of a list: of the rows that gave both."""
    rows = said.lists.get(of[0], ())
    pairs = [(row[of[1]].number, row[out_of[1]].number) for row in rows if of[1] in row and out_of[1] in row]
    both = [(above, below) for above, below in pairs if above is not None and below is not None]
    if not both:
        return None
    above, below = (sum((one[side] for one in both), Fraction(0)) for side in (0, 1))
    return Part(said.unit, said.year, above, below, lacking=len(both) < len(pairs))


def _counted(said: Return, lists: tuple[str, ...], marks: tuple[str, ...]) -> Part | None:
    rows = said.lists.get(lists[0])
    if rows is None:
        return None
    count = sum(all(mark in row and row[mark].value is True for mark in marks) for row in rows)
    return Part(said.unit, said.year, Fraction(count))


def _summed(said: Return, name: str, field: str) -> Part | None:
    rows = said.lists.get(name)
    if rows is None:
        return None
    values = [exact for row in rows if field in row and (exact := row[field].number) is not None]
    if rows and not values:
        return None
    return Part(said.unit, said.year, sum(values, Fraction(0)), lacking=len(values) < len(rows))


def _sum(indicator: str, parts: list[Part], expected: int) -> Figure:
    places = tuple(place for one in parts for place in one.places)
    partial = any(one.lacking for one in parts)
    if not parts:
        return Figure(None, None, None, 0, expected, False, ())
    total = sum((one.of for one in parts), Fraction(0))
    if indicator not in SHARES:
        return Figure(total, None, None, len(parts), expected, partial, places)
    whole = sum((one.out_of or Fraction(0) for one in parts), Fraction(0))
    return Figure(100 * total / whole if whole else None, total, whole, len(parts), expected, partial, places)


def figures(reckoning: Reckoning) -> dict[Key, Figure]:
    """Return every figure: by year and by phase, of each unit, the commune, and each that it lies in."""
    found: dict[Key, Figure] = {}
    for period, years in periods(reckoning).items():
        for scope, name, units, structure in scopes(reckoning.register, years):
            for indicator in _all(units, years):
                if (figure := reckoning.figure(indicator, units, years)) is not None:
                    found[indicator, scope, name, period, structure] = figure
    return found


def periods(reckoning: Reckoning) -> dict[str, list[int]]:
    """Return the years of each period, by its id."""
    by_year = {str(year): [year] for year in range(reckoning.first, reckoning.last + 1)}
    by_phase = {phase: list(reckoning.years_of(phase)) for phase in PHASES}
    return {period: years for period, years in (by_year | by_phase).items() if years}


def _all(units: Iterable[Unit], years: Iterable[int]) -> set[str]:
    return {name for unit in units for year in years for name in asked_of(unit.kind, year)}


def scopes(own: Register, years: list[int]) -> list[tuple[str, str, list[Unit], str]]:
    """Return what has figures in these years: (scope, id, whose parts, structure).

    Units are those of the time, and once more as they stand today where one took another over.
    """
    reporting = [unit for unit in own.units.values() if unit.kind not in ABOVE and any(map(unit.active, years))]
    found = [("unit", unit.id, [unit], "own") for unit in reporting]
    levels = [unit for unit in own.units.values() if unit.kind in ABOVE and unit.of(date(years[-1], 12, 31))]
    found += [(one.kind, one.id, _under(own, one, reporting, years[-1]), "own") for one in levels]
    heirs: dict[str, list[Unit]] = {}
    for unit in reporting:
        heirs.setdefault(_heir(own, unit), []).append(unit)
    found += [
        ("unit", heir, units, "current") for heir, units in heirs.items() if [unit.id for unit in units] != [heir]
    ]
    return found


def _under(own: Register, level: Unit, reporting: list[Unit], year: int) -> list[Unit]:
    return [unit for unit in reporting if level.id in _line(own, unit, year)]


def _heir(own: Register, unit: Unit) -> str:
    """Return who stands for a unit today."""
    while unit.successor:
        unit = own.units[unit.successor]
    return unit.id


def _line(own: Register, unit: Unit, year: int) -> set[str]:
    """Return what a unit lay in at the end of the year, one above another."""
    line: set[str] = set()
    above = unit.last_of(year).parent if unit.active(year) else max(unit.spans, key=lambda one: one.until).parent
    while above:
        line.add(above)
        above = own.units[above].last_of(year).parent
    return line
