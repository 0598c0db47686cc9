"""How results print: what a table parted over several pages repeats is whole there, and who signs is not left alone."""

import re
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.report import (
    Block,
    Cell,
    Column,
    Grid,
    ListColumn,
    Look,
    Notes,
    Page,
    Report,
    Row,
    Show,
    Signature,
    Signatures,
)
from learnsoc_xlsx.stages.write.draw.listing.blocks import blocks_of
from learnsoc_xlsx.stages.write.draw.listing.rows import xml_of
from learnsoc_xlsx.stages.write.draw.listing.words import SharedWords
from learnsoc_xlsx.stages.write.draw.render import render

SECTION = "Mục II.2. Trường học, thiết chế văn hóa, trung tâm học tập cộng đồng"


def drawn(folder: Path, *blocks: Block, spare: bool = False) -> Worksheet:
    page = Page("p", "Trang", "TẤT CẢ CHỈ TIÊU", blocks, ("Một câu dẫn.",), spare=spare)
    report = Report("x.xlsx", "Thử", None, date(2026, 1, 1), date(2026, 1, 1), "", (page,))
    render(report, folder / "x.xlsx", folder.joinpath, folder)
    sheet = load_workbook(folder / "x.xlsx")["Trang"]
    assert isinstance(sheet, Worksheet)
    return sheet


def table(columns: int, rows: int = 2, wide: bool = True) -> Grid:
    heads = (Column("Chỉ tiêu", 24), Column("Đơn vị tính", 10), *(Column(f"Thôn {at}", 12) for at in range(columns)))
    lines = (Row(tuple(Cell(f"{at}") for at in range(columns + 2))) for _ in range(rows))
    return Grid(heads, (Row((Cell(SECTION),), Look.SECTION), *lines), "Bảng", held=2, wide=wide)


def test_titles_stand_beside_the_columns_that_every_page_repeats(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, table(30))

    assert sheet.print_title_cols == "$A:$B"
    assert [sheet[cell].value for cell in ("A5", "C5", "C7", "A9", "C9")] == [
        None, "TẤT CẢ CHỈ TIÊU", "Một câu dẫn.", None, "Bảng",
    ]  # fmt: skip


def test_a_section_of_a_parted_table_stays_within_the_columns_that_every_page_repeats(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, table(30))

    assert sheet["A11"].value == SECTION
    assert "A11:B11" in [str(each) for each in sheet.merged_cells.ranges]
    assert sheet["A11"].alignment.wrap_text
    assert (sheet.row_dimensions[11].height or 0) > 30


def test_a_table_on_one_page_begins_its_titles_and_sections_at_its_first_column(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, table(3))

    assert [sheet[cell].value for cell in ("A5", "A9", "A11")] == ["TẤT CẢ CHỈ TIÊU", "Bảng", SECTION]
    assert not any(str(each).startswith("A11:") for each in sheet.merged_cells.ranges)


def test_a_table_a_little_too_wide_stays_whole_where_paper_is_spared(tmp_path: Path) -> None:
    """Of 12 columns at 72 percent, of 13 in two parts at 78: each column takes 12.75 of 125 characters."""
    sheets = [drawn(tmp_path, table(columns), spare=spare) for columns, spare in ((10, False), (10, True), (11, True))]

    assert [len(sheet.col_breaks.brk) for sheet in sheets] == [1, 0, 1]
    assert sheets[2].page_setup.scale == 78


def test_who_signs_a_short_page_stands_on_it_and_a_long_one_goes_on(tmp_path: Path) -> None:
    signed = Signatures("Xã, ngày 5 tháng 12", (Signature(("CHỦ TỊCH",), "Lê A"),))

    short, long = drawn(tmp_path, table(3, 12, wide=False), signed), drawn(tmp_path, table(3, 60, wide=False), signed)

    # A page count of one is what the format takes for granted, and is left out.
    assert [each.page_setup.fitToHeight for each in (short, long)] == [None, 0]


def test_a_name_with_many_capitals_that_fills_its_column_gets_two_lines() -> None:
    column = ListColumn(Column("Đơn vị", 24), ("Công ty TNHH May Tân Phúc", "Thôn Hạ"))

    xml = b"".join(map(xml_of, blocks_of([column], [{Show.TEXT: 1}], slice(0, 2), 1, SharedWords()))).decode()

    assert re.findall(r' ht="([\d.]+)"', xml) == ["31.0", "16.0"]


def spared(folder: Path, rows: int) -> Worksheet:
    """A page that spares paper: a table of some rows, and many sentences under it."""
    head = (Column("Đối tượng", 100),)
    blocks = (Grid(head, tuple(Row((Cell(f"Hộ {at}"),)) for at in range(rows))), Notes(("Một câu.",) * 40, "Nêu thêm"))
    page = Page("p", "Trang", "NHÓM 3", blocks, spare=True)
    report = Report("x.xlsx", "Thử", None, date(2026, 1, 1), date(2026, 1, 1), "", (page,))
    render(report, folder / "x.xlsx", folder.joinpath, folder)
    sheet = load_workbook(folder / "x.xlsx")["Trang"]
    assert isinstance(sheet, Worksheet)
    assert len(sheet.row_breaks.brk) > 0
    return sheet


def repeated(sheet: Worksheet) -> object:
    """What stands again on top of every further page."""
    return sheet[f"A{str(sheet.print_title_rows).rpartition('$')[2]}"].value


def test_where_a_table_ends_on_its_page_the_title_stands_on_the_next_and_not_the_headings(tmp_path: Path) -> None:
    assert repeated(spared(tmp_path, 5)) == "NHÓM 3"


def test_where_a_table_goes_on_its_headings_stand_on_the_next_page(tmp_path: Path) -> None:
    assert repeated(spared(tmp_path, 60)) == "Đối tượng"
