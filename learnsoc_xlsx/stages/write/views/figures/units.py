"""The units of some forms side by side: what they achieved, a row an indicator, and what each group comes to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from learnsoc_xlsx.model.law.indicators import Indicator, Ratio, gives
from learnsoc_xlsx.model.report import Cell, CellSpan, Chart, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, anchor, figure_cell, show_of, width_for
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, Value, divided, summed, total

_MOST_BARS = 40
_HELD = (Column("Chỉ tiêu", 46), Column("Đơn vị tính", 9, Show.CENTRE))


@dataclass(frozen=True)
class Group:
    """The units that fill in one form, in neighbouring columns from `first` on; their sum follows where there are several."""

    form: str
    name: str
    units: tuple[str, ...]
    first: int

    @cached_property
    def columns(self) -> dict[str, int]:
        """The column of each unit, counted from 0."""
        return {unit: column for column, unit in enumerate(self.units, self.first)}

    @property
    def last(self) -> int:
        return self.first + len(self.units) - 1

    @property
    def sum_at(self) -> int:
        """The column in which the sum of the group stands: that of its only unit where there is one."""
        return self.last + (len(self.units) > 1)


@dataclass(frozen=True)
class UnitTable:
    """The table of a page of units: which units stand in it, and which indicators."""

    scope: Scope
    page: str
    groups: tuple[Group, ...]
    shown: tuple[Indicator, ...]

    def figure(self, indicator: Indicator, unit: str) -> Figure | None:
        return self.scope.lookup.figure(indicator.id, "unit", unit, self.scope.period)

    @cached_property
    def _values(self) -> dict[tuple[str, str], Value]:
        units = [unit for group in self.groups for unit in group.units]
        figures = ((one.id, unit, self.figure(one, unit)) for one in self.shown for unit in units)
        return {(name, unit): figure.value if figure else None for name, unit, figure in figures}

    def holds(self, indicator: str) -> bool:
        return any(shown.id == indicator for shown in self.shown)

    def of_unit(self, indicator: str, group: Group, unit: str) -> Amount:
        """Return where the figure of a unit stands."""
        return Amount(CellSpan(self.page, anchor(indicator), group.columns[unit]), (self._values[indicator, unit],))

    def of_units(self, indicator: str, group: Group) -> Amount:
        """Return where the figures of the units of a group stand."""
        values = tuple(self._values[indicator, unit] for unit in group.units)
        return Amount(CellSpan(self.page, anchor(indicator), group.first, group.last), values)

    def of_group(self, indicator: str, group: Group) -> Amount:
        """Return where the sum of a group stands."""
        return Amount(CellSpan(self.page, anchor(indicator), group.sum_at), (self.of_units(indicator, group).total,))


def units(scope: Scope, view: View) -> Page | None:
    """Show the headline indicators of the units that fill in the forms named by `of`; None without units."""
    table = unit_table(scope, view)
    if not table.shown:
        return None
    columns = (*_HELD, *(column for group in table.groups for column in _columns(table, group)))
    clauses = dict.fromkeys(indicator.clause for indicator in table.shown)
    rows = tuple(row for clause in clauses for row in _section(table, clause))
    intro = (*scope.marks, LEGEND)
    grid = Grid(columns, rows, held=2, wide=True)
    return Page(table.page, view.sheet, f"{view.title} {scope.span}", (grid,), intro, spare=True)


def unit_table(scope: Scope, view: View) -> UnitTable:
    """Return what stands where on a page of units."""
    groups: list[Group] = []
    for form in view.of:
        if units := _units(scope, form):
            first = groups[-1].sum_at + 1 if groups else len(_HELD)
            groups.append(Group(form, scope.lookup.form_title(form), tuple(units), first))
    forms = [group.form for group in groups]
    shown = tuple(
        indicator
        for indicator in scope.headlines()
        if indicator.id not in view.without and any(_belongs(scope, indicator, form) for form in forms)
    )
    return UnitTable(scope, f"{view.show}:{','.join(view.of)}", tuple(groups), shown)


def unit_tables(scope: Scope) -> list[UnitTable]:
    """Return what stands where on every page of units of the workbook."""
    return [unit_table(scope, view) for view in scope.workbook.views if view.show == "units"]


def chart(scope: Scope, view: View) -> Page | None:
    """Chart some shares of the units that fill in one form: `of` names the form, then the indicators.

    None where there are more units than a chart can show: their shares stand on the page of units.
    """
    form, *ids = view.of
    units = _units(scope, form)
    shown = [scope.lookup.indicators[name] for name in ids if name in scope.lookup.indicators]
    if not shown or not 0 < len(units) <= _MOST_BARS:
        return None
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Đơn vị", 26),
        *(Column(f"{indicator.label} ({indicator.unit})", 22, show_of(indicator)) for indicator in shown),
    )
    tables = unit_tables(scope)
    rows = tuple(_bar(scope, tables, unit, shown, number) for number, unit in enumerate(units, 1))
    drawn = Chart("Tỷ lệ đạt của từng đơn vị (%)", 1, tuple(range(2, 2 + len(shown))))
    blocks = (Grid(columns, rows), drawn)
    return Page(f"{view.show}:{form}", view.sheet, f"{view.title} {scope.span}", blocks, (LEGEND,))


def _bar(scope: Scope, tables: Sequence[UnitTable], unit: str, shown: Sequence[Indicator], number: int) -> Row:
    figures = ((one, scope.lookup.figure(one.id, "unit", unit, scope.period)) for one in shown)
    cells = (summed(figure_cell(figure, one, unit), _in_tables(tables, one.id, unit)) for one, figure in figures)
    return Row((Cell(number), Cell(scope.lookup.name(unit, scope.last_day)), *cells))


def _in_tables(tables: Sequence[UnitTable], indicator: str, unit: str) -> list[Amount]:
    """Where a unit's figure stands on the pages of units."""
    return [
        table.of_unit(indicator, group, unit)
        for table in tables
        for group in table.groups
        if unit in group.columns and table.holds(indicator)
    ]


