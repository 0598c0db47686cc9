"""What is no honest return is refused with a sentence before any library opens it; what is honest, however big, is not."""

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.stages.receive import trial as trials
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.trial import trial
from tests.drawing import Desk, blank
from tests.stages.receive.compound import compound, in_a_circle

SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ODS_HEAD = (
    b'<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    b'<office:body><office:spreadsheet><table:table table:name="Thu">'
)
ODS_TAIL = b"</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = (
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    b'<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    b"</manifest:manifest>"
)
ONE_ODS_CELL = b'<table:table-cell office:value-type="float" office:value="1"/>'


def workbook(rows: bytes, after: bytes = b"", **parts: bytes) -> bytes:
    """A workbook whose one sheet holds these rows; `parts` are put in, or take the place of those that are there."""
    plain = io.BytesIO()
    book = Workbook()
    book.active.title = "Thử"
    book.save(plain)
    with zipfile.ZipFile(plain) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    return zipped(found | {SHEET: HEAD + rows + b"</sheetData>" + after + b"</worksheet>"} | parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return made.getvalue()


def opendocument(rows: bytes) -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": ODS_MANIFEST, "content.xml": ODS_HEAD + rows + ODS_TAIL})


def cell(address: str, value: str = "1") -> bytes:
    return f'<c r="{address}"><v>{value}</v></c>'.encode()


def row(number: int, cells: bytes) -> bytes:
    return b'<row r="%d">%b</row>' % (number, cells)


def refused(data: bytes) -> Fault:
    found = preflight(data)
    assert isinstance(found, Fault)
    return found


def sound(data: bytes) -> Sound:
    found = preflight(data)
    assert isinstance(found, Sound), found
    return found


# What looks like a workbook, or does not

NAMES = " ".join(f'xmlns:n{at}="urn:oasis:names:tc:opendocument:xmlns:name-{at}:1.0"' for at in range(100))
FODS = f'<?xml version="1.0"?><office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'.encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tệp rỗng"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"\xff\xd8\xff\xe0", "ảnh chụp"),
        (b"\0\0\0\x18ftypheic", "ảnh hoặc phim từ điện thoại"),
        (b"Rar!\x1a\x07\0", "tệp nén RAR"),
        (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
        (b"<html><table><tr><td>1</td></tr></table>", "trang web HTML"),
        ("\ufeff<!DOCTYPE html><html>".encode(), "trang web HTML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "XML 2003"),
        ("STT,Họ tên\n1,Nguyễn Văn A\n".encode(), "văn bản CSV"),
        (
            b"[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nURL=https://a.vn",
            "trang web",
        ),
        (b"#!/usr/bin/env xdg-open\n[Desktop Entry]\nType=Link\n", "trên máy của người gửi"),
        (FODS, "OpenDocument ghi trong một tệp XML (.fods)"),
        (b"MZ\x90\0" + bytes(60), "chương trình chạy được"),
        (b"Kinh gui UBND xa", "tệp văn bản"),
        (b"\x00\x01\x02\x03", "không nhận ra loại tệp"),
        (b"PK\x03\x04 cut short", "tệp nén bị hỏng hoặc tải về chưa hết"),
        (zipped({"word/document.xml": b"<w/>"}), "văn bản Word"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "trình chiếu PowerPoint"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument không phải bảng tính"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(data: bytes, words: str) -> None:
    found = refused(data)

    assert found.code is Code.NOT_A_WORKBOOK
    assert words in found.given


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_in_a_way_that_no_office_program_opens_is_called_so(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as odd, zipfile.ZipFile(io.BytesIO(blank("village", 2026))) as usual:
        for name in usual.namelist():
            odd.writestr(name, usual.read(name))

    assert refused(out.getvalue()) == Fault(Code.UNREADABLE, "nén theo cách chương trình không mở được")


def test_a_file_cut_short_anywhere_is_refused_and_never_raises() -> None:
    whole = blank("village", 2026)

    for kept in range(0, len(whole), len(whole) // 37):
        assert isinstance(preflight(whole[:kept]), Fault), kept


# What swells


def test_a_part_that_swells_a_thousand_times_is_a_bomb() -> None:
    bomb = workbook(row(1, cell("A1")), **{"xl/sharedStrings.xml": bytes(60 << 20)})

    assert refused(bomb).code is Code.SWELLS


def test_parts_that_come_to_more_than_the_most_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.receive.preflight.zipped._UNPACKED", 1000)

    assert refused(workbook(row(1, cell("A1")))).code is Code.SWELLS


def test_a_part_larger_than_its_zip_says_is_refused() -> None:
    honest = workbook(b"".join(row(number, cell(f"A{number}")) for number in range(1, 2000)))
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        said = archive.getinfo(SHEET).file_size.to_bytes(4, "little")

    assert refused(honest.replace(said, (1000).to_bytes(4, "little"))).code is Code.UNREADABLE


def test_a_zip_of_very_many_parts_is_refused_before_its_directory_is_read() -> None:
    assert refused(zipped({f"{number}": b"" for number in range(2001)})).code is Code.TOO_MANY_PARTS


def test_a_file_of_more_than_50_megabytes_is_not_looked_into() -> None:
    assert refused(b"PK\x03\x04" + bytes(50 << 20)).code is Code.FILE_TOO_LARGE


# What no office program writes


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/passwd", "C:\\x.xml", "xl\\..\\..\\x.xml"])
def test_a_part_that_leaves_its_folder_is_refused(name: str) -> None:
    assert refused(workbook(b"", **{name: b"x"})).code is Code.PARTS_ASTRAY


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    made = io.BytesIO(workbook(b""))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(SHEET, b"other")

    assert refused(made.getvalue()) == Fault(Code.PARTS_ASTRAY, SHEET)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_whatever_part_and_encoding(encoding: str) -> None:
    attack = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'.encode(encoding)

    found = refused(workbook(row(1, cell("A1")), **{"xl/sharedStrings.xml": attack}))

    assert found == Fault(Code.DECLARES, "xl/sharedStrings.xml")


# Passwords


def test_a_zip_with_locked_parts_asks_for_its_password_to_be_taken_off() -> None:
    data = bytearray(workbook(row(1, cell("A1"))))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1

    assert refused(bytes(data)).code is Code.PASSWORD


# Cells


def test_a_cell_at_the_end_of_the_world_is_blamed_by_sheet_and_address() -> None:
    found = refused(workbook(row(1, cell("A1")) + row(1_048_576, cell("XFD1048576"))))

    assert (found.code, found.sheet, found.cell) == (Code.FAR_CELL, "Thử", "XFD1048576")


@pytest.mark.parametrize(
    ("address", "fault"), [("Y200000", False), ("Y200001", True), ("ALL5000", False), ("ALM5000", True)]
)
def test_far_is_where_more_than_five_million_cells_must_be_laid_out(address: str, fault: bool) -> None:
    number = int("".join(filter(str.isdigit, address)))

    assert isinstance(preflight(workbook(row(number, cell(address)))), Fault) is fault


@pytest.mark.parametrize(("address", "fault"), [("XFD9", False), ("XFE9", True), ("ZZZZ9", True)])
def test_a_cell_in_a_column_that_no_sheet_has_is_damage(address: str, fault: bool) -> None:
    found = preflight(workbook(row(9, cell(address))))

    assert (isinstance(found, Fault) and (found.code, found.cell) == (Code.UNREADABLE, address)) is fault


def test_blank_formatted_cells_lie_as_far_as_they_like() -> None:
    assert not sound(workbook(row(1, cell("A1")) + row(1_048_576, b'<c r="XFD1048576" s="3"/>'))).doubtful


def test_a_million_formatted_blank_rows_are_honest() -> None:
    rows = b"".join(
        b'<row r="%d" s="1"><c r="A%d" s="1"/><c r="J%d" s="1"/></row>' % (n, n, n) for n in range(2, 1_000_001)
    )

    assert not sound(workbook(row(1, cell("A1")) + rows)).doubtful


def test_a_flood_of_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.receive.preflight.inside._FILLED", 100)
    monkeypatch.setattr("learnsoc_xlsx.stages.receive.preflight.spread._FEW", 0)
    cells = [row(number, cell(f"A{number}")) for number in range(1, 102)]

    assert refused(workbook(b"".join(cells))) == Fault(Code.TOO_MANY_CELLS, "101", "100")
    assert sound(workbook(b"".join(cells[:100])))


def test_a_merge_over_the_whole_sheet_is_blamed_at_its_range() -> None:
    merges = b'<mergeCells count="2"><mergeCell ref="A3:F3"/><mergeCell ref="A5:XFD1048576"/></mergeCells>'

    found = refused(workbook(row(1, cell("A1")), merges))

    assert (found.code, found.sheet, found.cell) == (Code.HUGE_MERGE, "Thử", "A5:XFD1048576")


@pytest.mark.parametrize(
    "rows",
    [
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        b'<row r="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="XFD1048576" x="/>"><v>1</v></c></row>',
        b"<row><c><v>1</v></c></row>",
    ],
)
def test_a_sheet_in_an_unusual_spelling_is_never_passed_without_a_trial(rows: bytes) -> None:
    found = preflight(workbook(row(1, cell("A1")) + rows))

    assert isinstance(found, Fault) or found.doubtful


def test_a_sheet_that_hides_in_another_part_is_looked_at_there() -> None:
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="odd.bin"/></Relationships>'
    )
    far = HEAD + row(1_048_576, cell("XFD1048576")) + b"</sheetData></worksheet>"

    found = refused(workbook(b"", **{"xl/_rels/workbook.xml.rels": links, "xl/odd.bin": far}))

    assert found.code is Code.FAR_CELL


# .ods


def test_a_value_repeated_over_a_million_rows_is_refused_at_its_cell() -> None:
    rows = b'<table:table-row table:number-rows-repeated="1048576">' + ONE_ODS_CELL * 9 + b"</table:table-row>"

    assert refused(opendocument(rows)).code is Code.TOO_MANY_CELLS


def test_a_far_cell_of_an_ods_is_blamed_by_sheet_and_address() -> None:
    far = (
        b'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        + ONE_ODS_CELL
        + b"</table:table-row>"
    )
    rows = b'<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>' + far

    found = refused(opendocument(rows))

    assert (found.code, found.sheet, found.cell) == (Code.FAR_CELL, "Thu", "XFD1048576")


def test_empty_formatted_rows_of_an_ods_repeat_as_often_as_they_like() -> None:
    rows = (
        b"<table:table-row>"
        + ONE_ODS_CELL
        + b'<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        b'<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:style-name="ce1" '
        b'table:number-columns-repeated="16384"/></table:table-row>'
    )

    data = opendocument(rows)
    assert not sound(data).doubtful
    assert trial(data, "ods") is None


def test_an_ods_with_a_password_asks_for_it_to_be_taken_off() -> None:
    locked = {"META-INF/manifest.xml": b"<manifest:encryption-data/>", "content.xml": b"\x00 no XML"}

    assert refused(zipped(locked)).code is Code.PASSWORD


def test_an_ods_that_calls_its_tables_otherwise_is_read_on_trial() -> None:
    content = (ODS_HEAD + b"<table:table-row>" + ONE_ODS_CELL + b"</table:table-row>" + ODS_TAIL).replace(
        b"<table:", b"<t:"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    renamed = content.replace(b"xmlns:table=", b"xmlns:t=")

    assert sound(zipped({"mimetype": kind, "content.xml": renamed})).doubtful


# Honest and big


def test_twenty_thousand_households_in_one_list_are_read() -> None:
    line = b'<row r="%d">' + b"".join(cell(f"{column_letter(column)}%d") for column in range(40)) + b"</row>"
    rows = b"".join(line % ((number,) * 41) for number in range(1, 20_008))

    assert not sound(workbook(rows)).doubtful


# The trial


def test_a_workbook_that_aborts_its_reader_takes_only_the_child_with_it() -> None:
    far = workbook(row(1, cell("A1")) + row(1_048_576, cell("XFD1048576")))

    found = trial(far, "xlsx")

    assert found is not None
    assert (found.code, found.given) == (Code.GAVE_UP, "cần quá nhiều bộ nhớ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process's memory so simply")
def test_one_long_text_that_very_many_cells_share_takes_the_child_s_memory_and_not_ours() -> None:
    shared = b'<c r="%b%d" t="s"><v>0</v></c>'
    rows = (
        row(n, b"".join(shared % (column_letter(column).encode(), n) for column in range(20))) for n in range(1, 2001)
    )
    text = HEAD.replace(b"<worksheet", b"<sst").replace(b"<sheetData>", b"<si><t>" + b"a" * 32_000) + b"</t></si></sst>"
    links = b"".join((
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        b'Target="worksheets/sheet1.xml"/></Relationships>',
    ))  # fmt: skip
    parts = {"xl/sharedStrings.xml": text, "xl/_rels/workbook.xml.rels": links}
    data = workbook(b"".join(rows), **parts)

    found = trial(data, "xlsx")

    assert sound(data).doubtful
    assert found is not None
    assert (found.code, found.given) == (Code.GAVE_UP, "cần quá nhiều bộ nhớ")


def test_a_strict_workbook_is_read_like_any_other(desk: Desk) -> None:
    loose = b"http://schemas.openxmlformats.org/"
    strict = b"http://purl.oclc.org/ooxml/"
    with zipfile.ZipFile(io.BytesIO(blank("village", 2026))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path, other = desk.folder / "strict.xlsx", desk.folder / "loose.xlsx"
    other.write_bytes(zipped(parts))
    for old, new in (
        (b"spreadsheetml/2006/main", b"spreadsheetml/main"),
        (b"officeDocument/2006/", b"officeDocument/"),
    ):
        parts = {name: body.replace(loose + old, strict + new) for name, body in parts.items()}
    path.write_bytes(zipped(parts))

    told, wanted = ([(each.code, each.place.cell) for each in inspect([each])] for each in (path, other))

    assert told == wanted


def test_a_workbook_that_is_not_done_in_time_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "PATIENCE", 1)
    monkeypatch.setattr(trials, "__name__", "asleep")
    (tmp_path / "asleep.py").write_text("import time\n\n\ndef main(_):\n    time.sleep(60)\n")
    monkeypatch.syspath_prepend(tmp_path)
    begun = time.monotonic()

    found = trial(b"", "xls")

    assert found is not None
    assert (found.code, found.given) == (Code.GAVE_UP, "quá thời gian mà chưa xong")
    assert time.monotonic() - begun < 10


def test_a_workbook_that_cannot_be_read_says_so() -> None:
    assert trial(b"nonsense", "xls") == Fault(Code.UNREADABLE, "nội dung bị hỏng")


def test_what_a_doubtful_file_does_to_its_reader_is_a_finding_and_not_the_end(desk: Desk) -> None:
    bad = desk.folder / "la.xlsx"
    bad.write_bytes(
        workbook(b"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")
    )

    assert [each.code for each in inspect([bad])] == [Code.GAVE_UP]


def test_a_process_of_a_pool_may_have_its_own_child(desk: Desk) -> None:
    script = (
        "from concurrent.futures import ProcessPoolExecutor as P; from learnsoc_xlsx.stages.receive.trial import trial\n"
        "if __name__ == '__main__': print(P(1).submit(trial, b'nonsense', 'xls').result().code.code)"
    )
    place = desk.folder / "pool.py"
    place.write_text(script)

    ended = subprocess.run([sys.executable, str(place)], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": "."}, check=True)  # fmt: skip

    assert ended.stdout.strip() == "F02"


@pytest.mark.parametrize("size", [0x3FFF_FFFF, 0x7FFF_FFFF])
def test_an_xls_that_goes_round_in_a_circle_is_broken_and_known_at_once(size: int) -> None:
    data = in_a_circle(compound({"Workbook": b"\x09\x08" * 2500}), "Workbook", size)
    begun = time.monotonic()

    found = preflight(data)

    assert found == Fault(Code.UNREADABLE, "nội dung bị hỏng hoặc tải về chưa hết")
    assert time.monotonic() - begun < 1
