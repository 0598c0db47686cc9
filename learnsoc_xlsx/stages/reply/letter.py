"""The letters as drafts (.eml): polite, in Vietnamese, to be read over and sent by the officer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.stages.reply.addressees import Answer, Reminder, Sending
from learnsoc_xlsx.stages.reply.draft import AttachedBook, draft
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, REMINDER, SENDING
from learnsoc_xlsx.stages.reply.wording.wording import ISSUED, Wording
from learnsoc_xlsx.stages.reply.wording.words import AnswerWords, Point, ReminderWords, SendingWords
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.signing import signer_lines

FIRST = 10
"""As many findings stand in the letter itself."""


@dataclass(frozen=True)
class Office:
    """Who writes: the commune as it signs and is called, whom to ask, the day of the run, the wording of its letters, and
    who put the reports together (empty: the letters bear no name); `level` is what it is called in a sentence: xã.
    """

    issuer: str
    signer_title: str
    signer: str
    contact: str
    as_of: date
    sample: bool
    wording: Wording = ISSUED
    compiler: str = ""
    level: str = ""


def answered(answer: Answer, office: Office, book: bytes | None, own: bool) -> bytes:
    """Return the letter about a return; `book` is what is attached, `own` whether it is the sender's own file, marked.

    The same arguments give the same bytes.
    """
    subject, text = office.wording.letter(ANSWER, _answer_words(answer, office, book is not None, own))
    books = () if book is None else (AttachedBook(f"{answer.path.rpartition('/')[2]}.xlsx", book),)
    return draft(answer.to, subject, text, office.as_of, books)


def reminded(reminder: Reminder, office: Office) -> bytes:
    """Return the letter to a unit that has sent nothing of use. The same arguments give the same bytes."""
    words = ReminderWords(
        **_any_words(reminder, reminder.year, office), due=format_date(reminder.due), astray=reminder.astray
    )
    subject, text = office.wording.letter(REMINDER, words)
    return draft(reminder.to, subject, text, office.as_of)


def sent_out(sending: Sending, office: Office) -> bytes:
    """Return the letter with which a form goes to its unit. The same arguments give the same bytes."""
    late = sending.due < office.as_of
    words = SendingWords(
        **_any_words(sending, sending.year, office),
        file=sending.file,
        return_to=sending.return_to,
        due=format_date(sending.due),
        when="sớm nhất có thể" if late else f"chậm nhất ngày {format_date(sending.due)}",
    )
    subject, text = office.wording.letter(SENDING, words)
    return draft(sending.to, subject, text, office.as_of, (AttachedBook(sending.file, sending.book),))


def _any_words(letter: Answer | Reminder | Sending, year: int, office: Office) -> dict[str, Any]:
    """The words of any letter, by their fields."""
    form_name = f"{letter.form.number} {letter.form.title}" if letter.form else ""
    return {
        "unit": _on_one_line(letter.unit),
        "addressee": _on_one_line(letter.addressee or letter.unit),
        "issuer": office.issuer,
        "report": f"báo cáo năm {year}" + (f" (Mẫu {form_name})" if form_name else ""),
        "year": year,
        "form": form_name,
        "as_of": format_date(office.as_of),
        "contact": office.contact,
        "signer_lines": signer_lines(office.signer_title),
        "signer": office.signer,
        "sample": office.sample,
        "compiler": office.compiler,
        "level": office.level,
    }


def _answer_words(answer: Answer, office: Office, attached: bool, own: bool) -> AnswerWords:
    sent, findings, owed = answer.submission, answer.findings, answer.owed
    shown = findings[:FIRST] if attached else findings
    return AnswerWords(
        **_any_words(answer, answer.year, office),
        file="”, “".join(map(_called, answer.files)),
        counts=sent.status.counts,
        owed_year=str(owed.year) if owed else "",
        owed_due=format_date(owed.due) if owed else "",
        count=len(findings),
        errors=sum(finding.severity is Severity.ERROR for finding in findings),
        points=tuple(
            Point(number, finding.place.sheet, _cell(finding.place), _about(finding, answer))
            for number, finding in enumerate(shown, 1)
        ),
        others=len(findings) - len(shown),
        review_sheet=REVIEW_SHEET,
        attached=attached,
        own=attached and own,
        marks_cells=answer.names_cells,
        locked=sent.locked,
        due=format_date(answer.due) if answer.due else "",
        when=answer.when,
    )


def _called(file: str) -> str:
    """What the sender called a file: without where it lies here, and what it came in."""
    return _on_one_line(file.rpartition(WITHIN)[2].rpartition("/")[2])


def _about(finding: Finding, answer: Answer) -> str:
    """What is said of a point; where several files are answered at once, of which of them."""
    sentence = finding.to_the_sender
    return f"“{_called(finding.place.file)}”: {sentence}" if len(answer.files) > 1 else sentence


def _cell(place: Place) -> str:
    """Where on its sheet a point stands: a cell, or a whole row."""
    if not place.cell:
        return ""
    return f"dòng {place.row}" if place.cell[0].isdigit() else f"ô {place.cell}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
