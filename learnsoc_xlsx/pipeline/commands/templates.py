"""Templates: the templates of a year, blank for anyone and prefilled for each unit of the register, those of letters and of papers."""

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from learnsoc_xlsx.catalogue.compose import forms_in
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.catalogue.reading.fact_kinds import REPORTING
from learnsoc_xlsx.model.errors import CannotWrite, Refusal, why
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.form.prefill import Notice, Prefill
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.pipeline.commands.consolidate import Returns, added_up, returns, weighed
from learnsoc_xlsx.pipeline.last_year.predecessors import predecessors
from learnsoc_xlsx.pipeline.last_year.prefilled import ReturnsBefore
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS
from learnsoc_xlsx.pipeline.settings.own_papers import FOLDER, GUIDE
from learnsoc_xlsx.pipeline.steps.council.to_confirm import SAMPLE
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.pipeline.steps.other_registers.carried_over import carried_over
from learnsoc_xlsx.pipeline.steps.register import REGISTER
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.code_lists import codes
from learnsoc_xlsx.pipeline.terms.in_force import admissible, form_of, law
from learnsoc_xlsx.pipeline.terms.printed_rows import printed_rows
from learnsoc_xlsx.spreadsheet.on_disk.whole_file import write_whole
from learnsoc_xlsx.spreadsheet.package.proof import prove
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, REMINDER, SENDING
from learnsoc_xlsx.stages.reply.wording.wording import issued
from learnsoc_xlsx.stages.settle.owing import expected
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.papers.own.guide import guide
from learnsoc_xlsx.vietnamese.letters import bare


def unheard(remark: str) -> None:
    """Where nobody listens to what could not be carried over."""


def blanks(year: int, out: Path, inbox: Path | None, say: Callable[[str], None] = unheard) -> Iterator[Path]:
    """Print every form of a year that is of no round under `out`/<year>, and, with a register in `inbox`, that register carried
    over into the year, and a form prefilled for each unit, all under the commune's own choices and numbers of the year.

    Yields the files written; what could not be carried over from last year is told to `say`. Raises Refusal for a year
    outside the movement, a unit's code that no stamp carries, and a folder that cannot be written.
    """
    if year not in admissible().years:
        span = admissible().years
        raise Refusal(f"Phong trào chỉ có các năm {span[0]}–{span[-1]}, không có năm {year}.")
    received = received_in(inbox) if inbox is not None else None
    if received is not None:
        _refuse_bad_codes(received)
    in_force = law() if received is None else _under(received.terms.register, year)
    for form in (form for form in forms_in(year, in_force) if not form.of_a_round):
        yield _put(out / str(year) / f"{_name(form, year)}.xlsx", blank(form))
    if inbox is not None and received is not None:
        of_the_year = chain([_the_register(year, out, received)], for_units(year, out, inbox, received, say))
        yield from _beside_the_stale(of_the_year, out / str(year), received.terms.register, say)


def _beside_the_stale(
    paths: Iterable[Path], folder: Path, register: Register, say: Callable[[str], None]
) -> Iterator[Path]:
    """Pass on the forms that are printed, then say which lie there of an earlier printing, for units that report no more:
    whoever fills one in does so for nothing.
    """
    printed = set()
    for path in paths:
        printed.add(path)
        yield path
    codes = {unit.id for unit in register.units}
    for path in sorted(set(folder.glob("Mau_*.xlsx")) - printed):
        if path.stem.endswith(tuple(f"_{code}" for code in codes)):
            say(
                f"“{path.name}” còn từ lần in trước; năm ấy đơn vị này không phải báo cáo. Hãy bỏ tệp này đi, đừng gửi."
            )


def of_units(year: int, out: Path, inbox: Path) -> Iterator[Path]:
    """Print the form of each unit of the register in `inbox`, and nothing else, under `out`/<year>. Raises as `blanks`."""
    received = received_in(inbox)
    _refuse_bad_codes(received)
    yield from for_units(year, out, inbox, received)


def blank(form: Form) -> bytes:
    """Print a form of a year for whoever fills it in; the register lists the numbers that it may set."""
    rows = printed_rows(law(), form.year) if form.id == REGISTER else {}
    return template(form, Prefill(rows=rows), _planned(form, form.year))


def _planned(form: Form, year: int) -> Notice:
    """What a form says that was printed for nobody in particular: to whom and until when the plan has units report."""
    if form.id not in {reporting.id for reporting in REPORTING}:
        return Notice(codes=codes(form, law(), year))
    due = law().deadline_in(year, form.unit_kinds[0])
    return Notice(recipients=form.recipients, due=date(year, due.month, due.day))


