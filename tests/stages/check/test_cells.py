"""What people type, checked at its cell: the sheet is drawn, the finding is named by cell and code."""

import pytest

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.printing import caption
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.pipeline.terms.in_force import law
from tests.drawing import Desk


def found(desk: Desk, sheet: str, drawing: str, form: str = "village") -> list[tuple[str, str]]:
    return [(each.place.cell, each.code.code) for each in desk.check(form, sheet, drawing)]


def test_a_faultless_row_has_no_finding(desk: Desk) -> None:
    drawing = """
        |   | B            | C    | D | E | F  | G  | H  | I  | J | K | L    |
        | 7 | Nguyễn Văn A | 1970 | 4 | 2 | 26 | 27 | 18 | 17 | x | x | 2026 |
    """

    assert found(desk, "households", drawing) == []


def test_a_number_written_in_words_is_blamed_on_its_own_cell(desk: Desk) -> None:
    drawing = """
        |    | B            | C    | D       |
        | 7  | Nguyễn Văn A | 1970 | 4       |
        | 9  | Trần Thị B   | 1982 | bốn     |
    """

    assert found(desk, "households", drawing) == [("D9", "C01")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("'1.950", None), ("'1 950 hộ", None), ("'-3", "C13"), ("'12/15", "C01"), ("'3,5", "C01"), ("'1e5", "C01")],
)
def test_a_count_is_taken_or_refused_but_never_guessed(desk: Desk, typed: str, code: str | None) -> None:
    expected = [("D30", code)] if code else []

    assert [each for each in found(desk, "indicators", f"|  | D |\n| 30 | {typed} |") if each[0] == "D30"] == expected


def test_a_share_in_the_place_of_a_count_is_called_one(desk: Desk) -> None:
    said = desk.check("village", "indicators", "|  | D |\n| 30 | 0.9 |\n| 35 | '3,5 |")

    assert [each.message.split(". ")[0] for each in said if each.code.code == "C01"] == [
        "“0,9” không phải số đếm (có thể là tỷ lệ 90 %)",
        "“3,5” không phải số đếm",
    ]


def test_a_score_that_can_be_read_in_two_ways_is_asked_back_with_both(desk: Desk) -> None:
    (finding,) = desk.check("village", "citizens", "|  | B | E |\n| 7 | Lê C | '7.125 |")

    assert (finding.place.cell, finding.code.code) == ("E7", "C05")
    assert "7.125 hoặc 7,125" in finding.message


def test_fewer_children_than_members_is_fine_and_more_is_blamed_on_the_children(desk: Desk) -> None:
    same = "|  | B | D | E |\n| 7 | Lê C | 3 | 3 |"
    more = "|  | B | D | E |\n| 7 | Lê C | 3 | 4 |"

    assert found(desk, "households", same) == []
    assert found(desk, "households", more) == [("E7", "R01")]


@pytest.mark.parametrize(
    ("points", "expected"), [("10", []), ("10.5", [("E7", "C14")]), ("0", []), ("-1", [("E7", "C13")])]
)
def test_a_score_lies_between_nothing_and_its_maximum(desk: Desk, points: str, expected: list[tuple[str, str]]) -> None:
    assert found(desk, "citizens", f"|  | B | E |\n| 7 | Lê C | {points} |") == expected


def test_a_row_without_a_name_is_blamed_on_the_empty_name(desk: Desk) -> None:
    assert found(desk, "households", "|  | C | D |\n| 8 | 1970 | 4 |") == [("B8", "R07")]


def test_the_same_person_twice_is_blamed_on_the_second_row_however_it_is_typed(desk: Desk) -> None:
    drawing = """
        |   | B            | C    |
        | 7 | Nguyễn Thị Hòa | 1970 |
        | 8 | Nguyễn Thị Hoà | 1971 |
        | 9 | NGUYỄN  THỊ HOÀ | 1970 |
    """

    (finding,) = desk.check("village", "households", drawing)

    assert (finding.place.cell, finding.code.code) == ("B9", "R03")
    assert "dòng 7" in finding.message


