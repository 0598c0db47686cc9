"""What was found, each with a link to its cell."""

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.report import Column, ListColumn, Page, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.check.long_list import listed


def findings(scope: Scope, view: View) -> Page:
    """List every finding, errors first, each with a link to its cell; those of versions that do not count come last."""
    order = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(scope.whole.findings, key=lambda finding: (finding.superseded, order[finding.severity.word]))
    counted = scope.whole.counted
    counts = {word: sum(finding.severity.word == word for finding in counted) for word in order}
    others = len(ordered) - len(counted)
    more = f" {others} điểm ở các bản không được tính nêu sau cùng, không kể ở trên." if others else ""
    contacts = scope.lookup.stated("contact")
    intro = (
        f"✖ Lỗi: {counts['error']} · ▲ Cần xem: {counts['warning']} · • Ghi chú: {counts['note']}. Bấm vào cột “Ô” để mở đúng chỗ.{more}",
    )
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Mức", 11), [_level(finding) for finding in ordered]),
        ListColumn(Column("Mã", 6, Show.CENTRE), [finding.code.code for finding in ordered]),
        ListColumn(Column("Đơn vị", 20), [scope.lookup.short_name(finding.unit) for finding in ordered]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(finding.year or "") for finding in ordered]),
        ListColumn(Column("Tệp", 32), [finding.place.file for finding in ordered]),
        ListColumn(Column("Trang", 14), [finding.place.sheet for finding in ordered]),
        ListColumn(Column("Ô", 8, Show.CENTRE), [finding.place.spot for finding in ordered],
                   links=tuple(finding.place for finding in ordered)),
        ListColumn(Column("Nội dung", 74), [finding.message for finding in ordered]),
        ListColumn(Column("Người lập, số điện thoại", 22), [contacts.get(finding.submission, "") for finding in ordered]),
    ), intro)  # fmt: skip


def _level(finding: Finding) -> str:
    return "– Không kể" if finding.superseded else f"{finding.severity.sign} {finding.severity.label}"
