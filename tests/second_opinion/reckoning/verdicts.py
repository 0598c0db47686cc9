"""The verdicts: blockers, conditions, the order among those who deserve it, and the line of the quota.

Not declared in any text and taken from the program: a blocker is told before a condition that is not met.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.candidates import UNASKED, Candidate, candidates
from tests.second_opinion.reckoning.conditions import Outcome, every, outcomes
from tests.second_opinion.reckoning.figures import Reckoning
from tests.second_opinion.reckoning.money import bonus
from tests.second_opinion.reckoning.rounds import Round, chosen, quota, rounds
from tests.second_opinion.reckoning.told_elsewhere import awarded_before, confirmed

Keys = tuple[Fraction | None, ...]
STATES = ("families_recognised", "clan_fund")
"""Numbers of a list that tell how things stand: over a phase the last year's, as points are; any other is added up."""


@dataclass(frozen=True)
class Verdict:
    """What comes of a candidate in a round; `across` is the commune's rule where equals stand across the line of the quota."""

    round: str
    candidate: Candidate
    verdict: str
    outcomes: tuple[Outcome, ...]
    blocked: tuple[str, ...]
    keys: Keys
    rank: int | None = None
    tied: bool = False
    bonus: int | None = None
    across: str = ""


def verdicts(reckoning: Reckoning, as_of: date) -> list[Verdict]:
    """Return the verdicts of every round on everybody whom it looks at."""
    return [one for held in rounds(reckoning, as_of) for award in held.awards for one in _of(reckoning, held, award)]


def _of(reckoning: Reckoning, held: Round, award: str) -> list[Verdict]:
    found = [_judged(reckoning, held, one) for one in candidates(reckoning, held, award)]
    deserving = [one for one in found if one.verdict == "recommended"]
    others = [one for one in found if one.verdict != "recommended"]
    limit, ties = quota(held, award, reckoning.register), chosen(f"award.{award}.ties", held, reckoning.register)[0]
    placed = [_placed(one, deserving, limit, ties) for one in deserving]
    return [replace(one, bonus=bonus(one.verdict, award, held, reckoning.register)) for one in (*placed, *others)]


def _judged(reckoning: Reckoning, held: Round, candidate: Candidate) -> Verdict:
    found, blocked = outcomes(candidate, held, reckoning.register), _blocked(candidate, held, reckoning)
    met = every(one.met for one in found if not one.left_out)
    if candidate.name is not None and candidate.years[-1].several and candidate.years[-1].row is None:
        met = None if met is True else met
    verdict = {True: "recommended", False: "not_eligible", None: "undecided"}[met]
    keys = _keys(reckoning, held, candidate)
    return Verdict(held.id, candidate, "on_hold" if blocked else verdict, tuple(found), blocked, keys)


def _blocked(candidate: Candidate, held: Round, reckoning: Reckoning) -> tuple[str, ...]:
    """Return what holds a candidate back: what was told of it last, or ever in the phase; an award before; that it is no more.

    The commune's own word, given later, stands over an award that its register tells of.
    """
    award = law.award(candidate.award)
    some = held.phased and chosen("phase.blockers", held, reckoning.register)[0] == "some"
    marks = [row["of"] for row in award["blockers"]]
    told = [mark for mark in marks if _told(candidate, mark, reckoning, every_year=some)]
    denied = confirmed(reckoning.settled.confirmed, candidate, held.last, "already_awarded") is False
    if "already_awarded" in marks and not denied and awarded_before(reckoning.register, candidate, held.years):
        told = [*(mark for mark in told if mark != "already_awarded"), "already_awarded"]
    ended = "ended" in award and candidate.unit.last_day < held.decided_on
    return (*told, *(["dissolved"] if ended else []))


def _told(candidate: Candidate, mark: str, reckoning: Reckoning, *, every_year: bool) -> bool:
    """Whether somebody is held back by what was told last, or in any year; the commune's word stands over the unit's."""
    said = []
    for year in candidate.years:
        own = confirmed(reckoning.settled.confirmed, candidate, year.year, mark)
        if own is not None or year.rows or (candidate.name is None and year.said is not None):
            said.append(year.mark(mark) if own is None else own)
    return True in (said if every_year else said[-1:])


def _keys(reckoning: Reckoning, held: Round, candidate: Candidate) -> Keys:
    award = law.award(candidate.award)
    declared = [row["of"] for row in award["rank"]]
    said = reckoning.register.choice(f"award.{candidate.award}.rank", held.last)
    names = [name.strip() for word in said[0] for name in word.split(";")] if said else declared
    whole = held.phased and chosen("phase.rank", held, reckoning.register)[0] == "sum"
    years = candidate.years if whole else tuple(one for one in candidate.years if one.year == held.last)
    return tuple(_key(reckoning, candidate, name, [one.year for one in years]) for name in names)


def _key(reckoning: Reckoning, candidate: Candidate, name: str, years: list[int]) -> Fraction | None:
    if candidate.name is None:
        figure = reckoning.figure(name, [candidate.unit], years)
        return figure.value if figure else None
    values = [_of_row(candidate, name, year) for year in years]
    known = [one for one in values if one is not None]
    if name in STATES or name.startswith("total."):
        return values[-1] if values else None
    return sum(known, Fraction(0)) if known else None


def _of_row(candidate: Candidate, name: str, year: int) -> Fraction | None:
    then = next(one for one in candidate.years if one.year == year)
    if name.startswith("total."):
        criteria = law.title(name.removeprefix("total."), year)["criteria"]
        points = [fact for one in criteria if (fact := then.fact(one["id"])) is not UNASKED]
        known = [one for one in points if isinstance(one, Fraction)]
        return sum(known, Fraction(0)) if known and len(known) == len(points) else None
    fact = then.fact(name)
    return fact if isinstance(fact, Fraction) else None


def _placed(one: Verdict, deserving: list[Verdict], limit: int | None, ties: str) -> Verdict:
    """Return a verdict with its place; equals across the line of the quota are as the commune chose."""
    better = sum(_order(other) > _order(one) for other in deserving)
    equals = sum(_order(other) == _order(one) for other in deserving)
    placed = replace(one, rank=better + 1)
    if limit is None or better + equals <= limit:
        return placed
    if better >= limit:
        return replace(placed, verdict="reserve")
    across = replace(placed, across=ties)
    match ties:
        case "include":
            return across
        case "council":
            return replace(across, verdict="reserve", tied=True)
        case _:
            return replace(across, verdict="reserve")


def _order(one: Verdict) -> tuple[tuple[bool, Fraction], ...]:
    """Return how high somebody stands: what is not known stands last."""
    return tuple((key is not None, key or Fraction(0)) for key in one.keys)
