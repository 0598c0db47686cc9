"""Outlook: the attachments of a message that Outlook saved as .msg, a compound file.

Each property is a stream named by its number and type; attachments are folders. Source: [MS-OXMSG] 2.1–2.4.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import olefile

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.submissions import Mail
from learnsoc_xlsx.spreadsheet.parts import DAMAGED
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.sound import OLE
from learnsoc_xlsx.stages.receive.unpack.member import Member, plain
from learnsoc_xlsx.stages.receive.unpack.message import YEARS, about, known

Path = tuple[str, ...]

_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_CONTENT, _MESSAGE_INSIDE = "__substg1.0_37010102", "__substg1.0_3701000D"
_NAMES = ("3707", "3704", "3001")
_HEADERS, _SUBJECT, _SENDERS = "007D", "0037", ("5D01", "0C1F")
_DELIVERED, _SUBMITTED = 0x0E060040, 0x00390040
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LAST = 10**19 // 4
_TOP, _INNER = 32, 24


def is_outlook(data: bytes) -> bool:
    """Whether a file is a message that Outlook saved."""
    return data.startswith(OLE) and _PROPERTIES.encode("utf-16-le") in data


def open_outlook(data: bytes, _mail: Mail | None) -> list[Member] | Fault:
    """Take the attachments out of a .msg, those of messages attached to it too."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as box:
            return list(_attached(box, ()))
    except (*DAMAGED, TypeError, AttributeError, struct.error, RecursionError):
        return Fault(Code.UNOPENED, "thư Outlook .msg bị hỏng")


def _attached(box: olefile.OleFileIO, message: Path) -> Iterator[Member]:
    depth = len(message)
    folders = {
        tuple(path[: depth + 1])
        for path in box.listdir()
        if tuple(path[:depth]) == message and len(path) > depth and path[depth].startswith(_ATTACHMENT)
    }
    mail = _mail_of(box, message)
    for folder in sorted(folders):
        name = plain(_text(box, folder, *_NAMES)) or "đính kèm không tên"
        if box.exists([*folder, _MESSAGE_INSIDE]):
            yield from _attached(box, (*folder, _MESSAGE_INSIDE))
        elif box.exists([*folder, _CONTENT]):
            yield Member(name, box.openstream([*folder, _CONTENT]).read(), mail)
        else:
            yield Member(name, b"", mail, Fault(Code.UNOPENED, "đính kèm không nằm trong thư"))


def _text(box: olefile.OleFileIO, folder: Path, *properties: str) -> str:
    """The first of these properties that is there, as text."""
    for each in properties:
        for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1258")):
            path = [*folder, f"__substg1.0_{each}{kind}"]
            if box.exists(path):
                return str(box.openstream(path).read().decode(encoding, "replace")).rstrip("\0")
    return ""


def _mail_of(box: olefile.OleFileIO, message: Path) -> Mail | None:
    found = about(_text(box, message, _HEADERS))
    sender = found.sender or _text(box, message, *_SENDERS)
    subject = plain(_text(box, message, _SUBJECT)) or found.subject
    moment = found.received if known(found) else _moment(box, message)
    return replace(found, sender=sender, subject=subject, received=moment) if moment else None


def _moment(box: olefile.OleFileIO, message: Path) -> datetime | None:
    """When the message was delivered, else handed in: counted in tenths of microseconds from 1601."""
    path = [*message, _PROPERTIES]
    if not box.exists(path):
        return None
    stream = box.openstream(path).read()
    start = _INNER if message else _TOP
    entries = (struct.unpack_from("<IIQ", stream, at) for at in range(start, len(stream) - 15, 16))
    times = {tag: value for tag, _, value in entries if tag in (_DELIVERED, _SUBMITTED)}
    ticks = times.get(_DELIVERED) or times.get(_SUBMITTED)
    moment = _EPOCH + timedelta(microseconds=min(ticks, _LAST) // 10) if ticks else None
    return moment if moment and moment.year in YEARS else None
