"""The markup of one sheet in three pieces, so that each question is asked only where its answer can stand.

A letter of it is a byte of the part, not a letter of the language: only marks and addresses are looked at here, which
are the same in both, and to make letters of a long list takes longer than to mark it.
"""

import re
from dataclasses import dataclass

from learnsoc_xlsx.stages.reply.mark.package import NotEditable, Package

_OPENED = re.compile(r"<sheetData\b[^>]*?(/?)>")
_CLOSED = "</sheetData>"
_BYTES = "latin-1"


@dataclass(frozen=True)
class SheetPart:
    """What stands before the rows of a sheet, its rows, and what stands behind them."""

    head: str
    rows: str
    tail: str


def page(package: Package, name: str) -> SheetPart:
    """Return the sheet that is a part of a package. Raises NotEditable where it has no rows, or what hides marks."""
    text = package.raw(name).decode(_BYTES)
    opened = _OPENED.search(text)
    if opened is None:
        raise NotEditable("trang không có ô")
    closed = opened.end() if opened[1] else text.rfind(_CLOSED)
    if closed < 0 or "</worksheet>" not in text[closed:]:
        raise NotEditable("trang không khép lại")
    after = closed if opened[1] else closed + len(_CLOSED)
    sheet = SheetPart(text[: opened.start()], text[opened.end() : closed], text[after:])
    if any("!" in piece and "<!" in piece for piece in (sheet.rows, sheet.head, sheet.tail)):
        raise NotEditable(f"{name} có phần không thuộc mẫu")
    return sheet


def put(package: Package, name: str, changed: SheetPart) -> None:
    """Write a sheet anew."""
    text = f"{changed.head}<sheetData>{changed.rows}{_CLOSED}{changed.tail}"
    package.put_raw(name, text.encode(_BYTES))
