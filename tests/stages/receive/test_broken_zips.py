"""Zips cut, joined, or with a directory that does not name what lies in them: what is in them is read or named, and never is one
of their members taken for the whole.
"""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from time import perf_counter

import pytest

from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.pipeline.terms.in_force import admissible
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load, unpack
from tests.mutations.breaking import parts_of, zipped
from tests.stages.receive.test_unpack import message

SAMPLE = Path("input_templates/sample/2026")
T02, D05 = (next(SAMPLE.glob(f"{unit}*")).read_bytes() for unit in ("T02", "D05"))
TWO = (("T02.xlsx", T02), ("D05.xlsx", D05))
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED


def packed(*files: tuple[str, bytes], method: int = STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


class Pipe(io.RawIOBase):
    """Where nobody can go back, so that the sizes of a file are said behind it."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self.data += bytes(piece)
        return len(piece)


def streamed(*files: tuple[str, bytes], method: int = DEFLATED) -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return pipe.data


def said(folder: Path, data: bytes, name: str = "a.zip") -> dict[str, str]:
    """What becomes of a file and of all that it holds: the unit of what is accepted, else the code of its finding."""
    inbox = folder / str(len(list(folder.iterdir())))
    inbox.mkdir()
    (inbox / name).write_bytes(data)
    arrivals = [receive(item, 0, admissible()) for item in unpack(inbox, inbox / name)]
    return {
        one.submission.file.removeprefix(name).removeprefix(" › "): one.submission.unit
        if one.submission.status is Status.ACCEPTED
        else one.findings[0].code.code
        for one in arrivals
    }


def without_entry(data: bytes, number: int) -> bytes:
    """The same zip, but its directory does not name one of its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    entries = [b"PK\x01\x02" + entry for entry in data[start:-22].split(b"PK\x01\x02")[1:]]
    kept = b"".join(entry for at, entry in enumerate(entries) if at != number)
    count = len(entries) - 1
    return data[:start] + kept + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(kept), start, 0)


