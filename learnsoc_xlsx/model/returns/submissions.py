"""A submission: a filled form that came back, what became of it, and of each of its rows."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.prefill import PrintedFrom


class Status(Enum):
    """What became of a file (the wire words of run.json), with the label shown."""

    ACCEPTED = ("accepted", "Đã nhận")
    ACCEPTED_WITH_FINDINGS = ("accepted_with_findings", "Đã nhận, có điểm cần xem")
    SUPERSEDED = ("superseded", "Có bản khác được tính")
    REFUSED = ("refused", "Không nhận")
    NOT_A_FORM = ("not_a_form", "Không phải mẫu biểu")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label

    @property
    def counts(self) -> bool:
        """Whether the figures of such a submission are used."""
        return self in (Status.ACCEPTED, Status.ACCEPTED_WITH_FINDINGS)


@dataclass(frozen=True)
class Stamp:
    """What a template says of itself: form id, version, year, and the unit it was made for (may be empty).

    One that was printed from what a run found says of which round, for which commune, and the fingerprint of what it found.
    """

    form: str
    version: str
    year: int
    unit: str = ""
    printed_from: PrintedFrom | None = None

    @property
    def revision(self) -> int | None:
        """The revision of the form, after the version; None where that says none for its year."""
        year, _, revision = self.version.partition(".")
        return int(revision) if year == str(self.year) and revision.isdecimal() else None

    def __str__(self) -> str:
        whole = f"learnsoc:{self.form}:{self.version}:{self.year}:{self.unit}"
        return f"{whole}:{self.printed_from}" if self.printed_from else whole


@dataclass(frozen=True)
class Mail:
    """The message that a file came with: who sent it, when the mailbox received it, about what, and what it says in words
    (for the officer alone: two messages are not told apart by it).
    """

    sender: str
    received: datetime
    subject: str = ""
    words: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of one table of one submission: read = accepted + rejected + ignored."""

    table: str
    sheet: str
    read: int
    accepted: int
    rejected: int
    ignored: int


class Fate(Enum):
    """What became of a row that did not count (the wire words of run.json), with the label shown."""

    REJECTED = ("rejected", "✘ Loại")
    IGNORED = ("ignored", "• Bỏ qua")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """A row that did not count, where it stands, and why: the finding that keeps it out, or a remark where none is needed."""

    submission: int
    table: str
    sheet: str
    row: int
    fate: Fate
    finding: Finding | None = None
    remark: str = ""

    @property
    def reason(self) -> str:
        """The sentence that says why, in Vietnamese."""
        return self.cause.message if self.cause else self.remark

    @property
    def cause(self) -> Finding | None:
        """The finding as it stands in this row, where it stands in many."""
        return self.finding.in_row(self.row) if self.finding else None


@dataclass(frozen=True)
class Submission:
    """A file that came in. `number` is its place in the run; `file` is the name under which it is shown, which no other
    bears; `path` is the file of INBOX that it is, or lies in as `member`; `refusal` is why it does not
    count; `saved` is when the program that wrote the file says it was saved (ISO, empty when it does not say); `mail` is
    the message that brought it, where that is known; `locked` says that it came behind a password that was told.
    """

    number: int
    file: str
    sha256: str
    size: int
    status: Status
    stamp: Stamp | None = None
    unit: str = ""
    received: date | None = None
    refusal: Finding | None = None
    container: str = ""
    saved: str = ""
    tables: tuple[Ledger, ...] = ()
    mail: Mail | None = None
    locked: bool = False
    path: Path | None = None
    member: int | None = None

    @property
    def reason(self) -> str:
        """Why it does not count, in Vietnamese; nothing where it does."""
        return self.refusal.message if self.refusal else ""

    @property
    def form(self) -> str:
        return self.stamp.form if self.stamp else ""

    @property
    def year(self) -> int:
        return self.stamp.year if self.stamp else 0

    @property
    def round(self) -> str:
        """The round that it is the record of; empty for what is of no round, as every return of a unit is."""
        printed_from = self.stamp.printed_from if self.stamp else None
        return printed_from.round if printed_from and not self.unit else ""


@dataclass(frozen=True)
class Missing:
    """A report that was due. `state`: "missing", nothing came; "unread", what came in `file` was refused or could not be
    opened; "late", it came on the day `received`, after the last day `due`. `near` are other files that count for nobody
    and may be this report, by the names under which they are shown.
    """

    unit: str
    form: str
    year: int
    due: date
    state: str
    received: date | None = None
    file: str = ""
    near: tuple[str, ...] = ()

    @property
    def is_owed(self) -> bool:
        """Whether nothing of use is there."""
        return self.state != "late"

    def unread(self, file: str) -> "Missing":
        """Return the same gap, behind which a file lies that could not be read."""
        return replace(self, state="unread", file=file)


@dataclass(frozen=True)
class Astray:
    """A file that may be a report and counts for nobody: the unit whose mailbox sent it (may be empty), the units that its
    own name or folder names, those whose names it comes near (they among them), the year that it is of, 0 where nothing
    tells, and the one that its cover says, where that is another.
    """

    sent: Submission
    sender: str
    named: frozenset[str]
    near: frozenset[str]
    year: int
    cover_year: int = 0

    @property
    def unit(self) -> str:
        """The unit whose it surely is, after its stamp, its mailbox, or its name where that names one alone; else empty."""
        alone = next(iter(self.named)) if len(self.named) == 1 else ""
        return self.sent.unit or self.sender or alone
