"""Who is to be written to after a run, about what, and where the letter goes."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.messages.senders import Senders
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form, Head
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.model.returns.submissions import Missing, Status, Submission
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.spreadsheet.on_disk.file_names import safe
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.signing import within_a_sentence

LastDay = Callable[[str, int], date]
"""The last day on which a kind of unit reports on time for a year."""

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_FOLDER = "phan_hoi"


@dataclass(frozen=True)
class Answer:
    """What one sender is told of one return, or of files that cannot be read as one: of `files`, the first of which is the
    `submission`. `path` lies under OUT, without an ending; `due` None: as soon as possible; `owed` is the report that the
    unit still owes, past its last day, for it has sent nothing of use but this; `addressee` is
    whoever heads the unit (empty: the unit itself).
    """

    path: str
    submission: Submission
    form: Form | None
    unit: str
    to: tuple[str, ...]
    due: date | None
    findings: tuple[Finding, ...]
    year: int
    files: tuple[str, ...]
    owed: Missing | None = None
    addressee: str = ""

    @property
    def names_cells(self) -> bool:
        """Whether any finding stands in a cell, and not only in the file or a sheet."""
        return any(finding.place.cell for finding in self.findings)

    @property
    def when(self) -> str:
        """By when the return is to come back, in Vietnamese."""
        return f"chậm nhất ngày {format_date(self.due)}" if self.due else "sớm nhất có thể"


@dataclass(frozen=True)
class Reminder:
    """What a unit is told that has sent nothing of use for a year, though its last day `due` has passed; `astray` says that
    there are files that may be its report.
    """

    path: str
    form: Form | None
    unit: str
    to: tuple[str, ...]
    year: int
    due: date
    astray: bool = False
    addressee: str = ""


@dataclass(frozen=True)
class Sending:
    """What a unit is sent at the beginning of a year: the workbook of its form, by the name that it bears, to be back by `due`
    at `return_to` (empty: whoever wrote).
    """

    form: Form
    unit: str
    to: tuple[str, ...]
    year: int
    due: date
    file: str
    book: bytes
    return_to: str = ""
    addressee: str = ""


def answers(run: Run, last_day: LastDay) -> list[Answer | Reminder]:
    """Return the answers and reminders of a run, each with a path of its own.

    A return is answered when it counts or was refused, its unit is known, and it has errors or warnings that its
    sender can mend. The return that counts bears the unit's plain name; others of that unit and year a number. Who is
    answered is not reminded too: the answer to a refused return says that the report is still owed. So does that to a
    unit that sent, from its own mailbox, only what cannot be read as a return. Nobody is reminded before the last day has
    passed, though the day whose figures are told lies beyond it.
    """
    letters = _Letters(run, last_day)
    addressed = [
        sent for sent in run.submissions if sent.unit and (sent.status.counts or sent.status is Status.REFUSED)
    ]
    first = sorted(addressed, key=lambda sent: (not sent.status.counts, sent.number))
    replied = [answer for answer in map(letters.answer, first) if answer is not None]
    replied += letters.unread({(answer.submission.unit, letters.shelf(answer.year)) for answer in replied})
    answered = {(answer.submission.unit, letters.shelf(answer.year)) for answer in replied}
    overdue = [report for report in run.missing if report.state == "missing" and report.due < run.written_on]
    silent = [report for report in overdue if (report.unit, report.year) not in answered]
    return [*replied, *map(letters.reminder, silent)]


class _Letters:
    """Addresses the letters of one run."""

    def __init__(self, run: Run, last_day: LastDay) -> None:
        self._run, self._last_day = run, last_day
        self._senders = Senders(run.register)
        self._taken: set[str] = set()
        self._forms = {(form.id, form.year): form for form in reversed(run.forms)}
        self._versions = {(form.id, form.version): form for form in run.forms}
        self._heads = {kind: form.heads for form in run.forms for kind in form.unit_kinds}
        self._owing = {(kind, form.year) for form in run.forms for kind in form.unit_kinds}
        self._years = {form.year for form in run.forms}
        self._owed = {(report.unit, report.year): report for report in run.missing if report.is_owed}
        self._findings: dict[int, list[Finding]] = {}
        for finding in run.findings:
            if finding.severity is not Severity.NOTE and not finding.code.for_office:
                self._findings.setdefault(finding.submission, []).append(finding)

    def shelf(self, year: int) -> int:
        """The year under which a letter is laid: the return's, or the latest of the run where no report can be of that."""
        return year if year in self._years else max(self._years, default=self._run.as_of.year)

    def answer(self, sent: Submission) -> Answer | None:
        findings = sorted(self._findings.get(sent.number, ()), key=_order)
        if not findings:
            return None
        unit = self._unit(sent.unit, self.shelf(sent.year))
        due = self._last_day(unit.kind, sent.year) if unit and (unit.kind, sent.year) in self._owing else None
        return Answer(
            path=self._path(self.shelf(sent.year), sent.unit),
            submission=sent,
            form=self._form(sent),
            unit=unit.name if unit else sent.unit,
            to=self._to(sent, unit),
            due=due if due and due >= self._run.written_on else None,
            findings=tuple(findings),
            year=sent.year,
            files=(sent.file,),
            owed=self._owed.get((sent.unit, self.shelf(sent.year))) or self._in_place_of(sent),
            addressee="" if self._is_of_others(sent) else head_of(unit, self._heads.get(unit.kind, ()) if unit else ()),
        )

    def _in_place_of(self, sent: Submission) -> Missing | None:
        """The report of another year in whose place a return lies: its cover says that year."""
        owed = (report for report in self._owed.values() if report.unit == sent.unit)
        return next((report for report in owed if report.file == sent.file), None)

    def unread(self, answered: Collection[tuple[str, int]]) -> Iterator[Answer]:
        """Answer each unit that sent, from its own mailbox, what cannot be read as a report that it has not given yet."""
        given = {(sent.unit, sent.year) for sent in self._run.submissions if sent.status.counts} | set(answered)
        files: dict[tuple[str, int], list[Submission]] = {}
        for lost in self._run.astray:
            about = lost.sender, self.shelf(lost.year)
            if lost.sender and about not in given and self._findings.get(lost.sent.number) and not _is_bare(lost.sent):
                files.setdefault(about, []).append(lost.sent)
        yield from (self._of_unread(unit, year, sent) for (unit, year), sent in files.items())

    def _of_unread(self, name: str, year: int, files: Sequence[Submission]) -> Answer:
        unit = self._unit(name, year)
        due = self._last_day(unit.kind, year) if unit and (unit.kind, year) in self._owing else None
        return Answer(
            path=self._path(year, name),
            submission=replace(files[0], unit=name),
            form=None,
            unit=unit.name if unit else name,
            to=reached(unit.email if unit else None),
            due=due if due and due >= self._run.written_on else None,
            findings=tuple(finding for sent in files for finding in sorted(self._findings[sent.number], key=_order)),
            year=year,
            files=tuple(map(_called, files)),
            owed=self._owed.get((name, year)),
            addressee=head_of(unit, self._heads.get(unit.kind, ()) if unit else ()),
        )

    def reminder(self, missing: Missing) -> Reminder:
        unit = self._unit(missing.unit, missing.year)
        return Reminder(
            path=self._path(missing.year, missing.unit, "_nhac"),
            form=self._forms.get((missing.form, missing.year)),
            unit=unit.name if unit else missing.unit,
            to=reached(unit.email if unit else None),
            year=missing.year,
            due=missing.due,
            astray=bool(missing.near),
            addressee=head_of(unit, self._heads.get(unit.kind, ()) if unit else ()),
        )

    def _to(self, sent: Submission, unit: Unit | None) -> tuple[str, ...]:
        """Where an answer goes: to the unit's mailbox, else to where the return came from. What may hold another unit's
        people goes only back to where it came from.
        """
        came_from = reached(sent.mail.sender if sent.mail else None)
        if self._is_of_others(sent):
            return came_from
        return reached(unit.email if unit else None) or came_from

    def _is_of_others(self, sent: Submission) -> bool:
        """Whether a return may hold another unit's people: its cover names that unit, or only that unit's mailbox sent it."""
        return bool(sent.refusal and sent.refusal.code is Code.COVER_OF_ANOTHER) or self._senders.foreign(sent)

    def _form(self, sent: Submission) -> Form | None:
        """The form of a return in its own version; in the newest where its stamp names none that is known here."""
        version = sent.stamp.version if sent.stamp else ""
        return self._versions.get((sent.form, version)) or self._forms.get((sent.form, sent.year))

    def _unit(self, name: str, year: int) -> Unit | None:
        return self._run.register.unit_on(name, date(year, 12, 31))

    def _path(self, year: int, unit: str, ending: str = "") -> str:
        plain = safe(re.sub(r"[^\w-]", "_", unit))
        path = next(name for name in _names(f"{_FOLDER}/{year}/{plain}{ending}") if name.casefold() not in self._taken)
        self._taken.add(path.casefold())
        return path


