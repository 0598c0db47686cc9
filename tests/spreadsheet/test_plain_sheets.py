"""A sheet in the plain spelling is read by its bytes, and comes to what the reader of workbooks gives; any other is left to it."""

import io
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.spreadsheet.cells.plain.cells import plain_cells
from learnsoc_xlsx.spreadsheet.cells.plain.digits import MARGIN, Numbers, digits, seen
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import plain_sheets
from learnsoc_xlsx.spreadsheet.parts import Parts
from tests.spreadsheet.packages import MAIN, SHEET, links, sheet, xlsx

FORMATS = ("General", "dd/mm/yyyy", "[$-42A]#,##0", "0%", 'd "tháng" m', "@", "hh:mm")
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    + "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for at, code in enumerate(FORMATS))
    + "</numFmts><cellXfs>"
    + "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(FORMATS)))
    + '<xf numFmtId="14"/></cellXfs></styleSheet>'
)  # fmt: skip
TEXTS = f'<sst xmlns="{MAIN}"><si><t>Lê Thị Na</t></si><si><t xml:space="preserve"> a &amp; &lt;b&gt; &quot;c&quot; &apos; </t></si><si><t/></si></sst>'
LINKS = {
    name: (kind, target)
    for name, kind, target in (
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
}


def workbook(rows: str, texts: str = TEXTS) -> bytes:
    others = {"xl/sharedStrings.xml": texts, "xl/styles.xml": STYLES, "xl/_rels/workbook.xml.rels": links(LINKS)}
    return xlsx(rows, others)


def as_read(data: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_name("S").to_python(skip_empty_area=False)  # type: ignore[return-value]


def typed(rows: list[list[object]]) -> list[list[tuple[type, object]]]:
    return [[(type(cell), cell) for cell in row] for row in rows]


@pytest.mark.parametrize(
    "cell",
    [
        "<v>0</v>", "<v>12</v>", "<v>12345678</v>", "<v>123456789</v>", "<v>99999999999999999</v>", "<v>-3</v>", "<v>1.5</v>",
        "<v>0.30000000000000004</v>", "<v>1E-3</v>", "<v>1.2E+15</v>", "<f>1+1</f><v>2</v>", '<f t="shared" si="0"/><v>2</v>',
    ],
)  # fmt: skip
def test_a_number_is_what_the_reader_gives(cell: str) -> None:
    data = workbook(f'<row r="2"><c r="C2">{cell}</c><c r="AB2" s="2" t="n">{cell}</c></row><row r="3"/>')

    assert typed(plain_cells(Parts(data), "S") or []) == typed(as_read(data))


@pytest.mark.parametrize(
    "cell",
    [
        'r="A1" t="s"><v>0</v></c>', 'r="A1" s="3" t="s"><v>1</v></c>', 'r="A1" t="s"><v>2</v></c>', 'r="A1" t="b"><v>1</v></c>',
        'r="A1" t="b"><v>0</v></c>', 'r="A1" t="str"><f>B1</f><v> xã &amp; </v></c>', 'r="A1" t="str"><v></v></c>',
        'r="A1" t="inlineStr"><is><t xml:space="preserve"> xã\n &gt;</t></is></c>', 'r="A1" t="e"><v>#DIV/0!</v></c>',
        'r="A1" s="1"/>', 'r="A1" s="1" t="n" />', 'r="A1" t="inlineStr"/>',
    ],
)  # fmt: skip
def test_a_text_a_mark_and_a_blank_are_what_the_reader_gives(cell: str) -> None:
    data = workbook(f'<row r="1" spans="1:2" ht="24.5" customHeight="1"><c {cell}<c r="B1"><v>1</v></c></row>')

    assert typed(plain_cells(Parts(data), "S") or []) == typed(as_read(data))


@pytest.mark.parametrize("look", [1, 7])
def test_a_number_that_looks_like_a_day_is_that_day(look: int) -> None:
    data = workbook(f'<row r="1"><c r="A1" s="{look}"><v>45000</v></c></row>')

    assert plain_cells(Parts(data), "S") == as_read(data) == [[date(2023, 3, 15)]]


@pytest.mark.parametrize(
    ("look", "number"), [(1, "45000.5"), (1, "60"), (1, "2958466"), (4, "45000"), (6, "0.5"), (99, "1")]
)
def test_a_number_of_which_it_is_not_certain_what_is_meant_is_left_to_the_reader(look: int, number: str) -> None:
    data = workbook(f'<row r="1"><c r="A1" s="{look}"><v>{number}</v></c></row>')

    assert plain_cells(Parts(data), "S") is None


def test_days_counted_from_1904_are_left_to_the_reader() -> None:
    whole = Parts(workbook('<row r="1"><c r="A1" s="1"><v>45000</v></c></row>'))
    whole.tree("xl/workbook.xml").insert(
        0, whole.tree("xl/workbook.xml").makeelement(f"{{{MAIN}}}workbookPr", {"date1904": "1"})
    )

    assert plain_cells(whole, "S") is None


@pytest.mark.parametrize(
    "texts",
    [
        f'<sst xmlns="{MAIN}">{items}</sst>'
        for items in (
            "<si><r><t>a</t></r></si>", "", "<si/><si><t>A</t></si>", "<si ><t>A</t></si><si><t>B</t></si>",
            f'<x:si xmlns:x="{MAIN}"><x:t>A</x:t></x:si><si><t>B</t></si>', "<si><t> A</t></si>", "<si><t>A\n</t></si>",
            "<si><t> </t></si>", "<si><t>&amp;\t</t></si>",
        )
    ],
)  # fmt: skip
def test_a_text_that_is_not_plain_or_not_there_is_left_to_the_reader(texts: str) -> None:
    assert plain_cells(Parts(workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', texts)), "S") is None


CELL = '<c r="A1"><v>1</v></c>'


@pytest.mark.parametrize(
    "body",
    [
        sheet(f'<row r="1">{CELL}<c r="A1"><v>2</v></c></row>'),
        sheet(f'<row r="1"><c r="B1"><v>1</v></c>{CELL}</row>'),
        sheet(f'<row r="1">{CELL}<c><v>2</v></c></row>'),
        sheet('<row r="1"><c t="n" r="A1"><v>1</v></c></row>'),
        sheet("<row r='1'><c r='A1'><v>1</v></c></row>"),
        sheet('<row r="1"><c r="A1"><v>x</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>a&#10;b</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>a_x000D_b</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>a\rb</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="str"><v>a\x01b</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>'),
        sheet(f'<!-- --><row r="1">{CELL}</row>'),
        sheet(f'<row r="1j">{CELL}</row>'),
        sheet(f'<row r="1">{CELL}'),
        "<!-- " + sheet('<row r="1">' + CELL + "</row>") + " --><worksheet/>",
        sheet(f'<row r="1">{CELL}</row></sheetData><sheetData><row r="2"><c r="A2"><v>1</v></c></row>'),
        sheet(f'<row r="1">{CELL}</row>').replace("<worksheet ", '<worksheet a" '),
        sheet(f'<row r="1">{CELL}</row>').replace("<sheetData>", '<dimension ref="A~B"/><sheetData>'),
        sheet(f'<row r="1">{CELL}</row>').replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A3~F3"/></mergeCells>'),
        sheet(f'<row r="1">{CELL}</row><row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        sheet(f'<row r="1">{CELL}</row>').replace("</worksheet>", "<a></worksheet>"),
        sheet(f'<row r="1">{CELL}</row>').replace("<worksheet", '<?xml version="1.0" encoding="windows-1258"?><worksheet'),
    ],
    ids=[
        "twice", "backwards", "no address", "other order", "single quotes", "no number", "newer error", "reference", "escape",
        "carriage return", "control", "runs", "comment", "no row", "cut", "all in a comment", "two tables", "head broken", "dimension", "merged", "below all rows", "tail broken", "other letters",
    ],
)  # fmt: skip
def test_a_sheet_in_any_other_spelling_is_left_to_the_reader(body: str) -> None:
    assert plain_sheets(Parts(xlsx(others={SHEET: body}))) == {}


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="str"><v> a\t\n</v></c></row>', '<row r="5"/><row r="7"></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="F1" t="e"><v>#REF!</v></c></row>',
        '<row r="1"><c r="A1"><v>-0</v></c><c r="B1" t="s"><v>01</v></c><c r="C1" s="001"><v>45000</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="F9" t="str"><f>X1</f><v></v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="F9" t="inlineStr"><is><t></t></is></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="F9" t="s"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>\u00a0Đoàn &amp; Hội\u3000</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;a&gt;</t></is></c></row>',
    ],
)  # fmt: skip
def test_what_is_plain_at_its_edges_is_what_the_reader_gives(rows: str) -> None:
    data = workbook(rows)
    plain = plain_cells(Parts(data), "S")

    assert plain is not None
    assert typed(plain) == typed(as_read(data))


@pytest.mark.parametrize("value", ["<v></v>", "<v/>"])
def test_a_formula_that_was_never_reckoned_is_left_to_the_reader(value: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="F9"><f>X1</f>{value}</c></row>'

    assert plain_cells(Parts(workbook(rows)), "S") is None


def test_whole_numbers_are_read_up_to_what_ends_them() -> None:
    spelt, at = b"", []
    for number, ends in ((0, b'"'), (7, b"<"), (40, b"."), (12345678, b"E"), (99, b"-"), (1048576, b">")):
        at.append(len(spelt))
        spelt += b"%d%s" % (number, ends)
    places: Numbers = seen(bytes(at)).astype("int64")

    numbers, behind = digits(seen(spelt + MARGIN), places)

    assert numbers.tolist() == [0, 7, 40, 12345678, 99, 1048576]
    assert bytes(spelt[end] for end in behind) == b'"<.E->'


@pytest.mark.parametrize("path", sorted(Path("input_templates/blank/2026").glob("*.xlsx")), ids=lambda path: path.stem)
def test_every_sheet_that_the_program_prints_is_plain(path: Path) -> None:
    data = path.read_bytes()
    book, parts = CalamineWorkbook.from_filelike(io.BytesIO(data)), Parts(data)

    for name in book.sheet_names:
        plain = plain_cells(parts, name)
        assert plain is not None
        assert typed(plain) == typed(book.get_sheet_by_name(name).to_python(skip_empty_area=False))  # type: ignore[arg-type]
