"""The cells of an .xlsx sheet that hold an error, or a formula without a result.

A sheet has few of them, and many cells: in the usual spelling only those that bear a sign of trouble are looked at. A
sheet in any other honest spelling (prefixes, single quotes, cells without addresses) is gone through whole.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from xml.etree import ElementTree

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.cells.addresses import addressed, usual_span
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import ERROR, plain_sheets
from learnsoc_xlsx.spreadsheet.cells.words import FAILED, NO_RESULT, PICTURE, UNKNOWN, Cells
from learnsoc_xlsx.spreadsheet.package.pairs import places
from learnsoc_xlsx.spreadsheet.parts import Parts

_SIGN_OF_ERROR = b't="e"'
_SIGNS_OF_FORMULA = (b"<f>", b"<f ", b"<f/")
_AT = re.compile(rb'\br="([A-Z]+)(\d+)"')
_KIND = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v\b[^>]*?(?:/>|>([^<]*)</v>)")
_DRAWS = re.compile(rb"\b(?:_xlfn\.|_xlws\.)?(?:DISPIMG|IMAGE)\(")
"""A formula that puts a picture into its cell: of Excel and Google, and of WPS."""
_RICH = "#VALUE!"
"""What stands in a cell for programs that do not know its richer value: a picture, as a rule."""


def troubled(parts: Parts, sheet: str) -> Cells:
    """Return what the troubled cells of a sheet's part say; of a damaged part, which its reader names, what can be seen."""
    if plain := plain_sheets(parts).get(sheet):
        return dict(_at(plain.spelt, plain.starts[plain.from_formula | (plain.kinds == ERROR)].tolist()))
    body, span = parts.read(sheet), usual_span(parts, sheet)
    cells: Cells = {}
    with suppress(ElementTree.ParseError):
        cells.update(_at(body, _signs(body, *span)) if span else _gone_through(body))
    return cells


def _at(body: bytes, signs: Iterable[int]) -> Iterator[tuple[tuple[int, int], str]]:
    """What the cells say that are around these places."""
    for sign in signs:
        cell = body[body.rfind(b"<c ", 0, sign) : body.find(b"</c>", sign)]
        head = cell.partition(b">")[0]
        at, kind, value = _AT.search(head), _KIND.search(head), _VALUE.search(cell)
        words = _words(kind[1].decode() if kind else "", (value[1] or b"").decode() if value else None)
        if _DRAWS.search(cell) or (words == _RICH and b' vm="' in head):
            words = PICTURE
        if at and words:
            yield (int(at[2]) - 1, column_number(at[1].decode())), words


def _signs(body: bytes, start: int, end: int) -> Iterator[int]:
    for at in places(body, b'"e', start, end).tolist():
        if body.startswith(_SIGN_OF_ERROR, at - 2, end):
            yield at - 2
    for at in places(body, b"<f", start, end).tolist():
        if body.startswith(_SIGNS_OF_FORMULA, at, end):
            yield at


def _gone_through(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for row, column, cell in addressed(body):
        kind, formula, value = cell.get("t", ""), cell.find("{*}f"), cell.find("{*}v")
        troubled = kind == "e" or formula is not None
        words = _words(kind, None if value is None else value.text or "") if troubled else ""
        drawn = formula is not None and _DRAWS.search((formula.text or "").encode())
        if drawn or (words == _RICH and cell.get("vm")):
            words = PICTURE
        if words:
            yield (row, column), words


def _words(kind: str, value: str | None) -> str:
    """What an error or a formula says, by the kind and the value stored with it: nothing where there is a result.

    The empty text is a result: a formula of this kind was reckoned, and shows a blank.
    """
    if kind == "e":
        error = (value or "").strip()
        return error if FAILED.fullmatch(error) else UNKNOWN
    if kind == "inlineStr":
        return ""
    empty = value is None or (kind != "str" and not value.strip())
    return NO_RESULT if empty else ""
