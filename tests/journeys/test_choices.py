"""The commune's choices in words, from the sheet of its register to the rounds that go by them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.run import Run
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
    bases = {each.id: " ".join(each.bases) for each in run.rounds}
    assert "Điều 80 khoản 3" in bases["annual-2026"], "all other awards are giấy khen, which rest on it"
    assert "Điều 80 khoản 3" not in bases["upward-2026"]
    assert not [each for each in run.verdicts if each.round == "annual-2026" and each.bonus and each.bonus.amount]


@pytest.mark.parametrize(("day", "provisional"), [(date(2026, 11, 29), True), (date(2026, 11, 30), False)])
def test_a_round_before_the_last_deadline_has_passed_is_provisional(
    tmp_path: Path, day: date, provisional: bool
) -> None:
    shutil.copy(next(SAMPLE.glob("2026/T01*")), tmp_path / "T01.xlsx")
    laid(tmp_path, "danh ba.xlsx", units=[COMMUNE, T01])

    held = {each.id: each for each in run_of(tmp_path, day).rounds}

    assert (held["annual-2026"].provisional, held["annual-2026"].forecast) == (provisional, False)
    assert (held["final-2030"].provisional, held["final-2030"].forecast) == (True, True)
