"""Recognitions: the decisions that the commune laid, held against the lists and covers in which units say who is recognised.

Recognition decides (III.1: “được công nhận”). Where the commune laid a decision for a title and year, whoever stands in it
is recognised, whatever the unit says; whoever is only marked by the unit is not known, and asked about. Where it laid
none, the unit's word stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import DecidedBy
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Value
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.near import nearest

NOT_LISTED = "chưa có trong quyết định công nhận xã đã nhập"
NOT_TOLD_APART = "quyết định công nhận có tên này hoặc tên gần giống, chưa rõ là ai"


def recognised(title: Title, statement: Statement) -> Facts:
    """Return what a decision says of its subject: the mark of its title, when, and by which paper.

    A title looked at anew each year is of the year it was conferred for; one kept over years counts from its day.
    """
    paper = _paper(statement)
    day, number, issuer = (statement.fact(name) for name in (paper.day, paper.number, paper.issuer))
    since = Fact(statement.year, day.label, (statement.place,)) if title.valid_months is None else day
    return {
        "recognised_no": number,
        "recognised_by": issuer,
        title.mark: Fact(True, title.name, (statement.place,), basis=f"công nhận theo {named(statement)}"),
        title.recognised_when: since,
    }


def doubted(title: Title, own: Fact, why: str) -> Facts:
    """Return what is known of somebody whom a unit calls recognised, and no decision that was laid: nothing, and why."""
    return {title.mark: Fact(None, own.label, own.places, owed_by=own.owed_by, basis=why)}


def unknown_unit(title: Title, statement: Statement, register: Register) -> Finding:
    """Say that the register knows no such unit as a decision names."""
    close = nearest(statement.unit, [unit.id for unit in register.units])
    return Finding(
        Code.NOBODY_RECOGNISED,
        statement.place,
        statement.submission,
        statement.speaks_of.unit,
        given=statement.name,
        expected=title.name,
        other=f"danh bạ không có đơn vị mã “{statement.unit}”",
        extra=f"; gần giống “{close}”" if close else "",
    )


def is_to_come(statement: Statement, until: date) -> bool:
    """Whether a statement recognises somebody by a decision of a later day."""
    return statement.speaks_of.recognises is not None and (day_of(statement) or until) > until


def to_come(statements: Iterable[Statement], names: Mapping[str, str], until: date) -> list[Finding]:
    """Say of each decision that is of a later day, once, that it is not used yet."""
    later: dict[tuple[int, str, Value], list[Statement]] = {}
    for one in statements:
        if is_to_come(one, until):
            later.setdefault((one.submission, named(one), one.kind), []).append(one)
    return [_later(same, names, until) for same in later.values()]


def _later(same: Sequence[Statement], names: Mapping[str, str], until: date) -> Finding:
    first, more = same[0], len(same) - 1
    return Finding(
        Code.NOBODY_RECOGNISED,
        first.place,
        first.submission,
        _paper(first).day,
        given=first.name,
        expected=names.get(first.kind, first.kind),
        other=f"{named(first)} ký sau ngày lấy số liệu {format_date(until)}",
        extra=f"; cùng quyết định còn {more} tên khác" if more else "",
    )


def named(statement: Statement) -> str:
    """Return how a decision is called: “QĐ 125/QĐ-UBND ngày 20/10/2026 của UBND xã”."""
    paper = _paper(statement)
    number, day, issuer = (statement.fact(name).value for name in (paper.number, paper.day, paper.issuer))
    parts = [
        f"QĐ {number}" if number else "quyết định",
        f"ngày {format_date(day)}" if isinstance(day, date) else "",
        f"của {issuer}" if issuer else "",
    ]
    return " ".join(filter(None, parts))


def day_of(statement: Statement) -> date | None:
    """Return the day of a decision."""
    day = statement.fact(_paper(statement).day).value
    return day if isinstance(day, date) else None


def _paper(statement: Statement) -> DecidedBy:
    paper = statement.speaks_of.recognises
    assert paper is not None, "only a recognition has a decision"
    return paper
