"""Consolidate: from a folder of returns to the result workbooks, each stage a step that hands on its result and its findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.forms.sheets.levels import LEVELS
from learnsoc_xlsx.catalogue.forms.sheets.sections import CLAUSES
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.papers.papers import BLANK_PAPERS, PAPERS, SERIES
from learnsoc_xlsx.catalogue.workbooks import TO_DECIDE, TO_FILL, TO_REPORT, WORKBOOKS
from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.model.law.assessments import SelfAssessment
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.report import Level
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.run import COMMUNE, Consolidated, Request, Run
from learnsoc_xlsx.pipeline.keeping.once import Once
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.settings.apart import refuse_within
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS, Means
from learnsoc_xlsx.pipeline.settings.own_letters import wording_of
from learnsoc_xlsx.pipeline.settings.own_papers import templates_of
from learnsoc_xlsx.pipeline.settings.products import USUAL, Products
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.checking import checked
from learnsoc_xlsx.pipeline.steps.council.to_confirm import to_confirm
from learnsoc_xlsx.pipeline.steps.council.to_decide import to_decide
from learnsoc_xlsx.pipeline.steps.council.to_report import to_report
from learnsoc_xlsx.pipeline.steps.hearing import heard
from learnsoc_xlsx.pipeline.steps.intake import Task, open_to_all, taken_in, tasks_of
from learnsoc_xlsx.pipeline.steps.messages import with_mail
from learnsoc_xlsx.pipeline.steps.other_registers.trial import choices_in
from learnsoc_xlsx.pipeline.steps.register import enrolled
from learnsoc_xlsx.pipeline.steps.rounds import rounds_of
from learnsoc_xlsx.pipeline.steps.settling import settled
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.in_force import law, revisions_of
from learnsoc_xlsx.pipeline.terms.local_law import open_choices, open_numbers, targets
from learnsoc_xlsx.pipeline.terms.self_assessing import needed, self_assessing
from learnsoc_xlsx.pipeline.terms.terms import Terms, terms_of
from learnsoc_xlsx.stages.aggregate.aggregate import aggregate
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.weigh.self_assess import self_assess
from learnsoc_xlsx.stages.check.in_order import in_order
from learnsoc_xlsx.stages.check.tally import tally
from learnsoc_xlsx.stages.check.waive import waive
from learnsoc_xlsx.stages.receive.unpack.seen import NOTHING_SEEN, Seen
from learnsoc_xlsx.stages.reply.addressees import answers
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.reply import Bench, replies
from learnsoc_xlsx.stages.settle.astray import astray
from learnsoc_xlsx.stages.settle.owing import missing
from learnsoc_xlsx.stages.settle.several.compare import compare
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.changes.tried import Tried, tried
from learnsoc_xlsx.stages.write.draw.listing.rows import drawn_rows
from learnsoc_xlsx.stages.write.draw.render import render
from learnsoc_xlsx.stages.write.moving.whole import tidy
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.on_blank import printed as print_on_blank
from learnsoc_xlsx.stages.write.papers.papers import papers
from learnsoc_xlsx.stages.write.tables import tables
from learnsoc_xlsx.stages.write.write import WorkbookWriter, Written, write_trial, writing


@dataclass(frozen=True)
class Returns:
    """Every return as read, settled and checked, under the terms that the register of the folder gives; and what lay there
    before it was read.
    """

    terms: Terms
    batch: Batch
    seen: Seen = NOTHING_SEEN


def consolidate(
    inbox: Path,
    out: Path,
    as_of: date | None,
    products: Products = USUAL,
    means: Means = USUAL_MEANS,
) -> tuple[Run, Written]:
    """Read every file under `inbox`, and write the result workbooks and run.json under `out`.

    What a run before left half moved there is finished first, whatever becomes of this one.

    `as_of` None takes the register's closing date, else today. Raises Refusal when nothing can be done.
    """
    refuse_within(out, inbox)
    tidy(out)
    law()  # before anything is begun: a fault in it stops the run, and processes that are forked are born knowing it
    with writing(WORKBOOKS, out) as writer:
        seen = Seen.of(inbox)
        run, files = made(inbox, seen, as_of, products, means, writer)
        return run, replace(writer.finish(run, files), meanwhile=seen.stirred(inbox, run.submissions))


def made(
    inbox: Path, seen: Seen, as_of: date | None, products: Products, means: Means, writer: WorkbookWriter
) -> tuple[Run, tuple[str, ...]]:
    """Read, reckon and draw everything into the writer's folder; return the run and the paths of what is drawn there.

    Raises Refusal when nothing can be done.
    """
    tasks, progress = tasks_of(inbox, means.passwords), means.progress
    with means.engine.started(len(tasks)) as work:
        received = replace(returns(inbox, tasks, as_of, work, means), seen=seen)
        drawn_on = means.shelf if open_to_all(received.batch) else NO_SHELF
        press = partial(render, rows=Once(drawn_rows, drawn_on))
        printed, bench = Once(template, drawn_on), _bench(drawn_on)
        progress("Tổng hợp chỉ tiêu", 0, 1)
        consolidated = added_up(inbox, received)
        writer.figures(consolidated, work, press)
        progress("Xét khen thưởng", 0, 1)
        run = replace(weighed(consolidated, received), request=_request(received.terms.calendar, products))
        progress("Ghi bảng kết quả và thư trả lời", 0, 1)
        writer.also(lambda folder: to_confirm(run, received.batch.spoken.statements, TO_FILL, folder, printed))
        writer.also(lambda folder: to_decide(run, received.terms.local, TO_DECIDE, folder, printed))
        writer.also(lambda folder: to_report(run, received.terms.calendar, TO_REPORT, folder, printed))
        if products.papers:
            of_rounds, public = (*PAPERS, *BLANK_PAPERS), products.public
            fill, on_blank, own = Once(filled, drawn_on), Once(print_on_blank, drawn_on), templates_of(inbox)
            writer.also(
                lambda to: papers(run, of_rounds, SERIES, own, to, work, public=public, fill=fill, press=on_blank)
            )
        if products.tables:
            writer.also(lambda folder: tables(run, folder))
        letters = answers(run, received.terms.calendar.last_day) if products.replies else []
        writer.also(lambda folder: replies(run, received.batch.tables, letters, wording_of(inbox), folder, work, bench))
        writer.awards(run, work, press)
        return run, writer.written()


def _request(calendar: Calendar, products: Products) -> Request:
    return Request(calendar.asked_for, calendar.today, products.names)


def _bench(shelf: Shelf) -> Bench:
    return Bench(Once(marked, shelf), Once(template, shelf))


def returns(inbox: Path, tasks: Sequence[Task], as_of: date | None, work: Map, means: Means = USUAL_MEANS) -> Returns:
    """Read, settle and check the files of a folder."""
    register, batch = enrolled(with_mail(taken_in(tasks, work, means), inbox))
    return under(register, batch, as_of, work, means)


def under(register: Register, batch: Batch, as_of: date | None, work: Map, means: Means = USUAL_MEANS) -> Returns:
    """Settle and check what was read, under the terms that a register gives."""
    means.progress("Xếp theo đơn vị và năm", 0, 1)
    terms = terms_of(register, as_of, means.today)
    batch = settled(batch, terms)
    means.progress("Kiểm tra số liệu", 0, 1)
    shelf = means.shelf if open_to_all(batch) else NO_SHELF
    return Returns(terms, heard(checked(batch, terms, work, shelf), terms))


def try_choices(
    file: Path,
    inbox: Path,
    out: Path,
    as_of: date | None,
    means: Means = USUAL_MEANS,
) -> tuple[Tried, Written]:
    """Read the returns once, reckon them under their register and under the choices of the one in `file`, and write what
    that would change under `out`; nothing else there is touched.

    Raises Refusal where nothing can be done, where `file` is no register or has errors, and where it chooses nothing else.
    """
    refuse_within(out, inbox)
    law()
    tasks = tasks_of(inbox, means.passwords, file)
    with means.engine.started(len(tasks)) as work:
        register, batch = enrolled(with_mail(taken_in(tasks, work, means), inbox))
        other = choices_in(file, register, batch.accepted, means.passwords)
        now, then = (
            weighed(added_up(inbox, received), received)
            for received in (under(one, batch, as_of, work, means) for one in (register, other.register))
        )
    trial = tried(other.file, now, then, other.taken, other.left, other.remarks)
    means.shelf.tidy()
    return trial, write_trial(trial, WORKBOOKS, out)


def added_up(inbox: Path, returns: Returns) -> Consolidated:
    """Add up what was found: every figure, and what it stands on."""
    batch, register, calendar = returns.batch, returns.terms.register, returns.terms.calendar
    figures = aggregate(
        batch.accepted, batch.by_number, register, INDICATORS, calendar.phases, calendar.expected, calendar.as_of
    )
    return Consolidated(
        as_of=calendar.as_of,
        written_on=calendar.written_on,
        sample=register.settings.get("sample") is True,
        inbox=inbox,
        commune=register.profile_on(calendar.as_of).unit,
        register=register,
        forms=tuple(one for year in calendar.years for form in FORMS for one in revisions_of(form.id, year)),
        submissions=batch.submissions,
        tables=batch.accepted,
        indicators=INDICATORS,
        clauses=CLAUSES,
        phases=calendar.phases,
        targets=targets(law(), register),
        figures=tuple(figures),
        level=_level(register, calendar.as_of),
        self_assessments=tuple(_self_assessed(returns, figures)),
    )


def _level(register: Register, day: date) -> Level:
    """What whoever keeps a register is called on a day; one that no level is declared for is called a commune."""
    own = register.unit_on(register.profile_on(day).unit, day)
    fits = (one for one in LEVELS if own and one.kind == own.kind and own.name.startswith(one.begins))
    return next(fits, COMMUNE)


def _self_assessed(returns: Returns, figures: Sequence[Figure]) -> Iterator[SelfAssessment]:
    """How the commune stands by the titles that its own officers assess it for, each year at its end."""
    batch, terms = returns.batch, returns.terms
    dossier = Dossier(batch.accepted, batch.by_number, figures, terms.register, batch.spoken)
    for year, unit, title in self_assessing(terms.register, terms.calendar, terms.local):
        yield self_assess(dossier, title, unit, year, min(date(year, 12, 31), terms.calendar.as_of))


def weighed(consolidated: Consolidated, returns: Returns) -> Run:
    """Hold the rounds of awards on the figures, and tally what became of every row."""
    batch, terms = returns.batch, returns.terms
    calendar, register = terms.calendar, terms.register
    rounds = rounds_of(batch, consolidated.figures, terms)
    batch = batch.turned_away(rounds.turned_away)
    of_years = [*calendar.silent_years(batch.submissions), *calendar.outdated_closing(batch.submissions)]
    of_years += calendar.unseen_fund(batch.submissions)
    findings = [*batch.findings, *terms.findings, *rounds.findings, *of_years]
    findings += returns.seen.changed(batch.submissions)
    findings = waive(in_order(findings, batch.by_number), register)
    submissions, outcomes = tally(batch.submissions, batch.tables, batch.accepted, batch.set_aside, findings)
    lost = astray(submissions, register)
    return Run(
        **{attribute.name: getattr(consolidated, attribute.name) for attribute in fields(consolidated)}
        | {"submissions": tuple(submissions)},
        findings=tuple(findings),
        outcomes=tuple(outcomes),
        missing=tuple(
            missing(submissions, register, FORMS, calendar.owed_years, calendar.last_day, calendar.as_of, lost)
        ),
        rounds=rounds.held,
        awards=rounds.awards,
        verdicts=rounds.verdicts,
        sittings=rounds.sittings,
        decided=rounds.decided,
        local_numbers=needed(open_numbers(terms.local), terms.local, consolidated.self_assessments),
        local_choices=open_choices(terms.local),
        comparisons=compare(batch.tables, submissions),
        astray=tuple(lost),
        texts=tuple(text for text in law().decisions if text.in_force <= calendar.until.year),
        blank=terms.blank,
    )
