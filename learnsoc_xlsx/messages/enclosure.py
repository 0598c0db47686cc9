"""The words of the walk: a message opened, and what it encloses."""

from dataclasses import dataclass

from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.model.findings.codes import Code


@dataclass(frozen=True)
class Shut:
    """Why something stays shut, or may not be all that was sent: the code of the finding that it gets, the words in it, and how
    many files came out of it.
    """

    code: Code
    why: str = ""
    files: int = 0


@dataclass(frozen=True)
class Enclosure:
    """A file that a message carries. `kind` is its content type, where it has one; `within` names the messages, one
    forwarded in another, that it lies in, and `envelope` is that of the innermost. A message is an enclosure only when
    it is `shut`, also where what came out of it may not be all, or `bare`: it carries nothing.
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
    """A message opened, or a mailbox: its envelope and all that it carries, or why it stays shut; and how it is damaged, so that
    something may be lost.
    """

    envelope: Envelope
    enclosures: tuple[Enclosure, ...] = ()
    shut: Shut | None = None
    damage: str = ""
