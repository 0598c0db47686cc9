"""Who may be awarded: units of the kinds that III.1 names, and those whom units nominate, found again in their lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from tests.second_opinion.reading.register import Unit
from tests.second_opinion.reading.returns import PERSON, Record, Return, Said
from tests.second_opinion.reading.typed import Meant, spelt
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.figures import Reckoning, part
from tests.second_opinion.reckoning.rounds import Round, chosen

CALLED = {"Hộ gia đình": "household", "Dòng họ": "clan", "Cá nhân": "citizen"}


class Unknown(Enum):
    """Why a fact is not known: nothing is said (no report, a blank cell, nobody of that name), or the form did not ask."""

    MISSING = "missing"
    UNASKED = "unasked"


MISSING: Final = Unknown.MISSING
UNASKED: Final = Unknown.UNASKED
Fact = Meant | Unknown


@dataclass(frozen=True)
class Year:
    """What is known of a candidate in one year: by its unit's return, its row of a list, and the rows that nominate it.

    `namesakes`: another row that may be meant stands in the list of a unit that its own took over, or of its own.
    """

    year: int
    said: Return | None
    row: Record | None = None
    rows: tuple[Record, ...] = ()
    several: bool = False
    of_list: bool = False
    namesakes: bool = False

    def fact(self, name: str) -> Fact:
        """Return a fact, MISSING where it is blank or nothing is known, UNASKED where it was not asked."""
        if self.said is None:
            return MISSING
        if self.row is not None:
            return _value(self.row.get(name))
        if self.of_list:
            return MISSING
        for record in self.said.fixed.values():
            if name in record:
                return _value(record[name])
        found = part(name, self.said) if name not in ("pending", "already_awarded") else None
        if found is not None:
            return 100 * found.of / found.out_of if found.out_of else MISSING if found.out_of is not None else found.of
        return UNASKED

    def mark(self, name: str) -> bool | None:
        """Return a mark about the award itself: of the rows that nominate, any; of a unit, its cover."""
        cover = {} if self.said is None or self.of_list else self.said.fixed.get("cover", {})
        values = [row[name].value for row in (*self.rows, cover) if name in row]
        return True if True in values else False if False in values else None


def _value(said: Said | None) -> Fact:
    return UNASKED if said is None else MISSING if said.value is None else said.value


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be awarded: `unit` is the unit itself or the one that nominates; years are those of the round."""

    award: str
    unit: Unit
    name: str | None
    years: tuple[Year, ...]
    place: tuple[str, str | None]
    born: Fraction | None = None


def candidates(reckoning: Reckoning, held: Round, award: str) -> list[Candidate]:
    """Return whom a round looks at for an award."""
    row = law.award(award)
    if row["candidates"] == "units":
        return [one for one in _units(reckoning, held, row) if not held.upward or one.years[-1].mark("upward") is True]
    return list(_nominated(reckoning, held, row))


def _units(reckoning: Reckoning, held: Round, row: law.Row) -> Iterator[Candidate]:
    for unit in reckoning.register.units.values():
        if unit.kind in row["unit_kinds"] and any(map(unit.active, held.years)):
            said = [Year(year, reckoning.settled.returns.get((unit.id, year))) for year in _since(unit, held)]
            newest = next((one.said.file for one in reversed(said) if one.said), "")
            yield Candidate(row["id"], unit, None, tuple(said), (newest, None))


def _since(unit: Unit, held: Round) -> list[int]:
    """Return the years of a round from the first on in which there was the unit."""
    return [year for year in held.years if any(map(unit.active, range(held.years[0], year + 1)))]


@dataclass(frozen=True)
class Nomination:
    """One row that names somebody, and whom it means: a row of a list of the same return."""

    said: Return
    row: Record
    listed: Record | None
    several: bool
    who: tuple[object, ...]


def _nominated(reckoning: Reckoning, held: Round, row: law.Row) -> Iterator[Candidate]:
    looked_at = held.years if chosen("phase.candidates", held, reckoning.register)[0] == "some" else held.years[-1:]
    by_who: dict[object, list[Nomination]] = {}
    for year in held.years:
        for unit in sorted(reckoning.register.units):
            if (said := reckoning.settled.returns.get((unit, year))) is not None:
                for one in (one for one in _nominations(said, row) if not held.upward or _upward(one)):
                    by_who.setdefault(one.who, []).append(one)
    for named in _laid_together(reckoning, held, row, by_who.values()):
        if any(one.said.year in looked_at for one in named):
            yield _candidate(reckoning, held, row, named)


