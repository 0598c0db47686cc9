"""Checking: the tables of the returns that count, each under the commune's own numbers of its year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.keeping.checked_before import keys_of, lay, taken
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.check.check import breaches_within, check
from learnsoc_xlsx.stages.check.within.breaches import Breaches, BySubmission

_MANY = 100_000
"""So many rows are worth the birth of processes: fewer are checked sooner than they are handed over."""


def checked(batch: Batch, terms: Terms, work: Map, shelf: Shelf = NO_SHELF) -> Batch:
    """Check the tables that are not checked yet, of submissions that count; what a submission breaks within its own tables is
    taken from the shelf where it lies there.
    """
    tables, causes = list(_counting(batch, terms)), Causes(batch.findings)
    keys = keys_of(batch, tables, shelf)
    kept = {number: own for number, key in keys.items() if (own := taken(shelf, key, number)) is not None}
    fresh = [_only(table, [number for number in table.layouts if number not in kept]) for table in tables]
    here_or_there = work if sum(len(table.rows) for table in fresh) >= _MANY else map
    anew = breaches_within(fresh, causes, here_or_there)
    breaches = [_of_table(table, kept, own) for table, own in zip(tables, anew, strict=True)]
    for number in keys.keys() - kept.keys():
        lay(shelf, keys[number], number, tables, anew)
    return batch.checked(*check(tables, breaches, batch.by_number, causes))


def _of_table(table: Table, kept: Mapping[int, Mapping[str, Breaches]], anew: BySubmission) -> BySubmission:
    """What each submission breaks in a table, kept or found anew, in the order of the submissions."""
    own = {
        number: kept[number].get(table.sheet.key) if number in kept else anew.get(number) for number in table.layouts
    }
    return {number: breaches for number, breaches in own.items() if breaches is not None}


def _counting(batch: Batch, terms: Terms) -> Iterator[Table]:
    """One table for each sheet, and one more where the commune's own numbers change what holds."""
    done = {table.sheet.key for table in batch.accepted}
    submissions = batch.by_number
    for table in (table for table in batch.tables if table.sheet.key not in done):
        counting = {number: submissions[number].year for number in table.layouts if submissions[number].status.counts}
        of_year = {year: terms.local.sheet(table.sheet, year) for year in dict.fromkeys(counting.values())}
        by_sheet: dict[Sheet, list[int]] = {}
        for number, year in counting.items():
            by_sheet.setdefault(of_year[year], []).append(number)
        for sheet, numbers in by_sheet.items():
            yield replace(_only(table, numbers), sheet=sheet)


def _only(table: Table, numbers: Sequence[int]) -> Table:
    """A table of some of its submissions; of all of them it is the same, for a copy of its rows would weigh as much again."""
    if len(numbers) == len(table.layouts):
        return table
    rows = table.rows[table.rows["submission"].isin(numbers)].reset_index(drop=True)
    return replace(table, rows=rows, layouts={number: table.layouts[number] for number in numbers})
