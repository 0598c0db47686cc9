"""The mailbox and what comes out of it: an account, a message as fetched, a letter as opened, and what was kept of it."""

from dataclasses import dataclass
from datetime import datetime

from learnsoc_xlsx.model.returns.submissions import Mail

OWN_DOMAIN = "learnsoc.invalid"
"""What the ids of the letters end with that this program drafts."""


@dataclass(frozen=True)
class Account:
    """Where the mail is: an IMAP server, whose box, and which folder of it. `plain` means without TLS."""

    host: str
    port: int
    user: str
    folder: str
    plain: bool = False

    @property
    def name(self) -> str:
        """What tells this box from every other one, in the index."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


@dataclass(frozen=True)
class Message:
    """A message as the server gave it, whole; `received` is the server's own date, in Vietnam's time; where it gave none that
    is one, it is not `dated`, and `received` is when it was fetched.
    """

    uid: int
    received: datetime
    data: bytes
    dated: bool = True


@dataclass(frozen=True)
class Withheld:
    """A message that could not be fetched, and why in Vietnamese: its size in bytes, when it was received, who sent it and about
    what, as far as the server tells.
    """

    uid: int
    why: str
    size: int = 0
    received: datetime | None = None
    sender: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file that came with a letter; `name` may be empty; `via` is who first sent it, in a forwarded letter; `why` says,
    in Vietnamese, why it can be no report whatever it holds.
    """

    name: str
    data: bytes
    via: str = ""
    why: str = ""


@dataclass(frozen=True)
class Letter:
    """A message opened: who sent it (address in lower case, and the name shown), about what, every file in it, and what
    is said in it.
    """

    sender: str
    sender_name: str
    subject: str
    attachments: tuple[Attachment, ...]
    words: str = ""


@dataclass(frozen=True)
class Kept:
    """An attachment that was kept: `file` is where, relative to INBOX; `name` is how the sender called it."""

    file: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Aside:
    """An attachment that was not kept, and why."""

    name: str
    size: int
    why: str


@dataclass(frozen=True)
class Entry:
    """What the index knows of one message: where it lies in the mailbox, its hash, who sent it, and what it held."""

    mailbox: str
    validity: int
    uid: int
    sha256: str
    received: datetime
    sender: str
    sender_name: str
    subject: str
    kept: tuple[Kept, ...] = ()
    aside: tuple[Aside, ...] = ()
    words: str = ""

    @property
    def mail(self) -> Mail:
        """What a submission is told of the message that brought it."""
        return Mail(self.sender, self.received, self.subject, self.words)
