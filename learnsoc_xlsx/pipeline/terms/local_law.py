"""The law of each year of a run under the register's numbers; `catalogue/local/thresholds.py` puts them in their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.local.thresholds import OWN_WORD, SHARES, scale_in_doubt
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form, Sheet
from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalTarget, Register
from learnsoc_xlsx.vietnamese.numbers import format_exactly


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
    law, misspelt = law.with_choices(register.choices, years)
    findings: dict[Finding, None] = dict.fromkeys(misspelt)
    for year in years:
        local[year], faults = law.with_thresholds(register.thresholds, year)
        findings |= dict.fromkeys(faults)
    return LocalLaw(local), [*findings, *_without_effect(law, register)]


def _without_effect(law: Law, register: Register) -> Iterator[Finding]:
    """A finding for each number that is set for years in which nothing asks for it: a newer decision stated it anew."""
    years = sorted(year for phase in law.phases for year in phase.years)
    asked = {year: {number.key for number in law.open_numbers(year)} for year in years}
    ever = {number.key for number in law.open_numbers()}
    for threshold in register.thresholds:
        since = max(threshold.since or 0, min(register.reports_since, years[-1]))
        if threshold.key in ever and not any(threshold.key in asked[year] for year in years if year >= since):
            last = max((year for year in years if threshold.key in asked[year]), default=0)
            until = f"đến hết năm {last}" if last else "trước khi có phong trào"
            place = threshold.place or Place(register.file)
            yield Finding(Code.NUMBER_REPLACED, place, field="key", given=threshold.key, expected=until)


def doubted_targets(law: Law, register: Register) -> list[Finding]:
    """Return what is to be asked of the register's targets: 0.72 may be 0.72 or 72 percent; one under the law's is none."""
    return [doubt for target in register.targets if (doubt := _doubt(target) or _too_low(target, law))]


def _doubt(target: LocalTarget) -> Finding | None:
    if target.indicator not in SHARES:
        return None
    return scale_in_doubt(target.at_least, target.place or Place(""), "at_least")


def _too_low(target: LocalTarget, law: Law) -> Finding | None:
    """A finding where the law, as verified, asks for more than the commune."""
    stated = _of_law(law).get((target.indicator, target.year))
    if stated is None or not stated.verified or target.at_least >= stated.at_least:
        return None
    given, asked = format_exactly(target.at_least), f"{format_exactly(stated.at_least)}, {stated.source}"
    place = target.place or Place("")
    return Finding(Code.TARGET_BELOW_LAW, place, field="at_least", given=given, expected=asked)


def open_numbers(local: LocalLaw) -> tuple[Quantity, ...]:
    """Return every number that a year of the run leaves open, by key, as it stands in the last such year."""
    by_key = {number.key: number for year in sorted(local.by_year) for number in local[year].open_numbers(year)}
    return tuple(by_key[key] for key in sorted(by_key))


def open_choices(local: LocalLaw) -> tuple[OpenChoice, ...]:
    """Return every choice that is left to the commune, as it stands in the newest year of the run."""
    newest = max(local.by_year, default=0)
    return tuple(local[newest].choices_in(newest).values()) if newest else ()


def targets(law: Law, register: Register) -> tuple[Target, ...]:
    """Return every target as each text states it, the register's in place of the law's for the same indicator and year, with
    that beside it.

    One that is doubted is left out, see `doubted_targets`.
    """
    stated = _of_law(law)
    own = {
        (target.indicator, target.year): _own(target, stated.get((target.indicator, target.year)))
        for target in register.targets
        if _doubt(target) is None and _too_low(target, law) is None
    }
    of_law = (target for target in law.targets if (target.indicator, target.year) not in own)
    return tuple(sorted((*of_law, *own.values()), key=lambda target: (target.indicator, target.year, target.since)))


def _of_law(law: Law) -> dict[tuple[str, int], Target]:
    return {(target.indicator, target.year): target for target in law.targets}


def _own(target: LocalTarget, stated: Target | None) -> Target:
    return Target(target.indicator, target.year, target.at_least, target.source or OWN_WORD, True, stated)
