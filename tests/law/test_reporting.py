"""Deadlines, targets, jumps and legal bases from every side."""

from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from learnsoc_xlsx.catalogue.compose import _tolerance
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.law.kinds import Span
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.settle import _lateness
from learnsoc_xlsx.stages.write.views.figures.overview import NOT_REACHED, REACHED, target_for, verdict_on
from tests.law.tables import SIDES, Rule, cases, number, rules

Of = dict[str, Any]
WORDS = {REACHED: "đạt", NOT_REACHED: "chưa đạt"}
DEADLINES = [
    pytest.param(rule, name.rpartition("/")[2], side, id=f"{rule['says']}: {name} ({SIDES[side]})")
    for _, rule in rules("deadline")
    for name in rule["ids"]
    for side in SIDES
    if side in rule
]


@pytest.mark.parametrize(("rule", "kind", "side"), DEADLINES)
def test_a_report_is_late_from_the_day_after_the_deadline(rule: Rule, kind: str, side: str) -> None:
    came, expected = rule[side]
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    register = Register("danh ba.xlsx", (profile,), (Unit("A", kind, "Đơn vị", "X", None, None, None, None, None),))
    calendar = Calendar(register, law(), FORMS, came, came)
    place = Place("a.xlsx")
    sent = Submission(0, "a.xlsx", "", 0, Status.ACCEPTED, Stamp(kind, "", 2026), "A", received=came)

    findings = list(
        _lateness(sent, Cover(None, 2026, came, place, place, place), register, calendar.last_day, None, None)
    )

    assert (Code.LATE in [finding.code for finding in findings]) is expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("target"))
def test_a_share_against_its_target(_: Of, rule: Rule, side: str) -> None:
    share, expected = rule[side]
    _kind, indicator, year = rule["id"].split("/")
    (target,) = [one for one in law().targets if (one.indicator, one.year) == (indicator, int(year))]
    figure = Figure(indicator, "commune", "X", year, number(share), reported=1, expected=1)

    assert WORDS[verdict_on(figure, target, int(year))] == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("jump"))
def test_a_figure_that_jumps_is_asked_back(_: Of, rule: Rule, side: str) -> None:
    (last, now), expected = rule[side]
    tolerance = _tolerance(law().jumps_in(2026)[rule["id"].removeprefix("jump/")])

    assert tolerance is not None
    assert tolerance.is_jump(last, now) is expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("basis"))
def test_what_is_cited_on_the_day_of_a_decision(_: Of, rule: Rule, side: str) -> None:
    day, expected = rule[side]
    span = Span.PHASE if rule.get("phase") else Span.YEAR

    assert [basis.article for basis in law().cited([rule["of"]], day, span)] == expected


@pytest.mark.parametrize(
    ("year", "phase", "newest", "expected"),
    [
        (2024, None, 2024, (2025, 70)),
        (2025, None, 2025, (2025, 70)),
        (2028, None, 2028, (2030, 99)),
        (0, "phase-1", 2025, (2025, 70)),
        (0, "phase-2", 2027, (2030, 80)),
        (0, "phase-2", 2028, (2030, 99)),
    ],
)
def test_a_year_or_a_phase_is_held_to_the_next_target_as_it_was_stated_by_then(
    year: int, phase: str | None, newest: int, expected: tuple[int, int]
) -> None:
    stated = [Target("households_share", due, Fraction(least), "Văn bản", True, since=since)
              for due, least, since in ((2025, 70, 2022), (2030, 80, 2022), (2030, 99, 2028))]  # fmt: skip
    of = next((one for one in law().phases if one.id == phase), None)
    held = [one for one in (of.years if of else [year]) if one <= newest]
    scope = SimpleNamespace(run=SimpleNamespace(targets=stated), year=year, phase=of, held_years=held)

    target = target_for(scope, "households_share")  # type: ignore[arg-type]

    assert target is not None
    assert (target.year, int(target.at_least)) == expected
