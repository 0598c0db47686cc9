"""Print what was open in a unit's return of last year: each point in plain words, with the cell of that file."""

from xlsxwriter import Workbook

from learnsoc_xlsx.model.form.form import OPEN_POINTS_SHEET
from learnsoc_xlsx.model.form.prefill import YearBefore
from learnsoc_xlsx.stages.template.paper.page import LINE, line_count, protect_fixed, set_paper
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.vietnamese.numbers import format_number

_HEADERS = ("STT", "Mức", "Trang", "Ô", "Điều cần xem và cách sửa")
_WIDTHS = (5, 10, 18, 9, 62)
_MOST = 300
"""More points than anybody reads are counted, and not printed one by one."""


def print_open_points(book: Workbook, press: Press) -> None:
    """Print the sheet, where anything was open."""
    before = press.prefill.before
    if before is None or not before.open_points:
        return
    page, look = book.add_worksheet(OPEN_POINTS_SHEET), press.styles.look
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_row(0, 26)
    page.write_string(0, 0, f"ĐIỂM CHƯA SỬA TRONG BÁO CÁO NĂM {before.year}", look("title"))
    page.write_string(1, 0, f"Tệp: {before.file}", look("subtitle"))
    page.merge_range(2, 0, 2, len(_WIDTHS) - 1, "", look("intro"))
    page.set_row(2, LINE * 2 + 4)
    page.write_string(2, 0, _intro(before, press.form.year), look("intro"))
    for column, header in enumerate(_HEADERS):
        page.write_string(3, column, header, look("required header"))
    for row, point in enumerate(before.open_points[:_MOST], 4):
        page.set_row(row, LINE * max(line_count(point.words, _WIDTHS[-1]), line_count(point.sheet, _WIDTHS[2])) + 4)
        page.write_number(row, 0, row - 3, look("number"))
        for column, words in enumerate((point.severity, point.sheet, point.cell, point.words), 1):
            page.write_string(row, column, words, look("point" if column == len(_WIDTHS) - 1 else "measure"))
    set_paper(page, press, sum(_WIDTHS))
    page.repeat_rows(3)
    page.freeze_panes(4, 0)
    protect_fixed(page)


def _intro(before: YearBefore, year: int) -> str:
    more = len(before.open_points) - _MOST
    rest = f" Còn {format_number(more)} điểm nữa không in ở đây." if more > 0 else ""
    return f"Trang, ô là của tệp năm {before.year}. Trang này để biết mà tránh khi ghi báo cáo năm {year}; không ghi gì vào đây, xã không đọc trang này.{rest}"
