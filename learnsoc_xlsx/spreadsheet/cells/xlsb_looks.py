"""The looks of an .xlsb: how the numbers of its cells are shown, and which fonts strike them through.

Source: [MS-XLSB] 2.4 (BrtFmt, BrtFont, BrtXF), 2.5.51 (FontFlags), 2.5.122 (RkNumber).
"""

import struct
from collections.abc import Iterator

from learnsoc_xlsx.spreadsheet.cells.shown import as_shown
from learnsoc_xlsx.spreadsheet.cells.words import Cells
from learnsoc_xlsx.spreadsheet.cells.xlsb import records, sheet_parts, text_at
from learnsoc_xlsx.spreadsheet.package.inventory import book_part, related_to
from learnsoc_xlsx.spreadsheet.parts import Parts

_ROW, _RK, _REAL, _FORMULA = 0, 2, 5, 9
_STYLES_BEGIN, _STYLES_END, _STYLE, _FORMAT, _FONT = 617, 618, 47, 44, 43
_STRUCK = 1 << 3
_OF_LOOK = 0xFFFFFF
_EXACT = 10**15


def numbers(body: bytes) -> Iterator[tuple[int, int, int, float]]:
    """Give each number of a sheet's part: its row and column from 0, the number of its look, and its value."""
    row = 0
    for kind, content in records(body):
        if kind == _ROW and len(content) >= 4:
            (row,) = struct.unpack_from("<I", content)
        elif (kind == _RK and len(content) >= 12) or (kind in (_REAL, _FORMULA) and len(content) >= 16):
            column, look = struct.unpack_from("<II", content)
            yield row, column, look & _OF_LOOK, _rk(content) if kind == _RK else struct.unpack_from("<d", content, 8)[0]


def _rk(content: bytes) -> float:
    """A number of thirty bits: whole, or the upper half of a double; a hundredth of it, where the first bit says so."""
    (packed,) = struct.unpack_from("<i", content, 8)
    value: float = packed >> 2 if packed & 2 else struct.unpack("<d", struct.pack("<q", (packed & ~3) << 32))[0]
    return value / 100 if packed & 1 else value


def looks_of_cells(body: bytes) -> Iterator[tuple[int, int, int]]:
    """Give each cell of a sheet's part that holds something: its row and column from 0, and the number of its look."""
    row = 0
    for kind, content in records(body):
        if kind == _ROW and len(content) >= 4:
            (row,) = struct.unpack_from("<I", content)
        elif _RK <= kind <= _FORMULA + 2 and len(content) >= 8:
            column, look = struct.unpack_from("<II", content)
            yield row, column, look & _OF_LOOK


def formats_of_looks(parts: Parts) -> list[tuple[int, str]]:
    """Return the number format of each look: its number, and, where the workbook states it, as it is written."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    for kind, content in _of_styles(parts):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", content)[0]] = text_at(content, 2)[0]
        elif kind == _STYLE:
            formats.append(struct.unpack_from("<H", content, 2)[0])
    return [(number, codes.get(number, "")) for number in formats]


def struck_looks(parts: Parts) -> frozenset[int]:
    """Return the numbers of the looks whose font strikes through what it writes."""
    fonts: list[bool] = []
    of_looks: list[int] = []
    for kind, content in _of_styles(parts):
        if kind == _FONT:
            fonts.append(bool(struct.unpack_from("<H", content, 2)[0] & _STRUCK))
        elif kind == _STYLE:
            of_looks.append(struct.unpack_from("<H", content, 4)[0])
    return frozenset(at for at, font in enumerate(of_looks) if font < len(fonts) and fonts[font])


def _of_styles(parts: Parts) -> Iterator[tuple[int, bytes]]:
    """The records of the part for looks; of the looks themselves only those that cells have."""
    part = next((to.part for to in related_to(parts, book_part(parts)).values() if to.kind == "styles"), "")
    inside = False
    for kind, content in records(parts.read(part)) if part in parts else ():
        if kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind != _STYLE or inside:
            yield kind, content


def shown_in_sheets(parts: Parts) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and what those numbers look like that show more than their digits. Raises one of DAMAGED."""
    codes = [code for _, code in formats_of_looks(parts)]
    signed = {at for at, code in enumerate(codes) if as_shown(7, code) not in ("", "7")}
    for name, part in sheet_parts(parts):
        if signed and part in parts:
            yield name, dict(_shown(parts.read(part), codes, signed))


def _shown(body: bytes, codes: list[str], signed: set[int]) -> Iterator[tuple[tuple[int, int], str]]:
    for row, column, look, value in numbers(body):
        if look in signed and 0 <= value < _EXACT and value == int(value):
            words = as_shown(int(value), codes[look])
            if words:
                yield (row, column), words
