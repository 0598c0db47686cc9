"""A template as a workbook: instructions, the sheets of the form, the lists behind the dropdowns, the stamp."""

import io
import warnings
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.forms import STAMP_SHEET, Form, Sheet, SheetKind
from learnsoc_xlsx.model.prefill import Notice, Prefill, Record
from learnsoc_xlsx.model.printing import HELP_COLUMN, LABEL_COLUMN, anchors
from learnsoc_xlsx.model.submissions import Stamp
from learnsoc_xlsx.stages.template.dropdowns import dropdowns_of, print_dropdowns
from learnsoc_xlsx.stages.template.fixed import print_fixed
from learnsoc_xlsx.stages.template.guide import print_guide
from learnsoc_xlsx.stages.template.listing import print_list
from learnsoc_xlsx.stages.template.styles import FONT, Styles

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 11},
}
_SIGNERS = (
    (LABEL_COLUMN, "NGƯỜI LẬP BÁO CÁO", "(Ký, ghi rõ họ tên)"),
    (HELP_COLUMN, "NGƯỜI ĐỨNG ĐẦU", "(Ký, ghi rõ họ tên)"),
)


def template(form: Form, prefill: Prefill | None = None, notice: Notice | None = None) -> bytes:
    """Print a form of a year (no stand-ins) as an .xlsx workbook; the same arguments give the same bytes.

    `prefill` is what is known of a unit, `notice` what the instructions say of this issue. Raises UserWarning as an
    error where a declaration is beyond what Excel can hold (a prompt, a sheet name, a list).
    """
    known = prefill or Prefill()
    said = notice or Notice()
    stamp = str(Stamp(form.id, form.version, form.year, known.unit_id))
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = Workbook(buffer, _OPTIONS)
        book.set_properties(
            {
                "title": f"Mẫu {form.number} {form.title} {form.year}",
                "author": "learnsoc",
                "created": datetime(form.year, 1, 1),
            }
        )
        styles = Styles(book)
        print_guide(book, form, known, said, stamp, styles)
        _print_sheets(book, form, known, stamp, styles)
        print_dropdowns(book, dropdowns_of(form), said.codes, styles)
        _print_stamp(book, form, known, stamp)
        book.close()
    return buffer.getvalue()


def _print_sheets(book: Workbook, form: Form, known: Prefill, stamp: str, styles: Styles) -> None:
    dropdowns = dropdowns_of(form)
    stamped = False
    for sheet in form.sheets:
        page = book.add_worksheet(sheet.name)
        records = known.rows.get(sheet.id, ())
        unit = _unit_line(form, sheet, known)
        if sheet.kind is SheetKind.LIST:
            print_list(page, form, sheet, records, unit, dropdowns, styles)
            continue
        values = _values(form, sheet, known)
        free = print_fixed(page, form, sheet, values, known.last_year.get(sheet.id, {}), unit, dropdowns, styles)
        if not stamped:
            _print_foot(page, sheet, free, stamp, styles)
            stamped = True


def _values(form: Form, sheet: Sheet, known: Prefill) -> Record:
    """What a fixed sheet is printed with: the year and the unit's name wherever it asks for them, then what is known."""
    given = next(iter(known.rows.get(sheet.id, ())), {})
    return {"report_year": form.year, "unit_name": known.unit_name or None} | dict(given)


def _unit_line(form: Form, sheet: Sheet, known: Prefill) -> tuple[str, str]:
    """Row 4: a formula that repeats the unit's name from the sheet that asks for it, and its value."""
    asking = next((each for each in form.sheets if "unit_name" in anchors(each)), None)
    if asking is None or asking.id == sheet.id:
        return "", ""
    cell = anchors(asking)["unit_name"]
    return f"=\"Đơn vị: \"&'{asking.name}'!{cell}", f"Đơn vị: {known.unit_name}"


def _print_foot(page: Worksheet, sheet: Sheet, free: int, stamp: str, styles: Styles) -> None:
    """Print the place to sign, where a unit reports, and the stamp that people can read."""
    row = free + 1
    if "unit_name" in anchors(sheet):
        for column, who, note in _SIGNERS:
            page.write_string(row, column, who, styles.look("signature"))
            page.write_string(row + 1, column, note, styles.look("signature note"))
        row += 6
    page.write_string(row, 0, f"Dấu biểu mẫu: {stamp}", styles.look("stamp"))


def _print_stamp(book: Workbook, form: Form, known: Prefill, stamp: str) -> None:
    page = book.add_worksheet(STAMP_SHEET)
    for row, (name, value) in enumerate(
        (("form", form.id), ("version", form.version), ("year", str(form.year)), ("unit", known.unit_id))
    ):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
    page.write_string(4, 0, stamp)
    page.protect()
    page.hide()
