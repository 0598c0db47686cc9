"""Rows of a table as words: the exact Python value of a stored one, and dataclasses filled by field name."""

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

import pandas as pd

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
    """Return for each submission at which positions of the table its rows stand."""
    places: dict[int, list[int]] = {}
    for at, number in enumerate(table.rows["submission"].tolist()):
        places.setdefault(number, []).append(at)
    return places


class Records:
    """The rows of a table one by one, by position: all of them, or those at `places`; its columns are laid out once."""

    def __init__(self, table: Table, places: Iterable[int] | None = None) -> None:
        kinds = {field.id: field.kind for field in table.sheet.asked}
        wanted = list(range(len(table.rows)) if places is None else places)
        self._at = {place: at for at, place in enumerate(wanted)}
        rows = table.rows if places is None else table.rows.iloc[wanted]
        self._columns = [(str(name), kinds.get(str(name)), column.tolist()) for name, column in rows.items()]

    def __getitem__(self, place: int) -> dict[str, Any]:
        """Return one record by field id, exact, with `submission` and `row`. Raises KeyError for a place not asked for."""
        at = self._at[place]
        return {name: exact(kind, column[at]) if kind else int(column[at]) for name, kind, column in self._columns}


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
    records = Records(table)
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
