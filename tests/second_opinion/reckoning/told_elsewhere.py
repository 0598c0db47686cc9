"""What others than the units tell of somebody: the commune's confirmations, decisions of recognition, earlier awards."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction

from tests.second_opinion.reading.register import Register
from tests.second_opinion.reading.returns import Record, Return
from tests.second_opinion.reading.typed import Meant, spelt
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.candidates import Candidate

KINDS = {"Tập thể": "collective", "Hộ gia đình": "household", "Dòng họ": "clan", "Cá nhân": "individual"}


def about(row: Record, candidate: Candidate) -> bool:
    """Whether a row is about somebody: a unit by its code, anybody by name and year of birth, else by name and unit."""
    unit, name, born = _value(row, "unit"), _value(row, "name"), _value(row, "birth_year")
    if candidate.name is None:
        return unit == candidate.unit.id
    if spelt(name) != spelt(candidate.name):
        return False
    if candidate.born is not None and isinstance(born, Fraction):
        return born == candidate.born
    return unit == candidate.unit.id


def _value(row: Record, name: str) -> Meant:
    return row[name].value if name in row else None


def _of_kind(row: Record, candidate: Candidate) -> bool:
    return KINDS.get(str(_value(row, "kind"))) == str(law.award(candidate.award)["subject"])


def confirmed(said: Iterable[Return], candidate: Candidate, year: int, mark: str) -> bool | None:
    """Return what the commune's newest word of the year is on a mark of somebody."""
    of_year = [one for one in said if one.year == year]
    for one in sorted(of_year, key=lambda one: str(one.value("confirmed", "confirmed_on")), reverse=True):
        for row in one.lists.get("subjects", ()):
            if _of_kind(row, candidate) and about(row, candidate) and isinstance(value := _value(row, mark), bool):
                return value
    return None


def awarded_before(own: Register, candidate: Candidate, years: Collection[object]) -> bool:
    """Whether the register tells of an award to somebody for one of these years."""
    rows = own.rows.get("past_awards", ())
    return any(_of_kind(row, candidate) and about(row, candidate) and _value(row, "year") in years for row in rows)


def decided(own: Register, title: Mapping[str, object], candidate: Candidate, year: int, day: date) -> bool | None:
    """Return whether the decisions on a title in a year name somebody; None where the commune laid none."""
    rows = [
        row
        for row in own.rows.get("recognitions", ())
        if _value(row, "title") == title["name"]
        and _value(row, "year") == year
        and _value(row, "decided_on") is not None
    ]
    signed = [row for row in rows if isinstance(on := _value(row, "decided_on"), date) and on <= day]
    return any(about(row, candidate) for row in signed) if rows else None
