"""Tally: what became of every row of every table, so that read = accepted + rejected + ignored, each by name.

It decides nothing: reading set rows aside and `within/` rejected them, each with its reason, which is looked up here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from learnsoc_xlsx.frames import positions
from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.submissions import Fate, Ledger, RowOutcome, Status, Submission
from learnsoc_xlsx.model.returns.tables import WHOLE_ROW, Cell, Lost, Table

Tallied = tuple[list[Submission], list[RowOutcome]]
Sent = Mapping[int, Submission]
_Counted = tuple[int, Ledger, list[RowOutcome]]
"""A submission's number, the ledger of its table, and its rows that did not count."""
_BLANK = "Ô để trống."


def tally(
    submissions: Sequence[Submission],
    read: Sequence[Table],
    accepted: Sequence[Table],
    set_aside: Sequence[RowOutcome],
    findings: Sequence[Finding],
) -> Tallied:
    """Fill in each submission's ledger and final status, and name every row that did not count.

    `read` holds the tables as normalised, `accepted` those of the submissions that count as validated, `set_aside` the
    rows that are no records. A row of a fixed sheet is one of its fields.
    """
    by_number = {sent.number: sent for sent in submissions}
    kept = {key: _Kept(tables) for key, tables in _by_key(accepted).items()}
    none = _Kept(())
    over = Counter((row.submission, row.table) for row in set_aside)
    ledgers: dict[int, list[Ledger]] = {}
    outcomes = list(set_aside)
    for table in read:
        count = _fixed if table.sheet.kind is SheetKind.FIXED else _list
        for number, ledger, rows in count(table, kept.get(table.sheet.key, none), by_number):
            more = over[number, table.sheet.key]
            ledgers.setdefault(number, []).append(
                replace(ledger, read=ledger.read + more, ignored=ledger.ignored + more)
            )
            outcomes += rows
    doubted = {finding.submission for finding in findings if finding.severity is not Severity.NOTE}
    settled = [_settled(sent, ledgers.get(sent.number, []), sent.number in doubted) for sent in submissions]
    return settled, sorted(outcomes, key=lambda row: (row.submission, row.table, row.row))


def _settled(submission: Submission, ledgers: list[Ledger], doubted: bool) -> Submission:
    status = submission.status
    if status.counts:
        status = Status.ACCEPTED_WITH_FINDINGS if doubted else Status.ACCEPTED
    return replace(submission, status=status, tables=tuple(sorted(ledgers, key=lambda ledger: ledger.table)))


def _by_key(tables: Sequence[Table]) -> dict[str, list[Table]]:
    by_key: dict[str, list[Table]] = {}
    for table in tables:
        by_key.setdefault(table.sheet.key, []).append(table)
    return by_key


@dataclass(frozen=True)
class _Kept:
    """What is left of one sheet, whatever its revisions, and what was lost of it; each is looked up once."""

    tables: Sequence[Table]

    @cached_property
    def lost(self) -> Mapping[Cell, Lost]:
        return LostCells.together([table.lost for table in self.tables])

    @cached_property
    def numbers(self) -> dict[int, list[int]]:
        return _numbers(self.tables)

    @cached_property
    def filled(self) -> dict[int, set[str]]:
        return _filled(self.tables)


def _list(table: Table, kept: _Kept, sent: Sent) -> Iterator[_Counted]:
    read, alive, lost = _numbers([table]), kept.numbers, kept.lost
    key = table.sheet.key
    for number, layout in table.layouts.items():
        rows = read.get(number, [])
        if not sent[number].status.counts:
            yield _not_counted(table, sent[number], len(rows))
            continue
        still = set(alive.get(number, ()))
        outcomes = [
            RowOutcome(number, key, layout.sheet, row, Fate.REJECTED, lost[number, row, WHOLE_ROW].finding)
            for row in rows
            if row not in still
        ]
        counts = (len(rows), len(rows) - len(outcomes), len(outcomes), 0)
        yield number, Ledger(key, table.sheet.name, *counts), outcomes


def _numbers(tables: Sequence[Table]) -> dict[int, list[int]]:
    """The row numbers of each submission."""
    rows: dict[int, list[int]] = {}
    for table in tables:
        numbers = table.rows["row"].to_numpy()
        for submission, own in positions(table).items():
            rows.setdefault(submission, []).extend(numbers[own].tolist())
    return rows


def _fixed(table: Table, kept: _Kept, sent: Sent) -> Iterator[_Counted]:
    alive, lost = kept.filled, kept.lost
    key = table.sheet.key
    for number, layout in table.layouts.items():
        if not sent[number].status.counts:
            yield _not_counted(table, sent[number], len(layout.anchors))
            continue
        filled = alive.get(number, set()) & layout.anchors.keys()
        outcomes = [
            _empty(number, key, Place(layout.file, layout.sheet, cell), lost.get((number, 0, name)))
            for name, cell in layout.anchors.items()
            if name not in filled
        ]
        rejected = sum(outcome.fate is Fate.REJECTED for outcome in outcomes)
        counts = (len(layout.anchors), len(filled), rejected, len(outcomes) - rejected)
        yield number, Ledger(key, table.sheet.name, *counts), outcomes


def _empty(number: int, key: str, place: Place, lost: Lost | None) -> RowOutcome:
    """What became of a field without a value: it was lost to a finding, or nobody filled it in."""
    if lost is None:
        return RowOutcome(number, key, place.sheet, place.row, Fate.IGNORED, remark=_BLANK)
    return RowOutcome(number, key, place.sheet, place.row, Fate.REJECTED, lost.finding)


def _filled(tables: Sequence[Table]) -> dict[int, set[str]]:
    """The fields that each submission filled in."""
    filled: dict[int, set[str]] = {}
    for table in tables:
        numbers = table.rows["submission"].tolist()
        for field in table.sheet.asked:
            if field.id in table.rows:
                for number, given in zip(numbers, table.rows[field.id].notna().tolist(), strict=True):
                    if given:
                        filled.setdefault(number, set()).add(field.id)
    return filled


def _not_counted(table: Table, sent: Submission, count: int) -> _Counted:
    """The whole table of a submission that was refused or superseded."""
    key, sheet = table.sheet.key, table.layouts[sent.number].sheet
    remark = f"Cả trang ({count} dòng): {sent.reason}"
    whole = [RowOutcome(sent.number, key, sheet, 0, Fate.IGNORED, remark=remark)] if count else []
    return sent.number, Ledger(key, table.sheet.name, count, 0, 0, count), whole
