"""Consolidate: from a folder of returns to the result workbooks, each stage a step that hands on its result and its findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.engine import Engine, Map, engine
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.forms import Sheet, SheetKind
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.run import Consolidated, Run, Table
from learnsoc_xlsx.model.submissions import RowOutcome, Status, Submission
from learnsoc_xlsx.pipeline.calendar import Calendar
from learnsoc_xlsx.pipeline.codes import lists
from learnsoc_xlsx.pipeline.covers import covers
from learnsoc_xlsx.pipeline.honours import honours
from learnsoc_xlsx.pipeline.intake import Batch, Task, files_of, form_of, intake, known, law, tasks_of
from learnsoc_xlsx.pipeline.mails import with_mail
from learnsoc_xlsx.pipeline.numbers import LocalLaw, doubted_targets, local_law, open_numbers, targets
from learnsoc_xlsx.stages.aggregate import aggregate
from learnsoc_xlsx.stages.compare import compare
from learnsoc_xlsx.stages.copies import copies
from learnsoc_xlsx.stages.enrol import enrol
from learnsoc_xlsx.stages.look_back import look_back
from learnsoc_xlsx.stages.namesakes import namesakes
from learnsoc_xlsx.stages.normalise import Normal
from learnsoc_xlsx.stages.receive import receive
from learnsoc_xlsx.stages.recount import recount
from learnsoc_xlsx.stages.reply import answers, replies
from learnsoc_xlsx.stages.settle import missing, settle
from learnsoc_xlsx.stages.tally import tally
from learnsoc_xlsx.stages.unlock import Passwords
from learnsoc_xlsx.stages.unpack import unpack
from learnsoc_xlsx.stages.validate import Cell, validate
from learnsoc_xlsx.stages.waive import waive
from learnsoc_xlsx.stages.write import writing

REGISTER = "register"
_NO_PASSWORDS = Passwords()
Checked = tuple[Table, list[Finding]]
Progress = Callable[[str, int, int], None]
"""Told the step in words, how much of it is done, and of how much."""


@dataclass(frozen=True)
class Returns:
    """Every return as read, settled and checked, under the register of the folder."""

    register: Register
    local: LocalLaw
    calendar: Calendar
    submissions: list[Submission]
    read: list[Table]
    tables: list[Table]
    findings: list[Finding]
    ignored: list[RowOutcome]


def consolidate(
    inbox: Path,
    out: Path,
    as_of: date | None,
    kind: Engine,
    workers: int | None,
    progress: Progress,
    answering: bool = True,
    passwords: Passwords = _NO_PASSWORDS,
) -> tuple[Run, tuple[Path, ...]]:
    """Read every file under `inbox`, and write the result workbooks and run.json under `out`.

    `as_of` None takes the register's closing date, else today. `passwords` are tried on what is behind one. Raises
    Refusal when nothing can be done.
    """
    tasks = tasks_of(inbox, passwords)
    with writing(WORKBOOKS, out) as pen, engine(kind, workers, len(tasks)) as work:
        found = returns(inbox, tasks, as_of, work, progress)
        progress("Tổng hợp chỉ tiêu", 0, 1)
        known = _consolidated(inbox, found)
        pen.figures(known, work)
        progress("Xét khen thưởng", 0, 1)
        run = _weighed(known, found)
        progress("Ghi bảng kết quả và thư trả lời", 0, 1)
        letters = answers(run, found.calendar.last_day) if answering else []
        pen.also(lambda folder: replies(run, found.read, letters, folder, work))
        return run, pen.finish(run, work)


def _consolidated(inbox: Path, found: Returns) -> Consolidated:
    """Add up what was found."""
    calendar, register = found.calendar, found.register
    by_number = {each.number: each for each in found.submissions}
    figures = aggregate(found.tables, by_number, register, INDICATORS, law().phases, calendar.expected, calendar.as_of)
    return Consolidated(
        as_of=calendar.as_of,
        sample=register.settings.get("sample") is True,
        inbox=inbox,
        commune=register.profile_on(calendar.as_of).unit,
        register=register,
        forms=tuple(form_of(form.id, year) for year in calendar.years for form in FORMS),
        submissions=tuple(found.submissions),
        tables=tuple(found.tables),
        indicators=INDICATORS,
        phases=law().phases,
        targets=targets(law(), register),
        figures=tuple(figures),
    )


def _weighed(known: Consolidated, found: Returns) -> Run:
    """Hold the rounds, and tally what became of every row."""
    calendar, register = found.calendar, found.register
    by_number = {each.number: each for each in found.submissions}
    rounds, awards, verdicts, said = honours(found.tables, by_number, known.figures, register, found.local, calendar)
    findings = waive([*found.findings, *said, *calendar.silent_years(found.submissions)], register)
    submissions, outcomes = tally(found.submissions, found.read, found.tables, found.ignored, findings)
    return Run(
        **{each.name: getattr(known, each.name) for each in fields(known)} | {"submissions": tuple(submissions)},
        findings=_placed(findings, {each.number: each for each in submissions}),
        outcomes=tuple(outcomes),
        missing=tuple(missing(submissions, register, FORMS, calendar.years, calendar.last_day, calendar.as_of)),
        rounds=rounds,
        awards=awards,
        verdicts=verdicts,
        local_numbers=open_numbers(found.local),
        comparisons=compare(found.read, submissions, findings),
    )


def returns(inbox: Path, tasks: Sequence[Task], as_of: date | None, work: Map, progress: Progress) -> Returns:
    """Read, settle and check the files of a folder."""
    batch = _take_in(tasks, work, progress)
    batch = replace(batch, submissions=list(with_mail(batch.submissions, inbox)))
    read = [Table(normal.sheet, normal.rows, normal.layouts) for normal in _laid_together(batch.tables)]
    told = spoken_of(batch.findings, read)
    register, findings = _register(batch.submissions, read, batch.findings, told)
    day = as_of or _closing_date(register) or date.today()
    calendar = Calendar(register, law(), FORMS, day)
    stated = covers(read, {each.number: each.saved for each in batch.submissions})
    submissions, settled = settle(batch.submissions, stated, register, FORMS, calendar.last_day, day)
    local, numbers = local_law(law(), register, calendar.years)
    findings = [*batch.findings, *findings, *settled, *numbers, *doubted_targets(register)]
    by_number = {each.number: each for each in submissions}
    progress("Kiểm tra số liệu", 0, 1)
    tables: list[Table] = []
    counting = list(_counting(read, by_number, local))
    for checked, said in _largest_first(work, counting, partial(validate, submissions=by_number, spoken_of=told)):
        tables.append(checked)
        findings += [each for each in said if by_number[each.submission].form != REGISTER]
    findings += copies(tables, by_number)
    findings += recount(read, tables, by_number, findings)
    findings += look_back(tables, by_number, findings)
    findings += namesakes(tables, by_number)
    return Returns(register, local, calendar, submissions, read, tables, findings, batch.ignored)


# Between the stages


def _take_in(tasks: Sequence[Task], work: Map, progress: Progress) -> Batch:
    whole = Batch([], [], [], [])
    done, files = 0, sum(len(task.files) for task in tasks)
    for task, part in zip(tasks, work(intake, tasks), strict=True):
        whole.submissions.extend(part.submissions)
        whole.tables.extend(part.tables)
        whole.findings.extend(part.findings)
        whole.ignored.extend(part.ignored)
        done += len(task.files)
        progress("Đọc các báo cáo", done, files)
    return whole


def _laid_together(parts: Iterable[Normal]) -> Iterator[Normal]:
    by_sheet: dict[Sheet, list[Normal]] = {}
    for part in parts:
        by_sheet.setdefault(part.sheet, []).append(part)
    for sheet, same in by_sheet.items():
        rows = pd.concat([part.rows for part in same], ignore_index=True)
        yield Normal(sheet, rows, {number: layout for part in same for number, layout in part.layouts.items()}, ())


def spoken_of(findings: Sequence[Finding], tables: Sequence[Table]) -> frozenset[Cell]:
    """Return the cells, as (submission, row, field), that have a finding already: one cause, one finding."""
    fixed = {
        (number, name)
        for table in tables
        if table.sheet.kind is SheetKind.FIXED
        for number, layout in table.layouts.items()
        for name in layout.anchors
    }
    return frozenset(
        (each.submission, 0 if (each.submission, each.field) in fixed else each.place.row, each.field)
        for each in findings
        if each.field
    )


# The register


def register_in(inbox: Path) -> Register | None:
    """Return the register of a folder, looked for outside the collected mail; None where there is none.

    Raises Refusal for two of them, and for one that says too little.
    """
    files = [path for path in files_of(inbox) if path.relative_to(inbox).parts[0] != "thu"]
    items = [item for path in files for item in unpack(inbox, path)]
    forms = [item for item in items if receive(item, 0, known()).submission.form == REGISTER]
    if not forms:
        return None
    batch = intake(Task(tuple(enumerate(forms))))
    read = [Table(normal.sheet, normal.rows, normal.layouts) for normal in batch.tables]
    return _register(batch.submissions, read, batch.findings, spoken_of(batch.findings, read))[0]


def _register(
    submissions: Sequence[Submission],
    read: Sequence[Table],
    already: Sequence[Finding],
    told: frozenset[Cell],
) -> tuple[Register, list[Finding]]:
    """Make the one register of the folder; with none, or with two, nothing can be done."""
    found = [each for each in submissions if each.form == REGISTER and each.status is Status.ACCEPTED]
    if not found:
        raise Refusal("Chưa có danh bạ (mẫu 00) trong thư mục báo cáo. Hãy điền danh bạ của xã và chép vào đó.")
    newest = max(each.year for each in found)
    current = [each for each in found if each.year == newest]
    if len({each.sha256 for each in current}) > 1:
        names = "; ".join(f"“{each.file}”" for each in current)
        raise Refusal(f"Có {len(current)} danh bạ khác nhau trong thư mục: {names}. Chỉ giữ lại một danh bạ.")
    chosen = current[0]
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


def _closing_date(register: Register) -> date | None:
    closing = register.settings.get("closing_date")
    return closing if isinstance(closing, date) else None


def _counting(read: Iterable[Table], submissions: dict[int, Submission], local: LocalLaw) -> Iterator[Table]:
    """Keep the rows of submissions that count, parted only where the commune's own numbers change what holds."""
    for table in read:
        numbers = [number for number in table.layouts if submissions[number].status.counts]
        by_sheet: dict[Sheet, list[int]] = {}
        for number in numbers:
            by_sheet.setdefault(local.sheet(table.sheet, submissions[number].year), []).append(number)
        for sheet, same in by_sheet.items():
            rows = table.rows[table.rows["submission"].isin(same)].reset_index(drop=True)
            yield Table(sheet, rows, {number: table.layouts[number] for number in same})


def _largest_first(work: Map, tables: Sequence[Table], check: Callable[[Table], Checked]) -> list[Checked]:
    """Check every table, the largest first so that none is waited for at the end; give them back in their order."""
    turns = sorted(range(len(tables)), key=lambda at: -len(tables[at].rows))
    checked = dict(zip(turns, work(partial(_checked, tables, check), turns), strict=True))
    return [checked[at] for at in range(len(tables))]


def _checked(tables: Sequence[Table], check: Callable[[Table], Checked], at: int) -> Checked:
    return check(tables[at])


def _placed(findings: Iterable[Finding], submissions: dict[int, Submission]) -> tuple[Finding, ...]:
    """Give each finding the unit and year that its file was settled on, and put them in the order of the folder."""
    known = []
    for each in findings:
        sent = submissions.get(each.submission)
        if sent is not None and (each.unit, each.year) != (sent.unit, sent.year) and each.submission >= 0:
            each = replace(each, unit=each.unit or sent.unit, year=sent.year)
        known.append(each)
    return tuple(sorted(known, key=lambda each: (each.place.file, each.place.sheet, each.code.code, each.place)))
