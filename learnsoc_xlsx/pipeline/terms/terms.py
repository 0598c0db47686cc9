"""The terms of a run: the register that holds, and what law, calendar and numbers it gives the run."""

from dataclasses import dataclass, replace
from datetime import date

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.papers.certificates import Blank
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.pipeline.terms.blank import blank_of
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.pipeline.terms.local_law import LocalLaw, doubted_targets, local_law


@dataclass(frozen=True)
class Terms:
    """Under what a run stands. `findings` say what is wrong with the numbers that the register sets, and with its `blank`."""

    register: Register
    calendar: Calendar
    local: LocalLaw
    findings: tuple[Finding, ...]
    blank: Blank


def terms_of(register: Register, as_of: date | None, today: date | None = None) -> Terms:
    """Return the terms of a run on a day; None takes the register's closing date, else today (None: the day that it is)."""
    today = as_of or today or date.today()
    calendar = Calendar(register, law(), FORMS, as_of or register.closing_date or today, today, as_of)
    local, findings = local_law(law(), register, calendar.years)
    faults = [*findings, *doubted_targets(law(), register)]
    at_cells = (_at_cell(fault, register) for fault in faults)
    blank, astray = blank_of(register)
    return Terms(register, calendar, local, (*at_cells, *calendar.not_begun(), *astray), blank)


def _at_cell(finding: Finding, register: Register) -> Finding:
    """Move a finding on a row of the register to the cell of the field that it is about."""
    return replace(finding, place=register.cell(finding.place, finding.field), submission=register.number)
