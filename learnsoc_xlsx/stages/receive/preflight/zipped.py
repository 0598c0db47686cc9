"""Zips: what the directory of a zipped file gives away, what kind of workbook it is, what no honest part declares."""

import re
import zipfile
from collections import Counter

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_of_apple
from learnsoc_xlsx.spreadsheet.on_disk.zip_document import is_document
from learnsoc_xlsx.spreadsheet.on_disk.zip_layout import is_one
from learnsoc_xlsx.spreadsheet.package.characters import well_formed
from learnsoc_xlsx.spreadsheet.package.inventory import book_part, is_binary
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts
from learnsoc_xlsx.stages.receive.fault import MB, Fault, number, size
from learnsoc_xlsx.stages.receive.preflight.inside import INSIDE, WIDE
from learnsoc_xlsx.stages.receive.preflight.sound import (
    DIRECTORY_ENTRY,
    HEAD,
    MOST_PARTS,
    ODDLY_PACKED,
    OF_APPLE,
    Sound,
)

_UNPACKED = 400 * MB
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that a workbook may use. Source: ECMA-376 part 2, annex B."""
_RATIO, _RATIO_FROM = 200, 10 * MB
_ASTRAY = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_DTD = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_BOOK = re.compile(rb"<(?:\w+:)?workbook[\s>]")
_CUT = "tệp nén bị hỏng hoặc tải về chưa hết"
_ARCHIVE = "tệp nén"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def zipped(data: bytes) -> Sound | Fault:
    entries = data.count(DIRECTORY_ENTRY)
    if entries > MOST_PARTS:
        return Fault(Code.TOO_MANY_PARTS, number(entries), number(MOST_PARTS))
    try:
        parts = Parts(data)
    except DAMAGED:
        return Fault(Code.NOT_A_WORKBOOK, _CUT)
    try:
        if not is_one(data, parts.directory):
            return Fault(Code.NOT_A_WORKBOOK, _CUT)
        fault = _directory_fault(parts)
        if fault:
            return fault
        container = _kind(parts)
        if container not in INSIDE:
            return Fault(Code.NOT_A_WORKBOOK, container)
        if any(entry.compress_type not in _PACKED for entry in parts.entries):
            return Fault(Code.UNREADABLE, ODDLY_PACKED)
        return _declaration(parts) or INSIDE[container](parts)
    except NotImplementedError:
        return Fault(Code.UNREADABLE, ODDLY_PACKED)
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
    """A name that two parts bear: a package knows no capitals, and no backslashes."""
    spelt = Counter(name.casefold().replace("\\", "/") for name in names)
    return next((name for name in names if spelt[name.casefold().replace("\\", "/")] > 1), "")


def _kind(parts: Parts) -> str:
    """Return xlsx, xlsb or ods; for anything else a few Vietnamese words for what it looks like."""
    book = book_part(parts)
    if book and is_binary(book):
        return "xlsb"
    if book and _BOOK.search(well_formed(parts.read(book)), 0, HEAD):
        return "xlsx"
    if is_of_apple(parts.names):
        return OF_APPLE
    if not is_document(parts):
        return _ARCHIVE
    if any(name.casefold().startswith("word/") for name in parts.names):
        return "văn bản Word"
    if any(name.casefold().startswith("ppt/") for name in parts.names):
        return "trình chiếu PowerPoint"
    if "mimetype" in parts and not parts.read("mimetype").startswith(_ODS):
        return "tệp OpenDocument không phải bảng tính"
    return "ods" if "content.xml" in parts else _ARCHIVE


def _declaration(parts: Parts) -> Fault | None:
    """A document type in any part, at whose entities an XML reader could be made to swell or to fetch."""
    for name in parts.names:
        if _is_xml(name, body := parts.read(name)) and _declares(body):
            return Fault(Code.DECLARES, name[:80])
    return None


def _is_xml(name: str, body: bytes) -> bool:
    """Whether a part is XML: by its name, or, since a part may have any name, by how it begins."""
    return name.casefold().endswith((".xml", ".rels")) or body.removeprefix(b"\xef\xbb\xbf").startswith((b"<", *WIDE))


def _declares(body: bytes) -> bool:
    """Whether an XML file has a document type, which can only stand before its first element."""
    first = _ELEMENT.search(body, 0, HEAD)
    if first and b"<!" not in body[: first.start()] and not body.startswith(WIDE):
        return False
    return any(mark in body for mark in _DTD)
