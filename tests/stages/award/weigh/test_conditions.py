"""One condition in one year: what was found, what was needed, whether it is met, in words, at its places."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from learnsoc_xlsx.model.law.awards import Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check, facts_asked

D8, D9, D10 = (Place("a.xlsx", "Trang bìa", cell) for cell in ("D8", "D9", "D10"))


def bound(value: int | None, *, verified: bool = False) -> Quantity:
    return Quantity("k", None if value is None else Fraction(value), "Họp", verified)


def at_least(least: Quantity | None, name: str = "sessions", label: str = "Số buổi (buổi)") -> Condition:
    return Condition(name, "III.1.2", label, ConditionTest.AT_LEAST, False, name, least)


def yes(*proofs: str, before: tuple[str, ...] = ()) -> Condition:
    return Condition("policy", "III.1.1", "Có chính sách", ConditionTest.YES, True, "policy", proofs=proofs, proofs_before=before)  # fmt: skip


def one(condition: Condition, facts: Facts) -> Checked:
    (result,) = check(condition, facts, None, 2026)
    return result


@pytest.mark.parametrize(
    ("value", "least", "checked"),
    [
        (6, bound(6), Checked(Reason("III.1.2", "Số buổi (buổi)", "6", "từ 6", True, "f", 2026, (D8,), True, False, False))),
        (5, bound(6), Checked(Reason("III.1.2", "Số buổi (buổi)", "5", "từ 6", False, "f", 2026, (D8,), True, False, False, short="5 buổi, mức xã đặt 6 buổi"))),
        (5, bound(6, verified=True), Checked(Reason("III.1.2", "Số buổi (buổi)", "5", "từ 6", False, "f", 2026, (D8,), False, True, False, short="5 buổi, cần 6 buổi"))),
        (None, bound(6), Checked(Reason("III.1.2", "Số buổi (buổi)", "chưa có số liệu", "từ 6", None, "f", 2026, (D8,), True, False, False), owed=True)),
        (5, bound(None), Checked(Reason("III.1.2", "Số buổi (buổi)", "5", "xã chưa đặt mức", None, "f", 2026, (D8,), True, False, False), unset=True)),
        (5, None, Checked(Reason("III.1.2", "Số buổi (buổi)", "5", "xã chưa đặt mức", None, "f", 2026, (D8,), True, False, False), unset=True)),
        (True, bound(1), Checked(Reason("III.1.2", "Số buổi (buổi)", "chưa có số liệu", "từ 1", None, "f", 2026, (D8,), True, False, False), owed=True)),
    ],
)  # fmt: skip
def test_a_number_is_held_against_its_bound(value: object, least: Quantity | None, checked: Checked) -> None:
    fact = Fact(value, "Số buổi", (D8,), "f")  # type: ignore[arg-type]

    assert one(at_least(least), {"sessions": fact}) == checked


def test_a_number_that_nobody_gave_stands_nowhere() -> None:
    result = one(at_least(bound(6)), {})

    assert (result.reason.places, result.reason.figure, result.reason.met, result.owed) == ((), "", None, True)


def test_what_the_form_of_that_year_did_not_ask_decides_nothing() -> None:
    result = one(at_least(bound(6)), {"sessions": Fact(None, "Số buổi", asked=False)})

    assert (result.reason.decides, result.reason.asked, result.reason.met, result.owed) == (False, False, None, False)


def test_what_falls_just_short_is_told_apart_from_its_bound() -> None:
    result = one(at_least(bound(70), label="Tỷ lệ (%)"), {"sessions": Fact(Fraction(699_999, 10_000), "Tỷ lệ")})

    assert result.reason.met is False
    assert result.reason.actual != "70"


# A mark


@pytest.mark.parametrize(("value", "actual", "met"), [(True, "có", True), (False, "không", False), (None, "chưa có số liệu", None), ("có", "chưa có số liệu", None)])  # fmt: skip
def test_a_mark_is_yes_no_or_not_known(value: object, actual: str, met: bool | None) -> None:
    result = one(yes(), {"policy": Fact(value, "Chính sách", (D8,), "p")})  # type: ignore[arg-type]

    expected = Reason("III.1.1", "Có chính sách", actual, "có", met, "p", 2026, (D8,))
    assert result == Checked(expected, owed=met is None)


def test_a_mark_that_was_not_asked_is_left_out() -> None:
    result = one(yes(), {"policy": Fact(None, "Chính sách", asked=False)})

    assert (result.reason.asked, result.reason.decides, result.reason.year) == (False, False, 2026)


PAPER: Mapping[str, Fact] = {
    "policy": Fact(True, "Chính sách", (D8,)),
    "no": Fact("05/KH", "Số văn bản", (D9,)),
    "on": Fact(date(2026, 1, 20), "Ngày văn bản", (D10,)),
}


def test_a_yes_names_its_paper() -> None:
    reason = one(yes("no", "on"), dict(PAPER)).reason

    assert reason.actual == "có (văn bản: 05/KH, 20/01/2026)"
    assert (reason.needed, reason.met, reason.places) == ("có, ghi rõ văn bản", True, (D8, D9, D10))


@pytest.mark.parametrize(
    ("lost", "actual"),
    [
        (("no",), "có (văn bản: 20/01/2026), chưa ghi: Số văn bản"),
        (("no", "on"), "có, chưa ghi: Số văn bản, Ngày văn bản"),
    ],
)
def test_a_yes_without_all_of_its_paper_is_open_and_says_what_is_not_there(lost: tuple[str, ...], actual: str) -> None:
    facts = {name: Fact(None, fact.label) if name in lost else fact for name, fact in PAPER.items()}

    result = one(yes("no", "on"), facts)

    assert (result.reason.actual, result.reason.met, result.owed) == (actual, None, True)


def test_what_of_a_paper_was_not_asked_is_said_and_does_not_count() -> None:
    facts = dict(PAPER) | {"on": Fact(None, "Ngày văn bản", asked=False)}

    result = one(yes("no", "on"), facts)

    assert result.reason.actual == "có (văn bản: 05/KH); mẫu năm ấy chưa hỏi: Ngày văn bản"
    assert (result.reason.met, result.owed) == (True, False)


def test_where_an_older_form_asked_for_the_paper_in_another_field_that_one_counts() -> None:
    facts = {"policy": PAPER["policy"], "no": Fact(None, "Số", asked=False), "old": Fact("QC 1", "Văn bản", (D10,))}

    reason = one(yes("no", before=("old",)), facts).reason

    assert (reason.actual, reason.met) == ("có (văn bản: QC 1); mẫu năm ấy chưa hỏi: Số", True)


def test_a_yes_whose_paper_no_form_asked_for_decides_nothing() -> None:
    facts = {"policy": PAPER["policy"], "no": Fact(None, "Số", asked=False)}

    reason = one(yes("no"), facts).reason

    assert (reason.actual, reason.decides) == ("có; văn bản: mẫu năm ấy chưa hỏi", False)


def test_a_no_needs_no_paper() -> None:
    result = one(yes("no"), {"policy": Fact(False, "Chính sách", (D8,)), "no": Fact(None, "Số")})

    assert (result.reason.actual, result.reason.met, result.owed) == ("không", False, False)


# One of several


MONEY, DAYS = (
    at_least(bound(500), "money", "Tiền (đồng)"),
    at_least(bound(10, verified=True), "days", "Ngày công (ngày)"),
)


def any_of(*options: Condition) -> Condition:
    return Condition("any", "III.1.3", "Đóng góp", ConditionTest.ANY, True, options=options)


def given(money: int | None, days: int | None) -> Facts:
    return {"money": Fact(money, "Tiền", (D8,), "m"), "days": Fact(days, "Ngày công", (D9,), "d")}


@pytest.mark.parametrize(
    ("money", "days", "met", "actual"),
    [
        (500, 0, True, "tiền (đồng): 500; ngày công (ngày): 0"),
        (0, 10, True, "tiền (đồng): 0; ngày công (ngày): 10"),
        (500, None, True, "tiền (đồng): 500; ngày công (ngày): chưa có số liệu"),
        (499, None, None, "tiền (đồng): 499; ngày công (ngày): chưa có số liệu"),
        (499, 9, False, "tiền (đồng): 499; ngày công (ngày): 9"),
    ],
)
def test_one_of_several_is_enough(money: int | None, days: int | None, met: bool | None, actual: str) -> None:
    short = "tiền 499 đồng, mức xã đặt 500 đồng; ngày công 9 ngày, cần 10 ngày" if met is False else ""
    needed = "một trong: tiền (đồng) từ 500; ngày công (ngày) từ 10"

    result = one(any_of(MONEY, DAYS), given(money, days))

    assert result == Checked(
        Reason("III.1.3", "Đóng góp", actual, needed, met, "", 2026, (D8, D9), True, False, short=short),
        owed=met is None,
    )


def test_an_option_without_a_number_is_no_option_and_one_that_was_not_asked_neither() -> None:
    facts = given(499, 10)

    assert one(any_of(at_least(None, "money", "Tiền (đồng)"), DAYS), facts).reason.actual == "ngày công (ngày): 10"
    assert one(any_of(MONEY, DAYS), facts | {"money": Fact(None, "Tiền", asked=False)}).reason.local is False


def test_where_no_option_has_a_number_nothing_is_asked_yet() -> None:
    result = one(any_of(at_least(None, "money"), at_least(None, "days")), given(1, 1))

    assert (result.reason.actual, result.reason.needed, result.reason.met) == (
        "chưa có số liệu",
        "xã chưa đặt mức",
        None,
    )
    assert (result.reason.local, result.reason.verified, result.owed, result.unset) == (True, False, False, True)


def test_where_no_option_was_asked_the_condition_is_left_out() -> None:
    facts = {name: Fact(None, name, asked=False) for name in ("money", "days")}

    assert one(any_of(MONEY, DAYS), facts).reason.asked is False


def test_an_option_that_is_a_mark_says_so_where_it_falls_short() -> None:
    option = Condition("gift", "III.1.3", "Hiến đất", ConditionTest.YES, False, "gift")

    reason = one(any_of(option, DAYS), {"gift": Fact(False, "Hiến đất"), "days": Fact(1, "Ngày công")}).reason

    assert reason.short == "hiến đất không; ngày công 1 ngày, cần 10 ngày"


def test_the_facts_of_a_condition_are_its_own_its_papers_and_those_of_its_options() -> None:
    asked = facts_asked(any_of(MONEY, yes("no", before=("old",))))

    assert asked == ("", "money", "policy", "no", "old")
