"""Where each number comes from: a row for every unit and indicator, with a link to its cell."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.indicators import Indicator
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Listing, Page, Show, View, stored
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import NOT_FROM_LIST, anchor, show_of
from learnsoc_xlsx.vietnamese.numbers import format_figure

_INTRO = (
    "Bấm vào ô ở cột cuối để mở đúng tệp và ô của đơn vị. Số đếm từ danh sách dẫn tới cả dãy dòng được đếm.",
    "Tỷ lệ được tính lại từ tử số và mẫu số của từng đơn vị, không lấy trung bình.",
)
Line = tuple[Indicator, Figure, Origin | None]


def sources(scope: Scope, view: View) -> Page:
    """List the contributions of every unit to every indicator of the year, or of each year of the phase."""
    lines = list(_lines(scope))
    anchors: dict[str, int] = {}
    for number, (indicator, figure, _) in enumerate(lines):
        anchors.setdefault(anchor(indicator.id), number)
        anchors.setdefault(anchor(indicator.id, figure.id), number)
    return Page(
        view.show, view.sheet, view.title, (Listing(tuple(_list_columns(scope, lines)), len(lines), anchors),), _INTRO
    )


def _lines(scope: Scope) -> Iterator[Line]:
    units = scope.lookup.sorted_units(scope.lookup.bodies("unit", scope.period))
    for indicator in scope.indicators():
        for unit in units:
            figure = scope.lookup.figure(indicator.id, "unit", unit, scope.period)
            if figure is None:
                continue
            for origin in figure.origins or (None,):
                yield indicator, figure, origin


def _list_columns(scope: Scope, lines: Sequence[Line]) -> Iterator[ListColumn]:
    places = [origin.place if origin else Place("") for _, _, origin in lines]
    yield ListColumn(Column("Chỉ tiêu", 32), [indicator.label for indicator, _, _ in lines])
    yield ListColumn(Column("Mục", 8, Show.CENTRE), [indicator.clause for indicator, _, _ in lines])
    yield ListColumn(Column("Đơn vị báo cáo", 19), [_unit(scope, figure, origin) for _, figure, origin in lines])
    yield ListColumn(Column("Năm", 6, Show.YEAR), [origin.year if origin else None for _, _, origin in lines])
    yield ListColumn(Column("Đơn vị tính", 8, Show.CENTRE), [indicator.unit for indicator, _, _ in lines])
    shows = tuple(show_of(indicator, figure) for indicator, figure, _ in lines)
    yield ListColumn(
        Column("Số của đơn vị", 13, Show.COUNT),
        [stored(figure.value) for _, figure, _ in lines],
        shows=shows,
        unknown=UNKNOWN,
    )
    yield ListColumn(Column("Tử số / mẫu số", 13, Show.CENTRE), [_sides(figure) for _, figure, _ in lines])
    yield ListColumn(
        Column("Giá trị ở nguồn", 13, Show.COUNT),
        [stored(origin.value if origin else None) for _, _, origin in lines],
        unknown=UNKNOWN,
    )
    yield ListColumn(Column("Cách lấy", 16), [_how(origin) for _, _, origin in lines])
    yield ListColumn(Column("Tệp", 26), [place.file for place in places])
    yield ListColumn(Column("Trang", 12), [place.sheet for place in places])
    yield ListColumn(
        Column("Ô", 10, Show.CENTRE),
        [place.cell or ("mở tệp" if place.file else "") for place in places],
        links=tuple(places),
    )


def _unit(scope: Scope, figure: Figure, origin: Origin | None) -> str:
    own = scope.lookup.name(figure.id, scope.last_day)
    if origin is None or origin.unit == figure.id:
        return own
    return f"{own} (từ {scope.lookup.name(origin.unit, scope.last_day)})"


def _sides(figure: Figure) -> str:
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{format_figure(figure.numerator)} / {format_figure(figure.denominator)}"


def _how(origin: Origin | None) -> str:
    if origin is None:
        return "chưa có số"
    if origin.unlisted:
        return NOT_FROM_LIST if origin.value is None else f"ô đã điền, {NOT_FROM_LIST}"
    if origin.rows is None:
        return "ô đã điền"
    if origin.partial and origin.of_rows is not None:
        return f"cộng từ {format_figure(origin.rows)} trên {format_figure(origin.of_rows)} dòng, còn ô trống ▲"
    return f"{'đếm' if origin.of_rows is None else 'cộng'} từ {format_figure(origin.rows)} dòng"
