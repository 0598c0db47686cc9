"""What stands on the written sheets, read back from the files."""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio, Target
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.model.report import Grid, View, Workbook
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.views.figure_cells import change_cell
from learnsoc_xlsx.stages.write.views.figures.overview import verdict_on
from learnsoc_xlsx.stages.write.write import write
from tests.stages.write.a_run import COMMUNE, DONG, TALKS, TAY, a_run

WARNING = "SỐ LIỆU MẪU – xã hư cấu, không dùng để quyết định"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    write(a_run(folder / "inbox"), WORKBOOKS, folder / "out")
    return folder / "out"


def book(out: Path, path: str, **how: Any) -> Any:
    return openpyxl.load_workbook(out / path, **how)


def found(sheet: Any, text: str) -> Any:
    """Return the first cell of a sheet that reads so."""
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def every_sheet(out: Path) -> Iterator[Any]:
    for path in sorted(out.rglob("*.xlsx")):
        yield from openpyxl.load_workbook(path).worksheets


def test_the_workbooks_of_the_design_are_written(out: Path) -> None:
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}

    assert written == {
        "2025/Tong_hop_2025.xlsx",
        "2025/Danh_sach_2025.xlsx",
        "2025/Quy_thong_ke_2025.xlsx",
        "2026/Quy_thong_ke_2026.xlsx",
        "2026/Tong_hop_2026.xlsx",
        "2026/Danh_sach_2026.xlsx",
        "2026/Khen_thuong_2026.xlsx",
        "2026/Can_cu_2026.xlsx",
        "giai_doan_1/Tong_hop_2024-2025.xlsx",
        "giai_doan_1/Danh_sach_2024-2025.xlsx",
        "giai_doan_1/Khen_thuong_so_ket_2025.xlsx",
        "giai_doan_1/Can_cu_so_ket_2025.xlsx",
        "giai_doan_2/Tong_hop_2026-2030.xlsx",
        "giai_doan_2/Danh_sach_2026-2030.xlsx",
        "giai_doan_2/Khen_thuong_tong_ket_2030.xlsx",
        "giai_doan_2/Can_cu_tong_ket_2030.xlsx",
        "Kiem_tra.xlsx",
        "findings.jsonl",
        "run.json",
    }


def test_every_sheet_is_a4_repeats_its_headings_and_says_that_the_data_are_made_up(out: Path) -> None:
    for sheet in every_sheet(out):
        texts = {cell.value for row in sheet.iter_rows(max_row=8) for cell in row}

        assert sheet.page_setup.paperSize == 9, sheet.title
        assert sheet.print_title_rows, sheet.title
        assert WARNING in texts, sheet.title
        assert WARNING in str(sheet.oddFooter.right.text), sheet.title


def test_a_real_run_bears_no_such_line(tmp_path: Path) -> None:
    write(a_run(tmp_path, sample=False), WORKBOOKS, tmp_path / "out")

    texts = [cell.value for sheet in every_sheet(tmp_path / "out") for row in sheet.iter_rows() for cell in row]

    assert WARNING not in texts


def test_no_text_is_higher_than_its_row(out: Path) -> None:
    """Rows are given their height, for not every office program fits them to wrapped text."""
    sheet = book(out, "Kiem_tra.xlsx")["Điểm cần xem"]

    row = found(sheet, "C01").row
    lines = math.ceil(len(sheet.cell(row, 8).value) * 0.85 / sheet.column_dimensions["H"].width)

    assert lines > 1
    assert sheet.row_dimensions[row].height >= lines * 15


def test_a_list_keeps_its_first_columns_in_sight(out: Path) -> None:
    sheet = book(out, "2026/Danh_sach_2026.xlsx")["Gia đình"]

    assert sheet.freeze_panes.startswith("D")


def test_the_page_by_clause_names_each_clause_as_the_catalogue_does(out: Path) -> None:
    sheet = book(out, "2026/Danh_sach_2026.xlsx")["Theo kế hoạch"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row]

    sections = [text for text in texts if str(text).startswith("Mục ")]
    assert sections == ["Mục II.1. Tuyên truyền", "Mục II.5. Các mô hình học tập"]


def communes(*names: str) -> Run:
    """A run in a province with these communes, each with a figure of its own."""
    run = a_run(Path("in"))
    units = (*run.register.units, *(Unit(name, "commune", name, None, None, None, None, None, None) for name in names))
    figures = (
        *run.figures,
        *(Figure(TALKS.id, "commune", name, "2026", 5) for name in names),
        Figure(TALKS.id, "province", "Tỉnh", "2026", 5),
    )
    return replace(run, register=replace(run.register, units=units), figures=figures)


