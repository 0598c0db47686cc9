"""Pieces of a part: deflated apart, they open as one, wherever each was deflated."""

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.spreadsheet.package.pieces import Laid, Piece, finish, joined, lay, piece, unpacked
from learnsoc_xlsx.spreadsheet.package.proof import prove_laid

PART = "xl/worksheets/sheet1.xml"
ROWS = b'<row r="1"><c s="1"><v>7</v></c></row>' * 9
HEAD, TAIL = b"<worksheet><sheetData>", b"</sheetData></worksheet>"


def laid_into(file: Path, pieces: Sequence[Piece]) -> Laid:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("a.xml", "<a/>")
        laid = lay(book, PART, pieces)
        book.writestr("b.xml", "<b/>")
    finish(file, [laid])
    return laid


@pytest.mark.parametrize("parts", [(b"", b""), (b"a", b"bc"), (ROWS, b"\0" * 70_000), (bytes(range(256)) * 9, b"x")])
def test_the_checksum_of_two_stretches_is_reckoned_from_theirs(parts: tuple[bytes, bytes]) -> None:
    first, second = parts

    assert joined(zlib.crc32(first), zlib.crc32(second), len(second)) == zlib.crc32(first + second)


def test_pieces_lie_in_a_file_as_one_part_between_others(tmp_path: Path) -> None:
    kept = unpacked(piece(ROWS, whole=True).packed())
    laid_into(tmp_path / "a.xlsx", [piece(HEAD), kept, kept, piece(TAIL)])

    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert book.testzip() is None
        assert book.read(PART) == HEAD + ROWS * 2 + TAIL
        assert (book.read("a.xml"), book.read("b.xml")) == (b"<a/>", b"<b/>")


def test_whoever_reads_from_the_front_finds_in_the_header_what_the_directory_says(tmp_path: Path) -> None:
    laid_into(tmp_path / "a.xlsx", [piece(HEAD), piece(ROWS), piece(TAIL)])

    data = (tmp_path / "a.xlsx").read_bytes()
    header = data.index(b"PK\x03\x04", 1)
    method, crc = data[header + 8], int.from_bytes(data[header + 14 : header + 18], "little")
    assert (method, crc) == (zipfile.ZIP_DEFLATED, zlib.crc32(HEAD + ROWS + TAIL))


@pytest.mark.parametrize(
    ("pieces", "opens"),
    [
        ([piece(HEAD), piece(ROWS, whole=True), piece(TAIL)], True),
        ([piece(HEAD), piece(ROWS), piece(TAIL)], True),
        ([piece(HEAD), piece(ROWS[:-1]), piece(TAIL)], False),
        ([piece(HEAD), piece(ROWS, whole=True), piece(TAIL[:-1])], False),
        ([piece(HEAD[:-1]), piece(ROWS, whole=True), piece(TAIL)], False),
    ],
    ids=["seen", "parsed", "broken rows", "broken end", "broken beginning"],
)
def test_what_was_not_seen_to_be_whole_is_parsed(tmp_path: Path, pieces: list[Piece], opens: bool) -> None:
    laid = laid_into(tmp_path / "a.xlsx", pieces)

    assert proved(tmp_path / "a.xlsx", laid) is opens


def test_rows_seen_to_be_whole_must_lie_there_as_they_were_laid(tmp_path: Path) -> None:
    rows = piece(ROWS, whole=True)
    laid = laid_into(tmp_path / "a.xlsx", [piece(HEAD), rows, piece(TAIL)])
    data = (tmp_path / "a.xlsx").read_bytes()
    (tmp_path / "a.xlsx").write_bytes(data.replace(rows.deflated, rows.deflated[:-9] + b"?" + rows.deflated[-8:]))

    assert not proved(tmp_path / "a.xlsx", laid)


def proved(file: Path, laid: Laid) -> bool:
    try:
        prove_laid(file, "a.xlsx", {PART: laid})
    except CannotWrite:
        return False
    return True
