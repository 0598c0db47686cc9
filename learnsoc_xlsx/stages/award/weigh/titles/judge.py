"""Judge: whether a title holds in a year, after its recognition and beside it after its own rule."""

from dataclasses import dataclass, replace
from datetime import date

from learnsoc_xlsx.model.law.kinds import Contradicted, TitleRule
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, OpenPoint, Reason
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across, together
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.facts import NOT_ASKED, mark, number, places_of
from learnsoc_xlsx.stages.award.weigh.titles.every import by_every_criterion
from learnsoc_xlsx.stages.award.weigh.titles.points import by_points
from learnsoc_xlsx.stages.award.weigh.titles.ruled import Ruled
from learnsoc_xlsx.stages.award.weigh.titles.validity import Held, held_on


@dataclass(frozen=True)
class Judged:
    """A title judged: `met` None when it cannot be told. `recognition` is the reason that decides, None for a title
    that nobody recognises; then the rule itself decides. `doubt` is what contradicts a recognition, which it stands by.
    """

    title: Title
    met: bool | None
    recognition: Reason | None
    rule: Ruled
    level: int | None = None
    doubt: Reason | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands that the title was recognised."""
        return self.recognition.places if self.recognition else ()


def judge(title: Title, answers: Answers, day: date | None = None) -> Across[Judged]:
    """Judge a title for one year by what candidates answer, on a day (None: the last of the year).

    Recognition decides (III.1: "được công nhận"); the title's own rule is looked at beside it, and where it contradicts
    the recognition that is a doubt.
    """
    rule = by_points(title, answers) if title.rule is TitleRule.POINTS else by_every_criterion(title, answers)
    facts = answers.to(filter(None, (title.mark, title.recognised_when, title.recognised_level)))
    return together([rule, facts]).apply(lambda row: _judged(title, row[0], row[1], answers.year, day))


def _judged(title: Title, rule: Ruled, facts: Facts, year: int, day: date | None) -> Judged:
    if not title.mark:
        return Judged(title, rule.met, None, rule)
    recognition = _recognition(title, facts, year, day or date(year, 12, 31))
    if not recognition.met:
        return Judged(title, recognition.met, recognition, rule)
    doubt = _doubt(title, recognition, rule)
    if doubt and title.treatment.contradicted is Contradicted.UNDECIDED:
        recognition = replace(recognition, met=None, actual=doubt.actual)
    return Judged(title, recognition.met, recognition, rule, _level(title, facts), doubt)


def facts_of(title: Title, judged: Across[Judged]) -> dict[str, Across[Fact]]:
    """Return what a judged title adds to the facts of its year: whether it holds, the points, the level."""
    name = f"title.{title.id}"
    return {
        name: judged.apply(lambda one: Fact(one.met, title.name, one.places, name)),
        f"total.{title.id}": judged.apply(lambda one: Fact(one.rule.total, "Tổng điểm")),
        f"level.{title.id}": judged.apply(lambda one: Fact(one.level, "Mức độ", one.places)),
    }


def _doubt(title: Title, recognition: Reason, rule: Ruled) -> Reason | None:
    """What of its own criteria contradicts a recognition, with figure and bound.

    It stands where the unit says that it was recognised; where the commune laid the decision, where the unit gives what
    contradicts it.
    """
    if rule.met is not False:
        return None
    of_unit = [place for reason in rule.reasons if reason.met is False for place in reason.places]
    but = "nhưng báo cáo ghi" if recognition.basis else "nhưng"
    return replace(
        recognition,
        places=tuple(dict.fromkeys((*of_unit, *recognition.places))) if recognition.basis else recognition.places,
        article=title.article,
        condition=OpenPoint.RECOGNITION.label,
        actual=f"{recognition.actual} {but} {'; '.join(rule.failing)}",
        needed=" của ".join(filter(None, ("quyết định công nhận", title.recognised_by))),
        met=None,
        verified=all(reason.verified for reason in rule.reasons),
        hard=False,
        decides=False,
        open=OpenPoint.RECOGNITION,
    )


def _level(title: Title, facts: Facts) -> int | None:
    value = number(facts.get(title.recognised_level))
    return None if value is None else int(value)


def _recognition(title: Title, facts: Facts, year: int, day: date) -> Reason:
    mark_of, when = facts.get(title.mark), facts.get(title.recognised_when)
    asked = mark_of is None or mark_of.asked
    met, actual = _recognised(title, mark_of, when, year, day) if asked else (None, NOT_ASKED)
    actual = _resting_on(mark_of, actual) if asked and mark_of and mark_of.basis else actual
    level = _level(title, facts)
    kept = f", còn hiệu lực ({title.valid_months} tháng)" if title.valid_months else ""
    return Reason(
        title.article,
        f"Công nhận “{title.name}”",
        actual if level is None or not met else f"{actual}, mức độ {level}",
        f"được công nhận{kept}",
        met,
        figure=f"title.{title.id}",
        year=year,
        places=places_of((mark_of, when)),
        verified=title.verified,
        decides=asked,
        asked=asked,
        basis=mark_of.basis if mark_of and mark_of.value else "",
    )


def _resting_on(mark: Fact, actual: str) -> str:
    """What was found, with what it rests on; where nothing is known, why."""
    return mark.basis if mark.value is None else f"{actual}; {mark.basis}"


def _recognised(title: Title, mark_of: Fact | None, when: Fact | None, year: int, day: date) -> Held:
    match mark(mark_of):
        case None:
            return None, "chưa rõ đã được công nhận hay chưa"
        case False:
            return False, "chưa được công nhận"
        case _:
            return held_on(title, when.value if when else None, year, day)
