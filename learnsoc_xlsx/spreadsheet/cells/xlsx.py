"""The cells of an .xlsx sheet that hold an error, or a formula without a result.

A sheet has few of them, and many cells: in the usual spelling only those that bear a sign of trouble are looked at. A
sheet in any other honest spelling (prefixes, single quotes, cells without addresses) is gone through whole.
"""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from xml.etree import ElementTree

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.cells.words import NO_RESULT, PICTURE, Cells
from learnsoc_xlsx.spreadsheet.package.characters import well_formed

_SIGNS = (b't="e"', b"<f>", b"<f ", b"<f/")
_BEGINS, _ENDS = b"<sheetData", b"</sheetData>"
_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]{1,3}\d+")[\s/>]')
_OTHER_SPELLINGS = (b":c ", b":c>", b"='", b'= "', b' ="', b"t =")
_AT = re.compile(rb'\br="([A-Z]+)(\d+)"')
_KIND = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v\b[^>]*?(?:/>|>([^<]*)</v>)")
_DRAWS = re.compile(rb"\b(?:_xlfn\.|_xlws\.)?(?:DISPIMG|IMAGE)\(")
"""A formula that puts a picture into its cell: of Excel and Google, and of WPS."""
_RICH = "#VALUE!"
"""What stands in a cell for programs that do not know its richer value: a picture, as a rule."""
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]+)")


def troubled(body: bytes) -> Cells:
    """Return what the troubled cells of a sheet's part say; of a damaged part, which its reader names, what can be seen."""
    start, end = body.find(_BEGINS), body.rfind(_ENDS)
    cells: Cells = {}
    with suppress(ElementTree.ParseError):
        cells.update(_looked_at(body, start, end) if _is_usual(body, start, end) else _gone_through(body))
    return cells


def _is_usual(body: bytes, start: int, end: int) -> bool:
    if start < 0 or end < 0 or _UNUSUAL.search(body, start, end):
        return False
    return not any(body.find(spelling, start, end) >= 0 for spelling in _OTHER_SPELLINGS)


def _looked_at(body: bytes, start: int, end: int) -> Iterator[tuple[tuple[int, int], str]]:
    for sign in _signs(body, start, end):
        cell = body[body.rfind(b"<c ", 0, sign) : body.find(b"</c>", sign)]
        at, kind, value = _AT.search(cell), _KIND.search(cell), _VALUE.search(cell)
        words = _words(kind[1].decode() if kind else "", (value[1] or b"").decode() if value else None)
        if _DRAWS.search(cell) or (words == _RICH and b' vm="' in cell):
            words = PICTURE
        if at and words:
            yield (int(at[2]) - 1, column_number(at[1].decode())), words


def _signs(body: bytes, start: int, end: int) -> Iterator[int]:
    for sign in _SIGNS:
        at = body.find(sign, start, end)
        while at >= 0:
            yield at
            at = body.find(sign, at + 1, end)


def _gone_through(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    row, column = -1, -1
    for event, element in ElementTree.iterparse(io.BytesIO(well_formed(body)), ("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start" and name == "row":
            given = element.get("r", "")
            row, column = int(given) - 1 if given.isdecimal() else row + 1, -1
        elif event == "start" and name == "c":
            address = _ADDRESS.fullmatch(element.get("r", ""))
            column = column_number(address[1].upper()) if address else column + 1
            row = int(address[2]) - 1 if address else row
        elif event == "end" and name == "c":
            kind, formula, value = element.get("t", ""), element.find("{*}f"), element.find("{*}v")
            troubled = kind == "e" or formula is not None
            words = _words(kind, None if value is None else value.text or "") if troubled else ""
            drawn = formula is not None and _DRAWS.search((formula.text or "").encode())
            if drawn or (words == _RICH and element.get("vm")):
                words = PICTURE
            if words:
                yield (row, column), words
        elif event == "end" and name == "row":
            element.clear()


def _words(kind: str, value: str | None) -> str:
    """What an error or a formula says, by the kind and the value stored with it: nothing where there is a result.

    The empty text is a result: a formula of this kind was reckoned, and shows a blank.
    """
    if kind == "e":
        return (value or "").strip() or "#N/A"
    if kind == "inlineStr":
        return ""
    empty = value is None or (kind != "str" and not value.strip())
    return NO_RESULT if empty else ""