def moved_by(distance: int, data: bytes) -> bytes:
    """The same zip, whose directory counts from so many bytes before it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at, start = archive.start_dir, archive.start_dir
        moved = bytearray(data)
        for entry in archive.infolist():
            struct.pack_into("<L", moved, at + 42, entry.header_offset + distance)
            lengths = struct.unpack_from("<3H", moved, at + 28)
            at += 46 + sum(lengths)
    struct.pack_into("<L", moved, len(data) - 6, start + distance)
    return bytes(moved)


# Cut


def test_an_archive_whose_end_was_cut_gives_the_files_that_are_whole_and_is_said_to_be_damaged(tmp_path: Path) -> None:
    for data in (packed(*TWO), packed(*TWO, method=DEFLATED), streamed(*TWO), streamed(*TWO, method=STORED)):
        assert said(tmp_path, data[:-40]) == {"": "F55", "T02.xlsx": "T02", "D05.xlsx": "D05"}


def test_a_file_in_which_the_archive_was_cut_is_named_as_broken(tmp_path: Path) -> None:
    for pack in (packed, streamed):
        assert said(tmp_path, pack(*TWO)[:-5000]) == {"": "F55", "T02.xlsx": "T02", "D05.xlsx": "F02"}


def test_the_only_file_of_a_cut_archive_is_not_taken_for_the_archive(tmp_path: Path) -> None:
    assert said(tmp_path, packed(TWO[0])[:-10], "T02.xlsx") == {"": "F55", "T02.xlsx": "T02"}


def test_what_is_said_of_a_cut_archive_is_how_it_is_damaged_and_what_came_out(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(*TWO, ("anh.png", b"x"))[:-40])

    (finding,) = receive(unpack(tmp_path, tmp_path / "a.zip")[0], 0, admissible()).findings

    assert finding.message == (
        "Tệp chứa này bị hỏng (bị cắt ở cuối hoặc tải về chưa hết). Đã lấy ra 2 tệp, có thể còn tệp khác không lấy ra "
        "được; không đọc “anh.png”. Hãy đối chiếu với đơn vị, hoặc đề nghị gửi lại."
    )


def test_an_archive_cut_inside_another_or_in_a_message_is_named_there(tmp_path: Path) -> None:
    inner = ("trong.zip", packed(*TWO)[:-40])
    named = {"": "F30", "trong.zip": "F55", "trong.zip › T02.xlsx": "T02", "trong.zip › D05.xlsx": "D05"}

    assert said(tmp_path, packed(inner)) == said(tmp_path, bytes(message(inner)), "thu.eml") == named


def test_a_cut_workbook_is_broken_though_a_whole_workbook_is_set_into_it(tmp_path: Path) -> None:
    data = packed(
        ("[Content_Types].xml", b"<Types/>"), ("xl/embeddings/a.xlsx", D05), ("xl/workbook.xml", b"<workbook/>")
    )

    assert said(tmp_path, data[:-60], "a.xlsx") == {"": "F01"}


def test_an_archive_that_has_nobody_find_where_its_files_end_is_not_gone_through(tmp_path: Path) -> None:
    whole = streamed(("T02.xlsx", b"x"))
    endless = whole[: whole.index(b"PK\x07\x08")] + b"PK\x07\x08" * 3_000_000

    begun = perf_counter()

    assert said(tmp_path, endless) == {"": "F01"}
    assert perf_counter() - begun < 5


# Joined


def test_of_two_archives_put_one_behind_the_other_both_are_read(tmp_path: Path) -> None:
    assert said(tmp_path, packed(TWO[0]) + packed(TWO[1])) == {
        "": "F30", "phần 1 › T02.xlsx": "T02", "phần 2 › D05.xlsx": "D05",
    }  # fmt: skip


def test_so_are_two_workbooks_of_which_a_reader_sees_the_last(tmp_path: Path) -> None:
    assert said(tmp_path, T02 + D05, "a.xlsx") == {"": "F30", "phần 1": "T02", "phần 2": "D05"}
    assert not isinstance(preflight(T02 + D05), Sound)


def test_a_cut_archive_with_another_behind_it_is_damaged_and_the_other_is_read(tmp_path: Path) -> None:
    assert said(tmp_path, packed(TWO[0])[:-40] + packed(TWO[1])) == {
        "": "F30", "phần 1": "F55", "phần 1 › T02.xlsx": "T02", "phần 2 › D05.xlsx": "D05",
    }  # fmt: skip


def test_an_archive_with_a_cut_one_behind_it_keeps_its_files(tmp_path: Path) -> None:
    assert said(tmp_path, packed(TWO[0]) + packed(TWO[1])[:-40]) == {
        "": "F30", "phần 1 › T02.xlsx": "T02", "phần 2": "F55", "phần 2 › D05.xlsx": "D05",
    }  # fmt: skip


@pytest.mark.parametrize("rest", [b"Rar!\x1a\x07", b"%PDF-1.7", OLE + bytes(600)])
def test_a_file_of_another_kind_behind_an_archive_is_named(rest: bytes, tmp_path: Path) -> None:
    assert list(said(tmp_path, packed(TWO[0]) + rest)) == ["", "phần 1 › T02.xlsx", "phần 2"]


def test_an_old_workbook_behind_a_new_one_is_named_too(tmp_path: Path) -> None:
    assert said(tmp_path, T02 + b"\r\n" + OLE + bytes(600), "a.xlsx") == {"": "F30", "phần 1": "T02", "phần 2": "F02"}


@pytest.mark.parametrize("rest", [bytes(1000), b"\r\n", b"\r\n--bien--\r\n"])
def test_a_workbook_with_what_some_programs_leave_behind_it_is_the_workbook(rest: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, T02 + rest, "a.xlsx") == {"": "T02"}


# A directory that does not name all


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("pack", [packed, streamed])
def test_a_file_that_the_directory_does_not_name_is_read_and_the_directory_is_called_damaged(
    pack: Callable[..., bytes], number: int, tmp_path: Path
) -> None:
    assert said(tmp_path, without_entry(pack(*TWO), number)) == {"": "F55", "T02.xlsx": "T02", "D05.xlsx": "D05"}


def test_a_workbook_that_keeps_an_older_state_of_a_part_is_the_workbook(tmp_path: Path) -> None:
    older = packed(("xl/styles.xml", b"<old/>"))[: -len(packed()) - 46 - len("xl/styles.xml")]
    moved = moved_by(len(older), T02)

    assert said(tmp_path, older + moved, "a.xlsx") == {"": "T02"}


# A document, or an archive


@pytest.mark.parametrize(
    "beside",
    ["Word/x.docx", "word/x.docx", "xl/x.docx", "PPT/x.docx", "xl\\x.docx", "_rels/x.docx", "content.xml", "mimetype", "[Content_Types].xml",
     "docProps/x.docx", "META-INF/x.docx"],
)  # fmt: skip
@pytest.mark.parametrize("order", [1, -1])
def test_an_archive_is_one_whatever_its_folders_and_files_are_called(beside: str, order: int, tmp_path: Path) -> None:
    files = [(beside, b"<a/>"), ("Excel/T02.xlsx", T02)][::order]

    for name in ("a.zip", "a.xlsx"):
        taken = {"": "F30", beside.replace("\\", "/"): "F01", "Excel/T02.xlsx": "T02"}
        assert said(tmp_path, packed(*files), name) == taken
        assert said(tmp_path, packed(*files)[:-40], name) == taken | {"": "F55"}


@pytest.mark.parametrize("folder", ["Word", "xl", "ppt", "XL"])
def test_a_workbook_in_a_folder_that_is_called_like_one_of_a_document_is_read(folder: str, tmp_path: Path) -> None:
    for name in ("a.zip", "a.xlsx"):
        assert said(tmp_path, packed((f"{folder}/T02.xlsx", T02)), name) == {"": "F30", f"{folder}/T02.xlsx": "T02"}


def spelt(parts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [(name.upper().replace("/", "\\"), body) for name, body in parts]


@pytest.mark.parametrize("change", [list, lambda parts: parts[::-1], spelt])
@pytest.mark.parametrize("name", ["a.xlsx", "a.zip", "a"])
def test_a_workbook_is_one_in_whatever_order_and_spelling_its_parts_stand(
    change: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]], name: str, tmp_path: Path
) -> None:
    assert said(tmp_path, zipped(change(parts_of(T02))), name) == {"": "T02"}


MAIN = b'<Types><Override PartName="/%b" ContentType="x"/></Types>'


@pytest.mark.parametrize(
    ("parts", "called"),
    [
        ({"[Content_Types].xml": MAIN % b"word/document.xml", "word/document.xml": b"<a/>"}, "văn bản Word"),
        ({"_rels/.rels": b"<a/>", "WORD\\document.xml": b"<a/>"}, "văn bản Word"),
        ({"ppt/presentation.xml": b"<a/>"}, "trình chiếu PowerPoint"),
        ({"[Content_Types].xml": MAIN % b"visio/document.xml", "visio/document.xml": b"<a/>"}, "tệp nén"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "tệp OpenDocument không phải bảng tính"),
    ],
)  # fmt: skip
def test_a_document_of_another_kind_is_one_thing_and_called_what_it_is(
    parts: dict[str, bytes], called: str, tmp_path: Path
) -> None:
    (tmp_path / "a.zip").write_bytes(packed(*parts.items()))

    (only,) = unpack(tmp_path, tmp_path / "a.zip")

    assert [finding.given for finding in receive(only, 0, admissible()).findings] == [called]


# Messages


def before(name: bytes, letter: bytes) -> bytes:
    """A message up to the head of the part with this name."""
    return letter[: letter.rindex(b"\n--", 0, letter.index(name)) + 5]


def test_a_message_whose_end_was_cut_gives_what_is_whole_and_is_said_to_be_damaged(tmp_path: Path) -> None:
    whole = bytes(message(*TWO))

    assert said(tmp_path, whole, "thu.eml") == {"": "F30", "T02.xlsx": "T02", "D05.xlsx": "D05"}
    assert said(tmp_path, whole[:-5000], "thu.eml") == {"": "F55", "T02.xlsx": "T02", "D05.xlsx": "F01"}
    assert said(tmp_path, before(b"D05.xlsx", whole), "thu.eml") == {"": "F55", "T02.xlsx": "T02"}
    assert said(tmp_path, before(b"T02.xlsx", whole), "thu.eml") == {"": "F55"}


def test_the_last_message_of_a_cut_mailbox_and_one_that_was_forwarded_cut_are_named(tmp_path: Path) -> None:
    first, last = bytes(message(TWO[0], subject="Một")), bytes(message(*TWO, subject="Hai"))
    cut = before(b"D05.xlsx", last)
    box = b"".join(b"From a@example.vn Fri Nov 20 15:30:00 2026\n" + each + b"\n" for each in (first, cut))

    assert said(tmp_path, box, "thu.mbox") == {
        "": "F30", "1. Một › T02.xlsx": "T02", "2. Hai": "F55", "2. Hai › T02.xlsx": "T02",
    }  # fmt: skip
    assert said(tmp_path, bytes(message(("hai.eml", cut))), "thu.eml") == {
        "": "F30", "hai.eml": "F55", "hai.eml › T02.xlsx": "T02",
    }  # fmt: skip


# Whatever happens to an archive


UNITS = [f"U{number}.xlsx" for number in range(6)]


@cache
def small(name: str) -> bytes:
    return packed(("[Content_Types].xml", MAIN % b"xl/workbook.xml"), ("xl/workbook.xml", b"<workbook/>" + name.encode()), method=random.Random(name).choice([STORED, DEFLATED]))  # fmt: skip


def harmed(chance: random.Random, data: bytes) -> bytes:
    """What is left of a file whose end, or some piece, was lost, or behind which it came a second time, or its beginning did."""
    at = chance.randrange(4, len(data))
    return chance.choice([
        data, data[:at], data[: -chance.randrange(1, 120)], data[:at] + data[at + chance.randrange(1, 400) :],
        data + data[:at], b"PK\x05\x06" + bytes(18) + data, data + bytes(at),
    ])  # fmt: skip


def broken(chance: random.Random) -> tuple[list[str], bytes]:
    """Some names, and what is left of one or two archives that held files of these names."""
    names = chance.sample(UNITS, chance.randrange(2, 6))
    half = chance.randrange(1, len(names) + 1)
    packs = [partial(pack, method=method) for pack in (packed, streamed) for method in (STORED, DEFLATED)]
    archives = [
        chance.choice(packs)(*((name, small(name)) for name in group))
        for group in (names[:half], names[half:])
        if group
    ]
    return names, harmed(chance, b"".join(harmed(chance, archive) for archive in archives))


def is_named(item: Item, names: list[str]) -> bool:
    return any(name in item.name for name in names)


def is_called_damaged(item: Item) -> bool:
    """Whether a file is said to be damaged: what holds others, and what is none of those that were packed and no workbook."""
    if item.taken:
        return bool(item.taken.damage)
    return bool(item.fault) or (not is_named(item, UNITS) and isinstance(preflight(load(item)), Fault))


def test_of_whatever_is_left_of_archives_each_file_is_named_or_something_is_called_damaged(tmp_path: Path) -> None:
    chance, lost = random.Random(16), []
    for number in range(150):
        names, data = broken(chance)
        (tmp_path / f"{number}.zip").write_bytes(data)
        items = unpack(tmp_path, tmp_path / f"{number}.zip")
        if not any(map(is_called_damaged, items)):
            lost += [
                (name, data)
                for name in names
                if name.encode() in data and not any(is_named(item, [name]) for item in items)
            ]

    assert lost == []
