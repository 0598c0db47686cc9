"""The calendar of a run: which years are looked at, when reports were due, and who owed what."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.law.indicators import Indicator, Phase, gives
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.settle.owing import expected
from learnsoc_xlsx.vietnamese.dates import format_date


@dataclass(frozen=True, eq=False)
class Calendar:
    """Answers by year, after the plan and the register.

    `as_of` is the day by which money goes, and who is late or missing: the one asked for, else the day on which the
    register closes its figures, else today. `today` is the day of the run, or the one asked for: whatever has come by
    then is looked at, and no letter speaks of a later day. `asked_for` is a day that was asked for: then it is told what
    was known on it.
    """

    register: Register
    law: Law
    forms: Sequence[Form]
    as_of: date
    today: date
    asked_for: date | None = None

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the movement that have begun; the register's closing day hides none."""
        return tuple(year for phase in self.phases for year in phase.years if year <= self.until.year)

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the movement, as they are stated by the day until which is looked."""
        return self.law.phases_in(self.until.year)

    @cached_property
    def owed_years(self) -> tuple[int, ...]:
        """Those of them for which the commune's units owe reports: from the year on in which it began to report."""
        return tuple(year for year in self.years if year >= self.register.reports_since)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of unit that the register has."""
        return frozenset(unit.kind for unit in self.register.units)

    @property
    def until(self) -> date:
        """The day until which whatever came is looked at."""
        return max(self.as_of, self.today)

    @property
    def written_on(self) -> date:
        """The day on which letters are written: no day that is yet to come."""
        return min(self.as_of, self.today)

    def last_day(self, unit_kind: str, year: int) -> date:
        """Return the last day on which a unit kind reports on time for a year: the register's word, else the plan's (VII.1.a)."""
        rows = [row for row in self.register.deadlines if row.unit_kind == unit_kind]
        for row in rows:
            if row.last_day is not None and row.of_year == year:
                return row.last_day
        for row in sorted(rows, key=lambda row: row.year is None):
            if row.year in (year, None) and row.month is not None and row.day is not None:
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
            for year in self.owed_years
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
            for year in self.owed_years
            if year not in heard and self._owing[year] and self._all_due(year)
        ]

    def over(self, year: int) -> bool:
        """Whether every deadline of a year has passed: what is weighed before is provisional."""
        return self._all_due(year)

    @cached_property
    def first_years(self) -> dict[str, int]:
        """The first year of the movement for which each unit owes a report."""
        return {unit: year for year in reversed(self.years) for unit in self._owing.get(year, {})}

    def outdated_closing(self, submissions: Sequence[Submission]) -> list[Finding]:
        """A finding where the register closes its figures before a year begins that is reported already."""
        closing = self.register.closing_date
        newest = max((sent.year for sent in submissions if sent.status.counts and sent.unit), default=0)
        if closing is None or closing != self.as_of or newest <= closing.year:
            return []
        place = self.register.setting("closing_date")
        given, expected = format_date(closing), str(newest)
        number = self.register.number
        return [Finding(Code.CLOSING_OUTDATED, place, number, "closing_date", given=given, expected=expected)]

    def unseen_fund(self, submissions: Sequence[Submission]) -> list[Finding]:
        """A finding for each entry of the award fund in a year of which nothing was reported: no workbook speaks of that year."""
        heard = {sent.year for sent in submissions if sent.status.counts and sent.unit}
        register = self.register
        return [
            Finding(
                Code.FUND_UNSEEN, register.cell(entry.place, "year"), register.number, "year", given=str(entry.year)
            )
            for entry in register.fund
            if entry.year not in heard and entry.place
        ]

    def not_begun(self) -> list[Finding]:
        """A finding where the register lets reports begin in a year that has not: then nobody owes any."""
        since, newest = self.register.reports_since, self.until.year
        if since <= newest:
            return []
        place, number = self.register.setting("reports_since"), self.register.number
        return [Finding(Code.REPORTS_AHEAD, place, number, "reports_since", given=str(since), expected=str(newest))]

    def _all_due(self, year: int) -> bool:
        kinds = {unit.kind for unit in expected(self.register, self.forms, year, self.last_day)}
        return all(self.last_day(kind, year) < self.as_of for kind in kinds)


def _forms_of(indicator: Indicator, forms: Sequence[Form]) -> frozenset[str]:
    """The forms that give an indicator: they ask it, or have what it is made of."""
    return frozenset(form.id for form in forms if gives(form, indicator.source))
