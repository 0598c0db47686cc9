"""A phase: each indicator by year and for the phase, for the commune and by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.figures import Figure
from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Target
from learnsoc_xlsx.model.place import column_letter, column_number
from learnsoc_xlsx.model.report import (
    UNKNOWN,
    Cell,
    Chart,
    Column,
    Grid,
    ListColumn,
    Listing,
    Look,
    Page,
    Row,
    Show,
    View,
    stored,
)
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import HOW_IT_ADDS, LEGEND, figure_cell, reported_cell, show_of
from learnsoc_xlsx.stages.write.views.figures.overview import asked_of, look_of, signatures, target_for, verdict_on

_LEGEND = f"{LEGEND} Cách tính cả giai đoạn: cộng dồn các năm; lấy số cuối kỳ; lấy số đầu kỳ; hoặc tính lại tỷ lệ từ tử số và mẫu số. Lượt báo cáo: đã có/phải có trong các năm; ▲ là còn thiếu."


def held_years(scope: Scope) -> list[int]:
    """Return the years of the phase up to the last that has figures."""
    assert scope.phase is not None
    last = max((year for year in scope.phase.years if str(year) in scope.lookup.periods), default=0)
    return [year for year in scope.phase.years if year <= last]


def span_of(scope: Scope) -> list[str]:
    """Say that the pages are provisional while the phase goes on, and of which years nothing was reported; else nothing."""
    assert scope.phase is not None
    years = held_years(scope)
    marks = [f"TẠM TÍNH ĐẾN NĂM {years[-1]}."] if years and years[-1] < scope.phase.last else []
    silent = [str(year) for year in years if str(year) not in scope.lookup.periods]
    return marks + ([f"KHÔNG CÓ BÁO CÁO NÀO CỦA NĂM {', '.join(silent)}."] if silent else [])


def phase_commune(scope: Scope, view: View) -> Page:
    """Show every indicator of the commune: year by year, the phase, how it adds up, the target."""
    years = held_years(scope)
    columns = (
        Column("Chỉ tiêu", 44),
        Column("Đơn vị tính", 9, Show.CENTRE),
        *(Column(f"Năm {year}", 15, Show.COUNT) for year in years),
        Column("Cả giai đoạn", 16, Show.COUNT),
        Column("Cách tính", 14),
        Column("Mục tiêu", 15, Show.CENTRE),
        Column("So với mục tiêu", 19, Show.CENTRE),
        Column("Lượt báo cáo", 9, Show.CENTRE),
    )
    shown = scope.indicators()
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
    return Page(view.show, view.sheet, view.title, blocks, (*span_of(scope), _LEGEND))


def _row(scope: Scope, indicator: Indicator, years: Sequence[int]) -> Row:
    whole = scope.lookup.of_commune(indicator.id, scope.period)
    by_year = [scope.lookup.of_commune(indicator.id, str(year)) for year in years]
    target = target_for(scope, indicator.id)
    reached = verdict_on(whole, target, max(years, default=0)) if target else ""
    return Row(
        (
            Cell(indicator.label),
            Cell(indicator.unit),
            *(figure_cell(figure, indicator) for figure in by_year),
            _total(whole, by_year, indicator),
            Cell(HOW_IT_ADDS[indicator.adds_up]),
            Cell(asked_of(target)),
            Cell(reached, look=look_of(reached)),
            reported_cell(whole) if whole else Cell(),
        )
    )


def _total(whole: Figure | None, by_year: Sequence[Figure | None], indicator: Indicator) -> Cell:
    """The phase's own figure; a formula beside it where it is the plain sum of the years shown."""
    if whole is None or whole.value is None:
        return Cell(None)
    amounts = [figure.value for figure in by_year if figure is not None and figure.value is not None]
    adds = indicator.adds_up is AddsUp.FLOW and sum(amounts) == whole.value and len(by_year) > 1
    last = column_letter(column_number("C") + len(by_year) - 1)
    formula = f"=SUM(C{{row}}:{last}{{row}})" if adds else ""
    return replace(figure_cell(whole, indicator, look=Look.STRONG), formula=formula)


