"""A table: as it stands in one file, before anyone has understood a cell of it, and as laid together over all of them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class RawTable:
    """The cells of one sheet of one submission, by field, as the file gave them.

    A list has one entry a record in `rows` (file row numbers) and in every column; a fixed sheet has one record
    with row 0. `ignored` holds (file row, reason) of rows that are no records.
    """

    submission: int
    sheet: Sheet
    layout: Layout
    rows: list[int]
    columns: dict[str, list[object]]
    ignored: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """All accepted rows of one resolved sheet, of all submissions together.

    `rows` has the integer columns `submission` and `row` (the file's row number; 0 in a fixed sheet) and one
    column a field: Int64 for numbers (times Kind.scale) and dates (proleptic ordinals), boolean for marks,
    string for text and choice ids. `layouts` maps a submission number to where its fields stand.
    """

    sheet: Sheet
    rows: "pd.DataFrame"
    layouts: dict[int, Layout]
