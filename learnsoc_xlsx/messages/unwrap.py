"""Unwrap: open a message as it came, and every message forwarded inside it, down to the attachments."""

import binascii
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.parser import BytesParser

from learnsoc_xlsx.messages.headers import Raw, decoded, file_name, sender
from learnsoc_xlsx.model.returns.mailbox import Attachment, Letter

_DEEPEST = 8
"""A letter that holds forwarded letters inside one another beyond this is kept whole, as a file."""


def unwrap(data: bytes) -> Letter:
    """Open a message. What is broken in it is read as far as it goes; nothing raises."""
    message = BytesParser(policy=Raw()).parsebytes(data, headersonly=True)
    address, name = sender(message)
    try:
        found = tuple(_attachments(message_from_bytes(data, policy=Raw()), "", 0))
    except RecursionError:
        found = (Attachment("thu.eml", data),)
    return Letter(address, name, decoded(str(message.get("subject", ""))), found)


def _attachments(part: Message, via: str, depth: int) -> Iterator[Attachment]:
    """Walk a message or a part of one; `via` is who sent the forwarded one that we are in."""
    inner = _forwarded(part)
    if inner is not None:
        if depth == _DEEPEST:
            raise RecursionError
        yield from _attachments(inner, sender(inner)[0] or via, depth + 1)
    elif part.is_multipart():
        for each in part.get_payload():
            if isinstance(each, Message):
                yield from _attachments(each, via, depth)
    elif not _is_body(part):
        yield Attachment(file_name(part), _content(part), via)


def _forwarded(part: Message) -> Message | None:
    """The message that a part carries: as such, wrapped once more in base64, or saved as a file."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = next(iter(part.get_payload()), None)
        if isinstance(inner, Message):
            return _unpacked(inner) if _is_base64(part) and not inner.keys() else inner
    if not part.is_multipart() and file_name(part).lower().endswith(".eml"):
        return message_from_bytes(_content(part), policy=Raw())
    return None


def _is_base64(part: Message) -> bool:
    return str(part.get("content-transfer-encoding", "")).strip().lower() == "base64"


def _unpacked(inner: Message) -> Message:
    try:
        return message_from_bytes(b64decode(str(inner.get_payload()).encode("ascii", "ignore")), policy=Raw())
    except binascii.Error:
        return inner


def _is_body(part: Message) -> bool:
    """What the sender wrote, as against what was attached."""
    attached = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
    return part.get_content_maintype() in ("text", "message") and not attached and not file_name(part)


def _content(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
