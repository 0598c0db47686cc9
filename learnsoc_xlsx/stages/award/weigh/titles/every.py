"""Every: a title that is reached where every one of its criteria is met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Facts, Reason
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.facts import (
    NOT_KNOWN,
    NOT_SET,
    beside_its_bound,
    mark,
    number,
    places_of,
    unit_of,
)
from learnsoc_xlsx.stages.award.weigh.titles.ruled import Ruled, enough, read_from, was_asked
from learnsoc_xlsx.vietnamese.numbers import format_apart, format_exactly


@dataclass(frozen=True)
class _Looked:
    """Whether one criterion is met, and the reason; none where it was never asked."""

    met: bool | None
    reason: Reason | None


def by_every_criterion(title: Title, answers: Answers) -> Across[Ruled]:
    """Apply the rule that every criterion must be met to what candidates answer."""
    looked = [
        answers.to(read_from(criterion)).apply(partial(_looked, title, criterion, answers.year))
        for criterion in title.criteria
    ]
    return answers.rows(looked).apply(partial(_ruled_by, title, answers.year))


def _looked(title: Title, criterion: Criterion, year: int, facts: Facts) -> _Looked:
    asked = was_asked(criterion, facts)
    return _Looked(_met(criterion, facts), _criterion(title, criterion, year, facts) if asked else None)


def _ruled_by(title: Title, year: int, looked: Sequence[_Looked]) -> Ruled:
    mets = [one.met for one in looked]
    met = False if False in mets else None if None in mets or title.lacking else True
    reasons = [one.reason for one in looked if one.reason]
    failing = tuple(_failing(reason) for reason in reasons if reason.met is False)
    return Ruled(met, None, "", (*reasons, *_lacking(title, year)), failing)


def _lacking(title: Title, year: int) -> Iterator[Reason]:
    """What the text asks besides and nobody could read: it is said, so that the list does not pass for the whole."""
    if title.lacking:
        yield Reason(
            title.article,
            f"Chỉ tiêu khác của “{title.name}”",
            "chưa có ở đây",
            title.lacking,
            None,
            year=year,
            verified=False,
            hard=False,
            decides=False,
        )


def _failing(reason: Reason) -> str:
    """A criterion that is not met in words: “tỷ lệ … 33,33 %, mức xã đặt 50 %”."""
    label, _ = unit_of(reason.condition)
    return f"{label[:1].lower()}{label[1:]} {reason.short}" if reason.short else f"tiêu chí “{label}” {reason.actual}"


def _met(criterion: Criterion, facts: Facts) -> bool | None:
    if criterion.kind is Kind.MARK:
        return mark(facts.get(criterion.id))
    return enough(_share(criterion, facts), criterion.at_least)


def _share(criterion: Criterion, facts: Facts) -> int | Fraction | None:
    value = number(facts.get(criterion.indicator or criterion.id))
    if criterion.out_of is None or value is None:
        return value
    whole = number(facts.get(criterion.out_of))
    return Fraction(value * 100) / whole if whole else None


def _article(title: Title, criterion: Criterion) -> str:
    """An article together with the text it is of."""
    within = criterion.article.startswith(title.article)
    return criterion.article if within else f"{title.article}, {criterion.article}"


def _criterion(title: Title, criterion: Criterion, year: int, facts: Facts) -> Reason:
    fact = facts[criterion.indicator or criterion.id]
    met, bound = _met(criterion, facts), criterion.at_least
    if criterion.kind is Kind.MARK:
        actual, needed = {True: "đạt", False: "không đạt", None: NOT_KNOWN}[met], "đạt"
    else:
        value = _share(criterion, facts)
        actual = NOT_KNOWN if value is None else format_apart(value, bound.value if bound else None)
        needed = _bound_said(criterion)
    return Reason(
        _article(title, criterion),
        criterion.label,
        actual,
        needed,
        met,
        fact.figure,
        year,
        places_of((fact, facts.get(criterion.out_of or ""))),
        local=bound is not None and bound.local,
        verified=criterion.verified and (bound is None or bound.verified),
        hard=False,
        decides=False,
        short=_short(criterion, actual) if met is False else "",
    )


def _short(criterion: Criterion, actual: str) -> str:
    bound = criterion.at_least
    if bound is None or bound.value is None:
        return ""
    return beside_its_bound(criterion.label, actual, format_exactly(bound.value), local=bound.local)


def _bound_said(criterion: Criterion) -> str:
    bound, above = criterion.at_least, criterion.next_level
    needed = NOT_SET if bound is None or bound.value is None else f"từ {format_exactly(bound.value)}"
    return needed if above is None or above.value is None else f"{needed} (mức độ 2: từ {format_exactly(above.value)})"
