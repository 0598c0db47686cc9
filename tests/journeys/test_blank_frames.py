"""Where the texts of a certificate stand on the commune's pre-printed blanks, as the register's sheet “Phôi giấy khen” says."""

from fractions import Fraction
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.papers.blanks import BLANKS
from learnsoc_xlsx.model.form.form import Choices
from learnsoc_xlsx.model.papers.certificates import Align, Blank, Frame, Part
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.register import FundKind
from learnsoc_xlsx.pipeline.steps.intake import taken_in, tasks_of
from learnsoc_xlsx.pipeline.steps.register import enrolled
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.pipeline.terms.terms import Terms, terms_of
from tests.journeys.commune_word import DAY, YEAR
from tests.made_up.values import Row
from tests.registers import laid

SHEET, SETTINGS = "Phôi giấy khen", "Cài đặt"
NAME: Row = {"part": "name"}


def under(folder: Path, *frames: Row, **settings: object) -> Terms:
    """The terms of a register with these rows of “Phôi giấy khen” from B7 on, and these settings."""
    laid(folder, "Danh ba.xlsx", YEAR, blank_frames=frames, settings=[settings])
    register, _ = enrolled(taken_in(tasks_of(folder), map))
    return terms_of(register, DAY)


def frame(blank: Blank, part: Part) -> Frame:
    return next(one for one in blank.frames if one.part is part)


def said(terms: Terms) -> list[tuple[str, str, str]]:
    return [(one.code.code, one.place.sheet, one.place.cell) for one in terms.findings]


def overlap(one: Frame, other: Frame) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.top + other.height and other.top < one.top + one.height


@pytest.mark.parametrize("name", BLANKS)
def test_the_stated_frames_hold_every_part_lie_on_the_paper_and_apart_and_leave_the_printed_heading_free(
    name: str,
) -> None:
    blank = BLANKS[name]

    assert [one.part for one in blank.frames] == list(Part)
    for one in blank.frames:
        assert one.left + one.width <= blank.width
        assert one.top + one.height <= blank.height
        assert one.top >= Fraction(2, 5) * blank.height
        assert not any(overlap(one, other) for other in blank.frames if other is not one)


@pytest.mark.parametrize(
    ("sheet", "field", "words"),
    [
        ("blank_frames", "part", Part),
        ("papers", "kind", PaperKind),
        ("fund", "kind", FundKind),
    ],
)
def test_what_the_register_offers_is_what_the_program_knows_by_word_and_label(
    sheet: str, field: str, words: type[Part | PaperKind | FundKind]
) -> None:
    asked = next(one for one in form_of("register", YEAR).sheet(sheet).asked if one.id == field)

    assert isinstance(asked.choices, Choices)
    assert [(one.id, one.label) for one in asked.choices.entries] == [(one.word, one.label) for one in words]


def test_a_register_that_says_nothing_has_the_stated_blank_of_a4(tmp_path: Path) -> None:
    terms = under(tmp_path)

    assert terms.blank == BLANKS["a4"]
    assert said(terms) == []


def test_paper_and_shift_are_settings(tmp_path: Path) -> None:
    terms = under(tmp_path, blank_paper="A3 ngang", blank_shift_right=-2, blank_shift_down="1,5")

    blank = terms.blank
    assert (blank.width, blank.height) == (420, 297)
    assert (blank.shift_right, blank.shift_down) == (Fraction(-2), Fraction(3, 2))
    assert blank.frames == BLANKS["a3"].frames


