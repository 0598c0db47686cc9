"""History: what a subject was awarded before, by the council's records and by the register; one achievement is awarded once.

Luật Thi đua, khen thưởng, Điều 5: rounds that look at one year look at one achievement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.council import Decided, Received, Sitting
from learnsoc_xlsx.model.law.kinds import Achievement, Span, Subject
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import PastAward, Register
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import key

_AWARDED, _BY = "already_awarded", "already_awarded_by"
"""The facts that say that a subject was awarded for the same achievement, and by what."""
_LABELS = {_AWARDED: "Đã được khen cho cùng thành tích", _BY: "Quyết định đã khen"}


def of_register(register: Register, until: date) -> tuple[list[Received], list[Finding]]:
    """Return the awards that the register tells of; a row whose day cannot be is left out, and said at that cell (D81)."""
    received: list[Received] = []
    findings: list[Finding] = []
    for award in register.past_awards:
        if fault := _astray(award, until):
            place = register.cell(award.place or Place(register.file), "decided_on")
            given = format_date(award.decided_on) if award.decided_on else ""
            findings.append(
                Finding(Code.AWARD_DAY_ASTRAY, place, register.number, "decided_on", given=given, expected=fault)
            )
        else:
            received.append(_from_register(award, register))
    return received, findings


def _astray(award: PastAward, until: date) -> str:
    """What is wrong with the day of a decision, as the end of a sentence."""
    day = award.decided_on
    if day is None:
        return ""
    if day > until:
        return f"sau ngày lấy số liệu {format_date(until)}"
    return f"trước năm của thành tích ({award.year})" if day.year < award.year else ""


def _from_register(award: PastAward, register: Register) -> Received:
    paper = [
        f"QĐ {award.number}" if award.number else "",
        f"ngày {format_date(award.decided_on)}" if award.decided_on else "",
        f"của {award.issuer}" if award.issuer else "",
    ]
    decision = " ".join(filter(None, paper))
    words = ", ".join(filter(None, (award.form, decision, award.achievement, f"thành tích năm {award.year}")))
    place = award.place or Place(register.file)
    of_whom = Subject(award.kind), award.unit or "", award.name, award.birth_year
    return Received(*of_whom, "", (award.year,), award.decided_on, words, place)


def of_round(
    held: HeldRound, sitting: Sitting, decided: Iterable[Decided], kinds: Mapping[str, Subject]
) -> list[Received]:
    """Return the awards on which the council agreed in a round; one that proposes to the level above gives none, nor does
    a meeting of too few.

    `kinds` are the kinds of subject by award.
    """
    day = f", Hội đồng họp ngày {format_date(sitting.held_on)}" if sitting.held_on else ""
    none = held.upward or sitting.quorum is False
    final = () if none else (one for one in decided if one.is_final)
    return [
        Received(
            kinds[one.award],
            one.unit,
            one.subject,
            one.born,
            held.id,
            held.years,
            sitting.held_on,
            f"{one.form}: {held.name}{day}",
            one.place,
        )
        for one in final
    ]


# Whose they are


_Name = tuple[Subject, str]
"""What a subject goes by: its kind, and its name, or of a unit its lasting id where that is given."""


def _name_of(one: Received) -> _Name:
    return one.kind, one.unit if one.kind is Subject.COLLECTIVE and one.unit else key(one.subject)


def _names_of(candidate: Candidate) -> set[_Name]:
    names = {(candidate.kind, key(candidate.subject))}
    return names | {(candidate.kind, candidate.unit)} if candidate.kind is Subject.COLLECTIVE else names


def _apart(candidate: Candidate, one: Received) -> bool:
    return None not in (candidate.born, one.born) and candidate.born != one.born


def _is_one(candidate: Candidate, one: Received) -> bool:
    if candidate.born is None or one.born is None:
        return candidate.unit == one.unit
    return True


# What follows


@dataclass(frozen=True)
class Confirmed:
    """On which day the commune confirmed something, and the submission that says so."""

    day: date | None
    submission: int


@dataclass(frozen=True)
class History:
    """The awards known before a round is held, and what the commune confirmed of earlier ones, by the cell that says so."""

    awards: Sequence[Received]
    confirmed: Mapping[Place, Confirmed]

    def tell(self, held: HeldRound, candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Finding | None]]:
        """Yield each candidate with what it was awarded, and whether for an achievement that this round looks at.

        The commune's own confirmation stands over it where it was given on the day of the award or later; where the two
        differ that is a finding at the confirmation's cell (D80).
        """
        for candidate in candidates:
            mine = self._received_by(candidate)
            candidate = replace(candidate, received=mine) if mine else candidate
            for_same = [one for one in mine if one.sure and one.round != held.id and _is_for_same(held, one)]
            facts = candidate.facts.get(held.year, {})
            fact = facts.get(_AWARDED)
            if not for_same:
                yield candidate, None
            elif fact is not None and self._is_later(fact, for_same[-1]):
                yield candidate, self._contradicting(fact, for_same)
            else:
                awarded = {held.year: facts | _facts(for_same)}
                yield replace(candidate, facts={**candidate.facts, **awarded}), None

    def _received_by(self, candidate: Candidate) -> tuple[Received, ...]:
        """The awards of a candidate, the oldest first; not sure where nothing but the name tells that it is one."""
        alike = (one for name in _names_of(candidate) for one in self._by_name.get(name, ()))
        mine = (replace(one, sure=_is_one(candidate, one)) for one in alike if not _apart(candidate, one))
        return tuple(sorted(mine, key=lambda one: (one.years, one.day or date.max, one.words)))

    @cached_property
    def _by_name(self) -> dict[_Name, list[Received]]:
        by_name: dict[_Name, list[Received]] = {}
        for award in self.awards:
            by_name.setdefault(_name_of(award), []).append(award)
        return by_name

    def _is_later(self, fact: Fact, award: Received) -> bool:
        """Whether a fact is the commune's confirmation, given when the award was known."""
        place = next(iter(fact.places), None)
        if place is None or place not in self.confirmed or fact.value is None:
            return False
        day = self.confirmed[place].day
        return day is None or award.day is None or day >= award.day

    def _contradicting(self, fact: Fact, for_same: Sequence[Received]) -> Finding | None:
        if fact.value is True:
            return None
        place = fact.places[0]
        where = "; ".join(f"{one.words} ({one.place})" for one in for_same)
        number = self.confirmed[place].submission
        return Finding(Code.AWARDED_OTHERWISE, place, number, _AWARDED, given="“không”", expected=where)


