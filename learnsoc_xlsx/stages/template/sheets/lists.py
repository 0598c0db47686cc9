"""Print a list sheet: one column a field, one row a record, and room for more rows than were printed."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, HEADER_ROW, Field, Kind, Sheet
from learnsoc_xlsx.model.form.prefill import Record
from learnsoc_xlsx.model.form.printing import FIRST_FIELD_COLUMN, NUMBERING_HEADERS, caption
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.spreadsheet.text_size import TALLEST
from learnsoc_xlsx.stages.template.cells.addresses import LAST_ROW, cells_of
from learnsoc_xlsx.stages.template.cells.entries import guard, label, write_value
from learnsoc_xlsx.stages.template.paper.leaf import Leaf
from learnsoc_xlsx.stages.template.paper.page import (
    line_count,
    print_heading,
    print_tags,
    protect_list,
    repeat_header,
    set_paper,
)
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.sheets.carried_rows import (
    carried_remark,
    colour_what_is_anew,
    lines_of_whence,
    print_whence,
    whence_width,
)

_NUMBER_WIDTH = 4.5
_LINE_HEIGHT = 15.0
_SPARE_ROWS = 10
_CHARACTER, _LINE, _LONGEST_WORD = 5.0, 12.5, 6
"""A character's width and a line's height in a header, in points; how many characters wrapping may waste."""


def print_list(page: Leaf, sheet: Sheet, press: Press) -> None:
    """Print a list with its known records first, then empty rows."""
    records, styles = press.prefill.rows.get(sheet.id, ()), press.styles
    width = _NUMBER_WIDTH + sum(_width(field) for field in sheet.asked if not field.hidden)
    print_heading(page, sheet, press, width, len(sheet.asked), carried_remark(sheet, press))
    width += whence_width(sheet, press)
    print_tags(page, ["", *(field.id for field in sheet.asked)], styles)
    _headers(page, sheet, styles)
    beyond = FIRST_FIELD_COLUMN + len(sheet.asked) + (whence_width(sheet, press) > 0)
    _columns(page, sheet, beyond, styles)
    printed = max(sheet.rows, len(records) + _SPARE_ROWS) if records else sheet.rows
    _rows(page, sheet, records, printed, press)
    print_whence(page, sheet, press)
    guard(page, cells_of(sheet, press.form.sheets), press.dropdowns, styles)
    colour_what_is_anew(page, sheet, press)
    _frame_of_added_rows(page, sheet, printed, styles)
    set_paper(page, press, width)
    repeat_header(page)
    page.freeze_panes(HEADER_ROW, FIRST_FIELD_COLUMN + 1)
    page.set_selection(HEADER_ROW, FIRST_FIELD_COLUMN, HEADER_ROW, FIRST_FIELD_COLUMN)
    protect_list(page)


def _width(field: Field) -> float:
    """A column is wide enough for the longest word of its header; a turned header needs no more than was declared."""
    return field.width if _turned(field) else max(field.width, max(map(len, field.label.split())) + 1.5)


def _turned(field: Field) -> bool:
    """The headers of points stand upright: they are long, and the columns many and narrow."""
    return field.kind is Kind.SCORE


def _header_height(field: Field) -> float:
    if not _turned(field):
        return 13.5 * line_count(caption(field), _width(field) - 1) + 8
    lines = max(1, int(_width(field) * _CHARACTER / _LINE))
    return (len(caption(field)) / lines + _LONGEST_WORD) * _CHARACTER + 8


def _headers(page: Worksheet, sheet: Sheet, styles: Styles) -> None:
    page.set_row(
        HEADER_ROW - 1,
        max(32, *(_header_height(field) for field in sheet.asked if not field.hidden)),
        styles.look("plain"),
    )
    page.write_string(HEADER_ROW - 1, 0, NUMBERING_HEADERS[0], styles.look("header"))
    for at, field in enumerate(sheet.asked, FIRST_FIELD_COLUMN):
        plain = "required header" if field.required or field.identity else "header"
        page.write_string(HEADER_ROW - 1, at, caption(field), styles.look("turned header" if _turned(field) else plain))


def _columns(page: Leaf, sheet: Sheet, beyond: int, styles: Styles) -> None:
    """Unlock every column below the header, so that rows can be added, removed and sorted under protection; `beyond` is the
    first that says nothing.
    """
    page.set_column(0, 0, _NUMBER_WIDTH, styles.look("open"))
    for at, field in enumerate(sheet.asked, FIRST_FIELD_COLUMN):
        page.set_column(at, at, _width(field), styles.of("open", field), {"hidden": field.hidden})
    used = page.dim_colmax
    page.set_column(beyond, beyond, None, styles.look("open"))
    page.open_to_the_right = True  # one look, not 16,384
    page.dim_colmax = used  # a look is no content: readers would otherwise lay out all these columns


def _rows(page: Worksheet, sheet: Sheet, records: Sequence[Record], printed: int, press: Press) -> None:
    styles, beside = press.styles, lines_of_whence(sheet, press)
    for at in range(printed):
        row = FIRST_ROW - 1 + at
        record = records[at] if at < len(records) else {}
        page.set_row(row, _height(sheet, record, beside.get(at, 1)), styles.look("open"))
        page.write_number(row, 0, at + 1, styles.look("free number"))
        for column, field in enumerate(sheet.asked, FIRST_FIELD_COLUMN):
            look = styles.of("printed" if field.printed else "entry", field)
            write_value(page, row, column, record.get(field.id), field, look)


def _height(sheet: Sheet, record: Record, beside: int) -> float | None:
    """The height of a row in which something is known already, with so many lines `beside` its fields; an office program
    fits the others to what is typed.
    """
    visible = (field for field in sheet.asked if not field.hidden)
    texts = [(field, label(value, field)) for field in visible if isinstance(value := record.get(field.id), str)]
    lines = max((line_count(text, _width(field) - 1) for field, text in texts), default=1)
    lines = max(lines, beside)
    return min(_LINE_HEIGHT * lines + 3, TALLEST) if lines > 1 else None


def _frame_of_added_rows(page: Worksheet, sheet: Sheet, printed: int, styles: Styles) -> None:
    """Draw the grid round a row below the printed ones as soon as something stands in it."""
    last = column_letter(len(sheet.asked))
    first = FIRST_ROW + printed
    options = {"type": "formula", "criteria": f"=COUNTA($B{first}:${last}{first})>0", "format": styles.look("used")}
    page.conditional_format(f"A{first}:{last}{LAST_ROW}", options)
