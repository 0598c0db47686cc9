"""The letters as drafts (.eml): polite, in Vietnamese, to be read over and sent by the officer."""

import hashlib
from base64 import encodebytes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import REVIEW_SHEET, Form
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.stages.reply.addressees import Answer, Reminder
from learnsoc_xlsx.vietnamese.dates import VIETNAM, format_date
from learnsoc_xlsx.vietnamese.signing import signer_lines

FIRST = 10
"""As many findings stand in the letter itself."""
_KIND = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ON_THE_WIRE = compat32.clone(linesep="\r\n")
_SAMPLE = "(Thư mẫu: số liệu của một xã hư cấu.)"
_MARKED = (
    "Tệp kèm theo là chính báo cáo đơn vị đã gửi: ô cần xem được tô nền, kẻ khung đậm và có ghi chú; trang đầu “{sheet}” "
    "nêu đủ các điểm, bấm vào ô để tới chỗ cần sửa."
)
_LISTED = "Tệp kèm theo là chính báo cáo đơn vị đã gửi, thêm trang đầu “{sheet}” nêu đủ các điểm."
_FRESH = (
    "Tệp đơn vị gửi không ghi chú thẳng vào được, nên xã gửi kèm một mẫu mới đã điền sẵn những gì đọc được từ tệp ấy: ô "
    "cần xem được tô nền, kẻ khung đậm và có ghi chú; trang đầu “{sheet}” nêu đủ các điểm."
)
_AGAIN = "Đề nghị đơn vị sửa ngay trên tệp kèm theo, ghi ngày lập báo cáo mới ở trang bìa, rồi gửi lại cả tệp {when}."
_AGAIN_REFUSED = (
    "Đề nghị đơn vị làm theo cách nêu ở từng điểm (sửa trên tệp kèm theo, hoặc chép số liệu sang đúng mẫu), ghi ngày lập "
    "báo cáo mới ở trang bìa, rồi gửi lại {when}."
)
_AGAIN_WITHOUT = "Đề nghị đơn vị làm lại trên mẫu do xã gửi, ghi ngày lập báo cáo mới ở trang bìa, rồi gửi lại {when}."
_AGAIN_LOCKED = (
    "Báo cáo gửi dưới mật khẩu nên xã không gửi trả tệp qua thư. Đề nghị đơn vị sửa trên tệp của mình, ghi ngày lập báo cáo "
    "mới ở trang bìa, rồi gửi lại {when}."
)


@dataclass(frozen=True)
class Office:
    """Who writes: the commune as it signs, whom to ask, and the day of the run."""

    issuer: str
    signer_title: str
    signer: str
    contact: str
    as_of: date
    sample: bool


def answered(answer: Answer, office: Office, book: bytes | None, own: bool) -> bytes:
    """Return the letter about a return; `book` is what is attached, `own` whether it is the sender's own file, marked.

    The same arguments give the same bytes.
    """
    report = f"báo cáo năm {answer.submission.year}{_form(answer.form)}"
    subject = f"{answer.unit}: đề nghị xem lại {report}"
    attached = book is not None
    about, asked = _about(answer, office, report, attached), _asked(answer, attached, own)
    lines = [*_opening(answer.unit, office), *about, *asked]
    books = () if book is None else (_Attached(f"{answer.path.rpartition('/')[2]}.xlsx", book),)
    return _letter(answer.to, subject, [*lines, *_closing(office)], office, books)


def reminded(reminder: Reminder, office: Office) -> bytes:
    """Return the letter to a unit that has sent nothing of use. The same arguments give the same bytes."""
    report = f"báo cáo năm {reminder.year}{_form(reminder.form)}"
    subject = f"{reminder.unit}: nhắc gửi {report}"
    lines = [
        *_opening(reminder.unit, office),
        f"Đến ngày {format_date(office.as_of)}, {office.issuer} chưa có {report} của đơn vị. Hạn gửi là ngày "
        f"{format_date(reminder.due)}.",
        "",
        "Đề nghị đơn vị điền mẫu xã đã gửi và gửi lại cả tệp sớm nhất có thể. Nếu đơn vị đã gửi rồi, xin báo lại để xã kiểm "
        "tra; nếu mất mẫu, xin báo để xã gửi lại mẫu.",
    ]
    return _letter(reminder.to, subject, [*lines, *_closing(office)], office)


def _form(form: Form | None) -> str:
    return f" (Mẫu {form.number} {form.title})" if form else ""


def _opening(unit: str, office: Office) -> Iterator[str]:
    if office.sample:
        yield from (_SAMPLE, "")
    yield from (f"Kính gửi: {unit}", "")


