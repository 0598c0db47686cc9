"""Contents: a sheet before the others that says, of each list that goes over several, what stands on which of them."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from learnsoc_xlsx.model.report import Cell, Column, Grid, ListColumn, Listing, Look, Page, Report, Row, Show, ToRow
from learnsoc_xlsx.stages.write.draw.layout import PlacedSheet, beginning_of, sheets

_PAGE = "contents"
_COLUMNS = (
    Column("Trang tính", 26),
    Column("Từ dòng", 12, Show.COUNT),
    Column("Đến dòng", 12, Show.COUNT),
    Column("Bắt đầu từ", 46),
    Column("Đến hết", 46),
)
_INTRO = "Danh sách dài hơn một trang tính chứa được nên nằm trên nhiều trang, không bớt dòng nào. Bấm vào tên trang để đến đó."
_ENOUGH = 2
"""So many texts of a row say which one it is: the unit and the name, as a rule."""


def with_contents(report: Report, full: int) -> Report:
    """Return a report with its contents before everything else, where a page of it goes over several sheets; else itself.

    `full` is how many rows of a listing go on one sheet.
    """
    parts = [sheet for sheet in sheets(report, full) if sheet.part] if report.pages else []
    if not parts:
        return report
    by_page = {sheet.page.id: sheet.page.title for sheet in parts}
    grids = (
        Grid(_COLUMNS, tuple(_row(sheet) for sheet in parts if sheet.page.id == page), caption=title)
        for page, title in by_page.items()
    )
    return replace(report, pages=(Page(_PAGE, "Mục lục", "MỤC LỤC", tuple(grids), (_INTRO,)), *report.pages))


def _row(sheet: PlacedSheet) -> Row:
    assert sheet.span is not None, "a part of a page holds rows of its listing"
    span = sheet.span
    listing = next(block for block in sheet.page.blocks if isinstance(block, Listing))
    to_there = ToRow(sheet.page.id, beginning_of(span))
    words = (_which(listing, place) for place in (span.first, span.last - 1))
    return Row(
        (
            Cell(sheet.name, to_there, look=Look.LINKED),
            Cell(span.first + 1),
            Cell(span.last),
            *(Cell(text) for text in words),
        )
    )


def _which(listing: Listing, place: int) -> str:
    """Say which row of a list stands at a place, by its first texts."""
    texts = [column for column in listing.columns if column.head.show is Show.TEXT][:_ENOUGH]
    return " – ".join(text for column in texts for text in _text(column, place))


def _text(column: ListColumn, place: int) -> Iterator[str]:
    values = column.values
    value = values.iloc[place] if isinstance(values, pd.Series) else values[place]
    if value is not None and not pd.isna(value):
        yield str(value)
