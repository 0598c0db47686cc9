"""Registers: the one register that holds for a folder; with none, or with two of one year, nothing can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.checks import spoken_of
from learnsoc_xlsx.pipeline.steps.codes import lists
from learnsoc_xlsx.pipeline.steps.intake import Task, files_of, intake
from learnsoc_xlsx.pipeline.steps.law import known, law
from learnsoc_xlsx.stages.check.validate import Cell, validate
from learnsoc_xlsx.stages.fetch.index import COLLECTED
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from learnsoc_xlsx.stages.settle.enrol import enrol

REGISTER = "register"


@dataclass(frozen=True)
class Settled:
    """Which register holds, what became of every submission, and what is said of the registers that do not."""

    chosen: Submission
    submissions: list[Submission]
    findings: list[Finding]


def register_in(inbox: Path) -> Register | None:
    """Return the register of a folder, looked for outside the collected mail; None where there is none.

    Raises Refusal for two of them, and for one that says too little.
    """
    files = [path for path in files_of(inbox) if path.relative_to(inbox).parts[0] != COLLECTED]
    items = [item for path in files for item in unpack(inbox, path)]
    forms = [item for item in items if receive(item, 0, known()).submission.form == REGISTER]
    if not forms:
        return None
    batch = intake(Task(tuple(enumerate(forms))))
    read = [Table(normal.sheet, normal.rows, normal.layouts) for normal in batch.tables]
    chosen = settle_registers(batch.submissions).chosen
    return the_register(chosen, read, batch.findings, spoken_of(batch.findings, read))[0]


def settle_registers(submissions: Sequence[Submission]) -> Settled:
    """Let the newest register hold that the commune itself put into the folder; what came by mail never does.

    Raises Refusal where there is none, and where two of that year differ.
    """
    found = [each for each in submissions if each.form == REGISTER and each.status is Status.ACCEPTED]
    own = [each for each in found if not _mailed(each)]
    if not own:
        raise Refusal(_absent(submissions))
    newest = max(each.year for each in own)
    current = [each for each in own if each.year == newest]
    if len({each.sha256 for each in current}) > 1:
        names = "; ".join(f"“{each.file}”" for each in current)
        raise Refusal(f"Có {len(current)} danh bạ khác nhau trong thư mục: {names}. Chỉ giữ lại một danh bạ.")
    chosen = current[0]
    said = {each.number: _put_aside(each, chosen) for each in found if each not in current}
    return Settled(chosen, [_after(each, said) for each in submissions], list(said.values()))


def _mailed(submission: Submission) -> bool:
    return submission.mail is not None or submission.file.startswith(f"{COLLECTED}/")


def _absent(submissions: Sequence[Submission]) -> str:
    """Say that there is no register; one that is there and cannot be used is named, with the reason."""
    asked = "Hãy điền danh bạ của xã và chép vào đó."
    unused = next((each for each in submissions if each.form == REGISTER), None)
    if unused is None:
        return f"Chưa có danh bạ (mẫu 00) trong thư mục báo cáo. {asked}"
    why = unused.reason or "đến qua thư, mà danh bạ phải do chính xã đặt vào thư mục báo cáo."
    return f"Danh bạ “{unused.file}” không dùng được: {why} {asked}"


def _put_aside(unused: Submission, chosen: Submission) -> Finding:
    place = Place(unused.file)
    if _mailed(unused):
        return Finding(Code.REGISTER_BY_MAIL, place, submission=unused.number, year=unused.year)
    return Finding(
        Code.OLDER_REGISTER, place, str(unused.year), str(chosen.year), chosen.file,
        submission=unused.number, year=unused.year,
    )  # fmt: skip


def _after(submission: Submission, said: Mapping[int, Finding]) -> Submission:
    finding = said.get(submission.number)
    if finding is None:
        return submission
    status = Status.REFUSED if finding.code is Code.REGISTER_BY_MAIL else Status.SUPERSEDED
    return replace(submission, status=status, reason=finding.message)


def the_register(
    chosen: Submission, read: Sequence[Table], already: Sequence[Finding], told: frozenset[Cell]
) -> tuple[Register, list[Finding]]:
    """Make the register that holds of what was read, with its own findings. `told` are the cells that have one `already`.

    Raises Refusal where it says too little to go by.
    """
    by_number = {chosen.number: chosen}
    tables: list[Table] = []
    findings: list[Finding] = []
    for table in read:
        if table.sheet.form == REGISTER and chosen.number in table.layouts:
            own = replace(table, rows=table.rows[table.rows["submission"] == chosen.number])
            checked, said = validate(own, by_number, told)
            tables.append(checked)
            findings += said
    told_there = [*(each for each in already if each.submission == chosen.number), *findings]
    doubted = {(each.place.sheet, each.place.row) for each in told_there if each.field == "limit"}
    register, said = enrol(chosen.file, tables, _known_ids(), doubted)
    if not register.profile or not register.units:
        first = next((f" {each.place}: {each.message}" for each in findings if each.place.cell), "")
        raise Refusal(
            f"Danh bạ “{chosen.file}” chưa có dòng nào dùng được ở trang “Thông tin xã” hoặc “Đơn vị”. Hãy điền đủ hai trang này.{first}"
        )
    if not any(profile.unit == unit.id for profile in register.profile for unit in register.units):
        raise Refusal(
            f"Danh bạ “{chosen.file}”: trang “Đơn vị” chưa có dòng nào mang mã “{register.profile[0].unit}” của xã. Hãy thêm một dòng cho chính xã."
        )
    return register, findings + [replace(each, submission=chosen.number, year=chosen.year) for each in said]


def _known_ids() -> dict[str, frozenset[str]]:
    """The ids that the register may name. The keys of numbers are looked at where the numbers are put in place."""
    ids = {name: frozenset(entry.id for entry in each.entries) for name, each in lists(law(), known().years).items()}
    of_years = {each.id.format(year=number) for each in law().rounds for number in known().years}
    return {name: found for name, found in ids.items() if name != "key"} | {"round": ids["round"] | of_years}


def closing_date(register: Register) -> date | None:
    """Return the day that the register closes its figures on, if it says one."""
    closing = register.settings.get("closing_date")
    return closing if isinstance(closing, date) else None
