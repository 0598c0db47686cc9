"""Blockers: what puts a candidate on hold, what does not, and what nobody has confirmed yet."""

from collections.abc import Iterator

from learnsoc_xlsx.model.law.awards import Award, Blocker
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound, OpenPoint, Reason
from learnsoc_xlsx.stages.award.weigh.facts import mark
from learnsoc_xlsx.vietnamese.dates import format_date

_CLEAR = "không"


def blockers_of(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Reason]:
    """Yield a reason for each blocker of an award: a mark of the round's last year, or a unit that is no more.

    A blank is not a no: it leaves the verdict as it is, and is open until somebody confirms it.
    """
    facts = candidate.facts.get(held.year, {})
    for blocker in award.blockers:
        yield _answered(blocker, facts.get(blocker.of), held.year)
    if candidate.dissolved is not None and candidate.dissolved < held.day_of(award.id):
        article = award.ended.article if award.ended else award.article
        label = award.ended.label if award.ended else "Còn hoạt động vào ngày quyết định"
        actual = f"đã kết thúc hoạt động ngày {format_date(candidate.dissolved)}"
        yield Reason(article, label, actual, "còn hoạt động", False, places=candidate.places, blocks=True)


def _answered(blocker: Blocker, fact: Fact | None, year: int) -> Reason:
    blocked = mark(fact)
    open_point = OpenPoint.CONFIRMATION if blocked is None else None
    return Reason(
        blocker.article,
        blocker.label,
        {True: "có", False: _CLEAR, None: OpenPoint.CONFIRMATION.label.lower()}[blocked],
        _CLEAR,
        None if blocked is None else not blocked,
        year=year,
        places=fact.places if fact else (),
        decides=blocked is True,
        blocks=blocked is True,
        open=open_point,
    )
