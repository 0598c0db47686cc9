"""One return in every container that office programs write, and with each one's habits, is read to the same values."""

import io
import re
import struct
from collections.abc import Callable
from datetime import date
from functools import cache
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from tests.books import saved
from tests.calc import needs_office, saved_as
from tests.drawing import Desk
from tests.mutations.breaking import parts_of, zipped
from tests.mutations.judge import Judged, judged
from tests.mutations.paper import fresh
from tests.mutations.returns import REPORTED, form_of, valid
from tests.spreadsheet.xlsb_writer import saved_as_xlsb, xlsb

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Make = Callable[[bytes], bytes]


def each_part(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    return zipped([(name, change(name, body)) for name, body in parts_of(data)])


def each_sheet(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    return each_part(data, lambda name, body: change(body) if name.startswith("xl/worksheets/sheet") else body)


# The containers, each made of an .xlsx


def with_macros(data: bytes) -> bytes:
    kind, macros = b"sheet.main+xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheet" + kind
    parts = parts_of(each_part(data, lambda _, body: body.replace(plain, macros)))
    return zipped([*parts, ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))])


def strict(data: bytes) -> bytes:
    loose, tight = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    names = ((b"spreadsheetml/2006/main", b"spreadsheetml/main"), (b"officeDocument/2006/", b"officeDocument/"))

    def change(_: str, body: bytes) -> bytes:
        for old, new in names:
            body = body.replace(loose + old, tight + new)
        return body.replace(b"<workbook ", b'<workbook conformance="strict" ')

    return each_part(data, change)


