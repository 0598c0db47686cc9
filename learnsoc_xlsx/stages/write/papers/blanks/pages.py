"""Pages on which nothing stands but floating shapes, as a Word document. The same pages give the same bytes."""

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from learnsoc_xlsx.stages.template.document.draft import lighten
from learnsoc_xlsx.stages.template.document.edition import of_today
from learnsoc_xlsx.stages.template.document.nd30 import FONT
from learnsoc_xlsx.stages.template.document.package import put_together, unpacked
from learnsoc_xlsx.stages.write.papers.blanks.drawing import NAMESPACES, drawn
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Shape

_DOCUMENT = "word/document.xml"
_MARGIN = Mm(20)
"""Shapes do not heed margins; programs warn of margins that a printer does not reach."""
_HOLDER = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""The paragraph that holds the shapes of a page takes next to no room: no page is left over behind the last one."""


def document(title: str, width: int, height: int, pages: Iterable[Sequence[Shape]]) -> bytes:
    """Return a .docx whose pages, of this size in millimetres, show these shapes, the later ones before the earlier."""
    parts = _empty(title, width, height)
    whole = parse_xml(parts[_DOCUMENT])
    for page in _paragraphs(pages):
        whole.body[-1].addprevious(parse_xml(page))
    return put_together({**parts, _DOCUMENT: serialize_part_xml(whole)})


@lru_cache(maxsize=16)
def _empty(title: str, width: int, height: int) -> dict[str, bytes]:
    """The parts of a document without a page."""
    file = Document()
    file.core_properties.title, file.core_properties.author, file.core_properties.comments = title, "learnsoc_xlsx", ""
    lighten(file)
    of_today(file)
    _set_type(file.styles["Normal"])
    _set_size(file.sections[0], width, height)
    out = io.BytesIO()
    file.save(out)
    return unpacked(out.getvalue())


def _set_type(style: Any) -> None:
    """One font for every script, single lines, and no red wave under a name."""
    style.font.name, style.font.no_proof = FONT, True
    fonts = style.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _set_size(section: Any, width: int, height: int) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = _MARGIN


def _paragraphs(pages: Iterable[Sequence[Shape]]) -> Iterator[str]:
    """A paragraph for each page, on a page of its own, that holds its shapes."""
    number = 0
    for page, shapes in enumerate(pages):
        runs = [drawn(number := number + 1, shape) for shape in shapes]
        breaks = "<w:pageBreakBefore/>" if page else ""
        yield f"<w:p {NAMESPACES}><w:pPr>{breaks}{_HOLDER}</w:pPr>{''.join(runs)}</w:p>"
