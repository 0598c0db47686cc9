"""A table: the records of one sheet of a form, from reading to the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout

if TYPE_CHECKING:
    import pandas as pd

Cell = tuple[int, int, str]
"""Submission, file row (0 in a fixed sheet), field."""
WHOLE_ROW = ""
"""Stands for all fields of a row."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What stood in a cell whose value does not count, as it was typed, and the finding that says why."""

    typed: str
    finding: Finding

    def __reduce__(self) -> tuple[type["Lost"], tuple[str, Finding]]:
        """Be handed over by its parts: a process hands over tens of thousands."""
        return Lost, (self.typed, self.finding)


@dataclass(frozen=True)
class Table:
    """The records of one sheet of a form in a year, of one submission or of several together.

    `rows` has the columns `submission` and `row` (the file's row number; 0 in a fixed sheet, which is one record) and
    one column a field:
    Int64 for numbers (times Kind.scale) and dates (proleptic ordinals), boolean for marks, string for text and
    choice ids. `layouts` maps a submission's number to where its fields stand; `lost` says what became of the cells
    that were not understood or not accepted: they are empty, or their whole row is gone. `percent` are the cells in which
    a percent sign stands behind the number.
    """

    sheet: Sheet
    rows: "pd.DataFrame"
    layouts: dict[int, Layout]
    lost: Mapping[Cell, Lost] = field(default_factory=dict)
    percent: frozenset[Cell] = frozenset()
