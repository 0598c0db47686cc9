"""Trace: one nominee through the lists of several years: the row that tells who is meant in one year tells it in all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier, Listed, Nominee
from learnsoc_xlsx.vietnamese.letters import key

Who = tuple[object, ...]


@dataclass(frozen=True)
class Traced:
    """Where a nominee stands in the lists: `rows` by year, one each; `unclear` by year, where several may be meant.

    `holders` is the unit whose list it is, by year. `birth_year` is the nomination's, else that of the row of its own
    year.
    """

    rows: Mapping[int, Listed]
    unclear: Mapping[int, Sequence[Listed]]
    holders: Mapping[int, str]
    birth_year: int | None

    def whos(self, name: str) -> list[Who]:
        """What tells one subject from another: its rows, and its name and year of birth."""
        rows: list[Who] = [(id(table), at) for table, at in self.rows.values()]
        return [*rows, (key(name), self.birth_year)] if self.birth_year else rows


def trace(dossier: Dossier, award: Award, named: Nominee, years: Iterable[int]) -> Traced:
    """Find the rows that are about a nominee in each of these years, in the lists of its unit or of one that it took over.

    The year of birth is the nomination's own, or that of the one row that may be meant in the nomination's year; then
    another year's row of another year of birth is somebody else's. Where it is known of neither, rows of two years of
    birth leave it unclear. Nobody is guessed at.
    """
    wanted = tuple(years)
    asked = ("trace", award.listed_in, id(named), wanted)
    return dossier.once(asked, lambda: _traced(dossier, award, named, wanted))


def _traced(dossier: Dossier, award: Award, named: Nominee, years: Iterable[int]) -> Traced:
    own = named.sent.year
    bearing = {year: _bearing(dossier, award, named, year) for year in sorted({own, *years})}
    meant = _possible(bearing[own], named.nomination.birth_year)
    births = [row.birth_year for row in meant] if len(meant) == 1 else []
    birth_year = named.nomination.birth_year or next(iter(births), None)
    possible = {year: meant if year == own else _possible(rows, birth_year) for year, rows in bearing.items()}
    apart = birth_year is None and len({row.birth_year for rows in possible.values() for row in rows} - {None}) > 1
    unclear = {
        year: [row.row for row in rows]
        for year, rows in possible.items()
        if len(rows) > 1 or (apart and rows and year != own)
    }
    clear = {year: rows[0] for year, rows in possible.items() if rows and year not in unclear}
    return Traced(
        {year: bearer.row for year, bearer in clear.items()},
        unclear,
        {year: rows[0].holder for year, rows in possible.items() if rows},
        birth_year,
    )


def births(dossier: Dossier, award: Award, named: Nominee) -> list[int]:
    """Return the years of birth that rows of a nominee's name give in the nomination's year."""
    rows = _bearing(dossier, award, named, named.sent.year)
    return [row.birth_year for row in rows if row.birth_year is not None]


@dataclass(frozen=True)
class _Bearer:
    """A row that bears the name, whose list it is in, and the year of birth that it gives."""

    row: Listed
    holder: str
    birth_year: int | None


def _bearing(dossier: Dossier, award: Award, named: Nominee, year: int) -> list[_Bearer]:
    """Every row of that name in a year, of the unit itself first."""
    unit = named.sent.unit
    return [
        _Bearer(row, holder, _birth_year(dossier, row, holder))
        for holder in (unit, *dossier.forebears.get(unit, ()))
        if (submission := dossier.sent.get((holder, year))) is not None
        for row in dossier.listed(award.listed_in, submission, named.nomination.name)
    ]


def _birth_year(dossier: Dossier, row: Listed, holder: str) -> int | None:
    fact = dossier.facts(row, holder).get("birth_year")
    return fact.value if fact is not None and isinstance(fact.value, int) else None


def _possible(rows: Sequence[_Bearer], birth_year: int | None) -> list[_Bearer]:
    """The rows that may be meant, of the first list that has any; one that gives the very year of birth before one that gives none."""
    may = [row for row in rows if None in (row.birth_year, birth_year) or row.birth_year == birth_year]
    first = [row for row in may if row.holder == may[0].holder]
    exact = [row for row in first if birth_year is not None and row.birth_year == birth_year]
    return exact or first
