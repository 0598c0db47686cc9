"""Said once: what a revision of a form asks no more, because another of its fields says it, stands where it stood before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from learnsoc_xlsx.frames import positions
from learnsoc_xlsx.model.form.form import Field, Kind, SheetKind
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.tables import WHOLE_ROW, Table

_Sources = Mapping[tuple[str, int], Sequence[Table]]
"""Tables by the key of their sheet and the revision of its form."""
_Said = tuple[object, Place | None]
"""A value as a frame stores it, and where it stands."""
_NOTHING: _Said = (None, None)


def said_once(tables: Sequence[Table]) -> list[Table]:
    """Return the tables with what each submission says elsewhere, at the place where it says so.

    `tables` are as accepted: what was not understood there is not known here either. A sum lacks nothing or is not known:
    a row without money has none, but one that was left out, or whose money was not understood, leaves it open; and a list
    without rows says “none” only beside figures that were typed.
    """
    sources: dict[tuple[str, int], list[Table]] = {}
    for table in tables:
        sources.setdefault((table.sheet.key, table.sheet.revision), []).append(table)
    return [_with_said(table, sources) for table in tables]


def _with_said(table: Table, sources: _Sources) -> Table:
    sheet = table.sheet
    fields = tuple(field for field in sheet.unasked if field.said_by)
    if not fields:
        return table
    fill = _in_rows if sheet.kind is SheetKind.LIST else _from_elsewhere
    rows, layouts = fill(table, fields, sources)
    unasked = tuple(field for field in sheet.unasked if field not in fields)
    return replace(
        table, sheet=replace(sheet, fields=(*sheet.fields, *fields), unasked=unasked), rows=rows, layouts=layouts
    )


# In a list: another column of the same row


def _in_rows(table: Table, fields: Iterable[Field], _: _Sources) -> tuple[pd.DataFrame, dict[int, Layout]]:
    by = {field.id: _source(field, table) for field in fields}
    rows = table.rows.assign(
        **{field.id: _column(field, table.rows[by[field.id].id], by[field.id]) for field in fields}
    )
    return rows, {number: _beside(layout, by) for number, layout in table.layouts.items()}


def _source(field: Field, table: Table) -> Field:
    assert field.said_by is not None
    return next(other for other in table.sheet.asked if other.id == field.said_by.field)


def _column(field: Field, given: pd.Series, source: Field) -> pd.Series:
    return pd.Series([_as(field, source, stored) for stored in given], given.index, _stored(field))


def _beside(layout: Layout, by: Mapping[str, Field]) -> Layout:
    own = {name: layout.anchors[source.id] for name, source in by.items() if source.id in layout.anchors}
    return replace(layout, anchors=layout.anchors | own)


# On a fixed sheet: a field of the same sheet or of another, or the sum of a list


def _from_elsewhere(table: Table, fields: Sequence[Field], sources: _Sources) -> tuple[pd.DataFrame, dict[int, Layout]]:
    numbers = [int(number) for number in table.rows["submission"]]
    answers = {field.id: dict(zip(numbers, _answers(field, table, numbers, sources), strict=True)) for field in fields}
    columns = {
        field.id: pd.Series([answers[field.id][number][0] for number in numbers], table.rows.index, _stored(field))
        for field in fields
    }
    layouts = {number: _pointing(layout, number, answers) for number, layout in table.layouts.items()}
    return table.rows.assign(**columns), layouts


def _answers(field: Field, table: Table, numbers: Iterable[int], sources: _Sources) -> Iterator[_Said]:
    assert field.said_by is not None
    key = f"{table.sheet.form}.{field.said_by.sheet}", table.sheet.revision
    tellers: dict[int, _Teller] = {}
    for source in sources.get(key, ()):
        tellers |= dict.fromkeys(source.layouts, _Teller(source))
    speaking = _speaking(table)
    for number in numbers:
        teller = tellers.get(number)
        yield teller.tells(field, number, number in speaking) if teller else _NOTHING


def _pointing(layout: Layout, number: int, answers: Mapping[str, Mapping[int, _Said]]) -> Layout:
    places = {name: place for name, of in answers.items() if (place := of.get(number, _NOTHING)[1]) is not None}
    return replace(layout, elsewhere=places)


def _speaking(table: Table) -> frozenset[int]:
    """The submissions that type at least one figure of the sheet."""
    typed = [field.id for field in table.sheet.asked if field.kind.is_number and not field.computed]
    return frozenset(int(number) for number in table.rows["submission"][table.rows[typed].notna().any(axis=1)])


@dataclass(frozen=True)
class _Teller:
    """The table in which something is said, and how it is told of each submission."""

    table: Table

    @cached_property
    def _at(self) -> Mapping[int, Sequence[int]]:
        return positions(self.table)

    @cached_property
    def _lost(self) -> frozenset[tuple[int, str]]:
        """Of which submissions a cell of which field was left out, or a whole row."""
        return frozenset((cell[0], cell[2]) for cell in self.table.lost)

    def tells(self, field: Field, number: int, speaking: bool) -> _Said:
        """Return a field of one submission; `speaking`: it types figures beside what it tells."""
        source = _source(field, self.table)
        if self.table.sheet.kind is SheetKind.LIST:
            return self._sum(source, number, speaking)
        stored = self.table.rows[source.id].iloc[self._at[number][0]] if number in self._at else None
        if source.kind is Kind.TEXT and not speaking:
            return _NOTHING
        return _as(field, source, stored), self.table.layouts[number].place(source.id)

    def _sum(self, source: Field, number: int, speaking: bool) -> _Said:
        rows, layout = self.table.rows.iloc[list(self._at.get(number, ()))], self.table.layouts[number]
        if source.id not in layout.anchors or self._lacks(source, number) or not (len(rows) or speaking):
            return _NOTHING
        given = rows[rows[source.id].notna()]
        if given.empty:
            return 0, layout.place("")
        first, last = (int(row) for row in (given["row"].min(), given["row"].max()))
        return int(given[source.id].sum()), layout.span(source.id, first, last)

    def _lacks(self, source: Field, number: int) -> bool:
        return not self._lost.isdisjoint([(number, source.id), (number, WHOLE_ROW)])


def _stored(field: Field) -> str:
    """How a frame stores what is told: a mark or a whole number."""
    return "boolean" if field.kind is Kind.MARK else "Int64"


def _as(field: Field, source: Field, stored: object) -> object:
    """A stored value of one field as another field says it."""
    if stored is None or pd.isna(stored):  # type: ignore[call-overload]
        return None
    if source.kind is Kind.TEXT:
        return 1
    if field.kind is Kind.MARK:
        return bool(stored)
    return int(stored)  # type: ignore[call-overload]
