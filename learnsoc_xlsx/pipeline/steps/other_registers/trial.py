"""A trial: the register that holds with the choices of another one in place, and what differs between the two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import Task, intake, items_of
from learnsoc_xlsx.pipeline.steps.register import REGISTER, read_alone, said_of
from learnsoc_xlsx.stages.write.changes.changes import Cause
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import differing, register_rows

CHOICES = ("quotas", "thresholds", "choices")
"""The sheets of a register, by id, that say how rounds are held."""
_WORDS = ("source", "meaning", "clause", "example")
"""The fields of these sheets that only say what a number is and whose word: by them nobody moves."""
SETTINGS = ("closing_date", "reports_since")
"""The settings that say so."""
_SHOWN = 10
"""Findings that are printed where a register has errors."""
_ABSENT = "Không có tệp “{file}”. Hãy kiểm tra lại tên tệp."
_NO_REGISTER = "“{file}” không phải danh bạ (mẫu 00), nên không có lựa chọn nào để thử.{why}"
_FAULTY = "Danh bạ thử “{file}” còn {count} lỗi. Hãy sửa rồi chạy lại; chưa kết quả nào thay đổi."
_SAME = "“{file}” không có số lượng, ngưỡng hay lựa chọn nào khác danh bạ đang dùng, nên không có gì để thử.{rest}"
_REST = " Hai tệp chỉ khác ở {count} mục không thử được: đơn vị, thông tin xã, quyết định công nhận và các phần khác vẫn lấy ở danh bạ đang dùng."


@dataclass(frozen=True)
class Other:
    """The register that holds with the choices of `file`: `taken` are those that differ, `left` is what else differs;
    `remarks` are what is to be looked at of its choices.
    """

    file: str
    register: Register
    taken: tuple[Cause, ...]
    left: tuple[Cause, ...]
    remarks: tuple[Finding, ...]


def choices_in(file: Path, register: Register, tables: Sequence[Table], passwords: Passwords) -> Other:
    """Put the choices of the register in `file` in the place of those of the register that holds, whose `tables` these are.

    A sheet that `file` lacks says nothing. Raises Refusal where it is no register, has errors, or chooses nothing else.
    """
    if not file.is_file():
        raise Refusal(_ABSENT.format(file=file))
    other, other_tables, remarks = _read(file, passwords)
    causes = [
        cause
        for cause in differing(register_rows(tables), register_rows(other_tables), other.file)
        if cause.sheet in other.layouts and not (cause.sheet in CHOICES and cause.field in _WORDS)
    ]
    taken = tuple(filter(_is_choice, causes))
    left = tuple(cause for cause in causes if cause not in taken)
    if not taken:
        raise Refusal(_SAME.format(file=file, rest=_REST.format(count=len(left)) if left else ""))
    return Other(other.file, _with_choices(register, other), taken, left, remarks)


def _is_choice(cause: Cause) -> bool:
    return cause.sheet in CHOICES or (cause.sheet == "settings" and cause.key in SETTINGS)


def _with_choices(register: Register, other: Register) -> Register:
    there = [name for name in CHOICES if name in other.layouts]
    settings = {name: other.settings[name] for name in SETTINGS if name in other.settings}
    return replace(
        register,
        **{name: getattr(other, name) for name in there},
        settings=register.settings | settings,
        unread=other.unread if "quotas" in there else register.unread,
        layouts={**register.layouts, **{name: other.layouts[name] for name in there}},
    )


def _read(file: Path, passwords: Passwords) -> tuple[Register, list[Table], tuple[Finding, ...]]:
    """The register in a file, its tables, and what is to be looked at. Raises Refusal where it is none, or has errors."""
    batch = intake(Task(tuple(enumerate(items_of(file.parent, file.name, file, {}))), passwords))
    registers = [sent for sent in batch.submissions if sent.form == REGISTER and sent.status.counts]
    if len(registers) != 1:
        raise Refusal(_NO_REGISTER.format(file=file, why=_why(batch)))
    (sent,) = registers
    findings = (*batch.findings, *said_of(batch, sent))
    _refuse_errors(file, [finding for finding in findings if finding.severity is Severity.ERROR])
    register, tables, _ = read_alone(batch, sent)
    pages = {register.layouts[name].sheet for name in CHOICES if name in register.layouts}
    return register, tables, tuple(finding for finding in findings if finding.place.sheet in pages)


def _refuse_errors(file: Path, faults: Sequence[Finding]) -> None:
    if faults:
        lines = (f"  {fault.place}: {fault.message}" for fault in faults[:_SHOWN])
        raise Refusal("\n".join((_FAULTY.format(file=file, count=len(faults)), *lines)))


def _why(batch: Batch) -> str:
    """What is said of the file, where it was not taken."""
    reason = next((sent.reason for sent in batch.submissions if sent.reason), "")
    return f" {reason}" if reason else ""
