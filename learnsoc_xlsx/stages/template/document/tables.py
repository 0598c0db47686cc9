"""Tables: a row for each item of a list, headings repeated on every page, no row torn between two."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml import OxmlElement
from docx.shared import Mm

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Para, TableOf
from learnsoc_xlsx.stages.template.document.draft import Draft, write

_GAP, _PADDING = 2, 1
"""Room above the text of a cell, in points, and beside it, in millimetres."""


def table_of(draft: Draft, block: TableOf) -> None:
    """Write the table of a list: a row of headings, a row for its items among rows of tags, perhaps a last one."""
    table = draft.table(0, tuple(column.width for column in block.columns), _PADDING)
    table.style = "Table Grid"
    _heading(_row(table, block), block)
    _tag(table, f"for {block.item} in {block.of}")
    if block.section:
        _tag(table, f"if {block.item}.{block.section}")
        _across(_row(table, block), f"{{{{ {block.item}.{block.section} }}}}", block)
        _tag(table, "endif")
    for cell, column in zip(_row(table, block).cells, block.columns, strict=True):
        write(cell.paragraphs[0], _cell(column.text, column.align, block.size))
    _tag(table, "endfor")
    if block.total:
        _total(_row(table, block), block)
    draft.thin_line()


def _row(table: Any, block: TableOf) -> Any:
    """Add a row that is whole on one page."""
    row = table.add_row()
    for cell, column in zip(row.cells, block.columns, strict=True):
        cell.width = Mm(column.width)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    return row


def _heading(row: Any, block: TableOf) -> None:
    for cell, column in zip(row.cells, block.columns, strict=True):
        write(cell.paragraphs[0], _cell(column.heading, Align.CENTRE, block.size, bold=True, kept=True))
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _tag(table: Any, words: str) -> None:
    """Add a row that is a tag, and leaves none behind."""
    row = table.add_row()
    write(row.cells[0].paragraphs[0], Para(f"{{%tr {words} %}}", Align.LEFT, indent=False, before=0))


def _across(row: Any, text: str, block: TableOf) -> None:
    """A row that is one cell, and never stands apart from the row below it."""
    whole = row.cells[0].merge(row.cells[-1])
    write(whole.paragraphs[0], _cell(text, Align.LEFT, block.size, bold=True, kept=True))


def _total(row: Any, block: TableOf) -> None:
    first = row.cells[0].merge(row.cells[block.total_over - 1])
    cells: Sequence[Any] = [first, *row.cells[block.total_over :]]
    aligned = [Align.LEFT, *(column.align for column in block.columns[block.total_over :])]
    for cell, text, align in zip(cells, block.total, aligned, strict=True):
        write(cell.paragraphs[0], _cell(text, align, block.size, bold=True))


def _cell(text: str, align: Align, size: int, *, bold: bool = False, kept: bool = False) -> Para:
    return Para(text, align, indent=False, bold=bold, kept=kept, size=size, before=_GAP)
