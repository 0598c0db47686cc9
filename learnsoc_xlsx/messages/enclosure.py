"""The words of the walk: a message opened, and what it encloses."""

from dataclasses import dataclass

from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.model.findings.codes import Code


@dataclass(frozen=True)
class Shut:
    """Why something stays shut: the code of the finding that it gets, and the words in it."""

    code: Code
    why: str = ""


@dataclass(frozen=True)
class Enclosure:
    """A file that a message carries. `kind` is its content type, where it has one; `within` names the messages, one
    forwarded in another, that it lies in, and `envelope` is that of the innermost. A message is an enclosure only when
    it is `shut`, or `bare`: it carries nothing.
    """

    name: str
    data: bytes
    envelope: Envelope
    kind: str = ""
    within: tuple[str, ...] = ()
    shut: Shut | None = None
    bare: bool = False


@dataclass(frozen=True)
class Opened:
    """A message opened, or a mailbox: its envelope and all that it carries, or why it stays shut."""

    envelope: Envelope
    enclosures: tuple[Enclosure, ...] = ()
    shut: Shut | None = None
