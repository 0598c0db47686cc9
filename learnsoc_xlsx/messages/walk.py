"""Walk: through a message to every file that it carries, and through every message in it, whatever that is wrapped in.

What comes from the mailbox and what lies saved in INBOX both go through here: what is opened there is opened here too.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message
from itertools import chain

from learnsoc_xlsx.messages import parse
from learnsoc_xlsx.messages.enclosure import Enclosure, Opened, Shut
from learnsoc_xlsx.messages.envelope import UNKNOWN, Envelope, envelope_of, is_drafted_here
from learnsoc_xlsx.messages.headers import file_name
from learnsoc_xlsx.messages.in_words import words_of
from learnsoc_xlsx.messages.outlook import OutlookMessage, is_outlook, read_outlook
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_beside, without_wrapping

DEEPEST = 8
"""So many messages may be forwarded inside one another."""
_HEAVIEST = 40_000_000
"""Bytes, times the messages that one lies in: each of those is held while what it carries is opened."""
_BROKEN = (
    OSError, ValueError, LookupError, RuntimeError, EOFError, MemoryError, TypeError, AttributeError, OverflowError,
    MessageError, struct.error,
)  # fmt: skip
_FORWARDED = ("message/rfc822", "message/global", "message/news")
_ELSEWHERE = ("message/partial", "message/external-body")
_CUT = "bị cắt ở cuối hoặc tải về chưa hết"
_NAMELESS, _NO_SUBJECT = "thư chuyển tiếp", "(không có tiêu đề)"


def is_mail(data: bytes, name: str = "", kind: str = "") -> bool:
    """Whether a file is a message or a mailbox: by its bytes, or, where it is called or sent as one, if it may be one."""
    if is_outlook(data) or parse.is_mailbox(data) or parse.is_message(data):
        return True
    return (kind in _FORWARDED or name.lower().endswith((".eml", ".emlx"))) and parse.begins_as_one(data)


def walk(data: bytes, outer: Envelope = UNKNOWN) -> Opened:
    """Open a message (.eml, .msg) or a mailbox (.mbox), and what it carries down to the files. Never raises.

    `outer` is the envelope of what this one came in. A letter that this program drafted is no message to it, and stays
    shut; so does what is broken beyond reading, and what is forwarded deeper than DEEPEST, or too large for as deep as it lies.
    """
    return _opened(data, outer, 0)


def _opened(data: bytes, outer: Envelope, depth: int) -> Opened:
    unknown = replace(outer, sender_name="", subject="")
    if depth > DEEPEST:
        return Opened(unknown, shut=Shut(Code.NESTED_TOO_DEEP))
    if depth * len(data) > _HEAVIEST:
        return Opened(unknown, shut=Shut(Code.UNOPENED, "thư chuyển tiếp lồng nhau quá lớn"))
    try:
        if is_outlook(data):
            return _of_outlook(read_outlook(data, outer), depth)
        if parse.is_mailbox(data):
            return Opened(unknown, tuple(_of_mailbox(data, outer, depth)))
        return _of_message(parse.parsed(data), outer, depth)
    except _BROKEN:
        why = "thư Outlook .msg bị hỏng" if is_outlook(data) else "nội dung bị hỏng"
        return Opened(unknown, shut=Shut(Code.UNOPENED, why))


def _of_message(message: Message, outer: Envelope, depth: int) -> Opened:
    envelope = envelope_of(message, outer)
    if is_drafted_here(str(message.get("message-id", ""))):
        return Opened(envelope, shut=Shut(Code.OWN_OUTPUT))
    parts = [(part, _is_in_words(part)) for part in parse.leaves(message)]
    carriers = [part for part, in_words in parts if not in_words]
    own = words_of([part for part, in_words in parts if in_words])
    envelope = replace(envelope, words=" / ".join(filter(None, (outer.words, own))))
    carried = tuple(chain.from_iterable(_of_part(part, envelope, depth) for part in carriers))
    return Opened(envelope, carried, damage=_CUT if parse.is_cut(message) else "")


def _is_in_words(part: Message) -> bool:
    """Whether a part is what the sender, or the post on the way, says in words, as against what was attached."""
    kind = part.get_content_type()
    words = kind.startswith(("text/", "message/")) and kind not in (*_FORWARDED, *_ELSEWHERE)
    attached = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
    return words and not attached and not file_name(part)


def _of_part(part: Message, envelope: Envelope, depth: int) -> Iterator[Enclosure]:
    data = without_wrapping(parse.content(part))
    if is_beside(data):
        return
    if data.strip() or not part.get_content_type().startswith("multipart/"):
        yield from _carried(file_name(part), data, part.get_content_type(), envelope, depth)


def _carried(name: str, data: bytes, kind: str, envelope: Envelope, depth: int) -> Iterator[Enclosure]:
    """What an attachment comes to: itself, or, where it is a message, what that one carries."""
    if not is_mail(data, name, kind):
        yield Enclosure(name, data, envelope, kind)
        return
    inner = _opened(data, envelope, depth + 1)
    yield from _under(name or inner.envelope.subject or _NAMELESS, data, inner)


def _under(title: str, data: bytes, inner: Opened) -> Iterator[Enclosure]:
    """What an inner message carries, under its title; itself where it is shut, damaged, or carries nothing."""
    if inner.shut:
        yield Enclosure(title, data, inner.envelope, shut=inner.shut)
    elif inner.damage:
        shut = Shut(Code.DAMAGED_CONTAINER, inner.damage, len(inner.enclosures))
        yield Enclosure(title, b"", inner.envelope, shut=shut)
    elif not inner.enclosures:
        yield Enclosure(title, b"", inner.envelope, bare=True)
    yield from (replace(enclosure, within=(title, *enclosure.within)) for enclosure in inner.enclosures)


def _of_mailbox(data: bytes, outer: Envelope, depth: int) -> Iterator[Enclosure]:
    for number, letter in enumerate(parse.letters_of(data), 1):
        inner = _opened(letter, outer, depth)
        yield from _under(f"{number}. {inner.envelope.subject or _NO_SUBJECT}", letter, inner)


def _of_outlook(message: OutlookMessage, depth: int) -> Opened:
    if message.drafted_here:
        return Opened(message.envelope, shut=Shut(Code.OWN_OUTPUT))
    return Opened(message.envelope, tuple(_hanging_on(message, depth)))


def _hanging_on(message: OutlookMessage, depth: int) -> Iterator[Enclosure]:
    """What hangs on an Outlook message; what a message attached to it carries counts as its own."""
    for attached in message.attached:
        if attached.message is not None:
            inner = _of_outlook(attached.message, depth)
            if inner.shut:
                yield Enclosure(inner.envelope.subject or _NAMELESS, b"", inner.envelope, shut=inner.shut)
            yield from inner.enclosures
        elif attached.data is None:
            shut = Shut(Code.UNOPENED, "đính kèm không nằm trong thư")
            yield Enclosure(attached.name, b"", message.envelope, shut=shut)
        else:
            yield from _carried(attached.name, attached.data, "", message.envelope, depth)
