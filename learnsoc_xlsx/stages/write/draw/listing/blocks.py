"""The rows of a list, cut into blocks: each is drawn from nothing but what it holds, so that it may be kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.model.report import ListColumn, Show
from learnsoc_xlsx.stages.write.draw.listing.columns import Coded, Drawn, as_text, blanks_of, lines_of
from learnsoc_xlsx.stages.write.draw.listing.words import FEW, SharedWords

Styles = Mapping[Show, int]
BLOCK = 10_000
"""Rows drawn together, and together anew where one of them says something else."""


@dataclass(frozen=True)
class RowBlock:
    """Neighbouring rows of a listing, and all that their XML is made from: how each column is drawn, their values, as an
    Arrow stream of one batch, which has a further column with the lines that shared words take, and the sheet row of the
    first, counted from 1.
    """

    columns: tuple[Drawn, ...]
    values: bytes
    row: int


def blocks_of(
    columns: Sequence[ListColumn], styles: Sequence[Styles], rows: slice, row: int, words: SharedWords
) -> Iterator[RowBlock]:
    """Yield some rows of a listing, the first at sheet row `row`, counted from 1; `words` gathers those that they share.

    `styles` gives each column's cell style by how a value is shown.
    """
    drawn = [_drawn(column, style, rows) for column, style in zip(columns, styles, strict=True)]
    values = [_values(column, rows) for column in columns]
    lines: Any = pa.repeat(pa.scalar(1, pa.int64()), rows.stop - rows.start)
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


def _values(column: ListColumn, rows: slice) -> Any:
    array = pa.array(column.values, from_pandas=True)
    return (array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array)[rows]


def _drawn(column: ListColumn, styles: Styles, rows: slice) -> Drawn:
    head = column.head
    of_rows = tuple(styles[show] for show in column.shows[rows])
    return Drawn(head.show, head.width, styles[head.show], column.scale, column.formula, column.unknown, of_rows)


def _shared(array: Any, column: Drawn, words: SharedWords) -> Coded | None:
    """Return the numbers of the words of a column and their lines; None where it is not of words, or of too many."""
    if not column.is_text or column.formula:
        return None
    coded = array.dictionary_encode()
    if len(coded.dictionary) > FEW:
        return None
    texts = pc.fill_null(as_text(coded.dictionary, column), "")
    spelt = pc.binary_join_element_wise("<t", blanks_of(texts), ">", texts, "</t>", "")
    numbers = pa.array(words.numbers(pc.if_else(pc.equal(texts, ""), "", spelt).to_pylist()), pa.int32())
    shared = Coded(
        pa.concat_arrays([numbers, pa.array([None], pa.int32())]),
        pa.concat_arrays([lines_of(texts, column.width), pa.array([1])]),
        pc.fill_null(coded.indices, len(texts)),
    )
    words.cells += len(array) - shared.of(shared.cells).null_count
    return shared


def _stream(batch: Any) -> bytes:
    written = pa.BufferOutputStream()
    with pa.ipc.new_stream(written, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(written.getvalue())
