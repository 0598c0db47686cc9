"""Unconfirmed: rows in which the commune answers something about somebody whom no nomination names so, or several do."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Kind, SheetKind
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.spoken.mentions import Mention, Mentions
from learnsoc_xlsx.vietnamese.letters import key

_NOMINATIONS, _AWARD, _BORN = "nominations", "award", "birth_year"


def unconfirmed(
    statements: Sequence[Statement], tables: Sequence[Table], submissions: Mapping[int, Submission], register: Register
) -> Iterator[Finding]:
    """Yield a finding for each row that answers something and reaches nobody, though somebody was surely meant.

    One of somebody who is proposed no more, whose name is near to no other, says nothing wrong.
    """
    lists = [table for table in tables if table.sheet.kind is SheetKind.LIST and table.sheet.speaks_of is None]
    nominations = [table for table in lists if table.sheet.id == _NOMINATIONS]
    listing = [table for table in lists if table.sheet.id != _NOMINATIONS and _BORN in table.rows]
    for year in sorted({one.year for one in statements}):
        named, listed = (Mentions(own, submissions, year, register) for own in (nominations, listing))
        for one in (one for one in statements if one.year == year and _answers(one)):
            why = _why(one, named, listed, register)
            if why:
                field = one.speaks_of.name
                yield Finding(Code.CONFIRMED_NOBODY, one.place, one.submission, field, other=why[0], extra=why[1])


def _answers(statement: Statement) -> bool:
    marks = (field.id for field in statement.sheet.asked if field.kind is Kind.MARK)
    return any(statement.facts[name].value is not None for name in marks)


def _why(statement: Statement, mentions: Mentions, listed: Mentions, register: Register) -> tuple[str, str] | None:
    """Why a row reaches nobody, and whom it may mean; None where it does reach, or nobody can be meant."""
    unit = register.unit_on(statement.unit, date(statement.year, 12, 31))
    if unit is None:
        return "danh bạ không có đơn vị mang mã ở dòng này", ""
    if statement.kind == Subject.COLLECTIVE:
        return None
    if key(statement.name) in map(key, unit.names):
        return "tên này là tên đơn vị, mà đối tượng không phải Tập thể", ""
    meant = mentions.meant_by(statement, lambda mention: mention.record[_AWARD] == statement.kind)
    if meant:
        return _several(unit, meant) if statement.born is None else _born_otherwise(unit, statement, meant, listed)
    near = mentions.near(statement)
    return (f"{unit.name} không đề nghị ai như thế", f"; gần giống: {_as_named(near)}") if near else None


def _several(unit: Unit, meant: Sequence[Mention]) -> tuple[str, str] | None:
    if len({mention.born for mention in meant} - {None}) < 2:
        return None
    return f"{unit.name} đề nghị nhiều người cùng tên", f": {_as_named(meant)}"


def _born_otherwise(
    unit: Unit, statement: Statement, meant: Sequence[Mention], listed: Mentions
) -> tuple[str, str] | None:
    """A nomination that gives no year of birth is of whoever the unit's list names so: there it may be another year."""
    if any(mention.born is not None for mention in meant):
        return None
    others = [
        mention for mention in listed.all if key(mention.name) == key(statement.name) and mention.sent.unit == unit.id
    ]
    if not others or any(mention.born in (None, statement.born) for mention in others):
        return None
    return f"danh sách của {unit.name} ghi năm sinh khác", f": {_as_named(others)}"


def _as_named(mentions: Sequence[Mention]) -> str:
    born = (f" sinh {mention.born}" if mention.born is not None else "" for mention in mentions)
    return "; ".join(f"“{mention.name}”{year}" for mention, year in zip(mentions, born, strict=True))
