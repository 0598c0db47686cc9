"""Unwrap: a message as the mailbox gave it, as a letter with its attachments."""

from learnsoc_xlsx.messages.enclosure import Enclosure, Opened
from learnsoc_xlsx.messages.walk import walk
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import Attachment, Letter

_WHOLE = "thu.eml"
_OWN = "thư do chương trình này soạn, không phải báo cáo"


def unwrap(data: bytes) -> Letter:
    """Open a message. What is broken in it is read as far as it goes; nothing raises.

    One that cannot be opened to the last letter forwarded in it is an attachment of its own, whole.
    """
    opened = walk(data)
    envelope = opened.envelope
    texts = dict.fromkeys([envelope.words, *(enclosure.envelope.words for enclosure in opened.enclosures)])
    words = " / ".join(filter(None, texts))
    return Letter(envelope.sender, envelope.sender_name, envelope.subject, tuple(_attachments(opened, data)), words)


def _attachments(opened: Opened, data: bytes) -> list[Attachment]:
    if opened.shut:
        return [Attachment(_WHOLE, data, why=_OWN if opened.shut.code is Code.OWN_OUTPUT else "")]
    shut = [enclosure.shut for enclosure in opened.enclosures if enclosure.shut]
    if any(reason.code is Code.NESTED_TOO_DEEP for reason in shut):
        return [Attachment(_WHOLE, data)]
    return [_attachment(enclosure) for enclosure in opened.enclosures if not enclosure.bare]


def _attachment(enclosure: Enclosure) -> Attachment:
    via = enclosure.envelope.sender if enclosure.within else ""
    if not enclosure.shut:
        return Attachment(enclosure.name, enclosure.data, via)
    name = (
        enclosure.name
        if enclosure.name.lower().endswith((".eml", ".emlx", ".msg", ".mbox"))
        else f"{enclosure.name}.eml"
    )
    if enclosure.shut.code is Code.OWN_OUTPUT:
        return Attachment(name, enclosure.data, via, _OWN)
    if not enclosure.data:
        return Attachment(enclosure.name, b"", via, enclosure.shut.why)
    return Attachment(name, enclosure.data, via)
