"""A member: one file out of a container, before anybody looked at what it is."""

from dataclasses import dataclass

from learnsoc_xlsx.messages.envelope import UNKNOWN, Envelope
from learnsoc_xlsx.stages.receive.fault import Fault

NAMELESS = "đính kèm không tên"


@dataclass(frozen=True)
class Member:
    """A file as its container gives it: its name, its bytes, what is known of the message it came with, or why it was not
    taken out.

    `empty` marks a container that held nothing.
    """

    name: str
    data: bytes = b""
    mail: Envelope = UNKNOWN
    fault: Fault | None = None
    empty: bool = False


@dataclass(frozen=True)
class Held:
    """What a container holds, what is known of the message that it is, or came with, the hash of its own bytes, and, where it is
    damaged, so that something may be lost, how.
    """

    members: tuple[Member, ...]
    mail: Envelope = UNKNOWN
    sha256: str = ""
    damage: str = ""
