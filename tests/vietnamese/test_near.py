"""The one name that somebody may have meant is offered; where two may be, or none, nothing is."""

import pytest

from learnsoc_xlsx.vietnamese.near import nearest

UNITS = (
    "Hội Nông dân xã", "Hội Khuyến học xã", "Thôn Hạ", "Thôn Đông Hòa", "Trạm Y tế xã", "Trường Mầm non Tân Học",
    "Trường THCS Tân Học", "Trường Tiểu học Tân Học", "Xã Hồng Phúc", "Trung tâm học tập cộng đồng xã",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Thon Tay", "Thôn Tây"),
        ("Thôn Tâyy", "Thôn Tây"),
        ("Pon vi hoc tap", "Đơn vị học tập"),
        ("thôn  đong", "Thôn Đông"),
    ],
)
def test_the_nearest_choice_is_suggested(typed: str, meant: str) -> None:
    assert nearest(typed, ["Thôn Tây", "Thôn Đông", "Đơn vị học tập", "Gia đình học tập"]) == meant


@pytest.mark.parametrize("typed", ["Thôn 3", "Trường Mầm non", "", "x"])
def test_nothing_is_suggested_when_nothing_is_clearly_close(typed: str) -> None:
    assert nearest(typed, ["Thôn 1", "Thôn 2", "Gia đình học tập"]) is None


def test_nothing_is_suggested_between_two_equally_close_choices() -> None:
    assert nearest("Thôn Tay", ["Thôn Tây", "Thôn Táy"]) is None
    assert nearest("Thôn Tây", []) is None


@pytest.mark.parametrize(("typed", "meant"), [("abcdefghwxyz", "abcdefgh"), ("abcdefghvwxyz", None)])
def test_whole_names_are_close_from_four_common_letters_in_five_on(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["abcdefgh"]) == meant


# The same first words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tram y te xa Binh An", "Trạm Y tế xã"),
        ("Trạm Y tế, xã Hồng Phúc, thành phố Đông Giang", "Trạm Y tế xã"),
        ("hoi khuyn hoc xa Hong Phuc", "Hội Khuyến học xã"),
        ("Thôn Hạ xã Hồng Phúc", "Thôn Hạ"),
        ("Trung tâm học tập", "Trung tâm học tập cộng đồng xã"),
        ("Trường Tiểu học", "Trường Tiểu học Tân Học"),
    ],
)
def test_words_too_many_or_too_few_at_the_end_hide_no_name(typed: str, meant: str) -> None:
    assert nearest(typed, UNITS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Hội",
        "Trường",
        "xã",
        "Tân Học",
        "cộng đồng",
        "Hội Người cao tuổi",
        "Công an xã Hồng Phúc",
        "Ủy ban nhân dân xã Hồng Phúc",
        "Trường THPT Nguyễn Du",
        "Trạm Thú y xã Bình An",
        "Thôn Bình Minh, xã Hồng Phúc",
    ],
)
def test_a_word_or_a_place_in_common_makes_no_name_near(typed: str) -> None:
    assert nearest(typed, UNITS) is None


def test_a_name_that_several_begin_with_is_nearest_to_none() -> None:
    schools = ["Trường Tiểu học Nguyễn Bỉnh Khiêm", "Trường Tiểu học Nguyễn Văn Trỗi"]

    assert nearest("Trường Tiểu học", schools) is None
    assert nearest("Trường Tiểu học", schools[:1]) == schools[0]


def test_the_name_that_shares_more_first_words_is_the_nearer() -> None:
    assert nearest("Thôn Đông Hòa xã Hồng Phúc", ["Thôn Đông", "Thôn Đông Hòa"]) == "Thôn Đông Hòa"


def test_diacritics_decide_between_names_that_begin_alike_without_them() -> None:
    assert nearest("Thôn Tây, xã Hồng Phúc", ["Thôn Tây", "Thôn Táy"]) == "Thôn Tây"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Thôn 3 xã Hồng Phúc", "Thôn 3"),
        ("Thôn 3, tổ 2", "Thôn 3"),
        ("Khu dân cư số 3, xã Hồng Phúc", "Khu dân cư số 3"),
        ("Khu dân cư số 4, xã Hồng Phúc", None),
    ],
)
def test_numbers_among_the_first_words_must_be_the_same(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["Thôn 3", "Thôn 30", "Khu dân cư số 3"]) == meant


def test_a_name_close_as_a_whole_is_nearer_than_one_that_only_begins_alike() -> None:
    assert nearest("Trạm Y tế xã Bình An", ["Trạm Y tế xã", "Trạm Y tế xã Bình Anh"]) == "Trạm Y tế xã Bình Anh"


def test_between_two_that_are_close_as_a_whole_no_beginning_decides() -> None:
    assert nearest("Thôn Đông An", ["Thôn Đông Ân", "Thôn Đông Ăn", "Thôn Đông"]) is None
