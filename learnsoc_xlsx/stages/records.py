"""Rows of a table as words: the exact Python value of a stored one, and dataclasses filled by field name."""

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from learnsoc_xlsx.model.forms import Kind
from learnsoc_xlsx.model.place import Place

if TYPE_CHECKING:
    from learnsoc_xlsx.model.run import Table

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


def values(table: "Table", at: int) -> dict[str, Any]:
    """Return one record by field id, exact, with `submission` and `row`."""
    kinds = {field.id: field.kind for field in table.sheet.asked}
    record = table.rows.iloc[at]
    return {
        name: exact(kinds[name], record[name]) if name in kinds else int(record[name]) for name in table.rows.columns
    }


def words(table: "Table", word: type[Word]) -> Iterator[Word]:
    """Make a dataclass of each row by name; a row that lacks what the word must have makes none (it has a finding)."""
    wanted = {each.name: each for each in dataclasses.fields(word)}  # type: ignore[arg-type]
    needed = _needed(word)
    for at in range(len(table.rows)):
        record = values(table, at)
        if any(record.get(name) is None for name in needed):
            continue
        layout = table.layouts[record["submission"]]
        place = layout.place(table.sheet.subject.id, record["row"])
        known = {name: record.get(name) for name in wanted if name != "place"}
        yield word(**known, place=place)  # type: ignore[call-arg]


def _needed(word: type[object]) -> list[str]:
    hints = typing.get_type_hints(word, {"Place": Place})
    return [
        name
        for name, hint in hints.items()
        if not (typing.get_origin(hint) in (typing.Union, types.UnionType) and type(None) in typing.get_args(hint))
    ]
