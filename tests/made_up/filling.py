"""Fill a printed template as a person would: values into the cells where its fields are printed."""

from datetime import date
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, Form, SheetKind
from learnsoc_xlsx.model.form.printing import anchors
from tests.books import opened
from tests.made_up.values import Rows, typed


def fill(template: bytes, form: Form, rows: Rows) -> Workbook:
    """Return the workbook with the records of each sheet, by field id, written in."""
    book = opened(template)
    for sheet in form.sheets:
        page, where = book[sheet.name], anchors(sheet)
        fields = {field.id: field for field in sheet.asked}
        for at, record in enumerate(rows.get(sheet.id, ())):
            written = {where[name]: typed(value, fields[name]) for name, value in record.items()}
            for anchor, value in written.items():
                cell = page[anchor if sheet.kind is SheetKind.FIXED else f"{anchor}{FIRST_ROW + at}"]
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"
            if sheet.kind is SheetKind.LIST:
                _fit(page, FIRST_ROW + at, written)
    return book


def _fit(page: Worksheet, row: int, values: dict[str, object]) -> None:
    """Give a row the height that an office program gives it while somebody types."""
    lines = [
        len(wrap(value, max(1, int(page.column_dimensions[letter].width) - 2)))
        for letter, value in values.items()
        if isinstance(value, str)
    ]
    if max(lines, default=1) > 1:
        page.row_dimensions[row].height = 15.0 * max(lines) + 3
