"""Award: every candidate of a round weighed, ranked and given a verdict, in an order that does not hang on theirs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.bonus import BonusTerms
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, Candidate, Elsewhere, HeldRound, Outcome, Verdict
from learnsoc_xlsx.stages.award.credentials import credentials_of
from learnsoc_xlsx.stages.award.money import ABOVE, bonus_in
from learnsoc_xlsx.stages.award.ranking import QuotaLine, ranked
from learnsoc_xlsx.stages.award.weigh.weigh import TitlesByYear, Weighed, weigh
from learnsoc_xlsx.vietnamese.letters import sort_key

Quotas = Mapping[str, QuotaLine]
_LATER = tuple(Outcome)
_NO_OTHER: Mapping[int, Sequence[Award]] = {}


def award(
    held: HeldRound,
    awards: Sequence[Award],
    titles: TitlesByYear,
    candidates: Sequence[Candidate],
    quotas: Quotas,
    bonus: Callable[[Subject, date], BonusTerms],
    earlier: Mapping[int, Sequence[Award]] = _NO_OTHER,
) -> tuple[Verdict, ...]:
    """Give a verdict on every candidate of a round.

    `titles` holds the titles of each year looked at, `earlier` the awards as the other years state them; `quotas` the line
    of each award that has one. A missing figure is never a refusal: it leaves the verdict undecided. The order of the
    candidates does not matter.
    """
    verdicts: list[Verdict] = []
    for award_ in awards:
        own = sorted((candidate for candidate in candidates if candidate.award == award_.id), key=_name)
        stated = {year: one for year, of_year in earlier.items() for one in of_year if one.id == award_.id}
        title = titles.get(held.year, {}).get(award_.title)
        terms = bonus(award_.subject, held.day_of(award_.id))
        paid = ABOVE if held.upward else bonus_in(held.form_of(award_.id), terms)
        asked = _AwardOfRound(held, award_, title.name if title else "", paid)
        weighed = weigh(held, award_, titles, own, stated)
        verdicts += _verdicts(asked, weighed, quotas.get(award_.id, QuotaLine(None)))
    return tuple(verdicts)


def _name(candidate: Candidate) -> tuple[object, ...]:
    return (sort_key(candidate.subject), candidate.unit, candidate.places)


@dataclass(frozen=True)
class _AwardOfRound:
    """One award of a round, the name of the title that it looks for, and the money that goes with it."""

    held: HeldRound
    award: Award
    title: str
    bonus: Bonus


def _verdicts(asked: _AwardOfRound, weighed: Sequence[Weighed], line: QuotaLine) -> Iterator[Verdict]:
    """The eligible by rank, then the others by verdict and name."""
    eligible = [one for one in weighed if one.outcome is None]
    for placed in ranked(asked.award, eligible, line):
        yield _verdict(asked, placed.weighed, placed.outcome, placed.summary, placed.rank, tied=placed.tied)
    for outcome in _LATER:
        for one in weighed:
            if one.outcome is outcome:
                yield _verdict(asked, one, outcome, one.summary)


def _verdict(
    asked: _AwardOfRound,
    weighed: Weighed,
    outcome: Outcome,
    summary: str,
    rank: int | None = None,
    *,
    tied: bool = False,
) -> Verdict:
    held, award, candidate = asked.held, asked.award, weighed.candidate
    return Verdict(
        round=held.id,
        award=award.id,
        group=award.group,
        kind=candidate.kind,
        unit=candidate.unit,
        unit_name=candidate.unit_name,
        subject=candidate.subject,
        outcome=outcome,
        rank=rank,
        keys=weighed.keys,
        reasons=weighed.reasons,
        summary=summary,
        bonus=asked.bonus if outcome is Outcome.RECOMMENDED and not held.forecast else None,
        places=candidate.places,
        provisional=held.provisional,
        forecast=held.forecast,
        tied=tied,
        born=candidate.born,
        title=asked.title,
        credentials=credentials_of(candidate),
        also=tuple(Elsewhere(held.id, held.name, unit, name, None) for unit, name in candidate.also_named_by),
        received=candidate.received,
    )
