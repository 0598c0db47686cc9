"""What else arrives: second versions, late ones, wrong files, and sheets that were changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from learnsoc_xlsx.model.forms import FIRST_ROW, HEADER_ROW, Form
from learnsoc_xlsx.model.printing import anchors
from tests.sample.commune import UNITS, Sampled

if TYPE_CHECKING:
    from tests.sample.__main__ import Letter

SILENT = frozenset({("E03", 2026), ("D08", 2025)})
LATE = ("D06", 2025)
UNTOUCHED = frozenset({"T02", "T03", "D05", "D06", "D07", "S03", "E02"})
"""Units whose files carry changes that an office program would tidy away, or that are looked at by name."""
BY_ID = {unit.id: unit for unit in UNITS}


def spoil(book: Workbook, form: Form, unit: Sampled, year: int) -> None:
    """Change the sheets of some returns as people do."""
    if (unit.id, year) == LATE:
        book["Trang bìa"][anchors(form.sheet("cover"))["report_date"]].value = date(2025, 12, 5)
    if year != 2026:
        return
    if unit.id == "D05":
        del book[form.sheet("funds").name]
    if unit.id == "D07":
        page = book[form.sheet("initiatives").name]
        column = anchors(form.sheet("initiatives"))["beneficiaries"]
        page[f"{column}{HEADER_ROW}"].value = "Bao nhiêu người"
        page[f"{column}{HEADER_ROW - 1}"].value = None
    if unit.id == "S03":
        page = book[form.sheet("indicators").name]
        row = int(anchors(form.sheet("indicators"))["open_resources"][1:])
        page[f"B{row}"].value = None
        page[f"G{row}"].value = None
    if unit.id == "T06":
        page = book[form.sheet("households").name]
        for column in ("B", "C"):
            page[f"{column}{FIRST_ROW + 5}"].value = page[f"{column}{FIRST_ROW}"].value
    if unit.id == "T03":
        page = book["Gia đình"]
        last = max(row for row in range(FIRST_ROW, page.max_row + 1) if page[f"B{row}"].value)
        page[f"B{last + 2}"].value = "Tổng cộng"
        page[f"D{last + 2}"].value = 999
    if unit.id == "E02":
        book.create_sheet("Ghi chú thêm")["A1"].value = "Đề nghị xã hỗ trợ thêm sách"


def letters(book_of: Callable[[Sampled, int], Workbook]) -> Iterator["Letter"]:
    """Yield the files that came beside the ordinary ones."""
    from tests.sample.__main__ import Letter
    from tests.sample.fill import saved

    other = book_of(BY_ID["T02"], 2026)
    cover = other["Trang bìa"]
    for row in cover.iter_rows():
        for cell in row:
            if isinstance(cell.value, date) and cell.value.month == 11:
                cell.value = date(2026, 11, 3)
    yield Letter(Path("2026/Bao cao thon Doai (ban dau).xlsx"), saved(other))
    stranger = book_of(replace(BY_ID["T01"], id="", name="Thôn Không Tên"), 2026)
    yield Letter(Path("2026/bao cao thon la.xlsx"), saved(stranger))
    wrong_year = book_of(BY_ID["E04"], 2025)
    yield Letter(Path("2026/E04 gui nham mau nam truoc.xlsx"), saved(_retitled(wrong_year)))
    plain = Workbook()
    plain.active["A1"].value = "Danh sách mua sách vở"
    yield Letter(Path("2026/danh sach mua sach.xlsx"), saved(plain))
    yield Letter(Path("2026/Quyet dinh khen thuong.pdf"), b"%PDF-1.4\n%made up\n")
    yield Letter(Path("2026/~$C01 Trung tam.xlsx"), b"\x05admin")
    yield Letter(Path("2026/bao cao hong.xlsx"), saved(plain)[:900])


def _retitled(book: Workbook) -> Workbook:
    """Last year's form with this year written on its cover."""
    for row in book["Trang bìa"].iter_rows():
        for cell in row:
            if cell.value == 2025:
                cell.value = 2026
    return book


def afterwards(out: Path) -> None:
    """Copy a file as people do."""
    first = next(out.glob("2026/D02*"))
    (out / "2026" / f"Copy of {first.name}").write_bytes(first.read_bytes())