def test_a_fund_that_does_not_balance_is_told_what_its_parts_make(desk: Desk) -> None:
    drawing = """
        |    | D       |
        | 41 | 5000000 |
        | 42 | 3000000 |
        | 43 | 1000000 |
        | 44 | 8000000 |
    """

    (finding,) = [each for each in desk.check("village", "indicators", drawing) if each.code is Code.NOT_BALANCED]

    assert (finding.place.cell, finding.given, finding.expected) == ("D44", "8.000.000", "7.000.000")


def test_a_citizen_marked_as_reaching_the_title_needs_eighty_points(desk: Desk) -> None:
    drawing = """
        |   | B    | C    | E | F | G | H | I | J | K | L | M | N | P |
        | 7 | Lê C | 1970 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | x |
        | 8 | Lê D | 1970 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 7 | x |
    """

    assert found(desk, "citizens", drawing) == [("P8", "R04")]


def test_a_citizen_marked_as_reaching_the_title_needs_five_points_everywhere(desk: Desk) -> None:
    drawing = """
        |   | B    | C    | E | F  | G  | H  | I  | J  | K  | L  | M  | N  | P |
        | 7 | Lê C | 1970 | 5 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | x |
        | 8 | Lê D | 1970 | 4 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | x |
    """

    assert found(desk, "citizens", drawing) == [("P8", "R04")]
    (finding,) = [each for each in desk.check("village", "citizens", drawing) if each.code.code == "R04"]
    assert "từ 80 điểm trở lên và không chỉ số nào dưới 5" in finding.message


def test_enough_points_without_a_mark_is_only_asked_about(desk: Desk) -> None:
    drawing = """
        |   | B    | C    | E | F | G | H | I | J | K | L | M | N |
        | 7 | Lê C | 1970 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 |
    """

    (finding,) = desk.check("village", "citizens", drawing)

    assert (finding.place.cell, finding.code.code, finding.severity.word) == ("P7", "R05", "warning")


def test_one_cause_has_one_finding(desk: Desk) -> None:
    """A bad value is not said to be missing as well."""
    assert [each for each in found(desk, "indicators", "|  | D |\n| 20 | nhiều |") if each[0] == "D20"] == [
        ("D20", "C01")
    ]


def test_columns_are_known_by_their_headers_wherever_they_stand(desk: Desk) -> None:
    """Columns D and E change places, headers and all; the hidden tags are wiped out."""
    drawing = """
        |   | B    | C    | D                          | E       |
        | 5 | ∅    | ∅    | ∅                          | ∅       |
        | 6 | Họ và tên chủ hộ | Năm sinh | Số trẻ trong độ tuổi đi học | Số khẩu |
        | 7 | Lê C | 1970 | 5                          | 4       |
    """

    assert found(desk, "households", drawing) == [("D7", "R01")]


def test_a_reworded_header_is_still_known_by_its_hidden_tag_and_is_spoken_of(desk: Desk) -> None:
    assert found(desk, "households", "|  | B | D |\n| 6 | Họ và tên chủ hộ | Nhân khẩu |\n| 7 | Lê C | bốn |") == [
        ("D6", "S12"),
        ("D7", "C01"),
    ]


def test_a_changed_label_says_what_was_printed_and_how_its_figure_is_read(desk: Desk) -> None:
    (finding,) = [each for each in desk.check("village", "indicators", "|  | B |\n| 8 | Số hộ nghèo |") if each.place.cell == "B8"]  # fmt: skip

    assert finding.message == (
        "Nhãn in sẵn “Số buổi tuyên truyền về khuyến học, học tập suốt đời” đã bị sửa thành “Số hộ nghèo”. Số liệu của nhãn này vẫn "
        "được đọc là “Số buổi tuyên truyền về khuyến học, học tập suốt đời”. Hãy khôi phục nhãn như mẫu gốc; nếu số liệu nói về việc "
        "khác, hãy chuyển sang đúng chỗ."
    )


