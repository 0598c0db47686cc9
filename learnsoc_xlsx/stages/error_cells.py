"""Error cells: the reader gives an empty text for #REF! and #DIV/0!, so that a broken formula would pass for a blank.

The same holds for a formula that was saved before anything reckoned it. Each container says it in its own way.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import xlrd

ErrorCells = dict[str, dict[tuple[int, int], str]]
"""Sheet name to (row, column), both counted from 0, to what the cell says."""

NO_RESULT = "#FORMULA!"
"""What a formula without a stored result is taken to say."""


def error_cells(data: bytes, container: str) -> ErrorCells:
    """Return the error values, and the formulas without a result, of a workbook that the reader has opened."""
    read = _CONTAINERS.get(container)
    return {name: cells for name, cells in read(data) if cells} if read else {}


# .xlsx

_SIGNS = (b' t="e"', b"<f")
_CELLS_END = b"</sheetData>"
_RESULT = re.compile(rb"<v>\s*[^<\s]")
_AT = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _of_xlsx(data: bytes) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = _names(parts)
        for part in parts.namelist():
            if part in names:
                yield names[part], _in_sheet(parts.read(part))


def _in_sheet(body: bytes) -> dict[tuple[int, int], str]:
    """Look only at the cells that bear a sign of trouble: a sheet has few formulas, and many cells."""
    found = {}
    for sign in _signs(body):
        cell = body[body.rfind(b"<c ", 0, sign) : body.find(b"</c>", sign)]
        at, error, value = _AT.search(cell), b't="e"' in cell, _VALUE.search(cell)
        if at and error and value:
            found[int(at[2]) - 1, _column(at[1].decode())] = value[1].decode()
        elif at and not error and not _RESULT.search(cell):
            found[int(at[2]) - 1, _column(at[1].decode())] = NO_RESULT
    return found


def _signs(body: bytes) -> Iterator[int]:
    end = body.find(_CELLS_END)
    for sign in _SIGNS:
        at = body.find(sign, 0, end)
        while at >= 0:
            yield at
            at = body.find(sign, at + 1, end)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _names(parts: zipfile.ZipFile) -> dict[str, str]:
    """The name of each sheet by the part that holds it."""
    book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
    links = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): posixpath.join("/xl", link.get("Target", "")).lstrip("/") for link in links}
    sheets = {sheet.get(_LINK): sheet.get("name", "") for sheet in book.iter(f"{_MAIN}sheet")}
    return {targets[link]: name for link, name in sheets.items() if link in targets}


# .ods

_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def _of_ods(data: bytes) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        content = parts.read("content.xml")
    if b'calcext:value-type="error"' not in content:
        return
    for table in ElementTree.fromstring(content).iter(f"{_TABLE}table"):
        yield table.get(f"{_TABLE}name", ""), dict(_in_table(table))


def _in_table(table: ElementTree.Element) -> Iterator[tuple[tuple[int, int], str]]:
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            if cell.get(_ERROR) == "error":
                yield (row, column), "".join(cell.findtext(_TEXT) or "#N/A")
            column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        row += int(line.get(f"{_TABLE}number-rows-repeated", 1))


# .xls


def _of_xls(data: bytes) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    for sheet in xlrd.open_workbook(file_contents=data, logfile=io.StringIO()).sheets():
        yield (
            sheet.name,
            {
                (row, column): xlrd.error_text_from_code[sheet.cell_value(row, column)]
                for row in range(sheet.nrows)
                for column, kind in enumerate(sheet.row_types(row))
                if kind == xlrd.XL_CELL_ERROR
            },
        )


_CONTAINERS: dict[str, Callable[[bytes], Iterator[tuple[str, dict[tuple[int, int], str]]]]] = {
    "xlsx": _of_xlsx,
    "ods": _of_ods,
    "xls": _of_xls,
}
