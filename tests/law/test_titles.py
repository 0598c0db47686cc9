"""Titles from every side: each criterion, minimum, total and class, what is recognised, and for how long."""

from datetime import date
from typing import Any

import pytest

from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged
from tests.decisions.test_cases import facts_of, law_of
from tests.judging import judged_alone
from tests.law.tables import SIDES, Rule, as_case, cases, rules

Of = dict[str, Any]
WORDS = {True: "đạt", False: "chưa đạt", None: "chưa rõ"}


def judged(rule: Rule, facts: dict[str, Any], year: int, day: date | None = None) -> Judged:
    title = law_of(rule, year).titles_in(year)[rule["title"]]
    return judged_alone(title, facts_of(as_case(facts)), year, day)


def one_by_one(*kinds: str) -> list[Any]:
    """A parameter for each criterion of each rule of these kinds, from each of its sides."""
    return [
        pytest.param(rule, at, side, id=f"{rule['says']}: {name.rpartition('/')[2]} ({SIDES[side]})")
        for kind in kinds
        for _, rule in rules(kind)
        for at, name in enumerate(rule["ids"])
        if not name.startswith("number/") or len(rule["ids"]) == 1
        for side in SIDES
        if side in rule
    ]


def changed_by(rule: Rule, at: int) -> str:
    """The fact that a rule changes: named, one for each criterion, or the criterion itself."""
    by = rule.get("by", rule["ids"][at].rpartition("/")[2])
    return str(by) if isinstance(by, str) else str(by[at])


@pytest.mark.parametrize(("rule", "at", "side"), one_by_one("points", "criteria"))
def test_a_criterion_from_every_side(rule: Rule, at: int, side: str) -> None:
    given, expected = rule[side]

    result = judged(rule, rule["facts"] | {changed_by(rule, at): given}, rule["year"])

    assert WORDS[result.rule.met] == expected


@pytest.mark.parametrize(("rule", "at", "side"), one_by_one("bands"))
def test_a_class_from_every_side(rule: Rule, at: int, side: str) -> None:
    given, expected = rule[side]

    result = judged(rule, rule["facts"] | {changed_by(rule, at): given}, rule["year"])

    assert result.rule.band == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("kept"))
def test_a_recognition_is_kept_for_its_months_and_no_day_longer(_: Of, rule: Rule, side: str) -> None:
    day, expected = rule[side]
    facts = {"recognised": "có", "recognised_on": rule["recognised"]}

    assert WORDS[judged(rule, facts, day.year, day).met] == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("since"))
def test_a_recognition_older_than_the_text_is_not_known_to_be_kept(_: Of, rule: Rule, side: str) -> None:
    recognised, expected = rule[side]

    assert WORDS[judged(rule, {"recognised": "có", "recognised_on": recognised}, 2025).met] == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("of_a_year"))
def test_a_title_without_months_is_of_its_own_year(_: Of, rule: Rule, side: str) -> None:
    recognised, expected = rule[side]

    assert (
        WORDS[judged(rule, {rule["mark"]: "có", rule.get("when", "recognised_year"): recognised}, 2026).met] == expected
    )


@pytest.mark.parametrize(("_", "rule", "side"), cases("recognition"))
def test_recognition_decides_and_what_contradicts_it_is_a_doubt(_: Of, rule: Rule, side: str) -> None:
    facts, expected, doubt = rule[side]
    others = {f"cdht_{name}": 9 for name in ("a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "c1")}

    result = judged({"title": "learning_citizen"}, others | facts, 2026)

    assert (WORDS[result.met], result.doubt is not None) == (expected, doubt)
