"""Long lists as sheet rows: whole columns at a time, as Arrow strings, a hundred times xlsxwriter's pace.

Each distinct value of a column is made into a cell once, and the rows only take it. A cell carries no address of its own (the
format does not ask for one; the row has it). Text is text, in the cell itself or among the shared words of the workbook, so
nothing that begins with "=" can become a formula.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.spreadsheet.package.pieces import piece
from learnsoc_xlsx.spreadsheet.package.plain_rows import are_whole
from learnsoc_xlsx.spreadsheet.text_size import row_height
from learnsoc_xlsx.stages.write.draw.listing.blocks import RowBlock
from learnsoc_xlsx.stages.write.draw.listing.columns import TEXT, TEXT_END, Coded, Drawn, as_text, blanks_of, lines_of


def drawn_rows(block: RowBlock) -> bytes:
    """Return the rows of a block as a packed piece of their sheet's part."""
    xml = xml_of(block)
    return piece(xml, whole=are_whole(xml)).packed()


def xml_of(block: RowBlock) -> memoryview:
    """Return the rows of a block as XML."""
    (batch,) = pa.ipc.open_stream(block.values)
    numbers = pc.cast(pa.array(range(block.row, block.row + batch.num_rows)), pa.string())
    *arrays, lines = batch.columns
    coded = [_coded(array, column) for array, column in zip(arrays, block.columns, strict=True)]
    parts: list[Any] = ['<row r="', numbers, '"', _heights(coded, lines), ">"]
    for column, cells in zip(block.columns, coded, strict=True):
        parts += _begins(column, numbers)
        parts.append(cells.of(cells.cells))
    parts.append("</row>")
    joined = pc.binary_join_element_wise(*(_piece(part) for part in _merged(parts)), "")
    return memoryview(joined.buffers()[2])[: pc.sum(pc.binary_length(joined)).as_py()]


def _heights(columns: Sequence[Coded], lines: Any) -> Any:
    """Return the height attribute of rows, of which shared words take `lines`: nothing while all fit on one line."""
    ragged = [column.of(column.lines) for column in columns if pc.max(column.lines).as_py() > 1]
    lines = pc.max_element_wise(lines, *ragged)
    most = pc.max(lines).as_py()
    if most == 1:
        return ""
    heights = [f' ht="{row_height(count)}" customHeight="1"' for count in range(most + 1)]
    return pa.array(heights).take(lines)


def _piece(part: Any) -> Any:
    return pa.scalar(part) if isinstance(part, str) else part


def _merged(parts: Sequence[Any]) -> Iterator[Any]:
    """Join neighbouring constants: each piece of a row costs a pass over memory."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        yield part
        text = ""
    yield text


def _begins(column: Drawn, numbers: Any) -> Iterator[Any]:
    """Yield the pieces with which a column's cells begin where they differ by row: their styles, their formulas."""
    if column.styles:
        yield pa.array([f'<c s="{style}"' for style in column.styles])
    elif column.formula:
        yield f'<c s="{column.style}"'
    if column.formula:
        before, *after = column.formula.split("{row}")
        yield f"><f>{before}"
        for part in after:
            yield numbers
            yield part
        yield "</f"


def _coded(array: Any, column: Drawn) -> Coded:
    """Code a column; where all its cells begin alike, each has that beginning."""
    begin = "" if column.styles or column.formula else f'<c s="{column.style}"'
    coded = array.dictionary_encode()
    words = pc.fill_null(as_text(coded.dictionary, column), "")
    inline = column.is_text and not column.shared
    head, tail = column.spelling
    as_it_is = blanks_of(words) if inline else pa.scalar("")
    blank = begin + (f"{TEXT}>{column.unknown}{TEXT_END}" if column.unknown else "/>")
    cells = pc.if_else(
        pc.equal(words, ""),
        pa.scalar(blank),
        pc.binary_join_element_wise(pa.scalar(begin + head), as_it_is, pa.scalar(">"), words, pa.scalar(tail), ""),
    )
    return Coded(
        pa.concat_arrays([cells, pa.array([blank])]),
        pa.concat_arrays([lines_of(words, column.width if inline else None), pa.array([1])]),
        pc.fill_null(coded.indices, len(words)),
    )
