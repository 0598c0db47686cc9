"""Weigh: the candidates of one award, all at once, in every year that the round looks at."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award, Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest, Reach
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound, Outcome, Reason, Value
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across, across, regrouped, together
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.at_once.grounds import Worded, worded
from learnsoc_xlsx.stages.award.weigh.blockers import blockers_of, ended
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check, facts_asked
from learnsoc_xlsx.stages.award.weigh.summary import summary_of, worth_saying
from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged, facts_of, judge
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
    keys: tuple[tuple[str, Value], ...]
    summary: str


@dataclass(frozen=True)
class _Year:
    """What an award asks in one year, as that year states it, and what all candidates answer: conditions and titles by id."""

    conditions: Mapping[str, Condition]
    judged: Mapping[str, Across[Judged]]
    answers: Answers

    def of(self, name: str, facts: Iterable[str]) -> Across[YearOfAward]:
        """Return the year with what came of one condition, and with these facts."""
        condition = self.conditions.get(name)
        judged = self.judged.get(condition.of, self.answers.nobody) if condition else self.answers.nobody
        return together([self.answers.to(facts), judged]).apply(lambda row: self._checked(condition, *row))

    def _checked(self, condition: Condition | None, facts: Facts, judged: Judged | None) -> YearOfAward:
        results = {condition.id: [*check(condition, facts, judged, self.answers.year)]} if condition else {}
        return YearOfAward(self.conditions, facts, results)


def weigh(
    held: HeldRound,
    award: Award,
    titles: TitlesByYear,
    candidates: Iterable[Candidate],
    earlier: AwardByYear = _NO_OTHER,
) -> list[Weighed]:
    """Hold every condition of an award against its candidates, each year by its own numbers; those who answer alike at once.

    `earlier` is the award as other years of the round state it. In which years a condition must hold is the round's rule;
    the ranking goes by the facts of its last year.
    """
    own = list(candidates)
    answers = {
        year: Answers(year, [candidate.facts.get(year, {}) for candidate in own])
        for year in sorted({*held.years, held.year})
    }
    years = {year: _in_year(held, earlier.get(year, award), titles, of_year) for year, of_year in answers.items()}
    looked_at = across(_looked_at(held, candidate) for candidate in own)
    results = [
        *blockers_of(held, award, answers),
        across(_its_own(held, award, candidate) for candidate in own),
        *(_over_years(held, condition.id, years, looked_at) for condition in award.conditions),
    ]
    facts = [answers[held.year].of(key.of) for key in award.rank]
    keys = (tuple(_keys(held, award, one, [fact[at] for fact in facts])) for at, one in enumerate(own))
    return list(_concluded(own, results, keys))


def _concluded(
    own: Iterable[Candidate],
    results: Sequence[Across[tuple[Checked, ...]]],
    keys: Iterable[tuple[tuple[str, Value], ...]],
) -> Iterator[Weighed]:
    """What it all comes to for each candidate."""
    outcomes = together([regrouped(of_one.apply(_outcome)) for of_one in results]).apply(_gravest)
    reasons = [of_one.apply(_worded) for of_one in results]
    remarks = [of_one.apply(worth_saying) for of_one in results]
    for at, (candidate, ranked_by) in enumerate(zip(own, keys, strict=True)):
        said_of_it = [result for of_one in remarks for result in of_one[at]]
        yield Weighed(
            candidate,
            outcomes[at],
            tuple(reason.laid_out(candidate.facts) for of_one in reasons for reason in of_one[at]),
            ranked_by,
            summary_of(outcomes[at], said_of_it, candidate),
        )


def _in_year(held: HeldRound, award: Award, titles: TitlesByYear, answers: Answers) -> _Year:
    """What an award, as a year states it, asks in that year; an earlier one is judged at its end."""
    year = answers.year
    wanted = {award.title, *(condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE)}
    day = held.day_of(award.id)
    day = day if year == held.year else min(date(year, 12, 31), day)
    of_year = {name: title for name, title in titles.get(year, {}).items() if name in wanted}
    judged = {name: judge(title, answers, day) for name, title in of_year.items()}
    for name, title in of_year.items():
        answers.add(facts_of(title, judged[name]))
    return _Year({condition.id: condition for condition in award.conditions}, judged, answers)


def _looked_at(held: HeldRound, candidate: Candidate) -> tuple[int, ...]:
    """The years of a round in which something is asked of a candidate: nothing is before it was there."""
    return tuple(year for year in held.years if year >= candidate.first_year) or (held.year,)


def _its_own(held: HeldRound, award: Award, candidate: Candidate) -> tuple[Checked, ...]:
    """What no facts say of a candidate: that it is no more, and in which years it cannot be told who is meant."""
    return (*map(Checked, ended(held, award, candidate)), *doubted(held, award, candidate))


def _over_years(
    held: HeldRound, name: str, years: Mapping[int, _Year], looked_at: Across[tuple[int, ...]]
) -> Across[tuple[Checked, ...]]:
    """What came of one condition over the years of each candidate."""
    stated = [year.conditions[name] for year in years.values() if name in year.conditions]
    facts = list(dict.fromkeys(fact for condition in stated for fact in facts_asked(condition)))
    rows = together([looked_at, *(year.of(name, facts) for year in years.values())])
    return rows.apply(lambda row: tuple(over_years(held.rules, name, _only(row[0], zip(years, row[1:], strict=True)))))


def _only(looked_at: Collection[int], years: Iterable[tuple[int, YearOfAward]]) -> dict[int, YearOfAward]:
    return {year: of_year for year, of_year in years if year in looked_at}


def _worded(results: Iterable[Checked]) -> list[Worded]:
    return [worded(result.reason) for result in results]


def _outcome(results: Iterable[Checked]) -> Outcome | None:
    """What one thing that was asked comes to by itself; None is eligible. Reasons that are only said do not decide."""
    reasons = [result.reason for result in results]
    mets = [reason.met for reason in reasons if reason.decides]
    if any(reason.blocks for reason in reasons):
        return Outcome.ON_HOLD
    if False in mets:
        return Outcome.NOT_ELIGIBLE
    return Outcome.UNDECIDED if None in mets else None


def _gravest(outcomes: Collection[Outcome | None]) -> Outcome | None:
    """On hold before not eligible before undecided."""
    return next((one for one in (Outcome.ON_HOLD, Outcome.NOT_ELIGIBLE, Outcome.UNDECIDED) if one in outcomes), None)


def _keys(
    held: HeldRound, award: Award, candidate: Candidate, ranked_by: Sequence[Fact | None]
) -> Iterator[tuple[str, Value]]:
    """The ranking keys as shown; a round over several years says of which years they are."""
    for key, of_year in zip(award.rank, ranked_by, strict=True):
        fact = candidate.over_phase.get(key.of, of_year) if held.rules.rank is Reach.SUM else of_year
        yield key.label + _of_years(held, candidate, key.of), fact.value if fact else None


def _of_years(held: HeldRound, candidate: Candidate, name: str) -> str:
    if len(held.years) == 1:
        return ""
    if held.rules.rank is not Reach.SUM or name not in candidate.over_phase:
        return f", năm {held.year}"
    of_nominee = candidate.over_phase[name].label if candidate.nominated else ""
    return f", năm {of_nominee or f'{held.years[0]}–{held.year}'}"
