"""What the council concludes line by line: on whom, whether it counts, and what is said at which cell."""

from datetime import date
from typing import Any

import pytest

from learnsoc_xlsx.model.law.council import Decided, Opinion, Standing
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.papers.issued import IssuedPaper
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.decide.since import Since
from tests.stages.award.decide.record import (
    HALF,
    HELD,
    THREE_QUARTERS,
    TWO_THIRDS,
    WHOEVER,
    by_hand,
    held,
    printed,
    said,
    verdict,
)

AN, BINH = verdict("Lê Văn An"), verdict("Trần Thị Bình", cell="C8")
EIGHT: dict[str, Any] = {"members": 9, "present": 8}
SIGNED = IssuedPaper("12/QĐ-UBND", date(2026, 12, 10), Place("Danh ba.xlsx"))


def test_a_conclusion_on_a_candidate_is_kept_with_its_votes_its_form_its_money_and_its_cell() -> None:
    line = printed(9, AN, "agreed", votes_for=7, votes_against=1, reason="xứng đáng")

    council = held([line], [AN, BINH], **EIGHT)

    (one,) = council.decided
    assert one == Decided(
        "annual-2026", "citizen", "T1", "Thôn Một", "Lê Văn An", 1970, Opinion.AGREED, 7, 1, "Giấy khen", "xứng đáng",
        one.place, Standing.APPLIED, one.bonus, line.code or "",
    )  # fmt: skip
    assert (one.place.sheet, one.place.cell) == ("Biểu quyết", "H9")
    assert one.bonus is not None
    assert one.bonus.basis == "citizen Giấy khen"
    assert [of.decided for of in council.verdicts] == [one, None]
    assert said(council) == []


def test_what_a_line_leaves_blank_is_blank() -> None:
    (one,) = held([printed(9, AN, "agreed")], [AN]).decided

    assert (one.reason, one.votes) == ("", "")


def test_a_form_written_in_the_line_stands_for_that_of_the_round() -> None:
    (one,) = held([printed(9, AN, "agreed", form="Biểu dương")], [AN]).decided

    assert one.form == "Biểu dương"
    assert one.bonus is not None
    assert one.bonus.basis == "citizen Biểu dương"


@pytest.mark.parametrize("opinion", ["not_agreed", "later"])
def test_money_goes_only_with_what_was_agreed(opinion: str) -> None:
    (one,) = held([printed(9, AN, opinion)], [AN]).decided

    assert one.bonus is None
    assert one.standing is Standing.APPLIED


def test_a_printed_line_left_blank_says_nothing() -> None:
    council = held([printed(9, AN)], [AN])

    assert (council.decided, council.findings) == ((), ())


def test_a_blank_line_of_somebody_who_is_no_candidate_any_more_says_nothing() -> None:
    assert held([printed(9, BINH)], [AN]).findings == ()


def test_a_conclusion_on_who_is_no_candidate_any_more_is_kept_and_not_used() -> None:
    council = held([printed(9, BINH, "agreed")], [AN])

    assert [(one.subject, one.unit, one.unit_name, one.born, one.standing) for one in council.decided] == [
        ("Trần Thị Bình", "", "Thôn Một", 1970, Standing.CHANGED)
    ]
    assert council.decided[0].bonus is None
    assert said(council) == [("D73", "Biểu quyết H9", "Trần Thị Bình", "không còn được đề nghị", "Nhất trí", "")]


def test_a_conclusion_on_who_is_not_asked_about_any_more_is_not_used() -> None:
    held_back = verdict("Lê Văn An", Outcome.ON_HOLD)

    council = held([printed(9, AN, "agreed")], [held_back])

    assert [one.standing for one in council.decided] == [Standing.CHANGED]
    assert said(council) == [("D73", "Biểu quyết H9", "Lê Văn An", "tạm dừng xét", "Nhất trí", "")]


def test_a_conclusion_is_not_used_where_what_it_rests_on_has_changed() -> None:
    council = held([printed(9, verdict("Lê Văn An", Outcome.RESERVE), "agreed")], [AN])

    assert [one.standing for one in council.decided] == [Standing.CHANGED]
    assert said(council) == [("D73", "Biểu quyết H9", "Lê Văn An", "đề nghị khen", "Nhất trí", "")]


