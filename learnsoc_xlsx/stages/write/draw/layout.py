"""Where everything of a report stands: which sheets there are, at which row each block begins, where anchors lie.

Rows are counted from 0 here, as xlsxwriter does; no other module reckons a row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from learnsoc_xlsx.model.report import Block, Chart, Grid, Listing, Notes, Page, Report, Signatures

FULL = 1_048_000
"""Rows of a listing on one sheet; more go on to a further sheet."""
_SEVERAL = 2
LETTERHEAD = 4
CHART = 22
SIGNATURES = 2


@dataclass(frozen=True)
class RowSpan:
    """The rows of a listing that one sheet holds."""

    first: int
    last: int


@dataclass(frozen=True)
class PlacedSheet:
    """One sheet: a page, which of its listing's rows, and whether it bears the letterhead. `part` says of a page that goes
    over several sheets which of them it is: "2/3".
    """

    page: Page
    name: str
    span: RowSpan | None = None
    letterhead: bool = False
    part: str = ""

    @property
    def title(self) -> int:
        """The row of the title: the first, or the first under the letterhead."""
        return LETTERHEAD if self.letterhead else 0

    def lines(self, report: Report) -> tuple[tuple[str, str], ...]:
        """The lines above the blocks, each with the name of its format."""
        as_of = f"Số liệu tính đến ngày {report.as_of.day:02}/{report.as_of.month:02}/{report.as_of.year}"
        warning = (("warning", report.warning),) if report.warning else ()
        intro = tuple(("intro", line) for line in self.page.intro)
        title = f"{self.page.title} ({self.part})" if self.part else self.page.title
        return (("title", title), ("as_of", as_of), *warning, *intro)

    def blocks(self, report: Report) -> Iterator[tuple[Block, int]]:
        """Yield each block with the row at which it begins."""
        row = self.title + len(self.lines(report)) + 1
        for block in self.page.blocks:
            if self.span and self.span.first and not isinstance(block, Listing):
                continue
            yield block, row
            row += height(block)


def sheets(report: Report, full: int = FULL) -> list[PlacedSheet]:
    """Return the sheets of a report, a page too long for one continued on the next."""
    placed = [sheet for page in report.pages for sheet in _sheets(page, full)]
    return [replace(placed[0], letterhead=True), *placed[1:]]


def _sheets(page: Page, full: int) -> Iterator[PlacedSheet]:
    spans = spans_of(page, full)
    if len(spans) < _SEVERAL:
        yield PlacedSheet(page, page.sheet, next(iter(spans), None))
        return
    for number, span in enumerate(spans, 1):
        name = page.sheet if number == 1 else f"{page.sheet} ({number})"
        yield PlacedSheet(page, name, span, part=f"{number}/{len(spans)}")


def spans_of(page: Page, full: int) -> list[RowSpan]:
    """Return which rows of a page's listing each of its sheets holds; nothing for a page without one."""
    listing = next((block for block in page.blocks if isinstance(block, Listing)), None)
    if listing is None:
        return []
    return [RowSpan(start, min(start + full, listing.length)) for start in range(0, max(listing.length, 1), full)]


def beginning_of(span: RowSpan) -> str:
    """Return the anchor of the first row of a sheet on which a page begins or goes on."""
    return f"from {span.first}"


def header_rows(block: Grid | Listing) -> int:
    """Return how many rows the headings take: two where columns are grouped."""
    columns = block.columns if isinstance(block, Grid) else [column.head for column in block.columns]
    return 2 if any(column.group for column in columns) else 1


def body_row(block: Grid | Listing, start: int) -> int:
    """Return the row at which the rows proper of a block begin."""
    caption = 1 if isinstance(block, Grid) and block.caption else 0
    return start + caption + header_rows(block)


def height(block: Block) -> int:
    """Return how many rows a block takes, the empty row under it included."""
    match block:
        case Grid():
            return body_row(block, 0) + len(block.rows) + 1
        case Listing():
            return body_row(block, 0) + block.length + 1
        case Chart():
            return CHART
        case Notes():
            return bool(block.caption) + len(block.lines) + 1
        case Signatures():
            return SIGNATURES


def anchors(report: Report, made: list[PlacedSheet]) -> Mapping[tuple[str, str], tuple[str, int]]:
    """Return where each anchor of each page came to stand: its sheet's name and row."""
    return {
        (sheet.page.id, anchor): (sheet.name, row)
        for sheet in made
        for block, start in sheet.blocks(report)
        for anchor, row in _anchors(sheet, block, start)
    }


def _anchors(sheet: PlacedSheet, block: Block, start: int) -> Iterator[tuple[str, int]]:
    if isinstance(block, Grid):
        for place, row in enumerate(block.rows, body_row(block, start)):
            yield from ((anchor, place) for anchor in row.anchors)
    elif isinstance(block, Listing) and sheet.span:
        first = body_row(block, start)
        yield beginning_of(sheet.span), first
        for anchor, place in block.anchors.items():
            if sheet.span.first <= place < sheet.span.last:
                yield anchor, first + place - sheet.span.first
