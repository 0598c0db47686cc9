"""A workbook is read as its XML means it, however a program spells that."""

import pytest

from learnsoc_xlsx.spreadsheet.book import Book, Rows
from learnsoc_xlsx.spreadsheet.formula_errors import NO_RESULT
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from tests.mutations.breaking import zipped
from tests.spreadsheet.packages import MAIN, OFFICE, SHEET, links, ods, parts, sheet, xlsx


def rows_of(data: bytes) -> Rows:
    sound = preflight(data)
    assert isinstance(sound, Sound)
    return Book(data, sound.container, sound.parts).rows("S")


RUNS = '<r><t>Phạm</t></r><r><rPr><b/><rFont val="Arial"/><family val="2"/><color rgb="FFFF0000"/></rPr><t xml:space="preserve"> Văn</t></r>'


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c>', ""),
        ('<c r="A1" t="str"><f>IF(1,"","x")</f><v/></c>', ""),
        ('<c r="A1" t="str"><f>IF(1,"","x")</f><v xml:space="preserve"></v></c>', ""),
        ('<c r="A1" t="str"><f>A2</f><v>xã</v></c>', "xã"),
        ('<c r="A1"><f>1+1</f><v></v></c>', NO_RESULT),
        ('<c r="A1"><f>1+1</f></c>', NO_RESULT),
        ('<c r="A1" t="str"><f>A2&amp;A3</f></c>', NO_RESULT),
        ('<c r="A1"><f t="shared" si="0"/><v>2</v></c>', 2.0),
        (f'<c r="A1" t="inlineStr"><is>{RUNS}</is></c>', "Phạm Văn"),
        (f'<c r="A1" t="inlineStr"><is>{RUNS}<rPh sb="0" eb="4"><t>đọc</t></rPh><phoneticPr fontId="1"/></is></c>', "Phạm Văn"),
        ('<c r="A1" t="inlineStr"><is><t>Lý</t><rPh sb="0" eb="2"><t>đọc</t></rPh></is></c>', "Lý"),
    ],
)  # fmt: skip
def test_a_formula_and_a_text_in_several_runs_are_what_they_show(cell: str, value: object) -> None:
    assert rows_of(xlsx(f'<row r="1">{cell}<c r="B1"><v>1</v></c></row>')) == [[value, 1.0]]


ODD = [["", "#REF!", NO_RESULT, 3.0]]


