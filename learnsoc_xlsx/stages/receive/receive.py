"""Receive: take a file as it came, say what it is, and read the stamp that its template carried."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import STAMP_SHEET
from learnsoc_xlsx.model.form.prefill import PrintedFrom
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.on_disk.apple import without_wrapping
from learnsoc_xlsx.stages.receive.fault import Fault, damaged, failed
from learnsoc_xlsx.stages.receive.in_hand import in_hand
from learnsoc_xlsx.stages.receive.preflight.kept_beside import kept_beside
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.trial import cause, trial
from learnsoc_xlsx.stages.receive.unlock import BY_TOLD, unlock
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, Taken

_STAMP = re.compile(r"learnsoc:(\w+):([\w.-]+):(\d{4}):(.*)")
_PRINTED_FROM = re.compile(r"([^:]*):([\w.-]+):([^:]+):([0-9a-f]+)")
_LONGEST_UNIT = 200
"""Letters of a unit's code: none that a register may give is nearly so long."""
_VISIBLE_ROWS = 80
_WRITTEN = ("council", "result")
"""What a run stamps its own workbooks with; one of these that is a form as well is a form, whoever wrote it."""


@dataclass(frozen=True)
class Admissible:
    """What may come in: the ids of the forms, and the years of the movement."""

    forms: frozenset[str]
    years: range


@dataclass(frozen=True)
class Arrival:
    """A file, what was made of it, and, when it is a form, its open workbook."""

    submission: Submission
    findings: tuple[Finding, ...]
    book: Book | None = None


def receive(item: Item, number: int, admissible: Admissible, passwords: Passwords = NO_PASSWORDS) -> Arrival:
    """Take one file that came in: hash it, tell what it is by its bytes, open it and read its stamp.

    One behind a password that was told is opened with it, looked at like any other, and says so in a note.
    Never raises for what a file holds, or for one that the system does not hand over: what is no workbook, is not safe
    to open, cannot be opened, bears no stamp, or that of a form or year unknown here, comes back with a finding and the
    status NOT_A_FORM or REFUSED.
    """
    arrival = _received(in_hand(item), number, admissible, passwords)
    if item.remark is None:
        return arrival
    remark = finding_of(item.remark, Place(item.name), number)
    return replace(arrival, findings=(*arrival.findings, remark))


def looked_at(data: bytes, fault: Fault | None, passwords: Passwords) -> tuple[bytes, Sound | Fault, str]:
    """Return the bytes to open, what they are or why they are not to be opened, and what took a password off them."""
    by = ""
    sound = fault or preflight(data)
    if isinstance(sound, Fault) and sound.code is Code.PASSWORD:
        opened = unlock(data, passwords)
        if isinstance(opened, Fault):
            return data, opened, by
        data, by = opened.data, opened.by
        sound = preflight(data)
    if isinstance(sound, Sound) and sound.doubtful:
        sound = trial(data, sound.container) or sound
    return data, sound, by


def _received(item: Item, number: int, admissible: Admissible, passwords: Passwords) -> Arrival:
    data = item.held or b""
    submission = Submission(
        number, item.name, item.sha256, len(data), Status.ACCEPTED, mail=item.mail, path=item.path, member=item.member
    )
    if item.taken:
        return _turned_away(submission, _unpacked(item.taken))
    if not item.fault and (fault := kept_beside(item.name, data)):
        return _turned_away(submission, fault)
    data, sound, by = looked_at(without_wrapping(data), item.fault, passwords)
    submission = replace(submission, locked=by == BY_TOLD)
    if isinstance(sound, Fault):
        return _turned_away(submission, sound)
    try:
        book = Book(data, sound.container, sound.parts)
        stamp = _stamp(book)
        saved = _saved(sound)
    except ENDING:
        raise
    except BaseException as error:  # the reader's panics are no Exception
        return _turned_away(submission, failed(error, cause(str(error))))
    if stamp is None:
        return _turned_away(submission, Fault(Code.NO_STAMP))
    if stamp.form in _WRITTEN and stamp.form not in admissible.forms:
        return _turned_away(submission, Fault(Code.OWN_OUTPUT))
    stamped = replace(submission, stamp=stamp, unit=stamp.unit, container=sound.container, saved=saved)
    if stamp.form not in admissible.forms:
        return _turned_away(stamped, Fault(Code.UNKNOWN_FORM, stamp.form))
    if stamp.year not in admissible.years:
        years = f"{admissible.years[0]}–{admissible.years[-1]}"
        return _turned_away(stamped, Fault(Code.YEAR_OUTSIDE, str(stamp.year), years))
    return Arrival(stamped, _locked(stamped, by), book)


