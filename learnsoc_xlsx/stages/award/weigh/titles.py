"""TitlesByYear: whether one holds in a year, after its recognition and beside it after its own rule."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason, Value
from learnsoc_xlsx.stages.award.weigh.criteria import Ruled, apply_rule
from learnsoc_xlsx.stages.award.weigh.facts import NOT_ASKED, number, places_of
from learnsoc_xlsx.vietnamese.dates import format_date


@dataclass(frozen=True)
class Judged:
    """A title judged: `met` None when it cannot be told. `recognition` is the reason that decides, None for a title
    that nobody recognises; then the rule itself decides.
    """

    title: Title
    met: bool | None
    recognition: Reason | None
    rule: Ruled
    level: int | None = None


def judge(title: Title, facts: Facts, year: int) -> Judged:
    """Judge a title for one year.

    Recognition decides (III.1: "được công nhận"). The title's own rule is looked at beside it: where the title is
    looked at anew each year a broken rule denies it; where it is kept over years the rule is only said.
    """
    rule = apply_rule(title, facts, year)
    if not title.mark:
        return Judged(title, rule.met, None, rule)
    recognition = _recognition(title, facts, year)
    if recognition.met and title.valid_months is None and rule.met is False:
        contradicted = f"{recognition.actual}, nhưng tiêu chí chưa đủ"
        recognition = replace(recognition, met=False, actual=contradicted)
    return Judged(title, recognition.met, recognition, rule, _level(title, facts) if recognition.met else None)


def facts_of(judged: Judged) -> dict[str, Fact]:
    """Return what a judged title adds to the facts of its year: whether it holds, the points, the level."""
    title = judged.title
    places = judged.recognition.places if judged.recognition else ()
    return {
        f"title.{title.id}": Fact(judged.met, title.name, places, f"title.{title.id}"),
        f"total.{title.id}": Fact(judged.rule.total, "Tổng điểm"),
        f"level.{title.id}": Fact(judged.level, "Mức độ", places),
    }


def _level(title: Title, facts: Facts) -> int | None:
    value = number(facts.get(title.recognised_level))
    return None if value is None else int(value)


def _recognition(title: Title, facts: Facts, year: int) -> Reason:
    mark, when = facts.get(title.mark), facts.get(title.recognised_when)
    met, actual = _recognised(title, mark.value if mark else None, when.value if when else None, year)
    level = _level(title, facts)
    asked = mark is None or mark.asked
    kept = f", còn hiệu lực ({title.valid_months} tháng)" if title.valid_months else ""
    return Reason(
        title.article,
        f"Công nhận “{title.name}”",
        NOT_ASKED if not asked else actual if level is None or not met else f"{actual}, mức độ {level}",
        f"được công nhận{kept}",
        met,
        figure=f"title.{title.id}",
        year=year,
        places=places_of((mark, when)),
        verified=title.verified,
        decides=asked,
        asked=asked,
    )


def _recognised(title: Title, mark: Value, when: Value, year: int) -> tuple[bool | None, str]:
    if mark is None:
        return None, "chưa rõ đã được công nhận hay chưa"
    if mark is False:
        return False, "chưa được công nhận"
    since = _year_of(when)
    if title.valid_months is None:
        return _this_year(since, year)
    if since is None:
        return None, "đã được công nhận nhưng chưa rõ ngày"
    last_year = since + title.valid_months // 12
    return since <= year <= last_year, f"công nhận {_when(when)}, giữ đến hết năm {last_year}"


def _this_year(since: int | None, year: int) -> tuple[bool | None, str]:
    """A title looked at anew each year: recognition of another year neither gives nor denies it."""
    if since is None:
        return True, "đã được công nhận"
    if since == year:
        return True, f"đã được công nhận năm {since}"
    return None, f"công nhận năm {since}, chưa rõ có được công nhận cho năm {year}"


def _year_of(when: Value) -> int | None:
    if isinstance(when, date):
        return when.year
    return int(when) if isinstance(when, int | Fraction) and not isinstance(when, bool) else None


def _when(when: Value) -> str:
    return f"ngày {format_date(when)}" if isinstance(when, date) else f"năm {when}"
