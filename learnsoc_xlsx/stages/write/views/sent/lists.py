"""The lists of all submissions laid together: every accepted row, with its unit and where it stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.arrays import ArrowExtensionArray

from learnsoc_xlsx.model.form.form import Field, Kind, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Column, ListColumn, Listing, Page, Show, View
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.vietnamese.numbers import format_number

_SHOWS = {
    Kind.TEXT: Show.TEXT,
    Kind.COUNT: Show.COUNT,
    Kind.MONEY: Show.COUNT,
    Kind.SCORE: Show.SHARE,
    Kind.NUMBER: Show.SHARE,
    Kind.YEAR: Show.YEAR,
    Kind.DATE: Show.DATE,
    Kind.MARK: Show.CENTRE,
    Kind.CHOICE: Show.TEXT,
}
_WIDTHS = {Kind.MONEY: 13.0, Kind.DATE: 11.0}
_LINKED = 2_000
"""A longer list says the place in words only: its file, sheet and row."""


@dataclass(frozen=True)
class _Counting:
    """The rows of a list that count in a period: at which positions of its table they stand, unit by unit, and by which submission
    each was sent.
    """

    table: Table
    places: "np.ndarray[Any, Any]"

    @cached_property
    def submissions(self) -> Any:
        return np.asarray(self.table.rows["submission"])[self.places]

    @cached_property
    def rows(self) -> Any:
        """The row of each in its file."""
        return np.asarray(self.table.rows["row"])[self.places]

    def column(self, field: str) -> Any:
        """What stands in a field, as Arrow has it; nothing where the table has no such field."""
        if field not in self.table.rows:
            return pa.nulls(len(self.places))
        return pa.array(self.table.rows[field].array).take(pa.array(self.places))

    def by_submission(self, text_of: Callable[[int], str]) -> Any:
        """A text for each row, made once for the rows of a submission that follow one another."""
        numbers = self.submissions
        begins = np.flatnonzero(np.diff(numbers, prepend=-1))
        turns = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(numbers)))
        texts = pa.array([text_of(number) for number in numbers[begins].tolist()], pa.large_string())
        return texts.take(pa.array(turns))


def lists(scope: Scope, view: View) -> Page | None:
    """Lay together the lists named by `of`, of the submissions of the year or phase; None when they have no row."""
    tables = [table for table in scope.run.tables if table.sheet.id in view.of and table.sheet.kind is SheetKind.LIST]
    parts = [_Counting(table, places) for table in tables if len(places := of_period(scope, table))]
    length = sum(len(part.places) for part in parts)
    if not length:
        return None
    listing = Listing(tuple(_list_columns(scope, parts, length)), length, _anchors(parts, length), held=3)
    count = format_number(length)
    return Page(
        list_page(view.of),
        view.sheet,
        f"{view.title} {scope.span}",
        (listing,),
        (f"{count} dòng đã nhận. Hai cột cuối ghi trang và dòng gốc trong tệp của đơn vị.",),
    )


def list_page(of: Sequence[str]) -> str:
    """Return what the page is called on which the named lists are laid together."""
    return f"lists:{','.join(of)}"


def record(submission: int, row: int) -> str:
    """Return what the row of a record is called among the lists."""
    return f"{submission}:{row}"


def _anchors(parts: Sequence[_Counting], length: int) -> dict[str, int]:
    """What each row of a list is called that is short enough to be led to row by row."""
    if length > _LINKED:
        return {}
    return {record(number, row): place for place, (_, number, row) in enumerate(_records(parts))}


def _records(parts: Sequence[_Counting]) -> Iterator[tuple[Table, int, int]]:
    """Each record's table, submission and row in its file."""
    for part in parts:
        for number, row in zip(part.submissions.tolist(), part.rows.tolist(), strict=True):
            yield part.table, number, row


def of_period(scope: Scope, table: Table) -> "np.ndarray[Any, Any]":
    """Return at which positions of a list the rows stand that count in the year or phase, unit by unit."""
    sent = [scope.lookup.submissions[number] for number in table.layouts]
    counting = {one.number: one.unit for one in sent if one.year in scope.years and one.status.counts}
    order = {unit: place for place, unit in enumerate(scope.lookup.sorted_units(counting.values()))}
    ranks = np.full(max(table.layouts, default=0) + 1, -1)
    for number, unit in counting.items():
        ranks[number] = order[unit]
    ranked = ranks[table.rows["submission"].to_numpy()]
    there = np.flatnonzero(ranked >= 0)
    return there[np.argsort(ranked[there], kind="stable")]


def _list_columns(scope: Scope, parts: Sequence[_Counting], length: int) -> Iterator[ListColumn]:
    def name(number: int) -> str:
        return scope.lookup.name(scope.lookup.submissions[number].unit, scope.last_day)

    yield ListColumn(Column("STT", 7, Show.YEAR), range(1, length + 1))
    yield ListColumn(Column("Đơn vị", 20), _joined(part.by_submission(name) for part in parts))
    fields = {field.id: field for part in parts for field in part.table.sheet.asked}
    for field in fields.values():
        values = _joined(part.column(field.id) for part in parts)
        yield ListColumn(list_column(field), _labels(field, values) if field.choices else values, field.kind.scale)
    yield ListColumn(Column("Tệp › trang", 42), _joined(part.by_submission(_sheet_in(part.table)) for part in parts))
    yield _row_column(parts, length)


def _joined(columns: Iterable[Any]) -> "pd.Series[Any]":
    """Columns of Arrow one under another; what says nothing is of whatever type the others are."""
    there = list(columns)
    types = [column.type for column in there if not pa.types.is_null(column.type)]
    kind = types[0] if types else pa.null()
    chunks = [chunk for column in there for chunk in _chunks(column.cast(kind))]
    return pd.Series(ArrowExtensionArray(pa.chunked_array(chunks, kind)))


def _chunks(column: Any) -> list[Any]:
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]


def _labels(field: Field, ids: "pd.Series[Any]") -> "pd.Series[Any]":
    """The labels of choices by their ids."""
    labels = {choice.id: choice.label for choice in field.choices.entries} if field.choices else {}
    at = pc.index_in(pa.array(ids), pa.array(list(labels), pa.large_string()))
    return pd.Series(
        ArrowExtensionArray(pa.chunked_array([pa.array(list(labels.values()), pa.large_string())]).take(at))
    )


def _sheet_in(table: Table) -> Callable[[int], str]:
    return lambda number: f"{table.layouts[number].file} › {table.layouts[number].sheet}"


def _row_column(parts: Sequence[_Counting], length: int) -> ListColumn:
    """The row of each record in its file; a short list links to it."""
    links: tuple[Place | None, ...] = ()
    if length <= _LINKED:
        links = tuple(
            table.layouts[number].place(table.sheet.asked[0].id, row) for table, number, row in _records(parts)
        )
    return ListColumn(
        Column("Dòng", 7, Show.YEAR), pd.Series(np.concatenate([part.rows for part in parts])), links=links
    )


def list_column(field: Field) -> Column:
    """Return the column of a field, as lists show it."""
    show = _SHOWS[field.kind]
    width = min(field.width, 26) if show is Show.TEXT else _WIDTHS.get(field.kind, 8.5)
    return Column(field.label, width, show)
