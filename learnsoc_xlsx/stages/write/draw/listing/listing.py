"""Draw the head of a long list, and hand its rows over to be streamed in."""

from collections.abc import Sequence
from functools import partial

from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.report import ListColumn, Listing, Look, Show
from learnsoc_xlsx.stages.write.draw.grid.grids import Pen, draw_headings
from learnsoc_xlsx.stages.write.draw.layout import RowSpan, body_row, header_rows
from learnsoc_xlsx.stages.write.draw.links import Links
from learnsoc_xlsx.stages.write.draw.listing.blocks import blocks_of
from learnsoc_xlsx.stages.write.draw.listing.inject import Additions
from learnsoc_xlsx.stages.write.draw.paper import Paper


def draw_listing(pen: Pen, listing: Listing, start: int, span: RowSpan, added: Additions) -> None:
    """Draw the headings at row `start` and leave in `added` the rows, their links and the range covered."""
    first = body_row(listing, start)
    heads = tuple(column.head for column in listing.columns)
    draw_headings(pen, heads, first - header_rows(listing), header_rows(listing))
    end = first + span.last - span.first
    pen.sheet.autofilter(first - 1, 0, max(end - 1, first - 1), len(heads) - 1)
    rows = slice(span.first, span.last)
    added.rows = partial(blocks_of, listing.columns, styles_of(pen.paper, listing), rows, first + 1)
    added.length = span.last - span.first
    added.covers = f"A1:{column_letter(len(heads) - 1)}{max(end, first)}"
    _links(listing.columns, span, first, pen.links)


def styles_of(paper: Paper, listing: Listing) -> list[dict[Show, int]]:
    """Return the styles of each column by how a value is shown."""
    return [_styles(paper, column) for column in listing.columns]


def _styles(paper: Paper, column: ListColumn) -> dict[Show, int]:
    shows = {column.head.show, *column.shows}
    look = Look.LINKED if column.links else Look.PLAIN
    return {show: paper.style(show, look) for show in sorted(shows, key=str)}


def _links(columns: Sequence[ListColumn], span: RowSpan, first: int, links: Links) -> None:
    for at, column in enumerate(columns):
        letter = column_letter(at)
        for row, place in enumerate(column.links[span.first : span.last], first + 1):
            if place is not None and place.file:
                links.to_place(f"{letter}{row}", place)
