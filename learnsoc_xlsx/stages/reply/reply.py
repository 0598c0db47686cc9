"""Write the answers and reminders of a run, beside one another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from learnsoc_xlsx.model.findings.finding import NOBODY, Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load_again
from learnsoc_xlsx.stages.reply.addressees import Answer, Reminder
from learnsoc_xlsx.stages.reply.letter import Office, answered, reminded
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.mark.package import NotEditable
from learnsoc_xlsx.stages.reply.mark.review import Heading
from learnsoc_xlsx.stages.reply.refilled import fresh
from learnsoc_xlsx.stages.reply.wording.wording import Wording
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.vietnamese.signing import in_a_sentence

Letter = Answer | Reminder
Work = Callable[[Callable[[Letter], tuple[str, ...]], Iterable[Letter]], Iterator[tuple[str, ...]]]
"""Writes every letter, here or elsewhere, and gives the paths of each in the same order."""


@dataclass(frozen=True)
class Bench:
    """Who marks a workbook, as `marked` does, and prints a form, as `template` does."""

    mark: Callable[[bytes, tuple[Finding, ...], Heading], bytes] = marked
    print: Callable[[Form, Prefill], bytes] = template


USUAL = Bench()
_LISTED = "Mỗi dòng dưới đây là một điểm cần xem. "
_MARKED = "Bấm vào địa chỉ ở cột “Ô” để tới ô ấy; ô được tô nền, kẻ khung đậm và có ghi chú. "
_HERE = "Hãy sửa ngay trên tệp này, ghi ngày lập báo cáo mới ở trang bìa rồi gửi lại cả tệp {when}. Không cần xóa trang này."
_REFUSED = (
    "Hãy làm theo cách nêu ở từng điểm (sửa trên tệp này, hoặc chép số liệu sang đúng mẫu), ghi ngày lập báo cáo mới ở "
    "trang bìa rồi gửi lại {when}."
)
_FRESH = " Đây là mẫu mới, đã điền sẵn những gì đọc được từ tệp “{file}”; xin xem lại các số đã điền."


def replies(
    run: Run,
    read: Sequence[Table],
    letters: Sequence[Letter],
    wording: Wording,
    folder: Path,
    work: Work,
    bench: Bench = USUAL,
) -> Iterator[tuple[str, ...]]:
    """Write each letter and the workbook that goes with it under `folder`; give their paths there.

    `read` holds the tables as they were read, those of refused files too. The same run and wording give the same bytes.
    """
    return work(partial(_reply, read, _office(run, wording), folder, bench), letters)


def _office(run: Run, wording: Wording) -> Office:
    profile = run.register.profile_on(run.written_on)
    contact = str(run.register.settings.get("contact") or "")
    issuer, compiler = in_a_sentence(profile.issuer), profile.compiler or ""
    signer, level = profile.signer or "", run.level.word
    return Office(issuer, profile.signer_title, signer, contact, run.written_on, run.sample, wording, compiler, level)


def _reply(read: Sequence[Table], office: Office, folder: Path, bench: Bench, letter: Letter) -> tuple[str, ...]:
    target = folder / letter.path
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(letter, Reminder):
        target.with_name(f"{target.name}.eml").write_bytes(reminded(letter, office))
        return (f"{letter.path}.eml",)
    book, own = _workbook(read, bench, letter)
    target.with_name(f"{target.name}.eml").write_bytes(answered(letter, office, book, own))
    if book is None:
        return (f"{letter.path}.eml",)
    target.with_name(f"{target.name}.xlsx").write_bytes(book)
    return f"{letter.path}.eml", f"{letter.path}.xlsx"


def _workbook(read: Sequence[Table], bench: Bench, answer: Answer) -> tuple[bytes | None, bool]:
    """The sender's own workbook, marked; where that is not safe a fresh one; where the form is not known, or the workbook
    came behind a password, none.
    """
    if answer.submission.locked:
        return None, False
    try:
        return bench.mark(_sent(answer.submission), _of_one_file(answer.findings), _heading(answer)), True
    except (NotEditable, OSError):
        if answer.form is None:
            return None, False
        book, findings = fresh(answer.form, answer.submission, answer.unit, read, answer.findings, bench.print)
        return bench.mark(book, _of_one_file(findings), _heading(answer, _FRESH)), False


def _of_one_file(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is said within a file, whatever number that has in the run."""
    return tuple(replace(finding, submission=NOBODY) for finding in findings)


def _sent(submission: Submission) -> bytes:
    """The very bytes that were read. Raises OSError where the file is no longer what it was."""
    path = submission.path or Path(submission.file)
    return load_again(Item(submission.file, path, submission.member), submission.sha256)


def _heading(answer: Answer, more: str = "") -> Heading:
    sent, form = answer.submission, answer.form
    form_words = (f"Mẫu {form.number} {form.title}",) if form else ()
    about = " · ".join((answer.unit, *form_words, f"Năm {answer.year}"))
    sentences = (
        _LISTED,
        _MARKED if answer.names_cells else "",
        _REFUSED if sent.status is Status.REFUSED else _HERE,
        more,
    )
    asked = "".join(sentences).format(when=answer.when, file=sent.file.rpartition(WITHIN)[2].rpartition("/")[2])
    return Heading("CÁC ĐIỂM CẦN XEM LẠI", about, asked)
