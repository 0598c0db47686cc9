"""Blockers: what puts a candidate on hold, what does not, and what nobody has confirmed yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from learnsoc_xlsx.model.law.awards import Award, Blocker
from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.texts.bases import Basis, articles, cited
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound, OpenPoint, Reason
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.conditions import Checked
from learnsoc_xlsx.stages.award.weigh.facts import mark, places_of, written
from learnsoc_xlsx.vietnamese.dates import format_date

_CLEAR, _UNCONFIRMED = "không", OpenPoint.CONFIRMATION.label.lower()


@dataclass(frozen=True)
class _Founded:
    """A blocker under the texts in force on the day of the decision; where there is none, under the award's own clause."""

    blocker: Blocker
    article: str
    verified: bool


def blockers_of(held: HeldRound, award: Award, answers: Mapping[int, Answers]) -> list[Across[tuple[Checked, ...]]]:
    """Return what came of each blocker of an award: a mark of the round's last year that speaks of it, or of any where
    the commune so chose.

    A blank is not a no: it leaves the verdict as it is, and is open until somebody confirms it.
    """
    founded = [_Founded(blocker, *_bases_of(held, award, blocker.bases)) for blocker in award.blockers]
    return [_answers_to(one, held, answers) for one in founded]


def ended(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Reason]:
    """Yield the reason that holds back a unit that is no more."""
    if candidate.dissolved is not None and candidate.dissolved < held.day_of(award.id):
        article, verified = _bases_of(held, award, award.ended.bases if award.ended else ())
        yield Reason(
            article,
            award.ended.label if award.ended else "Còn hoạt động vào ngày quyết định",
            f"đã kết thúc hoạt động ngày {format_date(candidate.dissolved)}",
            "còn hoạt động",
            False,
            places=candidate.places,
            verified=verified,
            blocks=True,
        )


def _answers_to(founded: _Founded, held: HeldRound, answers: Mapping[int, Answers]) -> Across[tuple[Checked, ...]]:
    blocker = founded.blocker
    names = [name for name in (blocker.of, blocker.detail) if name]
    facts = answers[held.year].rows([answers[year].to(names) for year in held.years])
    speaking = facts.apply(lambda years: _speaking(held, list(zip(held.years, years, strict=True)), blocker.of))
    return speaking.apply(
        lambda by_year: tuple(Checked(_answered(founded, of_year, year)) for year, of_year in by_year)
    )


def _speaking(held: HeldRound, by_year: list[tuple[int, Facts]], name: str) -> list[tuple[int, Facts]]:
    """The years of a round whose word on a blocker counts, with what is known of them."""
    speaking = [(year, facts) for year, facts in by_year if name in facts] or by_year
    return speaking if held.rules.blockers is Reach.SOME else speaking[-1:]


def _bases_of(held: HeldRound, award: Award, bases: Iterable[Basis]) -> tuple[str, bool]:
    """The article under which a blocker stands, and whether its text was verified."""
    in_force = cited(bases, held.day_of(award.id), held.span)
    return (articles(in_force), all(basis.verified for basis in in_force)) if in_force else (award.article, True)


def _answered(founded: _Founded, facts: Facts, year: int) -> Reason:
    blocker = founded.blocker
    fact, detail = facts.get(blocker.of), facts.get(blocker.detail)
    blocked = mark(fact)
    yes = f"có ({written(detail)})" if detail and detail.value else "có"
    answer = {True: yes, False: _CLEAR, None: _UNCONFIRMED}[blocked]
    open_point = OpenPoint.CONFIRMATION if blocked is None else None
    return Reason(
        founded.article,
        blocker.label,
        f"{answer}; {fact.basis}" if fact and fact.basis else answer,
        _CLEAR,
        None if blocked is None else not blocked,
        year=year,
        places=places_of((fact, detail if blocked else None)),
        verified=founded.verified,
        decides=blocked is True,
        blocks=blocked is True,
        open=open_point,
    )
