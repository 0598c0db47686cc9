"""How a verdict is shown, and what a page says of its rounds: choices, forecasts, what is proposed twice."""

from dataclasses import replace
from datetime import date

import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.kinds import Span, Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, Elsewhere, HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.stages.write.views.awards.standing import about, chosen, doubled, elsewhere, forecast_of, standing

ANNUAL = HeldRound(
    "annual-2026", "Hằng năm 2026", "annual", "III.2.1", "Giấy khen", 2026, 2026, (2026,), date(2026, 12, 31), ("village",)
)  # fmt: skip
PROPOSED = Verdict(
    "annual-2026", "village", 2, Subject.COLLECTIVE, "T01", "Thôn Đông", "Thôn Đông", Outcome.RECOMMENDED, 1, (), (), "",
    Bonus(1_520_000, "", True),
)  # fmt: skip
INTERIM = Elsewhere("interim-2025", "Sơ kết", "T01", "Thôn Đông", 1_410_000)


def test_equals_among_whom_the_council_decides_are_shown_as_that_and_not_as_reserve() -> None:
    tied = replace(PROPOSED, outcome=Outcome.RESERVE, tied=True)

    assert standing(tied) == "≡ Đồng hạng, Hội đồng quyết định"
    assert standing(replace(tied, tied=False)) == "◐ Dự bị"


def test_who_does_well_in_a_forecast_is_not_shown_as_proposed() -> None:
    assert standing(replace(PROPOSED, forecast=True)) == "◌ Dự báo đạt"
    assert forecast_of([replace(ANNUAL, forecast=True)]) == ("DỰ BÁO, CHƯA PHẢI KẾT QUẢ XÉT.",)
    assert forecast_of([ANNUAL]) == ()


def test_a_round_before_the_last_deadline_says_that_it_is_provisional() -> None:
    assert "TẠM TÍNH: chưa hết hạn nộp báo cáo năm 2026." in about(replace(ANNUAL, provisional=True))
    assert "TẠM TÍNH" not in about(ANNUAL)


def test_a_page_says_what_the_commune_chose_and_what_is_only_the_default() -> None:
    law, _ = Law.load().with_choices([LocalChoice("phase.title", "mọi năm", None, None, None)])
    choices = law.choices_in(2026)
    held = replace(ANNUAL, choices=(choices["phase.title"], choices["award.village.ties"], choices["award.unit.ties"]))

    assert chosen([held], {"village"}) == (
        "Những điều Kế hoạch để xã chọn (trang “Lựa chọn” của danh bạ):",
        "Sơ kết, tổng kết (xã chọn). Danh hiệu phải có vào: mọi năm.",
        "Thôn tiêu biểu (mặc định, xã chưa chọn). Đồng hạng ở suất cuối: Hội đồng quyết định.",
    )


def test_choices_of_one_subject_stand_on_one_line_and_what_is_only_the_default_is_said_once() -> None:
    law = Law.load()
    shown = [choice for choice in law.choices_in(2026).values() if choice.key.startswith("phase.")]

    _, line = chosen([replace(ANNUAL, choices=tuple(shown))])

    assert line.startswith("Sơ kết, tổng kết (mặc định, xã chưa chọn). Danh hiệu phải có vào: năm cuối. ")
    assert line.count("mặc định") == line.count("Sơ kết, tổng kết") == 1


def test_where_else_one_is_proposed_is_said_beside_it() -> None:
    by_another = replace(INTERIM, round="annual-2026", name="Hằng năm 2026", unit="T02", unit_name="Thôn Hạ")
    maybe = replace(by_another, sure=False)

    assert list(elsewhere(replace(PROPOSED, also=(INTERIM, by_another)))) == [
        "Cũng được đề nghị ở: Sơ kết; Hằng năm 2026 (Thôn Hạ)."
    ]
    assert list(elsewhere(replace(PROPOSED, also=(maybe,)))) == [
        "Trùng tên, có thể là một, với đề nghị ở: Hằng năm 2026 (Thôn Hạ)."
    ]


def test_money_that_is_reckoned_elsewhere_too_is_said_with_its_sum() -> None:
    (said,) = doubled([replace(PROPOSED, also=(INTERIM,)), PROPOSED], [ANNUAL])

    assert "1.520.000 đồng của 1 đối tượng" in said
    assert "Sơ kết" in said
    assert doubled([PROPOSED, replace(PROPOSED, also=(replace(INTERIM, amount=None),))], [ANNUAL]) == ()


@pytest.mark.parametrize(
    ("day", "article"),
    [
        (date(2026, 9, 30), "(Luật TĐKT 2022, Điều 5)."),
        (date(2026, 10, 1), "(Luật TĐKT 2022 (sửa đổi bởi Luật 06/2026/QH16), Điều 5, chưa kiểm chứng)."),
    ],
)
def test_that_one_achievement_is_awarded_once_is_cited_as_the_law_stands_on_the_day(day: date, article: str) -> None:
    held = replace(ANNUAL, decided_on=day, once=Law.load().cited(["one_award"], day, Span.YEAR))

    (said,) = doubled([replace(PROPOSED, also=(INTERIM,))], [held])

    assert said.endswith(f"một thành tích chỉ khen một lần {article}")
