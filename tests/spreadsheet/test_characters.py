"""What XML forbids is taken out of whatever comes in, and named; whatever goes out opens whole."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.spreadsheet.package.proof import prove
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.mark.package import NotEditable
from learnsoc_xlsx.stages.reply.mark.review import Heading
from learnsoc_xlsx.stages.template.template import template
from tests.books import opened, saved
from tests.mutations.breaking import parts_of, zipped
from tests.mutations.returns import AS_OF, faultless, register
from tests.runs import run_into

TYPED = b"Ly#Van"
HEADING = Heading("CÁC ĐIỂM CẦN XEM LẠI", "Thôn Thử · Năm 2026", "Hãy sửa ngay trên tệp này rồi gửi lại.")


@cache
def village() -> bytes:
    """A village's form with its cover and one list, whose first bears a name."""
    form = form_of("village", 2026)
    few = tuple(sheet for sheet in form.sheets if sheet.id in {"cover", "households"})
    return template(replace(form, sheets=few), Prefill("T01", "Thôn Thử", {"households": [{"head": TYPED.decode()}]}))


def typed(folder: Path, name: bytes) -> Path:
    """A village's return in whose list of households the first bears this name, in these bytes."""
    path = folder / "village.xlsx"
    path.write_bytes(zipped([(part, body.replace(TYPED, name)) for part, body in parts_of(village())]))
    return path


def name_read(path: Path) -> str:
    tables = intake(Task(tuple(enumerate(unpack(path.parent, path))))).tables
    (table,) = (table for table in tables if table.sheet.id == "households")
    return str(table.rows["head"].iloc[0])


@pytest.mark.parametrize(
    ("name", "read"),
    [
        (b"Ly\x01Van", "LyVan"),
        (b"Ly\x0bVan", "Ly Van"),
        (b"Ly\x00Van", "LyVan"),
        (b"Ly&#1;Van", "LyVan"),
        (b"Ly&#x1F;Van", "LyVan"),
        (b"Ly_x0001_Van", "LyVan"),
        (b"Ly&#xFFFF;Van", "LyVan"),
        (b"Ly\xef\xbf\xbfVan", "LyVan"),
        (b"Ly&#xD800;Van", "LyVan"),
        (b"Ly_xD800_Van", "LyVan"),
        (b"Ly_xdfff_Van", "LyVan"),
        (b"Ly\xed\xa0\x80Van", "LyVan"),
        (b"L\xfd Van", "L Van"),
    ],
)
def test_a_forbidden_character_is_taken_out_at_reading_and_named_at_its_cell(
    name: bytes, read: str, tmp_path: Path
) -> None:
    path = typed(tmp_path, name)

    assert name_read(path) == read
    assert ("B7", "C18", read) in [(each.place.cell, each.code.code, each.given) for each in inspect([path])]


@pytest.mark.parametrize("name", [b"Ly_x000D_&#10;Van", b"Ly&#9;Van", b"L&#253;Van", b"Ly_x005F_x0001_Van"])
def test_what_xml_allows_is_no_finding(name: bytes, tmp_path: Path) -> None:
    assert "C18" not in [each.code.code for each in inspect([typed(tmp_path, name)])]


def parsed(data: bytes) -> int:
    """Parse every part of a workbook as strict readers do; how many there are."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        for name in names:
            ElementTree.fromstring(parts.read(name))
    return len(names)


def test_whatever_a_run_writes_opens_whole(tmp_path: Path) -> None:
    book = faultless("village")
    book["Gia đình"]["B7"], book["Gia đình"]["C7"] = "Lý\uffffVăn A", "bốn"
    book.create_sheet("Trang lạ")["A1"] = "1"
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "register.xlsx").write_bytes(register(1))
    whole = parts_of(saved(book))
    (inbox / "thôn\x01\x0b \uffff.xlsx").write_bytes(
        zipped([(name, body.replace("Trang lạ".encode(), b"Trang\x02la")) for name, body in whole])
    )

    run_into(inbox, tmp_path / "out", AS_OF)

    written = sorted(tmp_path.glob("out/**/*.xlsx"))
    assert sum(parsed(path.read_bytes()) for path in written) > 100
    assert [path.name for path in written if "phan_hoi" in str(path)]
    with zipfile.ZipFile(tmp_path / "out" / "Kiem_tra.xlsx") as check:
        links = [check.read(name).decode() for name in check.namelist() if name.endswith(".rels")]
    assert any("th%C3%B4n" not in text and "thôn%01%0B%20%EF%BF%BF.xlsx" in text for text in links)


def test_a_workbook_that_would_not_open_whole_is_not_moved_into_place() -> None:
    broken = zipped([("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", b"<sst>\x01</sst>")])

    with pytest.raises(CannotWrite, match=r"xl/sharedStrings\.xml"):
        prove(io.BytesIO(broken), "Tong_hop_2026.xlsx")


Spoil = Callable[[bytes], bytes]


def spoilt(part: str, change: Spoil) -> bytes:
    return zipped([(name, change(body) if name == part else body) for name, body in parts_of(village())])


@pytest.fixture(scope="module")
def a_finding(tmp_path_factory: pytest.TempPathFactory) -> Finding:
    book = opened(village())
    book["Gia đình"]["C7"] = "bốn"
    path = tmp_path_factory.mktemp("finding") / "village.xlsx"
    path.write_bytes(saved(book))
    return next(each for each in inspect([path]) if each.place.cell == "C7")


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "docProps/app.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("dirt", [b"\x01", b"&#1;", b"\xef\xbf\xbf", b"\xff"])
def test_a_sender_s_own_parts_come_into_the_answer_without_what_xml_forbids(
    part: str, dirt: bytes, a_finding: Finding
) -> None:
    came = spoilt(part, lambda body: body.replace(b"</", dirt + b"</", 1))

    answer = marked(came, [a_finding], HEADING)

    assert parsed(answer) > 10
    assert opened(answer).worksheets


def test_a_sender_s_part_that_is_no_xml_at_all_is_not_copied_into_an_answer(a_finding: Finding) -> None:
    with pytest.raises(NotEditable):
        marked(spoilt("docProps/app.xml", lambda body: body[:-20]), [a_finding], HEADING)
