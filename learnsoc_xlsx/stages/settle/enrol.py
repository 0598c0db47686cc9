"""Enrol: make the register out of the tables of form 00, and say where it contradicts itself."""

import dataclasses
import re
import typing
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.frames import values, words
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import (
    LocalTarget,
    PaperRow,
    PastAward,
    Pick,
    Profile,
    Quota,
    Register,
    Threshold,
    Unit,
    Waiver,
)
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.spreadsheet.on_disk.file_names import safe
from learnsoc_xlsx.stages.settle.deadlines import sound_deadlines
from learnsoc_xlsx.stages.settle.lost_years import readable
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.near import nearest

_NOT_IN_CODES = re.compile(r"[^\w.-]")
_LONGEST_CODE = 60
"""Letters: file names begin with codes, and a path on Windows has 260 in all."""


def enrol(
    sent: Submission, tables: Sequence[Table], allowed: Mapping[str, Collection[str]]
) -> tuple[Register, list[Finding]]:
    """Make the register: each of its attributes is the list of that name, each row a word of the attribute's type.

    `tables` are those of the register alone, as checked; `allowed` gives, by field id, the ids that may stand there.
    Findings: a unit's id that no stamp or file name can hold, an id that nothing bears, a successor, parent, commune or unit that no row names, chains that run in a
    circle, a span that ends before it begins, a day that no calendar has (its row is left out), a row that is left out
    because its year cannot be read: left blank it would hold for every year; a quota that cannot be read.
    """
    by_id = {table.sheet.id: table for table in tables}
    lists: dict[str, typing.Any] = {
        name: tuple(words(by_id[name], word)) if name in by_id else () for name, word in _list_types().items()
    }
    lists, unread, unused = readable(lists, by_id, sent.number)
    settings = values(by_id["settings"], 0) if "settings" in by_id and len(by_id["settings"].rows) else {}
    layouts = {name: table.layouts[sent.number] for name, table in by_id.items() if sent.number in table.layouts}
    lists["thresholds"] = tuple(_marked(lists["thresholds"], by_id.get("thresholds"), sent.number))
    read = Register(file=sent.file, settings=settings, number=sent.number, layouts=layouts, **lists)
    astray = _astray(read)
    days, of_days = sound_deadlines(read.deadlines)
    findings = [*_codes(read), *_unknown_codes(read, allowed), *_contradictions(read), *of_days, *unused]
    commune = read.profile[-1].unit if read.profile else ""
    ids = {unit.id for unit in read.units}
    findings += [
        _finding(Code.NOT_UNDER_COMMUNE, unit, "parent", unit.name, commune)
        for unit in astray
        if not unit.parent or unit.parent in ids
    ]
    units = tuple(replace(unit, parent=commune) if unit in astray else unit for unit in read.units)
    register = replace(read, units=units, deadlines=days, unread=unread)
    placed = [_placed(finding, register) for finding in findings]
    bad = list(_code_above(register))
    return replace(register, settings=settings | {"code_above": None}) if bad else register, [*placed, *bad]


def _marked(thresholds: Iterable[Threshold], table: Table | None, number: int) -> Iterator[Threshold]:
    """Tell each number whether a percent sign stands behind it."""
    for threshold in thresholds:
        row = threshold.place.row if threshold.place else 0
        yield replace(threshold, percent=table is not None and (number, row, "value") in table.percent)


def _placed(finding: Finding, register: Register) -> Finding:
    """Move a finding from whoever its row is about to the cell of the field that it is about."""
    return replace(finding, place=register.cell(finding.place, finding.field), submission=register.number)


def _astray(register: Register) -> list[Unit]:
    """Return the units from which no way leads up to the commune, and none from the commune up to them."""
    parents = _parents(register)
    communes = {profile.unit for profile in register.profile}
    above = {name for commune in communes for name in _reached(commune, parents)}
    return [
        unit
        for unit in register.units
        if unit.id not in above and not communes & {unit.id, *_reached(unit.id, parents)}
    ]


def _parents(register: Register) -> dict[str, set[str]]:
    """The units above each unit in any of its rows."""
    parents: dict[str, set[str]] = {unit.id: set() for unit in register.units}
    for unit in register.units:
        if unit.parent:
            parents[unit.id].add(unit.parent)
    return parents


