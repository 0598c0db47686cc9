"""Values that Python takes for equal are told apart as they were typed: TRUE is no 1."""

from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.drawing import Desk


def test_true_below_a_one_is_asked_about_at_its_own_cell(desk: Desk) -> None:
    days = anchors(form_of("village", 2026).sheet("households"))["labour_days"]

    findings = desk.check(
        "village",
        "households",
        f"""
        |   | B            | {days} |
        | 7 | Nguyễn Văn An | 1      |
        | 8 | Trần Thị Bình | TRUE   |
        """,
    )

    assert [each.place.cell for each in findings if each.field == "labour_days"] == [f"{days}8"]
