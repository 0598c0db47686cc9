"""Who sent what, who did not, and what became of every file."""

from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Cell, Column, Grid, ListColumn, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.check.long_list import NOTHING, listed
from learnsoc_xlsx.vietnamese.dates import format_date

_STATES = {
    "missing": ("✘ Thiếu", Look.BAD),
    "unread": ("✘ Chưa đọc được", Look.BAD),
    "late": ("▲ Muộn", Look.DOUBT),
}
_REFUSED = ("✘ Không nhận", Look.BAD)
_NOT_OWED = ("Không phải báo cáo", Look.PLAIN)
_MERGED = ("Đã sáp nhập, không phải báo cáo", Look.PLAIN)
_LOOKED_AT = ("✔ Nhận, cần xem", Look.PLAIN)


def receipts(scope: Scope, view: View) -> Page:
    """Show for each unit and year whether its report came."""
    states = _states(scope)
    reporting = {year for phase in scope.run.phases for year in phase.years if year <= scope.run.as_of.year}
    years = sorted({year for _, year in states} & reporting)
    astray = sum(year not in reporting for _, year in states)
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
    intro = (
        "✔ đã nhận · ▲ nhận muộn · ✘ thiếu, hoặc tệp gửi về chưa đọc được, không nhận được. Ô trống: năm đó không phải báo cáo.",
        *([f"Có {astray} báo cáo ghi năm không phải báo cáo: xem trang “Tệp đã nhận”."] if astray else []),
    )
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
            states[key] = _no_more(scope, sent) if _of_no_more(sent) else _REFUSED
    return states


def _no_more(scope: Scope, sent: Submission) -> tuple[str, Look]:
    """What is said of a year in which a unit was no more, or not yet: one that lives on in another owes nothing of its own."""
    row = scope.lookup.run.register.unit_on(sent.unit, date(sent.year, 12, 31))
    return _MERGED if row and row.successor and row.until and row.until.year < sent.year else _NOT_OWED


def _of_no_more(sent: Submission) -> bool:
    """Whether a return is refused for its unit was no more, or not yet, in that year."""
    return sent.refusal is not None and sent.refusal.code in (Code.UNIT_NOT_ALIVE, Code.REPORT_OF_ONES_OWN)


def missing(scope: Scope, view: View) -> Page:
    """List the reports that are due and not there, those that lie there unread, and those that came late."""
    columns = (
        Column("STT", 5, Show.CENTRE), Column("Đơn vị", 34), Column("Năm", 8, Show.YEAR), Column("Tình trạng", 19),
        Column("Hạn cuối", 13, Show.DATE), Column("Ngày nhận", 13, Show.DATE), Column("Thư điện tử", 30),
        Column("Tệp chưa đọc được, hoặc chưa rõ của ai", 46),
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
        address = unit.email or "" if unit else ""
        files = Cell("; ".join(filter(None, (report.file, *report.near))))
        rows.append(Row((*cells, Cell(report.received or ""), Cell(address), files)))
    if not rows:
        return Page(view.show, view.sheet, view.title, (), (NOTHING,))
    return Page(view.show, view.sheet, view.title, (Grid(columns, tuple(rows)),))


def files(scope: Scope, view: View) -> Page:
    """List every file found and what became of it."""
    submissions = scope.whole.submissions
    forms = {form.id: f"{form.number} {form.title}" for form in scope.run.forms}
    contacts = scope.lookup.stated("contact")
    return listed(view, len(submissions), lambda: (
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
        ListColumn(Column("Người lập, số điện thoại", 22), [contacts.get(sent.number, "") for sent in submissions]),
        ListColumn(Column("Mã kiểm tra tệp", 10, Show.CENTRE), [sent.sha256[:8] for sent in submissions]),
    ))  # fmt: skip


def _sign(sent: Submission) -> str:
    return "✔" if sent.status.counts else "✘" if sent.status is Status.REFUSED else "•"
