"""Whom a line of the record means: by its code, and where somebody typed over it by what stands there."""

from typing import Any

import pytest

from learnsoc_xlsx.model.law.verdicts import Outcome
from tests.stages.award.decide.record import by_hand, held, printed, said, verdict

AN, BINH = verdict("Lê Văn An"), verdict("Trần Thị Bình", cell="C8")


def test_a_line_is_on_whom_its_code_names() -> None:
    council = held([printed(9, BINH, "agreed"), printed(10, AN, "later")], [AN, BINH])

    assert [(one.subject, one.place.cell) for one in council.decided] == [("Trần Thị Bình", "H9"), ("Lê Văn An", "H10")]


@pytest.mark.parametrize("typed", ["LÊ  VĂN AN", "lê văn an"])
def test_a_name_typed_otherwise_is_the_same_name(typed: str) -> None:
    assert [one.unit for one in held([printed(9, AN, "agreed", name=typed)], [AN]).decided] == ["T1"]


def test_a_line_typed_over_with_another_candidate_is_on_that_one() -> None:
    council = held([printed(9, AN, "agreed", name="Trần Thị Bình")], [AN, BINH])

    assert [one.subject for one in council.decided] == ["Trần Thị Bình"]


def test_a_line_typed_over_with_another_year_of_birth_is_not_on_whom_it_was_printed_for() -> None:
    council = held([printed(9, AN, "agreed", birth_year=1980)], [AN])

    assert council.decided == ()
    assert said(council) == [("D74", "Biểu quyết C9", "Lê Văn An", "", "trong khi dòng này in cho “Lê Văn An”", "")]


def test_a_year_of_birth_that_was_wiped_out_changes_nothing() -> None:
    assert [one.subject for one in held([printed(9, AN, "agreed", birth_year=None)], [AN]).decided] == ["Lê Văn An"]


def test_a_year_of_birth_that_the_council_added_to_who_had_none_changes_nothing() -> None:
    nobody_knows = verdict("Lê Văn An", born=None)

    council = held([printed(9, nobody_knows, "agreed", birth_year=1980)], [nobody_knows])

    assert [(one.unit, one.standing.value, one.born) for one in council.decided] == [("T1", "applied", 1980)]


def test_a_line_typed_over_with_somebody_unknown_is_asked_about_while_its_own_is_nowhere() -> None:
    council = held([printed(9, AN, "agreed", name="Phạm Văn Cường")], [AN])

    assert council.decided == ()
    assert said(council) == [
        ("D74", "Biểu quyết C9", "Phạm Văn Cường", "", "trong khi dòng này in cho “Lê Văn An”", "")
    ]


def test_a_copied_line_typed_over_is_somebody_added_by_hand() -> None:
    council = held([printed(9, AN, "agreed"), printed(10, AN, "agreed", name="Phạm Văn Cường")], [AN])

    assert [(one.subject, one.standing.value) for one in council.decided] == [
        ("Lê Văn An", "applied"),
        ("Phạm Văn Cường", "by_hand"),
    ]


def test_of_two_of_one_name_a_line_without_code_tells_neither() -> None:
    twins = [verdict("Lê Văn An", born=None), verdict("Lê Văn An", born=None, award="household", cell="C9")]

    council = held([by_hand(9, "Lê Văn An")], twins)

    assert council.decided == ()
    assert said(council) == [
        ("D74", "Biểu quyết C9", "Lê Văn An", "", "có 2 trường hợp được trình có thể là người này", "")
    ]


@pytest.mark.parametrize(
    ("more", "award"),
    [
        ({"award_name": "Hộ gia đình"}, "household"),
        ({"award_name": "CÁ NHÂN"}, "citizen"),
        ({"birth_year": 1980}, "household"),
        ({"birth_year": 1970}, "citizen"),
    ],
)
def test_the_award_or_the_year_of_birth_tells_two_of_one_name_apart(more: dict[str, Any], award: str) -> None:
    twins = [verdict("Lê Văn An"), verdict("Lê Văn An", award="household", born=1980, cell="C9")]

    assert [one.award for one in held([by_hand(9, "Lê Văn An", **more)], twins).decided] == [award]


@pytest.mark.parametrize(("unit", "standing"), [("T1", "applied"), ("thôn một", "applied"), ("", "applied"), ("Thôn Hai", "by_hand")])  # fmt: skip
def test_a_line_without_code_names_the_unit_by_its_id_or_its_name_or_not_at_all(unit: str, standing: str) -> None:
    assert [one.standing.value for one in held([by_hand(9, "Lê Văn An", of_unit=unit)], [AN]).decided] == [standing]


def test_of_two_alike_in_all_but_their_cells_the_code_says_which() -> None:
    twins = [verdict("Lê Văn An", cell="C7"), verdict("Lê Văn An", cell="C8")]

    council = held([printed(9, twins[1], "agreed")], twins)

    assert [of.decided is not None for of in council.verdicts] == [False, True]


def test_who_was_nominated_at_another_cell_meanwhile_is_still_the_one() -> None:
    council = held([printed(9, AN, "agreed")], [verdict("Lê Văn An", cell="C30")])

    assert [(one.unit, one.standing.value) for one in council.decided] == [("T1", "applied")]


def test_of_two_alike_neither_of_whom_stands_at_the_cell_nobody_is_meant() -> None:
    twins = [verdict("Lê Văn An", cell="C20"), verdict("Lê Văn An", cell="C21")]

    council = held([printed(9, AN, "agreed")], twins)

    assert [one.standing.value for one in council.decided] == ["changed_since"]


def test_somebody_who_is_weighed_but_not_asked_about_is_no_candidate_of_the_record() -> None:
    out = verdict("Lê Văn An", Outcome.NOT_ELIGIBLE)

    assert [one.standing.value for one in held([by_hand(9, "Lê Văn An")], [out]).decided] == ["by_hand"]


@pytest.mark.parametrize("name", ["Lê | An", "Lê # An"])
def test_a_name_with_the_marks_of_a_code_is_found_by_it(name: str) -> None:
    odd = verdict(name)

    assert [(one.unit, one.standing.value) for one in held([printed(9, odd, "agreed")], [odd]).decided] == [
        ("T1", "applied")
    ]


def test_a_code_that_says_nothing_is_not_gone_by() -> None:
    council = held([printed(9, AN, "agreed", code="linh tinh")], [AN])

    assert [one.unit for one in council.decided] == ["T1"]
