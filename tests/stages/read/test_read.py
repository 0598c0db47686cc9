"""What stands where nobody reads is named at its cell; a near header is offered, and never taken."""

from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile

import pytest

from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from tests.books import opened, saved
from tests.drawing import Desk, blank
from tests.mutations.breaking import parts_of, zipped


def found(desk: Desk, sheet: str, drawing: str) -> list[tuple[str, str]]:
    return [
        (each.place.cell, each.code.code) for each in desk.check("village", sheet, drawing) if each.code.code[0] == "S"
    ]


def taken_in(path: Path) -> Batch:
    return intake(Task(tuple(enumerate(unpack(path.parent, path)))))


def test_numbers_under_no_header_are_said_once_for_their_column(desk: Desk) -> None:
    (finding,) = desk.check("village", "funds", "|  | B | G |\n| 7 | Mua sách | 500000 |\n| 8 | Học bổng | 200000 |")

    assert (finding.place.cell, finding.code.code) == ("G6", "S08")
    assert "2 ô có số" in finding.message


def test_running_numbers_before_the_first_field_need_no_header(desk: Desk) -> None:
    assert found(desk, "funds", "|  | A | B |\n| 6 | ∅ | |\n| 7 | 1 | Mua sách |\n| 8 | 2 | Học bổng |") == []


def twice(desk: Desk, name: str, sheet: str) -> bytes:
    """A filled village form in which a sheet stands once more, as a copy under a name that comes to the same."""
    book = opened(desk.fill("village", "indicators", "|  | D |\n| 8 | 45 |"))
    copy = book.copy_worksheet(book[sheet])
    copy.title, copy["D8"] = name, 999
    return saved(book)


def test_of_two_sheets_whose_names_come_to_the_same_the_printed_one_is_read_and_the_other_named(desk: Desk) -> None:
    path = desk.folder / "two.xlsx"
    path.write_bytes(twice(desk, "Chỉ tiêu.", "Chỉ tiêu"))

    (indicators,) = (table for table in taken_in(path).tables if table.sheet.id == "indicators")

    assert indicators.rows["communication_sessions"].tolist() == [45]
    assert ("Chỉ tiêu.", "S09") in [(each.place.sheet, each.code.code) for each in inspect([path])]


def test_of_two_columns_for_values_the_printed_one_is_read_and_the_other_named(desk: Desk) -> None:
    book = opened(desk.fill("village", "indicators", "|  | D |\n| 8 | 45 |"))
    page = book["Chỉ tiêu"]
    page.insert_cols(4)
    page["D6"], page["D8"] = "Kết quả", 1
    path = desk.folder / "two columns.xlsx"
    book.save(path)

    (indicators,) = (table for table in taken_in(path).tables if table.sheet.id == "indicators")

    assert indicators.layouts[0].anchors["communication_sessions"] == "E8"
    assert indicators.rows["communication_sessions"].tolist() == [45]
    assert ("D6", "S08") in [(each.place.cell, each.code.code) for each in inspect([path])]


@pytest.mark.parametrize(
    "drawing",
    [
        "|  | B | G |\n| 7 | Mua sách | '1500000 |",
        "|  | B | G |\n| 7 | Mua sách | TRUE |",
        "|  | B | G |\n| 7 | Mua sách | 2026-11-03 |",
        "|  | A | B |\n| 6 | ∅ | |\n| 7 | 1500000 | Mua sách |",
        "|  | A | B |\n| 6 | ∅ | |\n| 7 | 4 | Mua sách |\n| 8 | 4 | Học bổng |",
    ],
    ids=["digits in a text", "true", "a day", "money before the first field", "counts before the first field"],
)
def test_whatever_is_filled_under_no_header_is_said(desk: Desk, drawing: str) -> None:
    (finding,) = desk.check("village", "funds", drawing)

    assert (finding.place.cell, finding.code.code) == ("A6" if "| A |" in drawing else "G6", "S08")


@pytest.mark.parametrize("numbers", ["1 2 3", "3 1 2", "'1. '2) '3.", "1 2 1"])
def test_running_numbers_need_no_order_of_their_own(desk: Desk, numbers: str) -> None:
    lines = "\n".join(f"| {row} | {number} | Quỹ {row} |" for row, number in enumerate(numbers.split(), 7))

    assert found(desk, "funds", f"|  | A | B |\n| 6 | ∅ | |\n{lines}") == []


