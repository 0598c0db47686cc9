"""Open points: what the sender of last year's return was asked to mend and did not, in plain words."""

from collections.abc import Iterable

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.prefill import StillOpen


def open_points(findings: Iterable[Finding]) -> dict[int, tuple[StillOpen, ...]]:
    """Return what is open in each return, by its number, of the findings of a run, as its sender is told it: of no other unit, its
    people or its files.

    What the officer accepted, notes, and what the office settles alone are left out. Errors come first, then as somebody
    reads who goes through the workbook.
    """
    wanted: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.severity is not Severity.NOTE and not finding.code.for_office and not finding.superseded:
            wanted.setdefault(finding.submission, []).append(finding)
    return {number: tuple(map(_point, sorted(own, key=_order))) for number, own in wanted.items()}


def _order(finding: Finding) -> tuple[str, str, int, str]:
    place = finding.place
    return finding.severity.word, place.sheet, place.row, place.cell


def _point(finding: Finding) -> StillOpen:
    place = finding.place
    cell = place.cell or ("cả trang" if place.sheet else "")
    return StillOpen(finding.severity.label, place.sheet or "Cả tệp", cell, finding.to_the_sender)
