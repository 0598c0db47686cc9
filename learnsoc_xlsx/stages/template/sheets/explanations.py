"""Print, beside the figures of a fixed sheet that may be far from last year's, room for the unit to say why."""

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.explanations import REASON
from learnsoc_xlsx.model.form.form import HEADER_ROW, TAG_ROW, Sheet, Tolerance
from learnsoc_xlsx.model.form.printing import LAST_YEAR_COLUMN, REASON_COLUMN, REASON_HEADER, VALUE_COLUMN, lines
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.stages.template.cells.entries import write_value
from learnsoc_xlsx.stages.template.cells.validations import validation
from learnsoc_xlsx.stages.template.paper.press import Press

_WIDTH = 18


def reason_width(sheet: Sheet) -> float:
    """Return how wide the column of reasons is, in characters: 0 where no figure is compared with last year's."""
    return _WIDTH if any(field.tolerance for field in sheet.asked) else 0


def print_reasons(page: Worksheet, sheet: Sheet, press: Press) -> None:
    """Print the column of reasons with those that are known; a figure far from last year's without one is coloured."""
    if not reason_width(sheet):
        return
    styles = press.styles
    reasons = press.prefill.reasons.get(sheet.id, {})
    page.set_column(REASON_COLUMN, REASON_COLUMN, _WIDTH)
    page.write_string(TAG_ROW - 1, REASON_COLUMN, REASON.id, styles.look("tag"))
    page.write_string(HEADER_ROW - 1, REASON_COLUMN, REASON_HEADER, styles.look("required header"))
    for line in lines(sheet):
        row, field = line.row - 1, line.field
        if field is None:
            page.write_blank(row, REASON_COLUMN, None, styles.look("section"))
        elif field.tolerance is None:
            page.write_blank(row, REASON_COLUMN, None, styles.look("hint"))
        else:
            write_value(page, row, REASON_COLUMN, reasons.get(field.id), REASON, styles.of("entry", REASON))
            doubt = {
                "type": "formula",
                "criteria": _jumps(line.row, field.tolerance),
                "format": styles.look("doubtful"),
            }
            page.conditional_format(row, VALUE_COLUMN, row, VALUE_COLUMN, doubt)
    rows = [line.row - 1 for line in lines(sheet) if line.field and line.field.tolerance]
    cells = [[row, REASON_COLUMN, row, REASON_COLUMN] for row in rows]
    page.data_validation(*cells[0], validation(REASON, press.dropdowns) | {"other_cells": cells[1:]})


def _jumps(row: int, tolerance: Tolerance) -> str:
    """A formula that is true where a figure is far from the one printed for last year, and no reason is given."""
    now, last, why = (f"${column_letter(at)}${row}" for at in (VALUE_COLUMN, LAST_YEAR_COLUMN, REASON_COLUMN))
    factor, least = float(tolerance.factor), float(tolerance.least)
    far = f"OR({now}>{last}*{factor:.12g},{now}*{factor:.12g}<{last}),ABS({now}-{last})>={least:.12g}"
    return f"=IF(COUNT({now},{last})=2,AND({last}>0,{far},LEN(TRIM({why}))=0),FALSE)"
