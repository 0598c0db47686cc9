"""In order: the findings of a run as they are read, each under the unit and year that its file was settled on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import WHICHEVER_COUNTS
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.submissions import Status, Submission


def in_order(findings: Iterable[Finding], submissions: Mapping[int, Submission]) -> list[Finding]:
    """Give each finding the unit and year of its submission, and sort by file, sheet, code and row.

    One that names a unit itself keeps it; one of no submission keeps what it says. What is found inside of a version that
    does not count is marked: all but the reason why it does not, and what may decide whether it should.
    """
    placed = (_of_return(finding, submissions.get(finding.submission)) for finding in findings)
    return sorted(placed, key=_order)


def _order(finding: Finding) -> tuple[str, str, str, int, str]:
    place = finding.place
    return place.file, place.sheet, finding.code.code, place.row, place.cell


def _of_return(finding: Finding, sent: Submission | None) -> Finding:
    if sent is None:
        return finding
    aside = sent.status is Status.SUPERSEDED and finding != sent.refusal and finding.code not in WHICHEVER_COUNTS
    return replace(finding, unit=finding.unit or sent.unit, year=sent.year, superseded=aside)
