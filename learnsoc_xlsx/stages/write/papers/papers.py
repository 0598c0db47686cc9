"""Papers: of every round that is held, every year and every phase reviewed, the declared papers, filled in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.certificates import Blank
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import BlankPaper, IssuedBy, Occasion, Series, WordPaper
from learnsoc_xlsx.model.report import Workbook
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.template.text.words import by_name
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.on_blank import printed, to_settle
from learnsoc_xlsx.stages.write.papers.words.concluded import awarded, sitting_of
from learnsoc_xlsx.stages.write.papers.words.of_report import report_words
from learnsoc_xlsx.stages.write.papers.words.of_round import OfRound
from learnsoc_xlsx.stages.write.papers.words.printable import printable
from learnsoc_xlsx.stages.write.papers.words.words import RoundWords
from learnsoc_xlsx.stages.write.scope import Lookup, Scope

_ON_BLANK = WordPaper("", "", "", "", Occasion.ROUND, IssuedBy.CHAIRMAN, (), PaperKind.DECISION)
"""What is printed on blanks bears the words of a decision."""
_NO_VIEWS = Workbook("papers", "", "", "run", ())
"""A paper is no workbook: it shows no views."""
Declared = WordPaper | BlankPaper
Work = Callable[[Callable[["Due"], tuple[str, ...]], Iterable["Due"]], Iterator[tuple[str, ...]]]
"""Writes the papers of every round, here or elsewhere, and gives their paths in the same order."""

Fill = Callable[[bytes, Mapping[str, object]], bytes]
"""Fills a template in with words, as `filled` does."""
Press = Callable[[BlankPaper, Blank, RoundWords], bytes]
"""Prints certificates on blanks, as `printed` does."""


@dataclass(frozen=True)
class Due:
    """The papers that are to be written of a round, each in its series: a report is of the year or phase of the round."""

    held: HeldRound
    papers: tuple[tuple[Declared, Series], ...]


@dataclass(frozen=True)
class Sources:
    """What papers are made from: the template of each by its file, what is printed on blanks, who fills the ones in and prints
    the others.
    """

    templates: Mapping[str, bytes]
    on_blanks: tuple[BlankPaper, ...]
    fill: Fill
    press: Press


def papers(
    run: Run,
    declared: Sequence[Declared],
    series: Sequence[Series],
    templates: Mapping[str, bytes],
    folder: Path,
    work: Work,
    *,
    public: bool = False,
    fill: Fill = filled,
    press: Press = printed,
) -> Iterator[tuple[str, ...]]:
    """Write the papers under `folder` and give their paths there; those for the public only with `public`, and only of a
    round whose decision is signed.

    A forecast has no papers: nobody is awarded.
    """
    lookup = Lookup(run)
    wanted = [paper for paper in declared if public or not _is_public(paper)]
    on_blanks = tuple(paper for paper in declared if isinstance(paper, BlankPaper))
    yield from work(
        partial(_written, lookup, Sources(templates, on_blanks, fill, press), folder), _due(run, wanted, series)
    )


def _due(run: Run, declared: Sequence[Declared], series: Sequence[Series]) -> Iterator[Due]:
    by_round = {one.of: one for one in series}
    for held in (held for held in run.rounds if not held.forecast):
        mine = [paper for paper in declared if _occasion(paper) in _OCCASIONS[held.upward, bool(held.phase)]]
        yield Due(
            held,
            tuple((paper, by_round["" if _occasion(paper) is Occasion.YEAR else held.declared]) for paper in mine),
        )


def _is_public(paper: Declared) -> bool:
    return isinstance(paper, WordPaper) and paper.public


def _occasion(paper: Declared) -> Occasion:
    """What a paper is about: what is printed on blanks is of a round."""
    return paper.occasion if isinstance(paper, WordPaper) else Occasion.ROUND


_OCCASIONS = {
    (False, False): (Occasion.ROUND, Occasion.YEAR),
    (False, True): (Occasion.ROUND, Occasion.PHASE),
    (True, False): (Occasion.UPWARD,),
    (True, True): (Occasion.UPWARD,),
}
"""The papers of a round, by whether it proposes to the level above and whether it is over a phase."""


def _written(lookup: Lookup, sources: Sources, folder: Path, due: Due) -> tuple[str, ...]:
    """Write the papers of a round and give their paths; one that has nobody to speak of is left out."""
    of_round = OfRound(_scope(lookup, due.held), due.held)
    paths = []
    for paper, series in due.papers:
        data = _data(lookup, sources, due.held, of_round, paper, series)
        if data is not None:
            path = paper.path.format(year=due.held.named_after, series=series.digit, called=series.called)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
            paths.append(path)
    return tuple(paths)


def _data(
    lookup: Lookup, sources: Sources, held: HeldRound, of_round: OfRound, paper: Declared, series: Series
) -> bytes | None:
    scope = _scope(lookup, held)
    if not _speaks(scope, held, paper):
        return None
    if isinstance(paper, BlankPaper):
        on_blank = of_round.words(_ON_BLANK)
        return sources.press(paper, scope.whole.blank, on_blank) if on_blank.certified else None
    reports = paper.occasion in (Occasion.YEAR, Occasion.PHASE)
    words = printable(report_words(scope, held, paper, series.reviews)) if reports else of_round.words(paper)
    if paper.about and not by_name(words)[paper.about]:
        return None
    if paper.looks_ahead and isinstance(words, RoundWords):
        ahead = (flaw for one in sources.on_blanks for flaw in to_settle(one, scope.whole.blank, words))
        words = replace(words, to_settle=(*words.to_settle, *ahead))
    return sources.fill(sources.templates[paper.template], by_name(words))


def _scope(lookup: Lookup, held: HeldRound) -> Scope:
    phase = next((phase for phase in lookup.run.phases if phase.id == held.phase), None)
    return Scope(lookup, _NO_VIEWS, held.named_after, phase)


def _speaks(scope: Scope, held: HeldRound, paper: Declared) -> bool:
    """Whether a paper has something to say: a report once anything was reported, the record of a meeting once there was one."""
    if _occasion(paper) in (Occasion.YEAR, Occasion.PHASE):
        return bool(scope.held_years)
    if _is_public(paper) and not scope.whole.is_signed(held):
        return False
    return bool(awarded(scope, held)) or sitting_of(scope, held) is not None
