"""The comments of one sheet: ours written anew, the sender's kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree import ElementTree

from learnsoc_xlsx.model.form.form import REVIEW_NOTE
from learnsoc_xlsx.stages.reply.mark.cells import Cell, address_of, cell_of
from learnsoc_xlsx.stages.reply.mark.package import MAIN, OFFICE, NotEditable, Package, xml_text
from learnsoc_xlsx.stages.reply.mark.part import SheetPart

OURS = REVIEW_NOTE
_AUTHOR = "learnsoc"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWN = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST = 30_000
_TAG = re.compile(r"<(/?)([\w:]+)(?:\s[^>]*?)?(/?)>")
_AFTER = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
) | {"mc:AlternateContent"}
"""What stands below the reference to the comments in a sheet."""
_ABOVE = ("</conditionalFormatting>", "</dataValidations>")
"""What stands above it, is long, and may hold an element of such a name."""
_LEGACY = re.compile(r'<legacyDrawing\b[^>]*?:id="([^"]*)"[^>]*/>')
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>{shapes}</xml>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:59pt;margin-top:1.5pt;'
    'width:240pt;height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 4, {right}, 31, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_FIRST_SHAPE = 1025
_LETTERS_IN_A_LINE, _LINE = 42, 13


def comment(package: Package, name: str, sheet: SheetPart, comments: Mapping[Cell, str]) -> SheetPart:
    """Let the part `name`, which is `sheet`, bear these comments and the sender's own; return the sheet.

    What the program said there before goes. Raises NotEditable where the sheet holds drawn controls.
    """
    related = {relation.id: relation for relation in package.relations(name)}
    drawn = _LEGACY.search(sheet.tail)
    place = next((relation.target for relation in related.values() if relation.kind == "comments"), "")
    if not place and not comments:
        return sheet
    if drawn is not None and re.search(r'ObjectType="(?!Note")', package.text(related[drawn[1]].target)):
        raise NotEditable("trang có nút điều khiển")
    whole = _joined(_of_the_sender(package, place) if place else {}, comments)
    if not place:
        place = package.free("xl/comments{}.xml")
        package.relate(name, "comments", place)
        package.declare(place, _COMMENTS)
    package.put(place, _comments(whole))
    if drawn is not None:
        package.put(related[drawn[1]].target, _drawing(whole))
        return sheet
    sketch = package.free("xl/drawings/vmlDrawing{}.vml")
    package.put(sketch, _drawing(whole))
    package.declare(sketch, _DRAWN)
    return replace(sheet, tail=_referring(sheet.tail, package.relate(name, "vmlDrawing", sketch)))


def _of_the_sender(package: Package, place: str) -> dict[Cell, str]:
    comments = {
        cell_of(element.get("ref", "")): _text(element) for element in package.tree(place).iter(f"{{{MAIN}}}comment")
    }
    return {cell: text for cell, text in comments.items() if not text.lstrip().startswith(OURS)}


def _text(comment: ElementTree.Element) -> str:
    return "".join(element.text or "" for element in comment.iter(f"{{{MAIN}}}t")).split(f"\n\n{OURS}")[0]


def _joined(sender: Mapping[Cell, str], ours: Mapping[Cell, str]) -> dict[Cell, str]:
    headed = {cell: f"{OURS}\n{text}"[:_LONGEST] for cell, text in ours.items()}
    return {
        cell: "\n\n".join(filter(None, (sender.get(cell, ""), headed.get(cell, ""))))
        for cell in sorted({*sender, *headed})
    }


def _comments(comments: Mapping[Cell, str]) -> str:
    elements = "".join(
        f'<comment ref="{address_of(cell)}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Times New Roman"/></rPr>'
        f'<t xml:space="preserve">{xml_text(text)}</t></r></text></comment>'
        for cell, text in comments.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{MAIN}"><authors><author>{_AUTHOR}</author>'
        f"</authors><commentList>{elements}</commentList></comments>"
    )


def _drawing(comments: Mapping[Cell, str]) -> str:
    return _VML.format(shapes="".join(_shapes(comments.items())))


def _shapes(comments: Iterable[tuple[Cell, str]]) -> Iterable[str]:
    for order, ((row, column), text) in enumerate(comments, 1):
        lines = sum(len(line) // _LETTERS_IN_A_LINE + 1 for line in text.split("\n")) + 1
        yield _SHAPE.format(
            id=_FIRST_SHAPE + order,
            order=order,
            height=lines * _LINE,
            row=row - 1,
            column=column,
            left=column + 1,
            right=column + 5,
            top=max(row - 2, 0),
            bottom=max(row - 2, 0) + lines * _LINE // 18 + 1,
        )


def _referring(tail: str, relation: str) -> str:
    """Put the reference to the drawn comments where the order of a sheet's elements wants it."""
    start = max(tail.rfind(end) + len(end) if end in tail else 0 for end in _ABOVE)
    depth, place = 0, tail.rindex("</worksheet>")
    for tag in _TAG.finditer(tail, start):
        if depth == 0 and not tag[1] and tag[2] in _AFTER:
            place = tag.start()
            break
        depth += -1 if tag[1] else 0 if tag[3] else 1
    return f'{tail[:place]}<legacyDrawing xmlns:r="{OFFICE}" r:id="{relation}"/>{tail[place:]}'
