"""What reading takes out of a workbook: tables as typed, rows that are no records, and what is said of the structure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import RowOutcome
from learnsoc_xlsx.model.returns.tables import Table

_headed = lru_cache(maxsize=256)(pd.Index)
"""The columns of a table, laid out once for all of its kind."""


@dataclass(frozen=True)
class Reading:
    """The tables, findings and set-aside rows of a sheet, or of several."""

    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[RowOutcome, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.tables + other.tables, self.findings + other.findings, self.set_aside + other.set_aside)


def as_typed(
    sheet: Sheet, submission: int, layout: Layout, fields: Sequence[str], records: Sequence[tuple[object, ...]]
) -> Table:
    """Make the table of what was typed: each record has its file row, then a cell for each of these fields.

    A field that the file lacks is empty in every record.
    """
    columns = ("submission", "row", *fields)
    cells = np.empty((len(columns), len(records)), dtype=object)
    cells[0] = submission
    for at, column in enumerate(zip(*records, strict=True), 1):
        cells[at] = column
    rows = pd.DataFrame(cells.T, columns=_headed(columns), dtype=object)
    for field in sheet.asked:
        if field.id not in fields:
            rows[field.id] = ""
    return Table(sheet, rows, {submission: layout})
