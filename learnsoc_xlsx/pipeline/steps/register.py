"""Registers: the one register that holds for a folder; with none, or with two of one year, nothing can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import Task, files_of, intake
from learnsoc_xlsx.pipeline.steps.other_registers.dropped import dropped, names_dropped
from learnsoc_xlsx.pipeline.terms.code_lists import PART, lists
from learnsoc_xlsx.pipeline.terms.in_force import admissible, law
from learnsoc_xlsx.pipeline.terms.terms import terms_of
from learnsoc_xlsx.stages.check.within.validate import validate
from learnsoc_xlsx.stages.fetch.index import COLLECTED
from learnsoc_xlsx.stages.receive.in_hand import in_hand
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, unpack
from learnsoc_xlsx.stages.settle.enrol import enrol

REGISTER = "register"


def register_in(inbox: Path) -> Register | None:
    """Return the register of a folder, looked for outside the collected mail; None where there is none.

    Raises Refusal for two of them, and for one that says too little.
    """
    return found_in(inbox)[0]


def found_in(inbox: Path) -> tuple[Register | None, tuple[Finding, ...]]:
    """Return the register of a folder as `register_in` does, and what is wrong in it, without what is only noted."""
    forms = _forms_in(inbox)
    if not forms:
        return None, ()
    register, batch = enrolled(intake(Task(tuple(enumerate(forms)))))
    own = (finding for finding in batch.findings if finding.submission == register.number)
    return register, tuple(finding for finding in own if finding.severity is not Severity.NOTE)


def registers_lying(inbox: Path) -> list[str]:
    """Return the names of the registers of a folder, whether they can be used or not."""
    return [item.name for item in _forms_in(inbox)]


def _forms_in(inbox: Path) -> list[Item]:
    files = {name: path for name, path in files_of(inbox).items() if path.relative_to(inbox).parts[0] != COLLECTED}
    items = [item for name, path in files.items() for item in unpack(inbox, path, name)]
    return [item for item in map(in_hand, items) if receive(item, 0, admissible()).submission.form == REGISTER]


def enrolled(batch: Batch) -> tuple[Register, Batch]:
    """Return the register that holds, and the batch in which its tables are checked and the others put aside.

    Raises Refusal where there is none, where two of one year differ, and where it says too little to go by.
    """
    chosen, batch = _chosen(batch)
    register, tables, faults = read_alone(batch, chosen)
    _refuse_too_little(register, faults)
    lacking: list[Finding] = []
    for sent in _older(batch):
        older, older_tables, _ = read_alone(batch, sent)
        lacking += dropped(register, older)
        lacking += names_dropped(register, tables, older, older_tables)
    return register, batch.checked(tables, [*faults, *lacking])


def read_alone(batch: Batch, sent: Submission) -> tuple[Register, list[Table], list[Finding]]:
    """Return what one register says, its tables with what is wrong left out, and what is wrong."""
    own = [_only(table, sent.number) for table in batch.tables if sent.number in table.layouts]
    causes = Causes(batch.findings)
    checked = [validate(table, causes) for table in own if table.sheet.form == REGISTER]
    tables = [table for table, _ in checked]
    register, doubts = enrol(sent, tables, known_ids())
    return register, tables, [*(finding for _, findings in checked for finding in findings), *doubts]


def _older(batch: Batch) -> list[Submission]:
    """The registers of the last year before that of the one that holds."""
    older = [sent for sent in batch.submissions if sent.refusal and sent.refusal.code is Code.OLDER_REGISTER]
    last = max((sent.year for sent in older), default=0)
    return [sent for sent in older if sent.year == last]


def _only(table: Table, number: int) -> Table:
    """What one submission alone says in a table: its rows, its addresses, what was lost of it."""
    rows = table.rows[table.rows["submission"] == number].reset_index(drop=True)
    lost = {cell: lost for cell, lost in table.lost.items() if cell[0] == number}
    return replace(table, rows=rows, layouts={number: table.layouts[number]}, lost=lost)


def said_of(batch: Batch, sent: Submission) -> list[Finding]:
    """Return all that a run under this register would say of it, on a day of its year."""
    if _mailed(sent):
        return [Finding(Code.REGISTER_BY_MAIL, Place(sent.file), sent.number)]
    register, _, faults = read_alone(batch, sent)
    try:
        _refuse_too_little(register, ())
    except Refusal as refusal:
        return [Finding(Code.REGISTER_TOO_SHORT, Place(sent.file), sent.number, given=str(refusal)), *faults]
    return [*faults, *terms_of(register, date(sent.year, 12, 31)).findings]


def _refuse_too_little(register: Register, findings: Sequence[Finding]) -> None:
    if not register.profile or not register.units:
        first = next((f" {finding.place}: {finding.message}" for finding in findings if finding.place.cell), "")
        raise Refusal(
            f"Danh bạ “{register.file}” chưa có dòng nào dùng được ở trang “Thông tin xã” hoặc “Đơn vị”. Hãy điền đủ hai trang này.{first}"
        )
    if not any(profile.unit == unit.id for profile in register.profile for unit in register.units):
        raise Refusal(
            f"Danh bạ “{register.file}”: trang “Đơn vị” chưa có dòng nào mang mã “{register.profile[0].unit}” của xã. Hãy thêm một dòng cho chính xã."
        )


# Which register holds


def _chosen(batch: Batch) -> tuple[Submission, Batch]:
    """Let the newest register hold that the commune itself put into the folder; what came by mail never does."""
    forms = [sent for sent in batch.submissions if sent.form == REGISTER and sent.status is Status.ACCEPTED]
    own = [sent for sent in forms if not _mailed(sent)]
    if not own:
        raise Refusal(_absent(batch.submissions))
    newest = max(sent.year for sent in own)
    current = [sent for sent in own if sent.year == newest]
    if len({sent.sha256 for sent in current}) > 1:
        names = "; ".join(f"“{sent.file}”" for sent in current)
        raise Refusal(f"Có {len(current)} danh bạ khác nhau trong thư mục: {names}. Chỉ giữ lại một danh bạ.")
    chosen = current[0]
    aside = {sent.number: _put_aside(sent, chosen) for sent in forms if sent is not chosen}
    return chosen, batch.settled((_after(sent, aside) for sent in batch.submissions), aside.values())


def _mailed(submission: Submission) -> bool:
    return submission.mail is not None or submission.file.startswith(f"{COLLECTED}/")


def _absent(submissions: Sequence[Submission]) -> str:
    """Say that there is no register; one that is there and cannot be used is named, with the reason."""
    asked = "Hãy điền danh bạ của xã và chép vào đó."
    unused = next((sent for sent in submissions if sent.form == REGISTER), None)
    if unused is None:
        return f"Chưa có danh bạ (mẫu 00) trong thư mục báo cáo. {asked}"
    why = unused.reason or "đến qua thư, mà danh bạ phải do chính xã đặt vào thư mục báo cáo."
    return f"Danh bạ “{unused.file}” không dùng được: {why} {asked}"


def _put_aside(unused: Submission, chosen: Submission) -> Finding:
    place = Place(unused.file)
    if _mailed(unused):
        return Finding(Code.REGISTER_BY_MAIL, place, unused.number)
    if unused.sha256 == chosen.sha256:
        return Finding(Code.SAME_FILE, place, unused.number, other=chosen.file)
    return Finding(
        Code.OLDER_REGISTER, place, unused.number, given=str(unused.year), expected=str(chosen.year), other=chosen.file
    )


def _after(submission: Submission, aside: Mapping[int, Finding]) -> Submission:
    finding = aside.get(submission.number)
    if finding is None:
        return submission
    status = Status.REFUSED if finding.code is Code.REGISTER_BY_MAIL else Status.SUPERSEDED
    return replace(submission, status=status, refusal=finding)


@cache
def known_ids() -> dict[str, frozenset[str]]:
    """Return the ids that the register may name, by field id. The keys of numbers are looked at where the numbers are put in place."""
    ids = {
        name: frozenset(entry.id for entry in choices.entries)
        for name, choices in lists(law(), admissible().years).items()
    }
    of_years = {held.id.format(year=number) for held in law().rounds for number in admissible().years}
    return {name: allowed for name, allowed in ids.items() if name not in ("key", PART)} | {
        "round": ids["round"] | of_years
    }
