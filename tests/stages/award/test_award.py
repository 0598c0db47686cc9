"""Awards: the five verdicts, the ranking and its quota, phases of several years, and the bonus."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.awards import PhaseRule, PhaseRules
from learnsoc_xlsx.model.law.kinds import Reach, Subject, Ties
from learnsoc_xlsx.model.law.verdicts import Bonus, Candidate, Fact, HeldRound, OpenPoint, Outcome, Value, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.money import bonus_of
from learnsoc_xlsx.stages.award.ranking import QuotaLine

PLAN = law()
SET, _ = PLAN.with_thresholds(
    [
        Threshold("award.village.communication", Fraction(4), None, "Nghị quyết 5"),
        Threshold("award.village.initiatives", Fraction(2), None, "Nghị quyết 5"),
        Threshold("award.citizen.labour", Fraction(10), None, "Nghị quyết 5"),
        Threshold("learning_village.households_share", Fraction(70), None, "Nghị quyết 5"),
        Threshold("learning_village.clans_share", Fraction(65), None, "Nghị quyết 5"),
    ],
    2025,
)
GOOD: dict[str, Value] = {
    "recognised": True,
    "cdhtthon_plan": True,
    "cdhtthon_branch": True,
    "cdhtthon_place": True,
    "households_share": Fraction(80),
    "clans_share": Fraction(80),
    "citizens_share": Fraction(50),
    "communication_sessions": 4,
    "initiatives": 2,
    "pending": False,
    "already_awarded": False,
}
ORDER = [Outcome.NOT_ELIGIBLE, Outcome.RESERVE, Outcome.RECOMMENDED]


def facts(year: int, **changed: Value) -> dict[str, Fact]:
    known = GOOD | {"recognised_on": date(year, 11, 20)} | changed
    places = {name: (Place("thon.xlsx", "Thôn", f"D{row}"),) for row, name in enumerate(known, 7)}
    return {name: Fact(value, name, places[name], name, "V1") for name, value in known.items()}


def village(name: str, **changed: Value) -> Candidate:
    return over_years(name, {2025: facts(2025, **changed)})


def over_years(name: str, years: dict[int, dict[str, Fact]]) -> Candidate:
    return Candidate("village", name, f"Thôn {name}", f"Thôn {name}", Subject.COLLECTIVE, years)


def held(*years: int, decided_on: date = date(2025, 12, 20)) -> HeldRound:
    span = years or (2025,)
    return HeldRound("r", "Đợt", "r", "III.2", "Giấy khen", span[-1], span[-1], span, decided_on, ("village",))


def decide(
    candidates: Sequence[Candidate],
    limit: int | None = None,
    ties: Ties = Ties.COUNCIL,
    law: Law = SET,
    on: HeldRound | None = None,
) -> dict[str, Verdict]:
    day = on or held()
    awards = [each for each in law.awards_in(2025) if each.id == "village"]
    titles = {year: law.titles_in(year) for year in day.years}
    verdicts = award(day, awards, titles, candidates, {"village": QuotaLine(limit, ties)}, law.bonus)
    return {each.unit: each for each in verdicts}


def outcomes(verdicts: dict[str, Verdict]) -> dict[str, tuple[Outcome, int | None]]:
    return {name: (each.outcome, each.rank) for name, each in verdicts.items()}


# The five verdicts


def test_who_meets_every_condition_is_recommended() -> None:
    verdict = decide([village("A")])["A"]

    assert (verdict.outcome, verdict.rank) == (Outcome.RECOMMENDED, 1)
    assert all(each.met for each in verdict.reasons if each.decides)
    assert verdict.bonus is not None


def test_who_is_eligible_beyond_the_quota_is_a_reserve() -> None:
    verdicts = decide([village("A"), village("B", households_share=Fraction(79))], limit=1)

    assert outcomes(verdicts) == {"A": (Outcome.RECOMMENDED, 1), "B": (Outcome.RESERVE, 2)}
    assert "ngoài số lượng 1" in verdicts["B"].summary
    assert verdicts["B"].bonus is None


@pytest.mark.parametrize(("figure", "enough", "short"), [("communication_sessions", 4, 3), ("initiatives", 2, 1)])
def test_a_figure_under_the_number_that_the_commune_set_is_not_eligible(figure: str, enough: int, short: int) -> None:
    assert decide([village("A", **{figure: enough})])["A"].outcome is Outcome.RECOMMENDED

    verdict = decide([village("A", **{figure: short})])["A"]

    (failed,) = [each for each in verdict.reasons if each.decides and each.met is False]
    assert verdict.outcome is Outcome.NOT_ELIGIBLE
    assert (failed.actual, failed.needed, failed.local, failed.hard) == (str(short), f"từ {enough}", True, False)
    assert failed.article in verdict.summary
    assert [place.sheet for place in failed.places] == ["Thôn"]


def test_a_figure_that_falls_short_is_said_beside_the_number_of_the_commune() -> None:
    assert decide([village("A", initiatives=1)])["A"].summary == (
        "Số sáng kiến, giải pháp hiệu quả (III.1.2.b, năm 2025): 1, mức xã đặt 2."
    )


def test_numbers_that_differ_only_behind_the_comma_are_each_held_against_the_bound() -> None:
    verdicts = decide(
        [village("A", initiatives=Fraction(3, 2)), village("B", initiatives=3), village("C", initiatives=2)]
    )

    assert [name for name, each in verdicts.items() if each.outcome is Outcome.NOT_ELIGIBLE] == ["A"]
    assert verdicts["A"].summary.endswith(": 1,50, mức xã đặt 2.")


def test_who_was_not_recognised_is_not_eligible() -> None:
    verdict = decide([village("A", recognised=False)])["A"]

    assert verdict.outcome is Outcome.NOT_ELIGIBLE
    assert "III.1.2.c" in verdict.summary
    assert "chưa được công nhận" in verdict.summary


def test_a_recognition_that_its_own_criteria_contradict_stands_with_the_doubt_beside_the_name() -> None:
    sound, doubted = decide([village("A"), village("B", households_share=Fraction("69.99"))]).values()

    assert outcomes({"A": sound, "B": doubted}) == {"A": (Outcome.RECOMMENDED, 1), "B": (Outcome.RECOMMENDED, 2)}
    assert "kiểm tra" not in sound.summary
    assert doubted.summary == (
        "Đủ các điều kiện. Thôn B báo đã được công nhận năm 2025 nhưng tỷ lệ hộ đạt “Gia đình học tập” 69,99 %, "
        "mức xã đặt 70 %: đề nghị kiểm tra quyết định công nhận."
    )
    (doubt,) = [each for each in doubted.reasons if each.open]
    assert (doubt.open, doubt.met, doubt.decides) == (OpenPoint.RECOGNITION, None, False)


def test_a_share_just_under_its_bound_is_not_written_as_the_bound() -> None:
    verdict = decide([village("A", households_share=Fraction("69.996"))])["A"]

    assert "69,996 %, mức xã đặt 70 %" in verdict.summary


def test_a_doubted_recognition_is_said_beside_a_refusal_for_another_reason_too() -> None:
    verdict = decide([village("A", cdhtthon_place=False, initiatives=1)])["A"]

    assert verdict.outcome is Outcome.NOT_ELIGIBLE
    assert verdict.summary.endswith("không đạt: đề nghị kiểm tra quyết định công nhận.")


@pytest.mark.parametrize("figure", ["recognised", "communication_sessions", "initiatives"])
def test_a_missing_figure_is_undecided_and_names_the_unit_to_ask(figure: str) -> None:
    verdict = decide([village("A", **{figure: None})])["A"]

    assert (verdict.outcome, verdict.rank) == (Outcome.UNDECIDED, None)
    assert "Thôn A" in verdict.summary
    assert "năm 2025" in verdict.summary


def test_a_figure_of_zero_is_known_and_not_missing() -> None:
    assert decide([village("A", initiatives=0)])["A"].outcome is Outcome.NOT_ELIGIBLE


def test_a_number_that_the_commune_has_not_set_is_undecided_and_says_so() -> None:
    verdict = decide([village("A")], law=PLAN)["A"]

    assert verdict.outcome is Outcome.UNDECIDED
    assert "xã chưa đặt mức" in verdict.summary.lower()
    assert "III.1.2.a" in verdict.summary
    assert "Thôn A" not in verdict.summary


def test_what_surely_fails_is_not_eligible_even_if_something_else_is_missing() -> None:
    verdict = decide([village("A", initiatives=1, communication_sessions=None)])["A"]

    assert verdict.outcome is Outcome.NOT_ELIGIBLE


# On hold


@pytest.mark.parametrize("blocker", ["pending", "already_awarded"])
def test_a_blocker_puts_on_hold(blocker: str) -> None:
    verdict = decide([village("A", **{blocker: True})])["A"]

    assert (verdict.outcome, verdict.rank, verdict.bonus) == (Outcome.ON_HOLD, None, None)
    assert [each.blocks for each in verdict.reasons if each.met is False] == [True]


@pytest.mark.parametrize("blocker", ["pending", "already_awarded"])
def test_a_blocker_that_is_not_answered_holds_nobody_back_and_is_open_before_the_meeting(blocker: str) -> None:
    verdict = decide([village("A", **{blocker: None})])["A"]

    (asked,) = [each for each in verdict.reasons if each.open]
    assert verdict.outcome is Outcome.RECOMMENDED
    assert (asked.actual, asked.met, asked.decides, asked.blocks) == ("chưa xác nhận", None, False, False)
    assert [place.cell for place in asked.places]


@pytest.mark.parametrize("blocker", ["pending", "already_awarded"])
def test_a_blocker_that_no_form_asked_is_open_too(blocker: str) -> None:
    known = facts(2025)
    known[blocker] = Fact(None, blocker, asked=False)

    verdict = decide([over_years("A", {2025: known})])["A"]

    assert verdict.outcome is Outcome.RECOMMENDED
    assert [each.actual for each in verdict.reasons if each.open] == ["chưa xác nhận"]


def test_a_blocker_that_was_answered_with_no_is_shown() -> None:
    verdict = decide([village("A")])["A"]

    shown = [(each.actual, each.met, each.decides) for each in verdict.reasons if each.needed == "không"]
    assert shown == [("không", True, False)] * 2
    assert not [each for each in verdict.reasons if each.open]


def test_on_hold_comes_before_not_eligible_and_both_reasons_are_shown() -> None:
    verdict = decide([village("A", pending=True, initiatives=1)])["A"]

    failed = [(each.article.partition(";")[0], each.blocks) for each in verdict.reasons if each.met is False]
    assert verdict.outcome is Outcome.ON_HOLD
    assert failed == [("NĐ 152/2025/NĐ-CP, nguyên tắc khen thưởng", True), ("III.1.2.b", False)]
    assert "III.1.2.b" in verdict.summary


def test_a_unit_dissolved_before_the_decision_is_on_hold_even_if_also_not_eligible() -> None:
    gone = replace(village("A", initiatives=1), dissolved=date(2025, 6, 30))

    verdict = decide([gone])["A"]

    failed = [(each.article, each.blocks) for each in verdict.reasons if each.met is False]
    assert verdict.outcome is Outcome.ON_HOLD
    assert failed == [("TT 15/2025/TT-BNV", True), ("III.1.2.b", False)]
    assert "30/6/2025" in verdict.summary.replace("/06/", "/6/")


@pytest.mark.parametrize(
    ("last_day", "outcome"),
    [(date(2025, 12, 19), Outcome.ON_HOLD), (date(2025, 12, 20), Outcome.RECOMMENDED)],
)
def test_a_unit_that_still_lives_on_the_day_of_the_decision_is_not_held_back(last_day: date, outcome: Outcome) -> None:
    verdict = decide([replace(village("A"), dissolved=last_day)])["A"]

    assert verdict.outcome is outcome


# Ranking and quota


def test_equals_share_a_rank_and_the_next_is_third() -> None:
    verdicts = decide([village("A"), village("B"), village("C", households_share=Fraction(75))])

    assert {name: each.rank for name, each in verdicts.items()} == {"A": 1, "B": 1, "C": 3}


def test_the_second_key_parts_those_equal_in_the_first() -> None:
    verdicts = decide([village("A"), village("B", citizens_share=Fraction("50.01"))])

    assert {name: each.rank for name, each in verdicts.items()} == {"A": 2, "B": 1}


def test_ranking_is_on_exact_numbers() -> None:
    verdicts = decide([village("A", households_share=Fraction(2, 3) * 120), village("B", households_share=Fraction(80) - Fraction(1, 10**9))])  # fmt: skip

    assert {name: each.rank for name, each in verdicts.items()} == {"A": 1, "B": 2}


def test_a_ranking_figure_that_is_missing_comes_last_and_takes_no_award_away() -> None:
    verdicts = decide([village("A", citizens_share=None), village("B", citizens_share=Fraction(0))])

    assert outcomes(verdicts) == {"A": (Outcome.RECOMMENDED, 2), "B": (Outcome.RECOMMENDED, 1)}


def test_without_a_quota_every_eligible_one_is_recommended() -> None:
    verdicts = decide([village(name) for name in "ABCDE"], limit=None)

    assert {each.outcome for each in verdicts.values()} == {Outcome.RECOMMENDED}


def test_a_quota_of_nobody_recommends_nobody() -> None:
    assert decide([village("A")], limit=0)["A"].outcome is Outcome.RESERVE


def test_a_quota_that_cannot_be_read_recommends_nobody_and_says_so() -> None:
    (verdict,) = award(
        held(), [each for each in SET.awards_in(2025) if each.id == "village"], {2025: SET.titles_in(2025)},
        [village("A")], {"village": QuotaLine(None, Ties.INCLUDE, unread=True)}, SET.bonus,
    )  # fmt: skip

    assert verdict.outcome is Outcome.RESERVE
    assert "không đọc được" in verdict.summary


@pytest.mark.parametrize(("ties", "tied"), [(Ties.COUNCIL, Outcome.RESERVE), (Ties.INCLUDE, Outcome.RECOMMENDED)])
def test_a_tie_across_the_quota_follows_the_declared_rule(ties: Ties, tied: Outcome) -> None:
    best, worst = village("A", households_share=Fraction(90)), village("D", households_share=Fraction(71))

    verdicts = decide([best, village("B"), village("C"), worst], limit=2, ties=ties)

    assert outcomes(verdicts) == {
        "A": (Outcome.RECOMMENDED, 1),
        "B": (tied, 2),
        "C": (tied, 2),
        "D": (Outcome.RESERVE, 4),
    }
    assert "suất cuối của số lượng 2" in verdicts["B"].summary


@pytest.mark.parametrize("ties", Ties)
def test_a_tie_that_fits_the_quota_is_recommended_whole(ties: Ties) -> None:
    verdicts = decide([village("A"), village("B"), village("C", households_share=Fraction(71))], limit=2, ties=ties)

    assert outcomes(verdicts) == {
        "A": (Outcome.RECOMMENDED, 1),
        "B": (Outcome.RECOMMENDED, 1),
        "C": (Outcome.RESERVE, 3),
    }


def test_who_is_not_eligible_takes_no_place_of_the_quota() -> None:
    verdicts = decide([village("A", households_share=Fraction(99), initiatives=0), village("B")], limit=1)

    assert outcomes(verdicts) == {"A": (Outcome.NOT_ELIGIBLE, None), "B": (Outcome.RECOMMENDED, 1)}


def test_the_order_of_the_candidates_does_not_matter() -> None:
    candidates = [
        village("A"), village("B"), village("C", households_share=Fraction(75)),
        village("D", initiatives=None), village("E", pending=True),
    ]  # fmt: skip

    found = [list(decide(each, limit=1).values()) for each in permutations(candidates)]

    assert all(each == found[0] for each in found)


SHARES = st.integers(60, 100).map(Fraction)
VILLAGES = st.lists(st.tuples(SHARES, SHARES, st.integers(0, 4), st.integers(2, 6)), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(VILLAGES, st.integers(0, 3), st.integers(1, 9), st.integers(0, 4), st.sampled_from(Ties))
def test_more_never_loses(
    rows: list[tuple[Fraction, Fraction, int, int]], which: int, by: int, limit: int, ties: Ties
) -> None:
    names = ("households_share", "citizens_share", "initiatives", "communication_sessions")
    given_rows: list[dict[str, Value]] = [dict(zip(names, row, strict=True)) for row in rows]
    more = given_rows[0] | {names[which]: rows[0][which] + by}

    others = [village(f"V{at}", **row) for at, row in enumerate(given_rows[1:])]
    before = decide([village("X", **given_rows[0]), *others], limit, ties)["X"]
    after = decide([village("X", **more), *others], limit, ties)["X"]

    assert ORDER.index(after.outcome) >= ORDER.index(before.outcome)
    assert before.rank is None or (after.rank is not None and after.rank <= before.rank)


# Several years


EVERY = PhaseRule(Reach.EVERY)
EVERY_YEAR = PhaseRules(title=EVERY, mark=EVERY, amount=EVERY)


def phase(rules: PhaseRules = EVERY_YEAR) -> HeldRound:
    return replace(held(2024, 2025), rules=rules)


def test_a_phase_shows_every_year_and_goes_by_the_last() -> None:
    years = {2024: facts(2024, initiatives=0), 2025: facts(2025)}

    verdict = decide([over_years("A", years)], on=phase(PhaseRules()))["A"]

    assert verdict.outcome is Outcome.RECOMMENDED
    assert {each.year for each in verdict.reasons} == {2024, 2025}
    assert {each.year for each in verdict.reasons if each.decides} == {2025}


def test_a_phase_of_every_year_looks_at_every_year() -> None:
    verdict = decide([over_years("A", {2024: facts(2024), 2025: facts(2025)})], on=phase())["A"]

    assert verdict.outcome is Outcome.RECOMMENDED
    assert {each.year for each in verdict.reasons} == {2024, 2025}


@pytest.mark.parametrize("bad", [2024, 2025])
def test_one_bad_year_fails_a_phase(bad: int) -> None:
    years = {year: facts(year) for year in (2024, 2025)} | {bad: facts(bad, initiatives=1)}

    verdict = decide([over_years("A", years)], on=phase())["A"]

    assert verdict.outcome is Outcome.NOT_ELIGIBLE
    assert f"năm {bad}" in verdict.summary


@pytest.mark.parametrize("missing", [2024, 2025])
def test_one_missing_year_leaves_a_phase_undecided(missing: int) -> None:
    years = {year: facts(year) for year in (2024, 2025) if year != missing}

    verdict = decide([over_years("A", years)], on=phase())["A"]

    assert verdict.outcome is Outcome.UNDECIDED
    assert f"năm {missing}" in verdict.summary
    assert "Thôn A" in verdict.summary


def test_a_phase_ranks_by_its_last_year() -> None:
    early = over_years("A", {2024: facts(2024, households_share=Fraction(99)), 2025: facts(2025)})
    late = over_years("B", {2024: facts(2024), 2025: facts(2025, households_share=Fraction(81))})

    verdicts = decide([early, late], on=held(2024, 2025))

    assert {name: each.rank for name, each in verdicts.items()} == {"A": 2, "B": 1}


# Contributions: one of several is enough


@pytest.mark.parametrize(
    ("labour", "outcome"),
    [(10, Outcome.RECOMMENDED), (9, Outcome.NOT_ELIGIBLE), (None, Outcome.UNDECIDED)],
)
def test_one_contribution_that_reaches_its_number_is_enough(labour: int | None, outcome: Outcome) -> None:
    known = {"citizen_recognised": True, "recognised_year": 2025, "labour_days": labour, "money": 0}
    person = Candidate(
        "citizen", "A", "Thôn A", "Phạm Thị Mai", Subject.INDIVIDUAL,
        {2025: {name: Fact(value, name) for name, value in known.items()}},
    )  # fmt: skip
    awards = [each for each in SET.awards_in(2025) if each.id == "citizen"]

    (verdict,) = award(held(), awards, {2025: SET.titles_in(2025)}, [person], {}, SET.bonus)

    assert verdict.outcome is outcome


# Money, by the day of the decision


def paid(subject: Subject, day: date, law: Law = PLAN) -> Bonus:
    (plan,) = [each for each in law.awards_in(2025) if each.id == "village"]
    free = replace(plan, subject=subject, conditions=())
    verdicts = award(held(decided_on=day), [free], {2025: law.titles_in(2025)}, [village("A")], {}, law.bonus)
    assert verdicts[0].bonus is not None
    return verdicts[0].bonus


@pytest.mark.parametrize(
    ("subject", "day", "amount", "verified"),
    [
        pytest.param(Subject.INDIVIDUAL, date(2024, 7, 1), 360_000, True, id="0,15 × 2.340.000 là 351.000"),
        pytest.param(Subject.INDIVIDUAL, date(2025, 6, 30), 360_000, True, id="ngày cuối của NĐ 98/2023"),
        pytest.param(Subject.INDIVIDUAL, date(2025, 7, 1), 710_000, False, id="0,30 × 2.340.000 là 702.000"),
        pytest.param(Subject.COLLECTIVE, date(2025, 6, 30), 710_000, True, id="tập thể 0,30 × 2.340.000"),
        pytest.param(
            Subject.COLLECTIVE, date(2025, 7, 1), 1_410_000, False, id="tập thể 0,60 × 2.340.000 là 1.404.000"
        ),
        pytest.param(Subject.INDIVIDUAL, date(2026, 6, 30), 710_000, False, id="ngày cuối của mức 2.340.000"),
        pytest.param(Subject.INDIVIDUAL, date(2026, 7, 1), 760_000, False, id="0,30 × 2.530.000 là 759.000"),
        pytest.param(
            Subject.INDIVIDUAL, date(2024, 6, 30), 270_000, False, id="0,15 × 1.800.000 tròn, không cộng thêm"
        ),
    ],
)
def test_the_bonus_is_rate_times_base_pay_rounded_up(subject: Subject, day: date, amount: int, verified: bool) -> None:
    bonus = paid(subject, day)

    assert (bonus.amount, bonus.verified) == (amount, verified)


@pytest.mark.parametrize("part", ["rate", "pay", "rounding"])
def test_a_bonus_is_verified_only_where_rate_base_pay_and_rounding_all_are(part: str) -> None:
    terms = PLAN.bonus(Subject.INDIVIDUAL, date(2025, 6, 30))

    doubted = bonus_of(replace(terms, **{part: replace(getattr(terms, part), verified=False)}))

    assert (bonus_of(terms).verified, doubted.verified) == (True, False)
    assert doubted.amount == bonus_of(terms).amount


@pytest.mark.parametrize(("day", "amount"), [(date(2025, 6, 30), 530_000), (date(2025, 7, 1), 1_060_000)])
def test_a_household_is_offered_one_and_a_half_times_the_individual_rate_and_it_is_not_verified(
    day: date, amount: int
) -> None:
    bonus = paid(Subject.HOUSEHOLD, day)

    assert (bonus.amount, bonus.verified) == (amount, False)
    assert "Gợi ý 1,5 lần cá nhân; chưa kiểm chứng" in bonus.basis
    assert bonus.basis.startswith("0,225 × 2.340.000 đồng" if day.month == 6 else "0,45 × 2.340.000 đồng")


def test_a_rate_that_nobody_gave_pays_nothing_and_says_so() -> None:
    terms = PLAN.bonus(Subject.HOUSEHOLD, date(2025, 7, 1))
    assert terms.rate is not None

    bonus = bonus_of(replace(terms, rate=replace(terms.rate, value=None)))

    assert (bonus.amount, bonus.verified) == (None, False)
    assert "Chưa có hệ số tiền thưởng" in bonus.basis


def test_a_household_is_paid_by_the_rate_that_the_commune_sets() -> None:
    law, findings = PLAN.with_thresholds([Threshold("bonus.2025.household", Fraction("0.40"), None, None)], 2025)

    assert findings == ()
    assert paid(Subject.HOUSEHOLD, date(2025, 12, 20), law).amount == 940_000
    assert paid(Subject.HOUSEHOLD, date(2025, 6, 30), law).amount == 530_000


def test_before_the_first_rate_there_is_no_bonus() -> None:
    assert paid(Subject.INDIVIDUAL, date(2023, 12, 31)).amount is None


def test_a_bonus_says_how_it_was_reckoned() -> None:
    basis = paid(Subject.INDIVIDUAL, date(2025, 7, 1)).basis

    assert "0,30 × 2.340.000 đồng" in basis
    assert "NĐ 152/2025" in basis
    assert "làm tròn lên 10.000 đồng (như NĐ 98/2023, điều tương ứng của NĐ 152/2025 chưa kiểm chứng)" in basis
