"""Heading: the letterhead of a paper and its title, as NĐ 30/2020 sets them."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Letterhead, Para, TitleLines
from learnsoc_xlsx.stages.template.document import nd30
from learnsoc_xlsx.stages.template.document.draft import Draft, write

_OFFICE_RULE, _MOTTO_RULE, _TITLE_RULE = 26, 63, 50
"""How long the rules are, in millimetres: a third to a half of the line above; as long as the motto."""


def letterhead(draft: Draft, block: Letterhead) -> None:
    """Write who issues the paper beside nation and motto, and under them number, place and date."""
    widths = (nd30.OFFICE_WIDTH, nd30.NATION_WIDTH)
    office, nation = draft.table(1, widths, 0).rows[0].cells
    _lines(
        office,
        _centred("{{ co_quan_tren }}", nd30.OFFICE_SIZE),
        _centred("{{ co_quan }}", nd30.OFFICE_SIZE, bold=True),
    )
    _rule(office.add_paragraph(), widths[0], _OFFICE_RULE)
    _lines(
        nation,
        _centred(nd30.NATION, nd30.NATION_SIZE, bold=True),
        _centred(nd30.MOTTO, nd30.MOTTO_SIZE, bold=True),
    )
    _rule(nation.add_paragraph(), widths[1], _MOTTO_RULE)
    if block.numbered:
        write(office.add_paragraph(), _centred("Số: {{ so_van_ban }}", nd30.NUMBER_SIZE, before=4))
    if block.dated:
        write(nation.add_paragraph(), _centred("{{ dia_danh_ngay }}", nd30.DATE_SIZE, italic=True, before=4))


def title(draft: Draft, block: TitleLines) -> None:
    """Write what kind of paper it is, and what it is about."""
    draft.paragraph(_centred(block.kind, nd30.TITLE_SIZE, bold=True, before=16))
    if block.about:
        draft.paragraph(_centred(block.about, nd30.ABOUT_SIZE, bold=True))
    if block.ruled:
        _rule(draft.paragraph(Para("", indent=False, before=0)), draft.text_width, _TITLE_RULE)


def _centred(text: str, size: int, *, bold: bool = False, italic: bool = False, before: int = 0) -> Para:
    return Para(text, Align.CENTRE, indent=False, bold=bold, italic=italic, kept=True, size=size, before=before)


def _lines(cell: Any, *blocks: Para) -> None:
    """Write lines into an empty cell, which begins with an empty paragraph."""
    for at, block in enumerate(blocks):
        write(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), block)


def _rule(line: Any, across: int, long: int) -> None:
    """Draw a rule in the middle of a line so wide: the lower edge of an empty paragraph."""
    look = line.paragraph_format
    look.left_indent = look.right_indent = Mm((across - long) / 2)
    look.space_before, look.space_after, look.line_spacing = Pt(0), Pt(2), Pt(3)
    look.keep_with_next = True
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "auto")):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
    properties = line._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")