def phase_targets(scope: Scope, view: View) -> Page | None:
    """Set the commune's shares year by year beside their targets, with a chart; None where no target is set, or nothing is reported."""
    years = held_years(scope)
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
    return Page(view.show, view.sheet, view.title, (Grid(columns, rows), chart), (*span_of(scope), LEGEND))


def _aim(scope: Scope, target: Target, years: Sequence[int], number: int) -> Row:
    indicator = scope.lookup.indicators[target.indicator]
    by_year = [scope.lookup.of_commune(target.indicator, str(year)) for year in years]
    reached = verdict_on(by_year[-1], target, years[-1])
    return Row(
        (
            Cell(number),
            Cell(indicator.label),
            *(figure_cell(figure, indicator) for figure in by_year),
            Cell(target.at_least),
            Cell(target.year),
            Cell(reached, look=look_of(reached)),
        )
    )


def phase_units(scope: Scope, view: View) -> Page:
    """List every unit's indicators by year and for the phase, in the structure named by `of`."""
    (structure,) = view.of
    years = held_years(scope)
    lines = list(_lines(scope, structure, years))
    name = f"{view.show}:{structure}"
    if not lines:
        return Page(
            name,
            view.sheet,
            view.title,
            (),
            (*span_of(scope), "Không có đơn vị nào thay đổi: số liệu theo cơ cấu hiện nay giống trang trước."),
        )
    return Page(
        name,
        view.sheet,
        view.title,
        (Listing(tuple(_list_columns(scope, lines, years)), len(lines)),),
        (*span_of(scope), _LEGEND),
    )


Line = tuple[str, Indicator, list[Figure | None], Figure]


def _lines(scope: Scope, structure: str, years: Sequence[int]) -> Iterator[Line]:
    levels = ("commune",) if structure == "current" else ()
    bodies = [(level, body) for level in levels for body in scope.lookup.bodies(level, scope.period, structure)]
    bodies += [
        ("unit", unit) for unit in scope.lookup.sorted_units(scope.lookup.bodies("unit", scope.period, structure))
    ]
    for level, body in bodies:
        for indicator in scope.indicators():
            whole = scope.lookup.figure(indicator.id, level, body, scope.period, structure)
            if whole is None:
                continue
            by_year = [scope.lookup.figure(indicator.id, level, body, str(year), structure) for year in years]
            yield body, indicator, by_year, whole


def _list_columns(scope: Scope, lines: Sequence[Line], years: Sequence[int]) -> Iterator[ListColumn]:
    yield ListColumn(Column("Đơn vị", 24), [scope.lookup.name(unit, scope.last_day) for unit, *_ in lines])
    yield ListColumn(Column("Chỉ tiêu", 46), [indicator.label for _, indicator, *_ in lines])
    yield ListColumn(Column("Mục", 8, Show.CENTRE), [indicator.clause for _, indicator, *_ in lines])
    yield ListColumn(Column("Đơn vị tính", 10, Show.CENTRE), [indicator.unit for _, indicator, *_ in lines])
    for place, year in enumerate(years):
        yield _figures(Column(f"Năm {year}", 15, Show.COUNT), [(line[1], line[2][place]) for line in lines])
    yield _figures(Column("Cả giai đoạn", 16, Show.COUNT), [(line[1], line[3]) for line in lines])
    yield ListColumn(Column("Cách tính", 14), [HOW_IT_ADDS[line[1].adds_up] for line in lines])
    yield ListColumn(
        Column("Lượt báo cáo", 9, Show.CENTRE), [f"{line[3].reported}/{line[3].expected}" for line in lines]
    )


def _figures(head: Column, given: Sequence[tuple[Indicator, Figure | None]]) -> ListColumn:
    values = [stored(figure.value if figure else None) for _, figure in given]
    return ListColumn(head, values, shows=tuple(show_of(*one) for one in given), unknown=UNKNOWN)
