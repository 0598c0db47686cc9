"""A header that was destroyed is restored from the hidden tags above it: a label is never a key."""

from collections.abc import Mapping
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.explanations import REASON
from learnsoc_xlsx.model.form.form import Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import (
    HELP_HEADER,
    LABEL_HEADERS,
    LAST_YEAR_HEADER,
    LINE_TAGS,
    NO_LAST_YEAR,
    NUMBERING_HEADERS,
    REASON_HEADER,
    UNIT_HEADER,
    VALUE_HEADERS,
)
from learnsoc_xlsx.stages.read.open_sheet import HEADER_WITHIN, OpenSheet, is_filled
from learnsoc_xlsx.stages.read.reading import Reading

_HEADERS = (NUMBERING_HEADERS[0], LABEL_HEADERS[0], UNIT_HEADER, VALUE_HEADERS[0], HELP_HEADER, LAST_YEAR_HEADER, "")
_OF_LINES = dict(zip(LINE_TAGS, _HEADERS, strict=True)) | {NO_LAST_YEAR: LAST_YEAR_HEADER, REASON.id: REASON_HEADER}
_FEWEST = 2
"""So many tags beside one another are the hidden row, and no words that somebody typed."""


def restored(page: OpenSheet) -> tuple[OpenSheet, Reading] | None:
    """Return an open sheet with its header as it was printed, and the finding for it; None where no tags stand either."""
    headers = _headers(page.sheet)
    tags = next((at for at in range(min(HEADER_WITHIN, len(page.rows))) if _is_tags(page, at, headers)), None)
    if tags is None:
        return None
    header = tags if _is_line(page, tags) else tags + 1
    rows = [list(row) for row in page.rows]
    for at, tag in enumerate(page.rows[tags]):
        rows[header][at] = headers.get(str(tag), "")
    first = next(at for at, cell in enumerate(rows[header]) if cell)
    if first and page.sheet.kind is SheetKind.LIST:
        rows[header][first - 1] = NUMBERING_HEADERS[0]
    lost = page.at_row(Code.HEADER_RESTORED, header, expected=_named(page, tags, headers))
    return replace(page, rows=rows), Reading(findings=(lost,))


def _headers(sheet: Sheet) -> Mapping[str, str]:
    """The header that is printed under each tag."""
    return _OF_LINES if sheet.kind is SheetKind.FIXED else {field.id: field.label for field in sheet.asked}


def _is_tags(page: OpenSheet, row: int, headers: Mapping[str, str]) -> bool:
    tags = {cell for cell in page.rows[row] if isinstance(cell, str) and cell in headers}
    needed = {"label", "value"} if page.sheet.kind is SheetKind.FIXED else set()
    return len(tags) >= min(_FEWEST, len(headers)) and needed <= tags


def _is_line(page: OpenSheet, tags: int) -> bool:
    """Whether right under the tags a record stands, or a line of the form: the header was not emptied, but deleted."""
    if tags + 1 >= len(page.rows):
        return True
    under = page.rows[tags + 1]
    if page.sheet.kind is SheetKind.FIXED:
        headings = {field.section for field in page.sheet.asked} | {field.label for field in page.sheet.asked}
        printed = headings | {field.id for field in page.sheet.asked}
        return any(cell in printed for cell in under if isinstance(cell, str) and cell)
    return any(is_filled(cell) and not isinstance(cell, str) for cell in under)


def _named(page: OpenSheet, tags: int, headers: Mapping[str, str]) -> str:
    """The first headers that were printed, to be named in a sentence."""
    printed = [headers[tag] for tag in page.rows[tags] if isinstance(tag, str) and headers.get(tag)]
    return "”, “".join(printed[:3])
