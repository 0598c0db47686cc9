"""Where a workbook holds what its units come to: what a figure of the commune is added up from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from learnsoc_xlsx.model.law.indicators import Indicator, Ratio
from learnsoc_xlsx.model.report import Cell
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figures.by_unit import UnitRows, unit_rows
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, divided, summed
from learnsoc_xlsx.stages.write.views.figures.units import UnitTable, unit_tables


@dataclass(frozen=True)
class Totals:
    """The pages of units of one workbook."""

    scope: Scope

    @cached_property
    def _by_unit(self) -> list[UnitRows]:
        return [unit_rows(self.scope, view) for view in self.scope.workbook.views if view.show == "by_unit"]

    @cached_property
    def _tables(self) -> list[UnitTable]:
        return unit_tables(self.scope)

    def live(self, cell: Cell, indicator: Indicator) -> Cell:
        """Return a figure of the commune with its formula over these pages, where they come to its value."""
        if isinstance(indicator.source, Ratio):
            return divided(
                cell, *(list(self._of_units(side)) for side in (indicator.source.of, indicator.source.out_of))
            )
        return summed(cell, list(self._sums(indicator)))

    def _sums(self, indicator: Indicator) -> Iterator[Amount]:
        """Yield the sums of an indicator: over all units where one page has them, else group by group."""
        whole = next((rows.of_all(indicator) for rows in self._by_unit if indicator in rows.shown), None)
        if whole:
            yield whole
            return
        for table in self._tables:
            if table.holds(indicator.id):
                yield from (table.of_group(indicator.id, group) for group in table.groups)

    def _of_units(self, indicator: str) -> Iterator[Amount]:
        """Yield the cells of the units, group by group."""
        for table in self._tables:
            if table.holds(indicator):
                yield from (table.of_units(indicator, group) for group in table.groups)
