"""The committed blank templates are what the catalogue prints, and what we print we can read."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openpyxl.utils.cell import coordinate_to_tuple
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.commands.templates import blanks
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from tests.books import opened
from tests.journeys.commune_word import UNITS, lay_register
from tests.made_up.register import unit
from tests.made_up.values import Row

COMMUNE = unit("X01", "commune", "Xã Tân Học", parent=None)
BLANK, SAMPLE = Path("input_templates/blank"), Path("input_templates/sample")
FOR_ANYBODY = [form for form in FORMS if not form.of_a_round]
"""The forms that are printed for nobody in particular: the record of a round is not."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Print the forms of a year, and say where; those of one year are printed once."""

    @cache
    def printed_in(year: int) -> Path:
        folder = tmp_path_factory.mktemp(f"printed-{year}")
        list(blanks(year, folder, None))
        return folder

    return printed_in


def test_printing_the_blank_templates_again_gives_the_same_bytes(printed: Callable[[int], Path]) -> None:
    now, committed = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xlsx")}
        for folder in (printed(2026), BLANK)
    )

    differing = sorted(name for name in now.keys() | committed.keys() if now.get(name) != committed.get(name))

    assert len(now) == len(FOR_ANYBODY)
    assert not differing, f"{', '.join(differing)}: no longer what the catalogue prints; run make blank"


@pytest.mark.parametrize("year", [2024, 2026, 2030])
def test_what_we_print_we_can_read_every_field_at_its_cell(year: int, printed: Callable[[int], Path]) -> None:
    paths = sorted(printed(year).rglob("*.xlsx"))

    batch = intake(Task(tuple((number, Item(path.name, path)) for number, path in enumerate(paths))))

    assert batch.findings == ()
    assert {
        (each.form, table.sheet.id): table.layouts[each.number].anchors
        for each in batch.submissions
        for table in batch.tables
        if each.number in table.layouts
    } == {(form.id, sheet.id): anchors(sheet) for form in FOR_ANYBODY for sheet in form_of(form.id, year).sheets}


def test_a_unit_of_the_register_gets_its_name_and_last_year_s_list(tmp_path: Path) -> None:
    inbox, form = tmp_path / "inbox", form_of("department", 2026)
    inbox.mkdir()
    for path in (*SAMPLE.glob("Danh ba*"), *SAMPLE.glob("2025/D01*")):
        shutil.copy(path, inbox)

    path = next(each for each in blanks(2026, tmp_path, inbox) if each.name.endswith("_D01.xlsx"))

    cover, staff, figures = (anchors(form.sheet(sheet)) for sheet in ("cover", "staff", "indicators"))
    assert value_in(path, "Trang bìa", cover["unit_name"]) == "Hội Khuyến học xã"
    assert value_in(path, form.sheet("staff").name, f"{staff['name']}{FIRST_ROW + 8}") != ""
    assert value_in(path, form.sheet("staff").name, f"{staff['cdht_a1']}{FIRST_ROW + 8}") == ""
    assert value_in(path, "Chỉ tiêu", figures["members_total"].replace("D", "F")) == 9


def value_in(path: Path, sheet: str, address: str) -> object:
    row, column = coordinate_to_tuple(address)
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)[row - 1][column - 1]  # fmt: skip


def test_a_template_bears_a_vietnamese_name_and_says_until_when_and_to_whom(
    printed: Callable[[int], Path],
) -> None:
    names = sorted(path.name for path in printed(2026).rglob("*.xlsx"))
    guide = opened((printed(2026) / "2026" / names[2]).read_bytes())["Hướng dẫn"]
    words = " ".join(str(cell.value) for row in guide for cell in row if cell.value)

    assert names == [
        "Mau_00_Danh_ba_2026.xlsx",
        "Mau_01_Thon_2026.xlsx",
        "Mau_02_Truong_hoc_2026.xlsx",
        "Mau_03_Ban_nganh_doan_the_2026.xlsx",
        "Mau_04_Doanh_nghiep_2026.xlsx",
        "Mau_05_Trung_tam_hoc_tap_cong_dong_2026.xlsx",
        "Mau_06_Xa_2026.xlsx",
        "Mau_08_Xac_nhan_cua_xa_2026.xlsx",
        "Mau_09_Quyet_dinh_cong_nhan_2026.xlsx",
        "Mau_10_Bo_phan_chuyen_mon_cua_xa_2026.xlsx",
    ]
    assert "29/11/2026" in words
    assert "Nơi nhận: Ban Giám đốc Trung tâm học tập cộng đồng xã" in words


def test_a_form_printed_with_numbers_of_the_commune_s_own_comes_back_as_it_was_printed(tmp_path: Path) -> None:
    own: list[Row] = [{"key": "learning_family.pass", "value": 75}, {"key": "learning_family.1.most", "value": 40}]
    lay_register(tmp_path / "inbox", thresholds=own)

    path = next(each for each in blanks(2026, tmp_path, tmp_path / "inbox") if each.name.endswith("_T01.xlsx"))

    page = opened(path)["Gia đình"]
    assert (page["A3"].value.endswith("đạt từ 75 điểm."), page["F6"].value.endswith("(tối đa 40)")) == (True, True)
    assert intake(Task(((0, Item(path.name, path)),))).findings == ()


def test_a_form_of_an_earlier_printing_for_a_unit_that_reports_no_more_is_named(tmp_path: Path) -> None:
    inbox, said = tmp_path / "inbox", list[str]()
    lay_register(inbox)
    first = {path.name for path in blanks(2026, tmp_path, inbox)}
    kind, called = UNITS["T02"]
    others = [unit(name, *of) for name, of in UNITS.items() if name != "T02"]
    lay_register(inbox, units=[COMMUNE, *others, unit("T02", kind, called, until=date(2025, 6, 30))])

    again = {path.name for path in blanks(2026, tmp_path, inbox, said.append)}

    assert first - again == {"Mau_01_Thon_2026_T02.xlsx"}
    assert said == [
        "“Mau_01_Thon_2026_T02.xlsx” còn từ lần in trước; năm ấy đơn vị này không phải báo cáo. Hãy bỏ tệp này đi, đừng gửi."
    ]


def test_in_the_first_year_of_the_movement_units_get_their_forms_too(tmp_path: Path) -> None:
    lay_register(tmp_path / "inbox")

    names = {path.name for path in blanks(2024, tmp_path, tmp_path / "inbox")}

    assert {"Mau_01_Thon_2024_T01.xlsx", "Mau_02_Truong_hoc_2024_S01.xlsx"} <= names
