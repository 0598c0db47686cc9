"""The cells of a sheet that are shown as a percentage: the reader of workbooks gives 0.7 for 70%, and for 0,7 as well.

Each container says it in its own way. Sources: ECMA-376 part 1, 18.8.30 (number formats); OpenDocument 1.3 part 3, 19.387;
[MS-XLSB] 2.4.
"""

import re
import struct
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import xlrd

from learnsoc_xlsx.spreadsheet.cells.addresses import addressed
from learnsoc_xlsx.spreadsheet.cells.ods import in_cells
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import plain_sheets
from learnsoc_xlsx.spreadsheet.cells.xls import format_of, with_looks
from learnsoc_xlsx.spreadsheet.cells.xlsb import sheet_parts
from learnsoc_xlsx.spreadsheet.cells.xlsb_looks import formats_of_looks, numbers
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.package.number_formats import number_formats
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

At = tuple[int, int]
"""Row and column, counted from 0."""

_USUAL = frozenset({9, 10})
"""The numbers of the formats 0% and 0.00%, which no workbook needs to state."""
_BESIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a number format shows as it is, or does not show."""
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


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
    held = parts.once(inventory)
    looks = _percent_looks(parts)
    if not looks or name not in held.sheets:
        return
    if plain := plain_sheets(parts).get(held.sheets[name]):
        at = plain.with_looks(looks)
        yield from zip(plain.rows[at].tolist(), plain.columns[at].tolist(), strict=True)
        return
    spelt = set(map(str, looks))
    for row, column, cell in addressed(parts.read(held.sheets[name])):
        if cell.get("s", "0") in spelt:
            yield row, column


def _percent_looks(parts: Parts) -> frozenset[int]:
    formats = enumerate(parts.once(number_formats))
    return frozenset(at for at, (number, code) in formats if _is_percent(int(number), code or ""))


# .ods


def _of_ods(parts: Parts, name: str) -> Iterator[At]:
    for table in parts.tree("content.xml").iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}name") == name:
            yield from (at for at, _ in in_cells(table, _percentage))


def _percentage(cell: ElementTree.Element) -> bool | None:
    return cell.get(f"{_OFFICE}value-type") == "percentage" or None


# .xls


def _of_xls(data: bytes, name: str) -> Iterator[At]:
    book = with_looks(data)
    sheet = book.sheet_by_name(name)
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_NUMBER and _is_percent(*format_of(book, sheet, row, column)):
                yield row, column


# .xlsb


def _of_xlsb(parts: Parts, name: str) -> Iterator[At]:
    formats = formats_of_looks(parts)
    if any(_is_percent(*one) for one in formats):
        for row, column, look, _ in numbers(parts.read(dict(sheet_parts(parts))[name])):
            if look < len(formats) and _is_percent(*formats[look]):
                yield row, column


_ZIPPED: dict[str, Callable[[Parts, str], Iterator[At]]] = {"xlsx": _of_xlsx, "ods": _of_ods, "xlsb": _of_xlsb}
