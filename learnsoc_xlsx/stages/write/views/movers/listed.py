"""Listed: the accepted rows of a list in two years, laid side by side, each with what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.form.form import Kind, Sheet, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.movers.homes import homes
from learnsoc_xlsx.stages.write.views.movers.identity import UNBORN, CoursesOfYear, YearOfRecords, identity
from learnsoc_xlsx.vietnamese.letters import unaddressed


@dataclass(frozen=True)
class ListOfYear:
    """The rows of a list in one year, unit by unit: of which table, at which of its positions, by whom sent, in which row of the
    file; `units` are those whose list is there, be it empty.
    """

    year: int
    tables: tuple[Table, ...]
    table: "np.ndarray[Any, Any]"
    at: "np.ndarray[Any, Any]"
    submission: "np.ndarray[Any, Any]"
    row: "np.ndarray[Any, Any]"
    units: frozenset[str]
    unit_of: Mapping[int, str]

    def __len__(self) -> int:
        return len(self.at)

    def column(self, field: str) -> list[Any]:
        """What stands in a field, row by row; None where it is empty."""
        stored: list[Any] = [None] * len(self)
        for number, table in enumerate(self.tables):
            mine = np.flatnonzero(self.table == number)
            values = table.rows[field].array.take(self.at[mine]).to_numpy(dtype=object, na_value=None)
            for place, value in zip(mine.tolist(), values.tolist(), strict=True):
                stored[place] = value
        return stored

    def unit(self, place: int) -> str:
        return self.unit_of[int(self.submission[place])]

    def place(self, place: int) -> Place:
        """Return the cell in which the subject of a row stands."""
        table = self.tables[int(self.table[place])]
        layout = table.layouts[int(self.submission[place])]
        return layout.place(table.sheet.subject.id, int(self.row[place]))


@dataclass(frozen=True)
class TwoYears:
    """A list in a year and in the one before, with the course of every row."""

    sheet: Sheet
    before: ListOfYear
    now: ListOfYear
    of_before: CoursesOfYear
    of_now: CoursesOfYear


def two_years(scope: Scope, sheet_id: str) -> TwoYears | None:
    """Return a list of the scope's year beside that of the year before; None where neither has any row.

    A list of nominees alone is none: who is not in it has not left.
    """
    lists = (table for table in scope.run.tables if table.sheet.kind is SheetKind.LIST)
    tables = [table for table in lists if table.sheet.id == sheet_id and not table.sheet.nominees_only]
    if not tables:
        return None
    before, now = (_of_year(scope, tables, year) for year in (scope.year - 1, scope.year))
    if not len(before) and not len(now):
        return None
    sheet = tables[-1].sheet
    home = homes(scope.run.register, scope.year, {*before.units, *now.units})
    names = [_names(held, sheet) for held in (before, now)]
    codes = pd.factorize(np.array([*names[0], *names[1]], dtype=object))[0]
    years = (
        YearOfRecords(part, _born(held, sheet), _homes(held, home), _listed(scope.run.register, held, home))
        for held, part in ((before, codes[: len(before)]), (now, codes[len(before) :]))
    )
    return TwoYears(sheet, before, now, *identity(*years, moves=bool(sheet.roll)))


def _of_year(scope: Scope, tables: Sequence[Table], year: int) -> ListOfYear:
    sent = scope.lookup.submissions
    counting = {
        number: sent[number]
        for table in tables
        for number in table.layouts
        if sent[number].year == year and sent[number].status.counts
    }
    order = {unit: turn for turn, unit in enumerate(scope.lookup.sorted_units(one.unit for one in counting.values()))}
    parts = [_rows(table, number, counting, order) for number, table in enumerate(tables)]
    rows = np.concatenate(parts, axis=1)
    rows = rows[:, np.lexsort((rows[3], rows[2], rows[4]))]
    units = {number: one.unit for number, one in counting.items()}
    return ListOfYear(year, tuple(tables), rows[0], rows[1], rows[2], rows[3], frozenset(units.values()), units)


def _rows(
    table: Table, number: int, counting: Mapping[int, Submission], order: Mapping[str, int]
) -> "np.ndarray[Any, Any]":
    """Table, position, submission, row in the file and place of the unit, for each row of the year, as five arrays."""
    submissions = table.rows["submission"].to_numpy(dtype="int64")
    there = np.flatnonzero(np.isin(submissions, list(counting)))
    mine = submissions[there]
    rank = np.full(int(mine.max(initial=0)) + 1, -1)
    for submission in np.unique(mine).tolist():
        rank[submission] = order[counting[submission].unit]
    rows = table.rows["row"].to_numpy(dtype="int64")[there]
    return np.stack([np.full(len(there), number), there, mine, rows, rank[mine]])


def _names(held: ListOfYear, sheet: Sheet) -> list[str]:
    """The names, as they are matched; each spelling is folded once."""
    spelt = held.column(sheet.subject.id)
    folded = {name: unaddressed(name) for name in set(spelt) if name is not None}
    return [folded.get(name, "") for name in spelt]


def year_field(sheet: Sheet) -> str | None:
    """Return what else tells namesakes of a list apart: the year among the fields that together may not repeat."""
    kinds = {field.id: field.kind for field in sheet.asked}
    return next((name for name in sheet.distinct if kinds.get(name) is Kind.YEAR), None)


def _born(held: ListOfYear, sheet: Sheet) -> "np.ndarray[Any, Any]":
    years = held.column(field) if (field := year_field(sheet)) else [None] * len(held)
    return np.array([UNBORN if born is None else int(born) for born in years], dtype="int64")


def _homes(held: ListOfYear, home: Mapping[str, int]) -> "np.ndarray[Any, Any]":
    numbers, turns = np.unique(held.submission, return_inverse=True)
    of_each = np.array([home[held.unit_of[int(number)]] for number in numbers], dtype="int64")
    return of_each[turns] if len(of_each) else np.zeros(0, dtype="int64")


def _listed(register: Register, held: ListOfYear, home: Mapping[str, int]) -> frozenset[int]:
    """The homes of which every unit that lived at the end of the year sent the list."""
    last = date(held.year, 12, 31)
    lacking = {
        home[unit] for unit in home.keys() - held.units if any(row.lives_on(last) for row in register.rows_of(unit))
    }
    return frozenset(home[unit] for unit in held.units) - lacking
