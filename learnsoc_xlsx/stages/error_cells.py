"""Error cells: the reader gives an empty text for #REF! and #DIV/0!, so that a broken formula would pass for a blank."""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

_CELL = re.compile(rb'<c\b[^>]*?\bt="e"[^>]*>.*?</c>', re.DOTALL)
_AT = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

ErrorCells = dict[str, dict[tuple[int, int], str]]
"""Sheet name to (row, column), both counted from 0, to what the cell says."""


def error_cells(data: bytes, container: str) -> ErrorCells:
    """Return the error values of an .xlsx workbook that the reader has opened; of other containers none are told."""
    if container != "xlsx":
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        found = {name: _in_sheet(body) for name in sheets if b't="e"' in (body := parts.read(name))}
        return {_names(parts)[name]: cells for name, cells in found.items() if cells}


def _in_sheet(body: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for cell in _CELL.finditer(body):
        at, value = _AT.search(cell[0]), _VALUE.search(cell[0])
        if at and value:
            found[int(at[2]) - 1, _column(at[1].decode())] = value[1].decode()
    return found


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
    return {targets[sheet.get(_LINK)]: sheet.get("name", "") for sheet in book.iter(f"{_MAIN}sheet")}
