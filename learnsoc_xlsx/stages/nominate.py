"""Nominate: who may be awarded in a round, and everything that is known of each, year by year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from learnsoc_xlsx.model.decisions import Award
from learnsoc_xlsx.model.figures import Figure
from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.forms import SheetKind
from learnsoc_xlsx.model.nominations import Nomination
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.run import Table
from learnsoc_xlsx.model.submissions import Submission
from learnsoc_xlsx.model.verdicts import Candidate, Fact, HeldRound
from learnsoc_xlsx.stages.records import values, words
from learnsoc_xlsx.vietnamese.letters import key, nearest

Facts = dict[str, Fact]
Listed = tuple[Table, int]
"""A table and the position of a row in it."""


@dataclass
class Files:
    """The tables of accepted submissions, laid out for looking things up; each question is answered once."""

    tables: Sequence[Table]
    submissions: Mapping[int, Submission]
    figures: Sequence[Figure]
    register: Register
    sent: dict[tuple[str, int], int] = field(default_factory=dict)
    reported: dict[tuple[str, str], dict[str, Figure]] = field(default_factory=dict)
    names: dict[tuple[str, int], dict[str, list[Listed]]] = field(default_factory=dict)
    by_submission: dict[int, dict[Any, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.submissions.values():
            if each.status.counts and each.unit:
                self.sent[each.unit, each.year] = each.number
        for figure in self.figures:
            if figure.scope == "unit" and figure.structure == "own":
                self.reported.setdefault((figure.id, figure.period), {})[figure.indicator] = figure

    def nominations(self, year: int) -> Iterator[tuple[Submission, Nomination]]:
        for table in self.tables:
            if table.sheet.id == "nominations":
                for nomination in words(table, Nomination):
                    sent = self.submissions[nomination.submission]
                    if sent.status.counts and sent.year == year:
                        yield sent, nomination

    def rows_of(self, table: Table, submission: int) -> Sequence[int]:
        """Return the positions of one submission's rows in a table."""
        groups = self.by_submission.setdefault(id(table), table.rows.groupby("submission").indices)
        return list(groups.get(submission, ()))

    def listed(self, sheets: Sequence[str], submission: int) -> dict[str, list[Listed]]:
        """Return the rows of one submission's lists by the folded name of whoever they are about."""
        known = self.names.get((",".join(sheets), submission))
        if known is not None:
            return known
        found: dict[str, list[Listed]] = {}
        for table in self.tables:
            if table.sheet.id in sheets:
                names: list[Any] = list(table.rows[table.sheet.subject.id])
                for at in self.rows_of(table, submission):
                    found.setdefault(key(names[at]), []).append((table, int(at)))
        self.names[",".join(sheets), submission] = found
        return found


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
            found = list(_units(files, held, award))
        else:
            found, said = _nominated(files, held, award)
            findings += said
        candidates += [each for each in found if not held.upward or _upward(each, held)]
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
        row = files.register.unit_on(name, held.decided_on)
        assert row is not None
        facts = {year: _unit_facts(files, name, year) for year in held.years if any(_alive(row, year) for row in rows)}
        places = tuple(
            Place(files.submissions[files.sent[name, year]].file) for year in facts if (name, year) in files.sent
        )
        yield Candidate(award.id, name, row.name, row.name, award.subject, facts, places, _ended(row, held.decided_on))


def _alive(unit: Unit, year: int) -> bool:
    begins = unit.since is None or unit.since <= date(year, 12, 31)
    return begins and (unit.until is None or unit.until >= date(year, 12, 31))


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
    for table in files.tables:
        if table.sheet.kind is SheetKind.FIXED:
            for at in files.rows_of(table, submission):
                facts = _row_facts(table, at, unit) | facts
    return facts


def _row_facts(table: Table, at: int, unit: str) -> Facts:
    record = values(table, at)
    layout = table.layouts[record["submission"]]
    return {
        each.id: Fact(record[each.id], each.label, (layout.place(each.id, record["row"]),), owed_by=unit)
        for each in table.sheet.asked
    }


# Whoever the units nominated


def _nominated(files: Files, held: HeldRound, award: Award) -> tuple[list[Candidate], list[Finding]]:
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    for sent, nomination in files.nominations(held.year):
        if nomination.award != award.subject:
            continue
        row = files.register.unit_on(sent.unit, held.decided_on)
        assert row is not None
        listed = {year: _listed_facts(files, sent.unit, year, award, nomination) for year in held.years}
        facts = {year: known for year, known in listed.items() if known is not None}
        if held.year not in facts:
            findings.append(_unknown(files, sent, award, nomination))
        facts[held.year] = facts.get(held.year, {}) | _own_facts(files, sent, nomination)
        candidates.append(
            Candidate(
                award.id, sent.unit, row.name, nomination.name, award.subject, facts,
                (nomination.place,) if nomination.place else (), None, True,
            )
        )  # fmt: skip
    return candidates, findings


def _listed_facts(files: Files, unit: str, year: int, award: Award, nomination: Nomination) -> Facts | None:
    """What the lists of a unit, or of one that it took over, say of a subject in a year; None when no list names it."""
    for holder in (unit, *_forebears(files.register, unit)):
        submission = files.sent.get((holder, year))
        if submission is None:
            continue
        for table, at in files.listed(award.listed_in, submission).get(key(nomination.name), ()):
            facts = _row_facts(table, at, holder)
            born = facts.get("birth_year")
            if born is None or None in (born.value, nomination.birth_year) or born.value == nomination.birth_year:
                return facts
    return {} if (unit, year) not in files.sent else None


def _forebears(register: Register, unit: str) -> list[str]:
    return sorted({row.id for row in register.units if unit in row.successors})


def _own_facts(files: Files, sent: Submission, nomination: Nomination) -> Facts:
    """What the nomination itself says."""
    for table in files.tables:
        if table.sheet.id == "nominations" and nomination.place and sent.number in table.layouts:
            for at in files.rows_of(table, sent.number):
                facts = _row_facts(table, at, sent.unit)
                if nomination.place in facts["name"].places:
                    return facts
    return {}


def _unknown(files: Files, sent: Submission, award: Award, nomination: Nomination) -> Finding:
    names = [table.sheet.name for table in files.tables if table.sheet.id in award.listed_in]
    spelled = {
        str(table.rows[table.sheet.subject.id].iat[at]): 0
        for rows in files.listed(award.listed_in, sent.number).values()
        for table, at in rows
    }
    close = nearest(nomination.name, spelled)
    extra = f"; gần giống “{close}”" if close else ""
    return Finding(
        Code.NOMINEE_UNKNOWN, nomination.place or Place(sent.file), nomination.name, names[0] if names else "", "",
        extra, sent.number, sent.unit, sent.year, "name",
    )  # fmt: skip
