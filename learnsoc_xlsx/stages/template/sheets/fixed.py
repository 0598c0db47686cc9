"""Print a fixed sheet: one line a field, with its unit of measure, how to fill it, and last year's figure."""

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import HEADER_ROW, Kind, Sheet
from learnsoc_xlsx.model.form.prefill import Record
from learnsoc_xlsx.model.form.printing import (
    HELP_COLUMN,
    HELP_HEADER,
    ID_COLUMN,
    LABEL_COLUMN,
    LABEL_HEADERS,
    LAST_YEAR_COLUMN,
    LAST_YEAR_HEADER,
    LINE_TAGS,
    NO_LAST_YEAR,
    NUMBER_COLUMN,
    NUMBERING_HEADERS,
    UNIT_COLUMN,
    UNIT_HEADER,
    VALUE_COLUMN,
    VALUE_HEADERS,
    PrintedLine,
    hints,
    lines,
)
from learnsoc_xlsx.stages.template.cells.addresses import cells_of
from learnsoc_xlsx.stages.template.cells.entries import guard, write_value
from learnsoc_xlsx.stages.template.paper.page import (
    LINE,
    line_count,
    print_heading,
    print_tags,
    protect_fixed,
    repeat_header,
    set_paper,
)
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.sheets.counts import print_count
from learnsoc_xlsx.stages.template.sheets.explanations import print_reasons, reason_width

_HEADERS = (NUMBERING_HEADERS[0], LABEL_HEADERS[0], UNIT_HEADER, VALUE_HEADERS[0], HELP_HEADER, LAST_YEAR_HEADER)
_WORDY = frozenset({Kind.TEXT, Kind.CHOICE})
_LONG = 30
"""A field that is declared wider takes a few sentences."""
_SENTENCES = 96
"""The height of a line in which there is room for a few sentences, in points."""


def print_fixed(page: Worksheet, sheet: Sheet, press: Press) -> int:
    """Print a fixed sheet with what is known, and return the first free row under it, counted from 0."""
    styles = press.styles
    widths = _widths(sheet)
    width = sum(widths) + reason_width(sheet)
    print_heading(page, sheet, press, width, LAST_YEAR_COLUMN)
    print_tags(page, _tags(sheet, press), styles)
    _columns(page, widths)
    page.set_row(HEADER_ROW - 1, 22, styles.look("plain"))
    for column, header in enumerate(_HEADERS):
        page.write_string(HEADER_ROW - 1, column, header, styles.look("required header"))
    printed = lines(sheet)
    help_texts = hints(sheet)
    for line in printed:
        _line(page, line, help_texts, widths, styles)
    _values(page, sheet, press)
    print_reasons(page, sheet, press)
    guard(page, cells_of(sheet, press.form.sheets), press.dropdowns, styles)
    set_paper(page, press, width)
    repeat_header(page)
    page.freeze_panes(HEADER_ROW, 0)
    first = next(line.row for line in printed if line.field) - 1
    page.set_selection(first, VALUE_COLUMN, first, VALUE_COLUMN)
    protect_fixed(page)
    return printed[-1].row


def _widths(sheet: Sheet) -> tuple[float, ...]:
    """Column widths A–F; a column that has nothing to say is 0, and hidden."""
    measured = 12 if any(field.unit for field in sheet.asked) else 0
    last_year = 13 if sheet.prefill else 0
    widest = max(field.width for field in sheet.asked)
    if widest > _LONG:
        return (5, 22, measured, widest, 26, last_year)
    if any(field.kind in _WORDY for field in sheet.asked):
        return (5, 40, measured, 30, 28, last_year)
    if reason_width(sheet):
        return (5, 37, measured, 14, 18, 12)
    return (5, 46, measured, 16, 24, last_year)


def _columns(page: Worksheet, widths: tuple[float, ...]) -> None:
    for column, width in enumerate(widths):
        page.set_column(column, column, width or None, None, {"hidden": not width})
    page.set_column(ID_COLUMN, ID_COLUMN, None, None, {"hidden": True})


def _tags(sheet: Sheet, press: Press) -> list[str]:
    tags = list(LINE_TAGS)
    if not press.prefill.last_year.get(sheet.id):
        tags[LAST_YEAR_COLUMN] = NO_LAST_YEAR
    return tags


def _line(page: Worksheet, line: PrintedLine, hints: dict[str, str], widths: tuple[float, ...], styles: Styles) -> None:
    """Print what stands on a line whoever fills it."""
    row, field = line.row - 1, line.field
    if field is None:
        page.set_row(row, 22)
        for column in range(ID_COLUMN):
            page.write_blank(row, column, None, styles.look("section"))
        page.write_string(row, NUMBER_COLUMN, line.text, styles.look("section"))
        return
    hint = hints[field.id]
    height = max(
        LINE * line_count(field.label, widths[LABEL_COLUMN] * 1.05), 12 * line_count(hint, widths[HELP_COLUMN] * 1.3)
    )
    page.set_row(row, max(_SENTENCES if field.width > _LONG else 20, height + 5))
    page.write_number(row, NUMBER_COLUMN, line.number, styles.look("number"))
    page.write_string(row, LABEL_COLUMN, field.label, styles.look("required label" if field.required else "label"))
    page.write_string(row, UNIT_COLUMN, field.unit, styles.look("measure"))
    page.write_string(row, HELP_COLUMN, hint, styles.look("hint"))
    page.write_string(row, ID_COLUMN, field.id, styles.look("tag"))


def _values(page: Worksheet, sheet: Sheet, press: Press) -> None:
    """Fill in the year and the unit's name wherever they are asked for, what else is known, and last year's figures."""
    given = next(iter(press.prefill.rows.get(sheet.id, ())), {})
    values: Record = {"report_year": press.form.year, "unit_name": press.prefill.unit_name, **given}
    last_year = press.prefill.last_year.get(sheet.id, {})
    for line in lines(sheet):
        if field := line.field:
            row = line.row - 1
            if not print_count(page, row, VALUE_COLUMN, field, values.get(field.id), press):
                look = press.styles.of("computed" if field.printed else "entry", field)
                write_value(page, row, VALUE_COLUMN, values.get(field.id), field, look)
            write_value(
                page, row, LAST_YEAR_COLUMN, last_year.get(field.id), field, press.styles.of("last year", field)
            )
