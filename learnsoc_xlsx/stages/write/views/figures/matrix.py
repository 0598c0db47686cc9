"""Every indicator by clause of the plan: the commune and each unit side by side; and the levels above."""

from collections.abc import Callable

from learnsoc_xlsx.model.law.indicators import Indicator
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, figure_cell, named, reported_cell, show_of

_HELD = (Column("Chỉ tiêu", 40), Column("Đơn vị tính", 9, Show.CENTRE))
_LINKED = 20_000
"""CellSpan of units that carry a link of their own; in a larger matrix the commune's column leads to them."""

OwnCell = Callable[[Figure, Indicator, str], Cell]


def matrix(scope: Scope, view: View) -> Page:
    """Show all indicators as rows and the commune and its units as columns."""
    units = scope.lookup.sorted_units(scope.lookup.bodies("unit", scope.period))
    names = [Column(scope.lookup.name(unit, scope.last_day), 11.5, Show.COUNT) for unit in units]
    columns = (*_HELD, Column(f"Toàn {scope.level}", 15, Show.COUNT), Column("Đã báo cáo", 9, Show.CENTRE), *names)
    shown = scope.indicators()
    own = _linked if len(units) * len(shown) <= _LINKED else _bare
    rows = tuple(
        row
        for clause in dict.fromkeys(indicator.clause for indicator in shown)
        for row in _section(scope, clause, [indicator for indicator in shown if indicator.clause == clause], units, own)
    )
    table = Grid(columns, rows, held=2, wide=True)
    return Page(view.show, view.sheet, f"{view.title}, NĂM {scope.year}", (table,), (LEGEND,))


def _section(scope: Scope, clause: str, shown: list[Indicator], units: list[str], own: OwnCell) -> list[Row]:
    heading = f"Mục {clause}. {scope.lookup.clauses[clause].name}"
    width = len(_HELD) + 2 + len(units)
    return [
        Row((Cell(heading),) + (Cell(),) * (width - 1), Look.SECTION),
        *(_row(scope, indicator, units, own) for indicator in shown),
    ]


def _row(scope: Scope, indicator: Indicator, units: list[str], own: OwnCell) -> Row:
    whole = scope.lookup.of_commune(indicator.id, scope.period)
    cells = []
    for unit in units:
        figure = scope.lookup.figure(indicator.id, "unit", unit, scope.period)
        if figure is None:
            cells.append(Cell())
        else:
            cells.append(own(figure, indicator, unit))
    total = figure_cell(whole, indicator, look=Look.STRONG) if whole else Cell()
    return Row(
        (Cell(named(indicator, whole)), Cell(indicator.unit), total, reported_cell(whole) if whole else Cell(), *cells)
    )


def _linked(figure: Figure, indicator: Indicator, unit: str) -> Cell:
    return figure_cell(figure, indicator, unit)


def _bare(figure: Figure, indicator: Indicator, _: str) -> Cell:
    return Cell(figure.value, show=show_of(indicator, figure))


def above(scope: Scope, view: View) -> Page | None:
    """Show the headline indicators of every level above the communes and of each commune; None where there is but one
    commune: a level above it would only repeat its figures under another name.
    """
    bodies = [
        (level, body)
        for level in scope.lookup.scopes
        if level != "unit"
        for body in scope.lookup.sorted_units(scope.lookup.bodies(level, scope.period))
    ]
    if len({body for level, body in bodies if level == "commune"}) < 2:
        return None
    shown = [indicator for indicator in scope.indicators() if indicator.headline]
    names = tuple(Column(scope.lookup.name(body, scope.last_day), 15, Show.COUNT) for _, body in bodies)
    rows = tuple(_above_row(scope, indicator, bodies) for indicator in shown)
    table = Grid((*_HELD, *names), rows, held=2, wide=True)
    return Page(view.show, view.sheet, f"{view.title}, NĂM {scope.year}", (table,), (LEGEND,))


def _above_row(scope: Scope, indicator: Indicator, bodies: list[tuple[str, str]]) -> Row:
    figures = [scope.lookup.figure(indicator.id, level, body, scope.period) for level, body in bodies]
    cells = (figure_cell(figure, indicator) for figure in figures)
    return Row((Cell(named(indicator, *figures)), Cell(indicator.unit), *cells))
