"""Phases and rounds from every side: their first and last years, and every way in which a round looks at the years of its phase."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pandas as pd
import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.council import Received
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound, Verdict
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.register import LocalChoice, Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.council.deliberation import council_rules
from learnsoc_xlsx.pipeline.steps.rounds import _held
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.chosen import phase_rules
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.decide.history import History
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.nominate.nominate import nominate
from tests.decisions.test_cases import facts_of, law_of, round_of, verdict_of
from tests.law.tables import Rule, cases
from tests.stages.award.test_nominate import CITIZENS, NOMINATIONS, frame

Of = dict[str, Any]
YEARS = (2026, 2027, 2028)
PROFILE = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
COMMUNE = Register("danh ba.xlsx", (PROFILE,), (Unit("A", "village", "Thôn A", "X", None, None, None, None, None),))
ENTERPRISE = {
    "recognised": "có", "recognised_on": date(2026, 1, 10), "dn_a": "có", "contribution_by": "UBND xã",
    "contribution_no": "12", "contribution_on": date(2026, 3, 1), "dn_b": "có", "rule_by": "Giám đốc", "rule_no": "05",
    "rule_on": date(2026, 1, 5), "dn_c": "có", "dn_d": "có", "community_contribution": 5000000,
}  # fmt: skip
CITIZEN = {"citizen_recognised": "có", "labour_days": 10, "pending": "không", "already_awarded": "không"}


@pytest.mark.parametrize(("_", "rule", "side"), cases("phase"))
def test_a_phase_by_its_first_and_its_last_year(_: Of, rule: Rule, side: str) -> None:
    year, expected = rule[side]

    assert "".join(phase.id for phase in law().phases if year in phase.years) == expected


@cache
def held_by(year: int) -> list[HeldRound]:
    """The rounds in which a commune that reported every year until this one is."""
    day = date(year, 12, 31)
    calendar = Calendar(COMMUNE, law(), FORMS, day, day)
    return [one for declared in law().rounds for one in _held(declared.id, list(range(2024, year + 1)), calendar)]


@pytest.mark.parametrize(("_", "rule", "side"), cases("round"))
def test_a_round_by_its_years(_: Of, rule: Rule, side: str) -> None:
    newest, years, forecast = rule[side]

    rounds = [one for one in held_by(newest) if one.declared == rule["id"].removeprefix("round/")]

    assert sorted({year for one in rounds for year in one.years}) == years
    assert any(one.forecast for one in rounds) is forecast


# In which years a condition is asked


def over_years(award_: str, choice: dict[str, str], facts: dict[str, Any], thresholds: dict[str, str]) -> Verdict:
    case = {"award": award_, "choices": choice, "thresholds": thresholds, "facts": facts, "phase": "phase-2"}
    return verdict_of(case, round_of(case))


@pytest.mark.parametrize(("_", "rule", "side"), cases("title"))
def test_the_years_in_which_a_title_is_asked(_: Of, rule: Rule, side: str) -> None:
    marks, expected = rule[side]
    facts = {
        str(year): CITIZEN | {"citizen_recognised": "có" if mark else "không", "recognised_year": year}
        for year, mark in zip(YEARS, marks, strict=True)
    }

    verdict = over_years("citizen", {"phase.title": rule["choice"]}, facts, {"award.citizen.labour": "10"})

    assert verdict.outcome.label == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("mark"))
def test_the_years_in_which_a_mark_is_asked(_: Of, rule: Rule, side: str) -> None:
    marks, expected = rule[side]
    facts = {
        str(year): ENTERPRISE | {"dn_b": "có" if mark else "không"} for year, mark in zip(YEARS, marks, strict=True)
    }

    verdict = over_years("enterprise", {"phase.mark": rule["choice"]}, facts, {"award.enterprise.contribution": "1"})

    assert verdict.outcome.label == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("amount"))
def test_the_years_in_which_an_amount_is_asked(_: Of, rule: Rule, side: str) -> None:
    days, expected = rule[side]
    facts = {
        str(year): CITIZEN | {"recognised_year": year, "labour_days": of_year}
        for year, of_year in zip(YEARS, days, strict=True)
    }

    verdict = over_years("citizen", {"phase.amount": rule["choice"]}, facts, {"award.citizen.labour": "10"})

    assert verdict.outcome.label == expected


# Who is looked at, who is held back, by what is ranked


def rules_under(key: str, words: str, *, upward: bool = False) -> Any:
    chosen, faults = law().with_choices([LocalChoice(key, words, None, None, None)])
    assert faults == ()
    return phase_rules(chosen.choices_in(2027), upward=upward)


@pytest.mark.parametrize(("_", "rule", "side"), cases("nominee"))
def test_the_year_in_which_one_must_be_nominated(_: Of, rule: Rule, side: str) -> None:
    year, expected = rule[side]
    sent = {
        at: Submission(at, f"{of}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", of), "A")
        for at, of in enumerate((2026, 2027))
    }
    layouts = {at: Layout(one.file, "S", {"award": "B", "name": "C", "birth_year": "D"}) for at, one in sent.items()}
    listed = [(at, 7, "Lê Văn An", 1970, 10) for at in sent]
    asked = [
        (at, 7, "individual", "Lê Văn An", 1970, None, None, None, None, "thành tích")
        for at, one in sent.items()
        if one.year == year
    ]
    tables = [Table(CITIZENS, frame(listed, CITIZENS), layouts), Table(NOMINATIONS, frame(asked, NOMINATIONS), layouts)]
    held = HeldRound(
        "r", "Đợt", "r", "III.2.2", "", 2027, 2027, (2026, 2027), date(2027, 12, 31), ("citizen",), "phase-2"
    )
    given = [one for one in law().awards_in(2027) if one.id == "citizen"]

    candidates, _findings = nominate(
        Dossier(tables, sent, [], COMMUNE),
        replace(held, rules=rules_under("phase.candidates", rule["choice"])),
        given,
    )

    assert isinstance(tables[0].rows, pd.DataFrame)
    assert bool(candidates) is expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("blocked"))
def test_the_year_whose_word_holds_back(_: Of, rule: Rule, side: str) -> None:
    year, expected = rule[side]
    facts = {
        str(of): CITIZEN | {"recognised_year": of, "pending": "có" if of == year else "không"} for of in (2026, 2027)
    }

    verdict = over_years("citizen", {"phase.blockers": rule["choice"]}, facts, {"award.citizen.labour": "10"})

    assert verdict.outcome.label == expected


def two_years() -> tuple[HeldRound, Law, Any]:
    """A round over 2026 and 2027 for citizens, of whom the commune asks 10 days of labour."""
    case = {"award": "citizen", "thresholds": {"award.citizen.labour": "10"}, "facts": {"2026": {}, "2027": {}}}
    held = replace(round_of(case), phase="phase-2")
    under = law_of(case, 2027)
    return held, under, [one for one in under.awards_in(2027) if one.id == "citizen"]


def person(name: str, last_year: int = 10, whole: int | None = None) -> Candidate:
    facts = {of: facts_of(CITIZEN | {"recognised_year": of, "labour_days": last_year}) for of in (2026, 2027)}
    over_phase = (
        {} if whole is None else {"labour_days": Fact(Fraction(whole), "Ngày công", (Place("a.xlsx", "S", "C7"),))}
    )
    return Candidate("citizen", "A", "Thôn A", name, Subject.INDIVIDUAL, facts, born=1970, over_phase=over_phase)


def weighed(held: HeldRound, *people: Candidate) -> list[Verdict]:
    _, under, given = two_years()
    titles = {year: under.titles_in(year) for year in held.years}
    return sorted(award(held, given, titles, people, {}, under.bonus), key=lambda verdict: verdict.subject)


@pytest.mark.parametrize(("_", "rule", "side"), cases("ranked_by"))
def test_the_years_by_which_a_phase_ranks(_: Of, rule: Rule, side: str) -> None:
    (whole, last, other_whole, other_last), expected = rule[side]
    held = replace(two_years()[0], rules=rules_under("phase.rank", rule["choice"]))

    verdicts = weighed(held, person("An", last, whole), person("Bình", other_last, other_whole))

    assert [verdict.rank for verdict in verdicts] == expected


def after_an_award(held: HeldRound, years: list[int], given_in: str) -> str:
    """What becomes of one who was awarded for the achievements of these years, by the register or in a round of the commune."""
    place = Place("danh ba.xlsx", "Đã khen", "B7")
    received = Received(
        Subject.INDIVIDUAL, "A", "An", 1970, given_in, tuple(years), date(2027, 11, 1), "Giấy khen", place
    )
    ((candidate, _),) = History([received], {}).tell(held, [person("An")])
    return weighed(held, candidate)[0].outcome.label


@pytest.mark.parametrize(("_", "rule", "side"), cases("awarded"))
def test_an_award_of_a_year_and_the_achievement_of_the_phase(_: Of, rule: Rule, side: str) -> None:
    years, expected = rule[side]
    held = replace(two_years()[0], rules=rules_under("phase.awarded", rule["choice"]))

    assert after_an_award(held, years, "annual-2027") == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("awarded_here"))
def test_an_award_of_the_commune_and_what_is_proposed_upward(_: Of, rule: Rule, side: str) -> None:
    years, expected = rule[side]
    rules = rules_under("upward.awarded", rule["choice"], upward=True)
    held = replace(two_years()[0], upward=True, rules=rules)

    assert after_an_award(held, years, "annual-2027") == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("quorum"))
def test_how_many_members_must_be_present(_: Of, rule: Rule, side: str) -> None:
    present, expected = rule[side]
    chosen, faults = law().with_choices([LocalChoice("council.quorum", rule["choice"], None, None, None)])

    assert faults == ()
    assert council_rules(chosen.choices_in(2026)).met(present, rule["members"]) is expected


def test_a_council_without_a_quorum_is_not_judged() -> None:
    chosen, _ = law().with_choices([LocalChoice("council.quorum", "không đặt mức", None, None, None)])

    assert council_rules(chosen.choices_in(2026)).met(1, 9) is None
