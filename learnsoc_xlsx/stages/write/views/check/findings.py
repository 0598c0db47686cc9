"""What was found, each with a link to its cell."""

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.report import Column, ListColumn, Page, Show, View
from learnsoc_xlsx.stages.write.found.every_cell import NAME
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.check.long_list import cut, listed
from learnsoc_xlsx.vietnamese.numbers import format_number


def findings(scope: Scope, view: View) -> Page:
    """List every finding, errors first, each with a link to its cell; those of versions that do not count come last."""
    order = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(scope.whole.findings, key=lambda finding: (finding.superseded, order[finding.severity.word]))
    counted = scope.whole.counted
    counts = {word: sum(finding.severity.word == word for finding in counted) for word in order}
    others = len(ordered) - len(counted)
    more = f" {others} điểm ở các bản không được tính nêu sau cùng, không kể ở trên." if others else ""
    contacts = scope.lookup.stated("contact")
    cells = sum(finding.size for finding in counted)
    many = (
        f" Lỗi như nhau ở nhiều ô của một cột kể là một điểm (tất cả {format_number(cells)} chỗ)."
        if cells > len(counted)
        else ""
    )
    shown, rest = cut(ordered, NAME)
    intro = (
        f"✖ Lỗi: {counts['error']} · ▲ Cần xem: {counts['warning']} · • Ghi chú: {counts['note']}. Bấm vào cột “Ô” để mở đúng chỗ.{many}{more}",
        *rest,
    )
    return listed(view, len(shown), lambda: (
        ListColumn(Column("Mức", 11), [_level(finding) for finding in shown]),
        ListColumn(Column("Mã", 6, Show.CENTRE), [finding.code.code for finding in shown]),
        ListColumn(Column("Đơn vị", 20), [scope.lookup.short_name(finding.unit) for finding in shown]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(finding.year or "") for finding in shown]),
        ListColumn(Column("Tệp", 32), [finding.place.file for finding in shown]),
        ListColumn(Column("Trang", 14), [finding.place.sheet for finding in shown]),
        ListColumn(Column("Ô", 8, Show.CENTRE), [_spot(finding) for finding in shown],
                   links=tuple(finding.place for finding in shown)),
        ListColumn(Column("Nội dung", 74), [finding.message for finding in shown]),
        ListColumn(Column("Người lập, số điện thoại", 22), [contacts.get(finding.submission, "") for finding in shown]),
    ), intro)  # fmt: skip


def _spot(finding: Finding) -> str:
    """Where it stands; of many cells the first, for the sentence names the others."""
    return f"{finding.place.spot}, …" if finding.alike else finding.place.spot


def _level(finding: Finding) -> str:
    return "– Không kể" if finding.superseded else f"{finding.severity.sign} {finding.severity.label}"
