"""Decisions tested in words: each case is a sentence a lawyer can read, under cases/*.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound, Value, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalChoice, Threshold
from learnsoc_xlsx.pipeline.terms.chosen import phase_rules
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.money import bonus_of
from learnsoc_xlsx.stages.award.weigh.facts import NOT_ASKED
from tests.judging import judged_alone

Case = dict[str, Any]
LAW = law()
FILES = [
    tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
]
WORDS = {True: "đạt", False: "chưa đạt", None: "chưa rõ"}
UNASKED = "chưa hỏi"
MARKS = {"có": True, "không": False}


def cases(kind: str) -> list[Any]:
    return [pytest.param(case, id=case["says"]) for file in FILES for case in file.get(kind, ())]


def value(given: object) -> Value:
    """A fact as a case writes it: a mark in words, a date, a whole number, in quotes an exact number or a text."""
    if isinstance(given, str):
        return MARKS[given] if given in MARKS else Fraction(given) if given[-1:].isdigit() else given or None
    assert isinstance(given, int | date)
    return given


def facts_of(given: Mapping[str, object]) -> dict[str, Fact]:
    """`UNASKED` stands for what the form of that year did not ask."""
    return {
        name: Fact(None, name, asked=False)
        if each == UNASKED
        else Fact(value(each), name, (Place("bao cao.xlsx", "Trang", name),))
        for name, each in given.items()
    }


def law_of(case: Case, year: int) -> Law:
    """The law of a year under the case's thresholds, one number each or one from each year on, and its choices in words."""
    return _law(tuple(thresholds_of(case)), tuple(case.get("choices", {}).items()), year)


@cache
def _law(thresholds: tuple[Threshold, ...], choices: tuple[tuple[str, str], ...], year: int) -> Law:
    law, findings = LAW.with_thresholds(thresholds, year)
    law, faults = law.with_choices([LocalChoice(name, words, None, None, "Danh bạ") for name, words in choices])
    assert (findings, faults) == ((), ())
    return law


def thresholds_of(case: Case) -> Iterator[Threshold]:
    for name, given in case.get("thresholds", {}).items():
        by_year = given if isinstance(given, dict) else {None: given}
        yield from (Threshold(name, Fraction(n), since and int(since), "Danh bạ") for since, n in by_year.items())


def round_of(case: Case) -> HeldRound:
    years = tuple(sorted(map(int, case["facts"])))
    day = case.get("decided", date(years[-1], 12, 31))
    rules, given = phase_rules(law_of(case, years[-1]).choices_in(years[-1])), (case["award"],)
    return HeldRound(
        "r",
        "Đợt",
        "r",
        "III.2",
        "Giấy khen",
        years[-1],
        years[-1],
        years,
        day,
        given,
        case.get("phase", ""),
        rules=rules,
    )


def verdict_of(case: Case, held: HeldRound) -> Verdict:
    law = law_of(case, held.year)
    given = tuple(each for each in law.awards_in(held.year) if each.id == case["award"])
    facts = {int(year): facts_of(known) for year, known in case["facts"].items()}
    candidate = Candidate(case["award"], "U1", "Đơn vị Một", "Người Một", given[0].subject, facts)
    candidate = replace(candidate, dissolved=case.get("dissolved"), first_year=case.get("since", 0))
    laws = {year: law_of(case, year) for year in held.years}
    titles = {year: of_year.titles_in(year) for year, of_year in laws.items()}
    awards = {year: of_year.awards_in(year) for year, of_year in laws.items()}
    (verdict,) = award(held, given, titles, [candidate], {}, law.bonus, awards)
    return verdict


@pytest.mark.parametrize("case", cases("case"))
def test_a_title(case: Case) -> None:
    title = law_of(case, case["year"]).titles_in(case["year"])[case["title"]]

    judged = judged_alone(title, facts_of(case["facts"]), case["year"])

    reasons = (*filter(None, (judged.recognition,)), *judged.rule.reasons)
    assert "rule" in case or "expect" in case
    assert WORDS[judged.rule.met] == case.get("rule", WORDS[judged.rule.met])
    assert WORDS[judged.met] == case.get("expect", WORDS[judged.met])
    assert any(case.get("found", "") in each.actual for each in reasons)
    assert any(case.get("needed", "") in each.needed for each in reasons)
    assert len(judged.rule.reasons) == case.get("criteria", len(judged.rule.reasons))


@pytest.mark.parametrize("case", cases("award"))
def test_an_award(case: Case) -> None:
    held = round_of(case)

    verdict = verdict_of(case, held)

    deciding = [each for each in verdict.reasons if each.decides and not each.blocks]
    assert verdict.outcome.label == case["expect"]
    assert case.get("summary", "") in verdict.summary
    assert {each.year for each in deciding} == set(case.get("decides", held.years[-1:]))
    assert case.get("left_out", 0) == sum(not each.asked for each in verdict.reasons)
    assert all(each.actual.endswith(NOT_ASKED) for each in verdict.reasons if not each.asked)
    assert all(each.article and each.actual and each.needed for each in verdict.reasons)