def test_a_whole_number_is_quoted_as_it_is_seen(desk: Desk) -> None:
    (line,) = [
        each
        for each in desk.check("village", "indicators", "|  | B | D |\n| 80 | Số câu lạc bộ | 4 |")
        if each.code.code == "S10"
    ]

    assert line.given == "Số câu lạc bộ: 4"


def test_a_near_header_is_offered_and_not_taken(desk: Desk) -> None:
    said = desk.check(
        "village", "funds", "|  | B | E |\n| 5 | | ∅ |\n| 6 | | Nguồn, ngừơi đóng gop |\n| 7 | Mua sách | xã |"
    )

    assert [(each.place.cell, each.code.code) for each in said] == [("6:6", "S02"), ("E6", "S08")]
    assert "gần giống “Nguồn, người đóng góp”" in said[1].message


@pytest.mark.parametrize("words", ["Tổng cộng: 3 khoản", "Tổng cộng (đồng)", "CỘNG CHUNG CẢ THÔN"])
def test_a_total_row_may_say_what_it_adds_up(desk: Desk, words: str) -> None:
    assert found(desk, "funds", f"|  | B | C |\n| 7 | Mua sách | 5 |\n| 8 | {words} | 5 |") == [("8:8", "S07")]


def test_a_total_in_the_running_number_column_is_said_too(desk: Desk) -> None:
    assert found(desk, "funds", "|  | A | B | C |\n| 7 | | Mua sách | 5 |\n| 8 | Tổng cộng | | 5 |") == [("8:8", "S07")]


@pytest.mark.parametrize(
    ("cell", "typed", "code"),
    [
        ("D90", "5", "S10"),
        ("B90", "Xác nhận của lãnh đạo", "S06"),
        ("I8", "77", "S06"),
        ("I8", "kể cả quý IV", "S06"),
        ("C8", "77 cuộc họp", "S06"),
        ("E8", "77", "S06"),
        ("D2", "Số liệu đến tháng 9", "S06"),
        ("A8", "xem phụ lục 2", "S06"),
        ("A90", "Số hội viên tăng do sáp nhập", "S06"),
        ("C90", "đề nghị xem lại", "S06"),
        ("C18", "ở tên một phần", "S06"),
        ("E90", "đề nghị xem lại dòng 3", "S06"),
        ("E18", "ở tên một phần", "S06"),
        ("A3", "Bổ sung: 5 triệu", "S06"),
        ("A4", "Còn thiếu 3 lớp, sẽ gửi sau", "S06"),
    ],
)
def test_what_stands_where_nobody_reads_is_named_at_its_cell(desk: Desk, cell: str, typed: str, code: str) -> None:
    column, row = cell[0], cell[1:]

    assert found(desk, "indicators", f"|  | {column} |\n| {row} | {typed} |") == [(cell, code)]


def test_what_is_written_in_the_column_of_reasons_is_the_unit_s_word_on_its_figure(desk: Desk) -> None:
    said = desk.check("village", "indicators", "|  | H |\n| 22 | sáp nhập thôn |\n| 18 | cạnh tên một phần |")

    assert [(each.place.cell, each.code.code, each.given) for each in said] == [
        ("H18", "S06", "cạnh tên một phần"),
        ("H22", "D22", "sáp nhập thôn"),
    ]


def test_a_column_of_reasons_added_by_hand_is_read(desk: Desk) -> None:
    said = desk.check("village", "indicators", "|  | H | K |\n| 6 | ∅ | Giải trình |\n| 22 | | sáp nhập thôn |")

    assert [(each.place.cell, each.given) for each in said] == [("K22", "sáp nhập thôn")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("#REF!", "C15"),
        ("=1+1", "C17"),
        ("12", "S06"),
        ("x", "S06"),
        ("không", "S06"),
        ("Giải trình", "S06"),
        ("-", None),
        ("…", None),
    ],
)
def test_what_says_no_word_is_no_reason(desk: Desk, typed: str, code: str | None) -> None:
    said = desk.check("village", "indicators", f"|  | H |\n| 22 | {typed} |")

    assert [each.code.code for each in said if each.place.cell == "H22"] == ([code] if code else [])


def test_a_reason_in_an_old_font_is_read_as_it_was_meant_like_any_other_text(desk: Desk) -> None:
    said = desk.check("village", "indicators", "|  | H |\n| 22 | NguyÔn V¨n B×nh céng hßa |")

    assert [(each.place.cell, each.code.code) for each in said] == [("H22", "C16"), ("H22", "D22")]
    assert said[1].given == "Nguyễn Văn Bình cộng hòa"


