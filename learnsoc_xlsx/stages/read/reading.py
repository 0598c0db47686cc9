"""What reading takes out of a workbook: tables as typed, rows that are no records, and what is said of the structure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import RowOutcome

Value = TypeVar("Value")


@dataclass(frozen=True)
class TypedTable:
    """The records of one sheet of a form as they were typed, of one submission or of several together.

    `owners` gives for each record the submission's number, `lines` the file's row number (0 in a fixed sheet, which is one
    record), `columns` for each field what was typed, whatever it is, and "" where nothing was. `layouts` maps a
    submission's number to where its fields stand.
    """

    sheet: Sheet
    owners: Sequence[int]
    lines: Sequence[int]
    columns: Mapping[str, Sequence[object]]
    layouts: dict[int, Layout]


@dataclass(frozen=True)
class Reading:
    """The tables, findings and set-aside rows of a sheet, or of several."""

    tables: tuple[TypedTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[RowOutcome, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.tables + other.tables, self.findings + other.findings, self.set_aside + other.set_aside)


def as_typed(
    sheet: Sheet,
    submission: int,
    layout: Layout,
    fields: Sequence[str],
    rows: Sequence[int],
    records: Sequence[tuple[object, ...]],
) -> TypedTable:
    """Make the table of what was typed: each record stands in a row of the file, and has a cell for each of these fields.

    A field that the file lacks is empty in every record.
    """
    cells = dict(zip(fields, zip(*records, strict=True), strict=True)) if records else {}
    empty = ("",) * len(rows)
    columns = {field.id: cells.get(field.id, empty) for field in sheet.asked}
    return TypedTable(sheet, (submission,) * len(rows), rows, columns, {submission: layout})


def typed_together(tables: Iterable[TypedTable]) -> list[TypedTable]:
    """Lay the tables of each sheet together, in the order in which the sheets come."""
    by_sheet: dict[Sheet, list[TypedTable]] = {}
    for table in tables:
        by_sheet.setdefault(table.sheet, []).append(table)
    return [_one_table(sheet, same) for sheet, same in by_sheet.items()]


def _one_table(sheet: Sheet, same: Sequence[TypedTable]) -> TypedTable:
    return TypedTable(
        sheet,
        _joined(table.owners for table in same),
        _joined(table.lines for table in same),
        {field.id: _joined(table.columns[field.id] for table in same) for field in sheet.asked},
        {number: layout for table in same for number, layout in table.layouts.items()},
    )


def _joined(parts: Iterable[Sequence[Value]]) -> list[Value]:
    return list(chain.from_iterable(parts))
