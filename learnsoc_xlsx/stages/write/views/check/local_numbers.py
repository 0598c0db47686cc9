"""What the commune decides for itself: the numbers in use that are its own or not verified, and the choices in words."""

from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.report import UNKNOWN, Cell, Column, Grid, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.check.long_list import NOTHING
from learnsoc_xlsx.stages.write.views.figure_cells import doubt
from learnsoc_xlsx.vietnamese.numbers import format_in_full

_INTRO = (
    "Các số này không có trong Kế hoạch hoặc chưa đối chiếu được với bản gốc. Xã đặt lại ở trang “Ngưỡng” của danh bạ.",
    "Sau các số là những lựa chọn mà Kế hoạch và văn bản để cho xã. Xã chọn lại ở trang “Lựa chọn” của danh bạ.",
)


def local_numbers(scope: Scope, view: View) -> Page:
    """List the numbers in use that the commune set or that nobody has verified, then every choice that is left to it."""
    numbers = tuple(_number(at, quantity) for at, quantity in enumerate(scope.whole.local_numbers, 1))
    choices = tuple(_choice(at, choice) for at, choice in enumerate(scope.whole.local_choices, 1))
    blocks = tuple(
        Grid(_columns(held), rows) for held, rows in (("Số đang dùng", numbers), ("Đang chọn", choices)) if rows
    )
    return Page(view.show, view.sheet, view.title, blocks, _INTRO if blocks else (NOTHING,))


def _columns(held: str) -> tuple[Column, ...]:
    return (
        Column("STT", 5, Show.CENTRE),
        Column("Nội dung", 50),
        Column(held, 26, Show.CENTRE),
        Column("Nguồn", 40),
        Column("Lưu ý", 20),
        Column("Mã trong danh bạ", 34),
    )


def _number(at: int, quantity: Quantity) -> Row:
    return Row(
        (
            Cell(at),
            Cell(quantity.label or quantity.key),
            Cell(UNKNOWN if quantity.value is None else format_in_full(quantity.value)),
            Cell(quantity.source),
            Cell(doubt(quantity.local, quantity.verified) if quantity.value is not None else "xã chưa đặt"),
            Cell(quantity.key),
        )
    )


def _choice(at: int, choice: OpenChoice) -> Row:
    return Row(
        (
            Cell(at),
            Cell(choice.label),
            Cell(choice.shown),
            Cell(choice.source or _unsaid(choice)),
            Cell(choice.whose),
            Cell("" if choice.is_convention else choice.key),
        )
    )


def _unsaid(choice: OpenChoice) -> str:
    """Say which clause leaves a choice open, or that no text speaks of it."""
    return f"Mục {choice.article} không quy định" if choice.article else "Không văn bản nào quy định"
