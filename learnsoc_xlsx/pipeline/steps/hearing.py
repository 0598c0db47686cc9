"""Hearing: what the commune itself says of subjects, held against the returns, under the law of each year of the run."""

from collections.abc import Iterator

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import Candidates, ConditionTest
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.check.spoken.spoken import Honours, spoken


def heard(batch: Batch, terms: Terms) -> Batch:
    """Return the batch with what follows from the commune's word, and what is to be said of it."""
    years = terms.calendar.years
    bearers: dict[str, frozenset[str]] = {}
    for title, kinds in (pair for year in years for award in terms.local[year].awards_in(year) for pair in _of(award)):
        bearers[title] = bearers.get(title, frozenset()) | kinds
    honours = Honours({year: terms.local[year].titles_in(year) for year in years}, bearers)
    return batch.heard(*spoken(batch.accepted, batch.by_number, terms.register, honours, terms.calendar.until))


def _of(award: Award) -> Iterator[tuple[str, frozenset[str]]]:
    """The titles that an award for whole units looks for, each with the kinds of those units."""
    if award.candidates is Candidates.UNITS:
        asked = {condition.of for condition in award.conditions if condition.test is ConditionTest.TITLE}
        yield from ((title, frozenset(award.unit_kinds)) for title in sorted({award.title, *asked}))
