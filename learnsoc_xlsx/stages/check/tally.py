"""Tally: what became of every row of every table, so that read = accepted + rejected + ignored, each by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.frames import positions
from learnsoc_xlsx.model.findings import Finding, Severity
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Ledger, RowOutcome, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table

Tallied = tuple[list[Submission], list[RowOutcome]]
Sent = Mapping[int, Submission]
_Counted = tuple[int, Ledger, list[RowOutcome]]
"""A submission's number, the ledger of its table, and its rows that did not count."""


def tally(
    submissions: Sequence[Submission],
    read: Sequence[Table],
    accepted: Sequence[Table],
    ignored: Sequence[RowOutcome],
    findings: Sequence[Finding],
) -> Tallied:
    """Fill in each submission's ledger and final status, and name every row that did not count.

    `read` holds the tables as normalised, `accepted` those of the submissions that count as validated. A row of a
    fixed sheet is one of its fields.
    """
    by_number = {each.number: each for each in submissions}
    kept = _by_key(accepted)
    reasons = _reasons(findings)
    ledgers: dict[int, list[Ledger]] = {}
    outcomes = list(ignored)
    passed_over: dict[tuple[int, str], int] = {}
    for each in ignored:
        passed_over[each.submission, each.table] = passed_over.get((each.submission, each.table), 0) + 1
    for table in read:
        count = _fixed if table.sheet.kind is SheetKind.FIXED else _list
        for number, ledger, said in count(table, kept.get(table.sheet.key, ()), by_number, reasons):
            over = passed_over.get((number, table.sheet.key), 0)
            ledgers.setdefault(number, []).append(
                replace(ledger, read=ledger.read + over, ignored=ledger.ignored + over)
            )
            outcomes += said
    doubted = {each.submission for each in findings if each.severity is not Severity.NOTE}
    settled = [_settled(each, ledgers.get(each.number, []), each.number in doubted) for each in submissions]
    return settled, sorted(outcomes, key=lambda each: (each.submission, each.table, each.row))


def _settled(submission: Submission, ledgers: list[Ledger], doubted: bool) -> Submission:
    status = submission.status
    if status.counts:
        status = Status.ACCEPTED_WITH_FINDINGS if doubted else Status.ACCEPTED
    return replace(submission, status=status, tables=tuple(sorted(ledgers, key=lambda each: each.table)))


def _by_key(tables: Sequence[Table]) -> dict[str, list[Table]]:
    found: dict[str, list[Table]] = {}
    for table in tables:
        found.setdefault(table.sheet.key, []).append(table)
    return found


_Reasons = Mapping[tuple[int, str, str], str]


def _reasons(findings: Sequence[Finding]) -> _Reasons:
    """The sentence of the first error at each (submission, sheet, cell)."""
    known: dict[tuple[int, str, str], str] = {}
    for each in findings:
        if each.severity is Severity.ERROR:
            known.setdefault((each.submission, each.place.sheet, each.place.cell), each.message)
    return known


def _list(table: Table, kept: Sequence[Table], sent: Sent, reasons: _Reasons) -> Iterator[_Counted]:
    read, alive = _numbers([table]), _numbers(kept)
    identity = [each.id for each in table.sheet.asked if each.identity]
    for number, layout in table.layouts.items():
        rows = read.get(number, [])
        if not sent[number].status.counts:
            yield _not_counted(table, sent[number], len(rows))
            continue
        still = set(alive.get(number, ()))
        lacking = next(
            (
                f"Thiếu cột “{each.label}”."
                for each in table.sheet.asked
                if each.identity and each.id not in layout.anchors
            ),
            "",
        )
        rejected = [row for row in rows if row not in still]
        outcomes = []
        for row in rejected:
            cells = [layout.place(name, row).cell for name in identity]
            reason = next((reasons[key] for cell in cells if (key := (number, layout.sheet, cell)) in reasons), lacking)
            outcomes.append(RowOutcome(number, table.sheet.key, layout.sheet, row, "rejected", reason))
        accepted = len(rows) - len(rejected)
        yield number, Ledger(table.sheet.key, layout.sheet, len(rows), accepted, len(rejected), 0), outcomes


def _numbers(tables: Sequence[Table]) -> dict[int, list[int]]:
    """The row numbers of each submission."""
    found: dict[int, list[int]] = {}
    for table in tables:
        numbers = table.rows["row"].to_numpy()
        for submission, own in positions(table).items():
            found.setdefault(submission, []).extend(numbers[own].tolist())
    return found


def _fixed(table: Table, kept: Sequence[Table], sent: Sent, reasons: _Reasons) -> Iterator[_Counted]:
    alive = _filled(kept)
    for number, layout in table.layouts.items():
        if not sent[number].status.counts:
            yield _not_counted(table, sent[number], len(layout.anchors))
            continue
        filled = alive.get(number, set()) & layout.anchors.keys()
        outcomes = []
        for cell in (cell for name, cell in layout.anchors.items() if name not in filled):
            reason = reasons.get((number, layout.sheet, cell))
            row = Place(layout.file, layout.sheet, cell).row
            outcome = "rejected" if reason else "ignored"
            outcomes.append(RowOutcome(number, table.sheet.key, layout.sheet, row, outcome, reason or "Ô để trống."))
        rejected = sum(1 for each in outcomes if each.outcome == "rejected")
        blank = len(outcomes) - rejected
        counts = (len(layout.anchors), len(filled), rejected, blank)
        yield number, Ledger(table.sheet.key, layout.sheet, *counts), outcomes


def _filled(tables: Sequence[Table]) -> dict[int, set[str]]:
    """The fields that each submission filled in."""
    found: dict[int, set[str]] = {}
    for table in tables:
        numbers = table.rows["submission"]
        for each in table.sheet.asked:
            if each.id in table.rows:
                for number in numbers[table.rows[each.id].notna()]:
                    found.setdefault(int(number), set()).add(each.id)
    return found


def _not_counted(table: Table, sent: Submission, count: int) -> _Counted:
    """The whole table of a submission that was refused or superseded."""
    sheet = table.layouts[sent.number].sheet
    said = [RowOutcome(sent.number, table.sheet.key, sheet, 0, "ignored", f"Cả trang ({count} dòng): {sent.reason}")]
    return sent.number, Ledger(table.sheet.key, sheet, count, 0, 0, count), said if count else []
