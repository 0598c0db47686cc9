"""Validate: each table checked once, by its schema and its rules, over the rows of every submission together.

It knows no year and no unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.findings.in_column import in_column
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.returns.lost import LostCells, LostColumn
from learnsoc_xlsx.model.returns.tables import WHOLE_ROW, Cell, Lost, Table
from learnsoc_xlsx.stages.check.within.breaches import Breaches, without
from learnsoc_xlsx.stages.check.within.given_expected import BrokenCells, saying_of
from learnsoc_xlsx.stages.check.within.not_whole import NONE_LOOSE, Loose
from learnsoc_xlsx.stages.check.within.rules import Broken, Failure, rules_of
from learnsoc_xlsx.stages.check.within.schema import failures_of

_ROW_CODES = frozenset({Code.IDENTITY_EMPTY, Code.REPEATED})


def validate(table: Table, causes: Causes) -> tuple[Table, list[Finding]]:
    """Check one table and leave out what is wrong. Returns the table with wrong cells emptied and rejected rows gone (R07, and
    R03 where a repeat says nothing), each lost with its finding, and the findings, submission by submission.
    """
    breaches = breaches_of(table, causes)
    return without(table, breaches), [finding for own in breaches.values() for finding in own.findings]


def breaches_of(table: Table, causes: Causes, loose: Loose = NONE_LOOSE) -> dict[int, Breaches]:
    """Return what each submission breaks in a table, the findings in the order of the codes and rows.

    What `causes` speaks of already has no second finding (one cause, one finding); `loose` are the figures that are not whole.
    """
    if table.rows.empty:
        return {}
    rows = table.rows.reset_index(drop=True)
    broken = failures_of(table.sheet, rows, list(rules_of(table.sheet, rows, loose)))
    verdict = _Blaming(table, rows, BrokenCells(rows, broken), causes)
    for (name, code), cells in broken.items():
        verdict.take(name, code, cells)
    return verdict.by_submission(broken) if broken else {}


@dataclass
class _Blaming:
    """Goes through what a table breaks: says what is not said yet, and remembers what was lost by which finding."""

    table: Table
    rows: pd.DataFrame
    cells: BrokenCells
    causes: Causes
    findings: list[Finding] = field(default_factory=list)
    lost: dict[Cell, Lost] = field(default_factory=dict)
    lost_columns: list[LostColumn] = field(default_factory=list)
    _blamed: dict[str, dict[int, Finding]] = field(default_factory=dict)

    def take(self, name: str, code: Code, cells: Sequence[int]) -> None:
        """Blame a field at these positions for breaking a rule, whatever was blamed for a rule before."""
        blamed = self._blamed.setdefault(name, {})
        unsaid: dict[int, list[int]] = {}
        for at in cells:
            number = self._number(at)
            layout = self.table.layouts[number]
            if name not in layout.anchors:  # the file lacks the whole column or line, which is said once
                cause = next(iter(self.causes.of(number, layout.sheet, name)), None)
                self._lose(name, code, at, cause)
                continue
            cause = self.causes.at(number, layout.place(name, self._row(at))) or blamed.get(at)
            if cause is None:
                unsaid.setdefault(number, []).append(at)
            else:
                blamed[at] = cause
                self._lose(name, code, at, cause)
        for number, places in unsaid.items():
            self._say(name, code, number, places)

    def _say(self, name: str, code: Code, number: int, places: list[int]) -> None:
        """Say what is wrong at these positions of one submission, and remember what is lost by it."""
        sayings: dict[Saying, int] = {}
        failures = (Failure(at, name, code) for at in places)
        in_turn = (saying_of(failure, self.table.sheet, self.rows, self.cells) for failure in failures)
        numbers = [sayings.setdefault(saying, len(sayings)) for saying in in_turn]
        rows = [self._row(at) for at in places]
        findings = in_column(code, self.table.layouts[number], number, name, rows, list(sayings), numbers)
        self.findings += findings
        is_group = findings[0].alike is not None
        self._blamed[name] |= zip(places, findings * len(places) if is_group else findings, strict=True)
        if is_group and code.severity is Severity.ERROR and code not in _ROW_CODES:
            self.lost_columns.append(LostColumn(findings[0], tuple(saying.given for saying in sayings)))
        else:
            for at in places:
                self._lose(name, code, at, self._blamed[name][at])

    def _lose(self, name: str, code: Code, at: int, cause: Finding | None) -> None:
        """Remember by which finding a cell, or its row, is lost."""
        if cause is None or code.severity is not Severity.ERROR:
            return
        number, row = self._number(at), self._row(at)
        if code in _rejecting(self.table.sheet):
            self.lost.setdefault((number, row, WHOLE_ROW), Lost("", cause))
        elif code not in _ROW_CODES and (number, row, name) not in self.table.lost:
            own = cause.in_row(row)
            self.lost.setdefault((number, row, name), Lost(own.given, own))

    def by_submission(self, broken: Broken) -> dict[int, Breaches]:
        """Share out what was found to the submissions that broke something."""
        numbers = sorted({self._number(at) for cells in broken.values() for at in cells})
        own = {number: _Share() for number in numbers}
        for finding in self.findings:
            own[finding.submission].findings.append(finding)
        for cell, lost in self.lost.items():
            own[cell[0]].lost[cell] = lost
        for column in self.lost_columns:
            own[column.finding.submission].lost_columns.append(column)
        turns = self.rows.groupby("submission").cumcount().to_numpy()
        for (name, code), cells in broken.items():
            for at in cells:
                own[self._number(at)].lets_go(self.table.sheet, name, code, int(turns[at]))
        return {number: one.breaches for number, one in own.items()}

    def _number(self, at: int) -> int:
        return int(self.cells["submission", at])

    def _row(self, at: int) -> int:
        return int(self.cells["row", at])


@dataclass
class _Share:
    """What is wrong in the rows of one submission, as far as it is gathered."""

    findings: list[Finding] = field(default_factory=list)
    lost: dict[Cell, Lost] = field(default_factory=dict)
    lost_columns: list[LostColumn] = field(default_factory=list)
    emptied: dict[str, list[int]] = field(default_factory=dict)
    rejected: list[int] = field(default_factory=list)

    def lets_go(self, sheet: Sheet, name: str, code: Code, turn: int) -> None:
        """Let go of a cell that is blamed with an error, or of its row."""
        if code in _rejecting(sheet):
            self.rejected.append(turn)
        elif code.severity is Severity.ERROR and code not in _ROW_CODES:
            self.emptied.setdefault(name, []).append(turn)

    @property
    def breaches(self) -> Breaches:
        emptied = {name: tuple(turns) for name, turns in self.emptied.items()}
        return Breaches(tuple(self.findings), LostCells(self.lost, self.lost_columns), emptied, tuple(self.rejected))


def _rejecting(sheet: Sheet) -> frozenset[Code]:
    """The faults for which a sheet's row is rejected."""
    return _ROW_CODES - {Code.REPEATED} if sheet.repeats_speak else _ROW_CODES
