"""Cells of an .xlsx whose content is struck through: people delete a row so, and to a reader it still stands there."""

import re
from collections.abc import Iterator

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.package.inventory import Inventory
from learnsoc_xlsx.spreadsheet.parts import Parts

_SIGN = b"strike"
_CELL = re.compile(rb"""<(?:\w+:)?c\b([^>]*[^/>])>""")
_AT = re.compile(rb"""\br\s*=\s*["']([A-Z]+)(\d+)["']""")
_LOOK = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")


def struck_cells(parts: Parts, held: Inventory, sheet: str) -> Iterator[Beside]:
    """Give each cell of a sheet that holds something and is struck through. Raises one of DAMAGED."""
    looks = _struck_looks(parts, held.others.get("styles", ""))
    if not looks or sheet not in parts:
        return
    for cell in _CELL.finditer(parts.read(sheet)):
        look, at = _LOOK.search(cell[1]), _AT.search(cell[1])
        if look and at and look[1] in looks:
            yield Beside(BesideKind.STRUCK, int(at[2]) - 1, column_number(at[1].decode()))


def _struck_looks(parts: Parts, styles: str) -> frozenset[bytes]:
    """The numbers of the looks whose font is struck through, as cells name them."""
    if styles not in parts or _SIGN not in parts.read(styles):
        return frozenset()
    tree = parts.tree(styles)
    fonts = {str(at) for at, font in enumerate(tree.iterfind("{*}fonts/{*}font")) if _is_struck(font.find("{*}strike"))}
    looks = enumerate(tree.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(at).encode() for at, look in looks if look.get("fontId", "0") in fonts)


def _is_struck(strike: object) -> bool:
    return strike is not None and strike.get("val", "1") not in ("0", "false", "off")  # type: ignore[attr-defined]
