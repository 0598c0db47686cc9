"""The cells of a plain sheet as the reader of workbooks gives them: the same values, made column by column."""

import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import unescape

import numpy as np
import numpy.typing as npt

from learnsoc_xlsx.spreadsheet.cells.plain.as_spelt import plain_texts
from learnsoc_xlsx.spreadsheet.cells.plain.digits import Numbers, digits, seen
from learnsoc_xlsx.spreadsheet.cells.plain.looks import Looks, Sort, looks_of
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import (
    MARK,
    NUMBER,
    SHARED,
    TEXT,
    PlainSheet,
    plain_sheets,
)
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import Parts

Values = npt.NDArray[np.object_]

_TEXT = re.compile("<t[^>]*?(?:/>|>([^<]*)</t>)")
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY, _LAST_DAY = 61, 2_958_465
"""Days that every program counts alike: from March 1900, before which some count a day that was none, to the year 9999."""


def plain_cells(parts: Parts, name: str) -> list[list[object]] | None:
    """Return every cell of a sheet from A1 on, "" where nothing or an error stands, all rows of one length; None where it is
    not certain that the reader gives the same. Raises one of DAMAGED.
    """
    sheet = plain_sheets(parts).get(parts.once(inventory).sheets.get(name, ""))
    values = _values(sheet, parts.once(_shared), parts.once(looks_of)) if sheet else None
    if sheet is None or values is None:
        return None
    cells = np.full((sheet.height, sheet.width), "", object)
    cells[sheet.rows, sheet.columns] = values
    rows: list[list[object]] = cells.tolist()
    return rows


def _shared(parts: Parts) -> Values:
    """The texts that cells share, by number; none where their part is not plain."""
    part = parts.once(inventory).others.get("sharedStrings", "")
    spelt = plain_texts(parts.read(part)) if part in parts else None
    return _laid([_unescaped(text) for text in _TEXT.findall(spelt.decode())] if spelt else [])


def _unescaped(text: str) -> str:
    return unescape(text, _QUOTES) if "&" in text else text


def _values(sheet: PlainSheet, shared: Values, looks: Looks) -> Values | None:
    """What the cells hold; None where a text that they name is not there, or what a number is meant for is not certain."""
    of_numbers = np.flatnonzero(sheet.kinds == NUMBER)
    numbers = _numbers(sheet, of_numbers)
    sorts = looks[np.minimum(sheet.looks[of_numbers], len(looks) - 1)]
    days = numbers[sorts == Sort.DAY]
    if (sorts == Sort.UNSURE).any() or not _are_days(days) or (sheet.shared >= len(shared)).any():
        return None
    values = np.full(sheet.size, "", object)
    values[of_numbers] = numbers
    values[of_numbers[sorts == Sort.DAY]] = _laid([date.fromordinal(int(day) + _DAY_ZERO) for day in days])
    values[sheet.kinds == SHARED] = shared[sheet.shared]
    values[sheet.kinds == TEXT] = _laid([_unescaped(text.decode()) for text in sheet.spelt_as(TEXT)])
    values[sheet.kinds == MARK] = _laid([mark == b"1" for mark in sheet.spelt_as(MARK)])
    return values


def _numbers(sheet: PlainSheet, at: Numbers) -> npt.NDArray[np.float64]:
    """The numbers in some cells: whole ones all in one go, any other by itself."""
    whole, behind = digits(seen(sheet.spelt), sheet.starts[at])
    numbers = whole.astype(np.float64)
    for other in np.flatnonzero(behind != sheet.ends[at]).tolist():
        numbers[other] = float(sheet.value(int(at[other])))
    return numbers


def _are_days(numbers: npt.NDArray[np.float64]) -> bool:
    return bool(((numbers == np.floor(numbers)) & (numbers >= _FIRST_DAY) & (numbers <= _LAST_DAY)).all())


def _laid(values: Sequence[object]) -> Values:
    """Values as one column."""
    column = np.empty(len(values), object)
    column[:] = values
    return column
