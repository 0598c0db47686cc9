"""What the commune chooses for its rounds: the ranking, equals across the quota, the form of award and its money."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.kinds import Reach, Ties
from learnsoc_xlsx.model.law.verdicts import Candidate, Elsewhere, HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.pipeline.terms.chosen import forms_chosen, phase_rules, ranked_as_chosen, word
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.elsewhere import proposed_elsewhere
from tests.stages.award.test_award import SET, decide, facts, held, outcomes, over_years, village


def under(*rows: tuple[str, str], number: str | None = None) -> Law:
    given = [LocalChoice(key, value, number and Fraction(number), None, "Họp") for key, value in rows]  # type: ignore[arg-type]
    law, findings = SET.with_choices(given)
    assert findings == ()
    return law


# The ranking


def ranked(law: Law, *candidates: Candidate) -> dict[str, int | None]:
    (plan,) = [each for each in law.awards_in(2025) if each.id == "village"]
    chosen = ranked_as_chosen(plan, law.choices_in(2025))
    verdicts = award(held(), [chosen], {2025: law.titles_in(2025)}, candidates, {}, law.bonus)
    return {each.unit: each.rank for each in verdicts}


def test_the_commune_chooses_the_keys_of_the_ranking_and_their_order() -> None:
    few, many = village("A", households_share=Fraction(90)), village("B", initiatives=9)

    assert ranked(SET, few, many) == {"A": 1, "B": 2}
    assert ranked(under(("award.village.rank", "initiatives; households_share")), few, many) == {"B": 1, "A": 2}


def test_a_key_that_the_commune_left_out_parts_nobody() -> None:
    law = under(("award.village.rank", "initiatives"))

    assert ranked(law, village("A", households_share=Fraction(90)), village("B")) == {"A": 1, "B": 1}


def test_a_phase_ranks_by_what_adds_up_over_it_unless_the_commune_chose_its_last_year() -> None:
    years = {2024: facts(2024), 2025: facts(2025)}
    of_phase = {name: facts(2025, households_share=Fraction(share))["households_share"] for name, share in (("A", 70), ("B", 90))}  # fmt: skip
    candidates = [
        replace(over_years("A", years | {2025: facts(2025, households_share=Fraction(99))}), over_phase={"households_share": of_phase["A"]}),
        replace(over_years("B", years), over_phase={"households_share": of_phase["B"]}),
    ]  # fmt: skip
    whole = held(2024, 2025)
    last = replace(whole, rules=phase_rules(under(("phase.rank", "năm cuối")).choices_in(2025)))

    assert {name: each.rank for name, each in decide(candidates, on=whole).items()} == {"A": 2, "B": 1}
    assert {name: each.rank for name, each in decide(candidates, on=last).items()} == {"A": 1, "B": 2}
    assert decide(candidates, on=whole)["A"].keys[0][0].endswith("năm 2024–2025")
    assert decide(candidates, on=last)["A"].keys[0][0].endswith("năm 2025")


# Equals across the quota


@pytest.mark.parametrize(
    ("chosen", "outcome", "tied"),
    [
        ("Hội đồng quyết định", Outcome.RESERVE, True),
        ("lấy cả", Outcome.RECOMMENDED, False),
        ("không lấy ai", Outcome.RESERVE, False),
    ],
)
def test_equals_across_the_quota_get_what_the_commune_chose(chosen: str, outcome: Outcome, tied: bool) -> None:
    ties = word(under(("award.village.ties", chosen)).choices_in(2025), "award.village.ties", Ties.COUNCIL)

    verdicts = decide([village("A"), village("B")], limit=1, ties=ties)

    assert outcomes(verdicts) == {"A": (outcome, 1), "B": (outcome, 1)}
    assert {each.tied for each in verdicts.values()} == {tied}
    assert chosen.casefold() in verdicts["A"].summary.casefold()


def test_who_is_beyond_the_quota_alone_is_no_equal() -> None:
    verdicts = decide([village("A"), village("B", households_share=Fraction(79))], limit=1)

    assert [each.tied for each in verdicts.values()] == [False, False]


# The form of award, and its money


def paid(law: Law) -> tuple[int | None, str]:
    declared = law.rounds_in(2025)["annual-{year}"]
    annual = replace(held(), forms=forms_chosen(law.choices_in(2025), declared))
    bonus = decide([village("A")], on=annual)["A"].bonus
    assert bonus is not None
    return bonus.amount, bonus.basis


def test_a_giay_khen_bears_the_money_of_the_law_and_is_the_stated_default() -> None:
    assert paid(SET)[0] == 1_410_000
    assert SET.choices_in(2025)["award.village.form"].shown == "Giấy khen"


def test_another_form_bears_no_money_unless_the_commune_set_its_rate() -> None:
    amount, basis = paid(under(("award.village.form", "biểu dương")))

    assert (amount, basis) == (0, "Hình thức: biểu dương; không kèm tiền thưởng.")


def test_another_form_bears_the_rate_that_the_commune_set() -> None:
    amount, basis = paid(under(("award.village.form", "biểu dương"), number="0.1"))

    assert amount == 240_000  # 0,1 × 2.340.000, rounded up
    assert "Họp" in basis


def test_a_round_over_a_phase_has_the_form_of_the_plan_alone() -> None:
    law = under(("award.village.form", "biểu dương"))

    assert forms_chosen(law.choices_in(2025), law.rounds_in(2025)["interim-{year}"]) == {}


def test_a_forecast_reckons_no_money_and_proposes_nobody() -> None:
    verdict = decide([village("A")], on=replace(held(), forecast=True, provisional=True))["A"]

    assert (verdict.outcome, verdict.bonus, verdict.proposed) == (Outcome.RECOMMENDED, None, False)


# Proposed more than once


def proposed(
    round_: str, subject: str = "Lê Văn An", born: int | None = 1951, unit: str = "A", forecast: bool = False
) -> Verdict:
    base = decide([village("A")])["A"]
    return replace(
        base, round=round_, subject=subject, born=born, unit=unit, unit_name=f"Thôn {unit}", forecast=forecast
    )


ROUNDS: list[HeldRound] = [
    replace(held(), id=name, name=name) for name in ("annual-2025", "interim-2025", "upward-2025")
]


def also(*verdicts: Verdict) -> list[list[tuple[str, str, bool]]]:
    return [
        [(other.round, other.unit, other.sure) for other in each.also] for each in proposed_elsewhere(ROUNDS, verdicts)
    ]


@pytest.mark.parametrize("other", ["interim-2025", "upward-2025"])
def test_one_proposed_in_the_year_s_and_in_the_phase_s_round_or_to_the_level_above_is_said_beside_each(
    other: str,
) -> None:
    assert also(proposed("annual-2025"), proposed(other)) == [
        [(other, "A", True)],
        [("annual-2025", "A", True)],
    ]


def test_one_proposed_in_the_rounds_of_two_years_is_awarded_for_two_achievements() -> None:
    later = replace(ROUNDS[0], id="annual-2026", name="annual-2026", years=(2026,), year=2026)

    verdicts = proposed_elsewhere([*ROUNDS, later], [proposed("annual-2025"), proposed("annual-2026")])

    assert [each.also for each in verdicts] == [(), ()]


def test_one_proposed_by_two_units_is_said_with_the_unit() -> None:
    assert also(proposed("annual-2025"), proposed("annual-2025", unit="B"))[0] == [("annual-2025", "B", True)]


def test_two_of_one_name_and_other_years_of_birth_are_two() -> None:
    assert also(proposed("annual-2025"), proposed("interim-2025", born=1978)) == [[], []]


def test_one_name_in_two_units_without_a_year_of_birth_may_be_one_and_is_not_sure() -> None:
    clans = (proposed("annual-2025", "Họ Lê Hữu", None), proposed("annual-2025", "họ lê hữu", None, "B"))

    assert also(*clans) == [[("annual-2025", "B", False)], [("annual-2025", "A", False)]]


def test_who_is_only_in_a_forecast_is_proposed_nowhere() -> None:
    assert also(proposed("annual-2025"), proposed("interim-2025", forecast=True)) == [[], []]


def test_what_is_said_of_another_round_names_its_money() -> None:
    first, _ = proposed_elsewhere(ROUNDS, [proposed("annual-2025"), proposed("interim-2025")])

    assert first.also == (Elsewhere("interim-2025", "interim-2025", "A", "Thôn A", 1_410_000, True),)


# Blockers of which years


@pytest.mark.parametrize(("chosen", "outcome"), [("năm cuối", Outcome.RECOMMENDED), ("năm bất kỳ", Outcome.ON_HOLD)])
def test_a_blocker_of_an_earlier_year_counts_where_the_commune_so_chose(chosen: str, outcome: Outcome) -> None:
    rules = phase_rules(under(("phase.blockers", chosen)).choices_in(2025))
    years = {2024: facts(2024, pending=True), 2025: facts(2025)}

    assert decide([over_years("A", years)], on=replace(held(2024, 2025), rules=rules))["A"].outcome is outcome


def test_the_last_year_that_speaks_of_a_blocker_is_the_one_that_counts() -> None:
    silent = {name: fact for name, fact in facts(2025).items() if name != "pending"}
    years = {2024: facts(2024, pending=True), 2025: silent}

    assert decide([over_years("A", years)], on=held(2024, 2025))["A"].outcome is Outcome.ON_HOLD


def test_the_rules_of_a_phase_are_what_the_commune_chose() -> None:
    rules = phase_rules(under(("phase.candidates", "năm cuối"), ("phase.title", "ít nhất 2 năm")).choices_in(2025))

    assert (rules.candidates, rules.title.reach, rules.title.years) == (Reach.LAST, Reach.SOME, 2)
    assert date(2025, 12, 20) == held().decided_on
