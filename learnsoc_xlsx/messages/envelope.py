"""The envelope: what a message says of who sent it, when, and about what."""

import email.utils
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message

from learnsoc_xlsx.messages.headers import decoded, sender
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN

_YEARS = range(1980, 2200)


@dataclass(frozen=True)
class Envelope:
    """Who sent a message (address in lower case, and the name shown), about what, and when the mailbox received it, else
    when it was sent; empty and None where it does not say. `words` is what the sender says in it, without what is quoted
    there; two messages are not told apart by it.
    """

    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    received: datetime | None = None
    words: str = field(default="", compare=False)


UNKNOWN = Envelope()


def envelope_of(message: Message, outer: Envelope = UNKNOWN) -> Envelope:
    """Return the envelope of a message. The one that it came in is asked who sent it and when, where it does not say."""
    address, name = sender(message)
    received = next(_moments(message), outer.received)
    return Envelope(address or outer.sender, name, decoded(str(message.get("subject", ""))), received)


def believable(moment: datetime) -> bool:
    """Whether a message can be of this moment, and not of a clock that was never set."""
    return moment.year in _YEARS


def is_drafted_here(message_id: str) -> bool:
    """Whether a message is one that this program drafted, by its id."""
    return message_id.strip().endswith(f"@{OWN_DOMAIN}>")


def _moments(message: Message) -> Iterator[datetime]:
    """When the message was there: the last station that it passed comes first, then its sender, then the other stations."""
    stations = [str(station).rpartition(";")[2] for station in message.get_all("Received", [])]
    for text in (*stations[:1], str(message.get("Date", "")), *stations[1:]):
        try:
            moment = email.utils.parsedate_to_datetime(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if believable(moment):
            yield moment if moment.tzinfo else moment.replace(tzinfo=UTC)
