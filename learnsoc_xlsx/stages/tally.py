"""Tally: what became of every row of every table, so that read = accepted + rejected + ignored, each by name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.findings import Finding, Severity
from learnsoc_xlsx.model.forms import SheetKind
from learnsoc_xlsx.model.run import Table
from learnsoc_xlsx.model.submissions import Ledger, RowOutcome, Status, Submission

Tallied = tuple[list[Submission], list[RowOutcome]]


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
        for number in table.layouts:
            sent = by_number[number]
            count = _fixed if table.sheet.kind is SheetKind.FIXED else _list
            ledger, said = count(table, kept.get(table.sheet.key, ()), sent, reasons)
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


def _not_counted(table: Table, sent: Submission, count: int) -> tuple[Ledger, list[RowOutcome]]:
    """The whole table of a submission that was refused or superseded."""
    sheet = table.layouts[sent.number].sheet
    said = [RowOutcome(sent.number, table.sheet.key, sheet, 0, "ignored", f"Cả trang ({count} dòng): {sent.reason}")]
    return Ledger(table.sheet.key, sheet, count, 0, 0, count), said if count else []


def _list(table: Table, kept: Sequence[Table], sent: Submission, reasons: _Reasons) -> tuple[Ledger, list[RowOutcome]]:
    rows = [int(row) for row in table.rows.loc[table.rows["submission"] == sent.number, "row"]]
    if not sent.status.counts:
        return _not_counted(table, sent, len(rows))
    alive = {int(row) for each in kept for row in each.rows.loc[each.rows["submission"] == sent.number, "row"]}
    layout = table.layouts[sent.number]
    rejected = [row for row in rows if row not in alive]
    identity = [each.id for each in table.sheet.asked if each.identity]
    outcomes = []
    for row in rejected:
        cells = [layout.place(name, row).cell for name in identity]
        reason = next((reasons[key] for cell in cells if (key := (sent.number, layout.sheet, cell)) in reasons), "")
        outcomes.append(RowOutcome(sent.number, table.sheet.key, layout.sheet, row, "rejected", reason))
    ledger = Ledger(table.sheet.key, layout.sheet, len(rows), len(rows) - len(rejected), len(rejected), 0)
    return ledger, outcomes


def _fixed(table: Table, kept: Sequence[Table], sent: Submission, reasons: _Reasons) -> tuple[Ledger, list[RowOutcome]]:
    layout = table.layouts[sent.number]
    if not sent.status.counts:
        return _not_counted(table, sent, len(layout.anchors))
    filled = {
        name
        for each in kept
        for record in (each.rows.loc[each.rows["submission"] == sent.number],)
        for name in layout.anchors
        if name in record and record[name].notna().any()
    }
    outcomes = []
    for name, cell in layout.anchors.items():
        if name in filled:
            continue
        reason = reasons.get((sent.number, layout.sheet, cell))
        row = int("".join(filter(str.isdigit, cell)))
        outcome = "rejected" if reason else "ignored"
        outcomes.append(RowOutcome(sent.number, table.sheet.key, layout.sheet, row, outcome, reason or "Ô để trống."))
    rejected = sum(1 for each in outcomes if each.outcome == "rejected")
    ledger = Ledger(table.sheet.key, layout.sheet, len(layout.anchors), len(filled), rejected, len(outcomes) - rejected)
    return ledger, outcomes
