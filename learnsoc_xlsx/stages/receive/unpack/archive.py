"""Archives: the files in a .zip, with their names as whoever packed them wrote them."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.on_disk.apple import bundle
from learnsoc_xlsx.spreadsheet.on_disk.zip_document import is_document
from learnsoc_xlsx.spreadsheet.on_disk.zip_heads import DESCRIPTOR, LOCAL, name_at
from learnsoc_xlsx.spreadsheet.on_disk.zip_layout import fills, tail_of
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts
from learnsoc_xlsx.stages.receive.fault import Fault, size
from learnsoc_xlsx.stages.receive.preflight.sound import (
    DIRECTORY_ENTRY,
    HEAD,
    LARGEST,
    MOST_PARTS,
    ODDLY_PACKED,
    OF_APPLE,
    ZIP,
)
from learnsoc_xlsx.stages.receive.unpack.member import Held, Member
from learnsoc_xlsx.stages.receive.unpack.pieces import mended, pieces_of
from learnsoc_xlsx.stages.receive.unpack.shown import plain

_FIRST_PARTS = frozenset({
    b"_rels/.rels", b"docprops/app.xml", b"docprops/core.xml", b"xl/workbook.xml", b"xl/workbook.bin",
    b"xl/_rels/workbook.xml.rels",
})  # fmt: skip
_FIRST_WITH = {b"[content_types].xml": b"_rels/.rels", b"mimetype": b"application/vnd.oasis."}
"""What may come first in a workbook, and what then stands near it."""
_MARKS = (DIRECTORY_ENTRY, LOCAL, DESCRIPTOR)
_UTF_8 = 0x800
_PIECE = "phần"
_MOST = 400 << 20


def begins_as_workbook(path: Path) -> bool:
    """Whether a file that is called a workbook begins like one, so that nobody need look whether it holds files.

    Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
        tail = tail_of(file)
    return head.startswith(OLE) or (head.startswith(ZIP) and _begins(head) and fills(tail, path.stat().st_size))


def _begins(head: bytes) -> bool:
    first = name_at(head, 0).replace(b"\\", b"/").lower()
    near = _FIRST_WITH.get(first)
    return first in _FIRST_PARTS or bool(near and near in head.replace(b"\\", b"/").lower())


def open_archive(data: bytes, mail: Envelope) -> Held | Fault | None:
    """Take every file out of a .zip; what cannot be taken out comes as a member that says why. None for a file that is no zip
    of files, as a document that happens to be zipped.

    Of one that was cut, or whose directory is broken or does not name all that lies in it, what is there by the heads of the
    files comes out, and what it comes from is said to be damaged. What was put one behind another comes out piece by piece.
    """
    if not data.startswith(ZIP) or max(map(data.count, _MARKS)) > MOST_PARTS:
        return None
    pieces = pieces_of(data)
    if len(pieces) > 1:
        return Held(tuple(Member(f"{_PIECE} {at}", piece, mail) for at, piece in enumerate(pieces, 1)), mail)
    whole = mended(data)
    if whole is None or is_document(Parts(whole.zip)):
        return None
    members = _out_of(zipfile.ZipFile(io.BytesIO(whole.zip)), mail)
    return members if isinstance(members, Fault) else Held(tuple(members), mail, damage=whole.damage)


def _out_of(archive: zipfile.ZipFile, mail: Envelope) -> list[Member] | Fault:
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
