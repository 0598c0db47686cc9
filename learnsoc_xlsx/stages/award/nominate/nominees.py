"""Nominees: whoever the units nominated, each once, with all that is known of each in every year of a round."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import Candidates, Reach
from learnsoc_xlsx.model.law.verdicts import Candidate, Doubt, Fact, Facts, HeldRound
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier, FirstYears, Listed, Nominee
from learnsoc_xlsx.stages.award.nominate.trace import Traced, Who, births, trace
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.near import nearest


@dataclass
class _Subject:
    """One nominee: the nomination that leads, where it stands in the lists, and every nomination of it, by year."""

    leading: Nominee
    traced: Traced
    named: dict[int, list[Nominee]] = field(default_factory=dict)


def nominees_of(
    dossier: Dossier, held: HeldRound, award: Award, first_years: FirstYears
) -> tuple[list[Candidate], list[Finding]]:
    """Name whoever is nominated for an award in a round, each once, and say what is doubtful of a nomination.

    Of several nominations of one subject the newest year's leads, in it the first. A mark that any of them bears counts, also
    in a year whose nominations make no candidates.
    """
    subjects: list[_Subject] = []
    findings: list[Finding] = []
    seen: dict[Who, _Subject] = {}
    for named in _nominations(dossier, held, award):
        traced = trace(dossier, award, named, held.years)
        whos = [*traced.whos(named.nomination.name), _line(named)]
        subject = next((seen[who] for who in whos if who in seen), None)
        asks = _asks(held, named)
        if subject is None and not asks:
            continue
        if subject is None:
            subject = _Subject(named, traced)
            subjects.append(subject)
        before = subject.named.setdefault(named.sent.year, [])
        if asks and before:
            findings.append(_about(named, Code.NOMINATED_TWICE, expected=str(before[0].nomination.place)))
        elif asks:
            findings += _doubts(dossier, award, named, traced)
        before.append(named)
        seen |= dict.fromkeys(whos, subject)
    return [_candidate(dossier, held, award, subject, first_years) for subject in subjects], findings


def _line(named: Nominee) -> Who:
    """What two lines of one return share that name one subject in the same words."""
    return named.sent.number, key(named.nomination.name), named.nomination.birth_year


def untaken(dossier: Dossier, year: int, awards: Sequence[Award]) -> Iterator[Finding]:
    """A finding for each nomination of a year that none of its awards takes from a unit of that kind."""
    for named in dossier.nominations.get(year, ()):
        if not any(takes(dossier, award, named) for award in awards if award.candidates is Candidates.NOMINATED):
            unit = dossier.kind_of(named)
            yield _about(named, Code.NOMINATION_UNTAKEN, expected=str(year), other=unit.name if unit else "")


def takes(dossier: Dossier, award: Award, named: Nominee) -> bool:
    """Whether an award is for this kind of subject, and for what units of this kind nominate."""
    if named.nomination.award != award.subject:
        return False
    unit = dossier.kind_of(named)
    return unit is not None and unit.kind in award.unit_kinds


def _nominations(dossier: Dossier, held: HeldRound, award: Award) -> Iterator[Nominee]:
    """The nominations of a round's years, the newest year first."""
    for year in sorted(held.years, reverse=True):
        for named in dossier.nominations.get(year, ()):
            if takes(dossier, award, named) and (named.nomination.upward or not held.upward):
                yield named


def _asks(held: HeldRound, named: Nominee) -> bool:
    """Whether a nomination makes a candidate: one of the last year, or of any where the commune so chose. Of a candidate the
    others tell all the same.
    """
    return held.rules.candidates is Reach.SOME or named.sent.year == held.year


def _candidate(
    dossier: Dossier, held: HeldRound, award: Award, subject: _Subject, first_years: FirstYears
) -> Candidate:
    sent, nomination = subject.leading.sent, subject.leading.nomination
    unit = dossier.register.unit_on(sent.unit, held.day_of(award.id))
    assert unit is not None
    rows = subject.traced.rows
    listed = {year: dossier.facts(rows[year], sent.unit) if year in rows else {} for year in held.years}
    facts = {
        year: dossier.once(_which(subject, year), partial(_facts, dossier, subject, year, of_year))
        for year, of_year in listed.items()
    }
    return Candidate(
        award.id,
        sent.unit,
        unit.name,
        nomination.name,
        award.subject,
        facts,
        (nomination.place,) if nomination.place else (),
        None,
        True,
        subject.traced.birth_year,
        first_year=0 if dossier.forebears.get(sent.unit) else first_years.get(sent.unit, 0),
        over_phase=_flows(dossier, listed, rows) if held.phase else {},
        doubts=tuple(_unclear(dossier, subject, held)),
        also_named_by=tuple(_others(dossier, subject, held.day_of(award.id))),
    )


