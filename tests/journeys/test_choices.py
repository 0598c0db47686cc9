"""The commune's choices in words, from the sheet of its register to the rounds that go by them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.texts.bases import articles
from learnsoc_xlsx.model.law.verdicts import OpenPoint
from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import held, household, lay_register, lay_return, nominated, verdict
from tests.made_up.values import Row
from tests.registers import COMMUNE, laid
from tests.runs import run_of

SAMPLE = Path("input_templates/sample")
T01 = {"id": "T01", "kind": "village", "name": "Thôn Đông Hòa", "parent": "X1", "email": None}
DAY = date(2026, 12, 5)
ROWS = [
    {"choice": "phase.title", "value": "ít nhất 2 năm", "source": "Họp"},
    {"choice": "phase.title", "value": "mọi năm", "since": 2026, "source": "Họp"},
    {"choice": "phase.titel", "value": "mọi năm"},
    {"choice": "phase.mark", "value": "năm nào cũng được"},
    {"choice": "phase.amount", "value": "ít nhất N năm"},
    {"choice": "award.village.form", "value": "biểu dương"},
]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One village of 2025 and 2026 under a register that chooses, some of it wrongly."""
    folder = tmp_path_factory.mktemp("in")
    for year in (2025, 2026):
        shutil.copy(next(SAMPLE.glob(f"{year}/T01*")), folder / f"T01 {year}.xlsx")
    laid(folder, "danh ba.xlsx", units=[COMMUNE, T01], choices=ROWS)
    return run_of(folder, DAY)


def test_what_is_wrong_with_a_choice_is_said_at_its_cell(run: Run) -> None:
    said = [(each.code.code, each.place.cell) for each in run.findings if each.place.sheet == "Lựa chọn"]

    assert said == [("D04", "B9"), ("D54", "C10"), ("D55", "D11")]


def test_each_round_goes_by_what_was_chosen_for_its_year(run: Run) -> None:
    rules = {each.id: each.rules for each in run.rounds}

    assert (rules["interim-2025"].title.reach, rules["interim-2025"].title.years) == (Reach.SOME, 2)
    assert rules["final-2030"].title.reach is Reach.EVERY
    assert rules["final-2030"].amount.reach is Reach.LAST


def test_every_choice_stands_among_what_the_commune_sets_whether_it_chose_or_not(run: Run) -> None:
    shown = {each.key: (each.shown, each.whose, each.source) for each in run.local_choices}

    assert shown["phase.title"] == ("mọi năm", "xã chọn", "Họp")
    assert shown["phase.mark"] == ("năm cuối", "mặc định, xã chưa chọn", "")
    assert shown["award.village.form"][:2] == ("biểu dương", "xã chọn")
    assert shown["award.unit.ties"][:2] == ("Hội đồng quyết định", "mặc định, xã chưa chọn")


def test_what_no_text_states_and_nobody_chooses_is_shown_as_a_convention(run: Run) -> None:
    shown = {each.key.removeprefix("convention."): each.whose for each in run.local_choices if each.is_convention}

    assert shown == dict.fromkeys(
        ("nominated_twice", "unit_ended", "unit_younger", "opening"), "quy ước, không chọn khác"
    )


def test_another_form_than_a_giay_khen_bears_no_money(run: Run) -> None:
    forms = {each.id: each.form_of("village").name for each in run.rounds}

    assert forms["annual-2026"] == "biểu dương"
    assert forms["interim-2025"] == "Giấy khen"
    bases = {each.id: articles(each.bases) for each in run.rounds}
    assert "khoản 3 Điều 80" in bases["annual-2026"], "all other awards are giấy khen, which rest on it"
    assert "khoản 3 Điều 80" not in bases["upward-2026"]
    assert not [each for each in run.verdicts if each.round == "annual-2026" and each.bonus and each.bonus.amount]


@pytest.mark.parametrize(("day", "provisional"), [(date(2026, 11, 29), True), (date(2026, 11, 30), False)])
def test_a_round_before_the_last_deadline_has_passed_is_provisional(
    tmp_path: Path, day: date, provisional: bool
) -> None:
    shutil.copy(next(SAMPLE.glob("2026/T01*")), tmp_path / "T01.xlsx")
    laid(tmp_path, "danh ba.xlsx", units=[COMMUNE, T01])

    rounds = {each.id: each for each in run_of(tmp_path, day).rounds}

    assert (rounds["annual-2026"].provisional, rounds["annual-2026"].forecast) == (provisional, False)
    assert (rounds["final-2030"].provisional, rounds["final-2030"].forecast) == (True, True)


# What the register says reaches the rounds


def of_two(inbox: Path, *chosen: Row, money: int = 0) -> list[str]:
    """The verdicts on two households of one village for one award: An gave more days, Bình may have given money."""
    lay_register(inbox, choices=chosen, quotas=[{"award": "household", "round": "annual", "limit": 1}])
    an, binh = household("An Một", 1951, labour_days=5), household("Bình Hai", 1960, labour_days=3 if money else 5)
    lay_return(inbox, "T01", households=[an, binh | {"money": money}], nominations=[nominated("An Một"), nominated("Bình Hai")])  # fmt: skip
    run = held(inbox)
    return [verdict(run, name).outcome.word for name in ("An Một", "Bình Hai")]


@pytest.mark.parametrize(("order", "outcomes"), [("labour_days; money", ["recommended", "reserve"]), ("money", ["reserve", "recommended"])])  # fmt: skip
def test_the_order_of_the_ranking_is_the_register_s(order: str, outcomes: list[str], tmp_path: Path) -> None:
    chosen: Row = {"choice": "award.household.rank", "value": order, "source": "Họp"}

    assert of_two(tmp_path, chosen, money=9_000_000) == outcomes


@pytest.mark.parametrize(("way", "outcome"), [("lấy cả", "recommended"), ("không lấy ai", "reserve")])
def test_equals_across_the_quota_go_by_the_register(way: str, outcome: str, tmp_path: Path) -> None:
    chosen: Row = {"choice": "award.household.ties", "value": way, "source": "Họp"}

    assert of_two(tmp_path, chosen) == [outcome, outcome]


def test_a_phase_holds_each_year_against_the_register_s_numbers_of_that_year(tmp_path: Path) -> None:
    numbers: list[Row] = [
        {"key": key, "value": value, "since": since, "source": "Họp"}
        for key, before, after in (("award.household.labour", 3, 5), ("learning_family.pass", 80, 90))
        for value, since in ((before, None), (after, 2025))
    ]
    every_year: Row = {"choice": "phase.amount", "value": "mọi năm", "source": "Họp"}
    lay_register(tmp_path, choices=[every_year], thresholds=numbers)
    for year, days in ((2024, 3), (2025, 5)):
        points: Row = {"gdht_1": 25, "gdht_2": 25, "gdht_3": 20, "gdht_4": 15}
        listed = household("An Một", 1951, labour_days=days, recognised_year=year) | points
        lay_return(tmp_path, "T01", year, households=[listed], nominations=[nominated("An Một")])

    one = verdict(held(tmp_path), "An Một", "interim-2025")

    assert one.outcome.word == "recommended"
    assert [reason.year for reason in one.reasons if reason.open is OpenPoint.RECOGNITION] == [2025]
