"""Enrol: make the register out of the tables of form 00, and say where it contradicts itself."""

import dataclasses
import typing
from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.run import Table
from learnsoc_xlsx.stages.records import values, words


def enrol(file: str, tables: Sequence[Table]) -> tuple[Register, list[Finding]]:
    """Make the register: each of its attributes is the list of that name, each row a word of the attribute's type.

    Findings: a successor or a parent that no row names, and chains that run in a circle.
    """
    by_id = {table.sheet.id: table for table in tables}
    lists: dict[str, typing.Any] = {
        name: tuple(words(by_id[name], word)) if name in by_id else () for name, word in _list_types().items()
    }
    settings = values(by_id["settings"], 0) if "settings" in by_id and len(by_id["settings"].rows) else {}
    register = Register(file=file, settings=settings, **lists)
    return register, list(_contradictions(register))


def _list_types() -> dict[str, type[object]]:
    hints = typing.get_type_hints(Register)
    return {
        each.name: typing.get_args(hints[each.name])[0]
        for each in dataclasses.fields(Register)
        if typing.get_origin(hints[each.name]) is tuple
    }


def _contradictions(register: Register) -> Iterator[Finding]:
    known = {unit.id for unit in register.units}
    for unit in register.units:
        for successor in unit.successors:
            if successor not in known:
                yield _said(Code.UNKNOWN_SUCCESSOR, unit, successor)
        if unit.parent and unit.parent not in known:
            yield _said(Code.UNKNOWN_PARENT, unit, unit.parent)
        if len(unit.successors) > 1:
            yield _said(Code.SPLIT_UNIT, unit, unit.name, "; ".join(unit.successors))
    yield from _circles(register)


def _said(code: Code, unit: Unit, given: str, expected: str = "") -> Finding:
    return Finding(code, unit.place or Place(""), given, expected, unit=unit.id)


def _circles(register: Register) -> Iterator[Finding]:
    ups = {
        unit.id: {row.parent for row in register.units if row.id == unit.id and row.parent} for unit in register.units
    }
    heirs = {unit.id: set(unit.successors) for unit in register.units if unit.successors}
    for links in (ups, heirs):
        for unit in register.units:
            if _returns(unit.id, links):
                yield _said(Code.SUCCESSION_LOOP, unit, unit.name)


def _returns(start: str, links: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = list(links.get(start, ()))
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            ahead += links.get(here, ())
    return False
