"""A figure that a list of the same return holds one by one must be the number of its rows; one cause is one finding."""

import pandas as pd
import pytest

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.stages.check.between.recount import recount
from tests.drawing import Desk

THREE = """
    |   | B          | C    | J | K     |
    | 7 | Trần Một   | 1970 | x | không |
    | 8 | Lê Hai     | 1971 | x | không |
    | 9 | Phạm Ba    | 1972 | x | không |
"""


def figures(registered: object, recognised: object = 0) -> str:
    """The lines of the indicators that the list of households is counted in."""
    return f"""
    |    | D            |
    | 30 | 500          |
    | 31 | {registered} |
    | 32 | {recognised} |
"""


def told(desk: Desk, households: str, indicators: str) -> list[Finding]:
    drawn = {"indicators": indicators, "households": households}
    return [each for each in desk.check_all("village", drawn) if each.code is not Code.REQUIRED_EMPTY]


def test_a_figure_that_its_list_does_not_hold_is_asked_about_with_both_numbers(desk: Desk) -> None:
    (found,) = told(desk, THREE, figures(5))

    assert (found.place.sheet, found.place.cell, found.code.code) == ("Chỉ tiêu", "D31", "R08")
    assert (
        found.message == "Ô này ghi 5 nhưng trang “Gia đình” có 3 dòng đánh dấu ở cột Đăng ký “Gia đình học tập”. "
        "Hai nơi của cùng một báo cáo cần khớp nhau. Hãy xem lại số ở ô này và các dòng của trang đó."
    )


@pytest.mark.parametrize(("registered", "blamed"), [(2, ["D31"]), (3, []), (4, ["D31"])])
def test_the_number_of_the_marked_rows_is_right_and_its_neighbours_are_not(
    desk: Desk, registered: int, blamed: list[str]
) -> None:
    assert [each.place.cell for each in told(desk, THREE, figures(registered))] == blamed


def test_a_figure_left_open_is_not_compared(desk: Desk) -> None:
    assert told(desk, THREE, figures("∅")) == []


@pytest.mark.parametrize(
    ("registered", "blamed"), [(2, ["R03", "R08"]), (3, ["R03"]), (4, ["R03"]), (5, ["R03", "R08"])]
)
def test_rejected_rows_explain_a_difference_of_so_many_and_no_more(
    desk: Desk, registered: int, blamed: list[str]
) -> None:
    repeated = THREE + "| 10 | Trần Một | 1970 | x | không |"

    found = told(desk, repeated, figures(registered))

    assert sorted(each.code.code for each in found) == blamed


def test_a_mark_that_was_not_understood_is_one_finding_and_no_second_one(desk: Desk) -> None:
    doubted = THREE.replace("1972 | x | không", "1972 | hình như | không")

    assert [(each.place.cell, each.code.code) for each in told(desk, doubted, figures(3))] == [("J9", "C07")]
    assert [(each.place.cell, each.code.code) for each in told(desk, doubted, figures(4))] == [
        ("D31", "R08"),
        ("J9", "C07"),
    ]


def test_an_empty_list_is_said_once_whatever_it_should_hold(desk: Desk) -> None:
    (found,) = told(desk, "| | B |", figures(5, 4))

    assert (found.place.cell, found.expected) == ("D31", "0 dòng đánh dấu ở cột Đăng ký “Gia đình học tập”")


def test_a_list_whose_column_of_marks_is_gone_says_nothing_of_the_figure(desk: Desk) -> None:
    gone = (
        THREE
        + "| 6 | Họ và tên chủ hộ | Năm sinh | xxx | Đạt “Gia đình học tập” |\n| 5 | head | birth_year | ∅ | household_recognised |"
    )

    assert "R08" not in [each.code.code for each in told(desk, gone, figures(5))]


def test_a_figure_that_is_wrong_already_is_not_wrong_twice(desk: Desk) -> None:
    assert [each.code.code for each in told(desk, THREE, figures(600))] == ["R01"]


def test_staff_are_counted_in_the_list_of_their_own_form(desk: Desk) -> None:
    staff = """
    |   | B        | C    | O | P |
    | 7 | Trần Một | 1970 | x | x |
    """
    indicators = """
    |    | D |
    | 23 | 9 |
    | 24 | 1 |
    | 25 | 0 |
    """

    found = desk.check_all("school", {"indicators": indicators, "staff": staff})

    assert [(each.place.cell, each.given) for each in found if each.code is Code.COUNT_DIFFERS] == [("D25", "0")]


def test_figures_that_may_be_another_unit_s_are_not_compared_one_by_one() -> None:
    """The list of households is one row, the figures are five; the figures may be a copy."""
    form = form_in("village", 2026, law())
    sent = Submission(0, "a.xlsx", "", 1, Status.ACCEPTED, Stamp("village", "", 2026), "T01")
    figures, households = form.sheet("indicators"), form.sheet("households")
    fives = {each.id: pd.array([5], dtype="Int64") for each in figures.asked}
    marks = {each.id: pd.array([True], dtype="boolean") for each in households.asked}
    tables = [
        Table(
            each,
            pd.DataFrame({"submission": [0], "row": [row], **cells}),
            {0: Layout("a.xlsx", each.name, anchors(each))},
        )
        for each, row, cells in ((figures, 0, fives), (households, 7, marks))
    ]
    copied = Finding(Code.COPY_OF_ANOTHER, Place("a.xlsx", "Chỉ tiêu"), submission=0)

    assert [each.place.cell for each in recount(Evidence(tables, tables, {0: sent}, Causes()))] == ["D31", "D32"]
    assert list(recount(Evidence(tables, tables, {0: sent}, Causes([copied])))) == []
