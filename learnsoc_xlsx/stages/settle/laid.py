"""Laid: the forms that only the commune fills in count where it laid them itself; of those that replace one another, the newest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.senders import Senders
from learnsoc_xlsx.stages.settle.versions import versions
from learnsoc_xlsx.vietnamese.dates import format_date


def laid(
    submissions: Sequence[Submission],
    dated: Mapping[int, Cover],
    register: Register,
    forms: Sequence[Form],
    collected: str,
    until: date,
) -> tuple[list[Submission], list[Finding]]:
    """Let the commune's own forms count, and refuse those that came from anybody else: by mail, or in an archive.

    What the commune's own mailbox sent is its own. `dated` gives the day of each submission of a form that says by which
    day one of several of a year counts; the others count together, the same bytes once. `collected` is the folder that
    collecting fills.
    """
    own = {form.id: form for form in forms if form.of_the_commune}
    senders = Senders(register)
    refused = {
        sent.number: fault
        for sent in submissions
        if sent.form in own and sent.status.counts
        if (fault := _fault(sent, own[sent.form], senders, collected, until))
    }
    kept = [_after(sent, refused.get(sent.number), Status.REFUSED) for sent in submissions]
    again = {finding.submission: finding for finding in _again(kept, own)}
    kept = [_after(sent, again.get(sent.number), Status.SUPERSEDED) for sent in kept]
    settled, findings = versions(kept, dated, replace(register, picks=()))
    return settled, [*refused.values(), *again.values(), *findings]


def _after(sent: Submission, fault: Finding | None, status: Status) -> Submission:
    return replace(sent, status=status, refusal=fault) if fault else sent


def _fault(sent: Submission, form: Form, senders: Senders, collected: str, until: date) -> Finding | None:
    """Why a form of the commune does not count: it is not known to come from it, or it is of a year to come."""
    place, by = Place(sent.file), _brought(sent, senders, collected)
    if by:
        called = f"{form.number} “{form.title}”"
        return Finding(Code.OF_THE_COMMUNE, place, sent.number, given=called, other=by)
    if sent.year > until.year:
        return Finding(Code.AFTER_CLOSING, place, sent.number, given=str(sent.year), expected=format_date(until))
    return None


def _brought(sent: Submission, senders: Senders, collected: str) -> str:
    """How a file came that the commune did not lay itself, as the middle of a sentence; nothing where it did."""
    if senders.from_office(sent):
        return ""
    if sent.mail is not None or sent.file.startswith(f"{collected}/"):
        return "đến qua thư"
    return "nằm trong tệp chứa khác" if WITHIN in sent.file else ""


def _again(submissions: Sequence[Submission], own: Mapping[str, Form]) -> Iterator[Finding]:
    """The same bytes count once."""
    first: dict[str, Submission] = {}
    for sent in sorted(submissions, key=lambda sent: (len(sent.file), sent.file)):
        if sent.form in own and sent.status.counts:
            original = first.setdefault(sent.sha256, sent)
            if original is not sent:
                yield Finding(Code.SAME_FILE, Place(sent.file), sent.number, other=original.file)
