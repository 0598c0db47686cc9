"""Relations of awards: what a round may say when one candidate does better, leaves, or when money is counted in other units."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Outcome, Value, Verdict
from tests.metamorphic.candidates import (
    AWARDS,
    Scene,
    award_in,
    blockers_of,
    conditions_of,
    marks_of,
    money,
    numbers_of,
    scene,
    summed,
)

FROM_WORST = (Outcome.ON_HOLD, Outcome.NOT_ELIGIBLE, Outcome.UNDECIDED, Outcome.RESERVE, Outcome.RECOMMENDED)
"""On hold comes first: whoever is no longer held back may still lack a condition, which was said beside it before."""
_RAISED = 6
"""So many figures are raised in each round that is made up."""
Relation = Callable[[str, int], Iterator[str]]
"""Of an award and a seed, what does not hold."""


def better_is_never_worse(award: str, seed: int) -> Iterator[str]:
    """Raise any one figure, score or mark of a candidate: its verdict does not get worse and its rank not lower (III.1: each
    condition asks for at least so much; keys rank the greater first).

    What is not known is left as it is: a figure that comes in may show that a condition is not met. What a share is a share
    of is no figure of which more is better. Others may fall behind: a quota is shared.
    """
    before = scene(award, seed)
    said = before.verdicts()
    chance = Random(f"better {award} {seed}")
    for _ in range(_RAISED):
        candidate, year = chance.choice(before.candidates), chance.choice(before.held.years)
        name = chance.choice(_raised_names(before, year))
        better = _raised(candidate, before, year, name, chance)
        if better is None:
            continue
        was, now = said[candidate.subject], before.with_candidate(better).verdicts()[candidate.subject]
        if _worth(now) < _worth(was) or _falls(was, now):
            words = f"{candidate.subject} with more {name} in {year}"
            yield f"{award} {seed}: {words}: {_in_short(was)}, now {_in_short(now)}"


def _raised_names(of: Scene, year: int) -> tuple[str, ...]:
    given = award_in(of.award, year)
    return (*numbers_of(given, year), *marks_of(given, year), *blockers_of(given))


def _raised(candidate: Candidate, of: Scene, year: int, name: str, chance: Random) -> Candidate | None:
    """The candidate with more of one fact in a year; None where it is not known, or as good as can be."""
    given = award_in(of.award, year)
    fact = candidate.facts[year].get(name)
    value = fact.value if fact else None
    best = name not in blockers_of(given)
    if fact is None or value is None or value is best:
        return None
    more: Value = best if isinstance(value, bool) else _more(value, name, chance)
    facts = candidate.facts | {year: candidate.facts[year] | {name: replace(fact, value=more)}}
    changed = replace(candidate, facts=facts)
    return replace(changed, over_phase=summed(changed, given, of.held.years))


def _more(value: Value, name: str, chance: Random) -> Value:
    assert isinstance(value, int | Fraction)
    return value + chance.randint(1, 3) * (500_000 if name in money() else 1)


def _worth(verdict: Verdict) -> int:
    return FROM_WORST.index(verdict.outcome)


def _falls(was: Verdict, now: Verdict) -> bool:
    return was.rank is not None and (now.rank is None or now.rank > was.rank)


def who_leaves_makes_room_for_the_first_reserve(award: str, seed: int) -> Iterator[str]:
    """Where no equals stand at the quota, take away one who is recommended: the first reserve is recommended, every other
    verdict stays, and whoever stood behind moves up by one.

    Equals at the quota are another matter: the commune's choice of a tie rule (award.{award}.ties) says what becomes of them
    all, so that with one fewer several may move.
    """
    before = scene(award, seed)
    said = before.verdicts()
    recommended = [verdict for verdict in said.values() if verdict.outcome is Outcome.RECOMMENDED]
    if not recommended or not _parts_nobody(said, before.limit):
        return
    leaving = Random(f"leaves {award} {seed}").choice(recommended)
    now = before.without(leaving.subject).verdicts()
    first = min((one for one in said.values() if one.outcome is Outcome.RESERVE), key=_rank, default=None)
    for subject, verdict in now.items():
        was = said[subject]
        expected = Outcome.RECOMMENDED if first and subject == first.subject else was.outcome
        rank = was.rank and was.rank - (was.rank > _rank(leaving))
        if (verdict.outcome, verdict.rank) != (expected, rank):
            yield f"{award} {seed}: without {leaving.subject}, {subject} is {_in_short(verdict)}, before {_in_short(was)}"


def _parts_nobody(said: Mapping[str, Verdict], limit: int) -> bool:
    """Whether the last within the quota and the two behind it stand alone, so that the line may move by one."""
    ranks = sorted(verdict.rank for verdict in said.values() if verdict.rank is not None)
    return all(ranks[at] == at + 1 for at in range(limit - 1, limit + 2) if 0 <= at < len(ranks)) and limit > 0


def _rank(verdict: Verdict) -> int:
    assert verdict.rank is not None
    return verdict.rank


def money_in_other_units_changes_no_rank(award: str, seed: int) -> Iterator[str]:
    """Multiply all money and every bound that it is held against: every verdict and every rank is the same."""
    before = scene(award, seed)
    times = Random(f"money {award} {seed}").choice((Fraction(1, 1000), Fraction(3), Fraction(1000), Fraction(7, 5)))
    given = award_in(award, before.held.year)
    bounds = {one.bound.key for one in conditions_of(given) if one.bound and one.of in money()}
    numbers = {key: value * times if key in bounds else value for key, value in before.numbers.items()}
    candidates = tuple(_paid(candidate, before, times) for candidate in before.candidates)
    now = replace(before, numbers=numbers, candidates=candidates).verdicts()
    for subject, was in before.verdicts().items():
        if (was.outcome, was.rank) != (now[subject].outcome, now[subject].rank):
            yield f"{award} {seed}: {subject} times {times}: {_in_short(was)}, now {_in_short(now[subject])}"


def _paid(candidate: Candidate, of: Scene, times: Fraction) -> Candidate:
    facts = {
        year: {name: _times(fact, times) if name in money() else fact for name, fact in own.items()}
        for year, own in candidate.facts.items()
    }
    changed = replace(candidate, facts=facts)
    return replace(changed, over_phase=summed(changed, award_in(of.award, of.held.year), of.held.years))


def _times(fact: Fact, times: Fraction) -> Fact:
    return replace(fact, value=fact.value * times) if isinstance(fact.value, int | Fraction) else fact


def the_order_of_candidates_changes_nothing(award: str, seed: int) -> Iterator[str]:
    """Name the candidates in another order: every verdict is the same, and they come in the same order."""
    before = scene(award, seed)
    candidates = list(before.candidates)
    Random(f"order {award} {seed}").shuffle(candidates)
    if list(before.verdicts().items()) != list(replace(before, candidates=tuple(candidates)).verdicts().items()):
        yield f"{award} {seed}: verdicts follow the order of candidates"


def _in_short(verdict: Verdict) -> str:
    return f"{verdict.outcome.word} {verdict.rank}"


RELATIONS: tuple[Relation, ...] = (
    better_is_never_worse,
    who_leaves_makes_room_for_the_first_reserve,
    money_in_other_units_changes_no_rank,
    the_order_of_candidates_changes_nothing,
)
__all__ = ["AWARDS", "RELATIONS"]
