"""The asides of an .ods: they lie in the cells themselves, or beside them on the sheet."""

from collections.abc import Iterator
from xml.etree import ElementTree

from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.cells.ods import shown_in
from learnsoc_xlsx.spreadsheet.parts import Parts

Element = ElementTree.Element

_CONTENT = "content.xml"
_SIGNS = (b"annotation", b"draw:", b"line-through")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LINES = (f"{_STYLE}text-line-through-style", f"{_STYLE}text-line-through-type")


def asides(parts: Parts) -> dict[str, list[Beside]]:
    """Return the asides of each sheet. Raises one of DAMAGED."""
    if not any(sign in parts.read(_CONTENT) for sign in _SIGNS):
        return {}
    tree = parts.tree(_CONTENT)
    struck = _struck_styles(tree)
    return {table.get(f"{_TABLE}name", ""): list(_on(table, struck)) for table in tree.iter(f"{_TABLE}table")}


def _struck_styles(tree: Element) -> set[str]:
    """The names of the looks that strike a cell through."""
    styles = tree.iterfind(f".//{_STYLE}style")
    return {style.get(f"{_STYLE}name", "") for style in styles if any(map(_is_struck, style))}


def _is_struck(properties: Element) -> bool:
    return any(properties.get(line, "none") != "none" for line in _LINES)


def _on(table: Element, struck: set[str]) -> Iterator[Beside]:
    for shapes in table.iterfind(f"{_TABLE}shapes"):
        yield from _drawn(shapes, 0, 0)
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            if cell.tag in _CELLS:
                yield from _in_cell(cell, row, column, struck)
                column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        row += int(line.get(f"{_TABLE}number-rows-repeated", 1))


def _in_cell(cell: Element, row: int, column: int, struck: set[str]) -> Iterator[Beside]:
    for note in cell.iter(f"{_OFFICE}annotation"):
        yield Beside(BesideKind.NOTE, row, column, shown_in(note))
    yield from _drawn(cell, row, column)
    filled = bool(shown_in(cell) or cell.get(f"{_OFFICE}value-type"))
    if filled and (cell.get(f"{_TABLE}style-name", "") in struck or _is_struck_within(cell, struck)):
        yield Beside(BesideKind.STRUCK, row, column)


def _is_struck_within(cell: Element, struck: set[str]) -> bool:
    """Whether some letters of the text of a cell are struck through: not of a note on it."""
    spans = (span for line in cell.iterfind(f"{_TEXT}p") for span in line.iter(f"{_TEXT}span"))
    return any(span.get(f"{_TEXT}style-name", "") in struck and "".join(span.itertext()).strip() for span in spans)


def _drawn(holder: Element, row: int, column: int) -> Iterator[Beside]:
    """What is drawn in a cell, or on the sheet: boxes with words, and pictures (not those of a chart, nor of a note)."""
    for shape in holder:
        if shape.tag.startswith(_DRAW):
            words = " ".join("".join(line.itertext()) for line in shape.iter(f"{_TEXT}p")).strip()
            if words:
                yield Beside(BesideKind.BOX, row, column, words)
            elif shape.find(f".//{_DRAW}image") is not None and shape.find(f".//{_DRAW}object") is None:
                yield Beside(BesideKind.PICTURE, row, column)
        elif shape.tag == f"{_TEXT}p":
            yield from _drawn(shape, row, column)
