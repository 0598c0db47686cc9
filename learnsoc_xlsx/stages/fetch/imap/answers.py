"""Answers: what a server said of a message, taken apart; what cannot be understood of it is not there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from learnsoc_xlsx.messages.envelope import believable
from learnsoc_xlsx.vietnamese.dates import VIETNAM

_ITEM = re.compile(
    rb'\bUID (?P<uid>[1-9]\d{0,9})(?!\d)|RFC822\.SIZE (?P<size>\d{1,18})(?!\d)|INTERNALDATE "(?P<received>[^"]+)"'
    rb'|BODY\[\] (?P<quoted>NIL|"(?:[^"\\]|\\.)*")'
)
_LITERAL = re.compile(rb"BODY\[(?:HEADER)?\](?:<0>)? \{\d+\}$", re.IGNORECASE)
_UID = re.compile(rb"[1-9]\d{0,9}")
_MODSEQ = re.compile(rb"\(MODSEQ \d+\)", re.IGNORECASE)


@dataclass(frozen=True)
class OfMessage:
    """What one answer says of one message: its UID, its size in bytes, when the server received it, and its bytes, or its head
    alone where that was asked for.
    """

    uid: int
    size: int | None = None
    received: datetime | None = None
    data: bytes | None = None


def answers(lines: Sequence[object]) -> Iterator[OfMessage]:
    """Yield what imaplib gives of a FETCH, message by message; an answer without a UID is nobody's."""
    words, literal = b"", None
    for line in lines:
        if isinstance(line, tuple):
            words += b" " + line[0]
            literal = line[1] if _LITERAL.search(line[0]) else literal
        elif isinstance(line, bytes):
            yield from _answer(words + b" " + line, literal)
            words, literal = b"", None


def uids(lines: Sequence[object]) -> tuple[list[int], bool]:
    """Return the UIDs that a SEARCH gives, in their order, and whether every word of it was one."""
    words = [word for line in lines if isinstance(line, bytes) for word in _MODSEQ.sub(b"", line).split()]
    numbers = [int(word) for word in words if _UID.fullmatch(word)]
    return sorted(set(numbers)), len(numbers) == len(words) and not any(isinstance(line, tuple) for line in lines)


def _answer(words: bytes, literal: bytes | None) -> Iterator[OfMessage]:
    items = {
        name: item for match in _ITEM.finditer(words) for name, item in match.groupdict().items() if item is not None
    }
    if "uid" in items:
        size = int(items["size"]) if "size" in items else None
        data = literal if literal is not None or "quoted" not in items else _unquoted(items["quoted"])
        yield OfMessage(int(items["uid"]), size, moment(items.get("received", b"").decode("ascii", "replace")), data)


def _unquoted(message: bytes) -> bytes:
    """A message that came in quotes for it is short, or as NIL for it is empty."""
    return b"" if message == b"NIL" else re.sub(rb"\\(.)", rb"\1", message[1:-1])


def moment(given: str) -> datetime | None:
    """When the server received a message, as a clock in Vietnam showed it, so that its day is the day here; None for a day that
    is none.
    """
    try:
        received = parsedate_to_datetime(given.strip().replace("-", " ", 2))
        return received.replace(tzinfo=received.tzinfo or UTC).astimezone(VIETNAM) if believable(received) else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
