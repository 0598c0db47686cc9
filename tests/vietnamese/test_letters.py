"""The tidy form, the matching key and the alphabet."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.legacy.syllable import syllables
from learnsoc_xlsx.vietnamese.letters import bare, clean, is_blank, key, sort_key, unaddressed

SYLLABLES = st.sampled_from(sorted(syllables()))
ALPHABETICAL = "an ăn ân ba bà bả bã bá bạ ban da đa em êm no nô nơ tu tư"
PHRASES = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("given_text", "tidy"),
    [
        ("  Thôn \t Tây\n", "Thôn Tây"),
        ("Thôn\u00a0Tây\u3000A", "Thôn Tây A"),
        ("\ufeffTh\u200bôn\u200e T\u00adây\u2060", "Thôn Tây"),
        ("\u00d0ông", "Đông"),
        ("\u0189ông", "Đông"),
        ("\u00f0ông", "đông"),
        ("Ho\u0323c tâ\u0323p", "Học tập"),
        ("a\u200b\u0301", "á"),
        ("", ""),
    ],
)
def test_clean_mends_what_cannot_be_seen(given_text: str, tidy: str) -> None:
    assert clean(given_text) == tidy


def test_clean_keeps_case_and_the_place_of_the_tone() -> None:
    assert clean("HÒA Bình, hoà bình") == "HÒA Bình, hoà bình"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("HÒA  BÌNH.", "hoà bình"),
        ("Lệ Thủy", "lệ thuỷ"),
        ("khỏe", "khoẻ"),
        ("Thôn Tây (A)", "Thôn Tây - A"),
        ("1. Họ và tên: ……", "1 họ và tên"),
        ("“Gia đình học tập”*", "Gia đình học tập"),
        ("H’Mông", "H'Mông"),
        ("Ðồng Tâm", "Đồng Tâm"),
        ("UBND/xã", "UBND xã"),
        ("X – Y", "X-Y"),
    ],
)
def test_one_name_has_one_key_however_it_is_typed(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Đông", "Thôn Dông"),
        ("Tân", "Tấn"),
        ("Thôn 1", "Thôn 11"),
        ("Hộ đạt", "Hộ đạt (%)"),
        ("Hoa", "Hòa"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_tone_after_q_and_in_closed_syllables_stays() -> None:
    assert key("Quý Hoàn Huỳnh") == "quý hoàn huỳnh"
    assert key("Qúy") == "qúy"


def test_the_bare_key_has_no_diacritics() -> None:
    assert bare("Đơn vị học tập, Thuỷ!") == "don vi hoc tap thuy"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.text())
def test_composed_and_decomposed_text_agree(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)

    assert clean(composed) == clean(decomposed)
    assert key(composed) == key(decomposed)
    assert bare(composed) == bare(decomposed)


@given(PHRASES)
def test_a_vietnamese_phrase_keeps_its_key_in_any_case_and_form(phrase: str) -> None:
    assert key(unicodedata.normalize("NFD", phrase.upper())) == key(phrase)
    assert bare(phrase).isascii()


def test_the_alphabet_and_the_tones_have_their_order() -> None:
    words = ALPHABETICAL.split()

    assert sorted(random.Random(1).sample(words, len(words)), key=sort_key) == words


def test_words_are_ordered_left_to_right_and_numbers_by_value() -> None:
    names = ["2 Tháng 9", "Thôn 2", "Thôn 10", "Thôn 10A", "Thôn An", "Thôn Ân", "Thôn Đông", "Thôn Tây"]

    assert sorted(random.Random(1).sample(names, len(names)), key=sort_key) == names


def test_spellings_of_one_name_keep_a_fixed_order() -> None:
    assert sorted(["Hòa", "Hoà"], key=sort_key) == sorted(["Hoà", "Hòa"], key=sort_key)


@given(st.lists(st.text(), max_size=5))
def test_any_text_can_be_ordered(texts: list[str]) -> None:
    assert len(sorted(texts, key=sort_key)) == len(texts)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hộ ông Nguyễn Văn An", "nguyễn văn an"),
        ("HỘ GIA ĐÌNH BÀ Trần Thị Bình", "trần thị bình"),
        ("Gia đình Lê Thắng", "lê thắng"),
        ("Dòng họ Nguyễn Đình", "họ nguyễn đình"),
        ("Họ Nguyễn", "họ nguyễn"),
        ("Ông Nam", "ông nam"),
        ("Hồ Ông Tâm", "hồ ông tâm"),
    ],
)
def test_a_name_is_matched_without_the_words_by_which_papers_address_it(written: str, name: str) -> None:
    assert unaddressed(written) == name


def test_no_control_and_no_blank_of_any_script_is_something_that_can_be_seen() -> None:
    hidden = [chr(code) for code in (*range(0x80, 0xA0), 0x1BCA0, 0x1D173, 0x2028, 0x3000)]

    assert [text for text in hidden if not is_blank(text)] == []
    assert clean("Thôn\u0085Đông\u009d") == "Thôn Đông"
