"""A template as a workbook: instructions, the sheets of the form, the lists behind the dropdowns, the stamp."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import STAMP_SHEET, Form, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Notice, Prefill
from learnsoc_xlsx.model.form.printing import HELP_COLUMN, LABEL_COLUMN, SIGNERS, SIGNERS_OF_RECORD, anchors
from learnsoc_xlsx.model.returns.submissions import Stamp
from learnsoc_xlsx.stages.template.cells.addresses import name_of_column, subjects
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.paper.workbook import printed
from learnsoc_xlsx.stages.template.sheets.dropdowns import dropdowns_of, print_dropdowns
from learnsoc_xlsx.stages.template.sheets.fixed import print_fixed
from learnsoc_xlsx.stages.template.sheets.guide import directions, print_guide
from learnsoc_xlsx.stages.template.sheets.lists import print_list
from learnsoc_xlsx.stages.template.sheets.open_points import print_open_points

_SIGN_NOTE = "(Ký, ghi rõ họ tên)"


def template(form: Form, prefill: Prefill | None = None, notice: Notice | None = None) -> bytes:
    """Print a form of a year (no stand-ins) as an .xlsx workbook; the same arguments give the same bytes.

    `prefill` is what is known of a unit, `notice` what the instructions say of this issue. Raises UserWarning as an
    error where a declaration is beyond what Excel can hold (a prompt, a sheet name, a list).
    """
    prefill = prefill or Prefill()
    notice = notice or Notice()
    title = f"Mẫu {form.number} {form.title} {form.year}"
    return printed(title, form.year, lambda book: _fill(book, form, prefill, notice))


def _fill(book: Workbook, form: Form, prefill: Prefill, notice: Notice) -> None:
    stamp = Stamp(form.id, form.version, form.year, prefill.unit_id, prefill.printed_from)
    press = Press(
        form, prefill, dropdowns_of(form, notice.codes), Styles(book), notice.sample, directions(form, notice)
    )
    print_guide(book, press, notice, str(stamp))
    print_open_points(book, press)
    _name_lists(book, form)
    _print_sheets(book, press, str(stamp))
    print_dropdowns(book, press.dropdowns, press.styles)
    _print_stamp(book, stamp)


def _print_sheets(book: Workbook, press: Press, stamp: str) -> None:
    cover = next((sheet for sheet in press.form.sheets if sheet.kind is SheetKind.FIXED), None)
    for sheet in press.form.sheets:
        page = book.add_worksheet(sheet.name)
        if sheet.kind is SheetKind.LIST:
            print_list(page, sheet, press)
            continue
        free = print_fixed(page, sheet, press)
        if sheet is cover:
            _print_foot(page, press, sheet, free, stamp)


def _name_lists(book: Workbook, form: Form) -> None:
    """Give a name to the subjects of each list in which a nominee of the form must stand."""
    wanted = {among.sheet for sheet in form.sheets for field in sheet.asked for among in field.among}
    for sheet in (sheet for sheet in form.sheets if sheet.id in wanted):
        book.define_name(name_of_column(sheet), subjects(sheet))


def _print_foot(page: Worksheet, press: Press, sheet: Sheet, free: int, stamp: str) -> None:
    """Print the place to sign, where a unit reports or a meeting is recorded, and the stamp that people can read."""
    row, styles = free + 1, press.styles
    signers = SIGNERS if "unit_name" in anchors(sheet) else SIGNERS_OF_RECORD if press.form.of_a_round else ()
    if signers:
        for column, who in zip((LABEL_COLUMN, HELP_COLUMN), signers, strict=True):
            page.write_string(row, column, who, styles.look("signature"))
            page.write_string(row + 1, column, _SIGN_NOTE, styles.look("signature note"))
        row += 6
    page.write_string(row, 0, f"Dấu biểu mẫu: {stamp}", styles.look("stamp"))


def _print_stamp(book: Workbook, stamp: Stamp) -> None:
    page = book.add_worksheet(STAMP_SHEET)
    parts = {"form": stamp.form, "version": stamp.version, "year": str(stamp.year), "unit": stamp.unit}
    for row, (name, value) in enumerate(parts.items()):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
    page.write_string(len(parts), 0, str(stamp))
    page.protect()
    page.hide()
