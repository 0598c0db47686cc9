"""An open sheet: its cells as the reader of workbooks gives them, what the form declares of it, whose it is, where its lines are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Unpack

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet
from learnsoc_xlsx.model.form.printing import without_numbers
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.spreadsheet.book import Rows
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import clean, is_blank, key

HEADER_WITHIN = 60
"""How many rows at the top of a sheet may hold its header."""
SHOWN = 60
"""Letters of what stands somewhere that are said in a finding."""


@dataclass(frozen=True)
class OpenSheet:
    """A sheet of one submission that is being read. Rows and columns are counted from 0, as in `rows`.

    `sheet` is what the form declares, `name` how the file calls it; `shown` is what a number looks like that shows more
    than its digits.
    """

    rows: Rows
    sheet: Sheet
    file: str
    name: str
    submission: int
    shown: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def typed(self, row: int, column: int, asked: Field) -> object:
        """Return what stands in the cell of a field: where words are asked for, a number as it is shown."""
        cell = self.cell(row, column)
        return self.shown.get((row, column), cell) if asked.kind is Kind.TEXT and is_number(cell) else cell

    def cell(self, row: int, column: int) -> object:
        """Return what stands in a cell, an empty text beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def column(self, column: int, row: int = 0) -> list[object]:
        """Return what stands in a column from a row on, an empty text beyond the end of a row."""
        return [cells[column] if column < len(cells) else "" for cells in self.rows[row:]]

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell, as people see it."""
        return Place(self.file, self.name, f"{column_letter(column)}{row + 1}")

    def layout(self, anchors: dict[str, str]) -> Layout:
        """Return where the fields of a table stand here."""
        return Layout(self.file, self.name, anchors)

    def at_cell(self, code: Code, row: int, column: int, **words: Unpack[Words]) -> Finding:
        """Return a finding at a cell; `words` are what its sentence names."""
        return Finding(code, self.place(row, column), self.submission, **words)

    def at_row(self, code: Code, row: int, field: str = "", **words: Unpack[Words]) -> Finding:
        """Return a finding on a whole row."""
        place = Place(self.file, self.name, f"{row + 1}:{row + 1}")
        return Finding(code, place, self.submission, field, **words)

    def on_the_sheet(self, code: Code, field: str = "", **words: Unpack[Words]) -> Finding:
        """Return a finding on the sheet as a whole, or on a field that it lacks."""
        return Finding(code, Place(self.file, self.name), self.submission, field, **words)

    def stray(self, row: int, column: int) -> Finding:
        """Return the finding for what stands in a cell where nobody reads."""
        return self.at_cell(Code.STRAY_TEXT, row, column, given=as_seen(self.cell(row, column))[:SHOWN])


@dataclass(frozen=True)
class Lines:
    """Where a fixed sheet has what: its header's row, the columns of labels, values and (None: it has none) reasons, and
    the row of each field.
    """

    header: int
    labels: int
    values: int
    reasons: int | None
    rows: dict[str, int]


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return key(text)


@lru_cache(maxsize=4096)
def _printed(text: str) -> str:
    return without_numbers(key(text))


def folded(cell: object) -> str:
    """Return the key of a text, and nothing for anything else."""
    return _key(cell) if isinstance(cell, str) and cell else ""


def as_printed(cell: object) -> str:
    """Return the key of a printed text, whatever numbers the commune had set when it was printed."""
    return _printed(cell) if isinstance(cell, str) and cell else ""


def is_filled(cell: object) -> bool:
    """Whether anything that can be seen is written in a cell."""
    return not is_blank(cell) if isinstance(cell, str) else cell is not None


def is_number(cell: object) -> bool:
    """Whether a cell holds a number; true and false are none."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def as_seen(cell: object) -> str:
    """Return what is written in a cell as people see it, on one line: a whole number without a fraction, another with a
    comma, a day as it is written here, a mark of the program's own (TRUE) as it shows it.
    """
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    return clean(str(cell))


@lru_cache(maxsize=512)
def labels_of(sheet: Sheet) -> dict[str, str]:
    """Every label a field has or had, as `as_printed` gives it, to the field's id."""
    labels: dict[str, str] = {}
    for asked in sheet.asked:
        for label in (asked.label, *asked.former):
            labels[without_numbers(key(label))] = asked.id
    return labels
