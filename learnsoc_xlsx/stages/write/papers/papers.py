"""Papers: of every round that is held, every year and every phase reviewed, the declared papers, filled in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.paper import Occasion, Series, WordPaper
from learnsoc_xlsx.model.report import Workbook
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.template.text.words import by_name
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.words.of_report import report_words
from learnsoc_xlsx.stages.write.papers.words.of_round import awarded, is_concluded, round_words, sitting_of
from learnsoc_xlsx.stages.write.papers.words.words import PaperWords, ReportWords, RoundWords
from learnsoc_xlsx.stages.write.scope import Lookup, Scope

_NO_VIEWS = Workbook("papers", "", "", "run", ())
"""A paper is no workbook: it shows no views."""
Work = Callable[[Callable[["Due"], tuple[str, ...]], Iterable["Due"]], Iterator[tuple[str, ...]]]
"""Writes every paper, here or elsewhere, and gives their paths in the same order."""


@dataclass(frozen=True)
class Due:
    """A paper that is to be written: which, and of which round; a report is of the year or phase of its round."""

    paper: WordPaper
    held: HeldRound
    series: Series


def papers(
    run: Run,
    declared: Sequence[WordPaper],
    series: Sequence[Series],
    templates: Mapping[str, bytes],
    folder: Path,
    work: Work,
    *,
    public: bool = False,
) -> Iterator[tuple[str, ...]]:
    """Write the papers under `folder` and give their paths there; those for the public only with `public`, and only of a
    round on which the council concluded.

    A forecast has no papers: nobody is awarded.
    """
    lookup = Lookup(run)
    wanted = [due for due in _due(run, declared, series) if public or not due.paper.public]
    yield from work(partial(_written, lookup, templates, folder), wanted)


def _due(run: Run, declared: Sequence[WordPaper], series: Sequence[Series]) -> Iterator[Due]:
    by_round = {one.of: one for one in series}
    for held in run.rounds:
        if held.forecast:
            continue
        for paper in declared:
            if paper.occasion in _OCCASIONS[held.upward, bool(held.phase)]:
                of = "" if paper.occasion is Occasion.YEAR else held.declared
                yield Due(paper, held, by_round[of])


_OCCASIONS = {
    (False, False): (Occasion.ROUND, Occasion.YEAR),
    (False, True): (Occasion.ROUND, Occasion.PHASE),
    (True, False): (Occasion.UPWARD,),
    (True, True): (Occasion.UPWARD,),
}
"""The papers of a round, by whether it proposes to the level above and whether it is over a phase."""


def _written(lookup: Lookup, templates: Mapping[str, bytes], folder: Path, due: Due) -> tuple[str, ...]:
    """Write one paper; one that has nobody to speak of is left out."""
    scope = _scope(lookup, due.held)
    if not _speaks(scope, due):
        return ()
    path = due.paper.path.format(year=due.held.named_after, series=due.series.digit, called=due.series.called)
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(filled(templates[due.paper.template], by_name(_words(scope, due))))
    return (path,)


def _scope(lookup: Lookup, held: HeldRound) -> Scope:
    phase = next((phase for phase in lookup.run.phases if phase.id == held.phase), None)
    return Scope(lookup, _NO_VIEWS, held.named_after, phase)


def _speaks(scope: Scope, due: Due) -> bool:
    """Whether a paper has something to say: a report always, the record of a meeting once there was one."""
    if due.paper.occasion in (Occasion.YEAR, Occasion.PHASE):
        return True
    if due.paper.public and not is_concluded(scope, due.held):
        return False
    return bool(awarded(scope, due.held)) or sitting_of(scope, due.held) is not None


def words_of(occasion: Occasion) -> type[PaperWords]:
    """Return the words that the text of a paper may use."""
    return ReportWords if occasion in (Occasion.YEAR, Occasion.PHASE) else RoundWords


def _words(scope: Scope, due: Due) -> PaperWords:
    match due.paper.occasion:
        case Occasion.YEAR | Occasion.PHASE:
            return report_words(scope, due.held, due.paper, due.series.reviews)
        case _:
            return round_words(scope, due.held, due.paper)
