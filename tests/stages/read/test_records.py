"""Which rows of a list are records, and what is said once of those that are none."""

from learnsoc_xlsx.pipeline.commands.check import inspect
from tests.drawing import Desk


def test_a_row_of_what_cannot_be_seen_is_empty(desk: Desk) -> None:
    drawing = "|  | B | C | M |\n| 7 | Phạm Văn Thử | 1970 | |\n| 41 | | | \u00ad |\n| 42 | \u200b | | \ufeff |\n| 43 | | \u2060 | |"

    assert [each.code.code for each in desk.check("village", "households", drawing)] == []


def test_what_cannot_be_seen_beside_a_table_is_no_stray_text(desk: Desk) -> None:
    assert desk.check("village", "funds", "|  | B | H |\n| 3 | | \u200b |\n| 7 | Mua sách | \u2060 |") == []


def test_zeros_dragged_down_beside_empty_names_are_one_finding(desk: Desk) -> None:
    rows = "\n".join(f"| {row} | | 0 | '0đ |" for row in (*range(9, 40), 45))

    said = desk.check("village", "funds", f"|  | B | C | D |\n| 7 | Mua sách | 5 | |\n{rows}")

    assert [(each.place.cell, each.code.code, each.given) for each in said] == [("9:39", "S16", "9–39, 45")]


def test_a_row_with_a_figure_and_no_name_is_still_asked_about(desk: Desk) -> None:
    said = desk.check("village", "funds", "|  | B | C |\n| 7 | Mua sách | 5 |\n| 8 | | 0 |\n| 9 | | 12 |")

    assert sorted((each.place.cell, each.code.code) for each in said) == [("8:8", "S16"), ("B9", "R07")]


def test_two_names_in_one_cell_are_asked_back_and_no_third_person_is_made_of_them(desk: Desk) -> None:
    path = desk.fill(
        "village", "households", "|  | B | C |\n| 7 | Vũ Văn Xét, Hoàng Văn Đọc | 1970 |\n| 8 | Lý Văn Hai | 1960 |"
    )

    said = [(each.place.cell, each.code.code) for each in inspect([path]) if each.place.sheet == "Gia đình"]

    assert [one for one in said if one[0] == "B7"] == [("B7", "C20")]
