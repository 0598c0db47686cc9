"""Long lists as sheet rows: whole columns at a time, as Arrow strings, a hundred times xlsxwriter's pace.

The rows are drawn block by block, each from nothing but its values and what is said of its columns, so that a block may be
kept. Each distinct value of a column is made into a cell once, and the rows only take it. A cell carries no address of its
own (the format does not ask for one; the row has it). Text is text, in the cell itself or among the shared words of the
workbook, so nothing that begins with "=" can become a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.model.report import ListColumn, Show
from learnsoc_xlsx.spreadsheet.package.pieces import piece
from learnsoc_xlsx.spreadsheet.package.plain_rows import are_whole
from learnsoc_xlsx.spreadsheet.text_size import MIXED, RAGGED, row_height
from learnsoc_xlsx.stages.write.draw.listing.words import FEW, SharedWords

Styles = Mapping[Show, int]
BLOCK = 10_000
"""Rows drawn together, and together anew where one of them says something else."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day that a sheet counts from (for dates since March 1900)."""
_TEXT = ' t="inlineStr"><is><t'
_AS_IT_IS = ' xml:space="preserve"'
_BLANKS = r"^[\s\p{Z}]|[\s\p{Z}]$|[\t\n\r]|\s\s"
"""Blanks that a reader may take away where it is not told to leave a text as it is; most texts are shorter without that."""
_TEXT_END = "</t></is></c>"
_LONGEST = 32_767
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]"
_SPECIAL = r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]"
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


@dataclass(frozen=True)
class Drawn:
    """How a column is drawn: `style` is that of its cells, `styles` those of the rows of a block where they differ. Of a
    `shared` one the values are the numbers of its words.
    """

    show: Show
    width: float
    style: int
    scale: int
    formula: str
    unknown: str
    styles: tuple[int, ...] = ()
    shared: bool = False

    @property
    def is_text(self) -> bool:
        return self.show in (Show.TEXT, Show.CENTRE)

    @property
    def spelling(self) -> tuple[str, str]:
        """What stands before and behind a value in its cell."""
        if self.shared:
            return ' t="s"><v', "</v></c>"
        return (_TEXT, _TEXT_END) if self.is_text else ("><v", "</v></c>")


@dataclass(frozen=True)
class RowBlock:
    """Neighbouring rows of a listing, and all that their XML is made from: how each column is drawn, their values, as an
    Arrow stream of one batch, which has a further column with the lines that shared words take, and the sheet row of the
    first, counted from 1.
    """

    columns: tuple[Drawn, ...]
    values: bytes
    row: int


@dataclass(frozen=True)
class Coded:
    """A column by its distinct values: the cell of each, or its word's number (the last is the empty one), its lines, and
    each row's place among them.
    """

    cells: Any
    lines: Any
    rows: Any

    def of(self, what: Any) -> Any:
        """Return what the rows have, out of what the distinct values have."""
        return what.take(self.rows)


def blocks_of(
    columns: Sequence[ListColumn], styles: Sequence[Styles], rows: slice, row: int, words: SharedWords
) -> Iterator[RowBlock]:
    """Yield some rows of a listing, the first at sheet row `row`, counted from 1; `words` gathers those that they share.

    `styles` gives each column's cell style by how a value is shown.
    """
    drawn = [_drawn(column, style, rows) for column, style in zip(columns, styles, strict=True)]
    values = [_values(column, rows) for column in columns]
    lines: Any = pa.array([1], pa.int64()).take(pa.array([0] * (rows.stop - rows.start)))
    for place, column in enumerate(drawn):
        shared = _shared(values[place], column, words)
        if shared is not None:
            values[place], lines = shared.of(shared.cells), pc.max_element_wise(lines, shared.of(shared.lines))
            drawn[place] = replace(column, shared=True)
    batch = pa.record_batch([*values, lines], names=[str(number) for number in range(len(values) + 1)])
    for start in range(0, len(batch), BLOCK):
        part = slice(start, start + BLOCK)
        looks = tuple(replace(column, styles=column.styles[part]) for column in drawn)
        yield RowBlock(looks, _stream(batch.slice(start, BLOCK)), row + start)


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


