"""Rows of a table as words: the exact Python value of a stored one, and dataclasses filled by field name."""

import dataclasses
import types
import typing
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from learnsoc_xlsx.model.form.form import Kind, Sheet
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.letters import key

Word = TypeVar("Word")


def exact(kind: Kind, stored: Any) -> int | Fraction | bool | str | date | None:
    """Return what a frame's cell stands for: a date for an ordinal, a Fraction for a scaled number, None for empty."""
    if stored is None or pd.isna(stored):
        return None
    if kind is Kind.DATE:
        return date.fromordinal(int(stored))
    if kind is Kind.MARK:
        return bool(stored)
    if kind.is_number:
        return int(stored) if kind.scale == 1 else Fraction(int(stored), kind.scale)
    return str(stored)


def laid_together(tables: Iterable[Table]) -> list[Table]:
    """Lay the tables of each sheet together, in the order in which the sheets come."""
    by_sheet: dict[Sheet, list[Table]] = {}
    for table in tables:
        by_sheet.setdefault(table.sheet, []).append(table)
    return [_one_table(same) for same in by_sheet.values()]


def _one_table(same: Sequence[Table]) -> Table:
    if len(same) == 1:
        return same[0]
    rows = pd.concat([table.rows for table in same], ignore_index=True)
    layouts = {number: layout for table in same for number, layout in table.layouts.items()}
    lost = LostCells.together([table.lost for table in same])
    return Table(same[0].sheet, rows, layouts, lost, frozenset(cell for table in same for cell in table.percent))


def folded(column: pd.Series) -> pd.Series:
    """Return a column of names as they are to be matched; each spelling is folded once."""
    numbers, spellings = pd.factorize(column)
    keys = pd.array([key(text) for text in spellings], dtype="str")
    return pd.Series(keys.take(numbers, allow_fill=True), column.index, name=column.name)


def positions(table: Table) -> dict[int, list[int]]:
    """Return for each submission at which positions of the table its rows stand, in the order in which they come."""
    numbers = table.rows["submission"].to_numpy(dtype="int64")
    order = np.argsort(numbers, kind="stable")
    ends = [*(np.flatnonzero(np.diff(numbers[order])) + 1).tolist(), len(order)] if len(order) else []
    spans = sorted((order[first:end].tolist() for first, end in pairwise([0, *ends])), key=itemgetter(0))
    return {int(numbers[span[0]]): span for span in spans}


class Records:
    """The rows of a table one by one, by position: all of them, or those at `places`; its columns are laid out once, all of
    them or those `named`.
    """

    def __init__(self, table: Table, places: Iterable[int] | None = None, named: Collection[str] | None = None) -> None:
        kinds = {field.id: field.kind for field in table.sheet.asked}
        wanted = list(range(len(table.rows)) if places is None else places)
        self._at = {place: turn for turn, place in enumerate(wanted)}
        self._columns = {
            str(name): _exactly(
                kinds.get(str(name)),
                column.array if places is None else column.array.take(np.array(wanted, dtype="int64")),
            )
            for name, column in table.rows.items()
            if named is None or name in named
        }

    def __getitem__(self, place: int) -> dict[str, Any]:
        """Return one record by field id, exact, with `submission` and `row`. Raises KeyError for a place not asked for."""
        at = self._at[place]
        return {name: column[at] for name, column in self._columns.items()}


def _exactly(kind: Kind | None, stored: ExtensionArray) -> list[Any]:
    """What `exact` says of every cell of a column; numbers of submissions and rows are of no kind, and never missing."""
    given: list[Any] = stored.to_numpy(dtype=object, na_value=None).tolist()  # type: ignore[arg-type]  # None is one
    if kind is Kind.DATE:
        return [None if value is None else date.fromordinal(value) for value in given]
    if kind is not None and kind.is_number and (scale := kind.scale) != 1:
        parts = {value: None if value is None else Fraction(value, scale) for value in set(given)}
        return [parts[value] for value in given]
    return given


def values(table: Table, at: int) -> dict[str, Any]:
    """Return one record by field id, exact, with `submission` and `row`."""
    return Records(table, [at])[at]


def words(table: Table, word: type[Word]) -> Iterator[Word]:
    """Make a dataclass of each row by name; a row that lacks what the word must have makes none (it has a finding)."""
    return (made for _, made in placed_words(table, word))


def placed_words(table: Table, word: type[Word]) -> Iterator[tuple[int, Word]]:
    """Make a dataclass of each row by name, as `words` does, and say at which position of the table the row stands."""
    names = [field.name for field in dataclasses.fields(word)]  # type: ignore[arg-type]
    needed = _needed(word)
    records = Records(table, named={*names, "submission", "row"})
    for at in range(len(table.rows)):
        record = records[at]
        if any(record.get(name) is None for name in needed):
            continue
        layout = table.layouts[record["submission"]]
        place = layout.place(table.sheet.subject.id, record["row"])
        attributes = {name: record.get(name) for name in names if name != "place"}
        yield at, word(**attributes, place=place)  # type: ignore[call-arg]


def _needed(word: type[object]) -> list[str]:
    hints = typing.get_type_hints(word, {"Place": Place})
    return [
        name
        for name, hint in hints.items()
        if not (typing.get_origin(hint) in (typing.Union, types.UnionType) and type(None) in typing.get_args(hint))
    ]
