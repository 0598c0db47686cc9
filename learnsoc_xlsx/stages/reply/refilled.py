"""A fresh template filled with what was read, where the sender's own file cannot be changed safely."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from learnsoc_xlsx.frames import Records, positions
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.form.form import FIRST_ROW, Field, Form, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Record, Value
from learnsoc_xlsx.model.form.printing import REASON_COLUMN, anchors
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.spreadsheet.formula_errors import NO_RESULT
from learnsoc_xlsx.stages.template.template import template

_CELLS = "C"
"""The codes of this letter speak of a cell that could not be understood, and give what was typed in it."""


@dataclass(frozen=True)
class _Read:
    """One sheet as one file had it: where it stood, its rows in the file, and its records."""

    sheet: Sheet
    layout: Layout
    rows: tuple[int, ...]
    records: tuple[Record, ...]


def fresh(
    form: Form, sent: Submission, unit: str, read: Iterable[Table], findings: Sequence[Finding]
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the template of a form filled with what was read of a submission, and its findings where they now stand.

    What was not understood stands as it was typed. A finding whose cell has no counterpart keeps its sheet, or nothing.
    """
    sheets = [_read(table, sent.number, _typed(findings)) for table in read if sent.number in table.layouts]
    found = {each.layout.sheet: each for each in sheets}
    rows = {each.sheet.id: each.records for each in sheets}
    reasons = {each.sheet.id: each.layout.reasons for each in sheets}
    book = template(form, Prefill(sent.stamp.unit if sent.stamp else "", unit, rows, reasons=reasons))
    return book, tuple(replace(each, place=_moved(each, found, form)) for each in findings)


def _typed(findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """What was typed in the cells that were not understood, by sheet and cell."""
    return {
        (each.place.sheet, each.place.cell): each.given
        for each in findings
        if each.code.code.startswith(_CELLS) and each.given and each.given != NO_RESULT
    }


def _read(table: Table, number: int, typed: Mapping[tuple[str, str], str]) -> _Read:
    layout = table.layouts[number]
    records = Records(table)
    mine = [records[at] for at in positions(table).get(number, ())]
    filled = tuple({field.id: _value(record, field, layout, typed) for field in table.sheet.asked} for record in mine)
    return _Read(table.sheet, layout, tuple(record["row"] for record in mine), filled)


def _value(record: Record, field: Field, layout: Layout, typed: Mapping[tuple[str, str], str]) -> Value:
    """What was understood, else what was typed."""
    row = record["row"]
    assert isinstance(row, int), "a record knows its row"
    known = record.get(field.id)
    place = layout.place(field.id, row)
    return known if known is not None else typed.get((place.sheet, place.cell))


def _moved(finding: Finding, found: Mapping[str, _Read], form: Form) -> Place:
    """Where a finding stands in the template."""
    place = finding.place
    read = found.get(place.sheet)
    if read is None:
        names = {sheet.name for sheet in form.sheets}
        return replace(place, sheet=place.sheet if place.sheet in names else "", cell="")
    printed = anchors(read.sheet)
    if read.layout.reason_column and place.cell == f"{read.layout.reason_column}{place.row}":
        explained = next((field for field in printed if read.layout.place(field).row == place.row), "")
        line = Place(place.file, read.sheet.name, printed.get(explained, ""))
        return replace(line, cell=f"{column_letter(REASON_COLUMN)}{line.row}" if line.row else "")
    field = finding.field or _standing(read, place.cell)
    cell = printed.get(field, "")
    if read.sheet.kind is SheetKind.LIST:
        cell = f"{cell}{FIRST_ROW + read.rows.index(place.row)}" if cell and place.row in read.rows else ""
    return replace(place, sheet=read.sheet.name, cell=cell)


def _standing(read: _Read, cell: str) -> str:
    """Which field stood at a cell of the file."""
    wanted = cell if read.sheet.kind is SheetKind.FIXED else cell.rstrip("0123456789")
    return next((field for field, anchor in read.layout.anchors.items() if anchor == wanted), "")
