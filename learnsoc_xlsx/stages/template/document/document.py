"""Document: a declared paper as a Word template; the same declaration gives the same bytes."""

from collections.abc import Callable, Iterable
from typing import Any

from learnsoc_xlsx.model.papers.paper import (
    Each,
    If,
    Letterhead,
    NewPage,
    Paper,
    PaperBlock,
    Para,
    SignedBy,
    TableOf,
    Title,
)
from learnsoc_xlsx.stages.template.document.heading import letterhead, title
from learnsoc_xlsx.stages.template.document.package import packed
from learnsoc_xlsx.stages.template.document.sheet import Sheet, opened
from learnsoc_xlsx.stages.template.document.signing import signed_by
from learnsoc_xlsx.stages.template.document.tables import table_of


def document(paper: Paper) -> bytes:
    """Return the template of a paper, with its tags."""
    sheet = opened(paper)
    _write(sheet, paper.text)
    return packed(sheet.saved())


def _write(sheet: Sheet, blocks: Iterable[PaperBlock]) -> None:
    for block in blocks:
        _WRITERS[type(block)](sheet, block)


def _para(sheet: Sheet, block: Para) -> None:
    sheet.paragraph(block)


def _if(sheet: Sheet, block: If) -> None:
    sheet.tag(f"if {block.condition}")
    _write(sheet, block.blocks)
    if block.otherwise:
        sheet.tag("else")
        _write(sheet, block.otherwise)
    sheet.tag("endif")


def _each(sheet: Sheet, block: Each) -> None:
    sheet.tag(f"for {block.item} in {block.of}")
    if block.apart:
        sheet.tag("if not loop.first")
        sheet.new_page()
        sheet.tag("endif")
    _write(sheet, block.blocks)
    sheet.tag("endfor")


def _new_page(sheet: Sheet, _: NewPage) -> None:
    sheet.new_page()


_WRITERS: dict[type, Callable[[Sheet, Any], None]] = {
    Letterhead: letterhead,
    Title: title,
    Para: _para,
    If: _if,
    Each: _each,
    TableOf: table_of,
    SignedBy: signed_by,
    NewPage: _new_page,
}
