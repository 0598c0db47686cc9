"""Who sent what, and what became of every file and row."""

from collections.abc import Callable, Sequence

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Cell, Column, Grid, ListColumn, Listing, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.submissions import Ledger, Status, Submission
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import value_said
from learnsoc_xlsx.stages.write.views.figure_cells import doubt
from learnsoc_xlsx.vietnamese.dates import format_date

_STATES = {"missing": ("✘ Thiếu", Look.BAD), "late": ("▲ Muộn", Look.DOUBT)}
_NOTHING = "Không có."
_REFUSED = ("✘ Không nhận", Look.BAD)
_LOOKED_AT = ("✔ Nhận, cần xem", Look.PLAIN)


def receipts(scope: Scope, view: View) -> Page:
    """Show for each unit and year whether its report came."""
    states = _states(scope)
    years = sorted({year for _, year in states})
    units = scope.lookup.sorted_units(unit for unit, _ in states)
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Đơn vị", 44),
        *(Column(f"Năm {year}", 15, Show.CENTRE) for year in years),
    )
    rows = tuple(
        Row((Cell(number), Cell(scope.lookup.name(unit)), *(_state(states.get((unit, year))) for year in years)))
        for number, unit in enumerate(units, 1)
    )
    intro = ("✔ đã nhận · ▲ nhận muộn · ✘ thiếu, hoặc tệp gửi về không nhận được. Ô trống: năm đó không phải báo cáo.",)
    return Page(view.show, view.sheet, view.title, (Grid(columns, rows, held=2),), intro)


def _state(state: tuple[str, Look] | None) -> Cell:
    return Cell(state[0], look=state[1]) if state else Cell("")


def _states(scope: Scope) -> dict[tuple[str, int], tuple[str, Look]]:
    """What became of each unit's report of each year; a file that counts outweighs one that does not."""
    states: dict[tuple[str, int], tuple[str, Look]] = {}
    for report in scope.whole.missing:
        states[report.unit, report.year] = _STATES.get(report.state, (report.state, Look.PLAIN))
    for sent in scope.whole.submissions:
        key = (sent.unit, sent.year)
        if not sent.unit or not sent.year or sent.form not in scope.lookup.reporting:
            continue
        if sent.status is Status.ACCEPTED:
            states.setdefault(key, ("✔ Đã nhận", Look.GOOD))
        elif sent.status is Status.ACCEPTED_WITH_FINDINGS:
            states.setdefault(key, _LOOKED_AT)
        elif sent.status is Status.REFUSED and states.get(key, _STATES["missing"]) == _STATES["missing"]:
            states[key] = _REFUSED
    return states


def missing(scope: Scope, view: View) -> Page:
    """List the reports that are due and not there, and those that came late."""
    columns = (
        Column("STT", 5, Show.CENTRE), Column("Đơn vị", 34), Column("Năm", 8, Show.YEAR), Column("Tình trạng", 14),
        Column("Hạn cuối", 13, Show.DATE), Column("Ngày nhận", 13, Show.DATE), Column("E-mail", 30),
    )  # fmt: skip
    reports = sorted(
        scope.whole.missing, key=lambda report: (-report.year, report.state, scope.lookup.order(report.unit))
    )
    rows = []
    for number, report in enumerate(reports, 1):
        label, look = _STATES.get(report.state, (report.state, Look.PLAIN))
        unit = scope.run.register.unit_on(report.unit, scope.run.as_of)
        cells = (
            Cell(number),
            Cell(scope.lookup.name(report.unit)),
            Cell(report.year),
            Cell(label, look=look),
            Cell(report.due),
        )
        rows.append(Row((*cells, Cell(report.received or ""), Cell(unit.email or "" if unit else ""))))
    if not rows:
        return Page(view.show, view.sheet, view.title, (), (_NOTHING,))
    return Page(view.show, view.sheet, view.title, (Grid(columns, tuple(rows)),))


def files(scope: Scope, view: View) -> Page:
    """List every file found and what became of it."""
    submissions = scope.whole.submissions
    forms = {form.id: f"{form.number} {form.title}" for form in scope.run.forms}
    return _listed(view, len(submissions), lambda: (
        ListColumn(Column("Tệp", 38), [sent.file for sent in submissions]),
        ListColumn(Column("Mở", 6, Show.CENTRE), ["mở"] * len(submissions),
                   links=tuple(Place(sent.file) for sent in submissions)),
        ListColumn(Column("Kết quả", 17), [f"{_sign(sent)} {sent.status.label}" for sent in submissions]),
        ListColumn(Column("Lý do", 42), [sent.reason for sent in submissions]),
        ListColumn(Column("Mẫu", 16), [forms.get(sent.form, sent.form) for sent in submissions]),
        ListColumn(Column("Phiên bản", 10, Show.CENTRE),
                   [sent.stamp.version if sent.stamp else "" for sent in submissions]),
        ListColumn(Column("Năm", 6, Show.CENTRE), [str(sent.year or "") for sent in submissions]),
        ListColumn(Column("Đơn vị", 19), [scope.lookup.name(sent.unit) if sent.unit else "" for sent in submissions]),
        ListColumn(Column("Ngày lập", 11, Show.CENTRE),
                   [format_date(sent.received) if sent.received else "" for sent in submissions]),
        ListColumn(Column("SHA-256 (đầu)", 10, Show.CENTRE), [sent.sha256[:8] for sent in submissions]),
    ))  # fmt: skip


