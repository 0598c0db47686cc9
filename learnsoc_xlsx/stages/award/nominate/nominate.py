"""Nominate: who may be awarded in a round, and everything that is known of each, year by year."""

from collections.abc import Iterator, Sequence
from datetime import date

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.law.decisions import Award
from learnsoc_xlsx.model.law.nominations import Nomination
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.stages.award.nominate.dossier import Facts, Files, Listed, Named
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.near import nearest


def nominate(files: Files, held: HeldRound, awards: Sequence[Award]) -> tuple[list[Candidate], list[Finding]]:
    """Name the candidates of a round: the units whose kind an award is for, and whoever the units nominated.

    The facts of a year are its figures, fixed sheets, list row and nomination; what is not there is left out, and
    the award says it is not known. In an upward round only who was proposed upward is a candidate.
    """
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    for award in awards:
        if award.id not in held.awards:
            continue
        if award.candidates == "units":
            candidates += [each for each in _units(files, held, award) if not held.upward or _upward(each, held)]
        else:
            found, said = _nominated(files, held, award)
            candidates += found
            findings += said
    return candidates, findings


def _upward(candidate: Candidate, held: HeldRound) -> bool:
    fact = candidate.facts.get(held.year, {}).get("upward")
    return fact is not None and fact.value is True


# Units


def _units(files: Files, held: HeldRound, award: Award) -> Iterator[Candidate]:
    for name in sorted({unit.id for unit in files.register.units if unit.kind in award.unit_kinds}):
        rows = [unit for unit in files.register.units if unit.id == name]
        if not any(_alive(row, year) for row in rows for year in held.years):
            continue
        row = files.register.unit_on(name, held.day_of(award.id))
        assert row is not None
        facts = {year: _unit_facts(files, name, year) for year in held.years if any(_alive(row, year) for row in rows)}
        places = tuple(
            Place(files.submissions[files.sent[name, year]].file) for year in facts if (name, year) in files.sent
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


def _unit_facts(files: Files, unit: str, year: int) -> Facts:
    facts = {
        name: Fact(
            figure.value, name, tuple(origin.place for origin in figure.origins), f"{name}:unit:{unit}:{year}", unit
        )
        for name, figure in files.reported.get((unit, str(year)), {}).items()
    }
    submission = files.sent.get((unit, year))
    if submission is None:
        return facts
    for row in files.fixed(submission):
        facts = files.facts(row, unit) | facts
    return facts


# Whoever the units nominated


def _nominated(files: Files, held: HeldRound, award: Award) -> tuple[list[Candidate], list[Finding]]:
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    seen: dict[object, Named] = {}
    for named in files.nominations.get(held.year, ()):
        sent, nomination = named.sent, named.nomination
        if nomination.award != award.subject or (held.upward and not nomination.upward):
            continue
        row = files.register.unit_on(sent.unit, held.day_of(award.id))
        assert row is not None
        rows = {year: _listed(files, sent.unit, year, award, nomination) for year in held.years}
        first = next((seen[who] for who in _whos(rows[held.year], nomination) if who in seen), None)
        seen |= dict.fromkeys(_whos(rows[held.year], nomination), first or named)
        if first is not None:
            findings.append(_about(named, Code.NOMINATED_TWICE, str(first.nomination.place)))
            continue
        findings += _doubts(files, award, named, rows[held.year])
        facts = {year: files.facts(found[0], sent.unit) if len(found) == 1 else {} for year, found in rows.items()}
        facts[held.year] = facts[held.year] | files.facts(named.row, sent.unit)
        places = (nomination.place,) if nomination.place else ()
        candidates.append(
            Candidate(award.id, sent.unit, row.name, nomination.name, award.subject, facts, places, None, True)
        )
    return candidates, findings


def _listed(files: Files, unit: str, year: int, award: Award, nomination: Nomination) -> list[Listed]:
    """The rows of a unit's lists, or of one that it took over, that may be the subject: more than one where it is not clear who."""
    for holder in (unit, *files.forebears.get(unit, ())):
        submission = files.sent.get((holder, year))
        rows = files.listed(award.listed_in, submission, nomination.name) if submission is not None else []
        found = [row for row in rows if _may_be(files.facts(row, holder).get("birth_year"), nomination.birth_year)]
        if found:
            return found
    return []


def _may_be(born: Fact | None, said: int | None) -> bool:
    return born is None or None in (born.value, said) or born.value == said


def _whos(rows: Sequence[Listed], nomination: Nomination) -> list[object]:
    """What tells one subject from another: its row in a list, and its name and year of birth."""
    row = [(id(rows[0][0]), rows[0][1])] if len(rows) == 1 else []
    return [*row, (key(nomination.name), nomination.birth_year)] if nomination.birth_year else list(row)


def _doubts(files: Files, award: Award, named: Named, rows: Sequence[Listed]) -> Iterator[Finding]:
    if not rows:
        yield _unknown(files, award, named)
    elif len(rows) > 1:
        yield _about(named, Code.SEVERAL_OF_THAT_NAME, rows[0][0].sheet.name, str(len(rows)))


def _about(named: Named, code: Code, expected: str, other: str = "") -> Finding:
    sent, nomination = named.sent, named.nomination
    place = nomination.place or Place(sent.file)
    return Finding(code, place, nomination.name, expected, other, "", sent.number, sent.unit, sent.year, "name")


def _unknown(files: Files, award: Award, named: Named) -> Finding:
    sent, nomination = named.sent, named.nomination
    names = [table.sheet.name for table in files.tables if table.sheet.id in award.listed_in]
    close = nearest(nomination.name, files.names(award.listed_in, sent.number))
    extra = f"; gần giống “{close}”" if close else ""
    return Finding(
        Code.NOMINEE_UNKNOWN, nomination.place or Place(sent.file), nomination.name, names[0] if names else "", "",
        extra, sent.number, sent.unit, sent.year, "name",
    )  # fmt: skip
