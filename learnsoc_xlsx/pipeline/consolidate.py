"""Consolidate: from a folder of returns to the result workbooks, each stage a step that hands on its result and its findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pandas as pd

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.engine import Engine, Map, engine
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import RowOutcome, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.model.run import Consolidated, Run
from learnsoc_xlsx.pipeline.settings.wording import wording_of
from learnsoc_xlsx.pipeline.steps.calendar import Calendar
from learnsoc_xlsx.pipeline.steps.checks import checks, spoken_of
from learnsoc_xlsx.pipeline.steps.covers import covers
from learnsoc_xlsx.pipeline.steps.intake import Batch, Task, intake, tasks_of
from learnsoc_xlsx.pipeline.steps.law import form_of, law
from learnsoc_xlsx.pipeline.steps.local_law import LocalLaw, doubted_targets, local_law, open_numbers, targets
from learnsoc_xlsx.pipeline.steps.messages import with_mail
from learnsoc_xlsx.pipeline.steps.register import REGISTER, closing_date, settle_registers, the_register
from learnsoc_xlsx.pipeline.steps.rounds import honours
from learnsoc_xlsx.stages.aggregate.aggregate import aggregate
from learnsoc_xlsx.stages.check.copies import copies
from learnsoc_xlsx.stages.check.look_back import look_back
from learnsoc_xlsx.stages.check.namesakes import namesakes
from learnsoc_xlsx.stages.check.recount import recount
from learnsoc_xlsx.stages.check.tally import tally
from learnsoc_xlsx.stages.check.waive import waive
from learnsoc_xlsx.stages.read.normalise import Normal
from learnsoc_xlsx.stages.receive.unlock import Passwords
from learnsoc_xlsx.stages.reply.addressees import answers
from learnsoc_xlsx.stages.reply.reply import replies
from learnsoc_xlsx.stages.settle.compare import compare
from learnsoc_xlsx.stages.settle.settle import missing, settle
from learnsoc_xlsx.stages.write.write import writing

_NO_PASSWORDS = Passwords()
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
    if out.resolve().is_relative_to(inbox.resolve()):
        raise Refusal(
            f"Kết quả không ghi được vào “{out}”: nơi ấy nằm trong thư mục báo cáo “{inbox}”, lần sau sẽ bị đọc như báo cáo. Hãy chọn nơi khác."
        )
    tasks = tasks_of(inbox, passwords)
    with writing(WORKBOOKS, out) as pen, engine(kind, workers, len(tasks)) as work:
        found = returns(inbox, tasks, as_of, work, progress)
        progress("Tổng hợp chỉ tiêu", 0, 1)
        known = added_up(inbox, found)
        pen.figures(known, work)
        progress("Xét khen thưởng", 0, 1)
        run = weighed(known, found)
        progress("Ghi bảng kết quả và thư trả lời", 0, 1)
        letters = answers(run, found.calendar.last_day) if answering else []
        pen.also(lambda folder: replies(run, found.read, letters, wording_of(inbox), folder, work))
        return run, pen.finish(run, work)


def added_up(inbox: Path, found: Returns) -> Consolidated:
    """Add up what was found: every figure, and what it stands on."""
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


def weighed(known: Consolidated, found: Returns) -> Run:
    """Hold the rounds of awards on the figures, and tally what became of every row."""
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
    registers = settle_registers(list(with_mail(batch.submissions, inbox)))
    batch = replace(batch, submissions=registers.submissions)
    read = [Table(normal.sheet, normal.rows, normal.layouts) for normal in _laid_together(batch.tables)]
    told = spoken_of(batch.findings, read)
    register, findings = the_register(registers.chosen, read, batch.findings, told)
    day = as_of or closing_date(register) or date.today()
    calendar = Calendar(register, law(), FORMS, day)
    stated = covers(read, {each.number: each.saved for each in batch.submissions})
    submissions, settled = settle(batch.submissions, stated, register, FORMS, calendar.last_day, day)
    local, numbers = local_law(law(), register, calendar.years)
    findings = [*batch.findings, *registers.findings, *findings, *settled, *numbers, *doubted_targets(register)]
    by_number = {each.number: each for each in submissions}
    progress("Kiểm tra số liệu", 0, 1)
    tables, said = checks(read, by_number, local, told, work)
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
    parts = work(intake, tasks)
    import_module("learnsoc_xlsx.stages.check.schema")  # it takes a while to load: while others read, there is time
    for task, part in zip(tasks, parts, strict=True):
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


def _placed(findings: Iterable[Finding], submissions: dict[int, Submission]) -> tuple[Finding, ...]:
    """Give each finding the unit and year that its file was settled on, and put them in the order of the folder."""
    known = []
    for each in findings:
        sent = submissions.get(each.submission)
        if sent is not None and (each.unit, each.year) != (sent.unit, sent.year) and each.submission >= 0:
            each = replace(each, unit=each.unit or sent.unit, year=sent.year)
        known.append(each)
    return tuple(sorted(known, key=lambda each: (each.place.file, each.place.sheet, each.code.code, each.place)))
