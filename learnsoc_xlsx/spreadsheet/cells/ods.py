"""The cells of an .ods sheet: errors, formulas without a result, and the text of a cell without what floats over it."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import TypeVar
from xml.etree import ElementTree

from learnsoc_xlsx.spreadsheet.cells.words import FAILED, NO_RESULT, Cells
from learnsoc_xlsx.spreadsheet.parts import Parts

Element = ElementTree.Element
Said = TypeVar("Said")

_CONTENT = "content.xml"
_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FLOATING = (_DRAW, f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text", f"{_TABLE}shapes")
"""How the names of elements begin that lie in a cell, and whose text is not the cell's."""
_PARTED = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " "}
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_WHOLE = re.compile(r"\d+(?:\.0+)?")
_FIGURE = re.compile(r"-?(?:0|[1-9][\d., \u00a0]*)")
_MOST = 1_000
"""How often a repeated cell is named."""


def troubled_sheets(parts: Parts) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and the cells that the reader does not take for what they say. Raises one of DAMAGED."""
    for table in parts.tree(_CONTENT).iter(f"{_TABLE}table"):
        yield table.get(f"{_TABLE}name", ""), dict(in_cells(table, _words))


def shown_in_sheets(parts: Parts) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and what those numbers look like that show more than their digits. Raises one of DAMAGED."""
    for table in parts.tree(_CONTENT).iter(f"{_TABLE}table"):
        yield table.get(f"{_TABLE}name", ""), dict(in_cells(table, _signed))


def _signed(cell: Element) -> str | None:
    """What a whole number looks like with the signs of its format; nothing where these only part thousands or decimals."""
    if cell.get(f"{_OFFICE}value-type") != "float" or not _WHOLE.fullmatch(cell.get(f"{_OFFICE}value", "")):
        return None
    words = shown_in(cell)
    return words if words and not _FIGURE.fullmatch(words) and not FAILED.fullmatch(words) else None


def in_cells(table: Element, wording: Callable[[Element], Said | None]) -> Iterator[tuple[tuple[int, int], Said]]:
    """Give the place of each cell, repeated ones too, of which something is said, and that."""
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        rows, column = int(line.get(f"{_TABLE}number-rows-repeated", 1)), 0
        for cell in filter(_is_cell, line):
            columns = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            words = wording(cell)
            if words is not None:
                for down, right in product(range(min(rows, _MOST)), range(min(columns, _MOST))):
                    yield (row + down, column + right), words
            column += columns
        row += rows


def _is_cell(element: Element) -> bool:
    return element.tag in _CELLS


def _words(cell: Element) -> str | None:
    """What a cell says where the reader has it wrong."""
    if not len(cell) and not cell.keys():
        return None
    shown = shown_in(cell)
    formula = cell.get(f"{_TABLE}formula") is not None
    if cell.get(_ERROR) == "error" or (formula and FAILED.fullmatch(shown)):
        return shown or "#N/A"
    kind = cell.get(f"{_OFFICE}value-type")
    if formula and kind is None and not shown:
        return NO_RESULT
    stored = cell.get(f"{_OFFICE}string-value") is not None
    return shown if kind == "string" and not stored and shown != "\n".join(_as_read(cell)) else None


def _as_read(cell: Element) -> Iterator[str]:
    """The paragraphs of a plain cell; one that is not plain has elements in them."""
    for child in cell:
        yield "".join(child.itertext()) if child.tag == f"{_TEXT}p" and not _is_parted(child) else "\0"


def _is_parted(paragraph: Element) -> bool:
    return any(inner.tag in _PARTED or inner.tag.startswith(_FLOATING) for inner in paragraph.iter())


def shown_in(cell: Element) -> str:
    """The text of a cell, or of what else has paragraphs: each on a line of its own, without what floats over it."""
    return "\n".join("".join(_texts(child)) for child in cell if child.tag == f"{_TEXT}p")


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", 1))
        elif child.tag in _PARTED:
            yield _PARTED[child.tag]
        elif not child.tag.startswith(_FLOATING):
            yield from _texts(child)
        yield child.tail or ""
