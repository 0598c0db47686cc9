"""A made-up commune's reports as tables: its units report for some years, here and there a report or a figure is missing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pandas as pd

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.frames import laid_together
from learnsoc_xlsx.model.form.form import Counted, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Value
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.law.indicators import Indicator, Summed, gives
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.stages.aggregate.aggregate import aggregate
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows

COMMUNE = "X01"
_PANDAS = {Kind.MARK: "boolean", Kind.TEXT: "str", Kind.CHOICE: "str"}
_FIRST_ROW = 7
_LISTS = {one.source.sheet for one in INDICATORS if isinstance(one.source, Counted | Summed)}
"""The lists of which something is counted."""


@dataclass(frozen=True)
class Report:
    """What a unit reports of a year, by the sheets of its form."""

    form: Form
    sender: Sender
    year: int
    rows: Rows


def reports(seed: int, years: Sequence[int]) -> list[Report]:
    """Make up a commune's reports of some years: of one unit one is missing, and one figure in twenty everywhere."""
    chance = Random(f"reports {seed}")
    senders = [
        Sender(f"{seed}T{at}", "village", f"Thôn {at}", chance.randint(8, 16)) for at in range(chance.randint(1, 3))
    ]
    senders += [Sender(f"{seed}S", "school", "Trường Một", chance.randint(8, 12), level="primary"), Sender(f"{seed}D", "department", "Hội Một", 8)]  # fmt: skip
    made = [_report(sender, year, chance) for sender in senders for year in years]
    if len(made) > 1 and chance.random() < 0.5:
        made.remove(chance.choice(made))
    return made


def _report(sender: Sender, year: int, chance: Random) -> Report:
    form = form_of(sender.kind, year)
    rows = report(form, sender, year)
    figures = rows["indicators"][0]
    rows["indicators"] = [{name: value for name, value in figures.items() if chance.random() > 0.05}]
    return Report(form, sender, year, rows)


def figures_of(made: Sequence[Report], as_of: date) -> list[Figure]:
    """Add the reports up, as the only ones of the commune."""
    tables = (
        _table(one, number, sheet)
        for number, one in enumerate(made)
        for sheet in one.form.sheets
        if sheet.kind is SheetKind.FIXED or sheet.id in _LISTS
    )
    sent = {number: _submission(one, number) for number, one in enumerate(made)}
    return aggregate(laid_together(tables), sent, _register(made), INDICATORS, law().phases, _Expected(made), as_of)


def _submission(one: Report, number: int) -> Submission:
    stamp = Stamp(one.form.id, one.form.version, one.year, one.sender.id)
    return Submission(number, _file(one), "", 0, Status.ACCEPTED, stamp, one.sender.id)


def _file(one: Report) -> str:
    return f"{one.sender.id} {one.year}.xlsx"


class _Expected:
    """Who was to report an indicator in a year in which anybody did: every unit whose form gives it."""

    def __init__(self, made: Sequence[Report]) -> None:
        self._forms = {one.sender.id: one.form for one in made}
        self._years = {one.year for one in made}

    def __call__(self, indicator: Indicator, year: int) -> frozenset[str]:
        forms = self._forms.items() if year in self._years else ()
        return frozenset(unit for unit, form in forms if gives(form, indicator.source))


def _register(made: Sequence[Report]) -> Register:
    commune = Unit(COMMUNE, "commune", "Xã", None, None, None, None, None, None)
    profile = Profile(date(2020, 1, 1), COMMUNE, "", "", "", "", None, None, None)
    senders = {one.sender.id: one.sender for one in made}.values()
    units = (Unit(one.id, one.kind, one.name, COMMUNE, None, None, None, None, None) for one in senders)
    return Register("danh ba.xlsx", (profile,), (commune, *units))


def _table(one: Report, number: int, sheet: Sheet) -> Table:
    records = one.rows.get(sheet.id, [])
    is_list = sheet.kind is SheetKind.LIST
    if not is_list:
        records = records or [{}]
    columns: dict[str, Any] = {
        "submission": pd.array([number] * len(records), dtype="int64"),
        "row": pd.array([_FIRST_ROW + at if is_list else 0 for at in range(len(records))], dtype="int64"),
    }
    for field in sheet.asked:
        values = [_stored(row.get(field.id), field.kind) for row in records]
        columns[field.id] = pd.array(values, dtype=_PANDAS.get(field.kind, "Int64"))  # type: ignore[call-overload]
    return Table(sheet, pd.DataFrame(columns), {number: Layout(_file(one), sheet.name, anchors(sheet))})


def _stored(value: object, kind: Kind) -> object:
    """A value as a table holds it."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.toordinal()
    if kind.is_number and isinstance(value, int | Fraction):
        return int(value * kind.scale)
    return value if kind in _PANDAS or isinstance(value, int) else None


@dataclass(frozen=True)
class Cut:
    """How a unit becomes two: how much of a figure it keeps, and whether the record in a row of a list goes to the other."""

    keeps: Callable[[int], int]
    goes: Callable[[int], bool]


def anyhow(chance: Random) -> Cut:
    """Any part of each figure, any records."""
    return Cut(lambda value: chance.randint(0, value), lambda _: chance.random() < 0.5)


EVENLY = Cut(lambda value: value - value // 2, lambda at: at % 2 == 1)
"""Half of each figure, every second record: what may not be more than something else still is not."""


def split_over_two(one: Report, cut: Cut) -> tuple[Report, Report]:
    """Split what a unit reports over it and a new one; what is marked or said in words stays with the first."""
    parts: tuple[Rows, Rows] = {}, {}
    for sheet in one.form.sheets:
        records = one.rows.get(sheet.id, [])
        if sheet.kind is SheetKind.LIST:
            gone = [cut.goes(at) for at in range(len(records))]
            for at, part in enumerate(parts):
                part[sheet.id] = [row for row, goes in zip(records, gone, strict=True) if goes is bool(at)]
        else:
            counted = {field.id for field in sheet.asked if field.kind in (Kind.COUNT, Kind.MONEY)}
            for part, record in zip(parts, _halves(records[0] if records else {}, counted, cut), strict=True):
                part[sheet.id] = [record]
    other = replace(one.sender, id=f"{one.sender.id}b", name=f"{one.sender.name} B")
    for part, sender in zip(parts, (one.sender, other), strict=True):
        part["cover"] = [dict(part["cover"][0]) | {"unit_name": sender.name, **_when(one)}]
    return replace(one, rows=parts[0]), replace(one, sender=other, rows=parts[1])


def _when(one: Report) -> Row:
    """Of which year and when a report is."""
    return {name: one.rows["cover"][0][name] for name in ("report_year", "report_date")}


def _halves(record: Mapping[str, Value], counted: Collection[str], cut: Cut) -> tuple[Row, Row]:
    first: Row = {}
    second: Row = {}
    for name, value in record.items():
        if name in counted and isinstance(value, int) and not isinstance(value, bool):
            first[name] = kept = cut.keeps(value)
            second[name] = value - kept
        else:
            first[name] = value
            if isinstance(value, bool):
                second[name] = False
    return first, second