def from_1904(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    book.epoch = CALENDAR_MAC_1904
    return saved(book)


def without_dimension(data: bytes) -> bytes:
    return each_sheet(data, lambda body: re.sub(rb"<dimension [^>]*/>", b"", body))


def with_a_dimension_of_one_cell(data: bytes) -> bytes:
    return each_sheet(data, lambda body: re.sub(rb"<dimension [^>]*/>", b'<dimension ref="A1"/>', body))


def with_shared_strings(data: bytes) -> bytes:
    texts: list[bytes] = []

    def share(found: re.Match[bytes]) -> bytes:
        texts.append(found[2])
        return b'%b t="s"><v>%d</v></c>' % (found[1], len(texts) - 1)

    there = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    kind, link = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml", b"sharedStrings"
    about = {
        "[Content_Types].xml": (b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b"/>' % kind),
        "xl/_rels/workbook.xml.rels": (b"</Relationships>", b'<Relationship Id="rId900" Type="%b/%b" Target="sharedStrings.xml"/>' % (RELATION, link)),
    }  # fmt: skip

    def change(name: str, body: bytes) -> bytes:
        end, more = about.get(name, (b"", b""))
        return body.replace(end, more + end) if more else body

    parts = parts_of(each_part(each_sheet(data, lambda body: there.sub(share, body)), change))
    table = b'<sst xmlns="%b">%b</sst>' % (MAIN[1:-1].encode(), b"".join(b"<si>%b</si>" % text for text in texts))
    assert len(texts) > 200
    return zipped([*parts, ("xl/sharedStrings.xml", table)])


def without_addresses(data: bytes) -> bytes:
    """Cells and rows stand where they are counted to be; what is skipped stands there empty."""

    def change(body: bytes) -> bytes:
        page = ElementTree.fromstring(body)
        table = page.find(f"{MAIN}sheetData")
        assert table is not None
        rows = {int(row.attrib.pop("r")): row for row in list(table)}
        table[:] = [rows.get(at, ElementTree.Element(f"{MAIN}row")) for at in range(1, max(rows) + 1)]
        for row in rows.values():
            cells = {column_index_from_string(cell.attrib.pop("r").rstrip("0123456789")): cell for cell in list(row)}
            row[:] = [cells.get(at, ElementTree.Element(f"{MAIN}c")) for at in range(1, max(cells, default=0) + 1)]
        return ElementTree.tostring(page)

    return each_sheet(data, change)


def with_a_font_of_a_strange_family(data: bytes) -> bytes:
    return each_part(data, lambda _, body: re.sub(rb'<family val="\d+" ?/>', b'<family val="34"/>', body))


def with_blank_rows_to_the_end(data: bytes) -> bytes:
    blank = b'<row r="1048576" s="1" customFormat="1"><c r="C1048576" s="1"/></row></sheetData>'
    return each_sheet(data, lambda body: body.replace(b"</sheetData>", blank))


# The same values


CONTAINERS: dict[str, tuple[str, Make]] = {
    "macros": ("xlsm", with_macros),
    "xlsb": ("xlsb", xlsb),
    "xlsb from 1904": ("xlsb", lambda data: xlsb(from_1904(data))),
    "strict": ("xlsx", strict),
    "from 1904": ("xlsx", from_1904),
    "no dimension": ("xlsx", without_dimension),
    "a dimension of one cell": ("xlsx", with_a_dimension_of_one_cell),
    "shared strings": ("xlsx", with_shared_strings),
    "no addresses": ("xlsx", without_addresses),
    "font family 34": ("xlsx", with_a_font_of_a_strange_family),
    "blank rows to the end": ("xlsx", with_blank_rows_to_the_end),
}
PLAIN = "plain.xlsx"


@cache
def read_together() -> dict[str, Judged]:
    """What is read of the same return of several units, each in a container of its own, and of a plain one."""
    plain = [saved(fresh("village", number).book) for number in range(1 + len(CONTAINERS))]
    files = {PLAIN: plain[0]}
    for number, (name, (ending, make)) in enumerate(CONTAINERS.items(), 1):
        files[f"{name}.{ending}"] = make(plain[number])
        assert files[f"{name}.{ending}"] != plain[number]
    return judged(files, len(files))


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_return_gives_the_same_values_in_every_container(name: str) -> None:
    found = read_together()[f"{name}.{CONTAINERS[name][0]}"]

    assert found == read_together()[PLAIN]
    assert len(found.values) > 200


@needs_office
def test_an_xls_from_1904_has_the_same_days(desk: Desk) -> None:
    for name, number, make in (("plain", 0, bytes), ("day", 1, from_1904)):
        (desk.folder / f"{name}.xlsx").write_bytes(make(saved(fresh("centre", number).book)))

    data = saved_as("xls", desk.folder / "day.xlsx", desk.folder / "saved").read_bytes()

    found = judged({PLAIN: (desk.folder / PLAIN).read_bytes(), "day.xls": data}, units=2)
    assert found["day.xls"] == found[PLAIN]
    assert [value for key, value in found[PLAIN].values.items() if key[2] == "report_date"] == [REPORTED.toordinal()]


def test_a_workbook_with_macros_is_looked_at_as_any_xlsx() -> None:
    sound = preflight(with_macros(valid("village")))

    assert isinstance(sound, Sound)
    assert sound.container == "xlsx"


# What a container may hide


def in_cell(
    desk: Desk, name: str, save: Callable[[Workbook], bytes], sheet: str, address: str, value: object
) -> list[tuple[str, str, str]]:
    paper = fresh("centre", 0)
    paper.page(sheet)[address].value = value
    path = desk.folder / name
    path.write_bytes(save(paper.book))
    return [(each.code.code, each.place.cell, each.given) for each in inspect([path])]


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NUM!", "#NAME?", "#NULL!"])
def test_an_error_value_of_an_xlsb_is_not_taken_for_a_blank(error: str, desk: Desk) -> None:
    assert in_cell(desk, "error.xlsb", saved_as_xlsb, "funds", "E8", error) == [("C15", "E8", error)]


def test_a_day_without_its_look_is_asked_about_wherever_days_are_counted_from(desk: Desk) -> None:
    """A bare number may be a day: it is taken as most programs count, and shown."""
    anchor = anchors(form_of("centre").sheet("cover"))["report_date"]

    found = in_cell(desk, "bare.xlsx", lambda book: each_sheet(from_1904(saved(book)), bare_days), "cover", anchor, date(2026, 11, 5))  # fmt: skip

    assert (Code.DATE_IN_DOUBT.code, anchor) in [(code, cell) for code, cell, _ in found]
    assert {code for code, *_ in found} == {Code.DATE_IN_DOUBT.code}


def bare_days(body: bytes) -> bytes:
    """Take the look off every cell that holds a number."""
    return re.sub(rb'(<c r="[A-Z]+\d+") s="\d+"(?: t="n")?(><v>\d{5}</v>)', rb"\1\2", body)


def test_a_cut_xlsb_is_read_as_far_as_it_goes_or_refused(desk: Desk) -> None:
    parts = dict(parts_of(xlsb(valid("centre"))))
    page = next(name for name in parts if name.endswith("sheet3.bin"))
    path, messages = desk.folder / "cut.xlsb", []

    for kept in range(0, len(parts[page]), len(parts[page]) // 7):
        path.write_bytes(zipped(list((parts | {page: parts[page][:kept]}).items())))
        messages += [finding.message for finding in inspect([path])]

    assert messages
    assert all(messages)


def test_a_cell_far_away_in_an_xlsb_is_named_as_in_an_xlsx(desk: Desk) -> None:
    made = desk.fill("centre", "funds", "|  | B | C |\n| 7 | Mua sách | 5 |")
    far = struct.pack("<BBIIHHBI", 0, 17, 65535, 0, 300, 0, 0, 0) + struct.pack("<BBIId", 5, 16, 255, 0, 1.0)

    def beyond(name: str, body: bytes) -> bytes:
        end = body.rfind(b"\x92\x01\x00")
        return body[:end] + far + body[end:] if name.startswith("xl/worksheets/") else body

    path = desk.folder / "xa.xlsb"
    path.write_bytes(each_part(xlsb(made.read_bytes()), beyond))

    ((code, sheet, cell),) = [(each.code.code, each.place.sheet, each.place.cell) for each in inspect([path])]
    assert (code, cell) == ("F26", "IV65536")
    assert sheet != ""
