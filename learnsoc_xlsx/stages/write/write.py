"""Write: from a run to its result workbooks and run.json, whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from learnsoc_xlsx import __version__
from learnsoc_xlsx.model.law.indicators import Phase
from learnsoc_xlsx.model.register import Profile
from learnsoc_xlsx.model.report import Page, Report, View, Workbook
from learnsoc_xlsx.model.run import Consolidated, Run
from learnsoc_xlsx.stages.write.changes.changes import Changes, RunMark
from learnsoc_xlsx.stages.write.changes.since import changes_since
from learnsoc_xlsx.stages.write.changes.tried import Tried
from learnsoc_xlsx.stages.write.draw.links import Paths
from learnsoc_xlsx.stages.write.draw.render import render
from learnsoc_xlsx.stages.write.found.every_cell import every_cell
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of, kept_beside, untouched
from learnsoc_xlsx.stages.write.moving.whole import whole
from learnsoc_xlsx.stages.write.run_json.last_outputs import LastOutputs
from learnsoc_xlsx.stages.write.run_json.last_run import RECORD
from learnsoc_xlsx.stages.write.run_json.record import record
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS

SAMPLE = "SỐ LIỆU MẪU – xã hư cấu, không dùng để quyết định"
COUNCIL = "Hội đồng Thi đua - Khen thưởng"
"""What a council is called whose own name the register does not give."""


@dataclass(frozen=True)
class About:
    """What a workbook is to be about: a year, a phase, or the whole run; with the workbook that is its annex."""

    workbook: Workbook
    year: int = 0
    phase: Phase | None = None
    annex: Workbook | None = None

    def of(self, workbook: Workbook, lookup: Lookup) -> Scope:
        return Scope(lookup, workbook, self.year, self.phase)


@dataclass(frozen=True)
class Written:
    """The files that a run wrote, and of those of the run before that somebody had changed, the places they were given.

    `record` is the hash of run.json, `changes` what differs from the last run (None: there was none), `latest` where the
    last real change is told; `meanwhile` names the files of INBOX that changed or came while the run went on.
    """

    paths: tuple[Path, ...]
    kept: tuple[Path, ...]
    record: str = ""
    changes: Changes | None = None
    latest: Path | None = None
    meanwhile: tuple[str, ...] = ()


def unchanged(run: Run, written: Written) -> Written:
    """Return what a run writes that differs in nothing from one that just wrote."""
    files = tuple(path for path in written.paths if path != written.latest)
    return replace(written, paths=files, kept=(), changes=Changes(RunMark(written.record, run.as_of, __version__)))


Work = Callable[[Callable[[About], tuple[str, ...]], Iterable[About]], Iterator[tuple[str, ...]]]
"""Draws every workbook, here or elsewhere, and gives their paths in the same order."""

Press = Callable[[Report, Path, Paths, Path, Report | None], None]
"""Writes a report at a place, as `render` does."""


def write(run: Run, workbooks: Sequence[Workbook], out: Path, work: Work = map) -> tuple[Path, ...]:
    """Write every declared workbook that the run has something for, and run.json, under `out`; return their paths.

    The same run gives the same bytes. Raises CannotWrite, leaving what was there, when `out` or an open output cannot
    be written.
    """
    with writing(workbooks, out) as writer:
        writer.figures(run, work)
        writer.awards(run, work)
        return writer.finish(run, writer.written()).paths


@contextmanager
def writing(workbooks: Sequence[Workbook], out: Path) -> Iterator["WorkbookWriter"]:
    """Give a writer of the workbooks; when it has finished, all take their places under `out` at once, else none.

    What the run before wrote there and this one does not is taken away, unless somebody changed it since; what somebody
    changed and this one writes anew is kept beside.
    """
    former = LastOutputs(out / RECORD)
    with whole(out, former) as fresh:
        yield WorkbookWriter(workbooks, fresh, out, former)


class WorkbookWriter:
    """Draws the workbooks of a run in a fresh folder, `folder`: those of figures as soon as there are figures, then the
    others.
    """

    def __init__(self, workbooks: Sequence[Workbook], fresh: Path, out: Path, former: LastOutputs) -> None:
        self._workbooks, self.folder, self._out, self._former = workbooks, fresh, out, former
        self._begun: list[Iterator[tuple[str, ...]]] = []

    def figures(self, run: Consolidated, work: Work, press: Press = render) -> None:
        """Begin to draw the workbooks that speak of figures alone."""
        self._draw(run, "figures", work, press)

    def also(self, write: Callable[[Path], Iterator[tuple[str, ...]]]) -> None:
        """Begin to write further files, given the folder they go to: they take their places with the workbooks."""
        self._begun.append(write(self.folder))

    def awards(self, run: Run, work: Work, press: Press = render) -> None:
        """Begin to draw the others, and to write every finding.

        They wait for those of figures: what is drawn at one time is held in memory at one time.
        """
        self._begun = [iter(list(begun)) for begun in self._begun]
        self._draw(run, "awards", work, press)
        self.also(lambda folder: every_cell(run, folder))

    def written(self) -> tuple[str, ...]:
        """Wait until all that was begun is written; return the paths in order."""
        return tuple(sorted(path for begun in self._begun for paths in begun for path in paths))

    def finish(self, run: Run, written: Sequence[str]) -> Written:
        """Record what is written in the fresh folder in run.json; return all paths, in order."""
        kept = kept_beside(self._out, self.folder, written, self._former)
        own = self.folder / RECORD
        record(run, {path: self.folder / path for path in written}, kept, own, self._out)
        changes = changes_since(self._out / RECORD, run, own)
        pictures, kept_pictures = self._picture(run, changes)
        return Written(
            tuple(self._out / path for path in (*sorted((*written, *pictures)), RECORD)),
            tuple(self._out / path for path in (*kept.values(), *kept_pictures)),
            digest_of(own),
            changes,
            next((self._out / path for path in (*pictures, *self._earlier_pictures())), None),
        )

    def _earlier_pictures(self) -> Iterator[str]:
        """Where an earlier run told what had changed then."""
        pictures = (workbook.path for workbook in self._workbooks if workbook.drawn_after == "comparison")
        return (path for path in pictures if (self._out / path).is_file())

    def _picture(self, run: Run, changes: Changes | None) -> tuple[list[str], list[str]]:
        """Draw what differs from the last run, if anything does: else the picture of the last change stays as it is."""
        if changes is None or not changes.is_worth_a_file:
            return [], []
        lookup = Lookup(run, changes)
        wanted = [About(workbook) for workbook in self._workbooks if workbook.drawn_after == "comparison"]
        drawn = [path for about in wanted for path in draw(lookup, self.folder, self._out, about)]
        for path in drawn:
            self._former.lets_go(path)
        return drawn, list(kept_beside(self._out, self.folder, drawn, self._former).values())

    def _draw(self, run: Consolidated, after: str, work: Work, press: Press) -> None:
        lookup = Lookup(run)
        largest_first = sorted(self._workbooks, key=lambda workbook: workbook.span != "run")
        by_id = {workbook.id: workbook for workbook in self._workbooks}
        annexes = {workbook.annex for workbook in self._workbooks}
        alone = [book for book in largest_first if book.drawn_after == after and book.id not in annexes]
        wanted = [replace(about, annex=by_id.get(about.workbook.annex)) for about in _wanted(lookup, alone)]
        self._begun.append(work(partial(draw, lookup, self.folder, self._out, press=press), wanted))


def write_trial(trial: Tried, workbooks: Sequence[Workbook], out: Path) -> Written:
    """Write what other choices would change under `out`, and touch nothing else there. Raises CannotWrite."""
    wanted = [About(workbook) for workbook in workbooks if workbook.drawn_after == "trial"]
    former: dict[str, str] = {}
    with whole(out, former) as fresh:
        lookup = Lookup(trial.now, trial)
        drawn = [path for about in wanted for path in draw(lookup, fresh, out, about)]
        for path in drawn:
            former |= untouched(out, path)
        kept = kept_beside(out, fresh, drawn, former)
    return Written(tuple(out / path for path in drawn), tuple(out / path for path in kept.values()))


def draw(lookup: Lookup, fresh: Path, out: Path, about: About, press: Press = render) -> tuple[str, ...]:
    """Draw a workbook, and its annex with it, under `fresh`, their links as from `out`; return their paths there.

    One that has nothing to say is left out.
    """
    whole = _report(about.of(about.workbook, lookup))
    annex = _report(about.of(about.annex, lookup)) if about.annex else None
    drawn = [report for report in (whole, annex) if report and any(page.blocks for page in report.pages)]
    for report in drawn:
        target = fresh / report.path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = annex if report is whole and annex in drawn else None
        press(report, target, lookup.path, (out / report.path).parent, beside)
    return tuple(report.path for report in drawn)


def _wanted(lookup: Lookup, workbooks: Sequence[Workbook]) -> Iterator[About]:
    """Yield what each workbook is to be about: every year, every phase begun, or the run."""
    run = lookup.run
    reported = {year for phase in run.phases for year in phase.years if str(year) in lookup.periods}
    years = sorted(reported | {held.year for held in lookup.rounds if not held.phase})
    for workbook in workbooks:
        if workbook.span == "year":
            yield from (About(workbook, year) for year in years)
        elif workbook.span == "phase":
            begun = [
                phase
                for phase in run.phases
                if phase.id in lookup.periods or any(held.phase == phase.id for held in lookup.rounds)
            ]
            yield from (About(workbook, phase=phase) for phase in begun if workbook.only in ("", phase.id))
        else:
            yield About(workbook)


def _report(scope: Scope) -> Report:
    """Make every page of a workbook; a view that has nothing to say leaves its page out."""
    workbook = scope.workbook
    words = scope.words
    pages = (VIEWS[view.show](scope, worded(view, words)) for view in workbook.views)
    day = _signing_day(scope)
    return Report(
        path=workbook.path.format(**words),
        title=workbook.title.format(**words),
        profile=_letterhead(scope, day),
        dated=day,
        as_of=scope.run.as_of,
        warning=SAMPLE if scope.run.sample else "",
        pages=tuple(page for page in pages if isinstance(page, Page)),
        stamp=workbook.stamp.format(id=workbook.id, **words),
    )


def _letterhead(scope: Scope, day: date) -> Profile:
    """Who issues a workbook on a day: the commune, or its council, which then stands under the commune."""
    profile = scope.run.register.profile_on(day)
    if scope.workbook.signed_at != "decision":
        return profile
    return replace(profile, parent_name=profile.issuer, issuer=profile.council or COUNCIL)


def worded(view: View, words: dict[str, object]) -> View:
    """Return a declared page with what its place-holders stand for."""
    return replace(view, sheet=view.sheet.format(**words), title=view.title.format(**words))


def _signing_day(scope: Scope) -> date:
    """The day whose letterhead and date the papers bear."""
    if scope.workbook.signed_at == "decision" and scope.rounds:
        return scope.rounds[0].decided_on
    return scope.run.as_of
