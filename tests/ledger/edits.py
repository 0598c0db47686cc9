"""What people may do to a filled form: strategies that draw edits, each of which is done to a worksheet of a workbook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet.worksheet import Worksheet

BELOW, RIGHT = 14, 3
"""So many rows below and columns to the right of what stands on a sheet somebody may write."""
_FIRST = 7
"""The first row under a printed header."""
_OFTEN: tuple[object, ...] = (
    "Nguyễn Thị Hòa", "Trần Văn Bình", "x", "không", "có", "đạt", "-", "–", "0", "1.950", "12,5", "70%", "3 triệu", "31/02/2026", "khoảng mươi",
    "Cộng", "Tổng cộng", "Tổng cộng: 3 khoản", "tổng số", "STT", "Ghi chú: nộp sau", "NGƯỜI LẬP BÁO CÁO", "Trưởng thôn", "(Ký, ghi rõ họ tên)",
    "Thôn Đoài, ngày 3 tháng 11 năm 2026", "TM. BAN CHI ỦY", " ", "\u00a0", "\u200b", "\u200b\u00ad", "\u3164", "_x0007_", "_xD800_", "a_x0001_b", "\u202ean",
    "=1+1", "=SUM(C7:C9)", "=NA()", "#DIV/0!", "#REF!", "'=1", "TRUE", "\U0001f600", "𝟙𝟚", "ＡＢＣ", "Hoµ B×nh", "Ng­êi", "a\nb", "\t", "None", "nan",
    0, 1, -3, 5, 2025, 1950.0, 0.7, 12.5, 10**15, 10**16, 1e300, True, False, date(2026, 11, 5), datetime(2026, 11, 5, 8, 30),
)  # fmt: skip

Change = Callable[[Workbook, Worksheet], None]


@dataclass(frozen=True)
class Edit:
    """One thing that is done to a workbook, with words that show it where a test fails."""

    words: str
    change: Change

    def __repr__(self) -> str:
        return self.words


def values() -> st.SearchStrategy[object]:
    """What somebody may type into a cell."""
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    numbers = st.integers(-(10**6), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
    return st.sampled_from(_OFTEN) | st.sampled_from(_OFTEN) | text | numbers


def put(row: int, column: int, value: object) -> Edit:
    """Type a value into a cell."""
    return Edit(f"put({row}, {column}, {value!r})", lambda _, page: _type(page, row, column, value))


def write_row(row: int, cells: list[object]) -> Edit:
    """Type a whole row from its second column on."""

    def change(_: Workbook, page: Worksheet) -> None:
        for column, value in enumerate(cells, 2):
            _type(page, row, column, value)

    return Edit(f"write_row({row}, {cells!r})", change)


def copy_row(source: int, to: int) -> Edit:
    """Copy the cells of a row to another one."""

    def change(_: Workbook, page: Worksheet) -> None:
        for column, value in _row(page, source):
            _type(page, to, column, value)

    return Edit(f"copy_row({source}, {to})", change)


def swap_rows(one: int, other: int) -> Edit:
    """Let two rows change places."""

    def change(_: Workbook, page: Worksheet) -> None:
        first, second = dict(_row(page, one)), dict(_row(page, other))
        for column in first.keys() | second.keys():
            _type(page, one, column, second.get(column))
            _type(page, other, column, first.get(column))

    return Edit(f"swap_rows({one}, {other})", change)


def clear(row: int, column: int) -> Edit:
    """Empty a cell, or, with column 0, a whole row."""

    def change(_: Workbook, page: Worksheet) -> None:
        for at in [at for at, _ in _row(page, row)] if column == 0 else [column]:
            _type(page, row, at, None)

    return Edit(f"clear({row}, {column})", change)


def merge(row: int, column: int, more_rows: int, more_columns: int) -> Edit:
    """Merge cells: all but the first lose what they held."""

    def change(_: Workbook, page: Worksheet) -> None:
        page.merge_cells(start_row=row, start_column=column, end_row=row + more_rows, end_column=column + more_columns)

    return Edit(f"merge({row}, {column}, {more_rows}, {more_columns})", change)


def hide(row: int) -> Edit:
    """Hide a row, and the column of that number."""

    def change(_: Workbook, page: Worksheet) -> None:
        page.row_dimensions[row].hidden = True
        page.column_dimensions["ABCDEFGH"[row % 8]].hidden = True

    return Edit(f"hide({row})", change)


def insert_rows(row: int) -> Edit:
    """Insert an empty row."""
    return Edit(f"insert_rows({row})", lambda _, page: page.insert_rows(row))


def delete_rows(row: int) -> Edit:
    """Delete a row."""
    return Edit(f"delete_rows({row})", lambda _, page: page.delete_rows(row))


def insert_columns(column: int) -> Edit:
    """Insert an empty column."""
    return Edit(f"insert_columns({column})", lambda _, page: page.insert_cols(column))


def delete_columns(column: int) -> Edit:
    """Delete a column."""
    return Edit(f"delete_columns({column})", lambda _, page: page.delete_cols(column))


def rename(title: str) -> Edit:
    """Give the sheet another name."""

    def change(book: Workbook, page: Worksheet) -> None:
        if title.casefold() not in map(str.casefold, book.sheetnames):
            page.title = title

    return Edit(f"rename({title!r})", change)


def copy_sheet(title: str) -> Edit:
    """Copy the sheet within the workbook."""

    def change(book: Workbook, page: Worksheet) -> None:
        if title.casefold() not in map(str.casefold, book.sheetnames):
            book.copy_worksheet(page).title = title

    return Edit(f"copy_sheet({title!r})", change)


def add_sheet(title: str, value: object) -> Edit:
    """Add a sheet of one's own, on which something stands."""

    def change(book: Workbook, _: Worksheet) -> None:
        if title.casefold() not in map(str.casefold, book.sheetnames):
            _type(book.create_sheet(title), 3, 2, value)

    return Edit(f"add_sheet({title!r}, {value!r})", change)