def _locked(submission: Submission, by: str) -> tuple[Finding, ...]:
    return (Finding(Code.UNLOCKED, Place(submission.file), submission.number, given=by),) if by else ()


_NO_FORM = frozenset({
    Code.NOT_A_WORKBOOK, Code.NO_STAMP, Code.LOCK_FILE, Code.OWN_OUTPUT, Code.UNPACKED, Code.NOTHING_INSIDE,
    Code.OWN_WORDING, Code.BAD_WORDING, Code.BAD_PAPER, Code.IDLE_PAPER, Code.SYSTEM_FILE, Code.OF_THE_PROGRAM,
    Code.NO_PLAIN_FILE, Code.LINKED, Code.LEADS_OUT,
})  # fmt: skip


def _turned_away(submission: Submission, fault: Fault) -> Arrival:
    place = Place(submission.file, fault.sheet, fault.cell if fault.sheet else "")
    finding = finding_of(fault, place, submission.number)
    status = Status.REFUSED if submission.stamp or fault.code not in _NO_FORM else Status.NOT_A_FORM
    return Arrival(replace(submission, status=status, refusal=finding), (finding,))


def finding_of(fault: Fault, place: Place, number: int) -> Finding:
    """Return what is said of a submission, at a place in it."""
    return Finding(
        fault.code, place, number, given=fault.given, expected=fault.expected, other=fault.other, extra=fault.extra
    )


_NAMED = 12
_NO_ENDING = "không có đuôi"


def _unpacked(taken: Taken) -> Fault:
    """Say what came out of a container; what nobody sends for a report is named in one breath."""
    named = ", ".join(f"“{name}”" for name in taken.aside[:_NAMED])
    more = (
        f" và {len(taken.aside) - _NAMED} tệp khác ({_endings(taken.aside[_NAMED:])})" if taken.aside[_NAMED:] else ""
    )
    extra = f"; không đọc {named}{more}" if named else ""
    if taken.damage:
        return replace(damaged(taken.damage, taken.files), extra=extra)
    return Fault(Code.UNPACKED if taken.files else Code.NOTHING_INSIDE, str(taken.files), extra=extra)


def _endings(names: Sequence[str]) -> str:
    """Say how many files there are of which kind, those of which there are most first."""
    kinds = Counter(PurePosixPath(name).suffix.lower() or _NO_ENDING for name in names)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))


_SAVED = {"xlsx": "docProps/core.xml", "xlsb": "docProps/core.xml", "ods": "meta.xml"}
_SAVED_AT = re.compile(rb"<(?:dcterms:modified|dc:date)[^>]*>([0-9T:.Z+-]+)<")


def _saved(sound: Sound) -> str:
    """Return when the file says it was saved, or nothing."""
    part = _SAVED.get(sound.container, "")
    if sound.parts is None or part not in sound.parts.names:
        return ""
    match = _SAVED_AT.search(sound.parts.read(part))
    return match[1].decode("ascii") if match else ""


def _stamp(book: Book) -> Stamp | None:
    """Return the stamp: of the hidden sheet, or, if some program dropped that, as it can be read on the others."""
    names = sorted(book.sheet_names, key=lambda name: name != STAMP_SHEET)
    for name in names:
        for row in book.beginning(name, _VISIBLE_ROWS):
            for cell in row:
                if isinstance(cell, str) and (match := _STAMP.search(cell)):
                    return _as_stamped(*match.groups())
    return None


def _as_stamped(form: str, version: str, year: str, rest: str) -> Stamp:
    """The stamp after its parts; behind the unit may stand what the form was printed from."""
    of_round = _PRINTED_FROM.fullmatch(rest.strip())
    unit = of_round[1] if of_round else rest.strip()
    printed_from = PrintedFrom(of_round[2], of_round[3], of_round[4]) if of_round else None
    return Stamp(form, version, int(year), unit[:_LONGEST_UNIT], printed_from)
