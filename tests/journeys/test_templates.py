"""The committed blank templates are what the catalogue prints, and what we print we can read."""

import shutil
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.templates import blanks
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.receive.unpack.unpack import Item

BLANK, SAMPLE = Path("input_templates/blank"), Path("input_templates/sample")


def test_printing_the_blank_templates_again_gives_the_same_bytes(tmp_path: Path) -> None:
    printed = list(blanks(2026, tmp_path, None))

    assert sorted(path.relative_to(tmp_path) for path in printed) == sorted(
        path.relative_to(BLANK) for path in BLANK.rglob("*.xlsx")
    )
    for path in printed:
        assert path.read_bytes() == (BLANK / path.relative_to(tmp_path)).read_bytes(), path.name


@pytest.mark.parametrize("year", [2024, 2026, 2030])
def test_what_we_print_we_can_read_every_field_at_its_cell(year: int, tmp_path: Path) -> None:
    printed = list(blanks(year, tmp_path, None))

    batch = intake(Task(tuple((number, Item(path.name, path)) for number, path in enumerate(printed))))

    assert batch.findings == ()
    assert {
        (each.form, table.sheet.id): table.layouts[each.number].anchors
        for each in batch.submissions
        for table in batch.tables
        if each.number in table.layouts
    } == {(form.id, sheet.id): anchors(sheet) for form in FORMS for sheet in form_of(form.id, year).sheets}


def test_a_unit_of_the_register_gets_its_name_and_last_year_s_list(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in ("Danh ba xa Hong Phuc.xlsx", "2025/T01 Thôn Đông Hòa 2025.xlsx"):
        shutil.copy(SAMPLE / name, inbox)

    path = next(each for each in blanks(2026, tmp_path, inbox) if each.name.endswith("_T01.xlsx"))

    book = load_workbook(path)
    form = form_of("village", 2026)
    assert book["Trang bìa"][anchors(form.sheet("cover"))["unit_name"]].value == "Thôn Đông Hòa"
    assert book["Gia đình"]["B7"].value
    assert book["Gia đình"]["F7"].value is None
    assert book["Chỉ tiêu"]["F32"].value == 268