def hide_sheet() -> Edit:
    """Hide the sheet, and put all sheets in the opposite order."""

    def change(book: Workbook, page: Worksheet) -> None:
        book._sheets.reverse()
        if sum(one.sheet_state == "visible" for one in book.worksheets) > 1:
            page.sheet_state = "hidden"

    return Edit("hide_sheet()", change)


def edits(rows: int, columns: int) -> st.SearchStrategy[list[Edit]]:
    """Draw edits of a sheet with so many rows and columns: rows and cells that are typed, and then what is done to them."""
    row, column = st.integers(1, rows + BELOW), st.integers(1, columns + RIGHT)
    typed = st.builds(put, row, column, values())
    whole = st.builds(write_row, st.integers(_FIRST, rows + BELOW), st.lists(values(), min_size=1, max_size=columns))
    title = st.sampled_from(("Trang 1", "Kinh phí", "Gia đình", "GIA ĐÌNH", "Bìa", "x", "Sheet1 (2)"))
    moved = st.one_of(
        st.builds(copy_row, row, row), st.builds(swap_rows, row, row), st.builds(clear, row, column | st.just(0)),
        st.builds(merge, row, column, st.integers(0, 2), st.integers(0, 3)), st.builds(hide, row),
        st.builds(insert_rows, row), st.builds(delete_rows, row), st.builds(insert_columns, column), st.builds(delete_columns, column),
    )  # fmt: skip
    of_book = st.one_of(
        st.builds(rename, title), st.builds(copy_sheet, title), st.builds(add_sheet, title, values()), st.builds(hide_sheet)
    )  # fmt: skip
    typing = st.lists(whole | whole | typed, min_size=2, max_size=6)
    return st.builds(lambda first, then: [*first, *then], typing, st.lists(moved | moved | of_book, max_size=4))


def _type(page: Worksheet, row: int, column: int, value: object) -> None:
    """Type a value as an office program takes it: what XML forbids it does not, and of merged cells only the first."""
    cell: Any = page.cell(row, column)
    if isinstance(cell, MergedCell):
        return
    try:
        cell.value = value
    except IllegalCharacterError:
        cell.value = "".join(letter for letter in str(value) if letter.isprintable())


def _row(page: Worksheet, row: int) -> Iterator[tuple[int, object]]:
    width = page.max_column
    yield from ((column, page.cell(row, column).value) for column in range(1, width + 1))
