"""Draw the head of a long list, and hand its rows over to be streamed in."""

from collections.abc import Sequence

from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.report import Lane, Listing, Look, Show
from learnsoc_xlsx.stages.write.draw.layout import Span, body_row, header_rows
from learnsoc_xlsx.stages.write.draw.links import Links
from learnsoc_xlsx.stages.write.draw.listing.inject import Additions
from learnsoc_xlsx.stages.write.draw.listing.rows import rows_xml
from learnsoc_xlsx.stages.write.draw.tables import Pen, draw_headings


def draw_listing(pen: Pen, listing: Listing, start: int, span: Span, added: Additions) -> None:
    """Draw the headings at row `start` and leave in `added` the rows, their links and the range covered."""
    first = body_row(listing, start)
    columns = tuple(lane.column for lane in listing.lanes)
    draw_headings(pen, columns, first - header_rows(listing), header_rows(listing))
    end = first + span.last - span.first
    pen.sheet.autofilter(first - 1, 0, max(end - 1, first - 1), len(columns) - 1)
    styles = [_styles(pen, lane) for lane in listing.lanes]
    added.rows = rows_xml(listing.lanes, styles, span.first, span.last, first + 1)
    added.covers = f"A1:{column_letter(len(columns) - 1)}{max(end, first)}"
    _links(listing.lanes, span, first, pen.links)


def _styles(pen: Pen, lane: Lane) -> dict[Show, int]:
    shows = {lane.column.show, *lane.shows}
    look = Look.LINKED if lane.links else Look.PLAIN
    return {show: pen.paper.number(pen.paper.cell(show, look)) for show in sorted(shows, key=str)}


def _links(lanes: Sequence[Lane], span: Span, first: int, links: Links) -> None:
    for column, lane in enumerate(lanes):
        letter = column_letter(column)
        for row, place in enumerate(lane.links[span.first : span.last], first + 1):
            if place is not None and place.file:
                links.to_place(f"{letter}{row}", place)
