"""Draw a table: caption, headings and sections through the library, its rows past it, with their links.

A cell costs the library four calls and a look-up of its style; here it is one string, put into the sheet in the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from learnsoc_xlsx.model.place import Place, column_letter
from learnsoc_xlsx.model.report import UNKNOWN, Cell, CellValue, Column, Grid, Look, Row, Show, ToRow
from learnsoc_xlsx.spreadsheet.text_size import lines_needed, row_height
from learnsoc_xlsx.stages.write.draw.destinations import Destinations
from learnsoc_xlsx.stages.write.draw.grid import cells
from learnsoc_xlsx.stages.write.draw.layout import body_row, header_rows
from learnsoc_xlsx.stages.write.draw.links import Links
from learnsoc_xlsx.stages.write.draw.paper import Paper
from learnsoc_xlsx.vietnamese.numbers import format_figure

_HEADING = 1.1
"""Headings are in smaller letters."""
_BOLD = 1.1
"""Bold letters are wider."""


@dataclass(frozen=True)
class Pen:
    """What is needed to draw on one sheet; `held` columns stand again on each page of a table that is parted at `breaks`.

    `drawn` gathers the rows of its tables as XML, by their numbers from 1.
    """

    sheet: Any
    paper: Paper
    links: Links
    rows: Destinations
    widths: Sequence[float]
    breaks: Sequence[int] = ()
    held: int = 0
    drawn: dict[int, str] = field(default_factory=dict)


def draw_grid(pen: Pen, table: Grid, start: int, across: int) -> None:
    """Draw caption, headings and rows from row `start`; the caption may run over `across` columns."""
    if table.caption:
        pen.sheet.merge_range(start, pen.held, start, across - 1, "", pen.paper.line("caption"))
        pen.sheet.write_string(start, pen.held, table.caption, pen.paper.line("caption"))
    first = body_row(table, start)
    draw_headings(pen, table.columns, first - header_rows(table), header_rows(table))
    plain = [number for number, row in enumerate(table.rows, first + 1) if row.look is not Look.TOTAL]
    span = {"first": plain[0], "last": plain[-1]} if plain else {"first": first + 1, "last": first + 1}
    for number, row in enumerate(table.rows, first):
        _row(pen, table.columns, row, number, span)
    for place, column in enumerate(table.columns):
        if column.choices and table.rows:
            words = {"validate": "list", "source": list(column.choices)}
            pen.sheet.data_validation(first, place, first + len(table.rows) - 1, place, words)


def draw_headings(pen: Pen, columns: tuple[Column, ...], row: int, rows: int) -> None:
    """Draw the headings; with two rows, the upper one names groups of columns, anew on each printed page."""
    look = pen.paper.heading
    lines = max(lines_needed(column.heading, pen.widths[place] * _HEADING) for place, column in enumerate(columns))
    pen.sheet.set_row(row + rows - 1, row_height(max(lines, 2 if rows == 2 else 1)))
    for place, column in enumerate(columns):
        if rows == 2 and not column.group:
            _merged(pen, (row, place, row + 1, place), column.heading)
        else:
            pen.sheet.write_string(row + rows - 1, place, column.heading, look)
    groups = list(_groups(pen, columns))
    for group, first, last in groups:
        _merged(pen, (row, first, row, last), group)
    if groups:
        across = ((group, sum(pen.widths[first : last + 1]) * _HEADING) for group, first, last in groups)
        pen.sheet.set_row(row, row_height(max(lines_needed(group, width) for group, width in across)))


def _groups(pen: Pen, columns: tuple[Column, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield the groups of columns, page by page, each with its first and last column."""
    pages = [sum(edge <= place for edge in pen.breaks) for place in range(len(columns))]
    for (group, _), members in groupby(enumerate(columns), key=lambda pair: (pair[1].group, pages[pair[0]])):
        held = [place for place, _ in members]
        if group:
            yield group, held[0], held[-1]


def _merged(pen: Pen, area: tuple[int, int, int, int], text: str) -> None:
    first, left, last, right = area
    if (first, left) != (last, right):
        pen.sheet.merge_range(first, left, last, right, "", pen.paper.heading)
    pen.sheet.write_string(first, left, text, pen.paper.heading)


def _row(pen: Pen, columns: tuple[Column, ...], row: Row, number: int, span: Mapping[str, int]) -> None:
    if row.look is Look.SECTION:
        _section(pen, columns, str(row.cells[0].value), number)
        return
    lines = max(
        (
            lines_needed(cell.value, pen.widths[place])
            for place, cell in enumerate(row.cells)
            if isinstance(cell.value, str) and not columns[place].hidden
        ),
        default=1,
    )
    drawn = (
        _cell(pen, number, place, column, cell, row.look, span)
        for place, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
    )
    pen.drawn[number + 1] = f'<row r="{number + 1}"{pen.sheet.height(number, lines)}>{"".join(drawn)}</row>'


def _section(pen: Pen, columns: tuple[Column, ...], words: str, number: int) -> None:
    """Draw a heading across a table; of a parted one it stays within the columns that each page has. A long one takes
    several lines, so that it does not run on beyond the table.
    """
    within = pen.held if pen.held > 1 else len(columns)
    lines = lines_needed(words, sum(pen.widths[:within]) / _BOLD)
    merged = within > 1 and (pen.held > 1 or lines > 1)
    look = pen.paper.section(within=merged)
    for place in range(max(pen.held, 1), len(columns)):
        pen.sheet.write_blank(number, place, None, look)
    if merged:
        pen.sheet.merge_range(number, 0, number, within - 1, "", look)
        pen.sheet.set_row(number, row_height(lines))
    pen.sheet.write_string(number, 0, words, look)


def _cell(pen: Pen, row: int, place: int, column: Column, cell: Cell, look: Look, span: Mapping[str, int]) -> str:
    show = cell.show or column.show
    looks = (_link(pen, row, place, cell.link) if cell.link else Look.PLAIN, look, cell.look)
    formula = _formula(pen, row, cell, span) if cell.formula else ""
    if formula:
        return cells.formula(formula, cell.value, pen.paper.style(show, *looks))
    return _plain(pen.paper, cell.value, show, looks)


def _formula(pen: Pen, row: int, cell: Cell, span: Mapping[str, int]) -> str:
    """The formula of a cell; none where one of the cells that it is of is not in the workbook."""
    ranges = [pen.rows.range(cells, pen.sheet.get_name()) for cells in cell.of]
    return "" if None in ranges else cell.formula.format(*ranges, row=row + 1, **span)


def _plain(paper: Paper, value: CellValue, show: Show, looks: tuple[Look, ...]) -> str:
    style = paper.style
    words = show if show in cells.WORDS else Show.CENTRE
    match value:
        case None:
            return cells.text(UNKNOWN, style(Show.CENTRE, Look.FAINT))
        case bool():
            return cells.text("x" if value else "", style(Show.CENTRE, *looks))
        case str():
            return cells.text(value, style(words, *looks))
        case date():
            return cells.day(value, style(Show.DATE, *looks))
        case _ if show is words:
            return cells.text(format_figure(value), style(words, *looks))
        case _:
            return cells.number(value, style(show, *looks))


def _link(pen: Pen, row: int, place: int, link: Place | ToRow) -> Look:
    """Gather a link; how its cell looks, whether or not it leads anywhere."""
    here = f"{column_letter(place)}{row + 1}"
    match link:
        case Place():
            pen.links.to_place(here, link)
            return Look.LINKED
        case ToRow() if there := pen.rows.of(link):
            pen.links.to_cell(here, there.sheet, there.cell, there.workbook)
            return Look.LINKED
    return Look.PLAIN
