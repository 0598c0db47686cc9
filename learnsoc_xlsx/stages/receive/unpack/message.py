"""Messages: the attachments of a mail, or of a whole mailbox, and who sent them and when."""

import email
import email.utils
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message

from learnsoc_xlsx.messages.headers import Raw, decoded, file_name
from learnsoc_xlsx.messages.headers import sender as sender_of
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.model.returns.submissions import Mail
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.unpack.member import Member, plain

_POLICY = Raw()
_MAILBOX = re.compile(rb"From \S+ +\w{3} \w{3} ")
_NEXT = re.compile(rb"^From \S+ +\w{3} \w{3} .*\r?\n", re.MULTILINE)
_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_TELLING = re.compile(
    rb"^(?:from|received|date|mime-version|subject|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_HEAD = 8_192
YEARS = range(1980, 2200)
_NEVER = datetime.min.replace(tzinfo=UTC)


def is_mailbox(data: bytes) -> bool:
    """Whether a file is a mailbox of messages one after another (.mbox)."""
    return bool(_MAILBOX.match(data))


def is_message(data: bytes) -> bool:
    """Whether a file is one message (.eml)."""
    head = data[:_HEAD]
    return bool(_HEADER.match(head)) and len(_TELLING.findall(head)) >= 2


def open_mailbox(data: bytes, _mail: Mail | None) -> list[Member] | Fault:
    """Take the messages out of a mailbox, numbered from 1."""
    starts = list(_NEXT.finditer(data))
    ends = [*(start.start() for start in starts[1:]), len(data)]
    bodies = (data[start.end() : end] for start, end in zip(starts, ends, strict=True))
    return [Member(f"{number}. {_subject(body)}", body) for number, body in enumerate(bodies, 1)]


def _subject(data: bytes) -> str:
    return _about(email.message_from_bytes(data[:_HEAD], policy=_POLICY), None).subject or "(không có tiêu đề)"


def open_message(data: bytes, mail: Mail | None) -> list[Member] | Fault:
    """Take what a message carries: its attachments, and the messages it forwards; its own words stay where they are.

    `mail` is the message that this one came in; it is asked for what this one does not say. A letter that this program
    drafted is no message to it, and stays shut.
    """
    message = email.message_from_bytes(data, policy=_POLICY)
    if str(message.get("Message-ID", "")).strip().endswith(f"@{OWN_DOMAIN}>"):
        return Fault(Code.OWN_OUTPUT)
    return list(_carried(message, _about(message, mail)))


def _carried(part: Message, mail: Mail) -> Iterator[Member]:
    if part.get_content_type() == "message/rfc822":
        for inner in part.get_payload():
            name = _filename(part) or _about(inner, mail).subject or "thư chuyển tiếp"  # type: ignore[arg-type]
            yield Member(name, inner.as_bytes(), mail)  # type: ignore[union-attr]
    elif part.is_multipart():
        for each in part.get_payload():
            yield from _carried(each, mail)  # type: ignore[arg-type]
    elif (name := _filename(part)) or part.get_content_maintype() not in ("text", "multipart"):
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        yield Member(name or f"đính kèm không tên ({part.get_content_type()})", data, mail)


def _filename(part: Message) -> str:
    return plain(file_name(part))


# Who sent it, and when


def _about(message: Message, outer: Mail | None) -> Mail:
    """Return who sent a message, when the mailbox received it (else when it was sent), and its subject."""
    sender = sender_of(message)[0]
    subject = plain(decoded(str(message.get("Subject", ""))))
    received = next(_moments(message), outer.received if outer else _NEVER)
    return Mail(sender or (outer.sender if outer else ""), received, subject)


def about(headers: str) -> Mail:
    """Return what the headers of a message, as text, say of it."""
    return _about(email.message_from_string(headers), None)


def known(mail: Mail) -> bool:
    """Whether it is known when a message was received."""
    return mail.received != _NEVER


def _moments(message: Message) -> Iterator[datetime]:
    stations = [str(each).rpartition(";")[2] for each in message.get_all("Received", [])]
    for text in (*stations[:1], str(message.get("Date", "")), *stations[1:]):
        try:
            moment = email.utils.parsedate_to_datetime(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment.year in YEARS:
            yield moment if moment.tzinfo else moment.replace(tzinfo=UTC)
