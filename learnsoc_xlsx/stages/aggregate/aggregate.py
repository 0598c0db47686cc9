"""Aggregate: figures by unit, year and phase, for the commune and the levels above it, each with where it came from.

A flow is summed over years, a stock is its last year's, an opening its first year's, a share is recomputed from its
two sums. What is missing stays missing: it is never 0, and every sum says how many of how many stand behind it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import islice

from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Phase, Ratio
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.aggregate.bodies import Body, bodies, holder
from learnsoc_xlsx.stages.aggregate.reported import Cells, Pair, paired, reported, side

Amount = int | Fraction


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

    def or_as(self, other: "Sum") -> "Sum":
        """Return the same sum with what another one holds of single reports in the place of its own."""
        if not other.parts:
            return self
        own = {(origin.unit, origin.year): origin for origin in (*self.origins, *other.origins)}
        parts = {report: (self.parts | other.parts)[report] for report in sorted(self.parts | other.parts)}
        return Sum(sum(parts.values(), 0), tuple(own[report] for report in sorted(own)), self.expected, parts)

    def of_typed(self) -> "Sum":
        """Return what it holds of reports that typed the figure, and have no list of it."""
        origins = tuple(origin for origin in self.origins if origin.rows is None)
        typed = {(origin.unit, origin.year) for origin in origins}
        parts = {report: value for report, value in self.parts.items() if report in typed and value is not None}
        return Sum(sum(parts.values(), 0) if parts else None, origins, frozenset(typed), parts)


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
    cells = dict(reported(tables, submissions, indicators))
    years = sorted({year for _, _, year in cells})
    periods = [Period(str(year), (year,), date(year, 12, 31)) for year in years]
    for phase in phases:
        last = max((year for year in years if year in phase.years), default=0)
        held = tuple(year for year in phase.years if year <= last)
        if held:
            periods.append(Period(phase.id, held, date(last, 12, 31)))
    reckoner = _Reckoner(
        cells, {indicator.id: indicator for indicator in indicators}, expected, dict(paired(indicators))
    )
    figures: list[Figure] = []
    for period in periods:
        units = _units(cells, expected, indicators, period)
        own = bodies(register, {unit: unit for unit in units}, min(period.end, as_of))
        current = bodies(register, {unit: holder(register, unit, as_of) for unit in units}, as_of)
        figures += reckoner.figures(period, own, "own")
        as_before = frozenset(own)
        figures += reckoner.figures(period, [body for body in current if body not in as_before], "current")
    return figures


def _units(
    cells: Cells, expected: Callable[[Indicator, int], frozenset[str]], indicators: Sequence[Indicator], period: Period
) -> frozenset[str]:
    reporting = {unit for _, unit, year in cells if year in period.years}
    owing = {unit for indicator in indicators for year in period.years for unit in expected(indicator, year)}
    return frozenset(reporting | owing)


# Sums


@dataclass(frozen=True)
class _Reckoner:
    """Reckons figures out of the reported cells."""

    cells: Cells
    indicators: Mapping[str, Indicator]
    expected: Callable[[Indicator, int], frozenset[str]]
    pairs: Mapping[str, Pair]
    _sums: dict[tuple[str, tuple[int, ...], frozenset[str]], Sum] = field(default_factory=dict)
    """What was summed up already: a phase that has begun this year has the sums of the year."""

    @cached_property
    def _by_name(self) -> dict[str, dict[tuple[str, int], Origin]]:
        by_name: dict[str, dict[tuple[str, int], Origin]] = {}
        for (name, unit, year), origin in self.cells.items():
            by_name.setdefault(name, {})[unit, year] = origin
        return by_name

    def figures(self, period: Period, bodies: Sequence[Body], structure: str) -> Iterator[Figure]:
        for body in bodies:
            sums = {
                name: self._sum(name, indicator, period, body.units)
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
        """A share of two sums over the reports that gave both; with none behind it, or of nothing, it is not known.

        Where both are sums over one list, over the rows that gave both; where a report states its two sides, these.
        """
        top, bottom = (
            self._side(indicator.id, at, of, sums[of], period, body) for at, of in enumerate((ratio.of, ratio.out_of))
        )
        both = top.parts.keys() & bottom.parts.keys()
        of = sum((top.parts[report] for report in both), 0) if both else None
        out_of = sum((bottom.parts[report] for report in both), 0) if both else None
        value = Fraction(of * 100) / out_of if of is not None and out_of else None
        origins = tuple(origin for origin in (*top.origins, *bottom.origins) if (origin.unit, origin.year) in both)
        return Figure(
            indicator.id, body.scope, body.id, period.id, value, structure, of, out_of,
            len(both), len(top.expected & bottom.expected), origins,
        )  # fmt: skip

    def _side(self, share: str, at: int, of: str, plain: Sum, period: Period, body: Body) -> Sum:
        """One side of a share, the first or the second: what lists give row by row, else the figure, or what a report states."""
        stated = self._sum(side(share, of), self.indicators[of], period, body.units)
        if share not in self.pairs:
            return plain.or_as(stated)
        listed = self._sum(side(share, self.pairs[share][at].field), self.indicators[of], period, body.units)
        return listed.or_as(plain.of_typed()).or_as(stated)

    def _sum(self, name: str, indicator: Indicator, period: Period, units: frozenset[str]) -> Sum:
        """The sum of what was reported under a name, an indicator's own or that of a share's side, as it adds up."""
        years = self._years(indicator, period, units)
        if (name, years, units) not in self._sums:
            self._sums[name, years, units] = self._summed(self._by_name.get(name, {}), indicator, years, units)
        return self._sums[name, years, units]

    def _summed(
        self, given: Mapping[tuple[str, int], Origin], indicator: Indicator, years: Sequence[int], units: frozenset[str]
    ) -> Sum:
        due = {(unit, year) for year in years for unit in self.expected(indicator, year) & units}
        reports = ((unit, year) for unit in sorted(units) for year in years)
        origins = {report: given[report] for report in reports if report in given}
        parts = {report: origin.value for report, origin in origins.items() if origin.value is not None}
        value = sum(parts.values(), 0) if parts else None
        return Sum(value, tuple(origins.values()), frozenset(due | origins.keys()), parts)

    def _years(self, indicator: Indicator, period: Period, units: frozenset[str]) -> tuple[int, ...]:
        """A stock looks at the last year alone, an opening at the first, a flow at all.

        The first year is that for which any of the units owed a report or gave one: a body younger than the phase opens
        when it begins, and one whose first report is missing has no opening that is known.
        """
        if indicator.adds_up is AddsUp.STOCK:
            return period.years[-1:]
        if indicator.adds_up is not AddsUp.OPENING:
            return period.years
        begun = (year for year in period.years if self._begun(indicator, year, units))
        return tuple(islice(begun, 1)) or period.years[:1]

    def _begun(self, indicator: Indicator, year: int, units: frozenset[str]) -> bool:
        owed = self.expected(indicator, year) & units
        return bool(owed) or any((indicator.id, unit, year) in self.cells for unit in units)
