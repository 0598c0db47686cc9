"""Outlook: a message that Outlook saved as .msg, a compound file, with its attachments and the messages attached to it.

Each property is a stream named by its number and type; attachments are folders. Source: [MS-OXMSG] 2.1–2.4.
python-oxmsg 0.0.2 was tried in its place: of a message attached to another it gives neither name, sender, day nor files.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_string

import olefile

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.messages.envelope import UNKNOWN, Envelope, believable, envelope_of, is_drafted_here
from learnsoc_xlsx.messages.in_words import told_in
from learnsoc_xlsx.spreadsheet.compound_file import OLE, compound_file
from learnsoc_xlsx.vietnamese.letters import clean

Path = tuple[str, ...]

_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_CONTENT, _MESSAGE_INSIDE = "__substg1.0_37010102", "__substg1.0_3701000D"
_NAMES = ("3707", "3704", "3001")
_BODY = "1000"
_HEADERS, _SUBJECT, _ID, _SENDERS = "007D", "0037", "1035", ("5D01", "0C1F")
_DELIVERED, _SUBMITTED = 0x0E060040, 0x00390040
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LAST = 10**19 // 4
_TOP, _INNER = 32, 24


@dataclass(frozen=True)
class Attached:
    """What hangs on an Outlook message: a file (None where only its name is there), or a message."""

    name: str
    data: bytes | None = None
    message: "OutlookMessage | None" = None


@dataclass(frozen=True)
class OutlookMessage:
    """A message of Outlook's, with all that hangs on it."""

    envelope: Envelope
    drafted_here: bool
    attached: tuple[Attached, ...]


def is_outlook(data: bytes) -> bool:
    """Whether a file is a message that Outlook saved."""
    return data.startswith(OLE) and _PROPERTIES.encode("utf-16-le") in data


def read_outlook(data: bytes, outer: Envelope = UNKNOWN) -> OutlookMessage:
    """Read a .msg, messages attached to it too. Raises OSError, ValueError, LookupError… where it is broken.

    In all no more is read than the file is large.
    """
    with compound_file(data) as box:
        return _Box(box, len(data)).message((), outer)


class _Box:
    """The compound file, and how many bytes may yet come out of it: in all no more than it is large."""

    def __init__(self, box: olefile.OleFileIO, left: int) -> None:
        self._box = box
        self._left = left
        self._paths = [tuple(path) for path in box.listdir()]

    def message(self, place: Path, outer: Envelope) -> OutlookMessage:
        envelope = self._envelope(place, outer)
        own = is_drafted_here(self._text(place, _ID))
        return OutlookMessage(envelope, own, tuple(self._attached(place, envelope)))

    def _attached(self, place: Path, envelope: Envelope) -> Iterator[Attached]:
        depth = len(place)
        below = (path for path in self._paths if path[:depth] == place and len(path) > depth)
        for folder in sorted({path[: depth + 1] for path in below if path[depth].startswith(_ATTACHMENT)}):
            name = clean(self._text(folder, *_NAMES))
            if self._box.exists([*folder, _MESSAGE_INSIDE]):
                yield Attached(name, message=self.message((*folder, _MESSAGE_INSIDE), envelope))
            else:
                yield Attached(name, self._stream(folder, _CONTENT))

    def _stream(self, folder: Path, name: str) -> bytes | None:
        path = [*folder, name]
        if not self._box.exists(path):
            return None
        self._left -= self._box.get_size(path)
        if self._left < 0:
            raise ValueError("streams larger than the file that holds them")
        return bytes(self._box.openstream(path).read())

    def _text(self, folder: Path, *properties: str) -> str:
        """The first of these properties that is there, as text."""
        for number in properties:
            for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1258")):
                stream = self._stream(folder, f"__substg1.0_{number}{kind}")
                if stream is not None:
                    return stream.decode(encoding, "replace").rstrip("\0")
        return ""

    def _envelope(self, place: Path, outer: Envelope) -> Envelope:
        """What the headers that came with the message say of it; else what Outlook knows, or the message around it."""
        headed = envelope_of(message_from_string(self._text(place, _HEADERS)))
        sender = headed.sender or next(iter(addresses(self._text(place, *_SENDERS))), outer.sender)
        received = headed.received or self._moment(place) or outer.received
        subject = clean(self._text(place, _SUBJECT)) or headed.subject
        words = " / ".join(filter(None, (outer.words, told_in(self._text(place, _BODY)))))
        return replace(headed, sender=sender, subject=subject, received=received, words=words)

    def _moment(self, place: Path) -> datetime | None:
        """When the message was delivered, else handed in: counted in tenths of microseconds from 1601."""
        stream = self._stream(place, _PROPERTIES) or b""
        start = _INNER if place else _TOP
        entries = (struct.unpack_from("<IIQ", stream, at) for at in range(start, len(stream) - 15, 16))
        times = {tag: value for tag, _, value in entries if tag in (_DELIVERED, _SUBMITTED)}
        ticks = times.get(_DELIVERED) or times.get(_SUBMITTED)
        moment = _EPOCH + timedelta(microseconds=min(ticks, _LAST) // 10) if ticks else None
        return moment if moment and believable(moment) else None
