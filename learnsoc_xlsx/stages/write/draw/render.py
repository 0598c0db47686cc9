"""Draw a report as a workbook: each page on its sheet, links resolved to where rows came to stand."""

import math
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from learnsoc_xlsx.model.form.form import STAMP_SHEET
from learnsoc_xlsx.model.report import Chart, Grid, Listing, Look, Notes, Page, Report, Signatures
from learnsoc_xlsx.spreadsheet.package.proof import prove_laid
from learnsoc_xlsx.spreadsheet.text_size import LINE
from learnsoc_xlsx.stages.write.draw import layout
from learnsoc_xlsx.stages.write.draw.charts import draw_chart
from learnsoc_xlsx.stages.write.draw.destinations import Destinations
from learnsoc_xlsx.stages.write.draw.grid.grids import Pen, draw_grid
from learnsoc_xlsx.stages.write.draw.heading import draw_heading, draw_notes, draw_signatures
from learnsoc_xlsx.stages.write.draw.links import Links, Paths
from learnsoc_xlsx.stages.write.draw.listing.contents import with_contents
from learnsoc_xlsx.stages.write.draw.listing.inject import Additions, Rows, inject
from learnsoc_xlsx.stages.write.draw.listing.listing import draw_listing, styles_of
from learnsoc_xlsx.stages.write.draw.listing.rows import drawn_rows
from learnsoc_xlsx.stages.write.draw.paging import Measured, paging
from learnsoc_xlsx.stages.write.draw.paper import FONT, Paper, lay_out

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_ACROSS = {True: 125.0, False: 82.0}
"""Characters across an A4 page, lying or standing, at full size."""
_PRINTED = {True: 131.0, False: 87.0}
"""The same where every column is reckoned with its padding."""
_WIDE_SCALE, _SPARE_SCALE = 78, 72
"""Percent of full size at which a wide table is parted, and down to which one stays whole on a page that spares paper."""
_TOGETHER: dict[type, float] = {Chart: 900.0, Signatures: 600.0}
"""Points that still read well when a page with a chart, or with those who sign, is fitted on one sheet of paper."""
_PIXELS = 7
_PADDING = 0.75
"""What a column takes beyond its width."""
_SPARE = 12.0
"""Width of the empty columns beside a narrow table, so that the lines above it have the whole page."""


def render(
    report: Report,
    target: Path,
    paths: Paths,
    folder: Path,
    annex: Report | None = None,
    full: int = layout.FULL,
    rows: Rows = drawn_rows,
) -> None:
    """Write a report at `target`, its links made for a workbook that will stand in `folder`, to the files in `paths` and
    to the rows of its annex there; the rows of its lists are drawn by `rows`.

    `full` is how many rows of a listing go on one sheet; one that goes over several has contents before it. What xlsxwriter
    only warns of is an error here. Raises CannotWrite where what was written does not open whole.
    """
    report, annex = with_contents(report, full), annex and with_contents(annex, full)
    skeleton = target.with_suffix(".skeleton")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        workbook = xlsxwriter.Workbook(skeleton, {**_OPTIONS, "default_format_properties": {**FONT}})
        created = datetime.combine(report.as_of, datetime.min.time())
        workbook.set_properties({"title": report.title, "created": created})
        made = layout.sheets(report, full)
        additions = _draw(report, made, workbook, Destinations(report, annex, full), Links(paths, folder))
        _close(workbook)
    prove_laid(target, report.path, inject(skeleton, target, additions, rows))
    skeleton.unlink()


def _close(workbook: Any) -> None:
    """Write the workbook. What the system says against it is raised as its own word, OSError, not as the library's."""
    try:
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from error


def _draw(
    report: Report, made: list[layout.PlacedSheet], workbook: Any, rows: Destinations, links: Links
) -> dict[int, Additions]:
    paper = Paper(workbook)
    _list_styles(paper, report)
    additions = {number: Additions(links.of_a_sheet()) for number in range(1, len(made) + 1)}
    for number, sheet in enumerate(made, 1):
        widths = [width for width, _ in _widths(sheet.page)]
        breaks = _breaks(sheet.page, widths)
        held = _held(sheet.page) if breaks else 0
        page = Measured(workbook.add_worksheet(sheet.name))
        pen = Pen(page, paper, additions[number].links, rows, widths, breaks, held, additions[number].within)
        _draw_sheet(pen, report, sheet, workbook, additions[number])
    if report.stamp:
        _stamp(workbook, report)
    return additions


def _list_styles(paper: Paper, report: Report) -> None:
    """Give the styles of lists their numbers before all others: rows that are kept name them."""
    for page in report.pages:
        for block in page.blocks:
            if isinstance(block, Listing):
                styles_of(paper, block)


def _draw_sheet(pen: Pen, report: Report, sheet: layout.PlacedSheet, workbook: Any, added: Additions) -> None:
    widths = _widths(sheet.page)
    for column, (width, hidden) in enumerate(widths):
        pen.sheet.set_column(column, column, width, None, {"hidden": hidden})
    shown = [width for width, hidden in widths if not hidden]
    across = _first_page(shown, sheet.page)
    lay_out(pen.sheet, report.warning, report.title)
    if sheet.page.landscape:
        pen.sheet.set_landscape()
    draw_heading(pen.sheet, sheet, report, pen.paper, across, pen.held)
    placed = list(sheet.blocks(report))
    tables = [(block, start) for block, start in placed if isinstance(block, Grid)]
    for block, start in placed:
        match block:
            case Grid():
                draw_grid(pen, block, start, len(across))
            case Listing() if sheet.span:
                draw_listing(pen, block, start, sheet.span, added)
            case Chart():
                table, at = tables[block.table]
                draw_chart(workbook, pen.sheet, sheet.name, block, table, at, start, int(sum(across) * _PIXELS))
            case Notes():
                draw_notes(pen.sheet, start, block, pen.paper, across)
            case Signatures():
                draw_signatures(pen.sheet, start, block, pen.paper, across)
    _fit(pen, sheet, placed)
    if sheet.page.spare and not pen.breaks:
        _part(pen, sheet, placed, shown)