def _about(answer: Answer, office: Office, report: str, attached: bool) -> Iterator[str]:
    sent, findings = answer.submission, answer.findings
    yield f"{office.issuer} đã nhận tệp “{sent.file.rpartition('/')[2]}”, {report}. Xin cảm ơn đơn vị."
    if answer.owed:
        yield (
            f"Báo cáo này chưa được tính, và đến ngày {format_date(office.as_of)} xã chưa có báo cáo năm {answer.owed.year} nào "
            f"khác của đơn vị; hạn gửi là ngày {format_date(answer.owed.due)}. Những điểm cần sửa:"
        )
    elif sent.status is Status.REFUSED:
        yield "Báo cáo này chưa được tính, vì những điểm sau:"
    else:
        yield f"Báo cáo có {_counted(findings)}:"
    yield ""
    shown = findings[:FIRST] if attached else findings
    yield from (f"{number}. {_where(each)}{each.to_the_sender}" for number, each in enumerate(shown, 1))
    if len(findings) > len(shown):
        yield f"… và {len(findings) - FIRST} điểm khác, nêu ở trang “{REVIEW_SHEET}” của tệp kèm theo."
    yield ""


def _counted(findings: Sequence[Finding]) -> str:
    errors = sum(each.severity is Severity.ERROR for each in findings)
    if errors == len(findings):
        return f"{errors} lỗi cần sửa"
    return f"{len(findings)} điểm cần xem lại" + (f", trong đó {errors} lỗi" if errors else "")


def _where(finding: Finding) -> str:
    place = finding.place
    if not place.sheet:
        return ""
    if not place.cell:
        return f"Trang “{place.sheet}”: "
    return f"Trang “{place.sheet}”, {'dòng ' + str(place.row) if place.cell[0].isdigit() else 'ô ' + place.cell}: "


def _asked(answer: Answer, attached: bool, own: bool) -> Iterator[str]:
    when = f"chậm nhất ngày {format_date(answer.due)}" if answer.due else "sớm nhất có thể"
    if attached:
        words = _FRESH if not own else _MARKED if answer.names_cells else _LISTED
        yield from (words.format(sheet=REVIEW_SHEET), "")
    if not attached:
        yield (_AGAIN_LOCKED if answer.submission.locked else _AGAIN_WITHOUT).format(when=when)
    else:
        yield (_AGAIN_REFUSED if answer.submission.status is Status.REFUSED else _AGAIN).format(when=when)


def _closing(office: Office) -> Iterator[str]:
    if office.contact:
        yield from ("", f"Chưa rõ điều gì, xin hỏi: {office.contact}.")
    yield from ("", "Trân trọng cảm ơn.", "", office.issuer)
    yield from (*signer_lines(office.signer_title), office.signer)


@dataclass(frozen=True)
class _Attached:
    """A workbook that goes with a letter, and the name it bears there."""

    name: str
    book: bytes


def _letter(
    to: Sequence[str], subject: str, lines: Iterable[str], office: Office, attached: Sequence[_Attached] = ()
) -> bytes:
    """Return a draft; its id, and the border between its parts, come from what it says."""
    text, day = "\n".join(lines) + "\n", office.as_of
    said = "\0".join((*to, subject, text, *(each.name for each in attached))).encode()
    mark = hashlib.sha256(b"\0".join((said, *(each.book for each in attached)))).hexdigest()[:32]
    letter = MIMEMultipart(boundary=f"=_learnsoc_{mark}")
    if to:
        letter["To"] = ", ".join(to)
    letter["Subject"] = Header(" ".join(subject.split()), "utf-8", header_name="Subject").encode()
    letter["Date"] = format_datetime(datetime(day.year, day.month, day.day, 8, tzinfo=VIETNAM))
    letter["Message-ID"] = f"<{mark}@{OWN_DOMAIN}>"
    letter["X-Unsent"] = "1"
    letter.attach(MIMEText(text, "plain", "utf-8"))
    opening, end = letter.as_bytes(policy=_ON_THE_WIRE).rsplit(b"--\r\n", 1)
    return opening + b"".join(_part(each, mark) for each in attached) + b"--\r\n" + end


def _part(attached: _Attached, mark: str) -> bytes:
    """An attachment as it stands between two borders; laid in by hand, for the library goes through it line by line."""
    head = MIMEApplication(b"", _KIND)
    name = attached.name
    head.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    body = encodebytes(attached.book).replace(b"\n", b"\r\n")
    return b"\r\n" + head.as_bytes(policy=_ON_THE_WIRE) + body + f"--=_learnsoc_{mark}".encode()
