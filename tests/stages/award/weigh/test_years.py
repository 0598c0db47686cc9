"""One condition over the years of a round: which years decide, and what they come to together, by the commune's choice."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from learnsoc_xlsx.model.law.awards import Condition, PhaseRule, PhaseRules
from learnsoc_xlsx.model.law.kinds import ConditionTest, Reach
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Fact
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check
from learnsoc_xlsx.stages.award.weigh.years import YearOfAward, over_years


def place(year: int) -> Place:
    return Place(f"{year}.xlsx", "Chỉ tiêu", "D8")


def days(least: int | None) -> Condition:
    bound = None if least is None else Quantity("k", Fraction(least), "Họp", verified=False)
    return Condition("days", "III.1.5", "Ngày công", ConditionTest.AT_LEAST, False, "days", bound)


def year_of(year: int, value: int | None, least: int | None = 10, *, asked: bool = True) -> YearOfAward:
    facts = {"days": Fact(value, "Ngày công", (place(year),), "d", asked=asked)}
    return YearOfAward({"days": days(least)}, facts, {"days": list(check(days(least), facts, None, year))})


def over(reach: Reach, values: Mapping[int, int | None], wanted: int = 1, **more: YearOfAward) -> list[Checked]:
    """What comes of the condition in these years, where the commune chose how they are looked at."""
    years = {year: year_of(year, value) for year, value in values.items()} | {int(y[1:]): of for y, of in more.items()}
    return list(over_years(PhaseRules(amount=PhaseRule(reach, wanted)), "days", dict(sorted(years.items()))))


def deciding(results: list[Checked]) -> list[tuple[int, bool | None]]:
    return [(one.reason.year, one.reason.met) for one in results if one.reason.decides]


THREE = {2024: 10, 2025: 9, 2026: 10}


def test_by_the_last_year_that_one_decides_and_the_others_stand_beside() -> None:
    results = over(Reach.LAST, THREE)

    assert deciding(results) == [(2026, True)]
    assert [one.reason.year for one in results] == [2024, 2025, 2026]


def test_by_every_year_each_decides() -> None:
    assert deciding(over(Reach.EVERY, THREE)) == [(2024, True), (2025, False), (2026, True)]


@pytest.mark.parametrize("reach", list(Reach))
def test_a_round_of_one_year_has_no_rule_to_follow(reach: Reach) -> None:
    results = over(reach, {2026: 9})

    assert [(one.reason.year, one.reason.met, one.reason.decides, one.reason.actual) for one in results] == [
        (2026, False, True, "9")
    ]


def test_a_year_whose_law_does_not_ask_is_not_looked_at() -> None:
    silent = YearOfAward({}, {}, {})

    assert deciding(over(Reach.LAST, {2025: 10}, y2026=silent)) == [(2025, True)]
    assert over(Reach.LAST, {}, y2026=silent) == []


# Some of the years


@pytest.mark.parametrize(
    ("values", "wanted", "met", "actual", "needed", "owed"),
    [
        (THREE, 2, True, "đạt 2 trong 3 năm (2024 đạt; 2025 chưa đạt; 2026 đạt)", "đạt ít nhất 2 năm", False),
        (THREE, 3, False, "đạt 2 trong 3 năm (2024 đạt; 2025 chưa đạt; 2026 đạt)", "đạt ít nhất 3 năm", False),
        (THREE, 4, False, "đạt 2 trong 3 năm (2024 đạt; 2025 chưa đạt; 2026 đạt)", "đạt ít nhất 3 năm", False),
        ({2025: None, 2026: 10}, 2, None, "đạt 1 trong 2 năm (2025 chưa rõ; 2026 đạt)", "đạt ít nhất 2 năm", True),
        ({2025: None, 2026: 10}, 1, True, "đạt 1 trong 2 năm (2025 chưa rõ; 2026 đạt)", "đạt ít nhất 1 năm", False),
        (
            {2025: None, 2026: 9},
            2,
            False,
            "đạt 0 trong 2 năm (2025 chưa rõ; 2026 chưa đạt)",
            "đạt ít nhất 2 năm",
            False,
        ),
    ],
)
def test_by_some_years_so_many_must_meet_it(
    values: Mapping[int, int | None], wanted: int, met: bool | None, actual: str, needed: str, owed: bool
) -> None:
    joint, *beside = over(Reach.SOME, values, wanted)

    assert (joint.reason.met, joint.reason.actual, joint.reason.needed) == (met, actual, needed)
    assert (joint.owed, joint.unset) == (owed, False)
    assert (joint.reason.article, joint.reason.condition, joint.reason.year) == ("III.1.5", "Ngày công", 0)
    assert (joint.reason.local, joint.reason.short, joint.reason.decides) == (True, "", True)
    assert joint.reason.places == tuple(place(year) for year in values)
    assert [one.reason.decides for one in beside] == [False] * len(values)


def test_a_year_without_a_number_leaves_it_open_and_unset() -> None:
    joint, *_ = over(Reach.SOME, {2026: 10}, 2, y2025=year_of(2025, 5, None))

    assert (joint.reason.met, joint.owed, joint.unset) == (None, False, True)


def test_years_that_were_not_asked_are_no_years_of_it() -> None:
    joint, *_ = over(Reach.SOME, {2026: 10}, 2, y2025=year_of(2025, None, asked=False))

    assert (joint.reason.met, joint.reason.actual) == (True, "đạt 1 trong 1 năm (2026 đạt)")


# Summed over the years


def test_by_the_sum_the_years_are_added_up_and_so_are_their_numbers() -> None:
    joint, *beside = over(Reach.SUM, {2025: 15}, y2026=year_of(2026, 7, 12))

    assert (joint.reason.actual, joint.reason.needed, joint.reason.met) == ("22", "từ 22", True)
    assert joint.reason.condition == "Ngày công, cộng các năm 2025, 2026"
    assert (joint.reason.local, joint.reason.year, joint.reason.places) == (True, 0, (place(2025), place(2026)))
    assert [one.reason.decides for one in beside] == [False, False]


@pytest.mark.parametrize(
    ("values", "met", "actual"),
    [
        ({2025: 9, 2026: 10}, False, "19"),
        ({2025: 20, 2026: None}, True, "20"),
        ({2025: 19, 2026: None}, None, "chưa có số liệu"),
        ({2025: None, 2026: None}, None, "chưa có số liệu"),
    ],
)
def test_a_sum_that_lacks_a_year_is_known_only_where_the_others_reach_it(
    values: Mapping[int, int | None], met: bool | None, actual: str
) -> None:
    joint, *_ = over(Reach.SUM, values)

    assert (joint.reason.met, joint.reason.actual, joint.owed) == (met, actual, met is None)


def test_where_one_year_has_no_number_yet_the_sum_has_none() -> None:
    bound = Quantity("k", None, "Họp", verified=False)
    open_year = YearOfAward(
        {"days": Condition("days", "III.1.5", "Ngày công", ConditionTest.AT_LEAST, False, "days", bound)},
        {"days": Fact(9, "Ngày công")},
        {"days": []},
    )

    joint, *_ = over(Reach.SUM, {2026: 10}, y2025=open_year)

    assert (joint.reason.met, joint.reason.needed) == (None, "xã chưa đặt mức")


def test_a_year_that_did_not_ask_adds_neither_to_the_sum_nor_to_its_number() -> None:
    joint, *_ = over(Reach.SUM, {2025: 10, 2026: 9}, y2024=year_of(2024, None, asked=False))

    assert (joint.reason.actual, joint.reason.needed, joint.reason.met) == ("19", "từ 20", False)


# One of several, summed: an option whose number not every year has


def one_of(year: int, given_days: int, given_money: int, least_money: int | None) -> YearOfAward:
    """A year in which 10 days are asked, or so much money as the commune set, if it did."""
    bound = Quantity("m", None if least_money is None else Fraction(least_money), "Họp", verified=False)
    money = Condition("money", "III.1.3", "Tiền", ConditionTest.AT_LEAST, False, "money", bound)
    either = Condition("either", "III.1.3", "Đóng góp", ConditionTest.ANY, True, options=(days(10), money))
    facts = {"days": Fact(given_days, "Ngày công"), "money": Fact(given_money, "Tiền", (place(year),), "m", asked=True)}
    return YearOfAward({"either": either}, facts, {"either": list(check(either, facts, None, year))})


def summed(*years: YearOfAward) -> Checked:
    rules = PhaseRules(amount=PhaseRule(Reach.SUM, 1))
    return next(iter(over_years(rules, "either", dict(enumerate(years, 2025)))))


@pytest.mark.parametrize(
    ("least", "met", "unset", "needed"),
    [
        ((None, None), False, False, "một trong: ngày công từ 20"),
        ((None, 50), None, True, "một trong: ngày công từ 20; tiền: xã chưa đặt mức năm 2025"),
        ((50, None), None, True, "một trong: ngày công từ 20; tiền: xã chưa đặt mức năm 2026"),
        ((50, 50), True, False, "một trong: ngày công từ 20; tiền từ 100"),
    ],
)
def test_nobody_falls_short_of_the_sum_by_an_option_whose_number_a_year_left_open(
    least: tuple[int | None, int | None], met: bool | None, unset: bool, needed: str
) -> None:
    first, second = least

    result = summed(one_of(2025, 9, 60, first), one_of(2026, 9, 60, second))

    assert (result.reason.met, result.unset, result.reason.needed) == (met, unset, needed)
    assert result.reason.short == ("ngày công 18, mức xã đặt 20" if met is False else "")


def test_an_option_left_open_in_a_year_hinders_nobody_who_meets_another() -> None:
    result = summed(one_of(2025, 10, 0, None), one_of(2026, 10, 0, 50))

    assert (result.reason.met, result.unset, result.reason.needed) == (True, False, "một trong: ngày công từ 20")
