"""Waive: a warning that the officer has accepted in the register stays, as a note with who and why.

An error stays one: what it is about is left out of the figures, whoever accepts it.
"""

from collections.abc import Iterable
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.register import Register, Waiver


def waive(findings: Iterable[Finding], register: Register) -> list[Finding]:
    """Mark every warning that a waiver of the register covers: by code and unit, and by year and cell where it names them."""
    return [_waived(finding, register.waivers) for finding in findings]


def _waived(finding: Finding, waivers: Iterable[Waiver]) -> Finding:
    for waiver in waivers:
        if (
            finding.code.severity is Severity.WARNING
            and waiver.code == finding.code.code
            and waiver.unit == finding.unit
            and waiver.year in (None, finding.year)
            and waiver.cell in (None, finding.place.cell)
        ):
            return replace(finding, waived=f"{waiver.reason} ({waiver.by})")
    return finding