@pytest.mark.parametrize("case", cases("bonus"))
def test_a_bonus(case: Case) -> None:
    law = law_of(case, case["decided"].year)

    bonus = bonus_of(law.bonus(case["subject"], case["decided"]))

    assert (bonus.amount, bonus.verified) == (case.get("amount"), case["verified"])
    assert case.get("basis", "") in bonus.basis


def test_every_clause_of_the_criteria_has_a_case() -> None:
    said = " ".join(case["says"] for file in FILES for case in file.get("award", ()))

    for clause in {condition.article for each in LAW.awards_in(2026) for condition in each.conditions}:
        assert clause in said or clause.endswith((".1.2.c", ".1.3.a", ".1.5.a")), clause


def test_every_file_of_cases_is_read_and_every_case_says_something_of_its_own() -> None:
    kinds = {kind for file in FILES for kind in file}
    said = [case["says"] for file in FILES for given in file.values() for case in given]

    assert kinds == {"case", "award", "bonus"}
    assert len(said) == len(set(said))


# What is said beside a verdict

PERSON: Case = {
    "award": "citizen",
    "thresholds": {"award.citizen.labour": "10"},
    "facts": {"2026": {"citizen_recognised": "có", "labour_days": 10}},
}
ENTERPRISE: Case = {
    "award": "enterprise",
    "thresholds": {"award.enterprise.contribution": "1"},
    "facts": {"2026": dict.fromkeys(("recognised", "dn_a", "dn_b", "dn_c", "dn_d"), "có")},
}


def test_a_ranking_figure_that_is_missing_is_said() -> None:
    verdict = verdict_of(PERSON, round_of(PERSON))

    assert "Chưa có số liệu để xếp hạng, xếp sau: Tổng điểm; Tiền, hiện vật (đồng)." in verdict.summary


def test_a_round_over_several_years_says_which_year_it_ranks_by() -> None:
    both = PERSON | {"facts": dict.fromkeys(("2025", "2026"), PERSON["facts"]["2026"])}

    one_year, two_years = (verdict_of(case, round_of(case)) for case in (PERSON, both))

    assert [label for label, _ in one_year.keys] == ["Tổng điểm", "Ngày công", "Tiền, hiện vật (đồng)"]
    assert all(label.endswith(", năm 2026") for label, _ in two_years.keys)


def test_the_level_above_decides_the_money_of_its_own_awards() -> None:
    held = round_of(PERSON)

    here, above = verdict_of(PERSON, held).bonus, verdict_of(PERSON, replace(held, upward=True)).bonus

    assert here is not None
    assert above is not None
    assert (here.amount, above.amount, above.basis) == (760_000, None, "Mức thưởng do cấp trên quyết định.")


def test_an_award_is_paid_by_its_own_day_of_decision() -> None:
    held = replace(round_of(PERSON), days={"citizen": date(2025, 6, 30), "household": date(2025, 8, 1)})

    bonus = verdict_of(PERSON, held).bonus

    assert bonus is not None
    assert bonus.amount == 360_000  # 0.15 × 2,340,000 under NĐ 98, rounded up; 710,000 from 1 July 2025


@pytest.mark.parametrize(("paper", "said"), [("42/GCN", "có (văn bản: 42/GCN)"), (None, "có, chưa ghi: Văn bản")])
def test_a_condition_that_rests_on_a_paper_names_it_or_says_that_it_is_not_named(paper: str | None, said: str) -> None:
    held = round_of(ENTERPRISE)
    facts = facts_of(ENTERPRISE["facts"]["2026"]) | {"contribution_acknowledged": Fact(paper, "Văn bản")}
    law = law_of(ENTERPRISE, 2026)
    given = [each for each in law.awards_in(2026) if each.id == "enterprise"]
    candidate = Candidate("enterprise", "E1", "Công ty Một", "Công ty Một", Subject.COLLECTIVE, {2026: facts})

    (verdict,) = award(held, given, {2026: law.titles_in(2026)}, [candidate], {}, law.bonus)

    assert said in [each.actual for each in verdict.reasons if each.article == "III.1.4.a"]


def test_a_year_without_any_criteria_in_force_is_undecided_and_blames_nobody() -> None:
    held = replace(round_of(PERSON), years=(2026,))
    given = [each for each in law_of(PERSON, 2026).awards_in(2026) if each.id == "citizen"]
    facts = {2026: facts_of(PERSON["facts"]["2026"])}
    candidate = Candidate("citizen", "U1", "Đơn vị Một", "Người Một", Subject.INDIVIDUAL, facts)

    (verdict,) = award(held, given, {2026: {}}, [candidate], {}, LAW.bonus)

    assert verdict.outcome.word == "undecided"
    assert "không có bộ tiêu chí nào hiệu lực" in verdict.summary
    assert "Hãy hỏi" not in verdict.summary