_SIGNATURES = {
    "sign-off and name": ("| 9 | Người lập biểu | |\n| 12 | Lê Thị D | |", ["12:12", "9:9"]),
    "place and day": ("| 9 | Thôn Đoài, ngày … tháng … năm 2026 | |", ["9:9"]),
    "two signers side by side": (
        "| 9 | Người lập biểu | Trưởng thôn |\n| 10 | (Ký, ghi rõ họ tên) | (Đã ký) |\n| 13 | Lê Thị D | Lê E |",
        ["10:10", "13:13", "9:9"],
    ),
    "no row between, but words of no record": ("| 8 | Người lập biểu | |\n| 9 | Lê Thị D | |", ["8:8", "9:9"]),
    "for the board": ("| 9 | TM. BAN CHỈ ĐẠO | |\n| 12 | Lê Thị D | |", ["12:12", "9:9"]),
}
_RECORDS = {
    "a name alone": "| 9 | Lê Thị D | |",
    "two names alone": "| 9 | Lê Thị D | Lê E |",
    "a record below": "| 9 | Trưởng thôn | |\n| 12 | Lê Thị D | 3 |",
    "a record of that name": "| 9 | Trưởng thôn | 4 |",
    "a record that names a day": "| 9 | Kỷ niệm ngày 20 tháng 11 năm 2026 | |\n| 10 | Lê Thị D | |",
    "a day that is no place's": "| 9 | Kỷ niệm lớn, ngày 20 tháng 11 năm 2026 | |\n| 10 | Lê Thị D | |",
    "a record that begins like TM.": "| 9 | TM xã hội hóa | |\n| 10 | Lê Thị D | |",
    "a post right under the records": "| 8 | Hiệu trưởng | |\n| 9 | Lê Thị D | |",
    "a post in another column": "| 9 | | Hiệu trưởng |\n| 10 | Lê Thị D | |",
    "more names than sign": "| 9 | Người lập biểu | |\n"
    + "\n".join(f"| {row} | Lê {row} | |" for row in range(10, 15)),
}


@pytest.mark.parametrize(("drawing", "rows"), _SIGNATURES.values(), ids=_SIGNATURES)
def test_a_signature_under_a_list_is_said_to_be_taken_for_one(drawing: str, rows: list[str], desk: Desk) -> None:
    said = desk.check("village", "households", f"|  | B | D |\n| 7 | Lê C | 4 |\n{drawing}")

    assert sorted((each.place.cell, each.code.code) for each in said) == [(row, "S13") for row in rows]
    assert all("được hiểu là phần ký tên" in each.message for each in said)


@pytest.mark.parametrize("drawing", _RECORDS.values(), ids=_RECORDS)
def test_what_may_be_a_record_is_none_of_a_signature(drawing: str, desk: Desk) -> None:
    said = found(desk, "households", f"|  | B | D |\n| 7 | Lê C | 4 |\n{drawing}")

    assert {code for _, code in said}.isdisjoint({"S13", "S06"})


def test_words_in_the_place_of_the_printed_help_are_said(desk: Desk) -> None:
    help_there = {"E8": "Có 3 buổi ngoài trời", "E9": "12"}
    drawing = "|  | E |\n" + "\n".join(f"| {cell[1:]} | {words} |" for cell, words in help_there.items())

    assert {each for each in found(desk, "indicators", drawing) if each[1] == "S06"} == {("E8", "S06"), ("E9", "S06")}


def test_the_help_of_another_issue_of_the_template_is_not_taken_for_a_remark(desk: Desk) -> None:
    drawing = "|  | E |\n" + "\n".join(f"| {row} | Lời dẫn của bản in khác |" for row in range(8, 70))

    assert [each for each in found(desk, "indicators", drawing) if each[0].startswith("E") and each[1] == "S06"] == []


def test_a_number_beyond_its_limit_is_not_held_against_its_neighbour(desk: Desk) -> None:
    assert found(desk, "clans", "|  | B | D | E |\n| 7 | Họ Lê | 0 | 5 |") == [("D7", "C13")]
    assert found(desk, "clans", "|  | B | D | E |\n| 7 | Họ Lê | 4 | 5 |") == [("E7", "R01")]


