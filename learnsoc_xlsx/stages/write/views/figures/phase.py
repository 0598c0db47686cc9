"""A phase: each indicator of the commune by year and for the phase, and its shares against their targets."""

from collections.abc import Sequence
from functools import partial

from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio, Target
from learnsoc_xlsx.model.report import Cell, CellSpan, Chart, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import (
    HOW_IT_ADDS,
    HOW_LEGEND,
    LEGEND,
    anchor,
    figure_cell,
    named,
    reported_cell,
    width_for,
)
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, divided_in_column, summed
from learnsoc_xlsx.stages.write.views.figures.overview import (
    asked_of,
    look_of,
    of_law,
    signatures,
    target_for,
    verdict_on,
)

COMMUNE, _FIRST = "phase_commune", 2
"""The page, and the column of the first year, counted from 0."""


def phase_commune(scope: Scope, view: View) -> Page:
    """Show every indicator of the commune: year by year, the phase, how it adds up, the target."""
    years, shown = scope.held_years, scope.indicators()
    columns = (
        Column("Chỉ tiêu", 50),
        Column("Đơn vị tính", 9, Show.CENTRE),
        *(Column(f"Năm {year}", _width(scope, shown, str(year)), Show.COUNT) for year in years),
        Column("Cả giai đoạn", _width(scope, shown, scope.period), Show.COUNT),
        Column("Cách tính", 12),
        Column("Mục tiêu", 15, Show.CENTRE),
        Column("So với mục tiêu", 19, Show.CENTRE),
        Column("Lượt báo cáo", 9, Show.CENTRE),
    )
    rows = [
        row
        for clause in dict.fromkeys(indicator.clause for indicator in shown)
        for row in (
            Row((Cell(scope.lookup.heading(clause)),) + (Cell(),) * (len(columns) - 1), Look.SECTION),
            *(_row(scope, indicator, years) for indicator in shown if indicator.clause == clause),
        )
    ]
    profile = scope.run.register.profile_on(scope.run.as_of)
    blocks = (Grid(columns, tuple(rows), held=1), signatures(scope, profile))
    return Page(COMMUNE, view.sheet, view.title, blocks, (*scope.marks, LEGEND, HOW_LEGEND), spare=True)


def _width(scope: Scope, shown: Sequence[Indicator], period: str) -> float:
    figures = (scope.lookup.of_commune(indicator.id, period) for indicator in shown)
    return width_for((figure.value if figure else None for figure in figures), 11)


def _row(scope: Scope, indicator: Indicator, years: Sequence[int]) -> Row:
    whole = scope.lookup.of_commune(indicator.id, scope.period)
    by_year = [scope.lookup.of_commune(indicator.id, str(year)) for year in years]
    target = target_for(scope, indicator.id)
    reached = verdict_on(whole, target, max(years, default=0)) if target else ""
    return Row(
        (
            Cell(named(indicator, *by_year, whole)),
            Cell(indicator.unit),
            *(
                _share(scope, figure_cell(figure, indicator), indicator, _FIRST + at, str(year))
                for at, (year, figure) in enumerate(zip(years, by_year, strict=True))
            ),
            _whole(scope, figure_cell(whole, indicator, look=Look.STRONG), indicator, by_year),
            Cell(HOW_IT_ADDS[indicator.adds_up]),
            Cell(asked_of(target)),
            Cell(reached, look=look_of(reached)),
            reported_cell(whole) if whole else Cell(),
        ),
        anchors=(anchor(indicator.id),),
    )


def _share(scope: Scope, cell: Cell, indicator: Indicator, column: int, period: str) -> Cell:
    """A share as the formula of its two sides in the same column."""
    if not isinstance(indicator.source, Ratio):
        return cell
    return divided_in_column(cell, COMMUNE, column, indicator.source, partial(scope.lookup.of_commune, period=period))


def _whole(scope: Scope, cell: Cell, indicator: Indicator, by_year: Sequence[Figure | None]) -> Cell:
    """The phase's own figure, as the formula over the years by which it adds up, where these come to it."""
    after = _FIRST + len(by_year)
    if isinstance(indicator.source, Ratio):
        return _share(scope, cell, indicator, after, scope.period)
    values = tuple(figure.value if figure else None for figure in by_year)
    row = anchor(indicator.id)
    if indicator.adds_up is AddsUp.FLOW:
        return summed(cell, [Amount(CellSpan(COMMUNE, row, _FIRST, after - 1), values)])
    at = len(values) - 1 if indicator.adds_up is AddsUp.STOCK else 0
    return summed(cell, [Amount(CellSpan(COMMUNE, row, _FIRST + at), values[at : at + 1])])


def phase_targets(scope: Scope, view: View) -> Page | None:
    """Set the commune's shares year by year beside their targets, with a chart; None where no target is set, or nothing is reported."""
    years = scope.held_years
    ids = dict.fromkeys(target.indicator for target in scope.run.targets) if years else {}
    aims = [target for name in ids if name in scope.lookup.indicators and (target := target_for(scope, name))]
    rows = tuple(_aim(scope, target, years, number) for number, target in enumerate(aims, 1))
    if not rows:
        return None
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Chỉ tiêu", 44),
        *(Column(f"Năm {year}", 12, Show.SHARE) for year in years),
        Column("Mục tiêu", 12, Show.SHARE),
        Column("Đến năm", 9, Show.YEAR),
        Column("Đánh giá", 18, Show.CENTRE),
    )
    chart = Chart(f"{view.sheet} (%)", 1, tuple(range(2, 2 + len(years))), (2 + len(years),))
    return Page(view.show, view.sheet, view.title, (Grid(columns, rows), chart), (*scope.marks, LEGEND))


def _aim(scope: Scope, target: Target, years: Sequence[int], number: int) -> Row:
    indicator = scope.lookup.indicators[target.indicator]
    by_year = [scope.lookup.of_commune(target.indicator, str(year)) for year in years]
    reached = verdict_on(by_year[-1], target, years[-1])
    row = anchor(target.indicator)
    return Row(
        (
            Cell(number),
            Cell("; ".join(part for part in (named(indicator, *by_year), of_law(target)) if part)),
            *(
                summed(figure_cell(figure, indicator), [Amount(CellSpan(COMMUNE, row, _FIRST + at), (figure.value,))])
                if figure
                else Cell(None)
                for at, figure in enumerate(by_year)
            ),
            Cell(target.at_least),
            Cell(target.year),
            Cell(reached, look=look_of(reached)),
        )
    )
