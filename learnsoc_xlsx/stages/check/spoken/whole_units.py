"""Whole units: villages and other units recognised by a decision, held against what their own covers say."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Value
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.statements import AboutUnit, Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.spoken.recognitions import (
    NOT_LISTED,
    day_of,
    doubted,
    named,
    recognised,
    unknown_unit,
)
from learnsoc_xlsx.vietnamese.letters import key


@dataclass(frozen=True)
class _Claim:
    """What a unit's own return of a year says: whether it is recognised, and when."""

    submission: int
    mark: Fact
    when: Value


@dataclass(frozen=True)
class Conferred:
    """A title as it stands in one year, and every decision that confers it on units, whatever the year."""

    title: Title
    year: int
    statements: Sequence[Statement]

    def governing(self, own: Sequence[Statement], claim: _Claim | None) -> Statement | None:
        """Return the decision by which a unit is recognised in the year, of those that name it.

        A title looked at anew each year needs one for that year. Of one kept over years the newest counts, unless the
        unit names a newer recognition, of a year of which no decision was laid.
        """
        if self.title.valid_months is None:
            return next((one for one in own if one.year == self.year), None)
        newest = max((one for one in own if one.year <= self.year), key=_age, default=None)
        claimed = claim.when if claim else None
        newer = isinstance(claimed, date) and newest is not None and claimed > (day_of(newest) or date.min)
        return None if newer and claim and not self.laid_for(claim) else newest

    def laid_for(self, claim: _Claim) -> bool:
        """Whether a decision was laid of the year of which a unit says that it was recognised."""
        if self.title.valid_months is not None and isinstance(claim.when, date):
            return any((day_of(one) or date.min).year == claim.when.year for one in self.statements)
        return any(one.year == self.year for one in self.statements)


def whole_units(
    conferred: Sequence[Conferred],
    kinds: Collection[str],
    tables: Sequence[Table],
    submissions: Mapping[int, Submission],
    register: Register,
) -> tuple[dict[AboutUnit, Facts], list[Finding]]:
    """Hold every decision on one title of units against the covers of each year; `kinds` of units may bear it.

    Returns the facts of the units that are recognised, and of those that only say so themselves though a decision of the
    year that they name was laid; findings at the cover's mark where it disagrees, at the decision where it names no
    unit that may bear the title.
    """
    newest = conferred[-1]
    naming = {at: _unit(one, register) for at, one in enumerate(newest.statements)}
    findings = [
        _no_bearer(newest.title, one, naming[at], register)
        for at, one in enumerate(newest.statements)
        if (unit := naming[at]) is None or unit.kind not in kinds
    ]
    facts: dict[AboutUnit, Facts] = {}
    for one in conferred:
        claims = _claims(one, tables, submissions)
        for unit in _units(register, kinds, one.year):
            own = [statement for at, statement in enumerate(one.statements) if _is(naming[at], unit)]
            spoken, doubts = _of_unit(one, own, claims.get(unit.id))
            facts |= {(unit.id, one.year): spoken} if spoken else {}
            findings += doubts
    return facts, findings


def _of_unit(conferred: Conferred, own: Sequence[Statement], claim: _Claim | None) -> tuple[Facts, list[Finding]]:
    statement = conferred.governing(own, claim)
    unlisted = claim is not None and claim.mark.value is True and conferred.laid_for(claim)
    if statement is not None:
        return recognised(conferred.title, statement), list(_differs(conferred, statement, claim))
    if claim is not None and unlisted:
        return doubted(conferred.title, claim.mark, NOT_LISTED), [_not_listed(conferred, claim)]
    return {}, []


# Who is meant


def _units(register: Register, kinds: Collection[str], year: int) -> list[Unit]:
    ids = sorted({unit.id for unit in register.units if unit.kind in kinds})
    rows = (register.unit_on(name, date(year, 12, 31)) for name in ids)
    return [row for row in rows if row]


def _unit(statement: Statement, register: Register) -> Unit | None:
    """The unit that a decision names: by its id, else by its name, where only one bears it."""
    for wanted in filter(None, (statement.unit, statement.name)):
        row = register.unit_on(wanted, date(statement.year, 12, 31))
        if row is not None:
            return row
    bearers = {unit.id for unit in register.units if key(statement.name) in map(key, unit.names)}
    return register.unit_on(bearers.pop(), date(statement.year, 12, 31)) if len(bearers) == 1 else None


def _is(named_unit: Unit | None, unit: Unit) -> bool:
    return named_unit is not None and named_unit.id == unit.id


def _age(statement: Statement) -> tuple[date, int]:
    return day_of(statement) or date.min, statement.year


def _claims(conferred: Conferred, tables: Sequence[Table], submissions: Mapping[int, Submission]) -> dict[str, _Claim]:
    """What the returns of a year say of their own recognition, by unit."""
    claims: dict[str, _Claim] = {}
    title = conferred.title
    for table in tables:
        fields = {field.id: field for field in table.sheet.asked}
        if table.sheet.kind is not SheetKind.FIXED or title.mark not in fields:
            continue
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            sent = submissions[record["submission"]]
            if sent.year == conferred.year:
                place = table.layouts[sent.number].place(title.mark)
                mark = Fact(record[title.mark], fields[title.mark].label, (place,), owed_by=sent.unit)
                claims[sent.unit] = _Claim(sent.number, mark, record.get(title.recognised_when))
    return claims


# What is said where unit and decision disagree


def _differs(conferred: Conferred, statement: Statement, claim: _Claim | None) -> Iterator[Finding]:
    if claim is not None and claim.mark.value is False and statement.year == conferred.year:
        yield Finding(
            Code.DECISION_DIFFERS,
            claim.mark.places[0],
            claim.submission,
            conferred.title.mark,
            given="không",
            other=conferred.title.name,
            expected=named(statement),
        )


def _not_listed(conferred: Conferred, claim: _Claim) -> Finding:
    return Finding(
        Code.NOT_IN_DECISION,
        claim.mark.places[0],
        claim.submission,
        conferred.title.mark,
        given="Ô này",
        other=conferred.title.name,
        expected=str(conferred.year),
    )


def _no_bearer(title: Title, statement: Statement, unit: Unit | None, register: Register) -> Finding:
    if unit is None:
        return unknown_unit(title, statement, register)
    return Finding(
        Code.NOBODY_RECOGNISED,
        statement.place,
        statement.submission,
        statement.speaks_of.name,
        given=statement.name,
        expected=title.name,
        other=f"“{unit.name}” không thuộc loại đơn vị được xét danh hiệu này",
    )
