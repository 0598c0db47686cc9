"""Preflight: a look at the bytes of a file before any library opens it.

It tells a workbook from what merely looks like one, and refuses what no honest return is: files that swell, cells
beyond all tables, merges over whole sheets, declarations that only an attack needs. Limits are far above what a form
with 20,000 households, or a sheet whose blank rows are formatted to the end, comes to; each is named in its finding.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import olefile

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts, sheet_names
from learnsoc_xlsx.stages.receive.fault import MB, Fault, failed, number, size
from learnsoc_xlsx.stages.receive.spread import Spread, of_ods, of_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

LARGEST = 50 * MB
MOST_PARTS = 2_000
_UNPACKED = 400 * MB
_RATIO, _RATIO_FROM = 200, 10 * MB
_AREA = 5_000_000
_COLUMNS = 16_384
_FILLED = 2_000_000
_MERGED = 200_000
_TEXT = 300 * MB
_LEAST_CELL = len('<c r="A1" t="s"><v>0</v></c>')


@dataclass(frozen=True)
class Sound:
    """What a file is: xlsx, xlsb, ods or xls; its parts, where it is zipped; whether to read it on trial first."""

    container: str
    parts: Parts | None = None
    doubtful: bool = False


def preflight(data: bytes) -> Sound | Fault:
    """Say what a file is, or why it is not to be opened. Never raises for what a file holds."""
    if len(data) > LARGEST:
        return Fault(Code.FILE_TOO_LARGE, size(len(data)), size(LARGEST))
    if data.startswith(OLE):
        return _compound(data)
    if data.startswith(ZIP):
        return _zipped(data)
    return Fault(Code.NOT_A_WORKBOOK, _looks(data))


# What is no zip


_LOOKS = (
    (b"%PDF", "tệp PDF"),
    (b"\xff\xd8\xff", "ảnh chụp"),
    (b"\x89PNG", "ảnh chụp"),
    (b"GIF8", "ảnh"),
    (b"II*\x00", "ảnh quét"),
    (b"MM\x00*", "ảnh quét"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\x78\x9f\x3e\x22", "winmail.dat của Outlook"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|table|meta|head|body|div)\b", re.IGNORECASE | re.DOTALL
)
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4_096


def _looks(data: bytes) -> str:
    """A few Vietnamese words for what a file looks like that is no workbook."""
    if not data:
        return "tệp rỗng"
    head = data[:_HEAD]
    if words := next((words for magic, words in _LOOKS if data.startswith(magic)), ""):
        return words
    if head[4:8] == b"ftyp":
        return "ảnh hoặc phim từ điện thoại"
    if head.startswith(b"RIFF"):
        return "ảnh hoặc âm thanh"
    text = _text(head)
    if text is None:
        return "không nhận ra loại tệp"
    if _HTML.match(text):
        return "trang web HTML, dù tên có thể là .xls; hãy mở bằng Excel và lưu lại thành .xlsx"
    if _XML_2003 in text:
        return "bảng tính XML 2003; hãy mở bằng Excel và lưu lại thành .xlsx"
    lines = text.splitlines()[:5]
    separated = any(all(mark in line for line in lines) for mark in (b",", b";", b"\t"))
    return "văn bản CSV; hãy chép số liệu sang mẫu" if lines and separated else "tệp văn bản"


def _text(head: bytes) -> bytes | None:
    """The beginning of a file as UTF-8 text, if it is text at all."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode()
    if b"\0" in head:
        return None
    return head.removeprefix(b"\xef\xbb\xbf")


# Compound files: the old .xls, and others in the same box

_BOXES = (
    ("encryptedpackage", Fault(Code.PASSWORD)),
    ("worddocument", Fault(Code.NOT_A_WORKBOOK, "văn bản Word")),
    ("powerpoint document", Fault(Code.NOT_A_WORKBOOK, "trình chiếu PowerPoint")),
    ("__properties_version1.0", Fault(Code.NOT_A_WORKBOOK, "thư Outlook .msg")),
)
_FILEPASS = b"\x2f\x00"


def _compound(data: bytes) -> Sound | Fault:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as box:
            streams = {entry[0].casefold() for entry in box.listdir() if len(entry) == 1}
            book = next((name for name in ("workbook", "book") if name in streams), "")
            locked = bool(book) and _locked(box.openstream(book).read(_HEAD))
    except Exception as error:
        return failed(error, "nội dung bị hỏng hoặc tải về chưa hết")
    if locked:
        return Fault(Code.PASSWORD)
    if book:
        return Sound("xls", doubtful=True)
    unknown = Fault(Code.NOT_A_WORKBOOK, "không nhận ra loại tệp")
    return next((fault for name, fault in _BOXES if name in streams), unknown)