def head_of(unit: Unit | None, heads: Sequence[Head]) -> str:
    """Return how whoever heads a unit is addressed, after what its form declares; nothing where that is not declared."""
    fitting = (head.called for head in heads if unit and key(unit.name).startswith(key(head.begins)))
    called = next(fitting, "")
    return f"Ông/Bà {called.format(unit=unit.name, lower=within_a_sentence(unit.name))}" if called and unit else ""


def _is_bare(sent: Submission) -> bool:
    """Whether it is a message of words alone, which asks for no report back."""
    return bool(sent.refusal and sent.refusal.code is Code.NOTHING_INSIDE and not sent.refusal.extra)


def _called(sent: Submission) -> str:
    """A file as its sender knows it: a message that carries nothing to be read, by what it is about."""
    if sent.refusal and sent.refusal.code is Code.NOTHING_INSIDE and sent.mail and sent.mail.subject:
        return sent.mail.subject
    return sent.file


def _names(path: str) -> Iterator[str]:
    yield path
    number = 2
    while True:
        yield f"{path}_{number}"
        number += 1


def _order(finding: Finding) -> tuple[str, str, int, str]:
    """Errors first; then as somebody reads who goes through the workbook."""
    place = finding.place
    return finding.severity.word, place.sheet, place.row, place.cell


def reached(text: str | None) -> tuple[str, ...]:
    """Return the addresses in a text that a letter can go to."""
    return tuple(address for address in addresses(text) if _ADDRESS.fullmatch(address))
