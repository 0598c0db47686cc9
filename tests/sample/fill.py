"""Fill a printed template as a person would: values into the cells where its fields are printed."""

import io
from datetime import date
from textwrap import wrap

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, Form, SheetKind
from learnsoc_xlsx.model.form.printing import anchors
from tests.sample.commune import Row


def fill(template: bytes, form: Form, cells: dict[str, list[Row] | Row]) -> Workbook:
    """Return the workbook with `cells` (sheet id → a record, or a list of records, by field id) written in."""
    book = load_workbook(io.BytesIO(template))
    for sheet in form.sheets:
        page = book[sheet.name]
        where = anchors(sheet)
        given = cells.get(sheet.id, {})
        records = given if isinstance(given, list) else [given]
        for at, record in enumerate(records):
            for name, value in record.items():
                anchor = where[name]
                cell = page[anchor if sheet.kind is SheetKind.FIXED else f"{anchor}{FIRST_ROW + at}"]
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"
            if sheet.kind is SheetKind.LIST:
                _fit(page, FIRST_ROW + at, {where[name]: value for name, value in record.items()})
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


def saved(book: Workbook) -> bytes:
    """Return the workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
