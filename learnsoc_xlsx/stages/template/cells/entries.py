"""What an entry cell gets: its value if one is known, its validation, and the rules that colour it."""

from datetime import date, datetime
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import Field
from learnsoc_xlsx.model.form.prefill import Value
from learnsoc_xlsx.stages.template.cells.addresses import Cells
from learnsoc_xlsx.stages.template.cells.excel_rules import rules
from learnsoc_xlsx.stages.template.cells.prompts import NO, YES
from learnsoc_xlsx.stages.template.cells.validations import validation
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.sheets.dropdowns import Dropdowns


def write_value(page: Worksheet, row: int, column: int, value: Value, field: Field, look: Format) -> None:
    """Write a known value, or an empty entry cell; text is never taken for a formula."""
    match value:
        case None | "":
            page.write_blank(row, column, None, look)
        case bool():
            page.write_string(row, column, YES if value else NO, look)
        case int() | Fraction():
            page.write_number(row, column, int(value) if value == int(value) else float(value), look)
        case date():
            page.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
        case str():
            page.write_string(row, column, shown(value, field), look)


def shown(value: str, field: Field) -> str:
    """Return a known text as it stands in its cell: of a choice the label."""
    entries = field.choices.entries if field.choices else ()
    return next((entry.label for entry in entries if entry.id == value), value)


def guard(page: Worksheet, cells: Cells, dropdowns: Dropdowns, styles: Styles) -> None:
    """Put the validation of every field, and every rule as conditional formatting, on the entry cells."""
    for field in cells.sheet.asked:
        page.data_validation(cells.area(field.id), validation(field, dropdowns))
    for rule in rules(cells):
        options = {"type": "formula", "criteria": rule.formula, "format": styles.look(rule.look)}
        page.conditional_format(cells.area(rule.field), options)
