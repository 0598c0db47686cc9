"""Write a workbook as .xlsb, in the binary records that Excel uses: no office program here can. Source: [MS-XLSB] 2.1, 2.4."""

import io
import struct
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.numbers import builtin_format_id
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel
from openpyxl.worksheet.worksheet import Worksheet

from tests.mutations.breaking import zipped

_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET, _STYLES = "application/vnd.ms-excel.worksheet", "application/vnd.ms-excel.styles"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="{package}/content-types"><Default Extension="bin" '
    'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="{package}/relationships">{links}</Relationships>'
_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_DAY, _OWN_FORMATS = 14, 170
"""The number of the format of days, and the first that a workbook may give to its own."""

Look = tuple[str, bool]
"""How a cell's number is shown, nothing for a day, and whether what it says is struck through."""


def xlsb(data: bytes) -> bytes:
    """Return an .xlsx, values, number formats and sheet names only, as .xlsb; errors are errors."""
    return saved_as_xlsb(load_workbook(io.BytesIO(data)))


def saved_as_xlsb(book: Workbook) -> bytes:
    """Return the bytes of a workbook as .xlsb."""
    names = [f"worksheets/sheet{number}.bin" for number, _ in enumerate(book, 1)]
    filled = (cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None)
    looks = list(dict.fromkeys([("General", False), *map(_look, filled)]))
    links = [(f"rId{number}", "worksheet", name) for number, name in enumerate(names, 1)]
    parts = {
        "[Content_Types].xml": _TYPES.format(package=_PACKAGE).encode(),
        "_rels/.rels": _links([("rId1", "officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": b"".join(_book(book)),
        "xl/_rels/workbook.bin.rels": _links([*links, ("rId99", "styles", "styles.bin")]),
        "xl/styles.bin": b"".join(_styles(looks)),
    }
    pages = {f"xl/{name}": b"".join(_page(page, looks)) for name, page in zip(names, book, strict=True)}
    return zipped(list((parts | pages).items()))


def _links(links: list[tuple[str, str, str]]) -> bytes:
    said = "".join(f'<Relationship Id="{name}" Type="{_MAIN}/{kind}" Target="{to}"/>' for name, kind, to in links)
    return _RELATIONS.format(package=_PACKAGE, links=said).encode()


def _record(kind: int, body: bytes = b"") -> bytes:
    """A record's kind and length are each written seven bits at a time, the lowest first."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    length, said = len(body), b""
    while length > 127:
        said += bytes([length & 127 | 128])
        length >>= 7
    return head + said + bytes([length]) + body


def _text(text: str) -> bytes:
    wide = text.encode("utf-16-le")
    return struct.pack("<I", len(wide) // 2) + wide


def _book(book: Workbook) -> Iterator[bytes]:
    yield _record(131)
    yield _record(153, struct.pack("<II", book.epoch == CALENDAR_MAC_1904, 0) + _text(""))
    yield _record(143)
    for number, name in enumerate(book.sheetnames, 1):
        hidden = 0 if book[name].sheet_state == "visible" else 1
        yield _record(156, struct.pack("<II", hidden, number) + _text(f"rId{number}") + _text(name))
    yield _record(144)
    yield _record(132)


def _look(cell: Cell) -> Look:
    return "" if isinstance(cell.value, date) else cell.number_format, bool(cell.font.strike)


def _styles(looks: list[Look]) -> Iterator[bytes]:
    yield _record(278)
    numbers = [builtin_format_id(code) if code else _DAY for code, _ in looks]
    for at, (code, _) in enumerate(looks):
        if numbers[at] is None:
            yield _record(44, struct.pack("<H", _OWN_FORMATS + at) + _text(code))
    for _, struck in looks:
        yield _record(
            43, struct.pack("<HHHHBBBBBBBB", 220, struck << 3, 400, 0, 0, 2, 0, 0, 7, 1, 0, 0) + _text("Arial")
        )
    yield _record(617, struct.pack("<I", len(looks)))
    for at, number in enumerate(numbers):
        form = _OWN_FORMATS + at if number is None else number
        yield _record(47, struct.pack("<HHHHHBBI", 0xFFFF, form, at, 0, 0, 0, 0, 0))
    yield _record(618)
    yield _record(279)


def _page(page: Worksheet, looks: list[Look]) -> Iterator[bytes]:
    yield _record(129)
    yield _record(148, struct.pack("<IIII", 0, page.max_row - 1, 0, page.max_column - 1))
    yield _record(145)
    for row in page.iter_rows():
        filled = [cell for cell in row if cell.value is not None]
        if filled:
            yield _record(0, struct.pack("<IIHHBI", filled[0].row - 1, 0, 300, 0, 0, 0))
            yield from (_cell(cell, looks.index(_look(cell))) for cell in filled)
    yield _record(146)
    yield _record(130)


def _cell(cell: Cell, look: int) -> bytes:
    value = cell.value
    head = struct.pack("<II", cell.column - 1, look)
    if isinstance(value, bool):
        return _record(4, head + bytes([value]))
    if isinstance(value, date | datetime):
        return _record(5, head + struct.pack("<d", to_excel(value, cell.parent.parent.epoch)))
    if isinstance(value, int | float):
        return _record(5, head + struct.pack("<d", value))
    if value in _ERRORS:
        return _record(3, head + bytes([_ERRORS[value]]))
    return _record(6, head + _text(str(value)))