def test_under_the_figures_of_last_year_nothing_is_printed(desk: Desk) -> None:
    drawing = "|  | F |\n| 5 | last_year |\n| 9 | 12345 |\n| 90 | năm trước ghi sai |"

    assert found(desk, "indicators", drawing) == [("F90", "S06")]


def test_above_a_list_only_what_the_form_prints_is_silent(desk: Desk) -> None:
    assert found(desk, "funds", "|  | A |\n| 3 | Bổ sung: 5 triệu |\n| 4 | Còn thiếu 3 khoản |") == [
        ("A3", "S06"),
        ("A4", "S06"),
    ]
    assert found(desk, "funds", "|  | A |\n| 4 | Đơn vị: Thôn Đoài |") == []
    assert found(desk, "funds", "|  | A |\n| 4 | 0 |") == [], "what some programs keep of the formula there"
    assert found(desk, "funds", "|  | A |\n| 4 | 12 |") == [("A4", "S06")]


def test_of_two_columns_of_reasons_the_second_is_said_not_to_be_read(desk: Desk) -> None:
    said = found(desk, "indicators", "|  | H | K |\n| 6 | | Giải trình |\n| 22 | sáp nhập thôn | hai thôn |")

    assert said == [("K22", "S06")]


@pytest.mark.parametrize("form", ["village", "school", "department", "enterprise", "centre", "register"])
def test_what_a_template_prints_is_never_a_finding(desk: Desk, form: str) -> None:
    path = desk.folder / "printed.xlsx"
    path.write_bytes(blank(form, 2026))

    assert [each for each in inspect([path]) if each.code.code[0] == "S"] == []


def test_names_under_the_place_to_sign_are_no_stray_text(desk: Desk) -> None:
    assert found(desk, "cover", "|  | B | E |\n| 31 | Trần Thị Bình | Nguyễn Văn An |") == []


def test_a_damaged_sheet_is_said_and_the_others_are_read(desk: Desk) -> None:
    path = desk.fill("village", "funds", "|  | B | C |\n| 7 | Mua sách | năm triệu |")
    whole = parts_of(path.read_bytes())
    broken = [(name, body[:900] if name.endswith("/sheet5.xml") else body) for name, body in whole]
    path.write_bytes(zipped(broken))

    said = [(each.place.sheet, each.place.cell, each.code.code) for each in inspect([path])]

    assert ("Gia đình", "", "F02") in said
    assert ("Kinh phí", "C7", "C02") in said


@pytest.mark.parametrize(
    ("looking", "error", "code"),
    [
        ("shown", MemoryError(), "F36"), ("asides", TypeError(), "F02"), ("rows", ElementTree.ParseError(), "F02"),
        ("shown", BadZipFile(), "F02"),
    ],
)  # fmt: skip
def test_a_sheet_over_which_its_reading_fails_is_one_finding_and_the_run_goes_on(
    looking: str, error: Exception, code: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    path = desk.fill("centre", "funds", "|  | B |\n| 7 | Mua sách |")
    monkeypatch.setattr(Book, looking, fails if looking == "rows" else property(fails))

    assert {each.code.code for each in inspect([path]) if each.place.sheet == "Kinh phí"} == {code}


def test_a_mark_of_the_spreadsheet_s_own_and_a_day_are_quoted_as_they_are_seen(desk: Desk) -> None:
    drawing = "|  | B | C | D |\n| 7 | TRUE | TRUE | 2026-11-03 |"

    said = {each.place.cell: each.given for each in desk.check("village", "households", drawing)}

    assert (said["C7"], said["D7"]) == ("TRUE", "03/11/2026")


@pytest.mark.parametrize("looking", ["__init__", "rows"])
def test_who_asks_to_stop_while_a_workbook_is_opened_or_read_is_heard(
    looking: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> None:
        raise Stopped(15, "Đã dừng.")

    path = desk.fill("centre", "indicators", "|  | D |\n| 8 | 45 |")
    monkeypatch.setattr(Book, looking, asked)

    with pytest.raises(Stopped):
        taken_in(path)


def test_a_whole_column_of_labels_that_is_gone_is_said_once_and_its_figures_are_read(desk: Desk) -> None:
    rows = "\n".join(f"| {row} | ∅ |" for row in range(7, 70))
    path = desk.fill("village", "indicators", f"|  | B |\n{rows}")

    said = [each for each in inspect([path]) if each.place.sheet == "Chỉ tiêu" and each.code.code[0] == "S"]

    assert [(each.place.cell.partition(":")[0], each.code.code) for each in said] == [("B8", "S15")]
    assert "nhãn khác" in said[0].message
