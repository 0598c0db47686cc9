"""Looks by which the reader of workbooks takes a number for a number, or for a day: only those of which that is certain."""

import re
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.package.number_formats import number_formats
from learnsoc_xlsx.spreadsheet.parts import Parts

Looks = npt.NDArray[np.uint8]
"""The sort of each look, by its number; the last is of all that a workbook does not have."""

_NUMBERS, _DAYS = frozenset(["0", "1", "2", "3", "4", "9", "10", "11", "49"]), frozenset({"14"})
"""The numbers of formats that no workbook needs to state. Source: ECMA-376 part 1, 18.8.30."""
_PLAIN_NUMBER = re.compile(r"General|@|(?:\[\$-[0-9A-F]+\])?[#0,.]+%?")
_PLAIN_DAY = re.compile(r"(?:\[\$-[0-9A-F]+\])?d{1,2}([/-])m{1,2}\1yyyy")
_OF_1900 = ("0", "false")


class Sort(IntEnum):
    """What a number is meant for that bears a look: a number, a day since 1900, or who knows what."""

    UNSURE, NUMBER, DAY = range(3)


def looks_of(parts: Parts) -> Looks:
    """Return of what sort the looks of an .xlsx are. Raises one of DAMAGED."""
    formats = parts.once(number_formats)
    day = Sort.DAY if _counts_from_1900(parts, parts.once(inventory).book) else Sort.UNSURE
    sorts = [_sort(number, code, day) for number, code in formats]
    sorts[:1] = (Sort.NUMBER if sort is Sort.NUMBER else Sort.UNSURE for sort in sorts[:1])
    return np.array([*sorts, Sort.UNSURE], np.uint8)


def _sort(number: str, code: str | None, day: Sort) -> Sort:
    if number in _NUMBERS if code is None else _PLAIN_NUMBER.fullmatch(code):
        return Sort.NUMBER
    return day if (number in _DAYS if code is None else _PLAIN_DAY.fullmatch(code)) else Sort.UNSURE


def _counts_from_1900(parts: Parts, book: str) -> bool:
    settings = parts.tree(book).find(".//{*}workbookPr")
    return settings is None or settings.get("date1904", "0") in _OF_1900
