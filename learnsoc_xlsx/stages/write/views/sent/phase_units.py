"""Every unit's indicators by year and for a phase, one under another."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.indicators import Indicator
from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Listing, Page, Show, View, stored
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import HOW_IT_ADDS, HOW_LEGEND, SIGNS, named, show_of

Line = tuple[str, Indicator, list[Figure | None], Figure]


def phase_units(scope: Scope, view: View) -> Page:
    """List every unit's indicators by year and for the phase, in the structure named by `of`."""
    (structure,) = view.of
    years = scope.held_years
    lines = list(_lines(scope, structure, years))
    name = f"{view.show}:{structure}"
    if not lines:
        return Page(
            name,
            view.sheet,
            view.title,
            (),
            (*scope.marks, "Không có đơn vị nào thay đổi: số liệu theo cơ cấu hiện nay giống trang trước."),
        )
    return Page(
        name,
        view.sheet,
        view.title,
        (Listing(tuple(_list_columns(scope, lines, years)), len(lines)),),
        (*scope.marks, SIGNS, HOW_LEGEND),
    )


def _lines(scope: Scope, structure: str, years: Sequence[int]) -> Iterator[Line]:
    levels = (scope.run.level.kind,) if structure == "current" else ()
    bodies = [(level, body) for level in levels for body in scope.lookup.bodies(level, scope.period, structure)]
    bodies += [
        ("unit", unit) for unit in scope.lookup.sorted_units(scope.lookup.bodies("unit", scope.period, structure))
    ]
    asked = scope.indicators()
    for level, body in bodies:
        for indicator in asked:
            whole = scope.lookup.figure(indicator.id, level, body, scope.period, structure)
            if whole is None:
                continue
            by_year = [scope.lookup.figure(indicator.id, level, body, str(year), structure) for year in years]
            yield body, indicator, by_year, whole


def _list_columns(scope: Scope, lines: Sequence[Line], years: Sequence[int]) -> Iterator[ListColumn]:
    yield ListColumn(Column("Đơn vị", 24), [scope.lookup.name(unit, scope.last_day) for unit, *_ in lines])
    yield ListColumn(
        Column("Chỉ tiêu", 46), [named(indicator, *by_year, whole) for _, indicator, by_year, whole in lines]
    )
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
