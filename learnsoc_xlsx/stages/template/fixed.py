"""Print a fixed sheet: one line a field, with its unit of measure, how to fill it, and last year's figure."""

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.forms import HEADER_ROW, Form, Kind, Sheet
from learnsoc_xlsx.model.prefill import Record
from learnsoc_xlsx.model.printing import (
    HELP_COLUMN,
    HELP_HEADER,
    ID_COLUMN,
    LABEL_COLUMN,
    LABEL_HEADERS,
    LAST_YEAR_COLUMN,
    LAST_YEAR_HEADER,
    NUMBER_COLUMN,
    NUMBERING_HEADERS,
    UNIT_COLUMN,
    UNIT_HEADER,
    VALUE_COLUMN,
    VALUE_HEADERS,
    Line,
    lines,
)
from learnsoc_xlsx.stages.template.cells import cells_of
from learnsoc_xlsx.stages.template.dropdowns import Dropdowns
from learnsoc_xlsx.stages.template.entries import guard, write_value
from learnsoc_xlsx.stages.template.page import (
    LINE,
    line_count,
    print_heading,
    print_tags,
    protect_fixed,
    repeat_header,
    set_paper,
)
from learnsoc_xlsx.stages.template.styles import Styles
from learnsoc_xlsx.stages.template.wording import hint

_HEADERS = (NUMBERING_HEADERS[0], LABEL_HEADERS[0], UNIT_HEADER, VALUE_HEADERS[0], HELP_HEADER, LAST_YEAR_HEADER)
_TAGS = ["number", "label", "unit", "value", "help", "last_year", "field"]
_WORDY = frozenset({Kind.TEXT, Kind.CHOICE})


def print_fixed(
    page: Worksheet,
    form: Form,
    sheet: Sheet,
    values: Record,
    last_year: Record,
    unit: tuple[str, str],
    dropdowns: Dropdowns,
    styles: Styles,
) -> int:
    """Print a fixed sheet and return the first free row under it, counted from 0."""
    widths = _widths(sheet)
    width = sum(widths)
    print_heading(page, form, sheet, unit, width, LAST_YEAR_COLUMN, styles)
    print_tags(page, _TAGS, styles)
    _columns(page, widths)
    page.set_row(HEADER_ROW - 1, 22, styles.look("plain"))
    for column, header in enumerate(_HEADERS):
        page.write_string(HEADER_ROW - 1, column, header, styles.look("required header"))
    printed = lines(sheet)
    numbers = {line.field.id: line.number for line in printed if line.field}
    for line in printed:
        _line(page, line, numbers, values, last_year, widths, styles)
    guard(page, cells_of(sheet), dropdowns, styles)
    set_paper(page, form, width)
    repeat_header(page)
    page.freeze_panes(HEADER_ROW, 0)
    first = next(line.row for line in printed if line.field) - 1
    page.set_selection(first, VALUE_COLUMN, first, VALUE_COLUMN)
    protect_fixed(page)
    return printed[-1].row


def _widths(sheet: Sheet) -> tuple[float, ...]:
    """Column widths A–F; a column that has nothing to say is 0, and hidden."""
    wordy = any(field.kind in _WORDY for field in sheet.asked)
    measured = any(field.unit for field in sheet.asked)
    return (5, 38, 10 if measured else 0, 32 if wordy else 15, 26, 13 if sheet.prefill else 0)


def _columns(page: Worksheet, widths: tuple[float, ...]) -> None:
    for column, width in enumerate(widths):
        page.set_column(column, column, width or None, None, {"hidden": not width})
    page.set_column(ID_COLUMN, ID_COLUMN, None, None, {"hidden": True})


def _line(
    page: Worksheet,
    line: Line,
    numbers: dict[str, int],
    values: Record,
    last_year: Record,
    widths: tuple[float, ...],
    styles: Styles,
) -> None:
    row, field = line.row - 1, line.field
    if field is None:
        page.set_row(row, 24)
        for column in range(ID_COLUMN):
            page.write_blank(row, column, None, styles.look("section"))
        page.write_string(row, NUMBER_COLUMN, line.text, styles.look("section"))
        return
    said = hint(field, numbers)
    height = max(
        LINE * line_count(field.label, widths[LABEL_COLUMN] - 2), 12.5 * line_count(said, widths[HELP_COLUMN] * 1.15)
    )
    page.set_row(row, max(20, height + 5))
    page.write_number(row, NUMBER_COLUMN, line.number, styles.look("number"))
    page.write_string(row, LABEL_COLUMN, field.label, styles.look("required label" if field.required else "label"))
    page.write_string(row, UNIT_COLUMN, field.unit, styles.look("measure"))
    write_value(page, row, VALUE_COLUMN, values.get(field.id), field, styles.of("entry", field))
    page.write_string(row, HELP_COLUMN, said, styles.look("hint"))
    write_value(page, row, LAST_YEAR_COLUMN, last_year.get(field.id), field, styles.of("last year", field))
    page.write_string(row, ID_COLUMN, field.id, styles.look("tag"))