def _locked(stream: bytes) -> bool:
    """Whether the records of an .xls say, right after its beginning, that a password is needed."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = stream[at : at + 2], int.from_bytes(stream[at + 2 : at + 4], "little")
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False


# Zips

DIRECTORY_ENTRY = b"PK\x01\x02"
_ASTRAY = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_DTD = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_KINDS = (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"), ("content.xml", "ods"))
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_STRINGS, _MANIFEST = "xl/sharedStrings.xml", "META-INF/manifest.xml"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def _zipped(data: bytes) -> Sound | Fault:
    entries = data.count(DIRECTORY_ENTRY)
    if entries > MOST_PARTS:
        return Fault(Code.TOO_MANY_PARTS, number(entries), number(MOST_PARTS))
    try:
        parts = Parts(data)
    except DAMAGED:
        return Fault(Code.NOT_A_WORKBOOK, "tệp nén bị hỏng hoặc tải về chưa hết")
    try:
        fault = _directory_fault(parts)
        if fault:
            return fault
        container = _kind(parts)
        if container not in _INSIDE:
            return Fault(Code.NOT_A_WORKBOOK, container)
        return _declaration(parts) or _INSIDE[container](parts)
    except DAMAGED:
        return Fault(Code.UNREADABLE, "nội dung bị hỏng")


def _directory_fault(parts: Parts) -> Fault | None:
    """What the zip's own directory gives away, before anything is unpacked."""
    names = [entry.filename for entry in parts.entries]
    if any(entry.flag_bits & 1 for entry in parts.entries):
        return Fault(Code.PASSWORD)
    astray = next((name for name in names if _ASTRAY.search(name)), "") or _twice(names)
    if astray:
        return Fault(Code.PARTS_ASTRAY, astray[:80])
    whole = sum(entry.file_size for entry in parts.entries)
    if whole > _UNPACKED:
        return Fault(Code.SWELLS, size(whole), size(_UNPACKED))
    for entry in parts.entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(entry.compress_size, 1):
            times = entry.file_size // max(entry.compress_size, 1)
            return Fault(Code.SWELLS, f"{number(times)} lần", f"{number(_RATIO)} lần")
    return None


def _twice(names: list[str]) -> str:
    return next((name for name, times in Counter(names).items() if times > 1), "")


def _kind(parts: Parts) -> str:
    """Return xlsx, xlsb or ods; for anything else a few Vietnamese words for what it looks like."""
    if any(name.startswith("word/") for name in parts.names):
        return "văn bản Word"
    if any(name.startswith("ppt/") for name in parts.names):
        return "trình chiếu PowerPoint"
    if "mimetype" in parts.names and not parts.read("mimetype").startswith(_ODS):
        return "tệp OpenDocument không phải bảng tính"
    return next((kind for part, kind in _KINDS if part in parts.names), "tệp nén")


def _declaration(parts: Parts) -> Fault | None:
    """A document type in any part, at whose entities an XML reader could be made to swell or to fetch."""
    for name in parts.names:
        if name.endswith((".xml", ".rels")) and _declares(parts.read(name)):
            return Fault(Code.DECLARES, name[:80])
    return None


def _declares(body: bytes) -> bool:
    """Whether an XML file has a document type, which can only stand before its first element."""
    first = _ELEMENT.search(body, 0, _HEAD)
    if first and b"<!" not in body[: first.start()] and not body.startswith(_WIDE):
        return False
    return any(mark in body for mark in _DTD)


def _xlsx(parts: Parts) -> Sound | Fault:
    bodies = {name: parts.read(name) for name in parts.names}
    sheets = {name: body for name, body in bodies.items() if b"sheetData" in body}
    spreads = {name: of_xlsx(body) for name, body in sheets.items()}
    if fault := _flood(spreads.values()):
        return fault
    for name, spread in spreads.items():
        if found := _far(spread):
            return replace(found, sheet=sheet_names(parts).get(name, ""))
    wide = any(body.startswith(_WIDE) for body in bodies.values())
    doubtful = wide or not sheets or _swollen(parts, sheets.values()) or any(each.doubtful for each in spreads.values())
    return Sound("xlsx", parts, doubtful)


def _swollen(parts: Parts, sheets: Iterable[bytes]) -> bool:
    """Whether one long text that many cells share could fill the memory."""
    if _STRINGS not in parts.names:
        return False
    longest = max(map(len, parts.read(_STRINGS).split(b"</si>")))
    sheets = list(sheets)
    if longest * sum(map(len, sheets)) // _LEAST_CELL <= _TEXT:
        return False
    return longest * sum(body.count(b't="s"') for body in sheets) > _TEXT


def _ods(parts: Parts) -> Sound | Fault:
    if _MANIFEST in parts.names and b"encryption-data" in parts.read(_MANIFEST):
        return Fault(Code.PASSWORD)
    spreads = list(of_ods(parts.read("content.xml")))
    if fault := _flood(spread for _, spread in spreads):
        return fault
    for name, spread in spreads:
        if found := _far(spread):
            return replace(found, sheet=name)
    return Sound("ods", parts, any(spread.doubtful for _, spread in spreads))


def _xlsb(parts: Parts) -> Sound:
    return Sound("xlsb", parts, doubtful=True)


_INSIDE: dict[str, Callable[[Parts], Sound | Fault]] = {"xlsx": _xlsx, "ods": _ods, "xlsb": _xlsb}


def _flood(spreads: Iterable[Spread]) -> Fault | None:
    filled = sum(spread.filled for spread in spreads)
    return Fault(Code.TOO_MANY_CELLS, number(filled), number(_FILLED)) if filled > _FILLED else None


def _far(spread: Spread) -> Fault | None:
    if spread.columns > _COLUMNS:
        return Fault(Code.UNREADABLE, f"ô {spread.farthest} nằm ngoài mọi bảng tính", cell=spread.farthest)
    if spread.area > _AREA:
        return Fault(Code.FAR_CELL, spread.farthest, number(_AREA), number(spread.area), cell=spread.farthest)
    if spread.merged > _MERGED:
        return Fault(Code.HUGE_MERGE, number(spread.merged), number(_MERGED), spread.merge, cell=spread.merge)
    return None
