"""What became of every row: the balance of each table, and why a row did not count."""

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Column, ListColumn, Page, Show, View
from learnsoc_xlsx.model.returns.submissions import Ledger, Submission
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.check.long_list import listed


def ledger(scope: Scope, view: View) -> Page:
    """Balance the rows of every table of every file: read = accepted + rejected + ignored."""
    lines: list[tuple[Submission, Ledger]] = [
        (sent, table) for sent in scope.whole.submissions for table in sent.tables
    ]
    return listed(view, len(lines), lambda: (
        ListColumn(Column("Tệp", 44), [sent.file for sent, _ in lines]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(sent.year or "") for sent, _ in lines]),
        ListColumn(Column("Trang", 24), [table.sheet for _, table in lines]),
        ListColumn(Column("Đọc", 10, Show.COUNT), [table.read for _, table in lines]),
        ListColumn(Column("Nhận", 10, Show.COUNT), [table.accepted for _, table in lines]),
        ListColumn(Column("Loại", 10, Show.COUNT), [table.rejected for _, table in lines]),
        ListColumn(Column("Bỏ qua", 10, Show.COUNT), [table.ignored for _, table in lines]),
        ListColumn(
            Column("Chênh lệch (phải bằng 0)", 13, Show.COUNT),
            [table.read - table.accepted - table.rejected - table.ignored for _, table in lines],
            formula="D{row}-E{row}-F{row}-G{row}",
        ),
    ))  # fmt: skip


def outcomes(scope: Scope, view: View) -> Page:
    """List every row that did not count, and why."""
    left_out = scope.whole.outcomes
    sent = scope.lookup.submissions
    places = tuple(
        Place(sent[outcome.submission].file, outcome.sheet, f"A{outcome.row}" if outcome.row else "")
        for outcome in left_out
    )
    return listed(view, len(left_out), lambda: (
        ListColumn(Column("Tệp", 40), [place.file for place in places]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(sent[outcome.submission].year or "") for outcome in left_out]),
        ListColumn(Column("Trang", 20), [outcome.sheet for outcome in left_out]),
        ListColumn(Column("Dòng", 8, Show.CENTRE), [str(outcome.row or "") for outcome in left_out], links=places),
        ListColumn(Column("Kết quả", 12), [outcome.fate.label for outcome in left_out]),
        ListColumn(Column("Lý do", 70), [outcome.reason for outcome in left_out]),
    ))  # fmt: skip
