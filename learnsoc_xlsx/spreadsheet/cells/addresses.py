"""The cells of an .xlsx sheet with their addresses, in whatever honest spelling: prefixes, single quotes, cells without addresses.

In the usual spelling whoever looks for something may search the bytes; in any other a sheet is gone through whole.
"""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.package.characters import well_formed
from learnsoc_xlsx.spreadsheet.package.pairs import holds
from learnsoc_xlsx.spreadsheet.parts import Parts

_BEGINS, _ENDS = b"<sheetData", b"</sheetData>"
_NOT_NEAR = re.compile(rb'<c(?! r="[A-Z]\d{1,4}")')
_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]{1,3}\d+")[\s/>]|<f[\t\r\n]')
_OTHER_SPELLINGS = (b"<!", b":c ", b":c>", b"='", *(space + b'="' for space in (b" ", b"\t", b"\r", b"\n")), b"t =")
_BEFORE_QUOTES = tuple(b"=" + space + b'"' for space in (b" ", b"\t", b"\r", b"\n"))
_OF_OTHERS = (b"<!", b":c", b"='", b" =", b"= ")
"""Two bytes of each other spelling that has no tab and no end of line."""
_BLANKS = (b"\t", b"\r", b"\n")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]+)")


def usual_span(parts: Parts, sheet: str) -> tuple[int, int] | None:
    """Return where the cells of a sheet begin and end in its part; None where they are not spelt in the usual way."""
    body = parts.read(sheet)
    start, end = _span(body)
    if start < 0 or end < 0:
        return None
    plain = parts.seen(are_near, sheet) and not _has_others(body, start, end)
    return (start, end) if plain or _is_usual(body, start, end) else None


def are_near(body: bytes) -> bool:
    """Whether every cell of a sheet's part says first where it stands, in a column up to Z and a row of up to four digits."""
    start, end = _span(body)
    return not _NOT_NEAR.search(body, max(start, 0), max(end, 0))


def _span(body: bytes) -> tuple[int, int]:
    return body.find(_BEGINS), body.rfind(_ENDS)


def _has_others(body: bytes, start: int, end: int) -> bool:
    """Whether cells may be spelt in another way, as a look at all pairs of bytes shows: in most sheets they are not."""
    blanks = any(body.find(blank, start, end) >= 0 for blank in _BLANKS)
    return blanks or any(holds(body, pair, start, end) for pair in _OF_OTHERS)


def _is_usual(body: bytes, start: int, end: int) -> bool:
    if _UNUSUAL.search(body, start, end):
        return False
    return not any(body.find(spelling, start, end) >= 0 for spelling in (*_OTHER_SPELLINGS, *_BEFORE_QUOTES))


def addressed(body: bytes) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """Give every cell of a sheet's part, with its row and column counted from 0; it is let go of when its row ends.

    Raises ElementTree.ParseError where the part is damaged, at that place.
    """
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
            yield row, column, element
        elif event == "end" and name == "row":
            element.clear()
