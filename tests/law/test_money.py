"""Money from every side: each rate, base pay and rounding by its day, and the forms of award that the commune chooses."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.register import LocalChoice, Threshold
from learnsoc_xlsx.pipeline.terms.chosen import forms_chosen
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.money import bonus_in, bonus_of
from tests.law.tables import Rule, cases, number

Of = dict[str, Any]
LAW = law()
LAST_DAY = date(2026, 12, 31)


@pytest.mark.parametrize(("_", "rule", "side"), cases("money"))
def test_a_rate_by_its_day(_: Of, rule: Rule, side: str) -> None:
    day, expected = rule[side]

    bonus = bonus_of(LAW.bonus(Subject(rule["subject"]), day))

    assert (bonus.amount or 0) == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("pay"))
def test_a_base_pay_by_its_day(_: Of, rule: Rule, side: str) -> None:
    day, expected = rule[side]

    pay = LAW.base_pay_on(day)

    assert (pay.amount if pay else 0) == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("rounding"))
def test_a_sum_is_rounded_up_and_a_whole_one_kept(_: Of, rule: Rule, side: str) -> None:
    rate, expected = rule[side]
    under, faults = LAW.with_thresholds([Threshold(rule["key"], number(rate), None, None)], rule["day"].year)

    assert faults == ()
    assert bonus_of(under.bonus(Subject.HOUSEHOLD, rule["day"])).amount == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("rounded_since"))
def test_a_rounding_by_its_day(_: Of, rule: Rule, side: str) -> None:
    day, expected = rule[side]

    rounding = LAW.bonus(Subject.INDIVIDUAL, day).rounding

    assert (rounding.source if rounding else "") == expected


@pytest.mark.parametrize(("_", "rule", "side"), cases("form"))
@pytest.mark.parametrize("award", ["citizen"])
def test_a_form_of_award_with_and_without_a_rate(_: Of, rule: Rule, side: str, award: str) -> None:
    rate, expected = rule[side]
    row = LocalChoice(f"award.{award}.form", rule["choice"], Fraction(rate) if rate else None, None, "Họp")
    chosen, faults = LAW.with_choices([row])
    (given,) = [one for one in LAW.awards_in(2026) if one.id == award]

    form = forms_chosen(chosen.choices_in(2026), chosen.rounds_in(2026)["annual-{year}"])[award]

    assert faults == ()
    assert bonus_in(form, LAW.bonus(given.subject, LAST_DAY)).amount == expected
