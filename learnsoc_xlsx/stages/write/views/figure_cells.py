"""CellSpan that several views share: a figure with its link, a change, a mark of doubt."""

from collections.abc import Iterable
from fractions import Fraction

from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator
from learnsoc_xlsx.model.report import Cell, Look, Show, ToRow
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.vietnamese.numbers import format_number

SOURCES = "sources"
SIGNS = "“–”: chưa có số, không phải số 0. ▲ sau một số: cộng từ danh sách còn ô trống, có thể chưa đủ."
LEGEND = f"{SIGNS} Bấm vào một số để xem nguồn."
HOW_LEGEND = "Cách tính cả giai đoạn: cộng dồn các năm; lấy số cuối kỳ; lấy số đầu kỳ; hoặc tính lại tỷ lệ từ tử số và mẫu số. Lượt báo cáo: đã có/phải có trong các năm; ▲ là còn thiếu."
HOW_IT_ADDS = {
    AddsUp.FLOW: "cộng dồn",
    AddsUp.STOCK: "số cuối kỳ",
    AddsUp.OPENING: "số đầu kỳ",
    AddsUp.SHARE: "tính lại",
}


def show_of(indicator: Indicator, figure: Figure | None = None) -> Show:
    """Return how an indicator's value is shown: with a sign where a list behind the figure has blanks."""
    if figure is not None and figure.partial:
        return Show.PARTIAL_SHARE if indicator.adds_up is AddsUp.SHARE else Show.PARTIAL_COUNT
    return Show.SHARE if indicator.adds_up is AddsUp.SHARE else Show.COUNT


NOT_FROM_LIST = "không tính từ danh sách"
"""What is said of a figure that a list would give, where the commune asks for nominees alone in it."""


def named(indicator: Indicator, *figures: Figure | None) -> str:
    """Return what an indicator is called beside its figures; that they are not counted from a list is part of it."""
    unlisted = any(figure is not None and figure.unlisted for figure in figures)
    return f"{indicator.label} ({NOT_FROM_LIST})" if unlisted else indicator.label


def width_for(values: Iterable[Fraction | int | None], least: float = 9.5) -> float:
    """Return the width of a column in which each of these figures is seen whole, with a sign beside it."""
    there = [value for value in values if value is not None]
    sides = {decimals: [value for value in there if (value.denominator > 1) == decimals] for decimals in (False, True)}
    ends = [(end(side), decimals) for decimals, side in sides.items() if side for end in (min, max)]
    return max([least, *(len(format_number(value, int(decimals))) + 2.5 for value, decimals in ends)])


def anchor(indicator: str, unit: str = "") -> str:
    """Return what a figure's row among the sources is called; without a unit, the first of the indicator."""
    return f"{indicator}|{unit}"


def figure_cell(figure: Figure | None, indicator: Indicator, unit: str = "", look: Look = Look.PLAIN) -> Cell:
    """Return a figure as a cell that leads to its sources; one that is not known leads nowhere."""
    value = figure.value if figure else None
    link = ToRow(SOURCES, anchor(indicator.id, unit)) if value is not None else None
    return Cell(value, link, look=look, show=show_of(indicator, figure))


def change_cell(now: Figure | None, before: Figure | None, indicator: Indicator) -> Cell:
    """Return the change from one figure to another, in percentage points for shares; none between sums of unlike reach."""
    show = Show.CHANGE_SHARE if indicator.adds_up is AddsUp.SHARE else Show.CHANGE
    if now is None or before is None or now.value is None or before.value is None:
        return Cell(None, show=show)
    if now.reported < now.expected or before.reported < before.expected:
        return Cell(None, show=show)
    return Cell(Fraction(now.value) - before.value, show=show)


def reported_cell(figure: Figure | None) -> Cell:
    """Return how many of the expected reports stand behind a figure, with a sign where some are missing."""
    if figure is None:
        return Cell(None)
    whole = figure.reported >= figure.expected
    text = f"{figure.reported}/{figure.expected}" + ("" if whole else " ▲")
    return Cell(text, look=Look.PLAIN if whole else Look.DOUBT)


def doubt(local: bool, verified: bool) -> str:
    """Return the mark of a number that nobody has verified; of one that the commune set there is nothing to verify."""
    if local:
        return "số do xã đặt"
    return "" if verified else "chưa kiểm chứng"