def _laid_together(
    reckoning: Reckoning, held: Round, award: law.Row, groups: Iterable[list[Nomination]]
) -> list[list[Nomination]]:
    """Lay together those who stand in one row: a unit names whom the list of one that it took over has."""
    together: list[tuple[set[int], list[Nomination]]] = []
    for named in sorted(groups, key=lambda of: -max(one.said.year for one in of)):
        rows = {id(year.row) for year in _candidate(reckoning, held, award, named).years if year.row is not None}
        of_row, before = next((one for one in together if one[0] & rows), (rows, []))
        if not before:
            together.append((of_row, before))
        of_row |= rows
        before += named
    return [named for _, named in together]


def _nominations(said: Return, award: law.Row) -> Iterator[Nomination]:
    for row in said.lists.get("nominations", ()):
        if CALLED.get(str(row["award"].value)) == award["id"] and row["name"].value is not None:
            same = _listed(said, award, row["name"].value, row["birth_year"].value)
            listed = same[0] if len(same) == 1 else None
            yield Nomination(said, row, listed, len(same) > 1, _who(said, award, row, listed))


def _upward(one: Nomination) -> bool:
    return "upward" in one.row and one.row["upward"].value is True


def _who(said: Return, award: law.Row, row: Record, listed: Record | None) -> tuple[object, ...]:
    """Return who is meant: a clan by its unit and name, anybody else by name and year of birth."""
    name, born = spelt(row["name"].value), row["birth_year"].value
    if award["id"] == "clan":
        return said.unit, name
    if born is None and listed is not None:
        born = listed["birth_year"].value
    return (name, born) if born is not None else (name, said.unit)


def _listed(said: Return, award: law.Row, name: object, born: object) -> list[Record]:
    same = [
        row
        for sheet in award["listed_in"]
        for row in said.lists.get(sheet, ())
        if spelt(row[PERSON[sheet]].value) == spelt(name)
    ]
    if born is not None and award["id"] != "clan":
        same = [row for row in same if row["birth_year"].value == born]
    return same


def _candidate(reckoning: Reckoning, held: Round, award: law.Row, named: list[Nomination]) -> Candidate:
    newest = max(one.said.year for one in named)
    first = next(one for one in named if one.said.year == newest)
    unit = reckoning.register.units[first.said.unit]
    years = tuple(_year(reckoning, award, first, year, named) for year in _since(unit, held))
    name = str(first.row["name"].value)
    return Candidate(award["id"], unit, name, years, (first.said.file, first.row["name"].cell), _born(first))


def _born(one: Nomination) -> Fraction | None:
    """Return the year of birth of somebody nominated: as the row says that names him, else as the list does."""
    rows = [row for row in (one.row, one.listed) if row and "birth_year" in row]
    return next((exact for row in rows if (exact := row["birth_year"].number) is not None), None)


def _year(reckoning: Reckoning, award: law.Row, first: Nomination, year: int, named: Iterable[Nomination]) -> Year:
    found = [
        said for unit in _line(reckoning, first.said.unit) if (said := reckoning.settled.returns.get((unit, year)))
    ]
    by_return = [(said, _listed(said, award, first.row["name"].value, _born(first))) for said in found]
    namesakes = sum(len(same) for _, same in by_return) > 1
    then = [one for one in named if one.said.year == year]
    if then:
        rows = tuple(one.row for one in then)
        return Year(year, then[0].said, then[0].listed, rows, then[0].several, True, namesakes)
    said, same = next((one for one in by_return if one[1]), by_return[0] if by_return else (None, []))
    row = same[0] if len(same) == 1 else None
    return Year(year, said, row, several=len(same) > 1, of_list=True, namesakes=namesakes)


def _line(reckoning: Reckoning, unit: str) -> list[str]:
    """Return the unit, those that it took over, and who took it over: somebody may stand in the list of any, in his year."""
    units = reckoning.register.units
    return [unit, *(one.id for one in units.values() if one.successor == unit)]
