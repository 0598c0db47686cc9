"""The lists of all submissions laid together: every accepted row, with its unit and where it stands."""

from collections.abc import Iterator, Sequence

import pandas as pd

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


def lists(scope: Scope, view: View) -> Page | None:
    """Lay together the lists named by `of`, of the submissions of the year or phase; None when they have no row."""
    tables = [table for table in scope.run.tables if table.sheet.id in view.of and table.sheet.kind is SheetKind.LIST]
    parts = [(table, rows) for table in tables if len(rows := of_period(scope, table))]
    length = sum(len(rows) for _, rows in parts)
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


def _anchors(parts: list[tuple[Table, pd.DataFrame]], length: int) -> dict[str, int]:
    """What each row of a list is called that is short enough to be led to row by row."""
    if length > _LINKED:
        return {}
    numbers = ((number, row) for _, rows in parts for number, row in zip(rows["submission"], rows["row"], strict=True))
    return {record(number, row): place for place, (number, row) in enumerate(numbers)}


def of_period(scope: Scope, table: Table) -> pd.DataFrame:
    """Return the rows of a list that count in the year or phase, unit by unit."""
    sent = {number: scope.lookup.submissions[number] for number in table.layouts}
    numbers = [number for number, one in sent.items() if one.year in scope.years and one.status.counts]
    rows = table.rows[table.rows["submission"].isin(numbers)]
    order = {unit: place for place, unit in enumerate(scope.lookup.sorted_units(_units(scope, numbers).values()))}
    ranks = {number: order[unit] for number, unit in _units(scope, numbers).items()}
    keyed = rows["submission"].map(ranks)
    return rows.loc[keyed.sort_values(kind="stable").index]


def _units(scope: Scope, numbers: list[int]) -> dict[int, str]:
    return {number: scope.lookup.submissions[number].unit for number in numbers}


def _list_columns(scope: Scope, parts: list[tuple[Table, pd.DataFrame]], length: int) -> Iterator[ListColumn]:
    yield ListColumn(Column("STT", 7, Show.YEAR), range(1, length + 1))
    names = [
        _mapped(rows, lambda number: scope.lookup.name(scope.lookup.submissions[number].unit, scope.last_day))
        for _, rows in parts
    ]
    yield ListColumn(Column("Đơn vị", 20), pd.concat(names))
    fields = {field.id: field for table, _ in parts for field in table.sheet.asked}
    for field in fields.values():
        yield _list_column(field, parts)
    yield ListColumn(Column("Tệp › trang", 42), pd.concat([_sheets(table, rows) for table, rows in parts]))
    yield _row_column(parts, length)


def _list_column(field: Field, parts: list[tuple[Table, pd.DataFrame]]) -> ListColumn:
    columns = [
        rows[field.id] if field.id in rows else pd.Series(pd.NA, rows.index, dtype="object") for _, rows in parts
    ]
    values = columns[0] if len(columns) == 1 else pd.concat(columns)
    if field.choices:
        values = values.map({choice.id: choice.label for choice in field.choices.entries}).astype("string")
    return ListColumn(list_column(field), values, field.kind.scale)


def list_column(field: Field) -> Column:
    """Return the column of a field, as lists show it."""
    show = _SHOWS[field.kind]
    width = min(field.width, 26) if show is Show.TEXT else _WIDTHS.get(field.kind, 8.5)
    return Column(field.label, width, show)


def _sheets(table: Table, rows: pd.DataFrame) -> "pd.Series[str]":
    return _mapped(rows, lambda number: f"{table.layouts[number].file} › {table.layouts[number].sheet}")


def _row_column(parts: list[tuple[Table, pd.DataFrame]], length: int) -> ListColumn:
    """The row of each record in its file; a short list links to it."""
    links: tuple[Place | None, ...] = ()
    if length <= _LINKED:
        links = tuple(
            table.layouts[number].place(table.sheet.asked[0].id, row)
            for table, rows in parts
            for number, row in zip(rows["submission"].tolist(), rows["row"].tolist(), strict=True)
        )
    return ListColumn(Column("Dòng", 7, Show.YEAR), pd.concat([rows["row"] for _, rows in parts]), links=links)


def _mapped(rows: pd.DataFrame, text_of: object) -> "pd.Series[str]":
    numbers = rows["submission"]
    words = {number: text_of(number) for number in numbers.unique().tolist()}  # type: ignore[operator]
    return numbers.map(words).astype("string")
