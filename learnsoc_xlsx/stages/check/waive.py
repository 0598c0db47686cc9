"""Waive: a warning that the officer has accepted in the register stays, as a note with who and why.

An error stays one: what it is about is left out of the figures, whoever accepts it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.register import Register, Waiver


def waive(findings: Iterable[Finding], register: Register) -> list[Finding]:
    """Mark every warning that a waiver of the register covers: by code and unit, and by year and cell where it names them.

    Of a warning that stands in many cells those that a waiver names become warnings of their own, and are marked.
    """
    return [one for finding in findings for one in _judged(finding, register.waivers)]


def _judged(finding: Finding, waivers: Iterable[Waiver]) -> Iterator[Finding]:
    about = [waiver for waiver in waivers if _is_about(waiver, finding)]
    whole = [waiver for waiver in about if waiver.cell is None]
    if finding.alike is None or whole or not about:
        yield _waived(finding, whole if finding.alike else about)
        return
    cells = {waiver.cell for waiver in about}
    rows = frozenset(row for row in finding.alike.rows if f"{finding.alike.column}{row}" in cells)
    yield from (_waived(finding.in_row(row), about) for row in sorted(rows))
    rest = finding.alike.without(rows)
    if len(rest):
        yield replace(finding.in_row(rest.rows[0]), alike=rest)


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver may cover a finding, at whatever cell."""
    return (
        finding.code.severity is Severity.WARNING
        and waiver.code == finding.code.code
        and waiver.unit == finding.unit
        and waiver.year in (None, finding.year)
    )


def _waived(finding: Finding, waivers: Iterable[Waiver]) -> Finding:
    """The finding, marked by the first of the waivers that names its cell, or none."""
    covering = (waiver for waiver in waivers if waiver.cell in (None, finding.place.cell))
    waiver = next(covering, None)
    return replace(finding, waived=waiver.reason, waived_by=waiver.by) if waiver else finding
