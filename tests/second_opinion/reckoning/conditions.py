"""The conditions of an award, for one candidate: met, not met, or not known; each year by its own numbers."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_opinion.reading.register import Register
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.candidates import MISSING, UNASKED, Candidate, Unknown, Year
from tests.second_opinion.reckoning.rounds import Round, chosen
from tests.second_opinion.reckoning.told_elsewhere import decided

Met = bool | None
InYear = Met | Unknown
MANNER = {"title": "phase.title", "yes": "phase.mark", "at_least": "phase.amount", "any": "phase.amount"}
"""By which of the commune's choices a condition is held against the years of a phase."""


@dataclass(frozen=True)
class Outcome:
    """What comes of a condition: by year (a year is not there that did not ask), and in all; `left_out` when no year asked."""

    condition: str
    label: str
    by_year: dict[int, Met]
    met: Met
    left_out: bool = False


def outcomes(candidate: Candidate, held: Round, own: Register) -> list[Outcome]:
    """Return what comes of each condition of the award."""
    return [_outcome(row, candidate, held, own) for row in law.award(candidate.award)["conditions"]]


def _outcome(row: law.Row, candidate: Candidate, held: Round, own: Register) -> Outcome:
    manner, number = chosen(MANNER[row["test"]], held, own) if held.phased else ("last", None)
    by_year = {year.year: _in_year(row, year, candidate, held, own) for year in candidate.years}
    asked = {year: _known(met) for year, met in by_year.items() if met is not UNASKED}
    match manner:
        case "last":
            last = by_year.get(held.last, MISSING)
            return Outcome(row["id"], row["label"], asked, _known(last), last is UNASKED)
        case "every":
            met = every(asked.values())
        case "some":
            met = _some(list(asked.values()), int(number or 1))
        case _:
            met = _summed(row, [one for one in candidate.years if by_year[one.year] is not UNASKED], own)
    return Outcome(row["id"], row["label"], asked, met, not asked)


def _known(met: InYear) -> Met:
    return met if isinstance(met, bool) else None


def every(met: Iterable[Met]) -> Met:
    """Return whether all are met: one that is not decides, else one that is not known."""
    found = list(met)
    return False if False in found else None if None in found else True


def either(met: Iterable[Met]) -> Met:
    """Return whether one is met: one that is decides, else one that is not known."""
    found = list(met)
    return True if True in found else None if None in found else False


def _some(met: list[Met], needed: int) -> Met:
    """Return whether at least so many years meet it; who has fewer years must meet it in each."""
    needed = min(needed, len(met))
    if met.count(True) >= needed:
        return True
    return None if met.count(True) + met.count(None) >= needed else False


def _in_year(row: law.Row, year: Year, candidate: Candidate, held: Round, own: Register) -> InYear:
    """Return what comes of a condition in a year: met or not, None where it is not known, or UNASKED."""
    if year.several and year.row is None:
        return None
    judge: dict[str, Callable[[], InYear]] = {
        "title": lambda: _title(law.title(row["of"], year.year), year, candidate, held, own),
        "yes": lambda: _yes(row, year),
        "at_least": lambda: _at_least(row, year, own),
        "any": lambda: _any(row, year, own),
    }
    return judge[row["test"]]()


def _title(title: law.Row, year: Year, candidate: Candidate, held: Round, own: Register) -> InYear:
    """A recognition decides: by its day, for as long as it is kept; without a day it is of the year that says it.

    Where the commune laid the decisions on a title in a year, who stands in none of them is not known to be recognised, nor
    is who has namesakes in the lists that a decision may mean.
    """
    if (named := decided(own, title, candidate, year.year, held.decided_on)) is not None:
        if named:
            return None if year.namesakes else True
        return False if year.fact(title["mark"]) is False else None
    said = year.fact(title["mark"])
    if said is not True:
        return said if said is UNASKED or said is False else None
    when = year.fact(title["recognised_when"])
    day = held.decided_on if year.year == held.last else date(year.year, 12, 31)
    if isinstance(when, Fraction):
        return when == year.year if when >= year.year else None
    if not isinstance(when, date):
        return True
    if when.year > year.year or when > day:
        return False
    return _kept(title, when, year.year, day)


def _kept(title: law.Row, when: date, year: int, day: date) -> Met:
    if "valid_months" not in title:
        return True if when.year == year else None
    if when < title["valid_since"]:
        return None
    return day <= months_later(when, title["valid_months"])


def months_later(day: date, months: int) -> date:
    """Return the day so many months later, or the last of its month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _yes(row: law.Row, year: Year) -> InYear:
    """A mark, and the papers that prove it where the form of the year asks for them."""
    said = year.fact(row["of"])
    if said is not True:
        return said if said is UNASKED or said is False else None
    if "proofs" not in row:
        return True
    proofs = [year.fact(name) for name in row["proofs"]]
    if all(one is UNASKED for one in proofs):
        proofs = [year.fact(name) for name in row.get("proofs_before", ())]
    if all(one is UNASKED for one in proofs):
        return UNASKED
    return None if MISSING in proofs else True


def _at_least(row: law.Row, year: Year, own: Register) -> InYear:
    """A number against the commune's own; one that the commune has not set is not known."""
    said, bound = year.fact(row["of"]), own.threshold(row["bound"]["key"], year.year)
    if said is UNASKED:
        return UNASKED
    return said >= bound if isinstance(said, Fraction) and bound is not None else None


def _any(row: law.Row, year: Year, own: Register) -> InYear:
    """One of several, of those that the form asks and for which the commune set a number."""
    asked = [one for one in row["options"] if year.fact(one["of"]) is not UNASKED]
    if not asked:
        return UNASKED
    bounded = [one for one in asked if own.threshold(one["bound"]["key"], year.year) is not None]
    return either(_known(_at_least(one, year, own)) for one in bounded) if bounded else None


def _summed(row: law.Row, years: list[Year], own: Register) -> Met:
    """Return whether the years come to the sum of their numbers, one way or another."""
    options = row["options"] if row["test"] == "any" else [row]
    met = [_sum_met(one, years, own) for one in options if _is_set_in_some_year(one, years, own)]
    return either(met) if met else None


def _is_set_in_some_year(row: law.Row, years: list[Year], own: Register) -> bool:
    asked = [year.year for year in years if year.fact(row["of"]) is not UNASKED]
    return any(own.threshold(row["bound"]["key"], year) is not None for year in asked)


def _sum_met(row: law.Row, years: list[Year], own: Register) -> Met:
    asked = [year for year in years if year.fact(row["of"]) is not UNASKED]
    bounds = [bound for year in asked if (bound := own.threshold(row["bound"]["key"], year.year)) is not None]
    if len(bounds) < len(asked):
        return None
    known = [fact for year in asked if isinstance(fact := year.fact(row["of"]), Fraction)]
    if sum(known) >= sum(bounds):
        return True
    return None if len(known) < len(asked) else False