def test_a_total_row_is_no_record(desk: Desk) -> None:
    drawing = "|  | B | D |\n| 7 | Lê C | 4 |\n| 9 | Tổng cộng | 4 |"

    assert found(desk, "households", drawing) == [("9:9", "S07")]


def test_a_formula_in_error_is_not_taken_for_a_blank(desk: Desk) -> None:
    """An optional cell that says #REF! would otherwise be lost in silence."""
    assert found(desk, "households", "|  | B | Q |\n| 7 | Lê C | #REF! |") == [("Q7", "C15")]
    assert found(desk, "households", "|  | B | E |\n| 7 | Lê C | #DIV/0! |") == [("E7", "C15")]


def test_a_formula_without_a_result_is_not_taken_for_a_blank(desk: Desk) -> None:
    assert found(desk, "households", "|  | B | Q |\n| 7 | Lê C | =1+1 |") == [("Q7", "C17")]


def test_a_remark_beside_a_record_is_said_but_a_running_number_is_not(desk: Desk) -> None:
    assert found(desk, "households", "|  | A | B | D | T |\n| 7 | 1. | Lê C | 4 | mới về |") == [("T7", "S06")]
    assert found(desk, "households", "|  | A | B | D |\n| 7 | xem lại | Lê C | 4 |") == [("A7", "S06")]


def test_one_person_nominated_twice_is_blamed_at_the_second_name(desk: Desk) -> None:
    row = "Hộ gia đình | Lê C | 1970 | x | Góp đất làm đường"
    drawing = f"|  | B | C | D | E | F |\n| 7 | {row} |\n| 8 | {row} |"

    assert ("C8", "R03") in found(desk, "nominations", drawing)
    assert "“Lê C” đã có ở dòng 7" in next(
        each.message for each in desk.check("village", "nominations", drawing) if each.code.code == "R03"
    )


def test_a_missing_column_is_said_once_and_not_again_for_every_row(desk: Desk) -> None:
    asked = form_in("village", 2026, law()).sheet("citizens").asked
    letters = {each.id: column_letter(at) for at, each in enumerate(asked, 1)}
    points = [letters[each.id] for each in asked if each.id.startswith("cdht_")]
    rows = "\n".join(f"| {row} | Lê {row} | {' | '.join('9' * len(points))} |" for row in (7, 8, 9))
    drawing = f"|  | B | {' | '.join(points)} |\n{rows}"
    marked = letters["citizen_recognised"]
    without = drawing.replace("|  | B |", f"|  | {marked} | B |").replace("| Lê", "| | Lê")
    wiped = "\n".join(f"| {row} | ∅ | | {' | '.join([''] * len(points))} |" for row in (5, 6))

    assert [each for each in found(desk, "citizens", drawing) if each[1] == "R05"] == [
        (f"{marked}{row}", "R05") for row in (7, 8, 9)
    ]
    assert [each for each in found(desk, "citizens", f"{without}\n{wiped}") if each[1] in ("R05", "S02")] == [
        ("6:6", "S02")
    ]


def test_a_repeated_header_row_is_no_record(desk: Desk) -> None:
    heads = [caption(each) for each in form_in("village", 2026, law()).sheet("households").asked]
    letters = " | ".join("BCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(heads)])
    drawing = f"|  | {letters} |\n| 9 | {' | '.join(heads)} |"

    assert found(desk, "households", drawing) == [("9:9", "S11")]


def test_a_line_added_to_a_fixed_sheet_is_said(desk: Desk) -> None:
    added = found(desk, "indicators", "|  | B | D |\n| 90 | Số câu lạc bộ khác | 5 |")

    assert [each for each in added if each[0] == "D90"] == [("D90", "S10")]


def test_the_fund_must_balance(desk: Desk) -> None:
    good = "|  | D |\n| 41 | 5000000 |\n| 42 | 3000000 |\n| 43 | 1000000 |\n| 44 | 7000000 |"
    bad = good.replace("7000000", "7000001")

    assert not [each for each in found(desk, "indicators", good) if each[0] == "D44"]
    assert [each for each in found(desk, "indicators", bad) if each[0] == "D44"] == [("D44", "R02")]
