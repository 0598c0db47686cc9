"""The letters as drafts (.eml): polite, in Vietnamese, to be read over and sent by the officer."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from typing import Any

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.stages.reply.addressees import Answer, Reminder
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, REMINDER
from learnsoc_xlsx.stages.reply.wording.wording import ISSUED, Wording
from learnsoc_xlsx.stages.reply.wording.words import AnswerWords, Point, ReminderWords
from learnsoc_xlsx.vietnamese.dates import VIETNAM, format_date
from learnsoc_xlsx.vietnamese.signing import signer_lines

FIRST = 10
"""As many findings stand in the letter itself."""
_LINE = 76
"""Letters of a line of an attachment."""
_KIND = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ON_THE_WIRE = compat32.clone(linesep="\r\n")


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
    books = () if book is None else (_Attached(f"{answer.path.rpartition('/')[2]}.xlsx", book),)
    return _letter(answer.to, subject, text, office.as_of, books)


def reminded(reminder: Reminder, office: Office) -> bytes:
    """Return the letter to a unit that has sent nothing of use. The same arguments give the same bytes."""
    words = ReminderWords(
        **_any_words(reminder, reminder.year, office), due=format_date(reminder.due), astray=reminder.astray
    )
    subject, text = office.wording.letter(REMINDER, words)
    return _letter(reminder.to, subject, text, office.as_of)


def _any_words(letter: Answer | Reminder, year: int, office: Office) -> dict[str, Any]:
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


@dataclass(frozen=True)
class _Attached:
    """A workbook that goes with a letter, and the name it bears there."""

    name: str
    book: bytes


def _letter(to: Sequence[str], subject: str, text: str, day: date, attached: Sequence[_Attached] = ()) -> bytes:
    """Return a draft; its id, and the border between its parts, come from what it says."""
    texts = "\0".join((*to, subject, text, *(file.name for file in attached))).encode()
    mark = hashlib.sha256(b"\0".join((texts, *(file.book for file in attached)))).hexdigest()[:32]
    letter = MIMEMultipart(boundary=f"=_learnsoc_{mark}")
    if to:
        letter["To"] = ", ".join(to)
    letter["Subject"] = Header(" ".join(subject.split()), "utf-8", header_name="Subject").encode()
    letter["Date"] = format_datetime(datetime(day.year, day.month, day.day, 8, tzinfo=VIETNAM))
    letter["Message-ID"] = f"<{mark}@{OWN_DOMAIN}>"
    letter["X-Unsent"] = "1"
    letter.attach(MIMEText(text, "plain", "utf-8"))
    opening, end = letter.as_bytes(policy=_ON_THE_WIRE).rsplit(b"--\r\n", 1)
    return opening + b"".join(_part(file, mark) for file in attached) + b"--\r\n" + end


def _part(attached: _Attached, mark: str) -> bytes:
    """An attachment as it stands between two borders; laid in by hand, for the library goes through it line by line."""
    head = MIMEApplication(b"", _KIND)
    name = attached.name
    head.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    packed = b64encode(attached.book)
    lines = (packed[at : at + _LINE] for at in range(0, len(packed), _LINE))
    body = b"\r\n".join((*lines, f"--=_learnsoc_{mark}".encode()))
    return b"\r\n" + head.as_bytes(policy=_ON_THE_WIRE) + body
