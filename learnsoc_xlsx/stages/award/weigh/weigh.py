"""Weigh: one candidate against one award, in every year that the round looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import ConditionTest, Reach
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound, Outcome, Reason, Value
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check
from learnsoc_xlsx.stages.award.weigh.facts import mark
from learnsoc_xlsx.stages.award.weigh.summary import summary_of
from learnsoc_xlsx.stages.award.weigh.titles import facts_of, judge
from learnsoc_xlsx.stages.award.weigh.years import YearOfAward, doubted, over_years
from learnsoc_xlsx.vietnamese.dates import format_date

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
    blocked = list(_blocked(held, award, candidate))
    years = [year for year in held.years if year >= candidate.first_year] or [held.year]
    judged = {
        year: _in_year(earlier.get(year, award), titles.get(year, {}), candidate.facts.get(year, {}), year)
        for year in years
    }
    facts = judged[years[-1]].facts | (candidate.over_phase if held.rules.rank is Reach.SUM else {})
    checked = [*doubted(held, award, candidate, years[-1])]
    checked += [result for condition in award.conditions for result in over_years(held.rules, condition.id, judged)]
    outcome = _outcome(blocked, checked)
    return Weighed(
        candidate,
        outcome,
        (*blocked, *(result.reason for result in checked)),
        facts,
        tuple(_keys(held, award, candidate, facts)),
        summary_of(outcome, blocked, checked, candidate),
    )


def _in_year(award: Award, titles: Mapping[str, Title], reported: Facts, year: int) -> YearOfAward:
    wanted = {award.title, *(condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE)}
    judged = {name: judge(title, reported, year) for name, title in titles.items() if name in wanted}
    facts = dict(reported)
    for judgement in judged.values():
        facts |= facts_of(judgement)
    conditions = {condition.id: condition for condition in award.conditions}
    results = {name: list(check(condition, facts, judged, year)) for name, condition in conditions.items()}
    return YearOfAward(conditions, facts, results)


def _blocked(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Reason]:
    """What puts a candidate on hold: a mark of the round's last year that says anything, or of any year where the commune
    so chose; or a unit that is no more on the decision day.
    """
    for blocker in award.blockers:
        for year, fact in _speaking(held, candidate, blocker.of):
            if mark(fact):
                yield _blocking(blocker.article, blocker.label, "có", "không", year, fact.places)
    if candidate.dissolved is not None and candidate.dissolved < held.day_of(award.id):
        article = award.ended.article if award.ended else award.article
        label = award.ended.label if award.ended else "Còn hoạt động vào ngày quyết định"
        actual = f"đã kết thúc hoạt động ngày {format_date(candidate.dissolved)}"
        yield _blocking(article, label, actual, "còn hoạt động", 0, candidate.places)


def _speaking(held: HeldRound, candidate: Candidate, name: str) -> list[tuple[int, Fact]]:
    """The years of a round whose word on a blocker counts, with what they say."""
    by_year = ((year, candidate.facts.get(year, {}).get(name)) for year in held.years)
    speaking = [(year, fact) for year, fact in by_year if fact is not None]
    return speaking if held.rules.blockers is Reach.SOME else speaking[-1:]


def _blocking(article: str, label: str, actual: str, needed: str, year: int, places: tuple[Place, ...]) -> Reason:
    return Reason(article, label, actual, needed, False, year=year, places=places, blocks=True)


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
