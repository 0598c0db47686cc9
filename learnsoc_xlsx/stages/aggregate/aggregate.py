"""Aggregate: figures by unit, year and phase, for the commune and the levels above it, each with where it came from.

A flow is summed over years, a stock is its last year's, an opening its first year's, a share is recomputed from its
two sums. What is missing stays missing: it is never 0, and every sum says how many of how many stand behind it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import pandas as pd

from learnsoc_xlsx.frames import exact
from learnsoc_xlsx.model.figures import Figure, Origin
from learnsoc_xlsx.model.form.form import AddsUp, Counted, SheetKind
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Phase, Ratio, Summed
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table

Amount = int | Fraction
Cells = dict[tuple[str, str, int], Origin]
"""(indicator, unit, year) to the one thing that a unit reported."""
Expected = Mapping[tuple[str, int], frozenset[str]]
"""(indicator, year) to the units that were to report it."""


@dataclass(frozen=True)
class Body:
    """Something figures are made for: a unit, the commune, a level above; and the units that stand for it on a day."""

    scope: str
    id: str
    units: frozenset[str]


@dataclass(frozen=True)
class Period:
    """A span of years under the word run.json gives it."""

    id: str
    years: tuple[int, ...]
    end: date


@dataclass(frozen=True)
class Sum:
    """A sum of what was reported by each unit, and which reports should stand behind it; None when none does."""

    value: Amount | None
    origins: tuple[Origin, ...] = ()
    expected: frozenset[tuple[str, int]] = frozenset()
    parts: dict[tuple[str, int], Amount] = field(default_factory=dict)
    """By unit and year."""


def aggregate(
    tables: Sequence[Table],
    submissions: Mapping[int, Submission],
    register: Register,
    indicators: Sequence[Indicator],
    phases: Sequence[Phase],
    expected: Callable[[Indicator, int], frozenset[str]],
    as_of: date,
) -> list[Figure]:
    """Make every figure: for each year reported and each phase begun, in the structure of its own day and, where it differs, of `as_of`.

    `expected` says which units were to report an indicator in a year. Values are exact: whole numbers, and Fractions
    in percent for shares.
    """
    cells = dict(_cells(tables, submissions, indicators))
    years = sorted({year for _, _, year in cells})
    periods = [Period(str(year), (year,), date(year, 12, 31)) for year in years]
    for phase in phases:
        last = max((year for year in years if year in phase.years), default=0)
        held = tuple(year for year in phase.years if year <= last)
        if held:
            periods.append(Period(phase.id, held, date(last, 12, 31)))
    reckoner = _Reckoner(cells, {each.id: each for each in indicators}, expected)
    figures: list[Figure] = []
    for period in periods:
        units = _units(cells, expected, indicators, period)
        own = _bodies(register, {unit: unit for unit in units}, min(period.end, as_of))
        current = _bodies(register, {unit: _holder(register, unit, as_of) for unit in units}, as_of)
        figures += reckoner.figures(period, own, "own")
        figures += reckoner.figures(period, [body for body in current if body not in own], "current")
    return figures


def _units(
    cells: Cells, expected: Callable[[Indicator, int], frozenset[str]], indicators: Sequence[Indicator], period: Period
) -> frozenset[str]:
    reporting = {unit for _, unit, year in cells if year in period.years}
    owing = {unit for each in indicators for year in period.years for unit in expected(each, year)}
    return frozenset(reporting | owing)


# What each unit reported


def _cells(
    tables: Sequence[Table], submissions: Mapping[int, Submission], indicators: Sequence[Indicator]
) -> Iterator[tuple[tuple[str, str, int], Origin]]:
    """Every reported value of an indicator, with its place."""
    speaking = _speaking(tables)
    for table in tables:
        ids = {each.id for each in table.sheet.asked}
        for indicator in indicators:
            source = indicator.source
            if isinstance(source, Asked) and table.sheet.kind is SheetKind.FIXED and indicator.id in ids:
                found = _asked(table, indicator.id)
            elif (
                isinstance(source, Counted | Summed) and table.sheet.id == source.sheet and source.field in ids | {None}
            ):
                found = _listed(table, source, speaking)
            else:
                continue
            for number, origin in found:
                sent = submissions[number]
                if sent.status.counts:
                    known = Origin(origin.place, sent.unit, sent.year, origin.value, origin.rows, origin.table)
                    yield (indicator.id, sent.unit, sent.year), known


def _speaking(tables: Sequence[Table]) -> frozenset[int]:
    """The submissions that give at least one figure, or name at least one thing in a list."""
    fixed = (table for table in tables if table.sheet.kind is SheetKind.FIXED)
    figures = (
        table.rows["submission"][
            table.rows[[each.id for each in table.sheet.asked if each.adds_up]].notna().any(axis=1)
        ]
        for table in fixed
    )
    lists = (table.rows["submission"] for table in tables if table.sheet.kind is SheetKind.LIST)
    return frozenset(int(number) for found in (*figures, *lists) for number in found.unique())


def _asked(table: Table, name: str) -> Iterator[tuple[int, Origin]]:
    kind = next(each.kind for each in table.sheet.asked if each.id == name)
    for number, stored in zip(table.rows["submission"], table.rows[name], strict=True):
        value = exact(kind, stored)
        if value is not None:
            assert isinstance(value, int | Fraction)
            yield int(number), Origin(table.layouts[number].place(name), "", 0, value)


def _listed(table: Table, source: Counted | Summed, speaking: Collection[int]) -> Iterator[tuple[int, Origin]]:
    """The count or sum of a list. A list left empty says "none", but only in a return that says something at all.

    Where the column is not there, or a sum has nothing to add up, or lacks what every row must give, nothing is known.
    """
    rows = table.rows
    name = source.field
    counted = rows if name is None else rows[_taken(rows[name])]
    groups = counted.groupby("submission")
    amounts = groups[source.field].sum() if isinstance(source, Summed) else groups.size()
    lines, first, last = groups.size(), groups["row"].min(), groups["row"].max()
    listed = rows.groupby("submission").size()
    needed = isinstance(source, Summed) and next(each for each in table.sheet.asked if each.id == name).required
    for number, layout in table.layouts.items():
        held, all_rows = int(lines.get(number, 0)), int(listed.get(number, 0))
        lacking = isinstance(source, Summed) and all_rows > 0 and held < (all_rows if needed else 1)
        if (name and name not in layout.anchors) or lacking or (not all_rows and number not in speaking):
            continue
        anchor = name or table.sheet.subject.id
        place = layout.span(anchor, int(first[number]), int(last[number])) if held else layout.place("")
        yield number, Origin(place, "", 0, int(amounts.get(number, 0)), held, table.sheet.key)


def _taken(column: pd.Series) -> pd.Series:
    return column.fillna(False).astype(bool) if column.dtype == "boolean" else column.notna()


# Who stands for whom


def _bodies(register: Register, holders: Mapping[str, str], day: date) -> list[Body]:
    """Return the holders of the units' figures, the commune and every level above, as they stand on a day.

    In the structure of its own time each unit holds its own. Today a unit that ended stands for nothing any more: its
    figures belong to its successor, unless it was split, when they stay with it.
    """
    members: dict[tuple[str, str], set[str]] = {}
    for unit, holder in holders.items():
        members.setdefault(("unit", holder), set()).add(unit)
        for scope, above in _levels(register, holder, day):
            members.setdefault((scope, above), set()).add(unit)
    return [Body(scope, name, frozenset(held)) for (scope, name), held in sorted(members.items())]


def _holder(register: Register, unit: str, day: date) -> str:
    """Follow a unit through mergers to whoever holds its figures on a day."""
    seen = {unit}
    while True:
        row = register.unit_on(unit, day)
        if row is None or row.until is None or row.until >= day or len(row.successors) != 1:
            return unit
        if register.unit_on(row.successors[0], day) is None:
            return unit
        unit = row.successors[0]
        if unit in seen:
            return unit
        seen.add(unit)


def _levels(register: Register, unit: str, day: date) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of every unit above, nearest first."""
    seen = {unit}
    row = register.unit_on(unit, day)
    while row and row.parent and row.parent not in seen:
        seen.add(row.parent)
        row = register.unit_on(row.parent, day)
        if row:
            yield row.kind, row.id


