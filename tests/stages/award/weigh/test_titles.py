"""A title: how long a recognition holds, and what its points come to, in words and at the places of the scores."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.kinds import Bearer, TitleRule, Undated
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Band, Criterion, Recognition, Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason, Value
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.titles.every import by_every_criterion
from learnsoc_xlsx.stages.award.weigh.titles.judge import judge
from learnsoc_xlsx.stages.award.weigh.titles.points import by_points
from learnsoc_xlsx.stages.award.weigh.titles.ruled import Ruled
from learnsoc_xlsx.stages.award.weigh.titles.validity import held_on


def bound(value: int | None, *, verified: bool = True, local: bool = False) -> Quantity:
    return Quantity("k", None if value is None else Fraction(value), "", verified, local)


def criterion(name: str, label: str) -> Criterion:
    return Criterion(name, label, "Điều 4", Kind.SCORE, True, least=bound(5), most=bound(10))


TITLE = Title(
    "t", "Gia đình học tập", TitleRule.POINTS, next(iter(Bearer)), "Điều 4",
    (criterion("one", "Học tập"), criterion("two", "Nếp sống")), pass_at=bound(16),
)  # fmt: skip
KEPT = Title("u", "Đơn vị học tập", TitleRule.EVERY, next(iter(Bearer)), "TT 24", (), valid_months=36, valid_since=date(2024, 2, 8))  # fmt: skip
DAY = date(2026, 12, 31)


# How long it holds


@pytest.mark.parametrize(
    ("when", "day", "holds", "words"),
    [
        (date(2026, 12, 31), DAY, True, "đã được công nhận năm 2026"),
        (date(2027, 1, 1), DAY, False, "công nhận ngày 01/01/2027, sau ngày xét 31/12/2026"),
        (date(2025, 6, 1), DAY, None, "công nhận năm 2025, chưa rõ có được công nhận cho năm 2026"),
        (2026, DAY, True, "đã được công nhận năm 2026"),
        (2027, DAY, False, "công nhận năm 2027, sau ngày xét 31/12/2026"),
        (Fraction(2026), DAY, True, "đã được công nhận năm 2026"),
        (None, DAY, True, "đã được công nhận, chưa ghi ngày, năm: tính cho năm của báo cáo"),
        (True, DAY, True, "đã được công nhận, chưa ghi ngày, năm: tính cho năm của báo cáo"),
    ],
)
def test_a_title_looked_at_each_year_must_be_of_that_year(
    when: Value, day: date, holds: bool | None, words: str
) -> None:
    assert held_on(TITLE, when, 2026, day) == (holds, words)


def test_where_the_plan_says_so_a_recognition_without_a_day_is_not_known() -> None:
    strict = replace(TITLE, treatment=Recognition(undated=Undated.UNKNOWN))

    assert held_on(strict, None, 2026, DAY) == (None, "đã được công nhận, chưa ghi ngày, năm")


@pytest.mark.parametrize(
    ("when", "day", "holds", "words"),
    [
        (date(2024, 3, 10), date(2027, 3, 10), True, "đã được công nhận ngày 10/03/2024, giữ đến ngày 10/03/2027"),
        (date(2024, 3, 10), date(2027, 3, 11), False, "đã được công nhận ngày 10/03/2024, giữ đến ngày 10/03/2027"),
        (date(2024, 2, 29), date(2027, 2, 28), True, "đã được công nhận ngày 29/02/2024, giữ đến ngày 28/02/2027"),
        (date(2024, 2, 8), DAY, True, "đã được công nhận ngày 08/02/2024, giữ đến ngày 08/02/2027"),
        (date(2024, 2, 7), DAY, None, "công nhận ngày 07/02/2024, trước khi TT 24 có hiệu lực (08/02/2024): chưa rõ thời hạn"),
        (2025, date(2028, 1, 1), True, "đã được công nhận năm 2025, giữ đến ngày 31/12/2028"),
        (2025, date(2028, 1, 2), None, "công nhận năm 2025, giữ 36 tháng, chưa rõ ngày"),
        (2025, date(2028, 12, 31), None, "công nhận năm 2025, giữ 36 tháng, chưa rõ ngày"),
        (2025, date(2029, 1, 1), False, "đã được công nhận năm 2025, giữ đến ngày 31/12/2028"),
    ],
)  # fmt: skip
def test_a_title_kept_for_months_holds_to_the_day_of_the_same_number(
    when: Value, day: date, holds: bool | None, words: str
) -> None:
    assert held_on(KEPT, when, day.year, day) == (holds, words)


@pytest.mark.parametrize(("begun", "months", "last"), [(date(2025, 12, 31), 2, date(2026, 2, 28)), (date(2025, 12, 1), 12, date(2026, 12, 1)), (date(2025, 1, 31), 1, date(2025, 2, 28))])  # fmt: skip
def test_a_month_that_is_shorter_ends_on_its_last_day(begun: date, months: int, last: date) -> None:
    short = replace(KEPT, valid_months=months)

    assert held_on(short, begun, 2026, last)[0] is True
    assert held_on(short, begun, 2026, last + timedelta(days=1))[0] is False
    assert f"giữ đến ngày {last:%d/%m/%Y}" in held_on(short, begun, 2026, last)[1]


# By points

D8, D9 = Place("a.xlsx", "Gia đình", "D8"), Place("a.xlsx", "Gia đình", "E8")


NAMED = {"one": D8, "two": D9}


def scored(one: int | Fraction | None, two: int | Fraction | None, *, asked: bool = True) -> Facts:
    return {"one": Fact(one, "Học tập", (D8,), asked=asked), "two": Fact(two, "Nếp sống", (D9,), asked=asked)}


def ruled(title: Title, facts: Facts) -> Ruled:
    """The rule applied; at this point a place only names the fact on which a reason stands."""
    found = next(iter(by_points(title, Answers(2026, [facts]))))
    named = [replace(one, places=tuple(NAMED[place.file] for place in one.places)) for one in found.reasons]
    return replace(found, reasons=tuple(named))


@pytest.mark.parametrize(
    ("one", "two", "met", "total", "actual"),
    [
        (8, 8, True, 16, "16 điểm"),
        (8, 7, False, 15, "15 điểm"),
        (Fraction(15, 2), Fraction(17, 2), True, 16, "16 điểm"),
        (5, 10, False, 15, "15 điểm"),
        (4, 10, False, 14, "14 điểm; dưới mức thấp nhất: Học tập"),
        (4, 3, False, 7, "7 điểm; dưới mức thấp nhất: Học tập, Nếp sống"),
        (8, None, None, None, "chưa có số liệu: Nếp sống"),
        (4, None, False, None, "chưa có số liệu: Nếp sống; dưới mức thấp nhất: Học tập"),
        (None, None, None, None, "chưa có số liệu: Học tập, Nếp sống"),
    ],
)
def test_the_total_and_the_least_of_each_criterion_decide(
    one: int | Fraction | None, two: int | Fraction | None, met: bool | None, total: int | None, actual: str
) -> None:
    needed = "từ 16 điểm, không tiêu chí nào dưới 5"
    failing = (f"tổng điểm không đủ: {actual}; cần {needed}",) if met is False else ()

    assert ruled(TITLE, scored(one, two)) == Ruled(
        met,
        None if total is None else Fraction(total),
        "",
        (
            Reason(
                "Điều 4", "Tiêu chí “Gia đình học tập”", actual, needed, met, "", 2026, (D8, D9),
                local=False, verified=True, hard=False, decides=False,
            ),
        ),
        failing,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pass_at", "needed", "local", "verified"),
    [
        (bound(16, verified=False, local=True), "từ 16 điểm, không tiêu chí nào dưới 5", True, False),
        (bound(None, verified=False), "xã chưa đặt tổng điểm để đạt", False, False),
    ],
)
def test_a_total_of_the_commune_s_own_says_so_and_one_not_set_leaves_it_open(
    pass_at: Quantity, needed: str, local: bool, verified: bool
) -> None:
    title = replace(TITLE, pass_at=pass_at)

    found = ruled(title, scored(8, 8))

    (reason,) = found.reasons
    assert (reason.needed, reason.local, reason.verified) == (needed, local, verified)
    assert found.met is (True if pass_at.value else None)


@pytest.mark.parametrize(("total", "label", "met"), [(20, "tốt", True), (18, "tốt", True), (17, "khá", True), (14, "khá", True), (13, "trung bình", False), (10, "trung bình", False)])  # fmt: skip
def test_a_total_bears_the_name_of_its_class_and_the_lowest_that_passes_is_the_title(
    total: int, label: str, met: bool
) -> None:
    bands = (
        Band("a", "tốt", bound(18), True),
        Band("b", "khá", bound(14), True),
        Band("c", "trung bình", bound(10), False),
    )
    title = replace(TITLE, pass_at=None, bands=bands)

    found = ruled(title, scored(total - 5, 5) if total < 16 else scored(10, total - 10))

    assert (found.met, found.band) == (met, label)
    assert found.reasons[0].actual == f"{total} điểm, loại {label}"
    assert found.reasons[0].needed == "từ 14 điểm, không tiêu chí nào dưới 5"


def test_what_the_form_of_that_year_did_not_ask_is_not_judged() -> None:
    assert ruled(TITLE, scored(None, None, asked=False)) == Ruled(None, None, "", ())


# By every criterion


@pytest.mark.parametrize(
    ("criterion_verified", "least", "verified"),
    [
        (True, bound(70), True),
        (True, bound(70, verified=False), False),
        (True, None, True),
        (False, bound(70), False),
        (False, None, False),
    ],
)
def test_a_criterion_is_verified_where_both_its_words_and_its_number_are(
    criterion_verified: bool, least: Quantity | None, verified: bool
) -> None:
    share = Criterion(
        "share", "Tỷ lệ (%)", "Điều 4", Kind.NUMBER, criterion_verified, indicator="share", at_least=least
    )
    answers = Answers(2026, [{"share": Fact(80, "Tỷ lệ", (D8,))}])

    ruling = by_every_criterion(replace(KEPT, criteria=(share,)), answers)[0]

    assert [reason.verified for reason in ruling.reasons] == [verified]


# What a recognition rests on


@pytest.mark.parametrize(
    ("value", "basis", "met", "actual"),
    [
        (True, "công nhận theo QĐ 5", True, "đã được công nhận năm 2026; công nhận theo QĐ 5"),
        (None, "chưa có trong quyết định công nhận", None, "chưa có trong quyết định công nhận"),
        (None, "", None, "chưa rõ đã được công nhận hay chưa"),
    ],
)
def test_a_recognition_says_what_it_rests_on_and_where_nothing_is_known_why_alone(
    value: bool | None, basis: str, met: bool | None, actual: str
) -> None:
    title = replace(TITLE, mark="recognised", recognised_when="when")
    facts = {"recognised": Fact(value, "Công nhận", (D8,), basis=basis), "when": Fact(2026, "Năm", (D9,))}

    judged = judge(title, Answers(2026, [facts]))[0]

    assert judged.recognition is not None
    assert (judged.recognition.met, judged.recognition.actual) == (met, actual)
