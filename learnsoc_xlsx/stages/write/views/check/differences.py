"""What differs between the versions of one return: those that do not count against the one that does."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.form import Field, Kind, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.model.returns.differences import Comparison, Difference, Side
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_figure

_COLUMNS = (
    Column("Trang", 16),
    Column("Đối tượng", 24),
    Column("Nội dung", 28),
    Column("Ô", 7, Show.CENTRE, "Bản không tính"),
    Column("Giá trị", 24, Show.TEXT, "Bản không tính"),
    Column("Ô", 7, Show.CENTRE, "Bản đang tính"),
    Column("Giá trị", 24, Show.TEXT, "Bản đang tính"),
)
_INTRO = (
    "Mỗi bản không tính được so với bản đang tính của cùng đơn vị, cùng năm. Bấm vào cột “Ô” để mở đúng chỗ.",
    "Dòng của danh sách được ghép theo tên và những cột nhận ra đối tượng, không theo số dòng. Muốn tính bản kia: ghi tệp ấy vào trang “Chọn bản báo cáo” của danh bạ.",
)
_NOTHING = "Không có đơn vị nào gửi hai bản khác nhau cho cùng năm."
_EMPTY = "(trống)"


def differences(scope: Scope, view: View) -> Page:
    """List, pair by pair, each cell and record that differs between a version put aside and the one that counts."""
    pairs = sorted(scope.whole.comparisons, key=lambda pair: _order(scope, pair))
    if not pairs:
        return Page(view.show, view.sheet, view.title, (), (_NOTHING,))
    rows = tuple(row for pair in pairs for row in _rows(scope, pair))
    return Page(view.show, view.sheet, view.title, (Grid(_COLUMNS, rows),), _INTRO)


def _order(scope: Scope, pair: Comparison) -> tuple[object, ...]:
    sent = scope.lookup.submissions[pair.older]
    return -sent.year, scope.lookup.order(sent.unit), sent.file


def _rows(scope: Scope, pair: Comparison) -> Iterator[Row]:
    older, newer = (scope.lookup.submissions[number] for number in (pair.older, pair.newer))
    name = scope.lookup.name(older.unit, date(older.year, 12, 31))
    yield _across(
        f"{name}, năm {older.year}: {format_figure(pair.count)} chỗ khác" if pair.count else _alike(name, older.year)
    )
    files = (cell for sent in (older, newer) for cell in (Cell("mở", Place(sent.file)), Cell(sent.file)))
    yield Row((Cell("Tệp"), Cell(), Cell(), *files), Look.STRONG)
    yield from map(_row, pair.shown)
    if pair.rest:
        yield _across(
            f"Còn {format_figure(pair.rest)} chỗ khác nữa của {name}, năm {older.year}, không in ở đây. Hãy mở hai tệp để xem."
        )


def _alike(name: str, year: int) -> str:
    return f"{name}, năm {year}: hai tệp khác nhau nhưng mọi số liệu đọc được đều giống nhau"


def _across(text: str) -> Row:
    return Row((Cell(text),) + (Cell(),) * (len(_COLUMNS) - 1), Look.SECTION)


def _row(difference: Difference) -> Row:
    about = (
        Cell(difference.sheet.name),
        Cell(difference.subject),
        Cell(difference.field.label if difference.field else _whole(difference)),
    )
    sides = (cell for side in (difference.older, difference.newer) for cell in _cells(side, difference.field))
    return Row((*about, *sides))


def _whole(difference: Difference) -> str:
    if difference.sheet.kind is SheetKind.FIXED:
        return "(cả trang)"
    return "(cả dòng)" if difference.subject else "(cả dòng, không ghi tên)"


def _cells(side: Side, field: Field | None) -> tuple[Cell, Cell]:
    if side.place is None:
        return Cell(), Cell("không có", look=Look.FAINT)
    at = Cell(side.place.cell or "mở", side.place)
    if field is None:
        return at, Cell("có")
    return at, Cell(_words(side, field))


def _words(side: Side, field: Field) -> str:
    """A value as a person would write it; what was not understood, as it was typed."""
    match side.value:
        case None:
            return f"“{side.typed}” (không nhận được)" if side.typed else _EMPTY
        case bool():
            return "x" if side.value else "không"
        case date():
            return format_date(side.value)
        case str():
            labels = {entry.id: entry.label for entry in field.choices.entries} if field.choices else {}
            return labels.get(side.value, side.value)
        case int() if field.kind is Kind.YEAR:
            return str(side.value)
        case int() | Fraction():
            return format_figure(side.value)
