"""Long lists as sheet rows: whole columns at a time, as Arrow strings, a hundred times xlsxwriter's pace.

A cell carries no address of its own (the format does not ask for one; the row has it), which halves the work.
Text stands in the cell itself, so nothing that begins with "=" can become a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.model.report import Lane, Show
from learnsoc_xlsx.stages.write.measure import MIXED, RAGGED, row_height

Styles = Mapping[Show, int]
CHUNK = 10_000
_DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day that a sheet counts from (for dates since March 1900)."""
_TEXT = ' t="inlineStr"><is><t xml:space="preserve">'
_TEXT_END = "</t></is></c>"
_LONGEST = 32_767
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f]"
_SPECIAL = r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f]"
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def rows_xml(lanes: Sequence[Lane], styles: Sequence[Styles], first: int, last: int, row: int) -> Iterator[memoryview]:
    """Yield the XML of the rows `first` to `last` (excluded) of a listing, its first at sheet row `row`, counted from 1.

    `styles` gives each lane's cell style by how a value is shown.
    """
    columns = [_arrow(lane) for lane in lanes]
    for start in range(first, last, CHUNK):
        length = min(CHUNK, last - start)
        begin = row + start - first
        numbers = pc.cast(pa.array(range(begin, begin + length)), pa.string())
        parts: list[Any] = ['<row r="', numbers, '"', _heights(lanes, columns, start, length), ">"]
        for lane, column, style in zip(lanes, columns, styles, strict=True):
            parts += _cells(lane, column.slice(start, length), _style(lane, style, start, length), numbers)
        parts.append("</row>")
        joined = pc.binary_join_element_wise(*(_piece(part) for part in _merged(parts)), "")
        yield memoryview(joined.buffers()[2])[: pc.sum(pc.binary_length(joined)).as_py()]


def _heights(lanes: Sequence[Lane], columns: Sequence[Any], start: int, length: int) -> Any:
    """Return the height attribute of rows: nothing while every text fits on one line."""
    lines = pa.array([1]).take(pa.array([0] * length))
    for lane, column in zip(lanes, columns, strict=True):
        if _is_text(lane):
            lengths = pc.multiply(
                pc.cast(pc.fill_null(pc.utf8_length(column.slice(start, length)), 0), pa.float64()), MIXED
            )
            width = float(lane.column.width)
            taken = pc.if_else(pc.less_equal(lengths, width), 1.0, pc.ceil(pc.divide(lengths, width - RAGGED)))
            lines = pc.max_element_wise(lines, pc.cast(taken, pa.int64()))
    if pc.max(lines).as_py() == 1:
        return ""
    heights = [f' ht="{row_height(count)}" customHeight="1"' for count in range(pc.max(lines).as_py() + 1)]
    return pa.array(heights).take(lines)


def _style(lane: Lane, styles: Styles, start: int, length: int) -> Any:
    """Return the style attribute of a lane's cells: one for all, or one for each."""
    if not lane.shows:
        return f' s="{styles[lane.column.show]}"'
    return pa.array([f' s="{styles[show]}"' for show in lane.shows[start : start + length]])


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


def _arrow(lane: Lane) -> Any:
    """Return the lane's values as one Arrow array of text, ready to stand in XML; null where the cell is empty."""
    array = pa.array(lane.values, from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if pa.types.is_boolean(array.type):
        return pc.if_else(array, pa.scalar("x"), pa.scalar(None, pa.string()))
    if pa.types.is_integer(array.type) or pa.types.is_floating(array.type):
        return _number(array, lane)
    if pa.types.is_null(array.type):
        return pc.cast(array, pa.string())
    text = _escaped(pc.cast(array, pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)


def _number(array: Any, lane: Lane) -> Any:
    if lane.column.show is Show.DATE:
        array = pc.subtract(array, _DAY_ZERO)
    if lane.scale > 1:
        array = pc.divide(pc.cast(array, pa.float64()), float(lane.scale))
    return pc.cast(array, pa.string())


def _escaped(text: Any) -> Any:
    if pc.any(pc.match_substring_regex(text, _SPECIAL)).as_py():
        for char, entity in _ESCAPES:
            text = pc.replace_substring(text, char, entity)
        text = pc.replace_substring_regex(text, _CONTROL, "")
    longest = pc.max(pc.utf8_length(text)).as_py() or 0
    return pc.utf8_slice_codeunits(text, 0, _LONGEST) if longest > _LONGEST else text


def _is_text(lane: Lane) -> bool:
    return lane.column.show in (Show.TEXT, Show.CENTRE)


def _cells(lane: Lane, values: Any, style: Any, numbers: Any) -> Iterator[Any]:
    """Yield the pieces of one column's cells: constants as text, and arrays."""
    yield "<c"
    yield style
    if lane.formula:
        before, _, after = lane.formula.partition("{row}")
        pieces = [piece for part in after.split("{row}") for piece in (numbers, part)]
        yield from (f"><f>{before}", *pieces, "</f><v>", values, "</v></c>")
        return
    text = _is_text(lane)
    head, tail = (_TEXT, _TEXT_END) if text else ("><v>", "</v></c>")
    if not values.null_count:
        yield from (head, values, tail)
        return
    full = pc.binary_join_element_wise(pa.scalar(head), pc.fill_null(values, ""), pa.scalar(tail), "")
    blank = f"{_TEXT}{lane.unknown}{_TEXT_END}" if lane.unknown else "/>"
    yield pc.if_else(pc.is_null(values), pa.scalar(blank), full)
