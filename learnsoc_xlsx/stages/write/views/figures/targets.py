"""The commune's shares against the targets, with a chart."""

from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.report import Cell, CellSpan, Chart, Column, Grid, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, anchor, doubt, figure_cell, named
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, summed
from learnsoc_xlsx.stages.write.views.figures.overview import (
    OVERVIEW,
    THIS_YEAR,
    look_of,
    of_law,
    target_for,
    verdict_on,
)
from learnsoc_xlsx.vietnamese.numbers import format_number

_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Chỉ tiêu", 38),
    Column("Đến năm", 8, Show.YEAR),
    Column("Mục tiêu", 10, Show.SHARE),
    Column("Kết quả", 10, Show.SHARE),
    Column("Đạt / tổng", 16, Show.CENTRE),
    Column("Chênh lệch", 11, Show.CHANGE_SHARE),
    Column("Đánh giá", 18, Show.CENTRE),
    Column("Nguồn mục tiêu", 34),
)


def targets(scope: Scope, view: View) -> Page:
    """Show each target of the year's horizon: what is asked, what is reached, by whom it was set."""
    ids = dict.fromkeys(target.indicator for target in scope.run.targets)
    aims = [target for name in ids if name in scope.lookup.indicators and (target := target_for(scope, name))]
    rows = tuple(_row(scope, target, number) for number, target in enumerate(aims, 1))
    if not rows:
        return Page(view.show, view.sheet, view.title, (), ("Chưa có mục tiêu nào cho năm này.",))
    chart = Chart(f"Kết quả năm {scope.year} so với mục tiêu (%)", 1, (4, 3))
    return Page(view.show, view.sheet, f"{view.title} NĂM {scope.year}", (Grid(_COLUMNS, rows), chart), (LEGEND,))


def _row(scope: Scope, target: Target, number: int) -> Row:
    indicator = scope.lookup.indicators[target.indicator]
    figure = scope.lookup.of_commune(target.indicator, scope.period)
    value = figure.value if figure else None
    reached = verdict_on(figure, target, scope.year)
    place = "{row}"
    gap = Cell(None) if value is None else Cell(value - target.at_least, formula=f"=E{place}-D{place}")
    on_overview = Amount(CellSpan(OVERVIEW, anchor(indicator.id), THIS_YEAR), (value,))
    sides = "" if figure is None or figure.denominator is None else _sides(figure.numerator, figure.denominator)
    beside = of_law(target)
    source = "; ".join(part for part in (target.source, doubt(False, target.verified), beside) if part)
    return Row(
        (
            Cell(number),
            Cell(named(indicator, figure)),
            Cell(target.year),
            Cell(target.at_least),
            summed(figure_cell(figure, indicator), [on_overview]),
            Cell(sides),
            gap,
            Cell(reached, look=look_of(reached)),
            Cell(source),
        )
    )


def _sides(top: object, bottom: object) -> str:
    return f"{format_number(top)} / {format_number(bottom)}"
