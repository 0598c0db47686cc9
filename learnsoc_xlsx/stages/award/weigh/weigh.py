"""Weigh: one candidate against one award, in every year that the round looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import ConditionTest, Reach
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound, Outcome, Reason, Value
from learnsoc_xlsx.stages.award.weigh.blockers import blockers_of
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


def weigh(
    held: HeldRound, award: Award, titles: TitlesByYear, candidate: Candidate, earlier: AwardByYear = _NO_OTHER
) -> Weighed:
    """Hold every condition of an award against a candidate, each year by its own numbers.

    `earlier` is the award as other years of the round state it. In which years a condition must hold is the round's rule;
    the ranking goes by the facts of its last year.
    """
    blockers = list(blockers_of(held, award, candidate))
    blocked = [reason for reason in blockers if reason.blocks]
    years = [year for year in held.years if year >= candidate.first_year] or [held.year]
    judged = {
        year: _in_year(
            earlier.get(year, award),
            titles.get(year, {}),
            candidate.facts.get(year, {}),
            year,
            _weighed_on(held, award, year),
        )
        for year in years
    }
    facts = judged[years[-1]].facts | (candidate.over_phase if held.rules.rank is Reach.SUM else {})
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


def _weighed_on(held: HeldRound, award: Award, year: int) -> date:
    """The day on which a year is weighed: that of the decision, for an earlier year its end."""
    day = held.day_of(award.id)
    return day if year == held.year else min(date(year, 12, 31), day)


def _in_year(award: Award, titles: Mapping[str, Title], reported: Facts, year: int, day: date) -> YearOfAward:
    wanted = {award.title, *(condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE)}
    judged = {name: judge(title, reported, year, day) for name, title in titles.items() if name in wanted}
    facts = dict(reported)
    for judgement in judged.values():
        facts |= facts_of(judgement)
    conditions = {condition.id: condition for condition in award.conditions}
    results = {name: list(check(condition, facts, judged, year)) for name, condition in conditions.items()}
    return YearOfAward(conditions, facts, results)


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
