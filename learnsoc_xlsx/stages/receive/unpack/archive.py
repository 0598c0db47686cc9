"""Archives: the files in a .zip, with their names as whoever packed them wrote them."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.on_disk.apple import bundle, is_of_apple
from learnsoc_xlsx.spreadsheet.parts import DAMAGED
from learnsoc_xlsx.stages.receive.fault import Fault, size
from learnsoc_xlsx.stages.receive.preflight.sound import (
    DIRECTORY_ENTRY,
    LARGEST,
    MOST_PARTS,
    ODDLY_PACKED,
    OF_APPLE,
    ZIP,
)
from learnsoc_xlsx.stages.receive.unpack.member import Member
from learnsoc_xlsx.stages.receive.unpack.shown import plain

_DOCUMENTS = ("xl/", "word/", "ppt/")
_NAME_AT, _LONGEST_FIRST = 30, 20
"""Where the name of its first part stands in a zip. Source: APPNOTE 4.3.7."""
_FIRST_PARTS = (b"[content_types].xml", b"_rels/", b"xl/", b"docprops/", b"customxml/", b"mimetype", b"meta-inf/")
_UTF_8 = 0x800
_MOST = 400 << 20


def begins_as_workbook(path: Path) -> bool:
    """Whether a file that is called a workbook begins like one, so that nobody need look whether it holds files.

    Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_NAME_AT + _LONGEST_FIRST)
    first = head[_NAME_AT:].replace(b"\\", b"/").lower()
    return head.startswith(OLE) or (head.startswith(ZIP) and first.startswith(_FIRST_PARTS))


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip of files, and not a document that happens to be zipped."""
    if not data.startswith(ZIP) or data.count(DIRECTORY_ENTRY) > MOST_PARTS:
        return False
    try:
        names = [name.replace("\\", "/") for name in zipfile.ZipFile(io.BytesIO(data)).namelist()]
    except DAMAGED:
        return False
    return not is_of_apple(names) and not any(
        name.casefold() in ("mimetype", "[content_types].xml", "content.xml") or name.casefold().startswith(_DOCUMENTS)
        for name in names
    )


def open_archive(data: bytes, mail: Envelope) -> list[Member] | Fault:
    """Take every file out of a .zip; what cannot be taken out comes as a member that says why."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED:
        return Fault(Code.UNOPENED, "tệp nén bị hỏng")
    entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
    if entries and all(_is_locked(entry) for entry in entries):
        return Fault(Code.PASSWORD)
    whole = sum(entry.file_size for entry in entries)
    if whole > _MOST:
        return Fault(Code.SWELLS, size(whole), size(_MOST))
    return list(_members(archive, entries, mail))


def _members(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], mail: Envelope) -> Iterator[Member]:
    bundles = dict.fromkeys(filter(None, (bundle(_name(entry)) for entry in entries)))
    for folder in bundles:
        yield Member(plain(folder), b"", mail, Fault(Code.NOT_A_WORKBOOK, OF_APPLE))
    for entry in (entry for entry in entries if not bundle(_name(entry))):
        fault = _fault(entry)
        if fault:
            yield Member(plain(_name(entry)), b"", mail, fault)
            continue
        try:
            yield Member(plain(_name(entry)), archive.read(entry), mail)
        except NotImplementedError:
            yield Member(plain(_name(entry)), b"", mail, Fault(Code.UNOPENED, ODDLY_PACKED))
        except DAMAGED:
            yield Member(plain(_name(entry)), b"", mail, Fault(Code.UNREADABLE, "phần này của tệp nén bị hỏng"))


def _fault(entry: zipfile.ZipInfo) -> Fault | None:
    """What the directory says against taking a file out."""
    if entry.file_size > LARGEST:
        return Fault(Code.FILE_TOO_LARGE, size(entry.file_size), size(LARGEST))
    return Fault(Code.PASSWORD) if _is_locked(entry) else None


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry only names a folder: one that is called so and holds something is a file."""
    return entry.filename.endswith(("/", "\\")) and not entry.file_size


def _is_locked(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & 1)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name that was meant: a packer that does not say it wrote UTF-8 may have done so all the same; one of Windows
    parts folders its own way.
    """
    name = entry.filename.replace("\\", "/")
    if entry.flag_bits & _UTF_8:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