@pytest.mark.parametrize(("others", "written"), [((), False), (("Xã Khác",), True)])
def test_the_level_above_has_a_page_only_where_there_is_more_than_one_commune(
    others: tuple[str, ...], written: bool
) -> None:
    summary = next(workbook for workbook in WORKBOOKS if workbook.id == "summary")
    view = next(view for view in summary.views if view.show == "above")

    page = VIEWS["above"](Scope(Lookup(communes(*others)), summary, 2026), view)

    assert (page is not None) == written


def test_a_page_of_units_adds_up_what_the_commune_s_figure_is_made_of() -> None:
    """As of the fund of a village younger than the phase: what it opened with later is nothing the phase opened with."""
    run, opening = a_run(Path("in")), Indicator("opening", "Dư đầu", "đồng", "VI.1", AddsUp.OPENING, TALKS.source)
    older, younger = (
        Origin(Place("a.xlsx", "Chỉ tiêu", "D9"), unit, year, value)
        for unit, year, value in ((DONG, 2024, 100), (TAY, 2025, 40))
    )
    figures = (
        Figure(opening.id, "unit", DONG, "phase-1", 100, origins=(older,)),
        Figure(opening.id, "unit", TAY, "phase-1", 40, origins=(younger,)),
        Figure(opening.id, "commune", COMMUNE, "phase-1", 100, origins=(older,)),
    )
    run = replace(run, figures=figures, indicators=(opening,))
    view = View("by_unit", "Kinh phí", "Kinh phí", (opening.id,))
    workbook = Workbook("w", "w", "", "phase", (view,))

    page = VIEWS["by_unit"](Scope(Lookup(run), workbook, phase=run.phases[0]), view)

    assert page is not None
    assert isinstance(page.blocks[0], Grid)
    said = {str(row.cells[0].value): (row.cells[1].value, row.cells[1].formula) for row in page.blocks[0].rows}
    assert (said["Thôn Đông"][0], said["Thôn Tây"][0]) == (100, 40)
    assert said["Cộng: Thôn"] == (100, "")
    assert said["Toàn xã"][0] == 100


def test_a_village_is_not_told_how_many_villages_it_is(out: Path) -> None:
    view = next(
        view for view in next(book for book in WORKBOOKS if book.id == "summary").views if view.of == ("village",)
    )

    assert {"villages_total", "villages_share"} <= set(view.without) <= {indicator.id for indicator in INDICATORS}
    sheet = book(out, "2026/Tong_hop_2026.xlsx")["Thôn"]
    assert found(sheet, "Tuyên truyền (mục II.1)").row < found(sheet, "Số buổi tuyên truyền").row


def test_a_summary_is_signed_on_behalf_of_the_people_s_committee_once(out: Path) -> None:
    for path in ("2026/Tong_hop_2026.xlsx", "2025/Tong_hop_2025.xlsx"):
        sheet = book(out, path)["Tổng quan"]
        texts = [str(cell.value) for row in sheet.iter_rows(min_row=9) for cell in row if cell.value]

        assert sum("TM. ỦY BAN NHÂN DÂN" in text for text in texts) == 1


def test_no_english_word_stands_on_a_sheet_of_the_check_list(out: Path) -> None:
    english = {"e-mail", "email", "file", "sheet", "row", "error", "warning", "missing", "late", "unit", "sha-256"}
    for sheet in book(out, "Kiem_tra.xlsx"):
        words = {word.casefold() for row in sheet.iter_rows() for cell in row for word in str(cell.value or "").split()}

        assert words & english == set(), sheet.title


@pytest.mark.parametrize(
    ("path", "sheet", "now", "before"),
    [
        ("2026/Tong_hop_2026.xlsx", "Tổng quan", "Đơn vị đã báo cáo/phải báo cáo", "Số đơn vị báo cáo / phải báo cáo"),
        ("2026/Tong_hop_2026.xlsx", "Tổng quan", "▲: còn đơn vị chưa báo cáo nên chưa so sánh", "Dấu ▲ là còn đơn vị"),
        ("giai_doan_1/Tong_hop_2024-2025.xlsx", "Toàn xã", "Lượt báo cáo", "Số đơn vị báo cáo / phải báo cáo"),
        ("Kiem_tra.xlsx", "Sổ dòng", "ĐỐI CHIẾU SỐ DÒNG ĐÃ ĐỌC", "ĐỌC = NHẬN + LOẠI + BỎ QUA"),
        ("Kiem_tra.xlsx", "Thiếu, muộn", "Thư điện tử", "E-mail"),
        ("Kiem_tra.xlsx", "Điểm cần xem", "(cả tệp)", "mở tệp"),
        ("Kiem_tra.xlsx", "Số do xã đặt", "số do xã đặt", "chưa kiểm chứng"),
    ],
)
def test_the_council_s_secretary_reads_plain_words(out: Path, path: str, sheet: str, now: str, before: str) -> None:
    said = texts(book(out, path)[sheet])

    assert any(now in text for text in said)
    assert not any(before in text for text in said)


