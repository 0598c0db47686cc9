"""A table as it stands in one file, before anyone has understood a cell of it."""

from dataclasses import dataclass, field

from learnsoc_xlsx.model.forms import Sheet
from learnsoc_xlsx.model.place import Layout


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