def wordings(year: int, out: Path) -> Iterator[Path]:
    """Print the texts of letters as issued under `out`/<year>, to be changed and laid among the returns. Raises CannotWrite."""
    for name in (ANSWER, REMINDER, SENDING):
        yield _put(out / str(year) / name, issued(name).encode())


def paper_templates(year: int, out: Path) -> Iterator[Path]:
    """Print the Word templates as shipped under `out`/<year>, and what words they may use, to be changed and laid among the
    returns. Raises CannotWrite.
    """
    for name in dict.fromkeys(paper.template for paper in PAPERS):
        yield _put(out / str(year) / FOLDER / name, shipped(name))
    yield _put(out / str(year) / FOLDER / GUIDE, guide(PAPERS, FOLDER).encode())


def received_in(inbox: Path) -> Returns:
    """Read, settle and check the returns of a folder. Raises Refusal."""
    tasks = tasks_of(inbox)
    with USUAL_MEANS.engine.started(len(tasks)) as work:
        return returns(inbox, tasks, None, work)


def _name(form: Form, year: int) -> str:
    """What the file of a template is called, in Vietnamese that every mail program keeps: Mau_01_Thon_2026."""
    return f"Mau_{form.number}_{bare(form.title).capitalize().replace(' ', '_')}_{year}"


def _put(path: Path, data: bytes) -> Path:
    if path.suffix == ".xlsx":
        prove(io.BytesIO(data), path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise CannotWrite(
            f"Không ghi được “{path}” ({why(error)}). Hãy đóng tệp nếu đang mở và kiểm tra quyền ghi."
        ) from error
    return path


def for_units(
    year: int, out: Path, inbox: Path, received: Returns, say: Callable[[str], None] = unheard
) -> Iterator[Path]:
    """Print the form of a year for each unit that reports then, filled in beforehand with what is known of it from the
    returns that were `received` in `inbox`.

    Yields the files written; what could not be carried over from last year is told to `say`. Raises CannotWrite.
    """
    calendar = Calendar(received.terms.register, law(), FORMS, date(year, 12, 31), date(year, 12, 31))
    register = received.terms.register
    forms = forms_in(year, _under(register, year))
    findings = weighed(added_up(inbox, received), received).findings
    before = ReturnsBefore(year - 1, received.batch, register, findings)
    reporting = expected(register, FORMS, year, calendar.last_day)
    ids, listed_in = {unit.id for unit in reporting}, max(year - 1, admissible().years[0])
    taken = {
        unit.id: predecessors(register, unit.id, ids, *(calendar.last_day(unit.kind, at) for at in (listed_in, year)))
        for unit in reporting
    }
    for unit in reporting:
        form = next(form for form in forms if unit.kind in form.unit_kinds)
        notice = _notice(form, register, calendar.last_day(unit.kind, year))
        prefill = before.prefill(form, unit, taken[unit.id])
        yield _put(out / str(year) / f"{_name(form, year)}_{unit.id}.xlsx", template(form, prefill, notice))
    for parted in before.split(list(taken.values())):
        say(before.remark(parted))


def _under(register: Register, year: int) -> Law:
    """The law as a commune chose, and with its own numbers of a year."""
    chosen, _ = law().with_choices(register.choices)
    local, _ = chosen.with_thresholds(register.thresholds, year)
    return local


def _the_register(year: int, out: Path, received: Returns) -> Path:
    """The register of the year as the one that holds says everything already."""
    form, register = form_of(REGISTER, year), received.terms.register
    rows = carried_over(form, received.batch, register.number, printed_rows(law(), year))
    name = f"{_name(form, year)}_{register.profile_on(date(year, 12, 31)).unit}.xlsx"
    return _put(out / str(year) / name, template(form, Prefill(rows=rows), Notice(codes=codes(form, law(), year))))


def _refuse_bad_codes(received: Returns) -> None:
    """A form printed for a code that its stamp cannot carry would come back and be nobody's."""
    bad = next((finding for finding in received.batch.findings if finding.code is Code.BAD_UNIT_CODE), None)
    if bad:
        raise Refusal(f"{bad.place}: {bad.message}")


def _notice(form: Form, register: Register, due: date) -> Notice:
    settings = register.settings
    sample = SAMPLE if settings.get("sample") is True else ""
    contact, return_to = str(settings.get("contact") or ""), str(settings.get("return_to") or "")
    return Notice(contact, return_to, due, sample, recipients=form.recipients)