def _facts(dossier: Dossier, subject: _Subject, year: int, listed: Facts) -> Facts:
    """What is known of a nominee in a year: what its list says of it, its nominations, and the commune."""
    unit, born = subject.leading.sent.unit, subject.traced.birth_year
    nominated = _merged(dossier.facts(named.row, unit) for named in subject.named.get(year, ()))
    return _both(listed, nominated) | dossier.confirmed(unit, subject.leading.nomination, born, year)


def _which(subject: _Subject, year: int) -> tuple[object, ...]:
    """All that tells the facts of one nominee in one year from those of any other, in whatever round."""
    table, at = subject.traced.rows.get(year, (None, 0))
    lines = subject.named.get(year, ())
    return "nominee", year, subject.traced.birth_year, id(table), at, *map(id, (subject.leading, *lines))


def _others(dossier: Dossier, subject: _Subject, day: date) -> Iterator[tuple[str, str]]:
    """The other units that nominate the same subject, by id, with what each is called on a day."""
    units = sorted({named.sent.unit for of_year in subject.named.values() for named in of_year})
    for name in units:
        unit = dossier.register.unit_on(name, day)
        if unit is not None and name != subject.leading.sent.unit:
            yield name, unit.name


def _both(listed: Facts, nominated: Facts) -> Facts:
    """What a list and the nomination say together: the nomination where both do, but what it leaves out hides nothing."""
    return listed | {name: fact for name, fact in nominated.items() if fact.value is not None or name not in listed}


def _merged(lines: Iterable[Facts]) -> Facts:
    """What several lines say of one nominee: the first's words, and every mark that any of them bears."""
    every = list(lines)
    merged = dict(every[0]) if every else {}
    for facts in every[1:]:
        merged |= {name: fact for name, fact in facts.items() if _adds(merged.get(name), fact)}
    return merged


def _adds(before: Fact | None, fact: Fact) -> bool:
    return (
        before is None
        or (before.value is None and fact.value is not None)
        or (before.value is False and fact.value is True)
    )


def _flows(dossier: Dossier, listed: Mapping[int, Facts], rows: Mapping[int, Listed]) -> Facts:
    """What the lists count by the year, summed over the years in which it is known; `figure` names those years."""
    names = dict.fromkeys(name for row in rows.values() for name in dossier.flows(row))
    summed: Facts = {}
    for name in names:
        known_in = {
            year: fact for year, facts in listed.items() if (fact := facts.get(name)) and _amount(fact) is not None
        }
        total = sum((_amount(fact) or Fraction(0) for fact in known_in.values()), Fraction(0))
        if known_in:
            places = tuple(place for fact in known_in.values() for place in fact.places)
            summed[name] = Fact(total, ", ".join(map(str, known_in)), places)
    return summed


def _amount(fact: Fact) -> Fraction | None:
    value = fact.value
    return Fraction(value) if isinstance(value, int | Fraction) and not isinstance(value, bool) else None


# What is doubtful


def _unclear(dossier: Dossier, subject: _Subject, held: HeldRound) -> Iterator[Doubt]:
    """The years in which it cannot be told which row is the nominee's, with the rows; its own year is the root of the others."""
    own, unclear = subject.leading.sent.year, subject.traced.unclear
    for year, rows in unclear.items():
        if year in held.years and (year == own or own not in unclear):
            facts = [dossier.facts(row, subject.traced.holders[year]) for row in rows]
            born = [str(fact.value) if (fact := of.get("birth_year")) and fact.value else "" for of in facts]
            places = tuple(of[row[0].sheet.subject.id].places[0] for row, of in zip(rows, facts, strict=True))
            yield Doubt(year, tuple(born), places)


def _doubts(dossier: Dossier, award: Award, named: Nominee, traced: Traced) -> Iterator[Finding]:
    year = named.sent.year
    unclear = traced.unclear.get(year, ())
    if unclear:
        yield _about(named, Code.SEVERAL_OF_THAT_NAME, expected=unclear[0][0].sheet.name, other=str(len(unclear)))
    elif year not in traced.rows:
        yield _unknown(dossier, award, named)


def _about(named: Nominee, code: Code, expected: str, other: str = "", extra: str = "") -> Finding:
    sent, nomination = named.sent, named.nomination
    place = nomination.place or Place(sent.file)
    return Finding(code, place, sent.number, "name", given=nomination.name, expected=expected, other=other, extra=extra)


def _unknown(dossier: Dossier, award: Award, named: Nominee) -> Finding:
    sent, nomination = named.sent, named.nomination
    lists = [table.sheet for table in dossier.tables if table.sheet.id in award.listed_in]
    names = [sheet.name for sheet in lists if sheet.form == named.row[0].sheet.form]
    born = " và ".join(map(str, births(dossier, award, named)))
    close = None if born else nearest(nomination.name, dossier.names(award.listed_in, sent.number))
    extra = f"; gần giống “{close}”" if close else ""
    extra = f"; ở đó tên này sinh năm {born}, đề nghị ghi {nomination.birth_year}" if born else extra
    return _about(named, Code.NOMINEE_UNKNOWN, expected=names[0] if names else "", extra=extra)