def test_a_row_moves_its_part_alone_and_what_it_leaves_empty_is_as_stated(tmp_path: Path) -> None:
    terms = under(tmp_path, {**NAME, "top": "95,5", "size": 26, "align": "Trái"})

    stated, own = frame(BLANKS["a4"], Part.NAME), frame(terms.blank, Part.NAME)
    assert (own.top, own.size, own.align) == (Fraction(191, 2), Fraction(26), Align.LEFT)
    assert (own.left, own.width, own.height) == (stated.left, stated.width, stated.height)
    assert [one for one in terms.blank.frames if one.part is not Part.NAME] == list(BLANKS["a4"].frames[1:])


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ({"left": 97}, "C7"),
        ({"width": 250}, "E7"),
        ({"left": 10, "width": 288}, "C7"),
        ({"top": 197}, "D7"),
        ({"height": 119}, "F7"),
    ],
)
def test_a_frame_that_reaches_over_the_edge_is_said_and_the_stated_one_stays(
    row: Row, cell: str, tmp_path: Path
) -> None:
    """The name stands at 48 and 92 mm, 201 mm wide and 14 mm high, on 297 by 210 mm."""
    terms = under(tmp_path, {**NAME, **row})

    assert said(terms) == [("D85", SHEET, cell)]
    assert terms.blank == BLANKS["a4"]


@pytest.mark.parametrize("row", [{"left": 96}, {"width": 249}, {"top": 196}, {"height": 118}])
def test_a_frame_that_just_reaches_the_edge_is_taken(row: Row, tmp_path: Path) -> None:
    terms = under(tmp_path, {**NAME, **row})

    assert said(terms) == []
    assert terms.blank != BLANKS["a4"]


@pytest.mark.parametrize("field", ["width", "height", "size"])
def test_a_frame_of_no_size_is_said_where_it_is_read_and_the_stated_measure_stays(field: str, tmp_path: Path) -> None:
    laid(tmp_path, "Danh ba.xlsx", YEAR, blank_frames=[{**NAME, field: 0}])

    register, batch = enrolled(taken_in(tasks_of(tmp_path), map))

    assert [one.place.sheet for one in batch.findings if one.severity.word == "error"] == [SHEET]
    assert terms_of(register, DAY).blank == BLANKS["a4"]


def test_two_rows_on_one_part_are_said_and_the_stated_frame_stays(tmp_path: Path) -> None:
    terms = under(tmp_path, {**NAME, "top": 95}, {**NAME, "top": 99})

    assert said(terms) == [("D85", SHEET, "B8")]
    assert "đã ghi ở ô B7" in terms.findings[0].message
    assert terms.blank == BLANKS["a4"]


@pytest.mark.parametrize(("right", "down", "cells"), [(27, 18, []), (28, 18, ["right"]), (-30, 19, ["down"])])
def test_a_shift_that_leads_a_frame_off_the_paper_is_said_at_its_setting_and_not_taken(
    right: int, down: int, cells: list[str], tmp_path: Path
) -> None:
    """The right edge of the office is 27 mm from that of the paper, the lower one of the signer 18 mm, the left one of the decision 30."""
    terms = under(tmp_path, blank_shift_right=right, blank_shift_down=down)

    places = {name: terms.register.setting(f"blank_shift_{name}").cell for name in ("right", "down")}
    assert said(terms) == [("D85", SETTINGS, places[name]) for name in cells]
    assert terms.blank.shift_right == (0 if "right" in cells else right)
    assert terms.blank.shift_down == (0 if "down" in cells else down)


@pytest.mark.parametrize("shift", [31, -31])
def test_a_shift_of_more_than_three_centimetres_is_a_slip(shift: int, tmp_path: Path) -> None:
    laid(tmp_path, "Danh ba.xlsx", YEAR, settings=[{"blank_shift_right": shift}])

    register, batch = enrolled(taken_in(tasks_of(tmp_path), map))

    assert [one.place for one in batch.findings if one.severity.word == "error"] == [
        register.setting("blank_shift_right")
    ]
    assert terms_of(register, DAY).blank.shift_right == 0


@pytest.mark.parametrize(("shift", "codes"), [(-10, []), (-11, ["D85"])])
def test_a_shift_that_leads_a_frame_over_the_left_edge_is_not_taken(
    shift: int, codes: list[str], tmp_path: Path
) -> None:
    terms = under(tmp_path, {**NAME, "left": 10}, blank_shift_right=shift)

    assert [code for code, _, _ in said(terms)] == codes
    assert terms.blank.shift_right == (0 if codes else shift)
