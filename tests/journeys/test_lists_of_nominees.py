"""A commune that asks for nominees alone in its long lists: totals are typed, nothing is counted from a list, and that is said."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.commands.templates import blanks
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.journeys.commune_word import DAY, QD, YEAR, findings, household, lay_register, lay_return, nominated, verdict
from tests.made_up.values import Row
from tests.runs import run_into

CHOSEN: Row = {"choice": "report.lists", "value": "chỉ danh sách đề nghị", "source": "Họp"}
TOTALS: Row = {"households_total": 300, "households_registered": 200, "households_recognised": 150}
LISTS: dict[str, Any] = {
    "clans": [],
    "citizens": [],
    "households": [household("Lê Văn An", 1970, household_registered=True)],
}
NOMINATED = [nominated("Lê Văn An", birth_year=1970)]
RECOGNISED = [QD | {"title": "learning_family", "name": name, "unit": "T01"} for name in ("Lê Văn An", "Vũ Thị Không Tên")]  # fmt: skip
PAGES = {"Tổng quan", "So với mục tiêu", "Thôn", "Toàn xã", "Nguồn số liệu"}


def laid(inbox: Path, *choices: Row) -> Path:
    lay_register(inbox, RECOGNISED, choices=choices)
    lay_return(inbox, "T01", indicators=[TOTALS], nominations=NOMINATED, **LISTS)
    return inbox


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("commune")


@pytest.fixture(scope="module")
def short(folder: Path) -> Run:
    return run_into(laid(folder / "short", CHOSEN), folder / "out", DAY)


@pytest.fixture(scope="module")
def usual(folder: Path) -> Run:
    return run_into(laid(folder / "usual"), folder / "out_usual", DAY)


def figure(run: Run, indicator: str) -> Figure:
    (one,) = [one for one in run.figures if (one.indicator, one.id, one.period) == (indicator, "T01", str(YEAR))]
    return one


def test_the_total_that_was_typed_stands_and_nobody_is_asked_why_the_list_is_short(short: Run, usual: Run) -> None:
    assert figure(short, "households_recognised").value == 150
    assert findings(short, "R08") == []
    assert [cell for _, _, _, cell in findings(usual, "R08")] == ["D31", "D32"]


def test_a_count_of_a_list_of_nominees_has_no_value(short: Run, usual: Run) -> None:
    assert figure(usual, "households_listed").value == 1
    assert (figure(short, "households_listed").value, figure(short, "households_listed").unlisted) == (None, True)


def test_a_nominee_is_weighed_by_the_list_as_ever(short: Run, usual: Run) -> None:
    assert verdict(short, "Lê Văn An").outcome is verdict(usual, "Lê Văn An").outcome is Outcome.RECOMMENDED


def test_whoever_a_decision_names_beside_the_nominees_is_not_looked_for_in_the_list(short: Run, usual: Run) -> None:
    assert (findings(short, "D67"), len(findings(usual, "D67"))) == ([], 1)


def cells_with(out: Path, words: str) -> set[tuple[str, str]]:
    """The workbook and the sheet of every cell that holds some words."""
    shown: set[tuple[str, str]] = set()
    for path in out.rglob("*.xlsx"):
        for page in load_workbook(path).worksheets:
            if any(isinstance(cell, str) and words in cell for row in page.iter_rows(values_only=True) for cell in row):
                shown.add((path.name, page.title))
    return shown


def test_every_page_says_that_it_was_not_counted_from_a_list(short: Run, usual: Run, folder: Path) -> None:  # noqa: ARG001
    said = "không tính từ danh sách"

    assert {page for _, page in cells_with(folder / "out", said)} >= PAGES
    assert cells_with(folder / "out_usual", said) == set()
    assert '"not_from_list":true' in (folder / "out" / "run.json").read_text()
    assert any(said in line for line in explain("Gia đình học tập: đạt / tổng số hộ Thôn Đoài 2026", folder / "out"))


@pytest.mark.usefixtures("short", "usual")
def test_the_report_for_the_level_above_says_which_figures_were_not_counted_from_a_list(folder: Path) -> None:
    def said_of(out: str, indicator: str) -> str:
        page = load_workbook(folder / out / str(YEAR) / f"Bao_cao_cap_tren_{YEAR}.xlsx")["Số chưa đủ"]
        return next((str(row[4]) for row in page.iter_rows(min_row=7, values_only=True) if row[1] == indicator), "")

    assert said_of("out", "Số hộ đạt “Gia đình học tập”").endswith("không tính từ danh sách")
    assert "không tính từ danh sách" not in said_of("out_usual", "Số hộ đạt “Gia đình học tập”")
    listed = said_of("out", "Số hộ có tên trong danh sách gửi kèm")
    assert "Thôn Đoài" not in listed, "who sent what was asked lacks nothing"
    assert listed.endswith("không tính từ danh sách")


def test_the_templates_of_the_units_say_so_on_the_cover_in_the_instructions_and_on_the_lists(tmp_path: Path) -> None:
    lay_register(tmp_path / "in", choices=[CHOSEN])
    printed = list(blanks(YEAR, tmp_path, tmp_path / "in"))
    (path,) = (path for path in printed if path.stem.endswith("T02"))
    (for_anybody,) = (path for path in printed if path.name == f"Mau_01_Thon_{YEAR}.xlsx")
    book = load_workbook(path)

    assert "chỉ cần danh sách đề nghị" in load_workbook(for_anybody)["Gia đình"]["A3"].value
    assert "chỉ cần danh sách đề nghị" in book["Trang bìa"]["A3"].value
    assert any("chỉ cần danh sách đề nghị" in str(cell.value) for cell in book["Hướng dẫn"]["B"])
    assert "chỉ cần danh sách đề nghị" in book["Gia đình"]["A3"].value
    assert "chỉ cần" not in book["Dòng họ"]["A3"].value
    assert book["Chỉ tiêu"]["D31"].value is None


@pytest.mark.parametrize(("choices", "filled"), [([CHOSEN], []), ([], ["Lê Văn An"])])
def test_next_year_nobody_is_filled_in_among_nominees(choices: list[Row], filled: list[str], tmp_path: Path) -> None:
    inbox = laid(tmp_path / "in", *choices)

    (path,) = (path for path in blanks(YEAR + 1, tmp_path, inbox) if path.stem.endswith("T01"))

    heads = [cell.value for cell in load_workbook(path)["Gia đình"]["B"][6:]]
    assert [head for head in heads if head] == filled


def test_nominees_of_last_year_are_no_list_to_go_on_from_where_all_are_asked_again(tmp_path: Path) -> None:
    inbox = laid(tmp_path / "in", CHOSEN, CHOSEN | {"since": YEAR + 1, "value": "ghi mọi hộ, mọi người được đánh giá"})

    (path,) = (path for path in blanks(YEAR + 1, tmp_path, inbox) if path.stem.endswith("T01"))

    page = load_workbook(path)["Gia đình"]
    assert "chỉ cần danh sách đề nghị" not in page["A3"].value
    assert [cell.value for cell in page["B"][6:] if cell.value] == []


@pytest.mark.parametrize(("choices", "counted"), [([CHOSEN], False), ([], True)])
def test_nobody_has_left_a_list_of_nominees(choices: list[Row], counted: bool, tmp_path: Path) -> None:
    inbox = laid(tmp_path / "in", *choices)
    lay_return(inbox, "T01", YEAR - 1, indicators=[TOTALS], **LISTS)

    run_into(inbox, tmp_path / "out", DAY)

    pages = load_workbook(tmp_path / "out" / str(YEAR) / f"Tong_hop_{YEAR}.xlsx").sheetnames
    assert ("Biến động" in pages) == counted


def test_a_form_that_says_so_is_read_without_a_word(tmp_path: Path) -> None:
    chosen, _ = law().with_choices([LocalChoice("report.lists", "chỉ danh sách đề nghị", None, None, "")])
    form = form_in("village", YEAR, chosen)
    (tmp_path / "thon.xlsx").write_bytes(template(form, Prefill("T01", "Thôn Đoài")))

    assert [one.code.code for one in inspect([tmp_path / "thon.xlsx"]) if one.code.code.startswith("S")] == []