# Sums


@dataclass(frozen=True)
class _Reckoner:
    """Reckons figures out of the reported cells."""

    cells: Cells
    indicators: Mapping[str, Indicator]
    expected: Callable[[Indicator, int], frozenset[str]]

    def figures(self, period: Period, bodies: Sequence[Body], structure: str) -> Iterator[Figure]:
        for body in bodies:
            sums = {
                name: self._sum(indicator, period, body.units)
                for name, indicator in self.indicators.items()
                if not isinstance(indicator.source, Ratio)
            }
            for indicator in self.indicators.values():
                if isinstance(indicator.source, Ratio):
                    figure = self._share(indicator, indicator.source, sums, period, body, structure)
                else:
                    figure = self._plain(indicator, sums[indicator.id], period, body, structure)
                if figure.expected or figure.origins:
                    yield figure

    def _plain(self, indicator: Indicator, total: Sum, period: Period, body: Body, structure: str) -> Figure:
        return Figure(
            indicator.id, body.scope, body.id, period.id, total.value, structure,
            reported=len(total.origins), expected=len(total.expected), origins=total.origins,
        )  # fmt: skip

    def _share(
        self, indicator: Indicator, ratio: Ratio, sums: Mapping[str, Sum], period: Period, body: Body, structure: str
    ) -> Figure:
        """A share of two sums over the reports that gave both; with none behind it, or of nothing, it is not known."""
        top, bottom = sums[ratio.of], sums[ratio.out_of]
        both = top.parts.keys() & bottom.parts.keys()
        of = sum((top.parts[report] for report in both), 0) if both else None
        out_of = sum((bottom.parts[report] for report in both), 0) if both else None
        value = Fraction(of * 100) / out_of if of is not None and out_of else None
        origins = tuple(origin for origin in (*top.origins, *bottom.origins) if (origin.unit, origin.year) in both)
        return Figure(
            indicator.id, body.scope, body.id, period.id, value, structure, of, out_of,
            len(both), len(top.expected & bottom.expected), origins,
        )  # fmt: skip

    def _sum(self, indicator: Indicator, period: Period, units: frozenset[str]) -> Sum:
        years = self._years(indicator, period)
        due = {(unit, year) for year in years for unit in self.expected(indicator, year) & units}
        found = {
            (unit, year): origin
            for unit in sorted(units)
            for year in years
            if (origin := self.cells.get((indicator.id, unit, year))) is not None
        }
        parts = {report: origin.value for report, origin in found.items() if origin.value is not None}
        value = sum(parts.values(), 0) if parts else None
        return Sum(value, tuple(found.values()), frozenset(due | found.keys()), parts)

    def _years(self, indicator: Indicator, period: Period) -> tuple[int, ...]:
        """A stock looks at the last year alone, an opening at the first, a flow at all."""
        if indicator.adds_up is AddsUp.STOCK:
            return period.years[-1:]
        return period.years[:1] if indicator.adds_up is AddsUp.OPENING else period.years
