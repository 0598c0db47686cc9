"""What a person sees counts: a number with the signs of its format, and a picture in a cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.cells.shown import as_shown
from learnsoc_xlsx.spreadsheet.cells.words import PICTURE
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from tests.books import opened, saved
from tests.calc import all_saved_as, needs_office
from tests.drawing import Desk
from tests.spreadsheet.packages import MAIN, SHEET, links, ods, xlsx
from tests.spreadsheet.xlsb_writer import saved_as_xlsb


@pytest.mark.parametrize(
    ("number", "code", "seen"),
    [
        (12, '000"/QĐ-UBND"', "012/QĐ-UBND"),
        (12, 'General"/QĐ-UBND"', "12/QĐ-UBND"),
        (12, '"Số "000;-0', "Số 012"),
        (912345678, "0000000000", "0912345678"),
        (912345678, "0000\\ 000\\ 000", "0912 345 678"),
        (2838123456, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "(283) 812-3456"),
        (8123456, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "812-3456"),
        (7, "General", "7"),
        (7, "#,##0", ""),
        (7, "0.00", ""),
        (7, "0%", ""),
        (7, "dd/mm/yyyy", ""),
    ],
)
def test_a_format_lays_the_digits_of_a_whole_number_among_its_signs(number: int, code: str, seen: str) -> None:
    assert as_shown(number, code) == seen


def filled(desk: Desk, change: Callable[[Workbook], None]) -> Path:
    path = desk.fill("village", "households", "|  | B | C | D |\n| 7 | Lý Văn Hai | 1970 | 4 |")
    book = opened(path)
    change(book)
    path.write_bytes(saved(book))
    return path


def test_a_number_is_read_as_it_is_shown_where_words_are_asked_for_and_as_it_is_elsewhere(desk: Desk) -> None:
    def change(book: Workbook) -> None:
        cover, households = book["Trang bìa"], book["Gia đình"]
        contact = next(row[3] for row in cover.iter_rows() if row[6].value == "contact")
        contact.value, contact.number_format = 912345678, "0000000000"
        name, members = households["B8"], households["D7"]
        name.value, name.number_format = 12, '000" Lý Văn"'
        members.number_format = '000" người"'

    path = filled(desk, change)

    tables = {table.sheet.id: table.rows for table in intake(Task(tuple(enumerate(unpack(path.parent, path))))).tables}
    assert tables["cover"]["contact"].tolist() == ["0912345678"]
    assert tables["households"]["head"].tolist() == ["Lý Văn Hai", "012 Lý Văn"]
    assert tables["households"]["members"].iloc[0] == 4


def test_a_number_in_an_ods_is_what_it_shows() -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{text}</text:p></table:table-cell>'
        for value, text in (
            ("12", "012/QĐ-UBND"),
            ("912345678", "0912345678"),
            ("1500", "1.500"),
            ("0", "0"),
            ("0", "#DIV/0!"),
        )
    )

    assert Book(ods(cells), "ods").shown == {"S": {(0, 0): "012/QĐ-UBND", (0, 1): "0912345678"}}


LOOKS = f'''<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="000&quot;/QĐ&quot;"/></numFmts>
<fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'''
STYLED = links({"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("styles", "styles.xml")})


def with_looks(row: str, looks: str = LOOKS) -> bytes:
    return xlsx(row, {"xl/styles.xml": looks, "xl/_rels/workbook.xml.rels": STYLED})


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1" s="1"><v>12</v></c></row>',
        "<row r='1'><c r='A1' s='1'><v>12</v></c></row>",
        '<row r="1"><c r="A1" s="1"><f>6+6</f><v>12</v></c></row>',
        '<row><c s="1" t="n"><v>12.0</v></c></row>',
        f'<x:row xmlns:x="{MAIN}" r="1"><x:c r="A1" s="1"><x:v>12</x:v></x:c></x:row>',
    ],
)
def test_a_number_is_what_it_shows_in_every_spelling(row: str) -> None:
    assert Book(with_looks(row), "xlsx").shown == {"S": {(0, 0): "012/QĐ"}}


def test_a_number_in_an_xlsb_is_what_it_shows() -> None:
    book = Workbook()
    for column, (value, code) in enumerate(
        ((12, '000"/QĐ"'), (912345678, "0000000000"), (1500, "#,##0"), (12, "0")), 1
    ):
        book.active.cell(1, column, value).number_format = code

    assert Book(saved_as_xlsb(book), "xlsb").shown == {"Sheet": {(0, 0): "012/QĐ", (0, 1): "0912345678"}}


@needs_office
@pytest.mark.office
def test_a_number_in_an_xls_is_what_it_shows(tmp_path: Path) -> None:
    book = Workbook()
    for column, (value, code) in enumerate(((12, '000"/QĐ"'), (912345678, "0000000000"), (1500, "#,##0")), 1):
        book.active.cell(1, column, value).number_format = code
    (tmp_path / "a.xlsx").write_bytes(saved(book))
    made = all_saved_as(["xls"], [tmp_path / "a.xlsx"], tmp_path / "saved")["xls"][0]

    assert Book(made.read_bytes(), "xls").shown == {"Sheet": {(0, 0): "012/QĐ", (0, 1): "0912345678"}}


def test_looks_that_a_strict_reader_fails_over_are_no_reason_not_to_read_the_cells() -> None:
    data = with_looks(
        '<row r="1"><c r="A1" s="1"><v>12</v></c></row>', LOOKS.replace("<fonts>", "<nobody:knows/><fonts>")
    )

    assert (Book(data, "xlsx").rows("S"), Book(data, "xlsx").shown) == ([[12.0]], {})


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>',
        "<c vm='1' r='A1' t='e'><v>#VALUE!</v></c>",
        '<c r="A1" t="e" vm="1"><f>_xlfn.IMAGE("https://a.vn/1.png")</f><v>#VALUE!</v></c>',
        '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        '<c r="A1"><f>IMAGE("https://a.vn/1.png")</f></c>',
        f'<x:c xmlns:x="{MAIN}" r="A1" t="e"><x:f>IMAGE("a")</x:f><x:v>#NAME?</x:v></x:c>',
    ],
)
def test_a_picture_in_a_cell_is_named_as_a_picture(cell: str) -> None:
    body = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell}</row></sheetData></worksheet>'

    assert Book(xlsx(others={SHEET: body}), "xlsx").rows("S") == [[PICTURE]]


def test_a_value_that_failed_is_no_picture() -> None:
    row = '<row r="1"><c r="A1" t="e"><f>A2+B2</f><v>#VALUE!</v></c></row>'

    assert Book(xlsx(row), "xlsx").rows("S") == [["#VALUE!"]]


def test_a_picture_in_the_place_of_a_figure_is_asked_back(desk: Desk) -> None:
    path = desk.fill("village", "indicators", f"|  | D |\n| 10 | '{PICTURE} |")

    assert ("D10", "C21") in [(each.place.cell, each.code.code) for each in inspect([path])]
