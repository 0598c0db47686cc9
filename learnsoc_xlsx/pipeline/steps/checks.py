"""Checks: every table of the returns that count, checked beside one another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.form.form import Sheet, SheetKind
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.local_law import LocalLaw
from learnsoc_xlsx.stages.check.validate import Cell, validate

Checked = tuple[Table, list[Finding]]


def checks(
    read: Sequence[Table], submissions: dict[int, Submission], local: LocalLaw, told: frozenset[Cell], work: Map
) -> tuple[list[Table], list[Finding]]:
    """Validate the rows of submissions that count: one table for each sheet, and one more where the commune's own numbers
    change what holds. Cells in `told` have a finding already.
    """
    tables = list(_counting(read, submissions, local))
    check = partial(validate, submissions=submissions, spoken_of=told)
    turns = sorted(range(len(tables)), key=lambda at: -len(tables[at].rows))  # so that none is waited for at the end
    checked = dict(zip(turns, work(partial(_checked, tables, check), turns), strict=True))
    accepted = [checked[at][0] for at in range(len(tables))]
    return accepted, [finding for at in range(len(tables)) for finding in checked[at][1]]


def _counting(read: Iterable[Table], submissions: dict[int, Submission], local: LocalLaw) -> Iterator[Table]:
    for table in read:
        numbers = [number for number in table.layouts if submissions[number].status.counts]
        by_sheet: dict[Sheet, list[int]] = {}
        for number in numbers:
            by_sheet.setdefault(local.sheet(table.sheet, submissions[number].year), []).append(number)
        for sheet, same in by_sheet.items():
            rows = table.rows[table.rows["submission"].isin(same)].reset_index(drop=True)
            yield Table(sheet, rows, {number: table.layouts[number] for number in same})


def _checked(tables: Sequence[Table], check: Callable[[Table], Checked], at: int) -> Checked:
    return check(tables[at])


def spoken_of(findings: Sequence[Finding], tables: Sequence[Table]) -> frozenset[Cell]:
    """Return the cells, as (submission, row, field), that have a finding already: one cause, one finding."""
    fixed = {
        (number, name)
        for table in tables
        if table.sheet.kind is SheetKind.FIXED
        for number, layout in table.layouts.items()
        for name in layout.anchors
    }
    return frozenset(
        (each.submission, 0 if (each.submission, each.field) in fixed else each.place.row, each.field)
        for each in findings
        if each.field
    )