def _values(column: ListColumn, rows: slice) -> Any:
    array = pa.array(column.values, from_pandas=True)
    return (array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array)[rows]


def _drawn(column: ListColumn, styles: Styles, rows: slice) -> Drawn:
    head = column.head
    of_rows = tuple(styles[show] for show in column.shows[rows])
    return Drawn(head.show, head.width, styles[head.show], column.scale, column.formula, column.unknown, of_rows)


def _shared(array: Any, column: Drawn, words: SharedWords) -> Coded | None:
    """Return the numbers of the words of a column and their lines; None where it is not of words, or of too many."""
    coded = array.dictionary_encode()
    if not column.is_text or column.formula or len(coded.dictionary) > FEW:
        return None
    texts = pc.fill_null(_words(coded.dictionary, column), "")
    spelt = pc.binary_join_element_wise("<t", _as_it_is(texts), ">", texts, "</t>", "")
    numbers = pa.array(words.numbers(pc.if_else(pc.equal(texts, ""), "", spelt).to_pylist()), pa.int32())
    shared = Coded(
        pa.concat_arrays([numbers, pa.array([None], pa.int32())]),
        pa.concat_arrays([_lines(texts, column.width), pa.array([1])]),
        pc.fill_null(coded.indices, len(texts)),
    )
    words.cells += len(array) - shared.of(shared.cells).null_count
    return shared


def _stream(batch: Any) -> bytes:
    written = pa.BufferOutputStream()
    with pa.ipc.new_stream(written, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(written.getvalue())


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
    words = pc.fill_null(_words(coded.dictionary, column), "")
    inline = column.is_text and not column.shared
    head, tail = column.spelling
    as_it_is = _as_it_is(words) if inline else pa.scalar("")
    blank = begin + (f"{_TEXT}>{column.unknown}{_TEXT_END}" if column.unknown else "/>")
    cells = pc.if_else(
        pc.equal(words, ""),
        pa.scalar(blank),
        pc.binary_join_element_wise(pa.scalar(begin + head), as_it_is, pa.scalar(">"), words, pa.scalar(tail), ""),
    )
    return Coded(
        pa.concat_arrays([cells, pa.array([blank])]),
        pa.concat_arrays([_lines(words, column.width if inline else None), pa.array([1])]),
        pc.fill_null(coded.indices, len(words)),
    )


def _as_it_is(words: Any) -> Any:
    """Return what each text says of its blanks."""
    return pc.if_else(pc.match_substring_regex(words, _BLANKS), pa.scalar(_AS_IT_IS), pa.scalar(""))


def _lines(words: Any, width: float | None) -> Any:
    """Return how many lines each text takes in its column; what is no text takes one."""
    if width is None or not len(words):
        return pa.array([1] * len(words), pa.int64())
    lengths = pc.multiply(pc.cast(pc.utf8_length(words), pa.float64()), MIXED)
    return pc.cast(
        pc.if_else(pc.less_equal(lengths, float(width)), 1.0, pc.ceil(pc.divide(lengths, width - RAGGED))), pa.int64()
    )


def _words(array: Any, column: Drawn) -> Any:
    """Return distinct values as text, ready to stand in XML."""
    if pa.types.is_boolean(array.type):
        return pc.if_else(array, pa.scalar("x"), pa.scalar(None, pa.string()))
    if pa.types.is_integer(array.type) or pa.types.is_floating(array.type):
        return _number(array, column)
    text = pc.cast(array, pa.string())
    return text if pa.types.is_null(array.type) else _escaped(text)


def _number(array: Any, column: Drawn) -> Any:
    if column.show is Show.DATE:
        array = pc.subtract(array, _DAY_ZERO)
    if column.scale > 1:
        array = pc.divide(pc.cast(array, pa.float64()), float(column.scale))
    return pc.cast(array, pa.string())


def _escaped(text: Any) -> Any:
    if pc.any(pc.match_substring_regex(text, _SPECIAL)).as_py():
        for char, entity in _ESCAPES:
            text = pc.replace_substring(text, char, entity)
        text = pc.replace_substring_regex(text, _CONTROL, "")
    longest = pc.max(pc.utf8_length(text)).as_py() or 0
    return pc.utf8_slice_codeunits(text, 0, _LONGEST) if longest > _LONGEST else text
