"""Tables written past the library: each cell as the library would spell it, each row where its number stands."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.report import (
    Block,
    Cell,
    Chart,
    Column,
    Grid,
    Look,
    Notes,
    Page,
    Report,
    Row,
    Show,
)
from learnsoc_xlsx.stages.write.draw.grid import cells
from learnsoc_xlsx.stages.write.draw.render import render

HEADS = (Column("Đơn vị", 24), Column("Số", 10, Show.COUNT))


def drawn(folder: Path, *blocks: Block) -> Path:
    page = Page("p", "Trang", "BẢNG", blocks)
    report = Report("x.xlsx", "Thử", None, date(2026, 1, 1), date(2026, 1, 1), "", (page,))
    render(report, folder / "x.xlsx", folder.joinpath, folder)
    return folder / "x.xlsx"


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def table(*names: str, look: Look = Look.PLAIN) -> Grid:
    rows = (Row((Cell(name), Cell(number)), look) for number, name in enumerate(names, 1))
    return Grid(HEADS, (Row((Cell("Mục I"),), Look.SECTION), *rows), "Bảng")


def rows_of(path: Path) -> list[list[Any]]:
    """The rows of a page as a quick reader finds them, from the first that has something."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name("Trang").to_python()


SPELT = [
    *((lambda sheet, text=text: sheet.write_string(0, 0, text, sheet.look), cells.text(text, 1))
      for text in ("Thôn Hạ", "a & b < c > d", " hai\ndòng ", '"=1+1"', "=1+1", "_x0041_", "a\x01\x0c\r\ufffeb", "Ằ" * 33_000,
                   "a" + "🙂" * 17_000)),
    *((lambda sheet, value=value: sheet.write_number(0, 0, value, sheet.look), cells.number(value, 1))
      for value in (0, -7, 12_345_678_901, Fraction(1, 3), Fraction(4, 2), 10**20)),
    *((lambda sheet, value=value: sheet.write_datetime(0, 0, value, sheet.look), cells.day(value, 1))
      for value in (date(2026, 12, 5), date(1900, 2, 28), date(1900, 3, 1))),
    *((lambda sheet, value=value: sheet.write_formula(0, 0, "='A & B'!C1/3", sheet.look, value), cells.formula("='A & B'!C1/3", exact, 1))
      for value, exact in ((5, 5), (1 / 3, Fraction(1, 3)), ("–", None), ("a<b", "a<b"), ("", ""))),
    (lambda sheet: sheet.write_blank(0, 0, None, sheet.look), cells.blank(1)),
]  # fmt: skip


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("write", "spelt"), SPELT)
def test_a_cell_is_spelt_as_the_library_spells_it(tmp_path: Path, write: Callable[[Any], object], spelt: str) -> None:
    with xlsxwriter.Workbook(tmp_path / "x.xlsx", {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.look = workbook.add_format({"bold": True})
        write(sheet)

    xml = part(tmp_path / "x.xlsx", "xl/worksheets/sheet1.xml")
    cell = xml[xml.index("<c r=") : xml.index("</row>")]
    assert spelt.replace(' xml:space="preserve"', "") == cell.replace(' r="A1"', "").replace(
        ' xml:space="preserve"', ""
    )


def test_every_row_stands_where_its_number_does_between_headings_sections_and_notes(tmp_path: Path) -> None:
    path = drawn(tmp_path, table("Hạ", "Thượng"), Notes(("Một câu.",), "Nêu thêm"), table("Tân Phúc"))

    sheet = load_workbook(path)["Trang"]
    by_address = [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=5)]
    in_turn = [[value or None for value in row[:2]] for row in rows_of(path)]
    numbers = [int(number) for number in re.findall(r'<row r="(\d+)"', part(path, "xl/worksheets/sheet1.xml"))]
    assert by_address == in_turn
    assert [row for row in by_address if isinstance(row[1], int)] == [["Hạ", 1], ["Thượng", 2], ["Tân Phúc", 1]]
    assert numbers == sorted(set(numbers))


def test_a_sheet_says_that_it_reaches_to_the_last_row_of_its_last_table(tmp_path: Path) -> None:
    path = drawn(tmp_path, table("Hạ", "Thượng"))

    last = re.findall(r'<row r="(\d+)"', part(path, "xl/worksheets/sheet1.xml"))[-1]
    assert re.findall(r'<dimension ref="A5:[A-Z]+(\d+)"', part(path, "xl/worksheets/sheet1.xml")) == [last]


def test_a_chart_keeps_what_stands_in_its_table(tmp_path: Path) -> None:
    """Whoever shows a chart without reckoning the sheet, as a preview does, takes it from there."""
    rows = (
        Row((Cell("Hạ"), Cell(4, formula="=2+2"))),
        Row((Cell("Thượng"), Cell(Fraction(5, 2)))),
        Row((Cell("Cả xã"), Cell(4)), Look.TOTAL),
    )
    path = drawn(tmp_path, Chart("Theo thôn", 0, (1,)), Grid(HEADS, rows))

    kept = re.findall("<c:v>([^<]*)</c:v>", part(path, "xl/charts/chart1.xml"))
    assert kept == ["Số", "Hạ", "Thượng", "4", "2.5"]


def test_a_table_keeps_the_blanks_of_a_text_and_spends_no_word_on_a_text_without() -> None:
    texts = ("Lê A", " Lê A", "Lê A ", "Lê  A", "Lê\nA", "\u00a0Lê A")

    kept = ["preserve" in cells.text(text, 1) for text in texts]

    assert kept == [text != "Lê A" for text in texts]
