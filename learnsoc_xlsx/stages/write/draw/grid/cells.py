"""Cells of a table as XML, spelt so that an office program reads what the library would have written.

A cell carries no address of its own: a row of a table has all its cells from the first column on. Text stands in the cell
itself, and so does what a formula comes to.
"""

import re
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.report import UNKNOWN, CellValue, Show, stored
from learnsoc_xlsx.spreadsheet.package.spelling import DAY_ZERO, ESCAPES, LONGEST, as_it_is

WORDS = (Show.TEXT, Show.CENTRE)
_LEAP = 60
"""Up to this day a sheet has not yet counted the one that never was."""
_MARKUP = re.compile("[&<>]")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_CODED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
"""What stands as its code: signs that XML forbids, and the beginning of what would be read as such a code."""


def blank(style: int) -> str:
    """Return an empty cell."""
    return f'<c s="{style}"/>'


def text(words: str, style: int) -> str:
    """Return a cell of words; an empty one where there are none."""
    if not words:
        return blank(style)
    if len(words) > LONGEST // 2:
        words = words.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    blanks = as_it_is(words)
    if _SPECIAL.search(words):
        words = _markup(_CODED.sub(_code, words))
    return f'<c s="{style}" t="inlineStr"><is><t{blanks}>{words}</t></is></c>'


def number(value: int | Fraction, style: int) -> str:
    """Return a cell of a number."""
    return f'<c s="{style}"><v>{stored(value):.16G}</v></c>'


def day(value: date, style: int) -> str:
    """Return a cell of a day."""
    days = value.toordinal() - DAY_ZERO
    return number(days - (days <= _LEAP), style)


def formula(words: str, value: CellValue, style: int) -> str:
    """Return a cell of a formula, with what it comes to; "–" where that is not known."""
    comes_to = UNKNOWN if value is None else formula_value(value)
    kind = ' t="str"' if isinstance(comes_to, str) and comes_to else ""
    return f'<c s="{style}"{kind}><f>{_markup(words.removeprefix("="))}</f><v>{_markup(str(comes_to))}</v></c>'


def formula_value(value: CellValue) -> int | float | str:
    """Return what a sheet stores of a formula's value."""
    if isinstance(value, str):
        return value
    exact = stored(value)
    return str(value) if exact is None else exact


def _markup(words: str) -> str:
    if _MARKUP.search(words):
        for char, entity in ESCAPES:
            words = words.replace(char, entity)
    return words


def _code(special: re.Match[str]) -> str:
    return f"_x{ord(special[0]):04X}_"
