"""Recount: a figure that a list of the same return holds one by one must be the number of its rows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Counted, Field, Sheet
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.vietnamese.numbers import format_number


@dataclass(frozen=True)
class _Listed:
    """What one return's list holds of what is counted: rows that do count, and rows of which that is not known."""

    sheet: Sheet
    rows: int
    sure: int
    doubtful: int

    def explains(self, given: int) -> bool:
        """Whether a figure may be the number of rows that count."""
        return self.sure <= given <= self.sure + self.doubtful


def recount(evidence: Evidence) -> Iterator[Finding]:
    """Compare every figure that `counts` the rows of a list with that list, return by return.

    Rows that were rejected, or whose mark is spoken of already, may count or not: only a difference that they cannot
    explain is said (one cause, one finding), of an empty list only the first, and nothing where the sheet of figures is
    doubted as a whole.
    """
    asked = {(table.sheet.form, counted) for table in evidence.accepted for _, counted in _counting(table)}
    lists = {(form, counted): _lists(evidence, form, counted) for form, counted in asked}
    empty: set[tuple[int, str]] = set()
    for table in evidence.accepted:
        for field, counted in _counting(table):
            for number, given in _figures(table, field):
                listed = lists[table.sheet.form, counted].get(number)
                if listed is None or (number, listed.sheet.id) in empty:
                    continue
                place = table.layouts[number].place(field.id)
                if evidence.causes.doubt(number, place.sheet) or listed.explains(given):
                    continue
                yield Finding(
                    Code.COUNT_DIFFERS,
                    place,
                    number,
                    field.id,
                    given=format_number(given),
                    expected=_in_words(listed, counted),
                    other=listed.sheet.name,
                )
                empty |= set() if listed.rows else {(number, listed.sheet.id)}


def _counting(table: Table) -> Iterator[tuple[Field, Counted]]:
    return ((field, counted) for field in table.sheet.asked for counted in field.counts)


def _figures(table: Table, field: Field) -> Iterator[tuple[int, int]]:
    given = zip(table.rows["submission"].tolist(), table.rows[field.id].tolist(), strict=True)
    return ((number, figure) for number, figure in given if not pd.isna(figure))


def _lists(evidence: Evidence, form: str, counted: Counted) -> dict[int, _Listed]:
    """The list of each return that has it, with the column that decides which rows count."""
    key = f"{form}.{counted.sheet}"
    before = _sizes(table.rows for table in evidence.read if table.sheet.key == key)
    listed: dict[int, _Listed] = {}
    for table in (table for table in evidence.accepted if table.sheet.key == key):
        kept = _sizes([table.rows])
        sure = _sizes([table.rows[table.rows[counted.where].fillna(False)] if counted.where else table.rows])
        for number, layout in table.layouts.items():
            if counted.where is None or counted.where in layout.anchors:
                blamed = sum(one.size for one in evidence.causes.of(number, layout.sheet, counted.where or ""))
                doubtful = before[number] - kept[number] + blamed
                listed[number] = _Listed(table.sheet, before[number], sure[number], doubtful)
    return listed


def _sizes(frames: Iterable[pd.DataFrame]) -> Counter[int]:
    """How many rows each submission has."""
    sizes: Counter[int] = Counter()
    for rows in frames:
        numbers, counts = np.unique(rows["submission"].to_numpy(dtype="int64"), return_counts=True)
        sizes.update(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))
    return sizes


def _in_words(held: _Listed, counted: Counted) -> str:
    """What the list holds, in words."""
    marked = next((f" đánh dấu ở cột {field.label}" for field in held.sheet.asked if field.id == counted.where), "")
    unsure = f" và {format_number(held.doubtful)} dòng đang có điểm cần sửa" if held.doubtful else ""
    return f"{format_number(held.sure)} dòng{marked}{unsure}"
