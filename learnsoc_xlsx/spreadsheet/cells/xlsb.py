"""The records of an .xlsb (the binary format, BIFF12), as far as the reader of workbooks does not tell what they say. Source: [MS-XLSB] 2.1.4, 2.4."""

import struct
from collections.abc import Iterator

from learnsoc_xlsx.spreadsheet.package.inventory import book_part, related_to
from learnsoc_xlsx.spreadsheet.parts import Parts

_SHEET, _ROW = 156, 0
_CELL_ERROR, _FORMULA_ERROR = 3, 11
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def records(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each record of a part, its kind and what it holds; stop where the part is cut short."""
    at = 0
    while at < len(body):
        kind, at = _seven_bits(body, at, 2)
        length, at = _seven_bits(body, at, 4)
        if at + length > len(body):
            return
        yield kind, body[at : at + length]
        at += length


def errors_of(parts: Parts) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    """Give each sheet's name, and its error values by row and column, counted from 0. Raises one of DAMAGED."""
    for name, part in sheet_parts(parts):
        if part in parts:
            yield name, dict(_errors(parts.read(part)))


def _seven_bits(body: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number that is written seven bits at a time, the lowest first; return it and where it ends."""
    number = 0
    for turn in range(most):
        if at >= len(body):
            break
        number |= (body[at] & 127) << 7 * turn
        at += 1
        if body[at - 1] < 128:
            break
    return number, at


def sheet_parts(parts: Parts) -> Iterator[tuple[str, str]]:
    """Give each sheet's name, and the part that holds it. Raises one of DAMAGED."""
    book = book_part(parts)
    related = related_to(parts, book)
    for kind, body in records(parts.read(book)):
        if kind == _SHEET:
            link, at = _text(body, 8)
            yield _text(body, at)[0], related[link].part if link in related else ""


def _text(body: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", body, at)
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _errors(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    row = 0
    for kind, content in records(body):
        if kind == _ROW and len(content) >= 4:
            (row,) = struct.unpack_from("<I", content)
        elif kind in (_CELL_ERROR, _FORMULA_ERROR) and len(content) >= 9:
            yield (row, struct.unpack_from("<I", content)[0]), _ERRORS.get(content[8], "#UNKNOWN!")
