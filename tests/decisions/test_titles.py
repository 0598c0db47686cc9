"""Titles in words: what each title says of given figures, on both sides of every threshold."""

import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Reason, Value
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged
from tests.judging import judged_alone

LAW = law()
WORDS = {"đạt": True, "không đạt": False, "chưa rõ": None}
MARKS = {"có": True, "không": False, "chưa rõ": None}
KNOWN = {"says", "title", "year", "figures", "thresholds", "rule", "criteria", "band", "expect", "doubt", "day"}


def cases() -> Iterator[Any]:
    for file in sorted((Path(__file__).parent / "titles").glob("*.toml")):
        book = tomllib.loads(file.read_text(encoding="utf-8"))
        for case in book["case"]:
            whole = {"year": book["year"], "title": book["title"]} | case
            yield pytest.param(whole | {"figures": book["given"] | case["figures"]}, id=case["says"])


CASES = list(cases())


def value(written: object) -> Value:
    if isinstance(written, str):
        return MARKS[written] if written in MARKS else Fraction(written.replace(",", "."))
    assert isinstance(written, int | date)
    return written


def title_of(case: dict[str, Any]) -> Title:
    thresholds = [
        Threshold(key, Fraction(str(bound).replace(",", ".")), None, None)
        for key, bound in case.get("thresholds", {}).items()
    ]
    law, findings = LAW.with_thresholds(thresholds, case["year"])
    assert not findings
    return law.titles_in(case["year"])[case["title"]]


def judged_of(case: dict[str, Any]) -> Judged:
    facts = {name: Fact(value(written), name) for name, written in case["figures"].items()}
    return judged_alone(title_of(case), facts, case["year"], case.get("day"))


def points_of(judged: Judged) -> Reason:
    (reason,) = judged.rule.reasons
    return reason


@pytest.mark.parametrize("case", CASES)
def test_the_title_is_judged_as_the_sentence_says(case: dict[str, Any]) -> None:
    judged = judged_of(case)

    labels = {each.id: each.label for each in judged.title.criteria}
    met = {each.condition: each.met for each in judged.rule.reasons}
    found = {name: met[labels[name]] for name in case.get("criteria", {})}
    assert judged.met is WORDS[case["expect"]]
    assert bool(judged.doubt) is case.get("doubt", False)
    assert found == {name: WORDS[word] for name, word in case.get("criteria", {}).items()}
    if "rule" in case:
        assert points_of(judged).met is WORDS[case["rule"]]


@pytest.mark.parametrize("case", [each for each in CASES if "band" in each.values[0]])
def test_the_rule_says_the_class(case: dict[str, Any]) -> None:
    judged = judged_of(case)

    said = f"loại {case['band']}" if case["band"] else "điểm"
    assert judged.rule.band == case["band"]
    assert points_of(judged).actual.endswith(said)


@pytest.mark.parametrize("case", CASES)
def test_every_reason_has_its_article_and_year(case: dict[str, Any]) -> None:
    judged = judged_of(case)

    assert judged.recognition is not None
    assert all(each.article and each.year == case["year"] for each in (judged.recognition, *judged.rule.reasons))


@pytest.mark.parametrize("case", CASES)
def test_a_case_says_only_what_the_title_knows(case: dict[str, Any]) -> None:
    title = title_of(case)
    asked = {title.mark, title.recognised_when}
    for each in title.criteria:
        asked |= {each.indicator or each.id, each.out_of or each.id}

    assert case.keys() <= KNOWN
    assert case["figures"].keys() <= asked


def test_a_number_the_commune_set_is_said_to_be_its_own() -> None:
    law, _ = LAW.with_thresholds([Threshold("learning_family.pass", Fraction(80), None, "NQ 5")], 2025)
    scores = {name: Fact(20, name) for name in ("gdht_1", "gdht_2", "gdht_3", "gdht_4")}

    rule = points_of(judged_alone(law.titles_in(2025)["learning_family"], scores, 2025))

    assert (rule.local, rule.actual, rule.needed) == (True, "80 điểm", "từ 80 điểm")


def test_the_index_that_is_too_low_is_named() -> None:
    title = LAW.titles_in(2024)["learning_citizen"]
    scores = {each.id: Fact(10, each.label) for each in title.criteria} | {"cdht_b2": Fact(Fraction("4.99"), "B2")}

    rule = points_of(judged_alone(title, scores, 2024))

    assert rule.actual.startswith("94,99 điểm")
    assert "dưới mức thấp nhất: B2." in rule.actual
    assert rule.needed == "từ 80 điểm, không chỉ số nào dưới 5"