def _reached(start: str, links: Mapping[str, Collection[str]]) -> set[str]:
    """Return what the links lead to, however far; `start` itself only where they run in a circle."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        further = set(links.get(ahead.pop(), ())) - reached
        reached |= further
        ahead += further
    return reached


def _unknown_codes(register: Register, allowed: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    units = {unit.id for unit in register.units}
    named: tuple[LocalTarget | Quota | Waiver | Pick | Profile | PastAward | PaperRow, ...]
    named = (
        *register.targets,
        *register.quotas,
        *register.waivers,
        *register.picks,
        *register.profile,
        *register.past_awards,
        *register.papers,
    )
    for word in named:
        for field, ids in {**allowed, "unit": units}.items():
            given = getattr(word, field, None)
            if given is not None and given not in ids:
                close = nearest(given, ids)
                extra = f"; gần giống “{close}”" if close else ""
                code = Code.UNKNOWN_UNIT_ID if field == "unit" else Code.UNKNOWN_KEY
                yield Finding(code, word.place or Place(""), field=field, given=given, extra=extra)


def _list_types() -> dict[str, type[object]]:
    hints = typing.get_type_hints(Register)
    return {
        attribute.name: typing.get_args(hints[attribute.name])[0]
        for attribute in dataclasses.fields(Register)
        if typing.get_origin(hints[attribute.name]) is tuple
    }


def _contradictions(register: Register) -> Iterator[Finding]:
    ids = {unit.id for unit in register.units}
    for unit in register.units:
        for successor in unit.successors:
            if successor not in ids:
                yield _finding(Code.UNKNOWN_SUCCESSOR, unit, "successor", successor)
        if unit.parent and unit.parent not in ids:
            yield _finding(Code.UNKNOWN_PARENT, unit, "parent", unit.parent)
        if unit.since and unit.until and unit.until < unit.since:
            yield _finding(Code.ENDS_BEFORE, unit, "until", format_date(unit.until), format_date(unit.since))
        if len(unit.successors) > 1:
            yield _finding(Code.SPLIT_UNIT, unit, "successor", unit.name, "; ".join(unit.successors))
    yield from _namesakes(register)
    yield from _circles(register)


def _codes(register: Register) -> Iterator[Finding]:
    """Codes that no stamp carries whole, or that make a bad file name; two that a disk may take for one."""
    bearers: dict[str, str] = {}
    done: set[str] = set()
    for unit in (unit for unit in register.units if unit.id not in done):
        done.add(unit.id)
        first = bearers.setdefault(unit.id.casefold(), unit.id)
        alike = "" if first == unit.id else f" (khác mã “{first}” chỉ ở chữ hoa, chữ thường)"
        if fault := _fault_of(unit.id) or alike:
            shown = unit.id if len(unit.id) <= _LONGEST_CODE else f"{unit.id[:_LONGEST_CODE]}…"
            yield replace(_finding(Code.BAD_UNIT_CODE, unit, "id", shown, str(_LONGEST_CODE)), extra=fault)


def _code_above(register: Register) -> Iterator[Finding]:
    """The commune's code in the register above, where no stamp can carry it."""
    if register.code_above and (fault := _fault_of(register.code_above)):
        place, longest = register.setting("code_above"), str(_LONGEST_CODE)
        words = Words(given=register.code_above[:_LONGEST_CODE], expected=longest, extra=fault)
        yield Finding(Code.BAD_UNIT_CODE, place, register.number, "code_above", **words)


def _fault_of(code: str) -> str:
    """What is wrong with a unit's code, as the middle of a sentence; nothing where it is right."""
    if odd := _NOT_IN_CODES.search(code):
        return " (có dấu cách)" if odd[0].isspace() else f" (có dấu “{odd[0]}”)"
    if len(code) > _LONGEST_CODE:
        return f" (dài {len(code)} ký tự)"
    bare = code.strip(".")
    return "" if safe(bare) == bare else " (máy tính không nhận tên tệp như vậy)"


def _finding(code: Code, unit: Unit, field: str, given: str, expected: str = "") -> Finding:
    return Finding(code, unit.place or Place(""), field=field, given=given, expected=expected, unit=unit.id)


def _namesakes(register: Register) -> Iterator[Finding]:
    """Two units under one name: a return that only bears the name could be either's."""
    bearers: dict[str, Unit] = {}
    for unit in register.units:
        first = bearers.setdefault(key(unit.name), unit)
        if first.id != unit.id:
            yield _finding(Code.SAME_NAME, unit, "name", unit.name, first.id)


def _circles(register: Register) -> Iterator[Finding]:
    heirs = {unit.id: set(unit.successors) for unit in register.units if unit.successors}
    for field, links in (("parent", _parents(register)), ("successor", heirs)):
        for unit in register.units:
            if unit.id in _reached(unit.id, links):
                yield _finding(Code.SUCCESSION_LOOP, unit, field, unit.name)
