"""Papers: of every round that is held, every year and every phase reviewed, the declared papers, filled in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import BlankPaper, IssuedBy, Occasion, Series, WordPaper
from learnsoc_xlsx.model.report import Workbook
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.template.text.words import by_name
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.on_blank import printed, to_settle
from learnsoc_xlsx.stages.write.papers.words.concluded import awarded, sitting_of
from learnsoc_xlsx.stages.write.papers.words.of_report import report_words
from learnsoc_xlsx.stages.write.papers.words.of_round import round_words
from learnsoc_xlsx.stages.write.papers.words.printable import printable
from learnsoc_xlsx.stages.write.papers.words.words import PaperWords, RoundWords
from learnsoc_xlsx.stages.write.scope import Lookup, Scope

_ON_BLANK = WordPaper("", "", "", "", Occasion.ROUND, IssuedBy.CHAIRMAN, (), PaperKind.DECISION)
"""What is printed on blanks bears the words of a decision."""
_NO_VIEWS = Workbook("papers", "", "", "run", ())
"""A paper is no workbook: it shows no views."""
Declared = WordPaper | BlankPaper
Work = Callable[[Callable[["Due"], tuple[str, ...]], Iterable["Due"]], Iterator[tuple[str, ...]]]
"""Writes every paper, here or elsewhere, and gives their paths in the same order."""


@dataclass(frozen=True)
class Due:
    """A paper that is to be written: which, and of which round; a report is of the year or phase of its round."""

    paper: Declared
    held: HeldRound
    series: Series

    @property
    def is_public(self) -> bool:
        return isinstance(self.paper, WordPaper) and self.paper.public

    @property
    def path(self) -> str:
        return self.paper.path.format(year=self.held.named_after, series=self.series.digit, called=self.series.called)


@dataclass(frozen=True)
class Sources:
    """What papers are made from: the template of each by its file, and what is printed on blanks."""

    templates: Mapping[str, bytes]
    on_blanks: tuple[BlankPaper, ...]


def papers(
    run: Run,
    declared: Sequence[Declared],
    series: Sequence[Series],
    templates: Mapping[str, bytes],
    folder: Path,
    work: Work,
    *,
    public: bool = False,
) -> Iterator[tuple[str, ...]]:
    """Write the papers under `folder` and give their paths there; those for the public only with `public`, and only of a
    round whose decision is signed.

    A forecast has no papers: nobody is awarded.
    """
    lookup = Lookup(run)
    wanted = [due for due in _due(run, declared, series) if public or not due.is_public]
    on_blanks = tuple(paper for paper in declared if isinstance(paper, BlankPaper))
    yield from work(partial(_written, lookup, Sources(templates, on_blanks), folder), wanted)


def _due(run: Run, declared: Sequence[Declared], series: Sequence[Series]) -> Iterator[Due]:
    by_round = {one.of: one for one in series}
    for held in (held for held in run.rounds if not held.forecast):
        for paper in declared:
            if _occasion(paper) in _OCCASIONS[held.upward, bool(held.phase)]:
                of = "" if _occasion(paper) is Occasion.YEAR else held.declared
                yield Due(paper, held, by_round[of])


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
    """Write one paper; one that has nobody to speak of is left out."""
    scope = _scope(lookup, due.held)
    data = _data(scope, sources, due) if _speaks(scope, due) else None
    if data is None:
        return ()
    target = folder / due.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return (due.path,)


def _data(scope: Scope, sources: Sources, due: Due) -> bytes | None:
    if isinstance(due.paper, BlankPaper):
        return printed(due.paper, scope.whole.blank, printable(round_words(scope, due.held, _ON_BLANK)))
    words = printable(_words(scope, due.paper, due))
    if due.paper.about and not by_name(words)[due.paper.about]:
        return None
    if due.paper.looks_ahead and isinstance(words, RoundWords):
        ahead = (flaw for paper in sources.on_blanks for flaw in to_settle(paper, scope.whole.blank, words))
        words = replace(words, to_settle=(*words.to_settle, *ahead))
    return filled(sources.templates[due.paper.template], by_name(words))


def _scope(lookup: Lookup, held: HeldRound) -> Scope:
    phase = next((phase for phase in lookup.run.phases if phase.id == held.phase), None)
    return Scope(lookup, _NO_VIEWS, held.named_after, phase)


def _speaks(scope: Scope, due: Due) -> bool:
    """Whether a paper has something to say: a report once anything was reported, the record of a meeting once there was one."""
    if _occasion(due.paper) in (Occasion.YEAR, Occasion.PHASE):
        return bool(scope.held_years)
    if due.is_public and not scope.whole.is_signed(due.held):
        return False
    return bool(awarded(scope, due.held)) or sitting_of(scope, due.held) is not None


def _words(scope: Scope, paper: WordPaper, due: Due) -> PaperWords:
    match paper.occasion:
        case Occasion.YEAR | Occasion.PHASE:
            return report_words(scope, due.held, paper, due.series.reviews)
        case _:
            return round_words(scope, due.held, paper)
