"""The cells of a sheet that are shown as a percentage: the reader of workbooks gives 0.7 for 70%, and for 0,7 as well.

Each container says it in its own way. Sources: ECMA-376 part 1, 18.8.30 (number formats); OpenDocument 1.3 part 3, 19.387;
[MS-XLSB] 2.4.
"""

import io
import re
import struct
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import xlrd

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.cells.ods import in_cells
from learnsoc_xlsx.spreadsheet.cells.xlsb import records, sheet_parts, text_at
from learnsoc_xlsx.spreadsheet.package.inventory import book_part, inventory, related_to
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

At = tuple[int, int]
"""Row and column, counted from 0."""

_USUAL = frozenset({9, 10})
"""The numbers of the formats 0% and 0.00%, which no workbook needs to state."""
_BESIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a number format shows as it is, or does not show."""
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]+)")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW, _NUMBERS, _STYLES_BEGIN, _STYLES_END, _STYLE, _FORMAT = 0, (2, 5, 9), 617, 618, 47, 44


def percents(data: bytes, container: str, parts: Parts | None, name: str) -> frozenset[At]:
    """Return the cells of a sheet that are shown as a percentage; of a damaged workbook, which its reader names, none."""
    try:
        if container == "xls":
            return frozenset(_of_xls(data, name))
        read = _ZIPPED.get(container)
        return frozenset(read(parts, name)) if read and parts else frozenset()
    except (*DAMAGED, xlrd.XLRDError, struct.error):
        return frozenset()


def _is_percent(number: int, code: str) -> bool:
    return number in _USUAL or "%" in _BESIDE.sub("", code)


# .xlsx


def _of_xlsx(parts: Parts, name: str) -> Iterator[At]:
    held = inventory(parts)
    styles = _percent_styles(parts, held.others.get("styles", ""))
    if not styles or name not in held.sheets:
        return
    row = -1
    for line in parts.tree(held.sheets[name]).iterfind("./{*}sheetData/{*}row"):
        row, column = int(line.get("r", row + 2)) - 1, -1
        for cell in line.iterfind("./{*}c"):
            address = _ADDRESS.fullmatch(cell.get("r", ""))
            column = column_number(address[1].upper()) if address else column + 1
            if cell.get("s", "0") in styles:
                yield row, column


def _percent_styles(parts: Parts, part: str) -> frozenset[str]:
    if part not in parts:
        return frozenset()
    tree = parts.tree(part)
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in tree.iterfind("./{*}numFmts/{*}numFmt")}
    formats = [style.get("numFmtId", "0") for style in tree.iterfind("./{*}cellXfs/{*}xf")]
    return frozenset(str(at) for at, number in enumerate(formats) if _is_percent(int(number), codes.get(number, "")))


# .ods


def _of_ods(parts: Parts, name: str) -> Iterator[At]:
    for table in parts.tree("content.xml").iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}name") == name:
            yield from (at for at, _ in in_cells(table, _percentage))


def _percentage(cell: ElementTree.Element) -> bool | None:
    return cell.get(f"{_OFFICE}value-type") == "percentage" or None


# .xls


def _of_xls(data: bytes, name: str) -> Iterator[At]:
    book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True)
    sheet = book.sheet_by_name(name)
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_NUMBER:
                number = book.xf_list[sheet.cell_xf_index(row, column)].format_key
                shown = book.format_map.get(number)
                if _is_percent(number, shown.format_str if shown else ""):
                    yield row, column


# .xlsb


def _of_xlsb(parts: Parts, name: str) -> Iterator[At]:
    related = related_to(parts, book_part(parts)).values()
    part = next((to.part for to in related if to.kind == "styles"), "")
    styles = _binary_styles(parts.read(part)) if part in parts else frozenset()
    row = 0
    for kind, body in records(parts.read(dict(sheet_parts(parts))[name])) if styles else ():
        if kind == _ROW and len(body) >= 4:
            (row,) = struct.unpack_from("<I", body)
        elif kind in _NUMBERS and len(body) >= 8:
            column, style = struct.unpack_from("<II", body)
            if style & 0xFFFFFF in styles:
                yield row, column


def _binary_styles(body: bytes) -> frozenset[int]:
    codes: dict[int, str] = {}
    formats: list[int] = []
    inside = False
    for kind, content in records(body):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", content)[0]] = text_at(content, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            formats.append(struct.unpack_from("<H", content, 2)[0])
    return frozenset(at for at, number in enumerate(formats) if _is_percent(number, codes.get(number, "")))


_ZIPPED: dict[str, Callable[[Parts, str], Iterator[At]]] = {"xlsx": _of_xlsx, "ods": _of_ods, "xlsb": _of_xlsb}
