"""Resolve: all decisions held against each other, the forms and the indicators, before anything is judged by them."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.catalogue.forms.sheets.sections import CLAUSES
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of
from learnsoc_xlsx.catalogue.reading.references import unknown_in
from learnsoc_xlsx.catalogue.reading.restated import lost_in
from learnsoc_xlsx.catalogue.reading.shapes import misshapen_in
from learnsoc_xlsx.catalogue.reading.sources import unknown_sources
from learnsoc_xlsx.catalogue.reading.vocabulary import Vocabulary
from learnsoc_xlsx.model.law.texts.decisions import Decision


def resolve(decisions: Sequence[Decision]) -> None:
    """Make sure that the law, oldest decision first, says nothing that nobody knows and leaves out nothing that a run needs.

    Raises DecisionError for the first word, id or gap that is wrong.
    """
    words = Vocabulary(decisions)
    fault = next(_faults(decisions, words), None)
    if fault is not None:
        raise fault


def without_deadline(decisions: Sequence[Decision], year: int, unit_kind: str) -> DecisionError:
    """Return the error that no decision in force in a year states a deadline for a kind of unit."""
    stating = [decision for decision in decisions if decision.deadlines] or decisions
    sentence = f"năm {year} không văn bản nào nêu hạn nộp báo cáo cho loại đơn vị “{unit_kind}”"
    return Spot(stating[-1].file, ("deadlines",)).fault("unit_kinds", sentence)


def _faults(decisions: Sequence[Decision], words: Vocabulary) -> Iterator[DecisionError]:
    for decision in decisions:
        yield from misshapen_in(decision)
    for decision in decisions:
        yield from unknown_in(decision, words)
    yield from lost_in(decisions)
    yield from _undue(decisions, words)
    yield from _indicators(decisions)
    yield from unknown_sources(INDICATORS)


def _undue(decisions: Sequence[Decision], words: Vocabulary) -> Iterator[DecisionError]:
    """A kind of unit for which no decision in force states a deadline, in some year of the movement."""
    years = sorted({year for decision in decisions for phase in decision.phases for year in phase.years})
    for year in years:
        due = [deadline for decision in decisions if decision.governs(year) for deadline in decision.deadlines]
        for kind in sorted(words.unit_kinds.difference(*(deadline.unit_kinds for deadline in due))):
            yield without_deadline(decisions, year, kind)


def _indicators(decisions: Sequence[Decision]) -> Iterator[DecisionError]:
    """An indicator under a clause without a name, or with a jump that no decision states."""
    clauses = {clause.id for clause in CLAUSES}
    jumps = {jump.id for decision in decisions for jump in decision.jumps}
    for indicator in INDICATORS:
        spot = Spot("catalogue/indicators").within("Indicator", indicator.id)
        if indicator.clause not in clauses:
            sentence = f"mục “{indicator.clause}” chưa có tên trong sections.py"
            yield spot.fault("clause", sentence + instead_of(indicator.clause, clauses))
        if indicator.jump and indicator.jump not in jumps:
            yield spot.fault("jump", f"không văn bản nào nêu mức “{indicator.jump}”{instead_of(indicator.jump, jumps)}")
