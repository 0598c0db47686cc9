"""How far the filled cells of a sheet spread: what the reader will have to lay out, told without parsing.

A sheet in the usual spelling is proved harmless by counting marks in its bytes. One in a spelling that these marks do
not cover is doubtful: it may be honest, but only a reading on trial can tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import unescape

from learnsoc_xlsx.model.place import column_letter, column_number
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import PlainSheet


@dataclass(frozen=True)
class Spread:
    """The last filled row and column (counted from 1), the filled cells (all three upper bounds where they are small),
    the cells under merges, and whether anything was spelt in an unusual way. `farthest` is the cell to blame, as A1.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    merged: int = 0
    doubtful: bool = False
    farthest: str = ""
    merge: str = ""

    @property
    def area(self) -> int:
        """How many cells lie between A1 and the last filled row and column."""
        return self.rows * self.columns


# .xlsx

_NEAR_ROWS, _NEAR_COLUMNS = 9_999, 26
_LEAST = len('<c r="A1"></c>')
_FEW = 100_000
_FILLED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_MERGE = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]{1,4})(\d{1,10}):([A-Z]{1,4})(\d{1,10})"')


def of_xlsx(body: bytes, near: bool) -> Spread:
    """Return how far the filled cells of one sheet of an .xlsx spread; `near`: each says first where it stands, and not far off."""
    start, end = body.find(b"<sheetData"), body.rfind(b"</sheetData>")
    if end < 0:
        return Spread(doubtful=not body.count(b"<sheetData/>"))
    merged, merge = _merged(body, end)
    doubtful = body.find(b"<sheetData", end) >= 0
    filled = (end - start) // _LEAST
    if filled > _FEW:
        filled = body.count(b"</c>", start, end)
    if near:
        return Spread(_NEAR_ROWS, _NEAR_COLUMNS, filled, merged, doubtful, "", merge)
    usual = body.count(b"<c", start, end) == body.count(b'<c r="', start, end) and body.find(b'/>"', start, end) < 0
    rows, columns, farthest = _ends(body, start, end)
    return Spread(rows, columns, filled, merged, doubtful or not usual, farthest, merge)


def of_plain(body: bytes, sheet: PlainSheet) -> Spread:
    """Return how far the cells of a plain sheet of an .xlsx spread: it is known where each of them stands."""
    merged, merge = _merged(body, body.rfind(b"</sheetData>"))
    if not sheet.size:
        return Spread(merged=merged, merge=merge)
    last = int(sheet.columns.argmax() if sheet.width > _NEAR_COLUMNS else sheet.rows.argmax())
    farthest = f"{column_letter(int(sheet.columns[last]))}{int(sheet.rows[last]) + 1}"
    return Spread(sheet.height, sheet.width, sheet.size, merged, False, farthest, merge)


def _ends(body: bytes, start: int, end: int) -> tuple[int, int, str]:
    last_row, last_column = (0, ""), (0, "")
    for letters, digits in _FILLED.findall(body, start, end):
        row, column = int(digits), column_number(letters.decode()) + 1
        if row > last_row[0]:
            last_row = row, f"{letters.decode()}{row}"
        if column > last_column[0]:
            last_column = column, f"{letters.decode()}{row}"
    farthest = last_column[1] if last_column[0] > _NEAR_COLUMNS else last_row[1]
    return last_row[0], last_column[0], farthest


def _merged(body: bytes, start: int) -> tuple[int, str]:
    """The cells under all merges together, and the range of the largest."""
    whole, largest, where = 0, 0, ""
    for left, top, right, bottom in _MERGE.findall(body, start):
        wide = abs(column_number(right.decode()) - column_number(left.decode())) + 1
        area = wide * (abs(int(bottom) - int(top)) + 1)
        whole += area
        if area > largest:
            largest, where = area, f"{left.decode()}{int(top)}:{right.decode()}{int(bottom)}"
    return whole, where


# .ods

_SPACE = b"urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TABLE = re.compile(rb'<table:table [^>]*?table:name="([^"]*)"')
_TOKEN = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_TIMES = {kind: re.compile(rb'table:number-%s="(\d{1,9})"' % kind) for kind in (
    b"rows-repeated", b"columns-repeated", b"rows-spanned", b"columns-spanned",
)}  # fmt: skip
_HOLDS = re.compile(rb'office:(?:[a-z]+-)?value="|table:formula="')
_MANY = 1_000


def of_ods(content: bytes) -> Iterator[tuple[str, Spread]]:
    """Yield each sheet of an .ods by its name, with how far its filled cells spread."""
    usual = content.count(_SPACE) == content.count(b'xmlns:table="' + _SPACE) == 1 and content.count(
        b"-repeated"
    ) == content.count(b'-repeated="')
    tables = list(_TABLE.finditer(content))
    if not usual or not tables:
        yield "", Spread(doubtful=True)
    ends = [*(table.start() for table in tables), len(content)][1:]
    for table, end in zip(tables, ends, strict=True):
        yield unescape(table[1].decode("utf-8", "replace")), _in_table(content, table.end(), end)


def _in_table(content: bytes, start: int, end: int) -> Spread:
    row, column, repeated, next_row = 0, 0, 1, 1
    rows = columns = filled = merged = 0
    farthest, doubtful = "", False
    for kind, attributes in _TOKEN.findall(content, start, end):
        doubtful |= attributes.count(b'"') % 2 == 1
        if kind == b"table-row":
            repeated = _times(b"rows-repeated", attributes)
            row, column, next_row = next_row, 0, next_row + repeated
            continue
        times = _times(b"columns-repeated", attributes)
        column += times
        if attributes.endswith(b"/") and not _HOLDS.search(attributes):
            continue
        filled += times * repeated
        doubtful |= times * repeated > _MANY
        merged += (
            _times(b"rows-spanned", attributes) * _times(b"columns-spanned", attributes)
            if b"-spanned" in attributes
            else 0
        )
        if next_row - 1 > rows or column > columns:
            farthest = f"{column_letter(column - 1)}{row}"
        rows, columns = max(rows, next_row - 1), max(columns, column)
    return Spread(rows, columns, filled, merged, doubtful, farthest)


def _times(kind: bytes, attributes: bytes) -> int:
    match = _TIMES[kind].search(attributes) if kind in attributes else None
    return int(match[1]) if match else 1
