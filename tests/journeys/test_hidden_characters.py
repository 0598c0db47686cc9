"""Characters that XML forbids or that hide, wherever people may write them: all that a run writes opens, and hides nothing."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.books import opened, saved
from tests.journeys.test_arrivals import DAY, REGISTER, of_few_units
from tests.journeys.test_arrivals import T02 as PLAIN
from tests.messages.letters import simple
from tests.mutations.breaking import parts_of, zipped
from tests.runs import run_into

FORBIDDEN = ("\x01", "\x02", "\x08", "\x0b", "\x0c", "\x0e", "\x1b", "\x1f", "\ufffe", "\uffff", "_xD800_", "_xDFFF_")
HIDING = ("\x7f", "\x85", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff")
WHOLE = "".join((*FORBIDDEN, *HIDING))
SHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]|_xD[8-F].."
)
_PLACE = "ZZTOP"


def with_characters(book: bytes) -> bytes:
    """A workbook in which the characters stand wherever the place is kept for them, raw, as some programs write them."""
    return zipped([(name, body.replace(_PLACE.encode(), WHOLE.encode())) for name, body in parts_of(book)])


@cache
def the_return() -> bytes:
    book = opened(PLAIN)
    book["Chỉ tiêu"]["D10"].value = f"ba {_PLACE} mươi"
    (row,) = [cell.row for cells in book["Công dân"].iter_rows() for cell in cells if cell.value == "Trần Thị Bình"]
    book["Công dân"].cell(row, 2).value = f"Trần {_PLACE}Thị Bình"
    book.create_sheet(f"La {_PLACE}")["A1"] = "1"
    return with_characters(saved(book))


@cache
def the_register() -> bytes:
    book = opened(of_few_units())
    for cells in book["Đơn vị"].iter_rows():
        for cell in cells:
            if cell.value in ("Thôn Đoài", "Thôn Thượng"):
                cell.value = f"{cell.value}{_PLACE}"
    return with_characters(saved(book))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hidden")
    (folder / "in").mkdir()
    (folder / "in" / REGISTER.name).write_bytes(the_register())
    of_files = "".join(char for char in (*FORBIDDEN, *HIDING) if len(char) == 1)
    (folder / "in" / f"T02 {of_files}.xlsx").write_bytes(the_return())
    words = "".join(char for char in HIDING if char != "\x85")  # no mail program writes it into a header
    letter = simple("Thôn <a@vi-du.invalid>", f"Báo cáo {words}", ("T02.xlsx", PLAIN), said=f"Xin {words} gia hạn")
    (folder / "in" / "thu.eml").write_bytes(letter)
    run_into(folder / "in", folder / "out", DAY)
    return folder / "out"


def texts(path: Path) -> Iterator[str]:
    """Every text of a file as a strict reader takes it."""
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as parts:
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    yield "".join(ElementTree.parse(io.BytesIO(parts.read(name))).getroot().itertext())
    else:
        yield path.read_bytes().decode()


OF_THE_OFFICER = {"Kiem_tra.xlsx", "findings.jsonl", "run.json"}
"""What quotes the name of a sheet as its sender spelt it: its cell is found by that."""


def test_all_that_is_written_opens_whole_and_nothing_for_the_council_or_a_unit_shows_what_hides(out: Path) -> None:
    found = {
        path.relative_to(out).as_posix(): text[max(mark.start() - 30, 0) : mark.end() + 10]
        for path in sorted(path for path in out.rglob("*") if path.is_file())
        for text in texts(path)
        if (mark := SHOWN.search(text))
        and path.name not in OF_THE_OFFICER
        and not (path.parent.parent.name == "phan_hoi" and path.suffix == ".xlsx")
    }

    assert found == {}


def test_each_forbidden_character_is_a_finding_at_its_cell(out: Path) -> None:
    findings = (out / "findings.jsonl").read_text(encoding="utf-8")

    assert '"cell":"D10","code":"C18"' in findings


def test_the_sender_s_own_workbook_comes_back_and_opens_whole(out: Path) -> None:
    (reply,) = out.glob("phan_hoi/2026/T02.xlsx")

    assert sum(1 for _ in texts(reply)) > 10


def test_every_name_of_a_file_that_is_written_is_plain(out: Path) -> None:
    assert [path.name for path in out.rglob("*") if SHOWN.search(path.name)] == []