def test_an_award_signed_before_the_change_stands_with_its_money_and_the_signed_decision_is_named() -> None:
    later = Since(SIGNED, date(2026, 12, 2), {"T1": date(2026, 12, 11)})

    council = held([printed(9, verdict("Lê Văn An", Outcome.RESERVE), "agreed")], [AN], since=later)

    assert [(one.standing, one.is_final, one.bonus is not None) for one in council.decided] == [
        (Standing.APPLIED, True, True)
    ]
    decision = "Quyết định 12/QĐ-UBND ngày 10/12/2026"
    assert said(council) == [("D88", "Biểu quyết H9", "Lê Văn An", "đề nghị khen", decision, "")]


@pytest.mark.parametrize(("data", "standing"), [(None, Standing.APPLIED), ("khác", Standing.CHANGED)])
def test_a_line_without_its_code_goes_by_what_the_whole_record_was_printed_from(
    data: str | None, standing: Standing
) -> None:
    council = held([printed(9, AN, "agreed", code=None)], [AN], data=data)

    assert [(one.unit, one.standing) for one in council.decided] == [("T1", standing)]


def test_who_was_added_by_hand_is_kept_without_money_and_said_at_its_name() -> None:
    line = by_hand(12, "Phạm Văn Cường", birth_year=1980, of_unit="Thôn Hai", award_name="Cá nhân")

    council = held([line], [AN])

    (one,) = council.decided
    assert (one.award, one.unit, one.unit_name, one.born) == ("citizen", "", "Thôn Hai", 1980)
    assert (one.form, one.standing, one.bonus) == ("Giấy khen", Standing.BY_HAND, None)
    assert said(council) == [("D72", "Biểu quyết C12", "Phạm Văn Cường", HELD.name, "", "")]


def test_who_was_added_by_hand_for_an_award_nobody_knows_has_no_form_of_it() -> None:
    (one,) = held([by_hand(12, "Phạm Văn Cường", award_name="Giải đặc biệt")], [AN]).decided

    assert (one.award, one.form) == ("", "")


def test_of_who_was_added_by_hand_and_was_weighed_the_verdict_is_told() -> None:
    out = verdict("Phạm Văn Cường", Outcome.NOT_ELIGIBLE)

    council = held([by_hand(12, "Phạm Văn Cường")], [AN, out])

    assert said(council) == [
        ("D72", "Biểu quyết C12", "Phạm Văn Cường", HELD.name, "", "; kết quả xét: chưa đủ điều kiện")
    ]


def test_who_stands_twice_is_concluded_once_and_said_at_the_second_line() -> None:
    council = held([printed(9, AN, "agreed"), printed(10, AN, "agreed"), printed(11, AN, "later")], [AN])

    assert [one.opinion for one in council.decided] == [Opinion.AGREED]
    assert said(council) == [
        ("D75", "Biểu quyết C10", "Lê Văn An", "9", "", ""),
        ("D75", "Biểu quyết C11", "Lê Văn An", "9", "", ", và hai kết luận khác nhau"),
    ]


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        ({}, True),
        ({"birth_year": 1981}, False),
        ({"of_unit": "Thôn Ba"}, False),
        ({"name": "PHẠM  VĂN CƯỜNG"}, True),
    ],
)
def test_two_added_by_hand_are_one_where_name_birth_and_unit_are(other: dict[str, Any], twice: bool) -> None:
    first = by_hand(12, "Phạm Văn Cường", birth_year=1980, of_unit="Thôn Hai")

    second: dict[str, Any] = {"name": first.name, "birth_year": 1980, "of_unit": "Thôn Hai"}

    council = held([first, by_hand(13, **second | other)], [AN])

    assert ("D75" in [code for code, *_ in said(council)]) is twice


# Votes


