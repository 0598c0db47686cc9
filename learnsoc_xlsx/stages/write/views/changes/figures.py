"""Figures that differ from the last run, those of the commune first."""

from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Page, Show, View, stored
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.changes.changes import FigureChange
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views.changes.words import behind_said
from learnsoc_xlsx.stages.write.views.check.long_list import listed
from learnsoc_xlsx.stages.write.views.figure_cells import show_of
from learnsoc_xlsx.vietnamese.numbers import format_figure

_INTRO = (
    "Số của toàn {level} nêu trước, rồi đến từng đơn vị; kỳ mới nêu trước. Cột “Báo cáo”: số báo cáo có số này trên số phải có.",
)


def changed_figures(scope: Scope, view: View) -> Page:
    """List the figures that differ from the last run, with what lies behind each."""
    lookup = scope.lookup
    ordered = sorted(lookup.changes.figures, key=lambda change: _order(lookup, change))
    abouts = [_about(change) for change in ordered]
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Kỳ", 13), [_period(lookup, one.period) for one in abouts]),
        ListColumn(Column("Của", 20), [_body(lookup, one) for one in abouts]),
        ListColumn(Column("Chỉ tiêu", 34), [_label(lookup, one) for one in abouts]),
        ListColumn(Column("Đơn vị tính", 9, Show.CENTRE), [_measure(lookup, one) for one in abouts]),
        _column("Trước", lookup, [change.was for change in ordered], abouts),
        _column("Nay", lookup, [change.now for change in ordered], abouts),
        ListColumn(Column("Chênh lệch", 12, Show.CENTRE), [_distance(change) for change in ordered]),
        ListColumn(Column("Báo cáo", 13, Show.CENTRE), [_reports(change) for change in ordered]),
        ListColumn(Column("Nguyên nhân", 46), [behind_said(lookup, change.behind) for change in ordered]),
    ), tuple(line.format(level=scope.level) for line in _INTRO))  # fmt: skip


def _about(change: FigureChange) -> Figure:
    figure = change.now or change.was
    assert figure is not None, "a change has a side"
    return figure


def _order(lookup: Lookup, change: FigureChange) -> tuple[object, ...]:
    about = _about(change)
    place = list(lookup.indicators).index(about.indicator) if about.indicator in lookup.indicators else 0
    last = next((phase.last for phase in lookup.run.phases if phase.id == about.period), 0)
    newest = -(last or int(about.period if about.period.isdecimal() else 0))
    return (
        about.scope != lookup.run.level.kind,
        newest,
        about.period,
        about.scope,
        lookup.order(about.id),
        about.structure,
        place,
    )


def _column(heading: str, lookup: Lookup, sides: list[Figure | None], abouts: list[Figure]) -> ListColumn:
    shows = tuple(
        show_of(lookup.indicators[about.indicator], side) if about.indicator in lookup.indicators else Show.COUNT
        for side, about in zip(sides, abouts, strict=True)
    )
    values = [stored(side.value if side else None) for side in sides]
    return ListColumn(Column(heading, 13, Show.COUNT), values, shows=shows, unknown=UNKNOWN)


def _period(lookup: Lookup, period: str) -> str:
    name = next((phase.name for phase in lookup.run.phases if phase.id == period), f"năm {period}")
    return name[:1].upper() + name[1:]


def _body(lookup: Lookup, figure: Figure) -> str:
    name = lookup.name(figure.id) if figure.id in lookup.codes else lookup.past_name(figure.id)
    return f"{name} (theo cơ cấu hiện nay)" if figure.structure == "current" else name


def _label(lookup: Lookup, figure: Figure) -> str:
    return lookup.indicators[figure.indicator].label if figure.indicator in lookup.indicators else figure.indicator


def _measure(lookup: Lookup, figure: Figure) -> str:
    return lookup.indicators[figure.indicator].unit if figure.indicator in lookup.indicators else ""


def _distance(change: FigureChange) -> str:
    if not (change.was and change.now) or change.was.value is None or change.now.value is None:
        return ""
    distance = change.now.value - change.was.value
    return f"{'+' if distance > 0 else ''}{format_figure(distance)}" if distance else "0"


def _reports(change: FigureChange) -> str:
    was, now = (f"{side.reported}/{side.expected}" if side else UNKNOWN for side in (change.was, change.now))
    return now if was == now else f"{was} → {now}"
