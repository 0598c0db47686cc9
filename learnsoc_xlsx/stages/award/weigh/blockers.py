"""Blockers: what puts a candidate on hold, what does not, and what nobody has confirmed yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.law.awards import Award, Blocker
from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.texts.bases import Basis, articles, cited
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound, OpenPoint, Reason
from learnsoc_xlsx.stages.award.weigh.facts import mark, places_of, written
from learnsoc_xlsx.vietnamese.dates import format_date

_CLEAR = "không"


def blockers_of(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Reason]:
    """Yield a reason for each blocker of an award: a mark of the round's last year that speaks of it, or of any where the
    commune so chose; or a unit that is no more.

    A blank is not a no: it leaves the verdict as it is, and is open until somebody confirms it.
    """
    day, span = held.day_of(award.id), held.span
    for blocker in award.blockers:
        for year, facts in _speaking(held, candidate, blocker.of):
            reason = _answered(award, blocker, facts, year)
            yield _founded(reason, cited(blocker.bases, day, span))
    if candidate.dissolved is not None and candidate.dissolved < day:
        label = award.ended.label if award.ended else "Còn hoạt động vào ngày quyết định"
        actual = f"đã kết thúc hoạt động ngày {format_date(candidate.dissolved)}"
        reason = Reason(award.article, label, actual, "còn hoạt động", False, places=candidate.places, blocks=True)
        yield _founded(reason, cited(award.ended.bases if award.ended else (), day, span))


def _speaking(held: HeldRound, candidate: Candidate, name: str) -> list[tuple[int, Facts]]:
    """The years of a round whose word on a blocker counts, with what is known of them."""
    by_year = [(year, candidate.facts.get(year, {})) for year in held.years]
    speaking = [(year, facts) for year, facts in by_year if name in facts] or by_year
    return speaking if held.rules.blockers is Reach.SOME else speaking[-1:]


def _founded(reason: Reason, bases: Sequence[Basis]) -> Reason:
    """A reason under the texts in force on the day of the decision; where there is none, under the award's own clause."""
    if not bases:
        return reason
    return replace(reason, article=articles(bases), verified=all(basis.verified for basis in bases))


def _answered(award: Award, blocker: Blocker, facts: Facts, year: int) -> Reason:
    fact, detail = facts.get(blocker.of), facts.get(blocker.detail)
    blocked = mark(fact)
    yes = f"có ({written(detail)})" if detail and detail.value else "có"
    answer = {True: yes, False: _CLEAR, None: OpenPoint.CONFIRMATION.label.lower()}[blocked]
    open_point = OpenPoint.CONFIRMATION if blocked is None else None
    return Reason(
        award.article,
        blocker.label,
        f"{answer}; {fact.basis}" if fact and fact.basis else answer,
        _CLEAR,
        None if blocked is None else not blocked,
        year=year,
        places=places_of((fact, detail if blocked else None)),
        decides=blocked is True,
        blocks=blocked is True,
        open=open_point,
    )
