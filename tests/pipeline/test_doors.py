"""Two doors for mail, the mailbox (`collect`) and saved messages (`consolidate`): what the one opens the other opens too."""

import io
import struct
import zipfile
from base64 import encodebytes
from collections.abc import Callable
from pathlib import Path

import pytest

from learnsoc_xlsx.pipeline.commands.collect import collect
from learnsoc_xlsx.pipeline.settings.mailbox import Given
from learnsoc_xlsx.pipeline.settings.means import in_silence
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load, unpack
from tests.messages.letters import WORKBOOK, carrying, in_base64, in_quoted_printable, simple
from tests.stages.fetch.server import FakeImap, Stored
from tests.stages.receive.compound import compound
from tests.stages.receive.test_unpack import outlook, text
from tests.stages.receive.tnef import file, message, tnef

NAME = "Báo cáo.xlsx"
LETTER = simple("Thôn Đông <dong@vi-du.invalid>", "Gốc", (NAME, WORKBOOK))
FILE, RFC822, EML = (
    "Content-Type: application/octet-stream",
    "Content-Type: message/rfc822",
    "application/octet-stream; name=goc.eml",
)
APPLE = b"\0\5\x16\7\0\2\0\0" + bytes(60)
TNEF = "Content-Type: application/ms-tnef; name=winmail.dat"
Files = set[tuple[str, bytes]]


def as_file(transfer: str) -> bytes:
    return in_base64(f'{FILE}; name="=?utf-8?B?QsOhbyBjw6FvLnhsc3g=?="', WORKBOOK, transfer)


def forwarded(data: bytes) -> bytes:
    return carrying(RFC822, data)


def nested(depth: int) -> bytes:
    found = LETTER
    for _ in range(depth):
        found = forwarded(found)
    return found


def attached(name: str, data: bytes) -> bytes:
    return in_base64(f"{FILE}; name={name}", data)


def mbox(*letters: bytes) -> bytes:
    return b"".join(b"From dong@vi-du.invalid Fri Nov 20 15:30:00 2026\n" + each + b"\n" for each in letters)


def msg(name: str = NAME, data: bytes = WORKBOOK) -> bytes:
    properties = {name: value for name, value in outlook().items() if not name.startswith("__attach")}
    place = "__attach_version1.0_#00000000"
    return compound(properties | {f"{place}/__substg1.0_3707001F": text(name), f"{place}/__substg1.0_37010102": data})


def msg_in_msg() -> bytes:
    inside = {f"__attach_version1.0_#00000000/__substg1.0_3701000D/{name}": data for name, data in outlook().items()}
    return compound({"__properties_version1.0": bytes(32), "__substg1.0_0037001F": text("Chuyển tiếp")} | inside)


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, data)
    return made.getvalue()


def wholly_in_base64() -> bytes:
    """All parts of a letter in one block of base64, as some gateways send them on."""
    head, _, body = LETTER.partition(b"\n\n")
    return head + b"\nContent-Transfer-Encoding: base64\n\n" + encodebytes(body)


def emlx(letter: bytes) -> bytes:
    """A letter as Apple Mail keeps it: its length before it, and what that program notes behind it."""
    return b"%-10d\n" % len(letter) + letter + b'<?xml version="1.0"?>\n<plist version="1.0"><dict/></plist>\n'


def appledouble() -> bytes:
    """A letter with a file of a Mac's in its two halves, both under one name."""
    name = 'name="=?utf-8?B?QsOhbyBjw6FvLnhsc3g=?="'
    halves = (
        f"--C\nContent-Type: {kind}; {name}\nContent-Transfer-Encoding: base64\n\n{encodebytes(data).decode()}"
        for kind, data in (("application/applefile", APPLE), ("application/octet-stream", WORKBOOK))
    )
    return carrying("Content-Type: multipart/appledouble; boundary=C", ("".join(halves) + "--C--\n").encode())


def applesingle() -> bytes:
    return b"\0\5\x16\0\0\2\0\0" + bytes(16) + struct.pack(">HIII", 1, 1, 38, len(WORKBOOK)) + WORKBOOK


def in_zips(more: int) -> bytes:
    found = zipped(NAME, WORKBOOK)
    for _ in range(more):
        found = zipped("trong.zip", found)
    return found


def by_the_mailbox(data: bytes, folder: Path) -> Files:
    """The files that come out of a message that `collect` fetched, once its attachments lie in INBOX."""
    with FakeImap({"INBOX": {1: Stored(data)}}) as box:
        found = collect(folder, Given("127.0.0.1", box.port, "xa", plain=True), lambda _: "mật khẩu", in_silence)
    kept = [(each.name, unpack(folder, folder / each.file)) for entry in found.entries for each in entry.kept]
    return {each for name, items in kept for each in ({(name, load(items[0]))} if len(items) == 1 else inside(items))}


