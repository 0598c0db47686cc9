"""Weigh: the candidates of one award, each in every year that the round looks at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award, Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest, Reach
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound, Outcome, Reason, Value
from learnsoc_xlsx.stages.award.weigh.blockers import Founded, blockers_of, blockers_on
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check
from learnsoc_xlsx.stages.award.weigh.summary import summary_of
from learnsoc_xlsx.stages.award.weigh.titles import facts_of, judge
from learnsoc_xlsx.stages.award.weigh.years import YearOfAward, doubted, over_years

TitlesByYear = Mapping[int, Mapping[str, Title]]
AwardByYear = Mapping[int, Award]
_NO_OTHER: AwardByYear = {}


@dataclass(frozen=True)
class Weighed:
    """A candidate with every reason found, and the values it would be ranked by; `outcome` None is eligible."""

    candidate: Candidate
    outcome: Outcome | None
    reasons: tuple[Reason, ...]
    facts: Facts
    keys: tuple[tuple[str, Value], ...]
    summary: str


@dataclass(frozen=True)
class _Asked:
    """What an award asks in one year: its conditions, the titles that it looks for, and the day on which they are judged."""

    year: int
    conditions: Mapping[str, Condition]
    titles: Mapping[str, Title]
    day: date


def weigh(
    held: HeldRound,
    award: Award,
    titles: TitlesByYear,
    candidates: Iterable[Candidate],
    earlier: AwardByYear = _NO_OTHER,
) -> list[Weighed]:
    """Hold every condition of an award against its candidates, each year by its own numbers.

    `earlier` is the award as other years of the round state it. In which years a condition must hold is the round's rule;
    the ranking goes by the facts of its last year.
    """
    asked = {year: _asked(held, earlier.get(year, award), titles, year) for year in {*held.years, held.year}}
    blockers = blockers_on(held, award)
    return [_weighed(held, award, asked, blockers, candidate) for candidate in candidates]


def _asked(held: HeldRound, award: Award, titles: TitlesByYear, year: int) -> _Asked:
    """What an award, as a year states it, asks in that year; an earlier one is judged at its end."""
    wanted = {award.title, *(condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE)}
    of_year = {name: title for name, title in titles.get(year, {}).items() if name in wanted}
    day = held.day_of(award.id)
    day = day if year == held.year else min(date(year, 12, 31), day)
    return _Asked(year, {condition.id: condition for condition in award.conditions}, of_year, day)


def _weighed(
    held: HeldRound, award: Award, asked: Mapping[int, _Asked], founded: Sequence[Founded], candidate: Candidate
) -> Weighed:
    blockers = list(blockers_of(held, award, founded, candidate))
    blocked = [reason for reason in blockers if reason.blocks]
    years = [year for year in held.years if year >= candidate.first_year] or [held.year]
    judged = {year: _in_year(asked[year], candidate.facts.get(year, {})) for year in years}
    facts = judged[years[-1]].facts
    if held.rules.rank is Reach.SUM:
        facts = facts | candidate.over_phase
    checked = [*doubted(held, award, candidate, years[-1])]
    checked += [result for condition in award.conditions for result in over_years(held.rules, condition.id, judged)]
    outcome = _outcome(blocked, checked)
    return Weighed(
        candidate,
        outcome,
        (*blockers, *(result.reason for result in checked)),
        facts,
        tuple(_keys(held, award, candidate, facts)),
        summary_of(outcome, blocked, checked, candidate),
    )


def _in_year(asked: _Asked, reported: Facts) -> YearOfAward:
    judged = {name: judge(title, reported, asked.year, asked.day) for name, title in asked.titles.items()}
    facts = dict(reported)
    for judgement in judged.values():
        facts |= facts_of(judgement)
    results = {name: list(check(one, facts, judged, asked.year)) for name, one in asked.conditions.items()}
    return YearOfAward(asked.conditions, facts, results)


def _outcome(blocked: Sequence[Reason], checked: Sequence[Checked]) -> Outcome | None:
    """On hold before not eligible before undecided; None is eligible. Reasons that are only said do not decide."""
    mets = [result.reason.met for result in checked if result.reason.decides]
    if blocked:
        return Outcome.ON_HOLD
    if False in mets:
        return Outcome.NOT_ELIGIBLE
    return Outcome.UNDECIDED if None in mets else None


def _keys(held: HeldRound, award: Award, candidate: Candidate, facts: Facts) -> Iterator[tuple[str, Value]]:
    """The ranking keys as shown; a round over several years says of which years they are."""
    for key in award.rank:
        fact = facts.get(key.of)
        yield key.label + _of_years(held, candidate, key.of), fact.value if fact else None


def _of_years(held: HeldRound, candidate: Candidate, name: str) -> str:
    if len(held.years) == 1:
        return ""
    if held.rules.rank is not Reach.SUM or name not in candidate.over_phase:
        return f", năm {held.year}"
    of_nominee = candidate.over_phase[name].label if candidate.nominated else ""
    return f", năm {of_nominee or f'{held.years[0]}–{held.year}'}"
