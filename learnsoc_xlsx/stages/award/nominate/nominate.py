"""Nominate: who may be awarded in a round, and everything that is known of each, year by year."""

from collections.abc import Iterator, Sequence
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import Candidates
from learnsoc_xlsx.model.law.nominations import Nomination
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier, Listed, Nominee
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.near import nearest


def nominate(dossier: Dossier, held: HeldRound, awards: Sequence[Award]) -> tuple[list[Candidate], list[Finding]]:
    """Name the candidates of a round: the units whose kind an award is for, and whoever the units nominated.

    The facts of a year are its figures, fixed sheets, list row and nomination; what is not there is left out, and
    the award says it is not known. In an upward round only who was proposed upward is a candidate.
    """
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    for award in awards:
        if award.id not in held.awards:
            continue
        match award.candidates:
            case Candidates.UNITS:
                candidates += [
                    candidate
                    for candidate in _units(dossier, held, award)
                    if not held.upward or _upward(candidate, held)
                ]
            case Candidates.NOMINATED:
                named, doubts = _nominated(dossier, held, award)
                candidates += named
                findings += doubts
    return candidates, findings


def _upward(candidate: Candidate, held: HeldRound) -> bool:
    fact = candidate.facts.get(held.year, {}).get("upward")
    return fact is not None and fact.value is True


# Units


def _units(dossier: Dossier, held: HeldRound, award: Award) -> Iterator[Candidate]:
    for name in sorted({unit.id for unit in dossier.register.units if unit.kind in award.unit_kinds}):
        rows = [unit for unit in dossier.register.units if unit.id == name]
        if not any(_alive(row, year) for row in rows for year in held.years):
            continue
        row = dossier.register.unit_on(name, held.day_of(award.id))
        assert row is not None
        facts = {
            year: _unit_facts(dossier, name, year) for year in held.years if any(_alive(row, year) for row in rows)
        }
        places = tuple(
            Place(dossier.submissions[dossier.sent[name, year]].file) for year in facts if (name, year) in dossier.sent
        )
        yield Candidate(
            award.id, name, row.name, row.name, award.subject, facts, places, _ended(row, held.day_of(award.id))
        )


def _alive(unit: Unit, year: int) -> bool:
    """Whether a unit lived in a year, be it for a day: one that ended in it is held back, not forgotten."""
    begins = unit.since is None or unit.since <= date(year, 12, 31)
    return begins and (unit.until is None or unit.until >= date(year, 1, 1))


def _ended(unit: Unit, day: date) -> date | None:
    return unit.until if unit.until is not None and unit.until < day else None


def _unit_facts(dossier: Dossier, unit: str, year: int) -> Facts:
    facts = {
        name: Fact(
            figure.value, name, tuple(origin.place for origin in figure.origins), f"{name}:unit:{unit}:{year}", unit
        )
        for name, figure in dossier.reported.get((unit, str(year)), {}).items()
    }
    submission = dossier.sent.get((unit, year))
    for row in dossier.fixed(submission) if submission is not None else ():
        facts = dossier.facts(row, unit) | facts
    return facts | dossier.spoken_of(unit, year)


# Whoever the units nominated


def _nominated(dossier: Dossier, held: HeldRound, award: Award) -> tuple[list[Candidate], list[Finding]]:
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    seen: dict[object, Nominee] = {}
    for named in dossier.nominations.get(held.year, ()):
        sent, nomination = named.sent, named.nomination
        if nomination.award != award.subject or (held.upward and not nomination.upward):
            continue
        row = dossier.register.unit_on(sent.unit, held.day_of(award.id))
        assert row is not None
        rows = {year: _listed(dossier, sent.unit, year, award, nomination) for year in held.years}
        first = next((seen[who] for who in _whos(rows[held.year], nomination) if who in seen), None)
        seen |= dict.fromkeys(_whos(rows[held.year], nomination), first or named)
        if first is not None:
            findings.append(_about(named, Code.NOMINATED_TWICE, expected=str(first.nomination.place)))
            continue
        findings += _doubts(dossier, award, named, rows[held.year])
        facts = {year: dossier.facts(listed[0], sent.unit) if len(listed) == 1 else {} for year, listed in rows.items()}
        facts[held.year] = _both(facts[held.year], dossier.facts(named.row, sent.unit))
        born = _born(facts[held.year], nomination)
        facts[held.year] |= dossier.confirmed(sent.unit, nomination, born, held.year)
        places = (nomination.place,) if nomination.place else ()
        candidates.append(
            Candidate(award.id, sent.unit, row.name, nomination.name, award.subject, facts, places, None, True, born)
        )
    return candidates, findings


def _born(facts: Facts, nomination: Nomination) -> int | None:
    """The year of birth that the nomination gives, else the one of the row in the list."""
    fact = facts.get("birth_year")
    listed = fact.value if fact else None
    return nomination.birth_year or (listed if isinstance(listed, int) else None)


def _both(listed: Facts, nominated: Facts) -> Facts:
    """What a list and the nomination say together: the nomination where both do, but what it leaves out hides nothing."""
    return listed | {name: fact for name, fact in nominated.items() if fact.value is not None or name not in listed}


def _listed(dossier: Dossier, unit: str, year: int, award: Award, nomination: Nomination) -> list[Listed]:
    """The rows of a unit's lists, or of one that it took over, that may be the subject: more than one where it is not clear who."""
    for holder in (unit, *dossier.forebears.get(unit, ())):
        submission = dossier.sent.get((holder, year))
        rows = dossier.listed(award.listed_in, submission, nomination.name) if submission is not None else []
        possible = [row for row in rows if _may_be(dossier.facts(row, holder).get("birth_year"), nomination.birth_year)]
        if possible:
            return possible
    return []


def _may_be(born: Fact | None, birth_year: int | None) -> bool:
    return born is None or None in (born.value, birth_year) or born.value == birth_year


def _whos(rows: Sequence[Listed], nomination: Nomination) -> list[object]:
    """What tells one subject from another: its row in a list, and its name and year of birth."""
    row = [(id(rows[0][0]), rows[0][1])] if len(rows) == 1 else []
    return [*row, (key(nomination.name), nomination.birth_year)] if nomination.birth_year else list(row)


def _doubts(dossier: Dossier, award: Award, named: Nominee, rows: Sequence[Listed]) -> Iterator[Finding]:
    if not rows:
        yield _unknown(dossier, award, named)
    elif len(rows) > 1:
        yield _about(named, Code.SEVERAL_OF_THAT_NAME, expected=rows[0][0].sheet.name, other=str(len(rows)))


def _about(named: Nominee, code: Code, expected: str, other: str = "", extra: str = "") -> Finding:
    sent, nomination = named.sent, named.nomination
    place = nomination.place or Place(sent.file)
    return Finding(code, place, sent.number, "name", given=nomination.name, expected=expected, other=other, extra=extra)


def _unknown(dossier: Dossier, award: Award, named: Nominee) -> Finding:
    sent, nomination = named.sent, named.nomination
    names = [table.sheet.name for table in dossier.tables if table.sheet.id in award.listed_in]
    close = nearest(nomination.name, dossier.names(award.listed_in, sent.number))
    extra = f"; gần giống “{close}”" if close else ""
    return _about(named, Code.NOMINEE_UNKNOWN, expected=names[0] if names else "", extra=extra)
