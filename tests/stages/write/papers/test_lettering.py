"""Widths of texts in Times New Roman, and the sizes at which they stand in a room."""

from fractions import Fraction

import pytest

from learnsoc_xlsx.stages.write.papers.lettering.breaks import broken, well_broken
from learnsoc_xlsx.stages.write.papers.lettering.fit import (
    MM_PER_POINT,
    SPARED,
    fits_on_a_line,
    fitted_size,
    line_height,
    sizes,
    text_width,
)
from learnsoc_xlsx.stages.write.papers.lettering.widths import EM, Face

ONE, TWELVE = Fraction(1), Fraction(12)


def in_units(text: str, face: Face = Face.REGULAR) -> Fraction:
    """How wide a text is, counted as in the font's file."""
    return text_width(text, ONE, face) * EM / MM_PER_POINT


@pytest.mark.parametrize(
    ("text", "face", "width"),
    [
        ("", Face.REGULAR, 0),
        ("0", Face.REGULAR, 1024),
        ("0123456789", Face.BOLD, 10240),
        ("W", Face.REGULAR, 1933),
        ("W", Face.BOLD, 2048),
        ("An", Face.REGULAR, 1479 + 1024),
        ("An", Face.ITALIC, 1251 + 1024),
        ("“A”", Face.REGULAR, 909 + 1479 + 909),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text: str, face: Face, width: int) -> None:
    assert in_units(text, face) == width


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("ẵ", "a"),
        ("Ậ", "A"),
        ("ễ", "e"),
        ("ộ", "o"),
        ("Ị", "I"),
        ("ỹ", "y"),
        ("Đ", "D"),
        ("ớ", "ơ"),
        ("ự", "ư"),
        ("Ừ", "Ư"),
    ],
)
def test_a_letter_with_its_marks_is_as_wide_as_without(marked: str, plain: str) -> None:
    assert [in_units(marked, face) for face in Face] == [in_units(plain, face) for face in Face]


def test_a_horn_makes_a_letter_wider() -> None:
    assert [in_units(horned) - in_units(plain) for horned, plain in ("ơo", "ưu", "ƯU", "ƠO")] == [59, 86, 110, 0]


def test_a_letter_that_was_typed_in_pieces_is_one_letter() -> None:
    assert in_units("Nguyê\u0303n") == in_units("Nguyễn")


def test_a_letter_of_another_script_counts_as_the_widest() -> None:
    assert in_units("學") == in_units("—") == 2048


def test_a_size_is_kept_where_the_text_stands_and_shrinks_by_half_points_where_it_does_not() -> None:
    room = text_width("Nguyễn Văn An", TWELVE) / SPARED

    assert fitted_size("Nguyễn Văn An", room, TWELVE, Fraction(6)) == 12
    assert fitted_size("Nguyễn Văn An", room - Fraction(1, 1000), TWELVE, Fraction(6)) == Fraction(23, 2)
    assert fitted_size("Nguyễn Văn An", room / 2, TWELVE, Fraction(6)) == 6
    assert fitted_size("", room, TWELVE, Fraction(6)) == 12


def test_a_text_that_is_too_long_at_the_least_size_gets_it_and_does_not_fit() -> None:
    room = text_width("Nguyễn Văn An", Fraction(6), Face.BOLD) / SPARED

    size = fitted_size("Nguyễn Văn Anh", room, TWELVE, Fraction(6), Face.BOLD)

    assert size == 6
    assert not fits_on_a_line("Nguyễn Văn Anh", room, size, Face.BOLD)
    assert fits_on_a_line("Nguyễn Văn An", room, size, Face.BOLD)


def test_sizes_go_down_by_half_points_and_end_with_the_least() -> None:
    assert [*sizes(Fraction("11.3"), Fraction("9.8"))] == [11, Fraction("10.5"), 10, Fraction("9.8")]
    assert [*sizes(TWELVE, TWELVE)] == [12]


def test_a_line_of_times_new_roman_is_a_seventh_higher_than_its_letters() -> None:
    assert round(line_height(Fraction(100)) / MM_PER_POINT) == 115


def test_a_text_breaks_between_words_into_lines_that_fit() -> None:
    room = text_width("Hội Khuyến học", TWELVE) / SPARED

    assert broken("Hội Khuyến học xã Hòa Bình", room, TWELVE) == ("Hội Khuyến học", "xã Hòa Bình")
    assert broken("Hội Khuyến học xã Hòa Bình", room - Fraction(1, 1000), TWELVE) == (
        "Hội Khuyến",
        "học xã Hòa",
        "Bình",
    )
    assert broken("", room, TWELVE) == ()


def test_a_word_that_is_longer_than_the_line_has_its_own() -> None:
    assert broken("xã Đạo-Đức-Tân-Hưng-Yên mới", Fraction(20), TWELVE) == ("xã", "Đạo-Đức-Tân-Hưng-Yên", "mới")


def test_a_name_of_two_lines_breaks_before_a_place() -> None:
    room = text_width("Chi hội Khuyến học dòng họ", TWELVE) / SPARED

    assert broken("Chi hội Khuyến học dòng họ Lê thôn Đông", room, TWELVE)[0] == "Chi hội Khuyến học dòng họ"
    assert well_broken("Chi hội Khuyến học dòng họ Lê thôn Đông", room * 2, TWELVE) == (
        "Chi hội Khuyến học dòng họ Lê thôn Đông",
    )
    assert well_broken("Chi hội dòng họ Lê thị xã Bình Minh", room, TWELVE) == (
        "Chi hội dòng họ Lê",
        "thị xã Bình Minh",
    )
    wider = text_width("Chi hội dòng họ Lê thôn Đông", TWELVE) / SPARED
    assert well_broken("Chi hội dòng họ Lê thôn Đông xã An", wider, TWELVE) == ("Chi hội dòng họ Lê", "thôn Đông xã An")


def test_where_no_line_fits_before_a_place_the_lines_are_alike_and_no_more_of_them() -> None:
    room = text_width("Hội Khuyến học và Hội", TWELVE) / SPARED

    assert broken("Hội Khuyến học và Hội Phụ nữ", room, TWELVE) == ("Hội Khuyến học và Hội", "Phụ nữ")
    assert well_broken("Hội Khuyến học và Hội Phụ nữ", room, TWELVE) == ("Hội Khuyến học", "và Hội Phụ nữ")
    assert well_broken("thôn Hội Khuyến học và Phụ nữ", room, TWELVE) == ("thôn Hội Khuyến", "học và Phụ nữ")
    assert well_broken("Hội Khuyến học", room, TWELVE) == ("Hội Khuyến học",)