def _is_for_same(held: HeldRound, one: Received) -> bool:
    """Whether an award was given for what a round looks at: a year of its own; and in a phase, or for the level above, as the
    commune chose.
    """
    of_one_year = held.span is Span.PHASE and len(one.years) == 1
    by_the_commune = held.upward and bool(one.round)
    apart = held.rules.awarded is Achievement.OTHER and (of_one_year or by_the_commune)
    return bool(set(one.years) & set(held.years)) and not apart


def _facts(for_same: Sequence[Received]) -> Facts:
    places = tuple(one.place for one in for_same)
    words = "; ".join(one.words for one in for_same)
    return {_AWARDED: Fact(True, _LABELS[_AWARDED], places), _BY: Fact(words, _LABELS[_BY], places)}


def confirmed(statements: Iterable[Statement]) -> dict[Place, Confirmed]:
    """Return what the commune said of subjects who may have been awarded before, by the cell that says so."""
    by_cell: dict[Place, Confirmed] = {}
    for one in statements:
        fact, on = one.facts.get(_AWARDED), one.facts.get(one.speaks_of.on)
        if fact is not None and fact.value is not None:
            day = on.value if on and isinstance(on.value, date) else None
            by_cell[fact.places[0]] = Confirmed(day, one.submission)
    return by_cell
