"""The calendar of a run: which years are looked at, when reports were due, and who owed what."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Counted, Form
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Summed
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.settle.settle import expected


@dataclass(frozen=True, eq=False)
class Calendar:
    """Answers by year, after the plan and the register, as seen on the run's date."""

    register: Register
    law: Law
    forms: Sequence[Form]
    as_of: date

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the movement that have begun by the run's date."""
        return tuple(year for phase in self.law.phases for year in phase.years if year <= self.as_of.year)

    def last_day(self, unit_kind: str, year: int) -> date:
        """Return the last day on which a unit kind reports on time: the register's word, else the plan's (VII.1.a)."""
        rows = [row for row in self.register.deadlines if row.unit_kind == unit_kind and row.year in (year, None)]
        for row in sorted(rows, key=lambda row: row.year is None):
            if row.last_day is not None:
                return row.last_day
            if row.month is not None and row.day is not None:
                return date(year, row.month, min(row.day, monthrange(year, row.month)[1]))
        planned = self.law.deadline_in(year, unit_kind)
        return date(year, planned.month, planned.day)

    @cached_property
    def _owing(self) -> dict[int, dict[str, str]]:
        """For each year the units that owe a report, and their form."""
        return {
            year: {
                unit.id: next(form.id for form in self.forms if unit.kind in form.unit_kinds)
                for unit in expected(self.register, self.forms, year, self.last_day)
            }
            for year in self.years
        }

    @cached_property
    def _by_indicator(self) -> dict[tuple[str, int], frozenset[str]]:
        return {}

    def expected(self, indicator: Indicator, year: int) -> frozenset[str]:
        """Return the units that were to report an indicator in a year."""
        if (indicator.id, year) not in self._by_indicator:
            asked = (indicator.since or year) <= year <= (indicator.until or year)
            forms = _forms_of(indicator, self.forms) if asked else frozenset()
            owing = self._owing.get(year, {})
            self._by_indicator[indicator.id, year] = frozenset(unit for unit, form in owing.items() if form in forms)
        return self._by_indicator[indicator.id, year]

    def silent_years(self, submissions: Sequence[Submission]) -> list[Finding]:
        """A finding for each year whose deadlines have passed without any report."""
        heard = {sent.year for sent in submissions if sent.status.counts and sent.unit}
        return [
            Finding(Code.NOBODY_REPORTED, Place(self.register.file), given=str(year), year=year)
            for year in self.years
            if year not in heard and self._owing[year] and self._all_due(year)
        ]

    def over(self, year: int) -> bool:
        """Whether every deadline of a year has passed: what is weighed before is provisional."""
        return self._all_due(year)

    @cached_property
    def first_years(self) -> dict[str, int]:
        """The first year of the movement for which each unit owes a report."""
        return {unit: year for year in reversed(self.years) for unit in self._owing.get(year, {})}

    def _all_due(self, year: int) -> bool:
        kinds = {unit.kind for unit in expected(self.register, self.forms, year, self.last_day)}
        return all(self.last_day(kind, year) < self.as_of for kind in kinds)


def _forms_of(indicator: Indicator, forms: Sequence[Form]) -> frozenset[str]:
    """The forms in which an indicator is asked, or has the list it is counted from."""
    source = indicator.source
    if isinstance(source, Asked):
        return frozenset(source.of)
    if isinstance(source, Counted | Summed):
        return frozenset(form.id for form in forms if any(sheet.id == source.sheet for sheet in form.sheets))
    return frozenset()
