"""Signing: who signs on the right; on the left who gets a copy, or who else signs. It is never torn between two pages."""

from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Pt

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Para, SignedBy
from learnsoc_xlsx.stages.template.document import nd30
from learnsoc_xlsx.stages.template.document.draft import Draft, write

_LEFT_SHARE = 0.45
_ROOM, _GAP = 64, 6
"""How much room there is for a hand to sign, and above the whole, in points."""


def signed_by(draft: Draft, block: SignedBy) -> None:
    """Write the two columns under a paper."""
    left = round(draft.text_width * _LEFT_SHARE)
    row = draft.table(1, (left, draft.text_width - left), 0).rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    first, second = row.cells
    if block.left:
        _signature(first, [_bold(line) for line in block.left], block.left_name, dated=block.dated)
        _below(first, _recipients(block))
    else:
        _lines(first, _recipients(block))
    dated = [_line("{{ dia_danh_ngay }}", nd30.DATE_SIZE, italic=True)] if block.dated else []
    _signature(second, [*dated, _bold(block.office)], block.name, dated=False)
    draft.thin_line()


def _recipients(block: SignedBy) -> list[Para]:
    head = [_recipient("Nơi nhận:", nd30.RECIPIENTS_SIZE, bold=True)] if block.recipients else []
    return [*head, *map(_listed, block.recipients)]


def _below(cell: Any, blocks: list[Para]) -> None:
    """Write lines under a signature."""
    for at, block in enumerate(blocks):
        line = write(cell.add_paragraph(), block)
        if at == 0:
            line.paragraph_format.space_before = Pt(2 * _GAP)


def _signature(cell: Any, lines: list[Para], name: str, *, dated: bool) -> None:
    """Write who signs; beside a place and date an empty line goes before."""
    _lines(cell, [*([_line("", nd30.DATE_SIZE)] if dated else []), *lines])
    write(cell.add_paragraph(), Para(name, Align.CENTRE, indent=False, bold=True, size=nd30.SIGNED_SIZE, before=_ROOM))


def _bold(text: str) -> Para:
    return Para(text, Align.CENTRE, indent=False, bold=True, kept=True, size=nd30.SIGNED_SIZE, before=0)


def _line(text: str, size: int, *, italic: bool = False) -> Para:
    return Para(text, Align.CENTRE, indent=False, italic=italic, kept=True, size=size, before=0)


def _recipient(text: str, size: int, *, bold: bool = False) -> Para:
    return Para(text, Align.LEFT, indent=False, bold=bold, italic=bold, kept=True, size=size, before=0)


def _listed(text: str) -> Para:
    return _recipient(f"- {text}", nd30.RECIPIENTS_LIST_SIZE)


def _lines(cell: Any, blocks: list[Para]) -> None:
    for at, block in enumerate(blocks):
        line = write(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), block)
        if at == 0:
            line.paragraph_format.space_before = Pt(_GAP)