def _sign(sent: Submission) -> str:
    return "✔" if sent.status.counts else "✘" if sent.status is Status.REFUSED else "•"


def findings(scope: Scope, view: View) -> Page:
    """List every finding, errors first, each with a link to its cell."""
    order = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(scope.whole.findings, key=lambda finding: order[finding.severity.word])
    counts = {word: sum(finding.severity.word == word for finding in ordered) for word in order}
    intro = (
        f"✖ Lỗi: {counts['error']} · ▲ Cần xem: {counts['warning']} · • Ghi chú: {counts['note']}. Bấm vào cột “Ô” để mở đúng chỗ.",
    )
    return _listed(view, len(ordered), lambda: (
        ListColumn(Column("Mức", 11), [f"{finding.severity.sign} {finding.severity.label}" for finding in ordered]),
        ListColumn(Column("Mã", 6, Show.CENTRE), [finding.code.code for finding in ordered]),
        ListColumn(Column("Đơn vị", 20), [scope.lookup.short_name(finding.unit) for finding in ordered]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(finding.year or "") for finding in ordered]),
        ListColumn(Column("Tệp", 32), [finding.place.file for finding in ordered]),
        ListColumn(Column("Trang", 14), [finding.place.sheet for finding in ordered]),
        ListColumn(Column("Ô", 8, Show.CENTRE), [finding.place.cell or "mở tệp" for finding in ordered],
                   links=tuple(finding.place for finding in ordered)),
        ListColumn(Column("Nội dung", 74), [finding.message for finding in ordered]),
    ), intro)  # fmt: skip


def ledger(scope: Scope, view: View) -> Page:
    """Balance the rows of every table of every file: read = accepted + rejected + ignored."""
    lines: list[tuple[Submission, Ledger]] = [
        (sent, table) for sent in scope.whole.submissions for table in sent.tables
    ]
    return _listed(view, len(lines), lambda: (
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
    return _listed(view, len(left_out), lambda: (
        ListColumn(Column("Tệp", 40), [place.file for place in places]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(sent[outcome.submission].year or "") for outcome in left_out]),
        ListColumn(Column("Trang", 20), [outcome.sheet for outcome in left_out]),
        ListColumn(Column("Dòng", 8, Show.CENTRE), [str(outcome.row or "") for outcome in left_out], links=places),
        ListColumn(Column("Kết quả", 12), [outcome.fate.label for outcome in left_out]),
        ListColumn(Column("Lý do", 70), [outcome.reason for outcome in left_out]),
    ))  # fmt: skip


def local_numbers(scope: Scope, view: View) -> Page:
    """List the numbers in use that the commune set, or that nobody has verified."""
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Nội dung", 50),
        Column("Số đang dùng", 13, Show.CENTRE),
        Column("Nguồn", 40),
        Column("Lưu ý", 20),
        Column("Mã trong danh bạ", 34),
    )
    rows = tuple(
        Row(
            (
                Cell(number),
                Cell(quantity.label or quantity.key),
                Cell(value_said(quantity.value)),
                Cell(quantity.source),
                Cell(doubt(quantity.local, quantity.verified)),
                Cell(quantity.key),
            )
        )
        for number, quantity in enumerate(scope.whole.local_numbers, 1)
    )
    if not rows:
        return Page(view.show, view.sheet, view.title, (), (_NOTHING,))
    intro = (
        "Các số này không có trong kế hoạch hoặc chưa đối chiếu được với bản gốc. Xã đặt lại ở trang “Ngưỡng” của danh bạ.",
    )
    return Page(view.show, view.sheet, view.title, (Grid(columns, rows),), intro)


def _listed(view: View, length: int, columns: Callable[[], Sequence[ListColumn]], intro: tuple[str, ...] = ()) -> Page:
    if not length:
        return Page(view.show, view.sheet, view.title, (), (*intro, _NOTHING))
    return Page(view.show, view.sheet, view.title, (Listing(tuple(columns()), length),), intro)
