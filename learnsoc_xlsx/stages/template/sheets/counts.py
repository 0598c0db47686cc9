"""Print the figures that a list of the same form counts: computed in the workbook, and locked."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import Counted, Field, Sheet
from learnsoc_xlsx.model.form.prefill import Record, Value
from learnsoc_xlsx.stages.template.cells.addresses import whole_column
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.vietnamese.marks import SAY_YES

_SAME_AS_ONE = ("true",)
"""What an office program takes for the number 1 when it counts: it would be counted twice. Capitals make no difference there."""


def print_count(page: Worksheet, row: int, column: int, field: Field, given: Value, press: Press) -> bool:
    """Print a figure as the count of a list, with what it comes to by now; say whether that was done.

    It was not where the figure is not computed, or where another number than that stands there already.
    """
    if field.computed is None:
        return False
    sheet = press.form.sheet(field.computed.sheet)
    count = _so_far(press.prefill.rows.get(sheet.id, ()), sheet, field.computed)
    if given not in (None, "", count):
        return False
    page.write_formula(row, column, _formula(sheet, field.computed), press.styles.of("computed", field), count)
    return True


def _formula(sheet: Sheet, counted: Counted) -> str:
    named = f'{whole_column(sheet, sheet.subject.id)},"<>"'
    if counted.where is None:
        return f"=COUNTIFS({named})-1"
    marked = ",".join(f'"{word}"' for word in SAY_YES if word not in _SAME_AS_ONE)
    return f"=SUMPRODUCT(COUNTIFS({named},{whole_column(sheet, counted.where)},{{{marked}}}))"


def _so_far(records: Sequence[Record], sheet: Sheet, counted: Counted) -> int:
    named = (record for record in records if record.get(sheet.subject.id))
    return sum(1 for record in named if counted.where is None or record.get(counted.where) is True)
