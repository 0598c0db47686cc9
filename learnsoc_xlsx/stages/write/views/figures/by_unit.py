"""Some indicators unit by unit, a row a unit: what each group comes to, and the whole commune under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.indicators import Indicator
from learnsoc_xlsx.model.report import Cell, CellSpan, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, figure_cell, named, width_for
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, Value, summed, total

_NAME = Column("Đơn vị", 36)
_WHOLE = "whole"
Units = tuple[str, ...]


@dataclass(frozen=True)
class UnitRows:
    """The table of such a page: the indicators in its columns, the units of each group, by its name, in its rows."""

    scope: Scope
    page: str
    shown: tuple[Indicator, ...]
    groups: tuple[tuple[str, Units], ...]

    def figures(self, indicator: Indicator, units: Units) -> list[Figure | None]:
        return [self.scope.lookup.figure(indicator.id, "unit", unit, self.scope.period) for unit in units]

    def of_units(self, indicator: Indicator, units: Units) -> Amount:
        """Return where the figures of a group stand."""
        values = tuple(figure.value if figure else None for figure in self.figures(indicator, units))
        return Amount(CellSpan(self.page, units[0], self._column(indicator), until=units[-1]), values)

    def sum_of(self, indicator: Indicator, units: Units) -> Value:
        """Return what some units add to the commune's figure.

        What this does not take they do not add: the fund that a unit younger than the phase opened with later.
        """
        whole = self.scope.lookup.of_commune(indicator.id, self.scope.period)
        figures = [figure for figure in self.figures(indicator, units) if figure]
        if whole is not None and (whole.origins or whole.value is None):
            behind = {origin.unit for origin in whole.origins}
            figures = [figure for figure in figures if figure.id in behind]
        return total(figure.value for figure in figures)

    def of_groups(self, indicator: Indicator) -> list[Amount]:
        """Return where the sum of each group stands: in the row of its only unit where there is one."""
        return [
            self._one(indicator, name, self.sum_of(indicator, units))
            if len(units) > 1
            else self.of_units(indicator, units)
            for name, units in self.groups
        ]

    def of_all(self, indicator: Indicator) -> Amount:
        """Return where the sum over all units stands."""
        everybody = tuple(unit for _, units in self.groups for unit in units)
        return self._one(indicator, _WHOLE, self.sum_of(indicator, everybody))

    def _one(self, indicator: Indicator, anchor: str, value: Value) -> Amount:
        return Amount(CellSpan(self.page, anchor, self._column(indicator)), (value,))

    def _column(self, indicator: Indicator) -> int:
        return 1 + self.shown.index(indicator)


def by_unit(scope: Scope, view: View) -> Page | None:
    """Show the indicators named by `of`, a row a unit; None where nobody is asked any of them."""
    table = unit_rows(scope, view)
    if not table.shown:
        return None
    columns = (_NAME, *(_heading(table, indicator) for indicator in table.shown))
    rows = (row for name, units in table.groups for row in _group(table, name, units))
    grid = Grid(columns, (*rows, _whole(table)))
    return Page(table.page, view.sheet, f"{view.title} {scope.span}", (grid,), (*scope.marks, LEGEND), spare=True)


def unit_rows(scope: Scope, view: View) -> UnitRows:
    """Return what stands where on a page of one row a unit; a unit that is asked none of it has no row."""
    figures, period = scope.lookup.figure, scope.period
    units = scope.lookup.sorted_units(scope.lookup.bodies("unit", period))
    asked = [indicator for indicator in scope.indicators() if indicator.id in view.of]
    shown = tuple(one for one in asked if any(figures(one.id, "unit", unit, period) for unit in units))
    units = [unit for unit in units if any(figures(one.id, "unit", unit, period) for one in shown)]
    groups = (
        (scope.lookup.form_title(form), tuple(unit for unit in units if scope.lookup.kind(unit) in kinds))
        for form, kinds in scope.lookup.kinds_of.items()
    )
    return UnitRows(scope, f"{view.show}:{view.sheet}", shown, tuple((name, held) for name, held in groups if held))


def _heading(table: UnitRows, indicator: Indicator) -> Column:
    width = width_for([table.of_all(indicator).total], 11)
    figures = [figure for _, units in table.groups for figure in table.figures(indicator, units)]
    return Column(f"{named(indicator, *figures)} ({indicator.unit})", width, Show.COUNT)


def _group(table: UnitRows, name: str, units: Units) -> Iterator[Row]:
    for unit in units:
        figures = (table.figures(indicator, (unit,))[0] for indicator in table.shown)
        cells = (
            figure_cell(figure, indicator, unit) if figure else Cell()
            for figure, indicator in zip(figures, table.shown, strict=True)
        )
        yield Row((Cell(table.scope.lookup.name(unit, table.scope.last_day)), *cells), anchors=(unit,))
    if len(units) > 1:
        sums = (_sum(table, indicator, units, [table.of_units(indicator, units)]) for indicator in table.shown)
        yield Row((Cell(f"Cộng: {name}"), *sums), Look.STRONG, (name,))


def _whole(table: UnitRows) -> Row:
    everybody = tuple(unit for _, units in table.groups for unit in units)
    sums = (_sum(table, indicator, everybody, table.of_groups(indicator)) for indicator in table.shown)
    return Row((Cell(f"Toàn {table.scope.level}"), *sums), Look.TOTAL, (_WHOLE,))


def _sum(table: UnitRows, indicator: Indicator, units: Units, parts: Sequence[Amount]) -> Cell:
    """What some units come to; nothing where none of them is asked."""
    figures = [figure for figure in table.figures(indicator, units) if figure is not None]
    if not figures:
        return Cell()
    show = Show.PARTIAL_COUNT if any(figure.partial for figure in figures) else Show.COUNT
    return summed(Cell(table.sum_of(indicator, units), show=show), parts)
