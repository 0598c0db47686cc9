"""Units: those whose kind an award is for, and all that is known of each, year by year and over a phase."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.verdicts import Candidate, Facts, HeldRound
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier, FirstYears


def units_of(dossier: Dossier, held: HeldRound, award: Award, first_years: FirstYears) -> Iterator[Candidate]:
    """Yield every unit of an award's kinds that lived in a year of the round; in an upward round those proposed upward."""
    for name in sorted({unit.id for unit in dossier.register.units if unit.kind in award.unit_kinds}):
        if any(_alive(row, year) for row in dossier.register.rows_of(name) for year in held.years):
            candidate = _candidate(dossier, held, award, name, first_years.get(name, 0))
            if not held.upward or _upward(candidate, held):
                yield candidate


def _candidate(dossier: Dossier, held: HeldRound, award: Award, unit: str, first_year: int) -> Candidate:
    row = dossier.register.unit_on(unit, held.day_of(award.id))
    assert row is not None
    spans = dossier.register.rows_of(unit)
    facts = {
        year: dossier.once(("of unit", unit, year), partial(_facts, dossier, unit, year))
        for year in held.years
        if any(_alive(span, year) for span in spans)
    }
    places = tuple(
        Place(dossier.submissions[dossier.sent[unit, year]].file) for year in facts if (unit, year) in dossier.sent
    )
    return Candidate(
        award.id,
        unit,
        row.name,
        row.name,
        award.subject,
        facts,
        places,
        _ended(row, held.day_of(award.id)),
        first_year=first_year,
        over_phase=_over_phase(dossier, unit, held) if held.phase else {},
    )


def _over_phase(dossier: Dossier, unit: str, held: HeldRound) -> Facts:
    """The figures of the phase to which more than its last year adds: of that year alone each says so itself."""
    figures = dossier.reported.get((unit, held.phase), {})
    added_up = {name for name, of in figures.items() if any(origin.year != held.year for origin in of.origins)}
    return dossier.figures_of(unit, held.phase, added_up)


def _upward(candidate: Candidate, held: HeldRound) -> bool:
    fact = candidate.facts.get(held.year, {}).get("upward")
    return fact is not None and fact.value is True


def _alive(unit: Unit, year: int) -> bool:
    """Whether a unit lived in a year, be it for a day: one that ended in it is held back, not forgotten."""
    begins = unit.since is None or unit.since <= date(year, 12, 31)
    return begins and (unit.until is None or unit.until >= date(year, 1, 1))


def _ended(unit: Unit, day: date) -> date | None:
    return unit.until if unit.until is not None and unit.until < day else None


def _facts(dossier: Dossier, unit: str, year: int) -> Facts:
    facts = dossier.figures_of(unit, str(year))
    submission = dossier.sent.get((unit, year))
    for row in dossier.fixed(submission) if submission is not None else ():
        facts = dossier.facts(row, unit) | facts
    return facts | dossier.spoken_of(unit, year)
