"""The codebook as a workbook: one line a field, to be filtered and printed, and what is to be known of it below."""

from collections.abc import Iterable, Sequence
from math import ceil

from xlsxwriter import Workbook

from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.paper.workbook import printed

_WIDTHS = (18, 16, 8, 22, 40, 14, 9, 12, 7, 7, 30, 36, 30)
_LINE, _HEADER = 15, 3
"""Points that a line of text takes; how many lines the longest header does."""


def codebook_workbook(
    year: int, headers: Sequence[str], rows: Iterable[Sequence[str]], notes: Sequence[str] = ()
) -> bytes:
    """Write the rows of a year's codebook under their headers, all as text, and notes below; the same rows give the same bytes."""
    return printed(f"Các mẫu biểu năm {year}", year, lambda book: _fill(book, year, headers, list(rows), notes))


def _fill(
    book: Workbook, year: int, headers: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str]
) -> None:
    styles = Styles(book)
    page = book.add_worksheet(f"Mẫu biểu {year}")
    for column, (header, width) in enumerate(zip(headers, _WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, header, styles.look("required header"))
    page.set_row(0, _HEADER * _LINE)
    for at, row in enumerate(rows, 1):
        page.set_row(
            at, _LINE * max(ceil(len(text) / (width - 1)) for text, width in zip(row, _WIDTHS, strict=True) if text)
        )
        for column, text in enumerate(row):
            page.write_string(at, column, text, styles.look("label"))
    for at, note in enumerate(notes, len(rows) + 2):
        page.write_string(at, 0, note)
    page.autofilter(0, 0, len(rows), len(headers) - 1)
    page.freeze_panes(1, 0)
    page.set_paper(8)  # A3: thirteen columns
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
