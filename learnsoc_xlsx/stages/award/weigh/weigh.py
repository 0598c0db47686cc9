"""Weigh: one candidate against one award, in every year that the round looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import ConditionTest
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound, Outcome, Reason, Value
from learnsoc_xlsx.stages.award.weigh.blockers import blockers_of
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check
from learnsoc_xlsx.stages.award.weigh.summary import summary_of
from learnsoc_xlsx.stages.award.weigh.titles import facts_of, judge

TitlesByYear = Mapping[int, Mapping[str, Title]]


@dataclass(frozen=True)
class Weighed:
    """A candidate with every reason found, and the values it would be ranked by; `outcome` None is eligible."""

    candidate: Candidate
    outcome: Outcome | None
    reasons: tuple[Reason, ...]
    facts: Facts
    keys: tuple[tuple[str, Value], ...]
    summary: str


def weigh(held: HeldRound, award: Award, titles: TitlesByYear, candidate: Candidate) -> Weighed:
    """Hold every condition of an award against a candidate; the ranking goes by the facts of the round's last year."""
    blockers = list(blockers_of(held, award, candidate))
    blocked = [reason for reason in blockers if reason.blocks]
    checked: list[Checked] = []
    facts: Facts = {}
    for year in held.years:
        day = held.day_of(award.id) if year == held.year else min(date(year, 12, 31), held.day_of(award.id))
        facts, results = _in_year(award, titles.get(year, {}), candidate.facts.get(year, {}), year, day)
        checked += results
    outcome = _outcome(blocked, checked)
    return Weighed(
        candidate,
        outcome,
        (*blockers, *(result.reason for result in checked)),
        facts,
        tuple(_keys(held, award, facts)),
        summary_of(outcome, blocked, checked, candidate),
    )


def _in_year(
    award: Award, titles: Mapping[str, Title], reported: Facts, year: int, day: date
) -> tuple[Facts, list[Checked]]:
    wanted = {award.title, *(condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE)}
    judged = {name: judge(title, reported, year, day) for name, title in titles.items() if name in wanted}
    facts = dict(reported)
    for judgement in judged.values():
        facts |= facts_of(judgement)
    return facts, [result for condition in award.conditions for result in check(condition, facts, judged, year)]


def _outcome(blocked: Sequence[Reason], checked: Sequence[Checked]) -> Outcome | None:
    """On hold before not eligible before undecided; None is eligible. Reasons that are only said do not decide."""
    mets = [result.reason.met for result in checked if result.reason.decides]
    if blocked:
        return Outcome.ON_HOLD
    if False in mets:
        return Outcome.NOT_ELIGIBLE
    return Outcome.UNDECIDED if None in mets else None


def _keys(held: HeldRound, award: Award, facts: Facts) -> Iterator[tuple[str, Value]]:
    """The ranking keys as shown; a round over several years says which year they are of."""
    of_year = f", năm {held.year}" if len(held.years) > 1 else ""
    for key in award.rank:
        fact = facts.get(key.of)
        yield key.label + of_year, fact.value if fact else None