def as_a_saved_message(data: bytes, folder: Path) -> Files:
    """The files that come out of the same message, saved into INBOX."""
    (folder / "thu.eml").write_bytes(data)
    return inside(unpack(folder, folder / "thu.eml"))


def inside(items: list[Item]) -> Files:
    names = (each.name.rpartition(" › ")[2] for each in items[1:])
    return {
        ("" if name.startswith("đính kèm không tên") else name, load(each))
        for name, each in zip(names, items[1:], strict=True)
    }


DOORS = pytest.mark.parametrize("door", [by_the_mailbox, as_a_saved_message])
Door = Callable[[bytes, Path], Files]


@DOORS
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(as_file("base64"), id="plain"),
        pytest.param(as_file("base64  "), id="blanks after base64"),
        pytest.param(as_file("base64\t"), id="a tab after base64"),
        pytest.param(as_file("base64; x=y"), id="a parameter after base64"),
        pytest.param(as_file("Base64 (MIME)"), id="a comment after base64"),
        pytest.param(as_file("(MIME) BASE64"), id="a comment before base64"),
        pytest.param(as_file('"base64"'), id="base64 in quotes"),
        pytest.param(as_file("\n base64"), id="base64 on the next line"),
        pytest.param(in_quoted_printable(f"{FILE}; name*=utf-8''B%C3%A1o%20c%C3%A1o.xlsx", WORKBOOK, "Quoted-Printable "), id="a blank after quoted-printable"),
        pytest.param(LETTER.replace(b"Content-Disposition: attachment", b"Content-Disposition: inline"), id="inline"),
        pytest.param(wholly_in_base64(), id="all parts in base64"),
        pytest.param(forwarded(LETTER), id="forwarded"),
        pytest.param(carrying(f"{RFC822}\nContent-Transfer-Encoding: 8bit ", LETTER), id="forwarded in 8bit"),
        pytest.param(carrying("Content-Type: message/global", LETTER), id="forwarded with names in UTF-8"),
        pytest.param(in_base64(RFC822, LETTER), id="forwarded in base64"),
        pytest.param(in_base64(RFC822, LETTER, "base64 "), id="forwarded in base64, a blank after that"),
        pytest.param(in_base64(RFC822, LETTER, "base64; x"), id="forwarded in base64, a parameter after that"),
        pytest.param(in_base64(RFC822, LETTER, "base64 (c)"), id="forwarded in base64, a comment after that"),
        pytest.param(in_base64(f"{RFC822}; name=goc.eml", LETTER), id="forwarded in base64, with a name"),
        pytest.param(in_quoted_printable(RFC822, LETTER), id="forwarded in quoted-printable"),
        pytest.param(in_base64(RFC822, in_base64(RFC822, LETTER)), id="forwarded in base64 twice"),
        pytest.param(nested(3), id="forwarded 3 times"),
        pytest.param(nested(8), id="forwarded 8 times"),
        pytest.param(in_base64(f"Content-Type: {EML}", LETTER), id="an .eml"),
        pytest.param(in_quoted_printable(f"Content-Type: {EML}", LETTER), id="an .eml in quoted-printable"),
        pytest.param(in_base64(f"Content-Type: {EML}", b"\xef\xbb\xbf" + LETTER), id="an .eml that begins with a BOM"),
        pytest.param(in_base64(f"Content-Type: {EML}", b"\r\n \r\n" + LETTER), id="an .eml that begins with blank lines"),
        pytest.param(in_base64(f"Content-Type: {EML}", LETTER.replace(b"\n", b"\r")), id="an .eml with lines ended by CR"),
        pytest.param(in_base64(f"Content-Type: {EML}", LETTER.decode().encode("utf-16")), id="an .eml in UTF-16"),
        pytest.param(attached("goc", LETTER), id="an .eml without its ending"),
        pytest.param(attached("goc.msg", msg()), id="a .msg"),
        pytest.param(attached("goc.msg", msg("goc.eml", LETTER)), id="an .eml in a .msg"),
        pytest.param(forwarded(attached("goc.msg", msg())), id="a .msg in what is forwarded"),
        pytest.param(attached("goc.mbox", mbox(LETTER)), id="an .mbox"),
        pytest.param(in_base64(TNEF, tnef(file(NAME, WORKBOOK))), id="a winmail.dat"),
        pytest.param(in_base64(TNEF, tnef(message(file(NAME, WORKBOOK)))), id="a message in a winmail.dat"),
        pytest.param(in_base64(TNEF, tnef(file("goc.eml", LETTER))), id="an .eml in a winmail.dat"),
        pytest.param(forwarded(in_base64(TNEF, tnef(file(NAME, WORKBOOK)))), id="a winmail.dat in what is forwarded"),
        pytest.param(attached("goc.msg", msg("winmail.dat", tnef(file(NAME, WORKBOOK)))), id="a winmail.dat in a .msg"),
        pytest.param(attached("goc.zip", zipped(NAME, WORKBOOK)), id="a .zip"),
        pytest.param(attached("goc.zip", zipped("goc.eml", forwarded(LETTER))), id="an .eml in a .zip"),
        pytest.param(forwarded(attached("goc.zip", zipped(NAME, WORKBOOK))), id="a .zip in what is forwarded"),
        pytest.param(b"\xef\xbb\xbf" + LETTER, id="begins with a BOM"),
        pytest.param(b"\r\n\r\n" + LETTER, id="begins with blank lines"),
        pytest.param(LETTER.replace(b"\n", b"\r\n"), id="lines ended by CR LF"),
        pytest.param(LETTER.replace(b"\n", b"\r"), id="lines ended by CR"),
        pytest.param(b"From dong@vi-du.invalid Fri Nov 20 15:30:00 2026\n" + LETTER, id="begins as in an .mbox"),
        pytest.param(as_file("x-base64"), id="base64 by an older name"),
        pytest.param(as_file("BASE-64"), id="base64 with a hyphen"),
        pytest.param(as_file("'base64',"), id="base64 in other quotes"),
        pytest.param(as_file("7bit"), id="base64 that is called 7bit"),
        pytest.param(as_file("base64").replace(b"Content-Transfer-Encoding: base64\n", b""), id="base64 that nobody calls so"),
        pytest.param(LETTER.replace(b"\n", b"\r\r\n"), id="lines ended by CR CR LF"),
        pytest.param(b">From dong@vi-du.invalid Fri Nov 20 15:30:00 2026\n" + LETTER, id="begins with a quoted From"),
        pytest.param(emlx(LETTER), id="of Apple Mail"),
        pytest.param(attached("goc.emlx", emlx(LETTER)), id="an .emlx"),
        pytest.param(attached("goc.zip", zipped("1.emlx", emlx(forwarded(LETTER)))), id="an .emlx in a .zip"),
        pytest.param(appledouble(), id="AppleDouble"),
        pytest.param(forwarded(appledouble()), id="AppleDouble in what is forwarded"),
        pytest.param(in_base64(f'{FILE}; name="=?utf-8?B?QsOhbyBjw6FvLnhsc3g=?="', applesingle()), id="AppleSingle"),
        pytest.param(attached("goc.zip", in_zips(2)), id="a .zip in a .zip in a .zip"),
        pytest.param(forwarded(attached("goc.zip", in_zips(2))), id="the same in what is forwarded"),
    ],
)  # fmt: skip
def test_a_report_comes_out_however_it_was_wrapped(data: bytes, door: Door, tmp_path: Path) -> None:
    assert door(data, tmp_path) == {(NAME, WORKBOOK)}


