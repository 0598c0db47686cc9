"""Error cells: the reader gives an empty text for #REF! and #DIV/0!, so that a broken formula would pass for a blank.

The same holds for a formula that was saved before anything reckoned it. Each container says it in its own way.
"""

import io
import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import xlrd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.parts import Parts, sheet_names
from learnsoc_xlsx.spreadsheet.xlsb import errors_of

ErrorCells = dict[str, dict[tuple[int, int], str]]
"""Sheet name to (row, column), both counted from 0, to what the cell says."""

Sheet = tuple[str, dict[tuple[int, int], str]]
"""The name of a sheet, and what its cells say."""

NO_RESULT = "#FORMULA!"
"""What a formula without a stored result is taken to say."""
_FAILED = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)"
    r"|Err:5\d\d"
)
"""What Excel, and (with a number) LibreOffice, show where a formula failed."""


def broken(cell: object) -> Code | None:
    """Return the code of what a broken formula says in the place of a value, or None for anything else."""
    if not isinstance(cell, str):
        return None
    if cell == NO_RESULT:
        return Code.NO_RESULT
    return Code.ERROR_VALUE if _FAILED.fullmatch(cell) else None


def error_cells(data: bytes, container: str, parts: Parts | None = None) -> ErrorCells:
    """Return the error values, and the formulas without a result, of a workbook that the reader has opened.

    `parts` are its parts where they are at hand already; else `data` is unpacked.
    """
    if container == "xls":
        return {name: cells for name, cells in _of_xls(data) if cells}
    read = _ZIPPED.get(container)
    return {name: cells for name, cells in read(parts or Parts(data)) if cells} if read else {}


# .xlsx

_SIGNS = (b' t="e"', b"<f")
_CELLS_END = b"</sheetData>"
_RESULT = re.compile(rb"<v>\s*[^<\s]")
_AT = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")


def _of_xlsx(parts: Parts) -> Iterator[Sheet]:
    for part, name in sheet_names(parts).items():
        if part in parts.names:
            yield name, _in_sheet(parts.read(part))


def _in_sheet(body: bytes) -> dict[tuple[int, int], str]:
    """Look only at the cells that bear a sign of trouble: a sheet has few formulas, and many cells."""
    cells = {}
    for sign in _signs(body):
        cell = body[body.rfind(b"<c ", 0, sign) : body.find(b"</c>", sign)]
        at, error, value = _AT.search(cell), b't="e"' in cell, _VALUE.search(cell)
        if at and error and value:
            cells[int(at[2]) - 1, column_number(at[1].decode())] = value[1].decode()
        elif at and not error and not _RESULT.search(cell):
            cells[int(at[2]) - 1, column_number(at[1].decode())] = NO_RESULT
    return cells


def _signs(body: bytes) -> Iterator[int]:
    end = body.find(_CELLS_END)
    for sign in _SIGNS:
        at = body.find(sign, 0, end)
        while at >= 0:
            yield at
            at = body.find(sign, at + 1, end)


# .ods

_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def _of_ods(parts: Parts) -> Iterator[Sheet]:
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


def _of_xls(data: bytes) -> Iterator[Sheet]:
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


_ZIPPED: dict[str, Callable[[Parts], Iterator[Sheet]]] = {"xlsx": _of_xlsx, "xlsb": errors_of, "ods": _of_ods}
