"""Archives: the files in a .zip, with their names as whoever packed them wrote them."""

import io
import zipfile
from collections.abc import Iterator

from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.parts import DAMAGED
from learnsoc_xlsx.stages.receive.fault import Fault, size
from learnsoc_xlsx.stages.receive.preflight.sound import DIRECTORY_ENTRY, LARGEST, MOST_PARTS, ZIP
from learnsoc_xlsx.stages.receive.unpack.member import Member, plain

_DOCUMENTS = ("xl/", "word/", "ppt/")
_UTF_8 = 0x800
_MOST = 400 << 20


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip of files, and not a document that happens to be zipped."""
    if not data.startswith(ZIP) or data.count(DIRECTORY_ENTRY) > MOST_PARTS:
        return False
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except DAMAGED:
        return False
    return not any(
        name in ("mimetype", "[Content_Types].xml", "content.xml") or name.startswith(_DOCUMENTS) for name in names
    )


def open_archive(data: bytes, mail: Envelope) -> list[Member] | Fault:
    """Take every file out of a .zip; what cannot be taken out comes as a member that says why."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED:
        return Fault(Code.UNOPENED, "tệp nén bị hỏng")
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        return Fault(Code.PASSWORD)
    whole = sum(entry.file_size for entry in entries)
    if whole > _MOST:
        return Fault(Code.SWELLS, size(whole), size(_MOST))
    return list(_members(archive, entries, mail))


def _members(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], mail: Envelope) -> Iterator[Member]:
    for entry in entries:
        name = plain(_name(entry))
        if entry.file_size > LARGEST:
            yield Member(name, b"", mail, Fault(Code.FILE_TOO_LARGE, size(entry.file_size), size(LARGEST)))
            continue
        try:
            yield Member(name, archive.read(entry), mail)
        except DAMAGED:
            yield Member(name, b"", mail, Fault(Code.UNREADABLE, "phần này của tệp nén bị hỏng"))


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
