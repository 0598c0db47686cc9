"""Shapes: what each word of a decision cannot do without, by the test, the rule or the span that it states."""

from calendar import monthrange
from collections.abc import Iterator
from string import Formatter

from learnsoc_xlsx.catalogue.local.choices import AN_AWARD
from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of
from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.awards import Condition, Round
from learnsoc_xlsx.model.law.kinds import ConditionTest, TitleRule
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.texts.decisions import Deadline, Decision

NEEDS = {
    ConditionTest.TITLE: ("of",),
    ConditionTest.YES: ("of",),
    ConditionTest.AT_LEAST: ("of", "bound"),
    ConditionTest.ANY: ("options",),
}
"""The keys that a condition cannot do without, by its test."""
OPTIONS = frozenset({ConditionTest.YES, ConditionTest.AT_LEAST})
"""The tests that an option may have."""
_YEAR = "{year}"
_COMMON = 2023
"""A year without 29 February: a deadline comes in every year."""


def misshapen_in(decision: Decision) -> Iterator[DecisionError]:
    """Yield a fault for every word of a decision that lacks what its own test, rule or span needs."""
    top = Spot(decision.file)
    for title in decision.titles:
        yield from _title(title, top.within("titles", title.id))
    for award in decision.awards:
        for condition in award.conditions:
            yield from _condition(condition, top.within("awards", award.id).within("conditions", condition.id))
    for held in decision.rounds:
        yield from _round(held, top.within("rounds", held.id))
    for choice in decision.choices:
        yield from _choice(choice, top.within("choices", choice.key))
    for deadline in decision.deadlines:
        yield from _deadline(deadline, top.within("deadlines", ", ".join(deadline.unit_kinds)))
    yield from _before_its_time(decision, top)


def _before_its_time(decision: Decision, top: Spot) -> Iterator[DecisionError]:
    """A word of a day or of a phase that was over before the text came into force: it changes nothing that went before."""
    named = [("bases", basis.id, basis.since) for basis in decision.bases]
    named += [("bonuses", rate.subject.value, rate.since) for rate in decision.bonuses]
    named += [("roundings", str(rounding.to), rounding.since) for rounding in decision.roundings]
    for table, name, since in named:
        if since.year < decision.in_force:
            yield top.within(table, name).fault("since", f"trước năm {decision.in_force}, khi văn bản có hiệu lực")
    for phase in decision.phases:
        if phase.last < decision.in_force:
            spot = top.within("phases", phase.id)
            yield spot.fault("last", f"giai đoạn đã qua trước năm {decision.in_force}, khi văn bản có hiệu lực")


def _title(title: Title, spot: Spot) -> Iterator[DecisionError]:
    if title.rule is TitleRule.POINTS and title.pass_at is None and not any(band.passes for band in title.bands):
        yield spot.fault("pass_at", "danh hiệu tính điểm thì cần khóa này, hoặc một mức đạt trong “bands”")
    for criterion in title.criteria:
        yield from _criterion(criterion, title.rule, spot.within("criteria", criterion.id))


def _criterion(criterion: Criterion, rule: TitleRule, spot: Spot) -> Iterator[DecisionError]:
    scored = criterion.kind is Kind.SCORE
    if scored is not (rule is TitleRule.POINTS):
        expected = "“score”" if rule is TitleRule.POINTS else "“mark” hoặc “number”"
        yield spot.fault(
            "kind", f"danh hiệu theo luật “{rule.value}” cần {expected}, ở đây là “{criterion.kind.value}”"
        )
    elif scored and criterion.most is None:
        yield spot.fault("most", "tiêu chí tính điểm thì cần khóa này")
    elif not scored and criterion.kind is not Kind.MARK and criterion.at_least is None:
        yield spot.fault("at_least", "tiêu chí so với con số thì cần khóa này")


def _condition(condition: Condition, spot: Spot) -> Iterator[DecisionError]:
    for key in NEEDS[condition.test]:
        if not getattr(condition, key):
            yield spot.fault(key, f"điều kiện có test “{condition.test.value}” thì cần khóa này")
    for option in condition.options:
        inner = spot.within("options", option.id)
        if option.test not in OPTIONS:
            words = ", ".join(sorted(test.value for test in OPTIONS))
            yield inner.fault("test", f"một lựa chọn không dùng được “{option.test.value}”; chỉ có: {words}")
        yield from _condition(option, inner)


def _round(held: Round, spot: Spot) -> Iterator[DecisionError]:
    """The id of a round held in a year is told from another year's by its ending."""
    if not held.id.endswith(f"-{_YEAR}"):
        yield spot.fault("id", f"cần kết thúc bằng “-{_YEAR}”")
    for key, text in (("id", held.id), ("name", held.name)):
        holders = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        yield from (
            spot.fault(key, f"không có chỗ trống “{{{name}}}”, chỉ có “{_YEAR}”") for name in holders - {"year"}
        )


def _choice(choice: OpenChoice, spot: Spot) -> Iterator[DecisionError]:
    """Without options a choice is among the keys of its award's ranking, in an order of the commune's own."""
    options = {option.id: option for option in choice.options}
    if not options and not (choice.several and AN_AWARD in choice.key):
        yield spot.fault("options", "lựa chọn thì cần khóa này")
    if options and not choice.default:
        yield spot.fault("default", "lựa chọn thì cần khóa này")
    for name in choice.default:
        if name not in options:
            yield spot.fault("default", f"không có phương án “{name}”{instead_of(name, options)}")
        elif options[name].number and not options[name].may_lack:
            yield spot.fault("default", f"phương án “{name}” cần một con số, mà mặc định không có")


def _deadline(deadline: Deadline, spot: Spot) -> Iterator[DecisionError]:
    if not 1 <= deadline.month <= 12:
        yield spot.fault("month", f"không có tháng {deadline.month}")
    elif not 1 <= deadline.day <= monthrange(_COMMON, deadline.month)[1]:
        yield spot.fault("day", f"không phải năm nào cũng có ngày {deadline.day}/{deadline.month}")
