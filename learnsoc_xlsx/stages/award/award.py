"""Award: every candidate of a round weighed, ranked and given a verdict, in an order that does not hang on theirs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.bonus import BonusTerms
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, Candidate, Elsewhere, HeldRound, Outcome, Verdict
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
        weighed = [weigh(held, award_, titles, candidate, stated) for candidate in own]
        line = quotas.get(award_.id, QuotaLine(None))
        terms = bonus(award_.subject, held.day_of(award_.id))
        paid = ABOVE if held.upward else bonus_in(held.form_of(award_.id), terms)
        verdicts += _verdicts(held, award_, weighed, line, paid)
    return tuple(verdicts)


def _name(candidate: Candidate) -> tuple[object, ...]:
    return (sort_key(candidate.subject), candidate.unit, candidate.places)


def _verdicts(
    held: HeldRound, award: Award, weighed: Sequence[Weighed], line: QuotaLine, bonus: Bonus
) -> Iterator[Verdict]:
    """The eligible by rank, then the others by verdict and name."""
    for placed in ranked(award, [one for one in weighed if one.outcome is None], line):
        paid = bonus if placed.outcome is Outcome.RECOMMENDED and not held.forecast else None
        verdict = _verdict(held, award, placed.weighed, placed.outcome, placed.summary, placed.rank, paid)
        yield replace(verdict, tied=placed.tied)
    for outcome in _LATER:
        for one in weighed:
            if one.outcome is outcome:
                yield _verdict(held, award, one, outcome, one.summary)


def _verdict(
    held: HeldRound,
    award: Award,
    weighed: Weighed,
    outcome: Outcome,
    summary: str,
    rank: int | None = None,
    bonus: Bonus | None = None,
) -> Verdict:
    candidate = weighed.candidate
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
        bonus=bonus,
        places=candidate.places,
        provisional=held.provisional,
        forecast=held.forecast,
        born=candidate.born,
        received=candidate.received,
        also=tuple(Elsewhere(held.id, held.name, unit, name, None) for unit, name in candidate.also_named_by),
    )
