"""The numbers in use that are the commune's choice, or not verified."""

from learnsoc_xlsx.model.report import Cell, Column, Grid, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import value_said
from learnsoc_xlsx.stages.write.views.check.long_list import NOTHING
from learnsoc_xlsx.stages.write.views.figure_cells import doubt


def local_numbers(scope: Scope, view: View) -> Page:
    """List the numbers in use that the commune set, or that nobody has verified."""
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Nội dung", 50),
        Column("Số đang dùng", 13, Show.CENTRE),
        Column("Nguồn", 40),
        Column("Lưu ý", 20),
        Column("Mã trong danh bạ", 34),
    )
    rows = tuple(
        Row(
            (
                Cell(number),
                Cell(quantity.label or quantity.key),
                Cell(value_said(quantity.value)),
                Cell(quantity.source),
                Cell(doubt(quantity.local, quantity.verified)),
                Cell(quantity.key),
            )
        )
        for number, quantity in enumerate(scope.whole.local_numbers, 1)
    )
    if not rows:
        return Page(view.show, view.sheet, view.title, (), (NOTHING,))
    intro = (
        "Các số này không có trong kế hoạch hoặc chưa đối chiếu được với bản gốc. Xã đặt lại ở trang “Ngưỡng” của danh bạ.",
    )
    return Page(view.show, view.sheet, view.title, (Grid(columns, rows),), intro)
