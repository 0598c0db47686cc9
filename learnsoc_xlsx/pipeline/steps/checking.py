"""Checking: the tables of the returns that count, each under the commune's own numbers of its year."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import pandas as pd

from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.check.check import check

_MANY = 100_000
"""So many rows are worth the birth of processes: fewer are checked sooner than they are handed over."""


def checked(batch: Batch, terms: Terms, work: Map) -> Batch:
    """Check the tables that are not checked yet, of submissions that count."""
    tables = list(_counting(batch, terms))
    here_or_there = work if sum(len(table.rows) for table in tables) >= _MANY else map
    return batch.checked(*check(tables, batch.by_number, Causes(batch.findings), here_or_there))


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
            layouts = {number: table.layouts[number] for number in numbers}
            yield replace(table, sheet=sheet, rows=_rows_of(table, layouts), layouts=layouts)


def _rows_of(table: Table, numbers: Collection[int]) -> pd.DataFrame:
    """The rows of some submissions; of all of them the table's own, for a copy would weigh as much again."""
    if len(numbers) == len(table.layouts):
        return table.rows
    return table.rows[table.rows["submission"].isin(numbers)].reset_index(drop=True)
