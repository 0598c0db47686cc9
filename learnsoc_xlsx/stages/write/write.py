"""Write: from a run to its result workbooks and run.json, whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.report import Page, Report, View, Workbook
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.lookup import Lookup, Scope
from learnsoc_xlsx.stages.write.record import outputs_of, record, recorded
from learnsoc_xlsx.stages.write.render import render
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.whole import whole

SAMPLE = "SỐ LIỆU MẪU – xã hư cấu, không dùng để quyết định"
RECORD = "run.json"


@dataclass(frozen=True)
class Drawing:
    """A workbook to be drawn in `fresh`, with its links as from `out`."""

    report: Report
    inbox: Path
    fresh: Path
    out: Path


Work = Callable[[Callable[[Drawing], str], Iterable[Drawing]], Iterator[str]]
"""Draws every workbook, here or elsewhere, and gives their paths in the same order."""


def write(run: Run, workbooks: Sequence[Workbook], out: Path, work: Work = map) -> tuple[Path, ...]:
    """Write every declared workbook that the run has something for, and run.json, under `out`; return their paths.

    What the run before wrote there and this one does not is taken away, unless somebody changed it since. The same run
    gives the same bytes. Raises CannotWrite, leaving what was there, when `out` or an open output cannot be written.
    """
    with whole(out, outputs_of(out / RECORD)) as fresh:
        drawn = work(draw, (Drawing(report, run.inbox, fresh, out) for report in _reports(run, workbooks)))
        said = record(run)
        written = list(drawn)
        (fresh / RECORD).write_bytes(recorded(said, {path: fresh / path for path in written}))
    return tuple(out / path for path in (*written, RECORD))


def draw(drawing: Drawing) -> str:
    """Draw one workbook; return its path under OUT."""
    target = drawing.fresh / drawing.report.path
    target.parent.mkdir(parents=True, exist_ok=True)
    render(drawing.report, target, drawing.inbox, (drawing.out / drawing.report.path).parent)
    return drawing.report.path


def _reports(run: Run, workbooks: Sequence[Workbook]) -> Iterator[Report]:
    reports = map(_report, _scopes(run, workbooks))
    return (report for report in reports if any(page.blocks for page in report.pages))


def _scopes(run: Run, workbooks: Sequence[Workbook]) -> Iterator[Scope]:
    """Yield what each workbook is to be about: every year, every phase begun, or the run."""
    lookup = Lookup(run)
    reported = {year for each in run.phases for year in each.years if str(year) in lookup.periods}
    years = sorted(reported | {held.year for held in run.rounds if not held.phase})
    for workbook in workbooks:
        if workbook.span == "year":
            yield from (Scope(lookup, workbook, year) for year in years)
        elif workbook.span == "phase":
            begun = [
                each
                for each in run.phases
                if each.id in lookup.periods or any(held.phase == each.id for held in run.rounds)
            ]
            yield from (Scope(lookup, workbook, phase=each) for each in begun if workbook.only in ("", each.id))
        else:
            yield Scope(lookup, workbook)


def _report(scope: Scope) -> Report:
    """Make every page of a workbook; a view that has nothing to say leaves its page out."""
    workbook = scope.workbook
    words = scope.words
    found = (VIEWS[view.show](scope, _worded(view, words)) for view in workbook.views)
    day = _signing_day(scope)
    profile = scope.run.register.profile_on(day)
    return Report(
        path=workbook.path.format(**words),
        title=workbook.title.format(**words),
        profile=profile,
        dated=day,
        as_of=scope.run.as_of,
        warning=SAMPLE if scope.run.sample else "",
        pages=tuple(page for page in found if isinstance(page, Page)),
        stamp=workbook.stamp.format(id=workbook.id, rounds=".".join(held.id for held in scope.rounds), **words),
    )


def _worded(view: View, words: dict[str, object]) -> View:
    return View(view.show, view.sheet, view.title.format(**words), view.of)


def _signing_day(scope: Scope) -> date:
    """The day whose letterhead and date the papers bear."""
    if scope.workbook.signed_at == "decision" and scope.rounds:
        return scope.rounds[0].decided_on
    return scope.run.as_of
