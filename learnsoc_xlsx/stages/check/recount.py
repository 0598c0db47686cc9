"""Recount: a figure that a list of the same return holds one by one must be the number of its rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Counted, Field, Sheet
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.numbers import format_number

_Column = tuple[int, str, str]
"""Submission, sheet as the file names it, field."""


@dataclass(frozen=True)
class _Listed:
    """What one return's list holds of what is counted: rows that do count, and rows of which that is not known."""

    sheet: Sheet
    rows: int
    sure: int
    doubtful: int


def recount(
    read: Sequence[Table], checked: Sequence[Table], submissions: Mapping[int, Submission], told: Sequence[Finding]
) -> list[Finding]:
    """Compare every figure that `counts` the rows of a list with that list, return by return.

    `read` holds the tables as normalised, `checked` as validated, `told` what was found so far. Rows that were
    rejected, or whose mark is spoken of already, may count or not: only a difference that they cannot explain is said
    (one cause, one finding), of an empty list only the first, and nothing where the sheet of figures is doubted as a whole.
    """
    asked = {(each.sheet.form, counted) for each in checked for _, counted in _counting(each)}
    blamed = Counter((each.submission, each.place.sheet, each.field) for each in told if each.field)
    doubted = {(each.submission, each.place.sheet) for each in told if each.is_about_a_sheet}
    lists = {(form, counted): _lists(read, checked, blamed, form, counted) for form, counted in asked}
    found: list[Finding] = []
    empty: set[tuple[int, str]] = set()
    for table in checked:
        for field, counted in _counting(table):
            for number, given in _figures(table, field):
                place = table.layouts[number].place(field.id)
                held = lists[table.sheet.form, counted].get(number)
                if held is None or (number, held.sheet.id) in empty or (number, place.sheet) in doubted:
                    continue
                if not held.sure <= given <= held.sure + held.doubtful:
                    found.append(_differs(field, place, given, held, counted, submissions[number]))
                    empty |= set() if held.rows else {(number, held.sheet.id)}
    return found


def _counting(table: Table) -> Iterator[tuple[Field, Counted]]:
    return ((field, counted) for field in table.sheet.asked for counted in field.counts)


def _figures(table: Table, field: Field) -> Iterator[tuple[int, int]]:
    filled = table.rows[["submission", field.id]].dropna()
    return zip(filled["submission"].tolist(), filled[field.id].tolist(), strict=True)


def _lists(
    read: Sequence[Table], checked: Sequence[Table], blamed: Counter[_Column], form: str, counted: Counted
) -> dict[int, _Listed]:
    """The list of each return that has it, with the column that decides which rows count."""
    key = f"{form}.{counted.sheet}"
    before = _sizes(table.rows for table in read if table.sheet.key == key)
    found: dict[int, _Listed] = {}
    for table in (each for each in checked if each.sheet.key == key):
        kept = _sizes([table.rows])
        sure = _sizes([table.rows[table.rows[counted.where].fillna(False)] if counted.where else table.rows])
        for number, layout in table.layouts.items():
            if counted.where is None or counted.where in layout.anchors:
                doubtful = before[number] - kept[number] + blamed[number, layout.sheet, counted.where or ""]
                found[number] = _Listed(table.sheet, before[number], sure[number], doubtful)
    return found


def _sizes(frames: Iterable[pd.DataFrame]) -> Counter[int]:
    """How many rows each submission has."""
    sizes: Counter[int] = Counter()
    for rows in frames:
        numbers, counts = np.unique(rows["submission"].to_numpy(dtype="int64"), return_counts=True)
        sizes.update(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))
    return sizes


def _differs(field: Field, place: Place, given: int, held: _Listed, counted: Counted, sent: Submission) -> Finding:
    return Finding(
        Code.COUNT_DIFFERS, place, format_number(given), _said(held, counted), held.sheet.name, "",
        sent.number, sent.unit, sent.year, field.id,
    )  # fmt: skip


def _said(held: _Listed, counted: Counted) -> str:
    """What the list holds, in words."""
    marked = next((f" đánh dấu ở cột {each.label}" for each in held.sheet.asked if each.id == counted.where), "")
    unsure = f" và {format_number(held.doubtful)} dòng đang có điểm cần sửa" if held.doubtful else ""
    return f"{format_number(held.sure)} dòng{marked}{unsure}"
