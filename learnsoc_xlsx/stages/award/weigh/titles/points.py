"""Points: a title that is reached by the total of its points, and by no criterion under its least."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import lcm

from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Band, Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Facts, Reason
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across, regrouped, together
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.facts import NOT_KNOWN, number, places_of
from learnsoc_xlsx.stages.award.weigh.titles.ruled import Ruled, enough, read_from, was_asked
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_Score = int | Fraction | None


@dataclass(frozen=True)
class _Scored:
    """How one criterion stands apart from its very number: whether it was asked, has no points, or fewer than the least."""

    criterion: str
    asked: bool
    missing: bool
    weak: bool
    places: tuple[Place, ...]


def by_points(title: Title, answers: Answers) -> Across[Ruled]:
    """Apply the rule of points to what candidates answer, criterion by criterion."""
    facts = [(criterion, answers.to(read_from(criterion))) for criterion in title.criteria]
    standing = [regrouped(of_one.apply(partial(_scored, criterion))) for criterion, of_one in facts]
    scores = [of_one.apply(partial(_score, criterion)) for criterion, of_one in facts]
    rows = together([_total(answers.rows(scores)), answers.rows(standing)])
    return rows.apply(lambda row: _ruled(title, answers.year, *row))


def _score(criterion: Criterion, facts: Facts) -> _Score:
    return number(facts.get(criterion.id))


def _scored(criterion: Criterion, facts: Facts) -> _Scored:
    score, fact = _score(criterion, facts), facts.get(criterion.id)
    places = places_of((fact,))
    return _Scored(criterion.label, was_asked(criterion, facts), score is None, _under(score, criterion.least), places)


def _under(score: _Score, least: Quantity | None) -> bool:
    return score is not None and least is not None and least.value is not None and score < least.value


def _total(scores: Across[tuple[_Score, ...]]) -> Across[Fraction | None]:
    """The sum of the points, None where some are missing; those of all candidates are brought to one denominator first."""
    whole = lcm(*{score.denominator for row in scores.distinct for score in row if score is not None})
    sums = scores.apply(
        lambda row: None if None in row else sum(one.numerator * (whole // one.denominator) for one in row if one)
    )
    return regrouped(sums).apply(lambda total: None if total is None else Fraction(total, whole))


def _ruled(title: Title, year: int, total: Fraction | None, standing: Sequence[_Scored]) -> Ruled:
    if not any(one.asked for one in standing):
        return Ruled(None, None, "", ())
    weak = [one.criterion for one in standing if one.weak]
    band = _band(title, total)
    met = False if weak else enough(total, _pass_at(title))
    actual = "; ".join(_points_said(total, band, [one.criterion for one in standing if one.missing], weak))
    places = tuple(dict.fromkeys(place for one in standing for place in one.places))
    reason = _points_reason(title, actual, met, places, year)
    failing = (f"tổng điểm không đủ: {actual}; cần {reason.needed}",) if met is False else ()
    return Ruled(met, total, band.label if band else "", (reason,), failing)


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
    total: Fraction | None, band: Band | None, missing: Iterable[str], weak: Iterable[str]
) -> Iterator[str]:
    if total is not None:
        yield f"{format_exactly(total)} điểm" + (f", loại {band.label}" if band else "")
    if missing:
        yield f"{NOT_KNOWN}: {', '.join(missing)}"
    if weak:
        yield f"dưới mức thấp nhất: {', '.join(weak)}"


def _points_needed(title: Title) -> str:
    quantity = _pass_at(title)
    if quantity is None or quantity.value is None:
        return "xã chưa đặt tổng điểm để đạt"
    least = {
        criterion.least.value for criterion in title.criteria if criterion.least and criterion.least.value is not None
    }
    floor = f", không {title.called} nào dưới {format_exactly(min(least))}" if least else ""
    return f"từ {format_exactly(quantity.value)} điểm{floor}"


def _points_reason(title: Title, actual: str, met: bool | None, places: tuple[Place, ...], year: int) -> Reason:
    bound = _pass_at(title)
    return Reason(
        title.article,
        f"Tiêu chí “{title.name}”",
        actual,
        _points_needed(title),
        met,
        year=year,
        places=places,
        local=bound is not None and bound.local,
        verified=title.verified and bound is not None and bound.verified,
        hard=False,
        decides=False,
    )
