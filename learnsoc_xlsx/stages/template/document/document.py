"""Document: a declared paper as a Word template; the same declaration gives the same bytes."""

from collections.abc import Callable, Iterable
from typing import Any

from learnsoc_xlsx.model.papers.paper import (
    Each,
    If,
    Letterhead,
    NewPage,
    PaperBlock,
    Para,
    SignedBy,
    TableOf,
    TitleLines,
    WordPaper,
)
from learnsoc_xlsx.stages.template.document.draft import Draft, opened
from learnsoc_xlsx.stages.template.document.heading import letterhead, title
from learnsoc_xlsx.stages.template.document.package import packed
from learnsoc_xlsx.stages.template.document.signing import signed_by
from learnsoc_xlsx.stages.template.document.tables import table_of


def document(paper: WordPaper) -> bytes:
    """Return the template of a paper, with its tags."""
    draft = opened(paper)
    _write(draft, paper.text)
    return packed(draft.saved())


def _write(draft: Draft, blocks: Iterable[PaperBlock]) -> None:
    for block in blocks:
        _WRITERS[type(block)](draft, block)


def _para(draft: Draft, block: Para) -> None:
    draft.paragraph(block)


def _if(draft: Draft, block: If) -> None:
    draft.tag(f"if {block.condition}")
    _write(draft, block.blocks)
    if block.otherwise:
        draft.tag("else")
        _write(draft, block.otherwise)
    draft.tag("endif")


def _for_each(draft: Draft, block: Each) -> None:
    draft.tag(f"for {block.item} in {block.of}")
    if block.apart:
        draft.tag("if not loop.first")
        draft.new_page()
        draft.tag("endif")
    _write(draft, block.blocks)
    draft.tag("endfor")


def _new_page(draft: Draft, _: NewPage) -> None:
    draft.new_page()


_WRITERS: dict[type, Callable[[Draft, Any], None]] = {
    Letterhead: letterhead,
    TitleLines: title,
    Para: _para,
    If: _if,
    Each: _for_each,
    TableOf: table_of,
    SignedBy: signed_by,
    NewPage: _new_page,
}
