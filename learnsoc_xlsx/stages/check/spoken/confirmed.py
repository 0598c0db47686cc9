"""Confirmed: what the commune itself says of subjects proposed for an award, by kind, unit, name and year of birth.

What it left blank it did not say; what it did say stands over the mark of the unit's own return.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Kind, SheetKind
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import AboutSubject, AboutUnit, OfSubject, Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.spoken.mentions import Mention, Mentions
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import unaddressed

_NOMINATIONS, _AWARD = "nominations", "award"


def of_units(statements: Iterable[Statement]) -> dict[AboutUnit, Facts]:
    """Return what is confirmed of units as a whole."""
    whole = (one for one in statements if one.kind == Subject.COLLECTIVE)
    return {(one.unit, one.year): _confirmed(one) for one in whole}


def of_subjects(statements: Iterable[Statement]) -> dict[AboutSubject, tuple[OfSubject, ...]]:
    """Return what is confirmed of nominees, by kind, unit, name (see `unaddressed`) and year."""
    confirmed: dict[AboutSubject, tuple[OfSubject, ...]] = {}
    for one in (one for one in statements if one.kind != Subject.COLLECTIVE):
        about = one.kind, one.unit, unaddressed(one.name), one.year
        confirmed[about] = (*confirmed.get(about, ()), (one.born, _confirmed(one)))
    return confirmed


def _confirmed(statement: Statement) -> Facts:
    """What a statement says beyond whom it is about: every field of its row that was filled in, and on whose word."""
    speaks = statement.speaks_of
    roles = {speaks.kind, speaks.name, speaks.born, speaks.unit, speaks.unit_name}
    said_of = {field.id: statement.facts[field.id] for field in statement.sheet.asked if field.id not in roles}
    return {
        name: replace(fact, basis=_on_whose_word(statement)) for name, fact in said_of.items() if fact.value is not None
    }


def _on_whose_word(statement: Statement) -> str:
    """“theo xác nhận của Trần Mẫu Ba ngày 01/12/2026”."""
    by, on = (
        statement.facts[name].value if name else None for name in (statement.speaks_of.by, statement.speaks_of.on)
    )
    who = f" của {by}" if by else ""
    day = f" ngày {format_date(on)}" if isinstance(on, date) else ""
    return f"theo xác nhận{who}{day}" if who or day else ""


# Where a unit's return says otherwise


def contradicted(
    statements: Sequence[Statement], tables: Sequence[Table], submissions: Mapping[int, Submission], register: Register
) -> list[Finding]:
    """Say at each mark of a unit's return that the commune's word on the same subject is another."""
    findings: list[Finding] = []
    nominations = [table for table in tables if table.sheet.id == _NOMINATIONS]
    for year in sorted({one.year for one in statements}):
        mentions = Mentions(nominations, submissions, year, register)
        covers = list(_covers(tables, submissions, year))
        for one in (one for one in statements if one.year == year):
            about = (
                [cover for cover in covers if cover.sent.unit == one.unit]
                if one.kind == Subject.COLLECTIVE
                else _nominated(mentions, one)
            )
            findings += [finding for mention in about for finding in _differing(mention, one)]
    return findings


def _nominated(mentions: Mentions, statement: Statement) -> list[Mention]:
    meant = mentions.meant_by(statement, lambda mention: mention.record[_AWARD] == statement.kind)
    return meant if len(meant) == 1 else []


def _covers(tables: Iterable[Table], submissions: Mapping[int, Submission], year: int) -> Iterator[Mention]:
    for table in (table for table in tables if table.sheet.kind is SheetKind.FIXED):
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            sent = submissions[record["submission"]]
            if sent.unit and sent.year == year:
                yield Mention(table, sent, record)


def _differing(mention: Mention, statement: Statement) -> Iterator[Finding]:
    """Neither says what it found: such a mark is nobody's business but the officer's."""
    confirmed = _confirmed(statement)
    for field in mention.table.sheet.asked:
        own, fact = mention.record[field.id], confirmed.get(field.id)
        if field.kind is Kind.MARK and fact is not None and own is not None and own != fact.value:
            yield Finding(
                Code.CONFIRMED_OTHERWISE,
                mention.place(field.id),
                mention.sent.number,
                field.id,
                other=field.label,
                extra=_where(fact),
            )


def _where(fact: Fact) -> str:
    return str(next(iter(fact.places), Place("")))
