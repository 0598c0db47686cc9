"""What the program says became of one file: the balance of each table, its rows one by one, and every finding."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.returns.submissions import Ledger, RowOutcome
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.stages.check.check import breaches_within, check
from learnsoc_xlsx.stages.check.tally import tally
from learnsoc_xlsx.stages.receive.unpack.unpack import Item

WHOLE_TABLE = 0
"""The row of an outcome that is of a whole table."""


@dataclass(frozen=True)
class Became:
    """What became of a row that did not count."""

    row: int
    rejected: bool
    reason: str


@dataclass(frozen=True)
class Named:
    """Where something is said: the sheet ("": the file), and the cell, the row as “7:7”, or "" for the sheet."""

    code: str
    sheet: str
    cell: str
    words: str


@dataclass
class Recorded:
    """What the program says of one table of a file: its balance; the rows that count, each with the fields that it has; the
    rows that do not.
    """

    balance: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Read, accepted, rejected, ignored."""
    counted: dict[int, set[str]] = field(default_factory=dict)
    others: list[Became] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    """Rows that count more than once."""

    def count(self, row: int, fields: set[str]) -> None:
        """Take in a row that counts."""
        if row in self.counted:
            self.twice.append(row)
        self.counted[row] = fields


@dataclass(frozen=True)
class Record:
    """What the program says of one file; `counts` says whether its figures are used, `tables` are by “form.sheet”."""

    form: str
    year: int
    counts: bool
    tables: Mapping[str, Recorded]
    named: Sequence[Named]


def record_of(path: Path) -> Record:
    """Read and check one return alone, and return what is said of it."""
    batch = intake(Task(((0, Item(path.name, path)),)))
    causes = Causes(batch.findings)
    accepted, findings = check(batch.tables, breaches_within(batch.tables, causes), batch.by_number, causes)
    everything = [*batch.findings, *findings]
    (sent,), outcomes = tally(batch.submissions, batch.tables, accepted, batch.set_aside, everything)
    tables: dict[str, Recorded] = defaultdict(Recorded)
    for ledger in sent.tables:
        tables[ledger.table].balance = _balance(ledger)
    _count(tables, accepted, outcomes)
    return Record(sent.form, sent.year, sent.status.counts, dict(tables), list(_named(everything)))


def _count(tables: Mapping[str, Recorded], accepted: Iterable[Table], outcomes: Iterable[RowOutcome]) -> None:
    for table in accepted:
        fields = [asked.id for asked in table.sheet.asked]
        for row in table.rows.to_dict("records"):
            given = {name for name in fields if not pd.isna(row[name])}
            in_file = row["row"] if table.sheet.kind is SheetKind.LIST else WHOLE_TABLE
            tables[table.sheet.key].count(in_file, given)
    for outcome in outcomes:
        rejected = outcome.fate.word == "rejected"
        tables[outcome.table].others.append(Became(outcome.row, rejected, outcome.reason))


def _balance(ledger: Ledger) -> tuple[int, int, int, int]:
    return ledger.read, ledger.accepted, ledger.rejected, ledger.ignored


def _named(findings: Iterable[Finding]) -> Iterator[Named]:
    for finding in findings:
        for one in finding.one_by_one():
            yield Named(one.code.code, one.place.sheet, one.place.cell, one.message)
