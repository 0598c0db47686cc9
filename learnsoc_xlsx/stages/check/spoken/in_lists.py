"""In lists: households, clans and people recognised by a decision, found row by row in the lists of the units."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import RowKey, Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.spoken.mentions import Mention, Mentions
from learnsoc_xlsx.stages.check.spoken.recognitions import (
    NOT_LISTED,
    NOT_TOLD_APART,
    doubted,
    named,
    recognised,
    unknown_unit,
)
from learnsoc_xlsx.vietnamese.letters import unaddressed
from learnsoc_xlsx.vietnamese.numbers import format_number

FEW = 10
"""Up to so many rows of one list are each asked about at their own cell; more of them in one finding."""
_NAMED = 3


def in_lists(
    title: Title,
    year: int,
    statements: Sequence[Statement],
    tables: Sequence[Table],
    submissions: Mapping[int, Submission],
    register: Register,
) -> tuple[dict[RowKey, Facts], list[Finding]]:
    """Hold the decisions of one title and year against every list that asks for its mark.

    Returns the facts of the rows that are recognised, and of those that only the unit calls so; findings at the unit's
    cell where it disagrees, at the decision's name where it is nobody's or of several.
    """
    lists = [table for table in tables if _asks(table, title)]
    mentions = Mentions(lists, submissions, year, register)
    facts: dict[RowKey, Facts] = {}
    unsure: set[RowKey] = set()
    findings: list[Finding] = []
    for statement in statements:
        meant = mentions.meant_by(statement)
        if len(meant) == 1:
            findings += _differs(title, meant[0], statement) if meant[0].key not in facts else ()
            facts.setdefault(meant[0].key, recognised(title, statement))
        elif meant:
            unsure |= {mention.key for mention in meant}
            findings.append(_several(title, statement, meant))
        elif faults := list(_nobody(title, statement, mentions, register)):
            unsure |= {mention.key for mention in mentions.near(statement)}
            findings += faults
    only_marked = [
        mention for mention in mentions.all if mention.key not in facts and mention.record[title.mark] is True
    ]
    for mention in only_marked:
        why = NOT_TOLD_APART if mention.key in unsure else NOT_LISTED
        facts[mention.key] = doubted(title, _mark(title, mention), why)
    findings += _not_listed(title, year, [mention for mention in only_marked if mention.key not in unsure])
    return facts, findings


def _asks(table: Table, title: Title) -> bool:
    listed = table.sheet.kind is SheetKind.LIST and table.sheet.speaks_of is None
    return listed and any(field.id == title.mark for field in table.sheet.asked)


def _mark(title: Title, mention: Mention) -> Fact:
    label = next(field.label for field in mention.table.sheet.asked if field.id == title.mark)
    return Fact(None, label, (mention.place(title.mark),), owed_by=mention.sent.unit)


# What is said where unit and decision disagree


def _differs(title: Title, mention: Mention, statement: Statement) -> Iterator[Finding]:
    if mention.record[title.mark] is False:
        place = mention.place(title.mark)
        yield Finding(
            Code.DECISION_DIFFERS,
            place,
            mention.sent.number,
            title.mark,
            given="không",
            other=title.name,
            expected=named(statement),
        )


def _not_listed(title: Title, year: int, mentions: Iterable[Mention]) -> Iterator[Finding]:
    """One finding at each cell; where a list has many of them, one for the list."""
    by_list: dict[tuple[int, str], list[Mention]] = {}
    for mention in mentions:
        by_list.setdefault((mention.sent.number, mention.table.sheet.key), []).append(mention)
    for listed in by_list.values():
        if len(listed) <= FEW:
            yield from (_one(title, year, mention) for mention in listed)
        else:
            yield _many(title, year, listed)


def _one(title: Title, year: int, mention: Mention) -> Finding:
    return Finding(
        Code.NOT_IN_DECISION,
        mention.place(title.mark),
        mention.sent.number,
        title.mark,
        given="Ô này",
        other=title.name,
        expected=str(year),
    )


def _many(title: Title, year: int, listed: Sequence[Mention]) -> Finding:
    rows = sorted(mention.row for mention in listed)
    first = listed[0]
    return Finding(
        Code.NOT_IN_DECISION,
        first.table.layouts[first.sent.number].span(title.mark, rows[0], rows[-1]),
        first.sent.number,
        title.mark,
        given=f"{format_number(len(rows))} dòng của trang này",
        other=title.name,
        expected=str(year),
        extra=f" (các dòng {', '.join(map(str, rows[:FEW]))} và {format_number(len(rows) - FEW)} dòng khác)",
    )


def _several(title: Title, statement: Statement, meant: Sequence[Mention]) -> Finding:
    places = [str(mention.place(mention.table.sheet.subject.id)) for mention in meant]
    more = f" và {len(places) - _NAMED} dòng khác" if len(places) > _NAMED else ""
    return Finding(
        Code.SEVERAL_RECOGNISED,
        statement.place,
        statement.submission,
        statement.speaks_of.name,
        given=statement.name,
        expected=title.name,
        other=str(len(meant)),
        extra="; ".join(places[:_NAMED]) + more,
    )


def _nobody(title: Title, statement: Statement, mentions: Mentions, register: Register) -> Iterator[Finding]:
    """A name that stands in no list; of a unit that has sent none nothing is said, nor where lists hold nominees alone."""
    row = register.unit_on(statement.unit, date(statement.year, 12, 31))
    if statement.unit and row is None:
        yield unknown_unit(title, statement, register)
        return
    if not mentions.heard_of(statement.unit):
        return
    near = mentions.near(statement)
    if mentions.of_nominees and not _of_that_name(statement, near):
        return
    where = f"của {row.name}" if row else "của các đơn vị"
    yield Finding(
        Code.NOBODY_RECOGNISED,
        statement.place,
        statement.submission,
        statement.speaks_of.name,
        given=statement.name,
        expected=title.name,
        other=f"không có trong danh sách nào {where} năm {statement.year}",
        extra=_near_in_words(statement, near),
    )


def _of_that_name(statement: Statement, near: Sequence[Mention]) -> bool:
    return bool(near) and unaddressed(near[0].name) == unaddressed(statement.name)


def _near_in_words(statement: Statement, near: Sequence[Mention]) -> str:
    if not near:
        return ""
    if _of_that_name(statement, near):
        born = ", ".join(str(mention.born) for mention in near)
        return f"; quyết định ghi sinh năm {statement.born}, báo cáo ghi “{near[0].name}” sinh năm {born}"
    return f"; gần giống “{near[0].name}”"