def _points(placed: list[Any]) -> float:
    """Return about how high the page is when printed on one sheet of paper."""
    return sum(LINE * layout.height(block) * (1.3 if isinstance(block, Grid) else 1) for block, _ in placed) + 8 * LINE


def _fit(pen: Pen, what: layout.PlacedSheet, placed: list[Any]) -> None:
    """Keep headings in sight and on every printed page; fit the width, or part a wide table between columns."""
    sheet = pen.sheet
    block, start = next(((block, start) for block, start in placed if isinstance(block, Grid | Listing)), (None, 1))
    if block is None:
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        return
    body = layout.body_row(block, start)
    sheet.repeat_rows(body - layout.header_rows(block), body - 1)
    held = block.held
    alone = sum(isinstance(drawn, Grid | Listing) for drawn, _ in placed) == 1
    sheet.freeze_panes(body if alone else 0, held)
    if pen.breaks:
        sheet.set_print_scale(_WIDE_SCALE)
        sheet.repeat_columns(0, held - 1)
        sheet.set_v_pagebreaks(pen.breaks)
    else:
        high = max((_TOGETHER.get(type(drawn), 0.0) for drawn, _ in placed), default=0.0)
        sheet.fit_to_pages(1, 1 if _points(placed) < high else 0)
    if what.page.locked:
        sheet.protect("", {"format_rows": True, "format_columns": True, "autofilter": True, "sort": True})


def _part(pen: Pen, what: layout.PlacedSheet, placed: list[Any], widths: list[float]) -> None:
    """Part a page over as few sheets of paper as can be read."""
    glued: set[int] = set()
    again, end, ends = range(0), 0, 0
    for block, start in placed:
        end = start + layout.height(block) - 1
        if isinstance(block, Grid):
            body = layout.body_row(block, start)
            sections = (row for row, drawn in enumerate(block.rows, body) if drawn.look is Look.SECTION)
            glued |= {*range(start, body), *sections}
            again, ends = again or range(body - layout.header_rows(block), body), body + len(block.rows) - 1
        elif isinstance(block, Notes) and block.caption:
            glued.add(start)
    across = min(1.0, _PRINTED[what.page.landscape] / sum(width + _PADDING for width in widths))
    parted = paging(pen.sheet.rows(end), glued, again, across, landscape=what.page.landscape)
    pen.sheet.set_print_scale(parted.percent)
    pen.sheet.set_h_pagebreaks(parted.breaks)
    if not any(again.start < at <= ends for at in parted.breaks):
        pen.sheet.repeat_rows(what.title)  # what follows is no part of the table: its headings would head nothing


def _widths(page: Page) -> list[tuple[float, bool]]:
    """Return the width of each column, the widest of the page's tables, and whether it is hidden."""
    rows = [block.columns for block in page.blocks if isinstance(block, Grid)]
    rows += [tuple(column.head for column in block.columns) for block in page.blocks if isinstance(block, Listing)]
    longest = max((len(columns) for columns in rows), default=0)
    widths = [
        (
            max((columns[place].width for columns in rows if place < len(columns)), default=14),
            any(columns[place].hidden for columns in rows if place < len(columns)),
        )
        for place in range(longest)
    ]
    return widths + [(_SPARE, False)] * math.ceil(
        (_ACROSS[page.landscape] * 0.9 - sum(width for width, _ in widths)) / _SPARE
    )


def _first_page(shown: list[float], page: Page) -> list[float]:
    """Return the columns of the first printed page."""
    breaks = _breaks(page, shown)
    return shown[: breaks[0]] if breaks else shown


def _breaks(page: Page, widths: list[float]) -> list[int]:
    """Return the columns before which a wide table is parted, each page repeating the held columns."""
    held = _held(page)
    if page.spare and sum(width + _PADDING for width in widths) <= _ACROSS[True] * 100 / _SPARE_SCALE:
        return []
    most = _ACROSS[True] * 100 / _WIDE_SCALE
    breaks: list[int] = []
    used = kept = sum(width + _PADDING for width in widths[:held])
    for column in range(held, len(widths) if held else 0):
        width = widths[column] + _PADDING
        if used + width > most:
            breaks.append(column)
            used = kept
        used += width
    return breaks


def _held(page: Page) -> int:
    """Return how many columns of a wide table stand again on each of its pages."""
    return next((block.held for block in page.blocks if isinstance(block, Grid | Listing) and block.wide), 0)


def _stamp(workbook: Any, report: Report) -> None:
    sheet = workbook.add_worksheet(STAMP_SHEET)
    lay_out(sheet, report.warning, report.title)
    sheet.repeat_rows(0)
    sheet.write_string("A1", report.stamp)
    sheet.write_string("A2", report.warning)
    sheet.very_hidden()