@pytest.mark.parametrize(
    ("votes_for", "votes_against", "kept", "blamed"),
    [
        (8, 0, (8, 0), []),
        (9, 0, (None, 0), [("D70", "Biểu quyết F9", "9", "8", "", "")]),
        (5, 3, (5, 3), []),
        (5, 4, (5, None), [("D70", "Biểu quyết G9", "9", "8", "", "")]),
        (None, 8, (None, 8), []),
        (None, 9, (None, None), [("D70", "Biểu quyết G9", "9", "8", "", "")]),
        (8, None, (8, None), []),
    ],
)
def test_more_votes_than_were_present_are_said_and_not_used(
    votes_for: int | None, votes_against: int | None, kept: tuple[int | None, int | None], blamed: list[object]
) -> None:
    council = held([printed(9, AN, "later", votes_for=votes_for, votes_against=votes_against)], [AN], **EIGHT)

    assert [(one.votes_for, one.votes_against) for one in council.decided] == [kept]
    assert said(council) == blamed


def test_where_nobody_said_how_many_were_present_the_votes_are_kept() -> None:
    council = held([printed(9, AN, "agreed", votes_for=90, votes_against=8)], [AN], members=9)

    assert [(one.votes_for, one.votes_against) for one in council.decided] == [(90, 8)]
    assert said(council) == []


@pytest.mark.parametrize(
    ("opinion", "label", "votes_for", "votes_against", "against"),
    [
        ("agreed", "Nhất trí", 4, 4, False),
        ("agreed", "Nhất trí", 3, 4, True),
        ("not_agreed", "Không nhất trí", 4, 4, False),
        ("not_agreed", "Không nhất trí", 4, 3, True),
        ("later", "Xem xét sau", 1, 7, False),
        ("agreed", "Nhất trí", None, 7, False),
        ("agreed", "Nhất trí", 0, None, False),
    ],
)
def test_a_conclusion_that_most_votes_are_against_is_asked_about(
    opinion: str, label: str, votes_for: int | None, votes_against: int | None, against: bool
) -> None:
    council = held([printed(9, AN, opinion, votes_for=votes_for, votes_against=votes_against)], [AN], **EIGHT)

    asked = [("D79", "Biểu quyết H9", label, str(votes_for), str(votes_against), "")]
    assert said(council) == (asked if against else [])
    assert [one.standing for one in council.decided] == [Standing.APPLIED]


# Who must be there


@pytest.mark.parametrize(
    ("rules", "present", "met"),
    [
        (TWO_THIRDS, 6, True), (TWO_THIRDS, 5, False),
        (HALF, 5, True), (HALF, 4, False),
        (THREE_QUARTERS, 7, True), (THREE_QUARTERS, 6, False),
        (WHOEVER, 1, None),
        (TWO_THIRDS, None, None),
    ],
)  # fmt: skip
def test_a_meeting_of_nine_needs_so_many(rules: object, present: int | None, met: bool | None) -> None:
    council = held([], [AN], rules, members=9, present=present)  # type: ignore[arg-type]

    assert council.sitting.quorum is met


def test_a_meeting_whose_members_nobody_counted_is_not_held_to_a_number() -> None:
    assert held([], [AN], present=3).sitting.quorum is None


@pytest.mark.parametrize(("rules", "members", "present", "met"), [(HALF, 8, 4, False), (HALF, 8, 5, True), (TWO_THIRDS, 3, 2, True), (THREE_QUARTERS, 8, 6, True), (THREE_QUARTERS, 8, 5, False)])  # fmt: skip
def test_just_enough_and_one_too_few(rules: object, members: int, present: int, met: bool) -> None:
    assert held([], [AN], rules, members=members, present=present).sitting.quorum is met  # type: ignore[arg-type]


def test_too_few_are_said_at_the_cell_of_those_present() -> None:
    council = held([], [AN], members=9, present=5)

    assert said(council) == [("D71", "Phiên họp D11", "5", "9", "ít nhất 2/3 số thành viên", "")]
    assert (council.findings[0].submission, council.findings[0].field) == (3, "present")


def test_the_meeting_is_told_as_its_first_sheet_gives_it() -> None:
    sitting = held([], [AN], venue="Hội trường", chair="Bà Mẫu", secretary="Ông Mẫu", **EIGHT).sitting

    assert (sitting.round, sitting.venue, sitting.chair, sitting.secretary) == ("annual-2026", "Hội trường", "Bà Mẫu", "Ông Mẫu")  # fmt: skip
    assert (sitting.members, sitting.present, sitting.needed, sitting.place.cell) == (9, 8, "ít nhất 2/3 số thành viên", "D8")  # fmt: skip
