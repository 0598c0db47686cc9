"""Shapes as WordprocessingML: DrawingML boxes that float at a place on the page.

A box and not a frame of the paragraph (w:framePr): both stand in LibreOffice where they are told, to a tenth of a
millimetre, but Word moves frames apart that overlap, takes one at the very edge for one without a place, and knows no
middle of their height; boxes it leaves where they are.
"""

import re
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Shape, Stroke, Typeset
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face

NAMESPACES = " ".join(
    f'xmlns:{short}="http://schemas.{long}"'
    for short, long in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "openxmlformats.org/markup-compatibility/2006",
    }.items()
)
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_EMU_PER_MM, _EMU_PER_POINT = 36_000, 12_700
_FACES = {Face.REGULAR: "", Face.BOLD: "<w:b/>", Face.ITALIC: "<w:i/>"}
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def drawn(number: int, shape: Shape) -> str:
    """Return the run that draws a shape; `number` is its own in the document, from 1 on, the later the nearer."""
    left, top = _emu(shape.box.left), _emu(shape.box.top)
    extent = f'cx="{_emu(shape.box.width)}" cy="{_emu(shape.box.height)}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name={quoteattr(shape.name)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp>{_kind(shape)}'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>{_geometry(shape)}'
        f"{_WHITE if shape.paper else '<a:noFill/>'}{_stroke(shape.stroke)}</wps:spPr>{_words(shape.words)}"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def _emu(millimetres: Fraction) -> int:
    return round(millimetres * _EMU_PER_MM)


def _kind(shape: Shape) -> str:
    return '<wps:cNvSpPr txBox="1"/>' if shape.words else "<wps:cNvSpPr/>"


def _geometry(shape: Shape) -> str:
    if not shape.lines:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    path = "".join(
        f'<a:moveTo><a:pt x="{_emu(x1)}" y="{_emu(y1)}"/></a:moveTo><a:lnTo><a:pt x="{_emu(x2)}" y="{_emu(y2)}"/></a:lnTo>'
        for x1, y1, x2, y2 in shape.lines
    )
    size = f'w="{_emu(shape.box.width)}" h="{_emu(shape.box.height)}"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path {size} fill="none">{path}</a:path></a:pathLst></a:custGeom>'
    )


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return "<a:ln><a:noFill/></a:ln>"
    width = round(stroke.width * _EMU_PER_POINT)
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="{stroke.grey}"/></a:solidFill></a:ln>'


def _words(words: Typeset | None) -> str:
    if words is None:
        return "<wps:bodyPr/>"
    paragraphs = "".join(_paragraph(text, words) for text in words.texts)
    return (
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="square"'
        f' lIns="0" tIns="0" rIns="0" bIns="0" anchor="{words.stands.value}" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
    )


def _paragraph(text: str, words: Typeset) -> str:
    size = f'<w:sz w:val="{round(words.size * 2)}"/><w:szCs w:val="{round(words.size * 2)}"/>'
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in _NO_XML.sub("", text).split("\n")
    )
    return (
        f'<w:p><w:pPr><w:jc w:val="{_ALIGNS[words.align]}"/><w:rPr>{size}</w:rPr></w:pPr>'
        f"<w:r><w:rPr>{_FACES[words.face]}{size}</w:rPr>{lines}</w:r></w:p>"
    )
