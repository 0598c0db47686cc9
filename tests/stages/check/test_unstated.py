"""A figure that the template counts out of a column in which nothing stands yet is not known: it is asked for, and no 0."""

import pytest

from tests.drawing import Desk

FIGURES = """
    |    | D |
    | 30 | 500 |
    | 31 | {registered} |
    | 32 | {recognised} |
"""


def found(desk: Desk, marks: list[str], registered: int = 2, recognised: int = 0) -> list[tuple[str, str]]:
    """The findings, with their cells, on the households and what is counted of them, whose marks of recognition are these."""
    names = ("Trần Một", "Lê Hai")
    rows = "".join(
        f"\n| {row} | {name} | x | {mark} |" for row, (name, mark) in enumerate(zip(names, marks, strict=True), 7)
    )
    drawn = {"households": f"|   | B | J | K |{rows}", "indicators": FIGURES.format(registered=registered, recognised=recognised)}  # fmt: skip
    return [(each.code.code, each.place.cell) for each in desk.check_all("village", drawn) if each.code.code != "C12"]


def test_a_count_of_nought_over_a_column_that_says_nothing_is_asked_for(desk: Desk) -> None:
    assert found(desk, ["", ""]) == [("D87", "D32")]


@pytest.mark.parametrize(("marks", "recognised"), [(["không", ""], 0), (["x", ""], 1), (["không", "không"], 0)])
def test_one_mark_in_the_column_is_enough_to_stand_for_the_count(desk: Desk, marks: list[str], recognised: int) -> None:
    assert found(desk, marks, recognised=recognised) == []


def test_a_figure_that_the_column_does_not_hold_is_another_matter(desk: Desk) -> None:
    assert found(desk, ["", ""], recognised=1) == [("R08", "D32")]


def test_a_word_that_is_no_mark_is_a_word_and_what_was_counted_without_it_stands(desk: Desk) -> None:
    assert ("D87", "D32") not in found(desk, ["chưa rõ", ""])
    assert ("C07", "K7") in found(desk, ["chưa rõ", ""])