@pytest.mark.parametrize(
    "body",
    [
        sheet('<row r="1"><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>1+1</f></c><c r="D1"><v>3</v></c></row>'),
        sheet("<row r='1'><c r='B1' t='e'><v>#REF!</v></c><c r='C1'><f>1+1</f></c><c r='D1'><v>3</v></c></row>"),
        sheet('<row r="1"><c t="e" s="0" r="B1"><v>#REF!</v></c><c s="0" r="C1"><f ca="1">1+1</f></c><c r="D1"><v>3</v></c></row>'),
        sheet('<row r = "1" >\n <c r = "B1" t = "e" >\n <v>#REF!</v> </c>\n <c r="C1" ><f >1+1</f ></c> <c r="D1"><v>3</v></c></row>'),
        sheet("<row><c/><c t='e'><v>#REF!</v></c><c><f>1+1</f></c><c><v>3</v></c></row>"),
        sheet('<row r="1"><c r="B1"\n\tt="e"\n><v>#REF!</v></c><c\nr="C1"><f>1+1</f></c><c r="D1"><v>3</v></c></row>'),
        sheet('<row r="1"><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f\n>1+1</f></c><c r="D1"><v>3</v></c></row>'),
        sheet('<row r="1"><c r="B1" t\t=\n"e"><v>#REF!</v></c><c r="C1"><f\tca="1">1+1</f></c><c r="D1"><v>3</v></c></row>'),
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="B1" t="e"><x:v>#REF!</x:v></x:c>'
        '<x:c r="C1"><x:f>1+1</x:f></x:c><x:c r="D1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ],
    ids=["plain", "single quotes", "other order", "blanks", "no addresses", "line ends", "line end in f", "tabs", "prefixed"],
)  # fmt: skip
def test_an_error_and_a_formula_without_result_are_seen_in_every_spelling(body: str) -> None:
    assert rows_of(xlsx(others={SHEET: body})) == ODD


@pytest.mark.parametrize(
    "error", ["#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#PYTHON!", "Err:502", " #REF! ", "lỗi"]
)
def test_an_error_that_is_newer_than_the_reader_does_not_lose_the_sheet(error: str) -> None:
    shown = "#UNKNOWN!" if error == "lỗi" else error.strip()

    for cell in (f'<c r="A1" t="e"><f>A2</f><v>{error}</v></c>', f"<c t='e' r='A1'><v>{error}</v></c>"):
        assert rows_of(xlsx(f'<row r="1">{cell}<c r="B1" t="str"><f>"t=""e"""</f><v>x</v></c></row>')) == [[shown, "x"]]


def test_what_a_newer_program_adds_to_a_cell_does_not_lose_the_sheet() -> None:
    cell = '<c r="A1"><f>1</f><v>3</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>'

    assert rows_of(
        xlsx(f'<row r="1">{cell}<c r="B1" t="e"><!-- <c r="C1" t="e"> --><v><![CDATA[#REF!]]></v></c></row>')
    ) == [[3.0, "#REF!"]]


WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
ROW = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="s"><v>0</v></c></row>'
TEXTS = f'<sst xmlns="{MAIN}"><si><t>xã</t></si></sst>'
BOOK = parts(ROW, {"xl/sharedStrings.xml": TEXTS})


def renamed(names: dict[str, str], changed: dict[str, str] | None = None) -> bytes:
    whole = {names.get(name, name): body for name, body in BOOK.items()}
    return zipped([*(whole | {name: body.encode() for name, body in (changed or {}).items()}).items()])


@pytest.mark.parametrize(
    "data",
    [
        renamed(
            {WORKBOOK: "xl/workbook2.xml", RELATIONS: "xl/_rels/workbook2.xml.rels"},
            {"_rels/.rels": links({"rId1": ("officeDocument", "/xl/workbook2.xml")})},
        ),
        renamed(
            {WORKBOOK: "so/book.xml", RELATIONS: "so/_rels/book.xml.rels", SHEET: "so/one.xml", "xl/sharedStrings.xml": "so/texts.xml"},
            {
                "_rels/.rels": links({"rId1": ("officeDocument", "so/book.xml")}),
                "so/_rels/book.xml.rels": links({"rId1": ("worksheet", "one.xml"), "rId2": ("sharedStrings", "texts.xml")}),
            },
        ),
        renamed({name: name.replace("/", "\\") for name in BOOK}),
        renamed({name: name.title() for name in BOOK if name.startswith("xl/")}),
        renamed({}, {RELATIONS: links({"rId1": ("worksheet", "/xl/worksheets/Sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")})}),
        renamed({}, {RELATIONS: links({"rId1": ("worksheet", "./../xl/worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")})}),
        renamed({SHEET: "xl/worksheets/trang 1.xml"}, {RELATIONS: links({"rId1": ("worksheet", "worksheets/trang%201.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")})}),
        renamed({}, {WORKBOOK: f'<q:workbook xmlns:q="{MAIN}" xmlns:o="{OFFICE}"><q:sheets><q:sheet name="S" sheetId="1" o:id="rId1"/></q:sheets></q:workbook>'}),
        zipped([(name, body.replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument").replace(b"schemas.openxmlformats.org/spreadsheetml/2006", b"purl.oclc.org/ooxml/spreadsheetml")) for name, body in BOOK.items()]),
    ],
    ids=["another workbook part", "all parts elsewhere", "backslashes", "other case", "absolute", "winding", "percent", "prefixed", "strict"],
)  # fmt: skip
def test_the_parts_of_a_workbook_are_those_that_its_relations_name(data: bytes) -> None:
    assert rows_of(data) == [["#N/A", "xã"]]


def test_a_part_in_other_letters_than_utf_8_is_read() -> None:
    body = '<?xml version="1.0" encoding="{}"?>' + sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Hà</t></is></c></row>'
    )

    assert rows_of(xlsx(others={SHEET: body.format("ISO-8859-1").encode("latin-1")})) == [["Hà"]]
    assert rows_of(xlsx(others={SHEET: body.format("UTF-16").encode("utf-16")})) == [["Hà"]]


STRING = 'office:value-type="string"'
BOX = "<draw:frame><draw:text-box><text:p>hộp chữ</text:p></draw:text-box></draw:frame>"
NOTE = "<office:annotation><text:p>ghi chú</text:p></office:annotation>"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (f"<table:table-cell {STRING}>{BOX}<text:p>Lý Văn A</text:p></table:table-cell>", "Lý Văn A"),
        (f"<table:table-cell {STRING}>{NOTE}<text:p>Lý Văn A</text:p></table:table-cell>", "Lý Văn A"),
        (f"<table:table-cell {STRING}><text:p>Lý{NOTE} Văn A</text:p></table:table-cell>", "Lý Văn A"),
        (f"<table:table-cell>{BOX}</table:table-cell>", ""),
        (f"<table:table-cell {STRING}><text:p>Lý Văn A</text:p><text:p>Đỗ Thị B</text:p></table:table-cell>", "Lý Văn A\nĐỗ Thị B"),
        (f"<table:table-cell {STRING}><text:p>Lý Văn A<text:line-break/>Đỗ<text:tab/>Thị<text:s/>B</text:p></table:table-cell>", "Lý Văn A\nĐỗ Thị B"),
        ('<table:table-cell table:formula="of:=1+1"/>', NO_RESULT),
        (f'<table:table-cell table:formula="of:=IF(1;&quot;&quot;)" {STRING} office:string-value=""><text:p/></table:table-cell>', ""),
        ('<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>', "#DIV/0!"),
    ],
)  # fmt: skip
def test_a_cell_of_an_ods_says_what_stands_in_it_and_not_what_floats_over_it(cell: str, value: object) -> None:
    end = f"<table:table-cell {STRING}><text:p>cuối</text:p></table:table-cell>"

    assert rows_of(ods(cell + end)) == [[value, "cuối"]]


def test_an_error_repeated_in_an_ods_is_seen_in_each_of_its_cells() -> None:
    cell = '<table:table-cell table:number-columns-repeated="3" table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'

    assert rows_of(ods(cell)) == [["#DIV/0!"] * 3]
