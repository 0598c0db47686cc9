"""One group of units: who achieved what, a row a unit, and a total."""

from fractions import Fraction

from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Ratio
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.report import Cell, Chart, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, column_of, figure_cell, show_of

_MOST_BARS = 40
_HELD = (Column("STT", 5, Show.CENTRE), Column("Đơn vị", 26))


def group(scope: Scope, view: View) -> Page | None:
    """Show the headline indicators of the units that fill in the form named by `of`; None without units.

    Behind the form `of` names indicators that say nothing of a single unit, and are left out.
    """
    form, *left_out = view.of
    units = _units(scope, form)
    if not units:
        return None
    shown = [
        indicator
        for indicator in scope.indicators()
        if _belongs(scope, indicator, form) and indicator.id not in left_out
    ]
    columns = (*_HELD, *(column_of(indicator, scope.lookup.heading(indicator.clause)) for indicator in shown))
    rows = [_row(scope, unit, shown, number) for number, unit in enumerate(units, 1)]
    table = Grid(columns, (*rows, _total(scope, units, rows, shown)), held=2, wide=True)
    return Page(f"{view.show}:{form}", view.sheet, f"{view.title} NĂM {scope.year}", (table,), (LEGEND,))


def chart(scope: Scope, view: View) -> Page | None:
    """Chart some shares of the units that fill in one form: `of` names the form, then the indicators."""
    form, *ids = view.of
    units = _units(scope, form)
    shown = [scope.lookup.indicators[name] for name in ids if name in scope.lookup.indicators]
    if not units or not shown:
        return None
    columns = (
        *_HELD,
        *(Column(f"{indicator.label} ({indicator.unit})", 22, show_of(indicator)) for indicator in shown),
    )
    table = Grid(columns, tuple(_row(scope, unit, shown, number) for number, unit in enumerate(units, 1)))
    title = f"{view.title} NĂM {scope.year}"
    if len(units) > _MOST_BARS:
        return Page(
            f"{view.show}:{form}", view.sheet, title, (table,), (f"Có hơn {_MOST_BARS} đơn vị nên không vẽ biểu đồ.",)
        )
    drawn = Chart("Tỷ lệ đạt của từng đơn vị (%)", 1, tuple(range(2, 2 + len(shown))))
    return Page(f"{view.show}:{form}", view.sheet, title, (table, drawn), (LEGEND,))


def _units(scope: Scope, form: str) -> list[str]:
    kinds = scope.lookup.kinds_of.get(form, (form,))
    units = scope.lookup.bodies("unit", scope.period)
    return scope.lookup.sorted_units(unit for unit in units if scope.lookup.kind(unit) in kinds)


def _belongs(scope: Scope, indicator: Indicator, form: str) -> bool:
    """Whether an indicator is one of the headlines that this form reports."""
    if not indicator.headline:
        return False
    if isinstance(indicator.source, Ratio):
        return all(
            _reported(scope, scope.lookup.indicators[side], form)
            for side in (indicator.source.of, indicator.source.out_of)
        )
    return _reported(scope, indicator, form)


def _reported(scope: Scope, indicator: Indicator, form: str) -> bool:
    if isinstance(indicator.source, Asked):
        return form in indicator.source.of
    listed = getattr(indicator.source, "sheet", "")
    return any(
        declared.id == form and any(sheet.id == listed for sheet in declared.sheets) for declared in scope.run.forms
    )


def _row(scope: Scope, unit: str, shown: list[Indicator], number: int) -> Row:
    cells = [
        figure_cell(scope.lookup.figure(indicator.id, "unit", unit, scope.period), indicator, unit)
        for indicator in shown
    ]
    return Row((Cell(number), Cell(scope.lookup.name(unit, scope.last_day)), *cells))


def _total(scope: Scope, units: list[str], rows: list[Row], shown: list[Indicator]) -> Row:
    """Sum what adds up over the rows above, as formulas; recompute each share from the totals of its two sides."""
    places = {indicator.id: place for place, indicator in enumerate(shown, len(_HELD))}
    cells = (
        _share(rows, indicator.source, places, _sides(scope, units, indicator))
        if isinstance(indicator.source, Ratio)
        else _sum(rows, places[indicator.id])
        for indicator in shown
    )
    return Row((Cell(""), Cell("Cộng"), *cells), Look.TOTAL)


def _amounts(rows: list[Row], place: int) -> dict[int, int | Fraction]:
    values = ((number, row.cells[place].value) for number, row in enumerate(rows))
    return {number: value for number, value in values if isinstance(value, int | Fraction)}


def _sum(rows: list[Row], place: int) -> Cell:
    amounts = _amounts(rows, place)
    if not amounts:
        return Cell(None)
    letter = column_letter(place)
    partial = any(row.cells[place].show is Show.PARTIAL_COUNT for row in rows)
    show = Show.PARTIAL_COUNT if partial else Show.COUNT
    return Cell(sum(amounts.values()), formula=f"=SUM({letter}{{first}}:{letter}{{last}})", show=show)


def _sides(scope: Scope, units: list[str], indicator: Indicator) -> tuple[int | Fraction, int | Fraction]:
    """The two sums of a share over the units, as their own figures were reckoned."""
    figures = [scope.lookup.figure(indicator.id, "unit", unit, scope.period) for unit in units]
    top = sum(figure.numerator for figure in figures if figure is not None and figure.numerator is not None)
    bottom = sum(figure.denominator for figure in figures if figure is not None and figure.denominator is not None)
    return top, bottom


def _share(rows: list[Row], ratio: Ratio, places: dict[str, int], sides: tuple[int | Fraction, int | Fraction]) -> Cell:
    """A share over the units that gave both sides; a formula only where the totals above are these very sums."""
    if ratio.of not in places or ratio.out_of not in places:
        return Cell("")
    if not sides[1]:
        return Cell(None)
    share = Fraction(sides[0] * 100) / sides[1]
    if sides != tuple(sum(_amounts(rows, places[of]).values()) for of in (ratio.of, ratio.out_of)):
        return Cell(share, show=Show.SHARE)
    top, under = (f"{column_letter(places[side])}{{row}}" for side in (ratio.of, ratio.out_of))
    return Cell(share, formula=f"={top}*100/{under}", show=Show.SHARE)
