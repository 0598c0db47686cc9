"""What each unit wrote on a fixed sheet, in its own words: its papers, its report in words."""

from collections.abc import Iterator
from datetime import date

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import Field, SheetKind
from learnsoc_xlsx.model.report import Cell, CellValue, Column, Grid, Look, Page, Row, View
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.vietnamese.dates import format_date

_COLUMNS = (Column("Nội dung", 44), Column("Đơn vị ghi", 96))
_INTRO = "Ghi đúng như báo cáo của đơn vị; mục để trống thì không nêu. Bấm vào nội dung để mở đúng ô."


def answers(scope: Scope, view: View) -> Page | None:
    """Show, unit by unit, what stands in the named fields of a fixed sheet; None where nothing does.

    `of` is the sheet, then the fields; without these, every field.
    """
    sheet, *fields = view.of
    by_unit: dict[str, list[Row]] = {}
    for table in scope.run.tables:
        if table.sheet.id == sheet and table.sheet.kind is SheetKind.FIXED:
            for unit, written in _of_year(scope, table, fields):
                by_unit.setdefault(unit, []).extend(written)
    rows = tuple(row for unit in scope.lookup.sorted_units(by_unit) for row in _section(scope, unit, by_unit[unit]))
    if not rows:
        return None
    name = f"{view.show}:{sheet}"
    return Page(name, view.sheet, f"{view.title} NĂM {scope.year}", (Grid(_COLUMNS, rows),), (_INTRO,))


def _of_year(scope: Scope, table: Table, wanted: list[str]) -> Iterator[tuple[str, list[Row]]]:
    """Each unit that reports for the year, with a row for each thing that it wrote."""
    shown = [field for field in table.sheet.asked if field.id in wanted or not wanted]
    records = Records(table)
    for at in range(len(table.rows)):
        record = records[at]
        sent = scope.lookup.submissions[record["submission"]]
        if sent.year == scope.year and sent.status.counts:
            places = table.layouts[sent.number]
            rows = [
                Row((Cell(field.label), Cell(_written(field, record[field.id]), places.place(field.id))))
                for field in shown
                if record[field.id] is not None
            ]
            yield sent.unit, rows


def _section(scope: Scope, unit: str, rows: list[Row]) -> Iterator[Row]:
    if rows:
        yield Row((Cell(scope.lookup.name(unit, scope.last_day)), Cell()), Look.SECTION)
        yield from rows


def _written(field: Field, value: CellValue) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if field.choices:
        return next((entry.label for entry in field.choices.entries if entry.id == value), str(value))
    return format_date(value) if isinstance(value, date) else str(value)
