"""What a workbook must be to take its place: every part of it XML, as a strict parser sees it."""

import io
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

import pytest

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.spreadsheet.package import plain_rows
from learnsoc_xlsx.spreadsheet.package.characters import is_strict, well_formed
from learnsoc_xlsx.spreadsheet.package.plain_rows import STAND_IN, without_plain_rows
from learnsoc_xlsx.spreadsheet.package.proof import prove

SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><cols><col min="1"/></cols><sheetData>'
    '<row r="1" ht="31.0" customHeight="1"><c s="2" t="inlineStr"><is><t xml:space="preserve">Thôn &amp; Ấp</t></is></c>'
    '<c s="3"/><c r="C1" s="3"><f>SUM(A1:B1)</f><v>4.5</v></c></row><row r="2"><c s="3"><v>7</v></c></row>'
    '</sheetData><pageMargins left="1"/></worksheet>'
).encode()
START, END = SHEET.index(b"<row"), SHEET.index(b"</sheetData>")


@pytest.fixture(autouse=True)
def few_rows_are_looked_at_as_many_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_rows, "_FEW", 0)


def book(sheet: bytes) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", sheet)
    return file


def is_proved(sheet: bytes) -> bool:
    try:
        prove(book(sheet), "a.xlsx")
    except CannotWrite:
        return False
    return True


def is_xml(sheet: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(sheet, True)
    except expat.ExpatError:
        return False
    return True


def with_one_mistake() -> Iterator[bytes]:
    """The sheet with every other byte of its rows gone, or another."""
    for at in range(START - 3, END + 3, 2):
        yield SHEET[:at] + SHEET[at + 1 :]
        yield from (SHEET[:at] + byte + SHEET[at + 1 :] for byte in (b"<", b"&", b'"', b"\xff"))


def test_it_proves_a_sheet_of_rows_and_parses_what_is_no_row() -> None:
    assert is_proved(SHEET)
    assert b"".join(without_plain_rows(io.BytesIO(SHEET))) == SHEET[:START] + STAND_IN + SHEET[END:]


def test_a_mistake_anywhere_among_the_rows_is_seen_as_a_parser_sees_it() -> None:
    broken = list(with_one_mistake())

    assert [sheet for sheet in broken if is_proved(sheet) != is_xml(sheet)] == []
    assert sum(map(is_xml, broken)) < len(broken) / 2


@pytest.mark.parametrize(
    "words",
    ["&nbsp;", "&#1;", "]]>", "\ufffe", "\x0b", "\ud800"],
    ids=["entity", "reference", "section", "no character", "control", "half a letter"],
)
def test_what_xml_forbids_in_a_text_is_refused_by_the_name_of_its_part(words: str) -> None:
    sheet = SHEET.replace("Ấp".encode(), words.encode("utf-8", "surrogatepass"))

    with pytest.raises(CannotWrite, match=r"“a.xlsx”: thành phần “xl/worksheets/sheet1.xml”"):
        prove(book(sheet), "a.xlsx")


@pytest.mark.parametrize(("before", "after"), [('<c s="', '"/>'), ("<c ", "/>"), ("<!-- ", " -->")])
def test_rows_where_no_rows_may_stand_are_refused(before: str, after: str) -> None:
    sheet = SHEET[:START] + before.encode() + SHEET[START:END] + after.encode() + SHEET[END:]

    assert not is_proved(sheet)


def test_what_stands_where_two_pieces_of_a_long_sheet_meet_is_proved_too() -> None:
    rows = SHEET[START:END]
    long = SHEET[:START] + rows * (3_000_000 // len(rows)) + SHEET[END:]
    pieces = list(without_plain_rows(io.BytesIO(long)))

    assert is_proved(long)
    assert sum(map(len, pieces)) < len(long) / 100
    assert [at for at in range(1_000_000, 1_100_000, 9_999) if is_proved(long[:at] + b"<" + long[at:])] == []


def test_a_part_that_is_taken_as_it_came_has_nothing_that_would_be_mended() -> None:
    parts = [*with_one_mistake(), SHEET, SHEET.decode().encode("utf-16"), SHEET.replace(b"&amp;", b"&#65;")]
    strict = [part for part in parts if is_strict(part)]

    assert [part for part in strict if well_formed(part) != part] == []
    assert len(strict) > 50


@pytest.mark.parametrize("declared", ["windows-1252", "utf-16"])
def test_a_part_that_is_spelt_otherwise_is_not_taken_as_it_came(declared: str) -> None:
    part = SHEET.decode().replace("UTF-8", declared).replace("Ấ", "é").encode(declared, "ignore")

    assert is_xml(part)
    assert not is_strict(part)


def test_a_part_with_references_is_not_taken_as_it_came() -> None:
    part = SHEET.replace(b"<cols>", b"<!-- &#1; --><cols>")

    assert is_xml(part)
    assert well_formed(part) != part
    assert not is_strict(part)
