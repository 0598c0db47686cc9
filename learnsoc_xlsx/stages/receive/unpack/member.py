"""A member: one file out of a container, before anybody looked at what it is."""

import unicodedata
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
    """What a container holds, and what is known of the message that it is, or came with."""

    members: tuple[Member, ...]
    mail: Envelope = UNKNOWN


def plain(name: str) -> str:
    """Return a name fit to be shown: composed letters, one line, none of the signs that part a container from its members."""
    shown = unicodedata.normalize("NFC", "".join(char if char.isprintable() else " " for char in name))
    return " ".join(shown.replace("›", ">").split())
