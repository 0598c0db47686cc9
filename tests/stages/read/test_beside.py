"""What people put beside the cells, or do to their looks, is named at its place; what an answer put there is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.spreadsheet.beside.beside import BesideKind
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.mark.review import Heading
from tests.books import opened, saved
from tests.calc import all_saved_as, needs_office
from tests.drawing import Desk
from tests.mutations.breaking import zipped
from tests.spreadsheet.packages import MAIN, OFFICE, links, ods, parts, xlsx
from tests.spreadsheet.xlsb_writer import saved_as_xlsb

HEADING = Heading("CÁC ĐIỂM CẦN XEM LẠI", "Thôn Thử · Năm 2026", "Hãy sửa ngay trên tệp này rồi gửi lại.")
Said = list[tuple[str, str, str]]


def said_of(path: Path) -> Said:
    return [
        (each.place.cell, each.code.code, each.given) for each in inspect([path]) if each.code.code in ("S17", "S18")
    ]


def changed(desk: Desk, change: Callable[[Workbook], None]) -> Path:
    path = desk.fill("village", "funds", "|  | B | C | E |\n| 7 | Mua sách | 5 | xã |\n| 8 | Học bổng | 6 | xã |")
    book = opened(path)
    change(book)
    path.write_bytes(saved(book))
    return path


def test_a_note_that_mends_a_figure_is_named_at_its_cell(desk: Desk) -> None:
    def note(book: Workbook) -> None:
        book["Kinh phí"]["C7"].comment = Comment("Số đúng là 15,\nxã sửa giúp", "thôn")

    assert said_of(changed(desk, note)) == [("C7", "S17", "Số đúng là 15, xã sửa giúp")]


def strike(*cells: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for cell in cells:
            book["Kinh phí"][cell].font = Font(strike=True)

    return change


def test_a_row_that_is_struck_through_is_named_once(desk: Desk) -> None:
    assert said_of(changed(desk, strike("A8", "B8", "C8", "D8", "E8", "F8"))) == [
        ("8:8", "S18", "2 · Học bổng · 6 · xã")
    ]
    assert said_of(changed(desk, strike("B8", "C8", "E8"))) == [("8:8", "S18", "Học bổng · 6 · xã")]


def test_a_cell_that_is_struck_through_is_named_and_an_empty_one_is_not(desk: Desk) -> None:
    assert said_of(changed(desk, strike("C8", "D8", "B20"))) == [("C8", "S18", "6")]


def test_what_an_answer_put_beside_the_cells_is_not_named_when_it_comes_back(desk: Desk) -> None:
    def note(book: Workbook) -> None:
        book["Kinh phí"]["C7"].comment = Comment("xem lại hộ", "thôn")
        book["Kinh phí"]["C8"] = "nhiều"

    path = changed(desk, note)
    came = [each for each in inspect([path]) if each.place.cell in ("C7", "C8")]
    assert {each.code.code for each in came} == {"S17", "C02"}

    path.write_bytes(marked(path.read_bytes(), came, HEADING))

    assert said_of(path) == [("C7", "S17", "xem lại hộ")]


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
TEXT = "http://schemas.openxmlformats.org/drawingml/2006/main"


def anchor(row: int, column: int, inside: str) -> str:
    corner = f"<xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    return f"<xdr:twoCellAnchor>{corner}{inside}<xdr:clientData/></xdr:twoCellAnchor>"


BOX = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Thiếu 3 hộ</a:t></a:r></a:p><a:p><a:r><a:t>xóm Chùa</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
ARROW = "<xdr:sp><xdr:txBody><a:p/></xdr:txBody></xdr:sp>"
DRAWN = (
    f'<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="{TEXT}">{anchor(6, 1, BOX)}{anchor(8, 2, "<xdr:pic/>")}{anchor(9, 3, ARROW)}'
    f"{anchor(11, 0, f'<xdr:grpSp>{BOX}</xdr:grpSp>')}</xdr:wsDr>"
)
NOTES = f"""<comments xmlns="{MAIN}"><commentList>
<comment ref="C3"><text><t>[Threaded comment] Your version of Excel…</t></text></comment>
<comment ref="D4"><text><r><rPr><b/></rPr><t>thôn:</t></r><r><t xml:space="preserve"> đúng là 5</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></text></comment>
</commentList></comments>"""
THREAD = """<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
<threadedComment ref="C3" id="{1}"><text>Có đúng 12 không?</text></threadedComment>
<threadedComment ref="C3" id="{2}" parentId="{1}"><text>13 mới đúng</text></threadedComment></ThreadedComments>"""
RELATED = links({
    "rId1": ("drawing", "../drawings/drawing1.xml"),
    "rId2": ("comments", "../comments1.xml"),
    "rId3": ("threadedComment", "../threadedComments/threadedComment1.xml"),
}).replace(f"{OFFICE}/threadedComment", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment")  # fmt: skip


def test_boxes_pictures_notes_and_threads_of_an_xlsx_stand_at_their_cells() -> None:
    beside = {
        "xl/worksheets/_rels/sheet1.xml.rels": RELATED, "xl/drawings/drawing1.xml": DRAWN, "xl/comments1.xml": NOTES,
        "xl/threadedComments/threadedComment1.xml": THREAD,
    }  # fmt: skip
    data = zipped(list(parts('<row r="1"><c r="A1"><v>1</v></c></row>', beside).items()))

    asides = Book(data, "xlsx").asides["S"]

    assert sorted((each.row, each.column, each.kind.value, each.words) for each in asides) == [
        (2, 2, "ghi chú", "Có đúng 12 không? / 13 mới đúng"),
        (3, 3, "ghi chú", "thôn: đúng là 5"),
        (6, 1, "hộp chữ", "Thiếu 3 hộ xóm Chùa"),
        (8, 2, "ảnh", ""),
        (11, 0, "hộp chữ", "Thiếu 3 hộ xóm Chùa"),
    ]


def test_a_damaged_note_is_no_reason_not_to_read_the_sheet() -> None:
    beside = {
        "xl/worksheets/_rels/sheet1.xml.rels": RELATED,
        "xl/drawings/drawing1.xml": DRAWN[:-40],
        "xl/comments1.xml": NOTES,
    }
    book = Book(zipped(list(parts('<row r="1"><c r="A1"><v>1</v></c></row>', beside).items())), "xlsx")

    assert book.rows("S") == [[1.0]]
    assert {each.words for each in book.asides["S"]} >= {"thôn: đúng là 5"}


def test_notes_boxes_and_pictures_of_an_ods_stand_at_their_cells() -> None:
    box = "<draw:frame><draw:text-box><text:p>Thiếu 3 hộ</text:p></draw:text-box></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="Pictures/1.png" xmlns:xlink="x"/></draw:frame>'
    note = "<office:annotation><text:p>Số đúng</text:p><text:p>là 15</text:p></office:annotation>"
    cells = "".join(
        f'<table:table-cell office:value-type="string">{inside}<text:p>A</text:p></table:table-cell>'
        for inside in (box, picture, note)
    )

    asides = Book(ods(cells), "ods").asides["S"]

    assert [(each.column, each.kind.value, each.words) for each in asides] == [
        (0, "hộp chữ", "Thiếu 3 hộ"),
        (1, "ảnh", ""),
        (2, "ghi chú", "Số đúng\nlà 15"),
    ]


def test_a_chart_in_an_ods_is_no_picture_though_one_of_it_lies_beside() -> None:
    inside = "<draw:object/><draw:image/>"
    cell = f'<table:table-cell office:value-type="string"><draw:frame>{inside}</draw:frame><text:p>A</text:p></table:table-cell>'

    assert Book(ods(cell), "ods").asides["S"] == []


RUNS = "<r><t>12 </t></r><r><rPr><{0}/></rPr><t>15</t></r>"
STRINGS = f'<sst xmlns="{MAIN}"><si>{RUNS.format("strike")}</si></sst>'
STRUCK_IN_PART = [
    xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is>{RUNS.format("strike")}</is></c></row>'),
    xlsx(f"<row><c t='inlineStr'><is>{RUNS.format('strike')}</is></c></row>"),
    xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {"xl/sharedStrings.xml": STRINGS}),
]


@pytest.mark.parametrize("data", STRUCK_IN_PART)
def test_a_text_of_which_some_letters_are_struck_through_is_named(data: bytes) -> None:
    assert [(each.row, each.column, each.kind) for each in Book(data, "xlsx").asides["S"]] == [
        (0, 0, BesideKind.STRUCK)
    ]


def test_letters_that_are_not_struck_through_are_not_named() -> None:
    runs = RUNS.format('strike val="0"')

    assert Book(xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row>'), "xlsx").asides["S"] == []


def test_letters_struck_through_in_an_ods_are_named() -> None:
    line = '<style:text-properties style:text-line-through-style="solid"/>'
    look = f'<style:style style:name="T1" style:family="text">{line}</style:style>'
    cell = '<table:table-cell office:value-type="string"><text:p>12 <text:span text:style-name="T1">15</text:span></text:p></table:table-cell>'

    assert [each.kind for each in Book(ods(cell, look), "ods").asides["S"]] == [BesideKind.STRUCK]


def test_cells_struck_through_in_an_xlsb_are_named() -> None:
    book = Workbook()
    for column, value in enumerate(("Học bổng", 6, 7.5, "xã"), 1):
        book.active.cell(1, column, value).font = Font(strike=column < 4)

    asides = Book(saved_as_xlsb(book), "xlsb").asides["Sheet"]

    assert [(each.row, each.column, each.kind) for each in asides] == [(0, at, BesideKind.STRUCK) for at in range(3)]


@needs_office
@pytest.mark.office
def test_notes_and_struck_rows_saved_by_libreoffice_are_named_in_every_container(desk: Desk) -> None:
    def both(book: Workbook) -> None:
        strike("A8", "B8", "C8", "D8", "E8", "F8")(book)
        book["Kinh phí"]["C7"].comment = Comment("Số đúng là 15", "thôn")

    kinds = ["xlsx", "ods", "xls"]
    made = all_saved_as(kinds, [changed(desk, both)], desk.folder / "saved")

    wanted = [("8:8", "S18", "2 · Học bổng · 6 · xã"), ("C7", "S17", "Số đúng là 15")]
    assert {kind: said_of(made[kind][0]) for kind in kinds} == dict.fromkeys(kinds, wanted)
