"""Findings that are new, gone, or say something else than in the last run."""

from collections.abc import Sequence

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.report import Column, ListColumn, Page, Show, View
from learnsoc_xlsx.stages.write.changes.changes import FindingChange, Remark
from learnsoc_xlsx.stages.write.found.every_cell import NAME
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views.changes.words import behind_said
from learnsoc_xlsx.stages.write.views.check.long_list import cut, listed

_INTRO = ("Lời của điểm không còn ghi “…” ở chỗ nói về người: tệp của lần chạy trước không lưu chữ ấy.",)
_KINDS = ("Mới", "Đổi", "Không còn")


def changed_findings(scope: Scope, view: View) -> Page:
    """List the findings that differ from the last run, the new ones first."""
    lookup = scope.lookup
    ordered: Sequence[FindingChange] = sorted(lookup.changes.findings, key=lambda change: _order(lookup, change))
    ordered, rest = cut(ordered, NAME)
    abouts = [_about(change) for change in ordered]
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Thay đổi", 10), [_KINDS[_kind(change)] for change in ordered]),
        ListColumn(Column("Mức", 11), [_LEVELS.get(one.severity, one.severity) for one in abouts]),
        ListColumn(Column("Mã", 6, Show.CENTRE), [one.code for one in abouts]),
        ListColumn(Column("Đơn vị", 20), [_unit(lookup, one.unit) for one in abouts]),
        ListColumn(Column("Năm", 7, Show.CENTRE), [str(one.year or "") for one in abouts]),
        ListColumn(Column("Tệp › trang", 30), [_where(one) for one in abouts]),
        ListColumn(Column("Ô", 8, Show.CENTRE), [one.place.cell or "(cả tệp)" for one in abouts],
                   links=tuple(change.now.place if change.now else None for change in ordered)),
        ListColumn(Column("Nội dung", 60), [_message(change) for change in ordered]),
        ListColumn(Column("Nguyên nhân", 40), [behind_said(lookup, change.behind) for change in ordered]),
    ), (*_INTRO, *rest))  # fmt: skip


_LEVELS = {severity.word: f"{severity.sign} {severity.label}" for severity in Severity}


def _about(change: FindingChange) -> Remark:
    remark = change.now or change.was
    assert remark is not None, "a change has a side"
    return remark


def _kind(change: FindingChange) -> int:
    if change.was is None:
        return 0
    return 1 if change.now else 2


def _order(lookup: Lookup, change: FindingChange) -> tuple[object, ...]:
    about = _about(change)
    severity = list(_LEVELS).index(about.severity) if about.severity in _LEVELS else len(_LEVELS)
    return _kind(change), severity, lookup.order(about.unit), -about.year, about.place, about.code


def _unit(lookup: Lookup, unit: str) -> str:
    return lookup.short_name(unit) if not unit or unit in lookup.codes else lookup.past_name(unit)


def _where(remark: Remark) -> str:
    return " › ".join(part for part in (remark.place.file, remark.place.sheet) if part)


def _message(change: FindingChange) -> str:
    if change.was and change.now and change.was.message != change.now.message:
        return f"{change.now.shown}\nTrước: {change.was.shown}"
    return _about(change).shown