@DOORS
@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        pytest.param(in_base64(FILE, WORKBOOK), {("", WORKBOOK)}, id="a file without a name"),
        pytest.param(
            in_base64("Content-Type: text/csv\nContent-Disposition: attachment", WORKBOOK),
            {("", WORKBOOK)},
            id="a text without a name, attached",
        ),
        pytest.param(in_base64(FILE, LETTER), {(NAME, WORKBOOK)}, id="a message without a name"),
        pytest.param(
            in_base64(f"Content-Type: {EML}", WORKBOOK), {("goc.eml", WORKBOOK)}, id="a file that is called a message"
        ),
        pytest.param(in_base64(RFC822, WORKBOOK), {("", WORKBOOK)}, id="a file that is sent as a message"),
        pytest.param(
            attached("goc.msg", msg_in_msg()),
            {("Báo cáo thôn Đoài.xlsx", outlook()["__attach_version1.0_#00000000/__substg1.0_37010102"]),
             ("nhỏ.xlsx", b"small")},
            id="a .msg in a .msg",
        ),
        pytest.param(
            attached("goc.mbox", mbox(LETTER, simple("a@vi-du.invalid", "2", ("hai.xlsx", b"PK2")))),
            {(NAME, WORKBOOK), ("hai.xlsx", b"PK2")},
            id="an .mbox of two",
        ),
        pytest.param(
            b"From: a@vi-du.invalid\nContent-Type: application/zip; name=a.zip\n\n" + WORKBOOK,
            {("a.zip", WORKBOOK)},
            id="a message of two headers",
        ),
        pytest.param(in_base64(TNEF, tnef()), set(), id="a winmail.dat of words alone"),
        pytest.param(simple("a@vi-du.invalid", "Xin nộp sau"), set(), id="words alone"),
        pytest.param(forwarded(simple("a@vi-du.invalid", "Xin nộp sau")), set(), id="words alone, forwarded"),
        pytest.param(
            carrying("Content-Type: message/disposition-notification", b"Disposition: displayed"), set(), id="a receipt"
        ),
    ],
)  # fmt: skip
def test_both_doors_find_the_same_files(data: bytes, wanted: Files, door: Door, tmp_path: Path) -> None:
    assert door(data, tmp_path) == wanted
