"""Spoken: everything that the commune itself says of subjects, and what follows from it for each of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.kinds import Bearer
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Facts
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import AboutUnit, RowKey, Spoken, Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.spoken import confirmed
from learnsoc_xlsx.stages.check.spoken.in_lists import in_lists
from learnsoc_xlsx.stages.check.spoken.recognitions import is_to_come, to_come
from learnsoc_xlsx.stages.check.spoken.statements import statements
from learnsoc_xlsx.stages.check.spoken.unconfirmed import unconfirmed
from learnsoc_xlsx.stages.check.spoken.whole_units import Conferred, whole_units

_UNITS = frozenset({Bearer.UNIT, Bearer.VILLAGE, Bearer.ENTERPRISE})


@dataclass(frozen=True)
class Honours:
    """The titles of each year of the run by id, and the kinds of unit that bear one as a whole."""

    titles: Mapping[int, Mapping[str, Title]]
    bearers: Mapping[str, frozenset[str]]

    @property
    def names(self) -> dict[str, str]:
        return {name: title.name for titles in self.titles.values() for name, title in titles.items()}


def spoken(
    tables: Sequence[Table], submissions: Mapping[int, Submission], register: Register, honours: Honours, until: date
) -> tuple[Spoken, list[Finding]]:
    """Return what follows from the commune's word; `tables` are as accepted, of submissions that count. A decision of a
    day after `until` is not known yet.

    Recognition decides (III.1: “được công nhận”): see `recognitions.py`. Findings: where a unit says otherwise, at its
    cell; where the commune speaks of nobody, or of somebody who cannot be told apart, at its own.
    """
    made = statements(tables, submissions, register)
    of_rows: dict[RowKey, Facts] = {}
    of_units: dict[AboutUnit, Facts] = {}
    findings: list[Finding] = to_come(made, honours.names, until)
    made = [one for one in made if not is_to_come(one, until)]
    for name, laid in _by_title(made).items():
        stated = {year: titles[name] for year, titles in sorted(honours.titles.items()) if name in titles}
        if any(title.subject in _UNITS for title in stated.values()):
            conferred = [Conferred(title, year, laid) for year, title in stated.items()]
            units, faults = whole_units(conferred, honours.bearers.get(name, ()), tables, submissions, register)
            of_units |= units
            findings += faults
            continue
        for year in sorted({one.year for one in laid} & stated.keys()):
            own = [one for one in laid if one.year == year]
            rows, faults = in_lists(stated[year], year, own, tables, submissions, register)
            of_rows |= rows
            findings += faults
    told_of = [one for one in made if not one.speaks_of.recognises]
    for about, facts in confirmed.of_units(told_of).items():
        of_units[about] = of_units.get(about, {}) | facts
    findings += confirmed.contradicted(told_of, tables, submissions, register)
    findings += unconfirmed(told_of, tables, submissions, register)
    return Spoken(of_rows, of_units, confirmed.of_subjects(told_of), tuple(made)), findings


def _by_title(made: Iterable[Statement]) -> dict[str, list[Statement]]:
    laid: dict[str, list[Statement]] = {}
    for statement in made:
        if statement.speaks_of.recognises:
            laid.setdefault(statement.kind, []).append(statement)
    return laid
