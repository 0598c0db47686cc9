"""Laid: the forms that only the commune fills in count where it laid them itself; of those that replace one another, the newest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.messages.senders import Senders
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.several.versions import versions
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

    What the commune's own mailbox sent is its own; the record of a round of another commune is refused. What is of a year,
    or of a day, after `until` waits. `dated` gives the day of each submission of a form that says by which day one of
    several of a year, or of a round, counts; the others count together, the same bytes once. `collected` is the folder that
    collecting fills.
    """
    own = {form.id: form for form in forms if form.of_the_commune and not form.governs}
    senders = Senders(register)
    refused = {
        sent.number: fault
        for sent in submissions
        if sent.form in own and sent.status.counts
        if (
            fault := _brought(sent, own[sent.form], senders, collected)
            or _of_another(sent, own[sent.form], register)
            or _to_come(sent, dated.get(sent.number), until)
        )
    }
    kept = [_after(sent, refused.get(sent.number), Status.REFUSED) for sent in submissions]
    again = {finding.submission: finding for finding in _again(kept, own)}
    kept = [_after(sent, again.get(sent.number), Status.SUPERSEDED) for sent in kept]
    settled, findings = versions(kept, dated, replace(register, picks=()))
    return settled, [*refused.values(), *again.values(), *findings]


def _after(sent: Submission, fault: Finding | None, status: Status) -> Submission:
    return replace(sent, status=status, refusal=fault) if fault else sent


def _brought(sent: Submission, form: Form, senders: Senders, collected: str) -> Finding | None:
    """Say how a file came that the commune did not lay itself."""
    by_mail = sent.mail is not None or sent.file.startswith(f"{collected}/")
    if senders.from_office(sent) or not (by_mail or WITHIN in sent.file):
        return None
    by = "đến qua thư" if by_mail else "nằm trong tệp chứa khác"
    called = f"{form.number} “{form.title}”"
    return Finding(Code.OF_THE_COMMUNE, Place(sent.file), sent.number, given=called, other=by)


def _of_another(sent: Submission, form: Form, register: Register) -> Finding | None:
    """Say of the record of a round that it was printed for another commune."""
    printed_from = sent.stamp.printed_from if sent.stamp else None
    own = {profile.unit for profile in register.profile}
    if not form.of_a_round or printed_from is None or printed_from.commune in own:
        return None
    given, expected = printed_from.commune, "; ".join(sorted(own))
    return Finding(Code.RECORD_OF_ANOTHER, Place(sent.file), sent.number, given=given, expected=expected)


def _to_come(sent: Submission, cover: Cover | None, until: date) -> Finding | None:
    day = cover.report_date if cover else None
    later = day is not None and day > until
    if sent.year <= until.year and not later:
        return None
    given = f"{sent.year}, ghi ngày {format_date(day)}" if day and later else str(sent.year)
    place = cover.date_place if cover and later else Place(sent.file)
    return Finding(Code.AFTER_CLOSING, place, sent.number, given=given, expected=format_date(until))


def _again(submissions: Sequence[Submission], own: Mapping[str, Form]) -> Iterator[Finding]:
    """The same bytes count once."""
    first: dict[str, Submission] = {}
    for sent in sorted(submissions, key=lambda sent: (len(sent.file), sent.file)):
        if sent.form in own and sent.status.counts:
            original = first.setdefault(sent.sha256, sent)
            if original is not sent:
                yield Finding(Code.SAME_FILE, Place(sent.file), sent.number, other=original.file)