def test_the_letterhead_is_that_of_the_day(out: Path) -> None:
    summary = book(out, "2026/Tong_hop_2026.xlsx")["Tổng quan"]
    interim = book(out, "giai_doan_1/Khen_thuong_so_ket_2025.xlsx").worksheets[0]

    assert summary["A1"].value == "UBND THÀNH PHỐ HẢI PHÒNG"
    assert found(summary, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").row == 1
    assert found(summary, "Khúc Thừa Dụ, ngày 20 tháng 12 năm 2026").row == 4
    assert found(interim, "Khúc Thừa Dụ, ngày 15 tháng 12 năm 2025").row == 4


def test_numbers_are_shown_the_vietnamese_way(out: Path) -> None:
    for path in sorted(out.rglob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path).worksheets:
            formats = {cell.number_format for row in sheet.iter_rows() for cell in row}

            assert all(each.startswith("[$-42A]") for each in formats if "#,##0" in each), (path.name, sheet.title)


def test_who_signs_stands_in_one_row_that_no_page_break_tears(out: Path) -> None:
    sheet = book(out, "2026/Khen_thuong_2026.xlsx")["Xin ý kiến"]

    signed = [cell for row in sheet.iter_rows() for cell in row if "(Ký, ghi rõ họ tên)" in str(cell.value)]

    assert len({cell.row for cell in signed}) == 1
    assert len(signed) == 2
    assert "ngày 15 tháng 12 năm 2026" in signed[-1].value
    assert "CHỦ TỊCH HỘI ĐỒNG" in signed[-1].value
    assert sheet.row_dimensions[signed[0].row].height >= 7 * 15


def test_the_overview_sets_this_year_beside_last_year_and_the_target_but_judges_no_part_of_the_whole(out: Path) -> None:
    sheet = book(out, "2026/Tong_hop_2026.xlsx", data_only=True)["Tổng quan"]

    row = found(sheet, "Gia đình học tập: đạt / tổng số hộ").row
    values = [cell.value for cell in sheet[row]]

    assert values[3] == pytest.approx(200 / 3)
    assert values[4] == 60
    assert values[5:9] == ["–", "≥ 70 (năm 2030)", "? Chưa đủ báo cáo", "1/2 ▲"]


def test_the_overview_names_whose_report_does_not_count(out: Path) -> None:
    sheet = book(out, "2026/Tong_hop_2026.xlsx")["Tổng quan"]

    assert found(sheet, "Chưa có báo cáo được tính của: Thôn Tây.").row < found(sheet, "STT").row


WHOLE = Figure("share", "commune", "X", "2026", Fraction(70), reported=2, expected=2)


@pytest.mark.parametrize(
    ("figure", "year", "said"),
    [
        (WHOLE, 2030, "✔ Đạt"),
        (WHOLE, 2026, "✔ Đạt"),
        (replace(WHOLE, value=Fraction(6999, 100)), 2030, "✘ Chưa đạt"),
        (replace(WHOLE, value=Fraction(6999, 100)), 2029, "… Chưa đến hạn"),
        (replace(WHOLE, reported=1), 2030, "? Chưa đủ báo cáo"),
        (replace(WHOLE, value=None), 2030, "? Chưa rõ"),
        (None, 2030, "? Chưa rõ"),
    ],
)
def test_a_figure_is_held_against_a_target_of_70_in_2030(figure: Figure | None, year: int, said: str) -> None:
    assert verdict_on(figure, Target("share", 2030, Fraction(70), "", True), year) == said


def test_a_change_is_given_only_between_two_whole_sums() -> None:
    share = Indicator("share", "Tỷ lệ", "%", "II.5", AddsUp.SHARE, Ratio("a", "b"))
    before = replace(WHOLE, value=Fraction(60))

    assert change_cell(WHOLE, before, share).value == 10
    assert change_cell(replace(WHOLE, reported=1), before, share).value is None
    assert change_cell(WHOLE, replace(before, reported=1), share).value is None


def test_a_figure_that_is_missing_is_a_dash_and_never_0(out: Path) -> None:
    sheet = book(out, "2026/Tong_hop_2026.xlsx", data_only=True)["Thôn"]

    column = found(sheet, "Thôn Tây").column
    rows = [found(sheet, label).row for label in ("Số buổi tuyên truyền", "Tổng số hộ", "Số hộ đạt")]

    assert [sheet.cell(row, column).value for row in rows] == ["–", "–", "–"]
    assert any("chưa có số" in str(cell.value) for rows in sheet.iter_rows(max_row=6) for cell in rows)


def test_totals_are_formulas_with_their_value_beside_them(out: Path) -> None:
    formulas = book(out, "2026/Tong_hop_2026.xlsx")["Thôn"]
    stored = book(out, "2026/Tong_hop_2026.xlsx", data_only=True)["Thôn"]
    total, reached, share = (
        found(formulas, label).row for label in ("Tổng số hộ", "Số hộ đạt", "Gia đình học tập: đạt / tổng số hộ")
    )

    assert [found(formulas, name).column_letter for name in ("Thôn Đông", "Thôn Tây", "Cộng")] == ["C", "D", "E"]
    assert formulas[f"E{total}"].value == f"=SUM(C{total}:D{total})"
    assert stored[f"E{total}"].value == 1200
    assert formulas[f"E{share}"].value == f"=E{reached}*100/E{total}"
    assert stored[f"E{share}"].value == pytest.approx(200 / 3)


def test_a_figure_of_the_commune_is_a_formula_over_what_its_units_come_to(out: Path) -> None:
    formulas = book(out, "2026/Tong_hop_2026.xlsx")
    overview, villages = formulas["Tổng quan"], formulas["Thôn"]

    talks, total = (found(overview, label).row for label in ("Số buổi tuyên truyền", "Tổng số hộ"))

    assert overview[f"D{total}"].value == f"='Thôn'!E{found(villages, 'Tổng số hộ').row}"
    assert overview[f"D{talks}"].value == 5  # the school gave 2 more, which the commune's figure of this run leaves out


def test_a_figure_leads_to_its_source_in_the_annex_and_the_source_to_the_cell_of_the_return(out: Path) -> None:
    villages = book(out, "2026/Tong_hop_2026.xlsx")["Thôn"]
    sources = book(out, "2026/Danh_sach_2026.xlsx")["Nguồn số liệu"]

    there = villages.cell(found(villages, "Tổng số hộ").row, found(villages, "Thôn Đông").column).hyperlink
    row = int(there.location.rpartition("!A")[2])
    link = sources.cell(row, 12).hyperlink

    assert there.target == "Danh_sach_2026.xlsx"
    assert there.location.startswith("'Nguồn số liệu'!")
    assert [sources.cell(row, column).value for column in (1, 3, 4, 6)] == ["Tổng số hộ", "Thôn Đông", 2026, 1200]
    assert (link.target, link.location) == ("../../inbox/2026/Thôn%20Đông.xlsx", "'Chỉ tiêu'!D8")


def test_every_inner_link_leads_to_a_sheet_that_is_there(out: Path) -> None:
    for path in out.rglob("*.xlsx"):
        workbook = openpyxl.load_workbook(path)
        links = [cell.hyperlink for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        inner = {link.location.split("!")[0].strip("'") for link in links if not link.target}

        assert links or "Khen_thuong" not in path.name
        assert inner <= set(workbook.sheetnames)


def test_a_finding_leads_to_its_cell(out: Path) -> None:
    sheet = book(out, "Kiem_tra.xlsx")["Điểm cần xem"]
    row = found(sheet, "C01").row

    assert sheet.cell(row, 1).value == "✖ Lỗi"
    assert sheet.cell(row, 7).hyperlink.location == "'Chỉ tiêu'!D9"
    assert sheet.cell(row, 8).value.startswith("“=ba mươi” không phải số đếm.")


def test_text_that_looks_like_a_formula_stays_text_and_numbers_are_numbers(out: Path) -> None:
    sheet = book(out, "2026/Danh_sach_2026.xlsx")["Gia đình"]
    row = found(sheet, "=1+1").row

    assert sheet.cell(row, 3).data_type in ("s", "inlineStr")
    assert [sheet.cell(row, column).value for column in (4, 5, 6, 8)] == [4, 85.5, "x", "Công sức"]
    assert sheet.cell(row, 7).value.strftime("%d/%m/%Y") == "13/05/2026"
    assert sheet.cell(row + 1, 3).value == "Nguyễn Văn <An> & con"
    assert sheet.cell(row + 1, 4).value is None


def test_another_reader_finds_the_same_in_a_long_list(out: Path) -> None:
    rows = CalamineWorkbook.from_path(out / "2026/Danh_sach_2026.xlsx").get_sheet_by_name("Gia đình").to_python()

    at = next(number for number, row in enumerate(rows) if row[0] == "STT")

    assert rows[at + 1][:6] == [1.0, "Thôn Đông", "=1+1", 4.0, 85.5, "x"]
    assert rows[at + 3][8:10] == ["2026/Thôn Đông.xlsx › Gia đình", 9.0]


def test_the_ledger_balances_by_formula(out: Path) -> None:
    formulas = book(out, "Kiem_tra.xlsx")["Sổ dòng"]
    stored = book(out, "Kiem_tra.xlsx", data_only=True)["Sổ dòng"]
    row = found(formulas, "Chênh lệch (phải bằng 0)").row + 1

    assert formulas.cell(row, 8).value == f"=D{row}-E{row}-F{row}-G{row}"
    assert stored.cell(row, 8).value == 0


def test_the_receipts_say_who_is_missing_late_or_not_accepted(out: Path) -> None:
    sheet = book(out, "Kiem_tra.xlsx")["Tình hình gửi"]

    said = {unit: sheet.cell(found(sheet, unit).row, 4).value for unit in ("Thôn Đông", "Thôn Tây", "Trường Tiểu học")}

    assert said == {"Thôn Đông": "✔ Nhận, cần xem", "Thôn Tây": "✘ Không nhận", "Trường Tiểu học": "▲ Muộn"}


def last_grid(show: str, run: Run) -> Grid:
    """The last table of a page that stands in one workbook."""
    ((workbook, view),) = [(workbook, view) for workbook in WORKBOOKS for view in workbook.views if view.show == show]
    page = VIEWS[show](Scope(Lookup(run), workbook), view)
    grid = page and page.blocks[-1]
    assert isinstance(grid, Grid)
    return grid


@pytest.mark.parametrize(
    ("successor", "said"), [("v-dong", "Đã sáp nhập, không phải báo cáo"), (None, "Không phải báo cáo")]
)
def test_a_unit_that_lives_on_in_another_is_said_to_be_merged(successor: str | None, said: str) -> None:
    whole = a_run(Path("in"))
    units = [
        replace(unit, until=date(2025, 6, 30), successor=successor) if unit.id == "v-tay" else unit
        for unit in whole.register.units
    ]
    late = Finding(Code.UNIT_NOT_ALIVE, Place("2026/hỏng.xlsx"), 3)
    sent = [replace(one, refusal=late) if one.number == 3 else one for one in whole.submissions]
    ended = replace(whole, register=replace(whole.register, units=tuple(units)), submissions=tuple(sent), missing=())

    grid = last_grid("receipts", ended)

    (row,) = [row for row in grid.rows if row.cells[1].value == "Thôn Tây"]
    assert row.cells[-1].value == said


def test_a_code_stands_only_beside_what_the_register_can_choose() -> None:
    chosen = tuple(Law.load().choices_in(2026).values())

    grid = last_grid("local_numbers", a_run(Path("in"), local_choices=chosen))

    codes = {choice.label: "" if choice.is_convention else choice.key for choice in chosen}
    assert "" in codes.values()
    assert {row.cells[1].value: row.cells[-1].value for row in grid.rows} == codes


def test_verdicts_stand_in_order_and_lead_to_their_reasons(out: Path) -> None:
    sheet = book(out, "2026/Can_cu_2026.xlsx")["Nhóm 2"]
    first = found(sheet, "● Đề nghị khen")

    assert sheet.cell(first.row, 2).value == "Thôn Đông"
    assert sheet.cell(first.row + 1, 4).value == "? Chưa kết luận"
    assert sheet.cell(first.row, 7).value == 1_410_000
    assert first.hyperlink.location.startswith("'Căn cứ'!A")


def test_the_pack_leads_row_by_row_to_the_reasons_in_its_annex(out: Path) -> None:
    sheet = book(out, "2026/Khen_thuong_2026.xlsx")["Nhóm 2"]
    rank = sheet.cell(found(sheet, "Thôn Đông").row, 2)

    grounds = book(out, "2026/Can_cu_2026.xlsx")["Căn cứ"]
    name, _, cell = rank.hyperlink.location.rpartition("!")
    assert (rank.hyperlink.target, name) == ("Can_cu_2026.xlsx", "'Căn cứ'")
    assert "Thôn Đông" in [one.value for one in grounds[grounds[cell].row]]


def test_the_council_s_papers_bear_the_council_as_the_register_calls_it_under_the_commune(out: Path) -> None:
    pack = book(out, "2026/Khen_thuong_2026.xlsx").worksheets[0]
    summary = book(out, "2026/Tong_hop_2026.xlsx").worksheets[0]

    assert pack["A2"].value == "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG XÃ"
    assert pack["A1"].value == summary["A2"].value


def test_a_number_set_by_the_commune_says_so_beside_the_reason(out: Path) -> None:
    sheet = book(out, "2026/Can_cu_2026.xlsx")["Căn cứ"]

    row = found(sheet, "III.1.2.a").row

    assert [sheet.cell(row, column).value for column in (9, 10, 11, 12)] == [
        "5",
        "ít nhất 4",
        "✔",
        "số do xã đặt",
    ]
    assert sheet.cell(row, 14).hyperlink.location == "'Chỉ tiêu'!D8"


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_a_round_whose_years_are_not_over_is_a_forecast_on_every_page(out: Path) -> None:
    pack, grounds = (
        {page.title: texts(page) for page in book(out, path).worksheets if page.title != "_learnsoc"}
        for path in ("giai_doan_2/Khen_thuong_tong_ket_2030.xlsx", "giai_doan_2/Can_cu_tong_ket_2030.xlsx")
    )

    assert set(pack) == {"Tóm tắt", "Nhóm 2"}
    assert {"Tổng hợp xét", "Nhóm 2", "Căn cứ"} <= set(grounds)
    for page in (*pack.values(), *grounds.values()):
        assert any("DỰ BÁO, CHƯA PHẢI KẾT QUẢ XÉT" in text for text in page)
        assert not any("CHỦ TỊCH HỘI ĐỒNG" in text for text in page)
    assert any("◌ Dự báo đạt" in text for text in grounds["Nhóm 2"])
    assert not any(text.startswith("● Đề nghị khen") for text in grounds["Nhóm 2"])


def test_a_forecast_counts_nobody_as_proposed_and_reckons_no_money(out: Path) -> None:
    sheet = book(out, "giai_doan_2/Can_cu_tong_ket_2030.xlsx", data_only=True)["Tổng hợp xét"]

    header = {str(cell.value): cell.column for row in sheet.iter_rows() for cell in row if cell.value == "● Đề nghị khen" or cell.value in ("◌ Dự báo đạt", "Tiền thưởng dự kiến (đồng)")}  # fmt: skip
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Khen thưởng thôn")

    counted = {name: sheet.cell(row, column).value for name, column in header.items()}
    assert counted == {"● Đề nghị khen": 0, "◌ Dự báo đạt": 1, "Tiền thưởng dự kiến (đồng)": None}


def test_a_phase_that_goes_on_is_provisional(out: Path) -> None:
    phase = book(out, "giai_doan_2/Tong_hop_2026-2030.xlsx")["Toàn xã"]

    assert any("TẠM TÍNH ĐẾN NĂM 2026" in str(cell.value) for row in phase.iter_rows() for cell in row)


def test_a_phase_says_how_each_indicator_adds_up(out: Path) -> None:
    sheet = book(out, "giai_doan_1/Tong_hop_2024-2025.xlsx", data_only=True)["Toàn xã"]

    row = found(sheet, "Số buổi tuyên truyền").row

    assert [sheet.cell(row, column).value for column in (3, 4, 5, 6)] == ["–", 3, 3, "cộng dồn"]
    assert any("KHÔNG CÓ BÁO CÁO NÀO CỦA NĂM 2024" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_each_figure_of_a_phase_leads_to_its_source(out: Path) -> None:
    sheet = book(out, "giai_doan_1/Tong_hop_2024-2025.xlsx")["Toàn xã"]
    sources = book(out, "giai_doan_1/Danh_sach_2024-2025.xlsx")["Nguồn số liệu"]

    row = found(sheet, "Số buổi tuyên truyền").row

    for column in (4, 5):
        there = sheet.cell(row, column).hyperlink
        assert there.target == "Danh_sach_2024-2025.xlsx"
        assert sources.cell(int(there.location.rpartition("!A")[2]), 1).value == "Số buổi tuyên truyền"
