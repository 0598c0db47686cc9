"""Judge: whether a title holds, after recognition and after the title's own rule, with every reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.decisions import Criterion, Quantity, Title
from learnsoc_xlsx.model.forms import Kind
from learnsoc_xlsx.model.verdicts import Fact, Reason, Value
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number

Facts = Mapping[str, Fact]
NOT_KNOWN = "chưa có số liệu"


@dataclass(frozen=True)
class Judged:
    """A title judged: `met` None when it cannot be told; the points reached, if it goes by points."""

    met: bool | None
    total: Fraction | None
    reasons: tuple[Reason, ...]


def judge(title: Title, facts: Facts, year: int) -> Judged:
    """Judge a title for one year.

    Recognition decides (III.1: "được công nhận"). The title's own rule is looked at beside it: for a title looked at
    anew each year a rule that is broken denies it; for one kept over years it is only said.
    """
    rule = _by_points(title, facts, year) if title.rule == "points" else _every(title, facts, year)
    if not title.mark:
        return rule
    recognition = _recognition(title, facts, year)
    met = recognition.met
    if met and title.valid_months is None and rule.met is False:
        met = False
    return Judged(met, rule.total, (recognition, *rule.reasons))


# Recognition


def _recognition(title: Title, facts: Facts, year: int) -> Reason:
    mark = facts.get(title.mark)
    when = facts.get(title.recognised_when)
    value = mark.value if mark else None
    places = tuple(place for fact in (mark, when) if fact for place in fact.places)
    met, found = _recognised(title, value, when.value if when else None, year)
    needed = "được công nhận" + (f", còn hiệu lực ({title.valid_months} tháng)" if title.valid_months else "")
    return Reason(title.article, f"Công nhận “{title.name}”", found, needed, met, year=year, places=places, verified=title.verified)  # fmt: skip


def _recognised(title: Title, mark: Value, when: Value, year: int) -> tuple[bool | None, str]:
    if mark is None:
        return None, "chưa rõ đã được công nhận hay chưa"
    if mark is False:
        return False, "chưa được công nhận"
    if title.valid_months is None:
        return True, "đã được công nhận" + (f" năm {when}" if isinstance(when, int) else "")
    if not isinstance(when, date):
        return None, "đã được công nhận nhưng chưa rõ ngày"
    last_year = when.year + title.valid_months // 12
    said = f"công nhận ngày {format_date(when)}, giữ đến hết năm {last_year}"
    return when.year <= year <= last_year, said


# The title's own rule


def _by_points(title: Title, facts: Facts, year: int) -> Judged:
    points = {each.id: _number(facts.get(each.id)) for each in title.criteria}
    known = [value for value in points.values() if value is not None]
    if len(known) < len(title.criteria):
        reason = _rule(title, NOT_KNOWN, _needed(title), None, facts, year)
        return Judged(None, None, (reason,))
    total = sum(known, Fraction(0))
    weak = [each for each in title.criteria if each.least and _under(points[each.id], each.least)]
    needed = _pass_at(title)
    met = None if needed is None or needed.value is None else total >= needed.value and not weak
    met = False if weak else met
    found = f"{_said(total)} điểm{_band(title, total)}"
    if weak:
        found += f"; dưới mức thấp nhất: {', '.join(each.label for each in weak)}"
    return Judged(met, total, (_rule(title, found, _needed(title), met, facts, year, needed),))


def _under(value: Fraction | None, least: Quantity) -> bool:
    return value is not None and least.value is not None and value < least.value


def _pass_at(title: Title) -> Quantity | None:
    """The total that is enough: the title's own, or the lowest class that passes."""
    passing = [each.at_least for each in title.bands if each.passes]
    return title.pass_at or min(passing, key=lambda each: each.value or 0, default=None)


def _band(title: Title, total: Fraction) -> str:
    reached = [each for each in title.bands if each.at_least.value is not None and total >= each.at_least.value]
    if not title.bands:
        return ""
    best = max(reached, key=lambda each: each.at_least.value or 0, default=None)
    return f", loại {best.label}" if best else ", không đạt"


def _needed(title: Title) -> str:
    quantity = _pass_at(title)
    if quantity is None or quantity.value is None:
        return "xã chưa đặt tổng điểm để đạt"
    least = {each.least.value for each in title.criteria if each.least and each.least.value is not None}
    floor = f", không tiêu chí nào dưới {_said(min(least))}" if least else ""
    return f"từ {_said(quantity.value)} điểm{floor}"


def _rule(
    title: Title, found: str, needed: str, met: bool | None, facts: Facts, year: int, bound: Quantity | None = None
) -> Reason:
    places = tuple(place for each in title.criteria if each.id in facts for place in facts[each.id].places)
    return Reason(
        title.article, f"Tiêu chí “{title.name}”", found, needed, met, year=year, places=places,
        local=bound is not None and bound.local, verified=title.verified and (bound is None or bound.verified), hard=False, decides=False,
    )  # fmt: skip


def _every(title: Title, facts: Facts, year: int) -> Judged:
    reasons = tuple(_criterion(each, facts, year) for each in title.criteria)
    mets = [reason.met for reason in reasons]
    met = False if False in mets else None if None in mets else True
    return Judged(met, None, reasons)


def _criterion(criterion: Criterion, facts: Facts, year: int) -> Reason:
    fact = facts.get(criterion.indicator or criterion.id)
    places = fact.places if fact else ()
    if criterion.kind is Kind.MARK:
        met = fact.value if fact and isinstance(fact.value, bool) else None
        found = {True: "đạt", False: "không đạt", None: NOT_KNOWN}[met]
        return Reason(criterion.article, criterion.label, found, "đạt", met, year=year, places=places, verified=criterion.verified, hard=False, decides=False)  # fmt: skip
    value = _share(criterion, facts)
    bound = criterion.at_least
    needed = "xã chưa đặt mức" if bound is None or bound.value is None else f"từ {_said(bound.value)}"
    met = None if value is None or bound is None or bound.value is None else value >= bound.value
    return Reason(
        criterion.article, criterion.label, NOT_KNOWN if value is None else _said(value), needed, met,
        fact.figure if fact else "", year, places, bound is not None and bound.local, criterion.verified, False, False,
    )  # fmt: skip


def _share(criterion: Criterion, facts: Facts) -> Fraction | None:
    value = _number(facts.get(criterion.indicator or ""))
    if criterion.out_of is None or value is None:
        return value
    whole = _number(facts.get(criterion.out_of))
    return value * 100 / whole if whole else None


def _number(fact: Fact | None) -> Fraction | None:
    if fact is None or isinstance(fact.value, bool) or not isinstance(fact.value, int | Fraction):
        return None
    return Fraction(fact.value)


def _said(value: Fraction) -> str:
    return format_number(value, 0 if value.denominator == 1 else 2)
