"""What stands in a workbook, by its cells: which rows of a list somebody wrote, which lines of a fixed sheet were answered."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.catalogue.forms_as_data import codebook
from learnsoc_xlsx.pipeline.terms.in_force import law

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
"""Letters by their category, that no font shows."""
_SHOWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs of other scripts, formats by their category, that are shown."""
_HEADER_WITHIN = 60
_VALUES, _REASONS = "điền vào đây", "giải trình"
_NUMBERING = frozenset({"stt", "tt", "số tt", "số thứ tự"})

Sheet = Mapping[str, Any]
"""A sheet as the codebook has it."""
Row = dict[int, object]
"""What can be seen in a row, by column from 1."""


@dataclass(frozen=True)
class Page:
    """A sheet of a workbook: what can be seen on it by row and column from 1, and where its header and its fields stand.

    `header` is 0 where there is none. `columns` are those of a list's fields by id; `lines` the rows of a fixed sheet's fields,
    whose answers stand in `values` and whose reasons in `reasons` (0: no such column).
    """

    rows: Mapping[int, Row]
    header: int
    columns: Mapping[str, int]
    lines: Mapping[str, int]
    values: int = 0
    reasons: int = 0
    numbering: frozenset[int] = frozenset()

    @property
    def written(self) -> set[int]:
        """The rows under the header in which something stands under a field."""
        return {row for row in self.under if any(surely_seen(self.rows[row].get(at)) for at in self.columns.values())}

    @property
    def under(self) -> set[int]:
        """The rows under the header in which something may be seen, beside a running number."""
        return {row for row in self.rows if row > self.header and any(starmap(self._is_said, self.rows[row].items()))}

    def _is_said(self, column: int, value: object) -> bool:
        return column not in self.numbering or not str(value).isdecimal()


@cache
def sheets_of(form: str, year: int) -> tuple[Sheet, ...]:
    """Return the sheets of a form as the codebook has them."""
    return next(tuple(one["sheets"]) for one in codebook(year, law())["forms"] if one["id"] == form)


def page_of(book: Workbook, sheet: Sheet) -> Page | None:
    """Look at a sheet of a form in a workbook; None where no sheet bears its name."""
    name = next((name for name in book.sheetnames if folded(name) == folded(sheet["name"])), None)
    if name is None:
        return None
    rows = seen_on(book[sheet["name"] if sheet["name"] in book.sheetnames else name])
    return _fixed(rows, sheet) if sheet["kind"] == "fixed" else _list(rows, sheet)


def seen_on(page: Worksheet) -> dict[int, Row]:
    """Return what can be seen on a sheet."""
    rows: dict[int, Row] = {}
    for (row, column), cell in sorted(page._cells.items()):
        if may_be_seen(cell.value):
            rows.setdefault(row, {})[column] = cell.value
    return rows


def may_be_seen(value: object) -> bool:
    """Whether a cell is not surely blank."""
    return value is not None and not (isinstance(value, str) and all(_is_blank(letter) for letter in _letters(value)))


def surely_seen(value: object) -> bool:
    """Whether everybody sees something in a cell: a letter, a digit or a sign."""
    if not isinstance(value, str):
        return value is not None
    return any(unicodedata.category(letter)[0] in "LNSP" and letter not in _FILLERS for letter in _letters(value))


def folded(text: object) -> str:
    """Return what is the same for a printed text however its letters are composed and its blanks are set."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()) if isinstance(text, str) else ""


def _letters(text: str) -> str:
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)


def _is_blank(letter: str) -> bool:
    return letter not in _SHOWN and unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")


def _list(rows: Mapping[int, Row], sheet: Sheet) -> Page:
    ids = {folded(field["label"]): field["id"] for field in sheet["fields"]}
    counts = {row: sum(folded(cell) in ids for cell in cells.values()) for row, cells in rows.items()}
    most = max((count for row, count in counts.items() if row <= _HEADER_WITHIN), default=0)
    if most < min(2, len(ids)):
        return Page(rows, 0, {}, {})
    header = next(row for row in sorted(counts) if counts[row] == most)
    columns: dict[str, int] = {}
    for at, cell in sorted(rows[header].items()):
        if folded(cell) in ids:
            columns.setdefault(ids[folded(cell)], at)
    numbering = frozenset(at for at, cell in rows[header].items() if folded(cell) in _NUMBERING)
    return Page(rows, header, columns, {}, numbering=numbering)


def _fixed(rows: Mapping[int, Row], sheet: Sheet) -> Page:
    header, values = next(_headed(rows, _VALUES), (0, 0))
    if not header:
        return Page(rows, 0, {}, {})
    reasons = next((at for row, at in _headed(rows, _REASONS) if row == header), 0)
    ids = {folded(field["label"]): field["id"] for field in sheet["rows"]}
    places = [(at, row, ids[folded(cell)]) for row in sorted(rows) for at, cell in rows[row].items() if row > header and folded(cell) in ids]  # fmt: skip
    columns = [at for at, _, _ in places]
    label_at = max(columns, key=columns.count, default=0)
    lines: dict[str, int] = {}
    for at, row, field in places:
        if at == label_at:
            lines.setdefault(field, row)
    return Page(rows, header, {}, lines, values, reasons)


def _headed(rows: Mapping[int, Row], words: str) -> Iterator[tuple[int, int]]:
    """Where a header stands, from the top."""
    for row in sorted(row for row in rows if row <= _HEADER_WITHIN):
        yield from ((row, at) for at, cell in sorted(rows[row].items()) if folded(cell) == words)
