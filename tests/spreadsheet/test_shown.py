"""What a person sees counts: a number with the signs of its format, and a picture in a cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.pipeline.check import inspect
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.cells.shown import as_shown
from learnsoc_xlsx.spreadsheet.cells.words import PICTURE
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from tests.books import opened, saved
from tests.drawing import Desk
from tests.spreadsheet.packages import MAIN, SHEET, ods, xlsx


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
        for value, text in (("12", "012/QĐ-UBND"), ("912345678", "0912345678"), ("1500", "1.500"), ("0", "0"))
    )

    assert Book(ods(cells), "ods").shown == {"S": {(0, 0): "012/QĐ-UBND", (0, 1): "0912345678"}}


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
