"""What a register says, row by row, as run.json records it and as two registers are compared."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import Field, Sheet, SheetKind
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.changes.changes import Cause, Why

REGISTER = "register"
"""The form that a register is."""
BETWEEN = " · "
"""Stands between the parts of a row's key."""
_CHECK = 4
"""Hexadecimal digits: enough to tell that a field about a person changed, too few to tell what it says."""
_DECIMALS = 4


@dataclass(frozen=True)
class RegisterRow:
    """A row of a list, or a field of a fixed sheet: its sheet's id, what it is known by, what it says by field id.

    What is said of persons is not among `values`: `check` changes with it.
    """

    sheet: str
    key: str
    values: Mapping[str, object]
    check: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.check) or any(value is not None for value in self.values.values())


def register_rows(tables: Iterable[Table]) -> Iterator[RegisterRow]:
    """Yield every row of a register that says something, of its tables as checked."""
    for table in sorted((table for table in tables if table.sheet.form == REGISTER), key=lambda table: table.sheet.id):
        rows = _of_list if table.sheet.kind is SheetKind.LIST else _of_fixed
        yield from rows(table)


def differing(was: Iterable[RegisterRow], now: Iterable[RegisterRow], file: str) -> Iterator[Cause]:
    """Yield what two registers say otherwise, field by field; rows that one of them lacks as a whole (no field).

    What only one of them asks is not compared, nor a row that says nothing. `file` is the newer register.
    """
    before, after = _by_key(was), _by_key(now)
    for about in dict.fromkeys((*before, *after)):
        olds, news = before.get(about, []), after.get(about, [])
        for old, new in zip_longest(_without(olds, news), _without(news, olds)):
            yield from _differing(about, old, new, file)


def _without(rows: Sequence[RegisterRow], others: Sequence[RegisterRow]) -> list[RegisterRow]:
    """The rows that the other register does not hold as they are: of many that bear one key only those are to be paired."""
    same = Counter(map(_content, others))
    left = []
    for row in rows:
        if same[_content(row)]:
            same[_content(row)] -= 1
        else:
            left.append(row)
    return left


def _content(row: RegisterRow) -> tuple[object, ...]:
    return tuple(row.values.items()), row.check


def _by_key(rows: Iterable[RegisterRow]) -> dict[tuple[str, str], list[RegisterRow]]:
    by_key: dict[tuple[str, str], list[RegisterRow]] = {}
    for row in rows:
        by_key.setdefault((row.sheet, row.key), []).append(row)
    return by_key


def _differing(about: tuple[str, str], old: RegisterRow | None, new: RegisterRow | None, file: str) -> Iterator[Cause]:
    sheet, key = about
    if old is None or new is None:
        if any(row and row.says_something for row in (old, new)):
            yield Cause(Why.REGISTER, file, sheet=sheet, key=key, was=old and old.values, now=new and new.values)
        return
    both = [name for name in new.values if name in old.values]
    changed = [name for name in both if old.values[name] != new.values[name]]
    for name in changed:
        yield Cause(Why.REGISTER, file, sheet=sheet, key=key, field=name, was=old.values[name], now=new.values[name])
    if old.check != new.check and old.values.keys() == new.values.keys():
        yield Cause(Why.REGISTER, file, sheet=sheet, key=key, field=PERSONAL)


PERSONAL = "*"
"""Stands for the fields of a row that are about persons."""


def _of_fixed(table: Table) -> Iterator[RegisterRow]:
    for record in _records(table):
        layout = table.layouts[record["submission"]]
        for field in (field for field in table.sheet.asked if field.id in layout.anchors):
            value = record.get(field.id)
            if not field.personal:
                yield RegisterRow(table.sheet.id, field.id, {field.id: plain(value)})
            elif value is not None:
                yield RegisterRow(table.sheet.id, field.id, {}, _check([value]))


def _of_list(table: Table) -> Iterator[RegisterRow]:
    sheet = table.sheet
    for record in _records(table):
        if sheet.told_by and record.get(sheet.told_by) is None:
            continue
        layout = table.layouts[record["submission"]]
        there = [field for field in sheet.asked if field.id in layout.anchors]
        values = {field.id: plain(record.get(field.id)) for field in there if not field.personal}
        personal = [record.get(field.id) for field in there if field.personal]
        key = BETWEEN.join(str(values[field.id]) for field in _naming(sheet) if values.get(field.id) is not None)
        yield RegisterRow(sheet.id, key, values, _check(personal) if any(personal) else "")


def _naming(sheet: Sheet) -> Sequence[Field]:
    """The fields by which a row is known, those about persons left out."""
    named = [field for field in sheet.asked if field.id in sheet.distinct or (not sheet.distinct and field.identity)]
    return [field for field in named if not field.personal]


def _records(table: Table) -> Iterator[dict[str, Any]]:
    records = Records(table)
    return (records[at] for at in range(len(table.rows)))


def _check(values: Sequence[object]) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:_CHECK]


def plain(value: object) -> object:
    """Return a value as run.json writes it: a number that is not whole rounded, a day as an ISO text."""
    if value is None or type(value) is int:
        return value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else round(float(value), _DECIMALS)
    return value.isoformat() if isinstance(value, date) else value
