"""Validate: each table checked once, by its schema and its rules, over the rows of every submission together.

It knows no year and no unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.returns.tables import WHOLE_ROW, Cell, Lost, Table
from learnsoc_xlsx.stages.check.within.given_expected import BrokenCells, words_of
from learnsoc_xlsx.stages.check.within.rules import Failure, rules_of

_ROW_CODES = frozenset({Code.IDENTITY_EMPTY, Code.REPEATED})


def validate(table: Table, causes: Causes) -> tuple[Table, list[Finding]]:
    """Check one table and leave out what is wrong.

    What `causes` speaks of already has no second finding (one cause, one finding). Returns the table with wrong
    cells emptied and rejected rows gone (R07, and R03 where a repeat says nothing), each lost with its finding, and the findings, in the order of the rows.
    """
    if table.rows.empty:
        return table, []
    rows = table.rows.reset_index(drop=True)
    from learnsoc_xlsx.stages.check.within.schema import failures_of  # pandera takes a while to load

    failures = failures_of(table.sheet, rows, list(rules_of(table.sheet, rows)))
    verdict = _Blaming(table, rows, BrokenCells(rows, failures), causes)
    for failure in failures:
        verdict.take(failure)
    return replace(
        table, rows=_without(table.sheet, rows, failures), lost={**table.lost, **verdict.lost}
    ), verdict.findings


@dataclass
class _Blaming:
    """Goes through the failures of a table: says what is not said yet, and remembers what was lost by which finding."""

    table: Table
    rows: pd.DataFrame
    cells: BrokenCells
    causes: Causes
    findings: list[Finding] = field(default_factory=list)
    lost: dict[Cell, Lost] = field(default_factory=dict)
    _blamed: dict[tuple[int, str], Finding] = field(default_factory=dict)

    def take(self, failure: Failure) -> None:
        number, row = int(self.cells["submission", failure.at]), int(self.cells["row", failure.at])
        cause = self._cause(failure, number, row)
        if cause is None or failure.code.severity is not Severity.ERROR:
            return
        if failure.code in _rejecting(self.table.sheet):
            self.lost.setdefault((number, row, WHOLE_ROW), Lost("", cause))
        elif failure.code not in _ROW_CODES and (number, row, failure.field) not in self.table.lost:
            self.lost.setdefault((number, row, failure.field), Lost(cause.given, cause))

    def _cause(self, failure: Failure, number: int, row: int) -> Finding | None:
        """The finding behind a failure: one that was made before, or a new one."""
        layout = self.table.layouts[number]
        if failure.field not in layout.anchors:  # the file lacks the whole column or line, which is said once
            return next(iter(self.causes.of(number, layout.sheet, failure.field)), None)
        place = layout.place(failure.field, row)
        cause = self.causes.at(number, place) or self._blamed.get((failure.at, failure.field))
        if cause is None:
            words = words_of(failure, self.table.sheet, self.rows, self.cells)
            cause = Finding(failure.code, place, number, failure.field, **words)
            self.findings.append(cause)
        self._blamed[failure.at, failure.field] = cause
        return cause


def _rejecting(sheet: Sheet) -> frozenset[Code]:
    """The faults for which a sheet's row is rejected."""
    return _ROW_CODES - {Code.REPEATED} if sheet.repeats_speak else _ROW_CODES


def _without(sheet: Sheet, rows: pd.DataFrame, failures: Sequence[Failure]) -> pd.DataFrame:
    """Empty every cell blamed with an error; drop every row that was rejected."""
    emptied: dict[str, list[int]] = {}
    for failure in failures:
        if failure.code.severity is Severity.ERROR and failure.code not in _ROW_CODES:
            emptied.setdefault(failure.field, []).append(failure.at)
    rejected = sorted({failure.at for failure in failures if failure.code in _rejecting(sheet)})
    if not emptied and not rejected:
        return rows
    kept = rows.copy()
    for name, positions in emptied.items():
        kept.loc[positions, name] = pd.NA
    return kept.drop(index=rejected).reset_index(drop=True)
