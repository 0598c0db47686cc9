"""The title's own rule: by points, or every criterion met; each finding beside a recognition, deciding nothing alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.kinds import TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Band, Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Facts, Reason
from learnsoc_xlsx.stages.award.weigh.facts import (
    NOT_KNOWN,
    NOT_SET,
    beside_its_bound,
    mark,
    number,
    places_of,
    unit_of,
)
from learnsoc_xlsx.vietnamese.numbers import format_apart, format_exactly


@dataclass(frozen=True)
class Ruled:
    """A title's rule applied: `met` None when it cannot be told; the points and the class reached, if it has them.

    `failing` says in words what is not met, each with its figure and its bound.
    """

    met: bool | None
    total: Fraction | None
    band: str
    reasons: tuple[Reason, ...]
    failing: tuple[str, ...] = ()


def apply_rule(title: Title, facts: Facts, year: int) -> Ruled:
    """Apply a title's rule to the facts of a year. A criterion that the facts do not hold at all was never asked."""
    match title.rule:
        case TitleRule.POINTS:
            return _by_points(title, facts, year)
        case TitleRule.EVERY:
            return _every(title, facts, year)


# By points


def _by_points(title: Title, facts: Facts, year: int) -> Ruled:
    if not any(_asked(criterion, facts) for criterion in title.criteria):
        return Ruled(None, None, "", ())
    points = {criterion.id: number(facts.get(criterion.id)) for criterion in title.criteria}
    missing = [criterion for criterion in title.criteria if points[criterion.id] is None]
    weak = [criterion for criterion in title.criteria if _under(points[criterion.id], criterion.least)]
    total = None if missing else _total([value for value in points.values() if value is not None])
    band = _band(title, total)
    met = False if weak else _enough(total, _pass_at(title))
    actual = _points_said(total, band, missing, weak)
    reason = _points_reason(title, actual, met, facts, year)
    failing = (f"tổng điểm không đủ: {actual}; cần {reason.needed}",) if met is False else ()
    return Ruled(met, total, band.label if band else "", (reason,), failing)


def _total(points: Sequence[int | Fraction]) -> Fraction:
    """The sum, over one denominator: to bring every two of them to one takes many times as long."""
    whole = lcm(*(value.denominator for value in points))
    return Fraction(sum(value.numerator * (whole // value.denominator) for value in points), whole)


def _under(value: int | Fraction | None, least: Quantity | None) -> bool:
    if value is None or least is None or least.value is None:
        return False
    return value.numerator * least.value.denominator < least.value.numerator * value.denominator


def _enough(total: int | Fraction | None, needed: Quantity | None) -> bool | None:
    return None if total is None or needed is None or needed.value is None else total >= needed.value


def _pass_at(title: Title) -> Quantity | None:
    """The total that is enough: the title's own, or the lowest class that passes."""
    passing = [band.at_least for band in title.bands if band.passes]
    return title.pass_at or min(passing, key=lambda bound: bound.value or 0, default=None)


def _band(title: Title, total: Fraction | None) -> Band | None:
    if total is None:
        return None
    reached = [band for band in title.bands if band.at_least.value is not None and total >= band.at_least.value]
    return max(reached, key=lambda band: band.at_least.value or 0, default=None)


def _points_said(
    total: Fraction | None, band: Band | None, missing: Sequence[Criterion], weak: Sequence[Criterion]
) -> str:
    parts = [f"{format_exactly(total)} điểm" + (f", loại {band.label}" if band else "")] if total is not None else []
    if missing:
        parts.append(f"{NOT_KNOWN}: {_names(missing)}")
    if weak:
        parts.append(f"dưới mức thấp nhất: {_names(weak)}")
    return "; ".join(parts)


def _names(criteria: Sequence[Criterion]) -> str:
    return ", ".join(criterion.label for criterion in criteria)


def _points_needed(title: Title) -> str:
    quantity = _pass_at(title)
    if quantity is None or quantity.value is None:
        return "xã chưa đặt tổng điểm để đạt"
    least = {
        criterion.least.value for criterion in title.criteria if criterion.least and criterion.least.value is not None
    }
    floor = f", không tiêu chí nào dưới {format_exactly(min(least))}" if least else ""
    return f"từ {format_exactly(quantity.value)} điểm{floor}"


def _points_reason(title: Title, actual: str, met: bool | None, facts: Facts, year: int) -> Reason:
    bound = _pass_at(title)
    return Reason(
        title.article,
        f"Tiêu chí “{title.name}”",
        actual,
        _points_needed(title),
        met,
        year=year,
        places=places_of(facts.get(criterion.id) for criterion in title.criteria),
        local=bound is not None and bound.local,
        verified=title.verified and bound is not None and bound.verified,
        hard=False,
        decides=False,
    )


# Every criterion met


def _every(title: Title, facts: Facts, year: int) -> Ruled:
    mets = [_met(criterion, facts) for criterion in title.criteria]
    met = False if False in mets else None if None in mets or title.lacking else True
    asked = [criterion for criterion in title.criteria if _asked(criterion, facts)]
    reasons = tuple(_criterion(title, criterion, facts, year) for criterion in asked)
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


def _asked(criterion: Criterion, facts: Facts) -> bool:
    """Whether the form of the year asked for a criterion, or for the figure that it is read from."""
    fact = facts.get(criterion.indicator or criterion.id)
    return fact is not None and fact.asked


def _met(criterion: Criterion, facts: Facts) -> bool | None:
    if criterion.kind is Kind.MARK:
        return mark(facts.get(criterion.id))
    return _enough(_share(criterion, facts), criterion.at_least)


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


def _criterion(title: Title, criterion: Criterion, facts: Facts, year: int) -> Reason:
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