def _units(scope: Scope, form: str) -> list[str]:
    kinds = scope.lookup.kinds_of.get(form, (form,))
    units = scope.lookup.bodies("unit", scope.period)
    return scope.lookup.sorted_units(unit for unit in units if scope.lookup.kind(unit) in kinds)


def _belongs(scope: Scope, indicator: Indicator, form: str) -> bool:
    """Whether a form reports an indicator, of a share both sides."""
    if isinstance(indicator.source, Ratio):
        sides = (indicator.source.of, indicator.source.out_of)
        return all(_reported(scope, scope.lookup.indicators[side], form) for side in sides)
    return _reported(scope, indicator, form)


def _reported(scope: Scope, indicator: Indicator, form: str) -> bool:
    return any(declared.id == form and gives(declared, indicator.source) for declared in scope.run.forms)


def _columns(table: UnitTable, group: Group) -> Iterator[Column]:
    """The columns of a group; its name stands above them where there are several groups, and several units in it."""
    name = group.name if min(len(table.groups), len(group.units)) > 1 else ""
    for unit in group.units:
        values = (table.of_unit(indicator.id, group, unit).total for indicator in table.shown)
        yield Column(table.scope.lookup.name(unit, table.scope.last_day), width_for(values), Show.COUNT, name)
    if len(group.units) > 1:
        values = (table.of_units(indicator.id, group).total for indicator in table.shown)
        yield Column("Cộng", width_for(values), Show.COUNT, name)


def _section(table: UnitTable, clause: str) -> Iterator[Row]:
    yield Row((Cell(table.scope.lookup.heading(clause)),), Look.SECTION)
    for indicator in table.shown:
        if indicator.clause == clause:
            cells = (cell for group in table.groups for cell in _cells(table, indicator, group))
            yield Row((Cell(indicator.label), Cell(indicator.unit), *cells), anchors=(anchor(indicator.id),))


def _cells(table: UnitTable, indicator: Indicator, group: Group) -> Iterator[Cell]:
    figures = [table.figure(indicator, unit) for unit in group.units]
    for unit, figure in zip(group.units, figures, strict=True):
        if figure is None:
            yield Cell()
        else:
            yield _own(table, indicator, group, unit, figure_cell(figure, indicator, unit))
    if len(group.units) > 1:
        yield _sum(table, indicator, group, [figure for figure in figures if figure is not None])


def _own(table: UnitTable, indicator: Indicator, group: Group, unit: str, cell: Cell) -> Cell:
    """A unit's figure; a share as the formula of its two sides, where these stand in the table too."""
    source = indicator.source
    if not isinstance(source, Ratio) or not (table.holds(source.of) and table.holds(source.out_of)):
        return cell
    top, bottom = (table.of_unit(side, group, unit) for side in (source.of, source.out_of))
    return divided(cell, [top], [bottom])


def _sum(table: UnitTable, indicator: Indicator, group: Group, figures: Sequence[Figure]) -> Cell:
    """What a group comes to: a sum, or a share recomputed from the sums of its two sides over those who gave both."""
    if not figures:
        return Cell("")
    if not isinstance(indicator.source, Ratio):
        units = table.of_units(indicator.id, group)
        partial = any(figure.partial for figure in figures)
        show = Show.PARTIAL_COUNT if partial else Show.COUNT
        return summed(Cell(units.total, look=Look.STRONG, show=show), [units])
    tops, bottoms = (total(getattr(figure, side) for figure in figures) for side in ("numerator", "denominator"))
    share = Fraction(tops * 100) / bottoms if tops is not None and bottoms else None
    cell = Cell(share, look=Look.STRONG, show=Show.SHARE)
    sides = (indicator.source.of, indicator.source.out_of)
    if not all(map(table.holds, sides)):
        return cell
    whole = [[table.of_group(side, group)] for side in sides]
    live = divided(cell, *whole)
    return live if live.formula else divided(cell, *([table.of_units(side, group)] for side in sides))
