"""Accepting: a template as it would be with every tracked change accepted and every comment left out.

What somebody struck out while editing is no text of the paper, and a remark between two officers is not printed.
"""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = (
    "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
    "numberingChange", "cellIns", "cellMerge", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr",
)  # fmt: skip
_KEPT = ("ins", "moveTo")
"""Marks around what was added: it stays."""


def accept(root: Any) -> None:
    """Change an lxml tree of WordprocessingML in place."""
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
        _remove(row)
    for cell in [cell for cell in root.iter(f"{W}tc") if cell.find(f"{W}tcPr/{W}cellDel") is not None]:
        _remove(cell)
    struck = [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}rPr/{W}del") is not None]
    for mark in [mark for name in _GONE for mark in root.iter(f"{W}{name}")]:
        _remove(mark)
    for mark in [mark for name in _KEPT for mark in root.iter(f"{W}{name}")]:
        _unwrap(mark)
    for paragraph in struck:
        if paragraph.find(f".//{W}r") is None and paragraph.getnext() is not None:
            _remove(paragraph)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
