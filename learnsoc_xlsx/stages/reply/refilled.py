"""A fresh template filled with what was read, where the sender's own file cannot be changed safely."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from learnsoc_xlsx.frames import Records, positions
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.explanations import EXPLAINED, REASON, explanations_of
from learnsoc_xlsx.model.form.form import FIRST_ROW, Field, Form, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Record, Value
from learnsoc_xlsx.model.form.printing import REASON_COLUMN, anchors
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.spreadsheet.formula_errors import NO_RESULT
from learnsoc_xlsx.stages.template.template import template


@dataclass(frozen=True)
class _Read:
    """One sheet as one file had it: where it stood, its rows in the file, and its records."""

    sheet: Sheet
    layout: Layout
    rows: tuple[int, ...]
    records: tuple[Record, ...]


def fresh(
    form: Form,
    sent: Submission,
    unit: str,
    read: Iterable[Table],
    findings: Sequence[Finding],
    press: Callable[[Form, Prefill], bytes] = template,
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the template of a form filled with what was read of a submission, and its findings where they now stand.

    What was not understood stands as it was typed. A finding whose cell has no counterpart keeps its sheet, or nothing.
    """
    sheets = {table.sheet.id: _read(table, sent.number) for table in read if sent.number in table.layouts}
    explained = {name: sheets.get(explanations_of(sheet.sheet).id) for name, sheet in sheets.items()}
    rows = {name: sheet.records for name, sheet in sheets.items()}
    reasons = {name: _reasons(sheet) for name, sheet in explained.items() if sheet}
    book = press(form, Prefill(sent.stamp.unit if sent.stamp else "", unit, rows, reasons=reasons))
    asked = {sheet.id for sheet in form.sheets}
    here = {sheet.layout.sheet: (sheet, explained[name]) for name, sheet in sheets.items() if name in asked}
    return book, tuple(_standing_in(here, form, finding) for finding in findings)


def _standing_in(here: Mapping[str, tuple[_Read, _Read | None]], form: Form, finding: Finding) -> Finding:
    """A finding where it stands in the template, with all its cells."""
    place = _moved(finding, here, form)
    if finding.alike is None or not place.cell:
        return replace(finding, place=place, alike=None)
    read, _ = here[finding.place.sheet]
    lines = {row: at for at, row in enumerate(read.rows, FIRST_ROW)}
    column = place.cell.rstrip("0123456789")
    return replace(finding, place=place, alike=finding.alike.moved(column, lines))


def _read(table: Table, number: int) -> _Read:
    places = positions(table).get(number, [])
    records = Records(table, places)
    mine = [records[at] for at in places]
    filled = tuple({field.id: _value(record, field, table) for field in table.sheet.asked} for record in mine)
    return _Read(table.sheet, table.layouts[number], tuple(record["row"] for record in mine), filled)


def _value(record: Record, field: Field, table: Table) -> Value:
    """What was understood, else what was typed; a formula without a result was not typed."""
    number, row = record["submission"], record["row"]
    assert isinstance(number, int), "a record knows its submission"
    assert isinstance(row, int), "a record knows its row"
    lost = table.lost.get((number, row, field.id))
    if lost is None or lost.typed == NO_RESULT:
        return record.get(field.id)
    return lost.typed


def _reasons(explanations: _Read) -> dict[str, str]:
    """What was written to explain a figure, by its field."""
    return {str(record[EXPLAINED]): str(record[REASON.id]) for record in explanations.records if record[REASON.id]}


def _moved(finding: Finding, here: Mapping[str, tuple[_Read, _Read | None]], form: Form) -> Place:
    """Where a finding stands in the template."""
    place = finding.place
    if place.sheet not in here:
        names = {sheet.name for sheet in form.sheets}
        return replace(place, sheet=place.sheet if place.sheet in names else "", cell="")
    read, explanations = here[place.sheet]
    printed = anchors(read.sheet)
    if explanations and place.cell == explanations.layout.place(REASON.id, place.row).cell:
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
