"""What every sheet of a template has: its heading, its page set-up, its protection."""

import textwrap

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import HEADER_ROW, TAG_ROW, Sheet
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.stages.template.paper.styles import A4, FONT, Styles

_MILLIMETRE = 1 / 25.4
_PORTRAIT_WIDTH = 118
"""The widest sheet, in characters, that still reads well on upright A4."""
LINE = 15.5
"""The height of a line of text, in points."""


def line_count(text: str, width: float) -> int:
    """Return on how many lines a text stands in a cell `width` characters wide."""
    room = max(1, int(width))
    return sum(_lines(part, room) for part in text.expandtabs().split("\n"))


def _lines(part: str, room: int) -> int:
    return 1 if len(part) <= room else max(1, len(textwrap.wrap(part, room)))


def print_heading(page: Worksheet, sheet: Sheet, press: Press, width: float, last: int, remark: str = "") -> None:
    """Print rows 1–4: title, form and year, introduction, unit with a remark. `last` is the last column, counted from 0."""
    look = press.styles.look
    for row in range(TAG_ROW):
        page.set_row(row, 20, look("plain"))
    page.set_row(0, 24, look("plain"))
    page.write_string(0, 0, sheet.title, look("title"))
    page.write_string(1, 0, press.edition, look("subtitle"))
    page.set_row(2, LINE * line_count(sheet.intro, width * 1.15) + 4, look("plain"))
    page.merge_range(2, 0, 2, last, "", look("intro"))
    page.write_string(2, 0, sheet.intro, look("intro"))
    if press.is_cover(sheet) and press.directions:
        page.set_row(3, LINE * line_count(press.directions, width * 1.1) + 4, look("plain"))
        page.merge_range(3, 0, 3, last, "", look("directions"))
        page.write_string(3, 0, press.directions, look("directions"))
    formula, value = press.unit_line(sheet, remark)
    if formula:
        page.write_formula(3, 0, formula, look("unit"), value)


def print_tags(page: Worksheet, tags: list[str], styles: Styles) -> None:
    """Print the hidden row of ids above the headers, from column A."""
    page.set_row(TAG_ROW - 1, None, styles.look("tag"), {"hidden": True})
    for column, tag in enumerate(tags):
        page.write_string(TAG_ROW - 1, column, tag, styles.look("tag"))


def set_paper(page: Worksheet, press: Press, width: float) -> None:
    """Set A4, margins, one page wide, repeated header rows and the footer."""
    page.set_paper(A4)
    if width > _PORTRAIT_WIDTH:
        page.set_landscape()
    page.set_margins(left=30 * _MILLIMETRE, right=15 * _MILLIMETRE, top=20 * _MILLIMETRE, bottom=20 * _MILLIMETRE)
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.hide_gridlines(2)
    font = f'&"{FONT},Regular"&9'
    sample = f"&C{font}{press.sample}" if press.sample else ""
    page.set_footer(f"&L{font}{press.edition}{sample}&R{font}Trang &P/&N", {"margin": 0.4})


def repeat_header(page: Worksheet) -> None:
    """Repeat the header on each printed page, and keep it in sight on the screen."""
    page.repeat_rows(HEADER_ROW - 1)
    page.set_zoom(100)


_LIST = ("insert_rows", "delete_rows", "format_rows", "format_columns", "sort", "autofilter")
_FIXED = ("format_rows", "format_columns")


def protect_list(page: Worksheet) -> None:
    """Lock what is printed; rows may still be added, removed and sorted."""
    page.protect("", dict.fromkeys(_LIST, True))


def protect_fixed(page: Worksheet) -> None:
    """Lock what is printed."""
    page.protect("", dict.fromkeys(_FIXED, True))
