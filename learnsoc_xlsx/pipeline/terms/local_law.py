"""The law of each year of a run under the register's numbers; `catalogue/thresholds.py` puts them in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.thresholds import SHARES, scale_in_doubt
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form, Sheet
from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalTarget, Register


@dataclass(frozen=True, eq=False)
class LocalLaw:
    """The law of each year of the run, with the commune's own numbers in place."""

    by_year: Mapping[int, Law]

    def __getitem__(self, year: int) -> Law:
        return self.by_year[year]

    @cached_property
    def _forms(self) -> dict[tuple[str, int, int], Form]:
        return {}

    def sheet(self, sheet: Sheet, year: int) -> Sheet:
        """Return a sheet of any revision as it stands in a year under the commune's own numbers.

        A year beyond the run, and a sheet that the form does not declare (its explanations), keep the sheet.
        """
        if year not in self.by_year:
            return sheet
        wanted = (sheet.form, year, sheet.revision)
        if wanted not in self._forms:
            self._forms[wanted] = form_in(sheet.form, year, self.by_year[year], sheet.revision)
        return next((own for own in self._forms[wanted].sheets if own.id == sheet.id), sheet)


def local_law(law: Law, register: Register, years: Sequence[int]) -> tuple[LocalLaw, list[Finding]]:
    """Return the law of each year with the register's thresholds and choices in place, and what is wrong with them (said once)."""
    local: dict[int, Law] = {}
    law, misspelt = law.with_choices(register.choices)
    findings: dict[Finding, None] = dict.fromkeys(misspelt)
    for year in years:
        local[year], faults = law.with_thresholds(register.thresholds, year)
        findings |= dict.fromkeys(faults)
    return LocalLaw(local), list(findings)


def doubted_targets(register: Register) -> list[Finding]:
    """Return what is to be asked of the register's targets: 0.72 may be 0.72 or 72 percent."""
    return [doubt for target in register.targets if (doubt := _doubt(target))]


def _doubt(target: LocalTarget) -> Finding | None:
    if target.indicator not in SHARES:
        return None
    return scale_in_doubt(target.at_least, target.place or Place(""), "at_least")


def open_numbers(local: LocalLaw) -> tuple[Quantity, ...]:
    """Return every number that is open or unverified in a year of the run, as it stands in the newest."""
    if not local.by_year:
        return ()
    newest = local[max(local.by_year)]
    governing = {quantity.key for year in local.by_year for quantity in newest.open_numbers(year)}
    return tuple(quantity for quantity in newest.open_numbers() if quantity.key in governing)


def open_choices(local: LocalLaw) -> tuple[OpenChoice, ...]:
    """Return every choice that is left to the commune, as it stands in the newest year of the run."""
    newest = max(local.by_year, default=0)
    return tuple(local[newest].choices_in(newest).values()) if newest else ()


def targets(law: Law, register: Register) -> tuple[Target, ...]:
    """Return every target, the register's in place of the catalogue's for the same indicator and year.

    One whose scale is in doubt is left out, see `doubted_targets`.
    """
    own = {
        (target.indicator, target.year): Target(
            target.indicator, target.year, target.at_least, target.source or "Danh bạ của xã", True
        )
        for target in register.targets
        if _doubt(target) is None
    }
    governing = {(target.indicator, target.year): target for target in law.targets} | own
    return tuple(governing[name] for name in sorted(governing))
