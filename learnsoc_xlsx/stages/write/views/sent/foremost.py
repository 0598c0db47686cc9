"""The foremost records of a list, without what is said of persons: how many there are of each sort, and the largest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import Field, Sheet, SheetKind
from learnsoc_xlsx.model.report import Cell, CellSpan, CellValue, Column, Grid, Look, Page, Row, Show, ToRow, View
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, Value, summed, total
from learnsoc_xlsx.stages.write.views.sent.lists import list_column, list_page, of_period, record
from learnsoc_xlsx.vietnamese.letters import sort_key
from learnsoc_xlsx.vietnamese.numbers import format_number

MOST = 20
"""So many records at most: what is read in a meeting fits one sheet of paper."""
LONGEST = 150
"""So many letters of a text at most; the rest stands in the list."""
_UNSAID = "Chưa ghi"
_NUMBER, _YEAR = Column("STT", 5, Show.CENTRE), Column("Năm", 7, Show.YEAR)


@dataclass(frozen=True)
class Foremost:
    """A list seen so: its fields that say nothing of persons, that of the sort, that of the amount, and its records."""

    page: str
    fields: tuple[Field, ...]
    sort: Field
    amount: Field
    records: tuple["Record", ...]
    by_year: bool


@dataclass(frozen=True)
class Record:
    """One record: who sent it and for which year, its row in the list, and what stands in its fields."""

    unit: str
    year: int
    row: ToRow
    says: dict[str, CellValue]


def foremost(scope: Scope, view: View) -> Page | None:
    """Show how many records of each sort a list has, then those with the most of something; None where it has none.

    `of` names the list, the field of the sort, that of the amount. Each record leads to its row in the list itself, where
    also stands what is said of persons.
    """
    listed, sort, amount = view.of
    tables = [table for table in scope.run.tables if table.sheet.id == listed and table.sheet.kind is SheetKind.LIST]
    parts = [(table, places.tolist()) for table in tables if len(places := of_period(scope, table))]
    if not parts:
        return None
    sheet: Sheet = parts[0][0].sheet
    by_id = {field.id: field for field in sheet.asked}
    fields = tuple(field for field in sheet.asked if not field.personal)
    records = tuple(one for table, places in parts for one in _records(scope, table, places, listed))
    seen = Foremost(f"{view.show}:{listed}", fields, by_id[sort], by_id[amount], records, scope.phase is not None)
    intro = (*scope.marks, "Không nêu tên người; tên và các dòng khác ở danh sách kèm theo, bấm vào tên để mở.")
    return Page(seen.page, view.sheet, f"{view.title} {scope.span}", (_largest(seen), _sorts(seen)), intro, spare=True)


def _records(scope: Scope, table: Table, places: Sequence[int], listed: str) -> Iterator[Record]:
    records = Records(table, places)
    for at in places:
        says = records[at]
        sent = scope.lookup.submissions[says["submission"]]
        row = ToRow(list_page([listed]), record(sent.number, says["row"]))
        yield Record(scope.lookup.name(sent.unit, scope.last_day), sent.year, row, says)


def _sorts(seen: Foremost) -> Grid:
    """The table of sorts, no wider than the columns of the records above it."""
    columns = (
        _NUMBER,
        Column(seen.sort.label, 30),
        Column("Số lượng", 10, Show.COUNT),
        Column(seen.amount.label, 10, Show.COUNT),
    )
    labels = {entry.id: entry.label for entry in (seen.sort.choices.entries if seen.sort.choices else ())}
    of_sort: dict[CellValue, list[Record]] = {name: [] for name in labels}
    for one in seen.records:
        of_sort.setdefault(one.says[seen.sort.id], []).append(one)
    sorts = [(labels.get(str(name), str(name or _UNSAID)), held) for name, held in of_sort.items() if held]
    counts = [len(held) for _, held in sorts]
    sums = [total(_amounts(seen, held)) for _, held in sorts]
    rows = [
        Row((Cell(at), Cell(name), Cell(count), Cell(amount, show=_show(seen, held))), anchors=(f"{at}",))
        for at, ((name, held), count, amount) in enumerate(zip(sorts, counts, sums, strict=True), 1)
    ]
    whole = (_whole(seen, 2, counts), replace(_whole(seen, 3, sums), show=_show(seen, seen.records)))
    return Grid(columns, (*rows, Row((Cell(), Cell("Cộng"), *whole), Look.TOTAL)), f"Theo {seen.sort.label.lower()}")


def _whole(seen: Foremost, column: int, values: Sequence[Value]) -> Cell:
    above = Amount(CellSpan(seen.page, "1", column, until=f"{len(values)}"), tuple(values))
    return summed(Cell(above.total), [above])


def _amounts(seen: Foremost, records: Sequence[Record]) -> list[Value]:
    values = (one.says[seen.amount.id] for one in records)
    return [value if isinstance(value, int) else None for value in values]


def _show(seen: Foremost, records: Sequence[Record]) -> Show:
    """How a sum is shown: with a sign where some records do not say how much."""
    return Show.PARTIAL_COUNT if None in _amounts(seen, records) else Show.COUNT


def _largest(seen: Foremost) -> Grid:
    """The records with the most, each leading to its row."""
    columns = (
        _NUMBER,
        *(_column(field) for field in seen.fields),
        Column("Đơn vị", 38),
        *((_YEAR,) if seen.by_year else ()),
    )
    subject = next((field for field in seen.fields if field.identity), seen.fields[0])

    def first(one: Record) -> tuple[object, ...]:
        amount = one.says[seen.amount.id]
        return -(amount if isinstance(amount, int) else -1), sort_key(str(one.says[subject.id])), sort_key(one.unit)

    largest = sorted(seen.records, key=first)[:MOST]
    rows = tuple(
        Row((Cell(at), *(_cell(field, one, subject) for field in seen.fields), *_whose(seen, one)))
        for at, one in enumerate(largest, 1)
    )
    of_all = (
        f"{format_number(len(rows))} trên {format_number(len(seen.records))}"
        if len(rows) < len(seen.records)
        else "Tất cả"
    )
    return Grid(columns, rows, f"{of_all}, xếp theo {seen.amount.label.lower()}")


def _whose(seen: Foremost, one: Record) -> tuple[Cell, ...]:
    return (Cell(one.unit), Cell(one.year)) if seen.by_year else (Cell(one.unit),)


def _column(field: Field) -> Column:
    """The column of a field: a text has the width that its form gives it, for it is to be read."""
    listed = list_column(field)
    return replace(listed, width=max(listed.width, float(field.width)))


def _cell(field: Field, one: Record, subject: Field) -> Cell:
    value = one.says[field.id]
    if value is None:
        return Cell(None if field.kind.is_number else "")
    if field.choices:
        value = next((entry.label for entry in field.choices.entries if entry.id == value), str(value))
    return Cell(shortened(value) if isinstance(value, str) else value, one.row if field is subject else None)


def shortened(text: str) -> str:
    """Return a text that is not too long; what of it is left out is seen."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} …"
