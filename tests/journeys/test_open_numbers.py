"""The numbers that the plan leaves open: each stands on the register's page to be set, and counts only once it is."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.templates import blank
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.stages.write.write import Written
from tests.books import opened
from tests.registers import laid
from tests.runs import run_of

DAY = date(2026, 12, 5)
SHEET = "Ngưỡng"
KEY, VALUE, SINCE, FIRST = "B", "F", "G", 7


def printed() -> Workbook:
    return opened(blank(form_of("register", 2026)))


def rows() -> dict[str, list[object]]:
    """The printed rows of the page by key: what it means, where it stands, an example, the value."""
    page = printed()[SHEET]
    return {
        str(row[1].value): [cell.value for cell in row[2:6]]
        for row in page.iter_rows(min_row=FIRST, max_row=page.max_row)
        if row[1].value
    }


def put(folder: Path, *typed: tuple[str, object], **lists: Any) -> Path:
    """Lay a register as it is printed into a folder, with what was typed on its page of numbers."""
    folder.mkdir(exist_ok=True)
    laid(folder, "danh ba.xlsx", **lists)
    book, page = opened(folder / "danh ba.xlsx"), printed()[SHEET]
    for row in page.iter_rows(min_row=FIRST):
        for cell in row[1:6]:
            book[SHEET][cell.coordinate].value = cell.value
    for address, value in typed:
        book[SHEET][address].value = value
    book.save(folder / "danh ba.xlsx")
    return folder


def said(run: Run) -> list[tuple[str, str]]:
    """The findings on the page, as (code, cell)."""
    return [(each.code.code, each.place.cell) for each in run.findings if each.place.sheet == SHEET]


def row_of(key: str) -> int:
    return FIRST + list(rows()).index(key)


def test_the_page_lists_every_number_that_is_open_with_its_clause_and_an_example_and_no_value() -> None:
    listed = rows()

    assert set(listed) == {each.key for each in law().open_numbers(2026)}
    assert [
        key for key, (meaning, clause, example, value) in listed.items() if not (meaning and clause and example)
    ] == []
    assert {value for *_, value in listed.values()} == {None}
    assert listed["award.village.initiatives"][:3] == ["Nhóm 2: số sáng kiến ít nhất trong năm", "III.1.2.b", "2"]
    assert listed["jump.people.factor"][2] == "Đang dùng 2"


def test_a_printed_row_without_a_value_sets_nothing_and_has_no_finding(tmp_path: Path) -> None:
    run = run_of(put(tmp_path), DAY)

    assert said(run) == []
    assert run.register.thresholds == ()
    assert [each.key for each in run.local_numbers if each.local] == []


def test_a_value_typed_beside_its_printed_row_counts(tmp_path: Path) -> None:
    run = run_of(put(tmp_path, (f"{VALUE}{row_of('award.village.initiatives')}", 3)), DAY)

    assert said(run) == []
    assert [(each.key, each.value) for each in run.local_numbers if each.local] == [
        ("award.village.initiatives", Fraction(3))
    ]


def test_a_row_of_ones_own_may_stand_beside_the_printed_one_and_a_second_is_a_repeat(tmp_path: Path) -> None:
    last = FIRST + len(rows())
    own = [(f"{KEY}{last}", "award.village.initiatives"), (f"{VALUE}{last}", 3)]

    assert said(run_of(put(tmp_path / "one", *own), DAY)) == []
    again = [*own, (f"{KEY}{last + 1}", "award.village.initiatives"), (f"{VALUE}{last + 1}", 4)]
    assert said(run_of(put(tmp_path / "two", *again), DAY)) == [("R03", f"{KEY}{last + 1}")]
    later = [*again, (f"{SINCE}{last + 1}", 2026)]
    run = run_of(put(tmp_path / "later", *later), DAY)
    assert said(run) == []
    assert {each.key: each.value for each in run.local_numbers}["award.village.initiatives"] == 4


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_bound_counts_from_its_year_on(year: int, tmp_path: Path) -> None:
    run = run_of(put(tmp_path, (f"{KEY}99", "award.village.initiatives"), (f"{VALUE}99", 3), (f"{SINCE}99", 2025)), DAY)

    local, _ = Law.load().with_thresholds(run.register.thresholds, year)
    number = next(each for each in local.open_numbers(year) if each.key == "award.village.initiatives")
    assert number.value == (None if year < 2025 else 3)


@pytest.mark.parametrize(("since", "told"), [(2026, True), (2025, False), (None, False)])
def test_a_number_that_a_newer_decision_replaced_is_said_to_have_no_effect(
    since: int | None, told: bool, tmp_path: Path
) -> None:
    row = {"key": "bonus.2024.household", "value": "0,2", "since": since}

    laid(tmp_path, "danh ba.xlsx", thresholds=[row])

    assert said(run_of(tmp_path, DAY)) == ([("D42", "B7")] if told else [])


def test_what_governs_a_year_is_all_that_it_leaves_open() -> None:
    old, new = ({each.key for each in law().open_numbers(year)} for year in (2024, 2026))

    assert "learning_unit.2020.rest.most" in {each.key for each in law().open_numbers()} - old - new
    assert old - new == {"bonus.2024.clan", "bonus.2024.household"}


def test_the_screen_says_how_many_numbers_are_not_set_of_those_that_the_commune_needs(tmp_path: Path) -> None:
    """There is nobody in this register who assesses the commune itself."""
    numbers = [each for each in law().open_numbers(2026) if not each.key.startswith("learning_commune.")]
    unset = sum(each.value is None for each in numbers)
    run = run_of(put(tmp_path, settings=[{"reports_since": 2026}]), DAY)

    lines = list(summary(run, Written((), ())))

    assert f"Số xã chưa đặt ở trang “Ngưỡng” của danh bạ: {unset}" in lines


def test_a_target_of_the_commune_s_own_stands_beside_the_law_s_and_one_below_it_does_not_count(tmp_path: Path) -> None:
    rows = [{"indicator": "households_share", "year": 2025, "at_least": least} for least in (75,)]
    rows += [{"indicator": "clans_share", "year": 2025, "at_least": 60}]
    laid(tmp_path, "danh ba.xlsx", targets=rows)

    run = run_of(tmp_path, DAY)

    aims = {(each.indicator, each.year): each for each in run.targets}
    assert aims["households_share", 2025].at_least == 75
    assert aims["households_share", 2025].of_law is not None
    assert aims["households_share", 2025].of_law.at_least == 70
    assert aims["clans_share", 2025].at_least == 65
    assert [(each.code.code, each.place.cell) for each in run.findings if each.place.sheet == "Mục tiêu"] == [
        ("D43", "D8")
    ]
