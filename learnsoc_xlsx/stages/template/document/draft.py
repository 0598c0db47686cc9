"""Draft: the page of a paper, its margins, its header, and one paragraph after the other."""

import io
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Para, WordPaper
from learnsoc_xlsx.stages.template.document import nd30

_ALIGNED = {
    None: WD_ALIGN_PARAGRAPH.JUSTIFY,
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_DRAFT = "{% if du_thao %}DỰ THẢO{% endif %}"
_SAMPLE = "{% if xa_mau %}SỐ LIỆU MẪU – xã hư cấu, không dùng để quyết định{% endif %}"
"""What every page bears until the council has decided, and where the commune is made up."""
_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid")
_NOT_NEEDED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "webSettings")
_EDGE, _FRAME_WIDTH, _INSIDE = 24, 24, 13
"""The frame of a page: its distance from the edge in points, its lines in eighths of a point; where the marks stand inside of
it, in millimetres.
"""


@dataclass
class Draft:
    """A document being written, block by block."""

    _document: Any
    text_width: int
    """How wide the text of a page is, in millimetres."""

    def paragraph(self, block: Para) -> Any:
        """Add a paragraph."""
        return write(self._document.add_paragraph(), block)

    def tag(self, words: str) -> None:
        """Add a tag that is a paragraph of its own, and leaves none behind."""
        write(self._document.add_paragraph(), Para(f"{{%p {words} %}}", Align.LEFT, indent=False, before=0))

    def new_page(self) -> None:
        """Begin a page: with a line that is not seen, for what follows may be a table."""
        line = self.thin_line()
        line.paragraph_format.page_break_before = True

    def thin_line(self) -> Any:
        """Add an empty line of one point."""
        line = write(self._document.add_paragraph(), Para("", indent=False, before=0, size=1))
        line.paragraph_format.line_spacing = Pt(1)
        mark = OxmlElement("w:rPr")
        size = OxmlElement("w:sz")
        size.set(qn("w:val"), "2")
        mark.append(size)
        line.paragraph_format.element.get_or_add_pPr().append(mark)
        return line

    def table(self, rows: int, widths: tuple[int, ...], padding: float) -> Any:
        """Add a table of columns so many millimetres wide, its text so far from their edges."""
        made = self._document.add_table(rows, len(widths))
        made.autofit = False
        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            edge = OxmlElement(f"w:{side}")
            edge.set(qn("w:w"), str(Mm(padding).twips))
            edge.set(qn("w:type"), "dxa")
            margins.append(edge)
        made._tbl.tblPr.insert_element_before(margins, "w:tblLook")
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return made

    def saved(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()


def opened(paper: WordPaper) -> Draft:
    """Return an empty sheet for a paper, upright or across."""
    document = Document()
    lighten(document)
    document.core_properties.author = "learnsoc_xlsx"
    document.core_properties.title = paper.title
    document.core_properties.comments = ""
    look = document.styles["Normal"]
    look.font.name, look.font.size = nd30.FONT, Pt(nd30.BODY_SIZE)
    fonts = look.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), nd30.FONT)
    _speaks_vietnamese(look)
    section = document.sections[0]
    _lay_out(section, paper)
    _head(section, numbered=not paper.framed)
    return Draft(document, _text_width(paper))


def lighten(document: Any) -> None:
    """Take away what python-docx's own empty document brings along and no paper needs."""
    for style in [style for style in document.styles if style.name not in _STYLES]:
        style.delete()
    for owner in (document.part.package, document.part):
        for name in [name for name, to in owner.rels.items() if to.reltype.rpartition("/")[2] in _NOT_NEEDED]:
            del owner.rels[name]


def _speaks_vietnamese(look: Any) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    look.element.get_or_add_rPr().append(language)


def _text_width(paper: WordPaper) -> int:
    return nd30.HEIGHT - 2 * nd30.LEFT if paper.landscape else nd30.TEXT_WIDTH


def _lay_out(section: Any, paper: WordPaper) -> None:
    section.page_width, section.page_height = Mm(nd30.WIDTH), Mm(nd30.HEIGHT)
    section.top_margin, section.bottom_margin = Mm(nd30.TOP), Mm(nd30.BOTTOM)
    section.left_margin, section.right_margin = Mm(nd30.LEFT), Mm(nd30.RIGHT)
    section.header_distance = section.footer_distance = Mm(nd30.TOP / 2)
    if paper.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(nd30.HEIGHT), Mm(nd30.WIDTH)
        section.left_margin = section.right_margin = Mm(nd30.LEFT)
    if paper.framed:
        _frame(section)
        section.header_distance = section.footer_distance = Mm(_INSIDE)


def _frame(section: Any) -> None:
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "thickThinSmallGap"), ("sz", _FRAME_WIDTH), ("space", _EDGE), ("color", "auto")):
            edge.set(qn(f"w:{name}"), str(value))
        borders.append(edge)
    section._sectPr.find(qn("w:pgMar")).addnext(borders)


def _head(section: Any, *, numbered: bool) -> None:
    """Put the marks at the head and the foot of every page, and the page number on all but the first."""
    section.different_first_page_header_footer = True
    middle = int((section.page_width - section.left_margin - section.right_margin) / 2)
    for header, counts in ((section.first_page_header, False), (section.header, numbered)):
        header.is_linked_to_previous = False
        header.paragraphs[0].style = "Normal"
        line = write(header.paragraphs[0], Para(_DRAFT, Align.LEFT, indent=False, bold=True, size=12, before=0))
        if counts:
            line.paragraph_format.tab_stops.add_tab_stop(Emu(middle), WD_TAB_ALIGNMENT.CENTER)
            line.add_run("\t")
            _page_number(line)
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        footer.paragraphs[0].style = "Normal"
        write(footer.paragraphs[0], Para(_SAMPLE, Align.CENTRE, indent=False, bold=True, size=11, before=0))


def _page_number(line: Any) -> None:
    for kind, words in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = line.add_run()
        run.font.size = Pt(nd30.PAGE_NUMBER_SIZE)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.set(qn("xml:space"), "preserve")
            part.text = words
        run._r.append(part)


def write(line: Any, block: Para) -> Any:
    """Write a paragraph's text and look into an empty one; an empty text leaves an empty line."""
    look = line.paragraph_format
    line.alignment = _ALIGNED[block.align]
    look.space_before, look.space_after = Pt(block.before), Pt(0)
    look.line_spacing = nd30.SPACING if block.align is None else 1.0
    look.first_line_indent = Mm(nd30.INDENT) if block.indent else None
    look.keep_with_next = block.kept or None
    if block.lead:
        lead = line.add_run(f"{block.lead} ")
        lead.font.size, lead.bold = Pt(block.size), True
    if block.text:
        run = line.add_run(block.text)
        run.font.size, run.bold, run.italic = Pt(block.size), block.bold or None, block.italic or None
    return line
