"""A column of a list: how it is drawn, and its distinct values as they are spelt in a sheet, as Arrow strings."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.model.report import Show
from learnsoc_xlsx.spreadsheet.package.spelling import AS_IT_IS, DAY_ZERO, ESCAPES, LONGEST
from learnsoc_xlsx.spreadsheet.text_size import MIXED, RAGGED

TEXT, TEXT_END = ' t="inlineStr"><is><t', "</t></is></c>"
"""What stands before and behind a text in its cell."""
_BLANKS = r"^[\s\p{Z}]|[\s\p{Z}]$|[\t\n\r]|\s\s"
"""Blanks that a reader may take away where it is not told to leave a text as it is; most texts are shorter without that."""
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]"
_SPECIAL = r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]"


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
        return (TEXT, TEXT_END) if self.is_text else ("><v", "</v></c>")


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


def blanks_of(words: Any) -> Any:
    """Return what each text says of its blanks."""
    return pc.if_else(pc.match_substring_regex(words, _BLANKS), pa.scalar(AS_IT_IS), pa.scalar(""))


def lines_of(words: Any, width: float | None) -> Any:
    """Return how many lines each text takes in its column; what is no text takes one."""
    if width is None or not len(words):
        return pa.array([1] * len(words), pa.int64())
    lengths = pc.multiply(pc.cast(pc.utf8_length(words), pa.float64()), MIXED)
    return pc.cast(
        pc.if_else(pc.less_equal(lengths, float(width)), 1.0, pc.ceil(pc.divide(lengths, width - RAGGED))), pa.int64()
    )


def as_text(array: Any, column: Drawn) -> Any:
    """Return distinct values as text, ready to stand in XML."""
    if pa.types.is_boolean(array.type):
        return pc.if_else(array, pa.scalar("x"), pa.scalar(None, pa.string()))
    if pa.types.is_integer(array.type) or pa.types.is_floating(array.type):
        return _number(array, column)
    text = pc.cast(array, pa.string())
    return text if pa.types.is_null(array.type) else _escaped(text)


def _number(array: Any, column: Drawn) -> Any:
    if column.show is Show.DATE:
        array = pc.subtract(array, DAY_ZERO)
    if column.scale > 1:
        array = pc.divide(pc.cast(array, pa.float64()), float(column.scale))
    return pc.cast(array, pa.string())


def _escaped(text: Any) -> Any:
    if pc.any(pc.match_substring_regex(text, _SPECIAL)).as_py():
        for char, entity in ESCAPES:
            text = pc.replace_substring(text, char, entity)
        text = pc.replace_substring_regex(text, _CONTROL, "")
    longest = pc.max(pc.utf8_length(text)).as_py() or 0
    return pc.utf8_slice_codeunits(text, 0, LONGEST) if longest > LONGEST else text
