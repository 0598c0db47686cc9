"""TCVN3 and VNI: both ways, told apart, and never mistaken for real Unicode."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.legacy.legacy import Encoding, decode, detect, from_tcvn3, from_vni, to_tcvn3, to_vni
from learnsoc_xlsx.vietnamese.legacy.syllable import syllables

MOTTO = "Cộng hòa Xã hội Chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc"
SYLLABLES = st.sampled_from(sorted(syllables()))
PHRASES = st.lists(SYLLABLES, min_size=1, max_size=6).map(" ".join)
FONTS = st.sampled_from(["", "Times New Roman", "Arial"])

# The rows of domain notes section 8, letter by letter.
TCVN3_ROWS = {
    "àảãáạ": "B5 B6 B7 B8 B9",
    "ăằẳẵắặ": "A8 BB BC BD BE C6",
    "âầẩẫấậ": "A9 C7 C8 C9 CA CB",
    "èẻẽéẹ": "CC CE CF D0 D1",
    "êềểễếệ": "AA D2 D3 D4 D5 D6",
    "ìỉĩíị": "D7 D8 DC DD DE",
    "òỏõóọ": "DF E1 E2 E3 E4",
    "ôồổỗốộ": "AB E5 E6 E7 E8 E9",
    "ơờởỡớợ": "AC EA EB EC ED EE",
    "ùủũúụ": "EF F1 F2 F3 F4",
    "ưừửữứự": "AD F5 F6 F7 F8 F9",
    "ỳỷỹýỵ": "FA FB FC FD FE",
    "đĂÂÊÔƠƯĐ": "AE A1 A2 A3 A4 A5 A6 A7",
}


@pytest.mark.parametrize(("letters", "codes"), TCVN3_ROWS.items())
def test_tcvn3_follows_its_table(letters: str, codes: str) -> None:
    assert from_tcvn3(bytes.fromhex(codes).decode("latin-1")) == letters


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("aùaøaûaõaï", "áàảãạ"),
        ("aêaéaèaúaüaë", "ăắằẳẵặ"),
        ("aâaáaàaåaãaä", "âấầẩẫậ"),
        ("í ì æ ó ò î", "í ì ỉ ĩ ị ỵ"),
        ("ô ö ñ ôù öï", "ơ ư đ ớ ự"),
        ("Ô Ö Ñ AÙ Aù EÄ", "Ơ Ư Đ Á Á Ệ"),
    ],
)
def test_vni_follows_its_table(code: str, letters: str) -> None:
    assert from_vni(code) == letters


def test_every_syllable_survives_tcvn3() -> None:
    assert {word for word in syllables() if from_tcvn3(to_tcvn3(word)) != word} == set()


def test_every_syllable_survives_vni_in_any_case() -> None:
    words = {word for s in syllables() for word in (s, s.upper(), s.capitalize())}

    assert {word for word in words if from_vni(to_vni(word)) != word} == set()


def test_every_capital_syllable_survives_tcvn3_through_its_font_of_capitals() -> None:
    assert {s for s in syllables() if from_tcvn3(to_tcvn3(s), capitals=True) != s.upper()} == set()


def test_a_decomposed_letter_is_encoded_as_the_composed_one() -> None:
    assert to_tcvn3(unicodedata.normalize("NFD", MOTTO)) == to_tcvn3(MOTTO)
    assert to_vni(unicodedata.normalize("NFD", MOTTO)) == to_vni(MOTTO)


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("Céng hßa X· héi", "", "Cộng hòa Xã hội"),
        ("“Céng hßa” – X· héi…", "", "“Cộng hòa” – Xã hội…"),
        ("céng hßa x· héi", ".VnTimeH", "CỘNG HÒA XÃ HỘI"),
        ("®­êng", "", "đường"),
        ("Sè hé", ".VnTime", "Số hộ"),
        ("TH§", ".VnArial", "THĐ"),
        ("Coäng hoøa", "", "Cộng hòa"),
        ("COÄNG HOØA XAÕ HOÄI", "VNI-Times", "CỘNG HÒA XÃ HỘI"),
        ("ñöa ñeán", "", "đưa đến"),
        ("Céng 12 hé, n¨m 2024", "", "Cộng 12 hộ, năm 2024"),
    ],
)
def test_a_legacy_text_is_decoded(text: str, font: str, meant: str) -> None:
    assert decode(text, font) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Công",
        "Sè hé",
        "gê",
        "nghành",
        "café Noël",
        "5 £",
        "10 µm",
        "§ 12",
        "« An »",
        "30 °C",
        "12 m²",
        "Hmông",
        "Bö",
        "·",
        "–",
    ],
)
def test_without_a_telling_font_what_may_be_unicode_is_left_alone(text: str) -> None:
    assert decode(text) == text


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "Arial", ""])
def test_unicode_vietnamese_is_never_converted_whatever_the_font(font: str) -> None:
    assert decode(MOTTO, font) == MOTTO
    assert detect(MOTTO, font) == (Encoding.UNICODE, 1.0)


@pytest.mark.parametrize("font", [".VnTimeH", "VNI-Times", ""])
def test_ascii_is_returned_as_it_is(font: str) -> None:
    assert decode("Tel. 0912", font) == "Tel. 0912"
    assert decode("", font) == ""


def test_letters_that_no_legacy_code_has_stay_even_in_a_legacy_font() -> None:
    assert decode("Trà", ".VnTimeH") == "Trà"


def test_the_sureness_tells_a_clear_case_from_a_doubtful_one() -> None:
    assert detect("Céng hßa X· héi") == (Encoding.TCVN3, 1.0)
    assert detect("Coäng hoøa") == (Encoding.VNI, 1.0)
    assert detect("Công") == (Encoding.UNICODE, 1.0)
    assert detect("Sè hé", ".VnTime") == (Encoding.TCVN3, 0.5)
    assert detect("Bö") == (Encoding.UNICODE, 0.0)


def test_every_syllable_alone_in_a_telling_font_is_decoded() -> None:
    lost_tcvn3 = {word for word in syllables() if decode(to_tcvn3(word), ".VnTime") != word}
    lost_vni = {word for word in syllables() if decode(to_vni(word), "VNI-Times") != word}

    assert (lost_tcvn3, lost_vni) == (set(), set())


def test_every_syllable_alone_is_left_alone() -> None:
    changed = {w for s in syllables() for w in (s, s.upper(), s.capitalize()) if decode(w) != w}

    assert changed == set()


@given(PHRASES, FONTS)
def test_decode_never_changes_unicode_vietnamese(phrase: str, font: str) -> None:
    assert decode(phrase, font) == phrase
    assert decode(phrase.upper(), font) == phrase.upper()
    assert decode(unicodedata.normalize("NFD", phrase), font) == phrase


@given(PHRASES)
def test_a_legacy_phrase_in_its_font_is_decoded(phrase: str) -> None:
    assert decode(to_tcvn3(phrase), ".VnTime") == phrase
    assert decode(to_vni(phrase), "VNI-Times") == phrase
    assert decode(to_vni(phrase.upper()), "VNI-Times") == phrase.upper()


@given(st.text(), st.sampled_from(["", ".VnTime", "VNI-Times"]))
def test_no_text_makes_decode_fail(text: str, font: str) -> None:
    assert isinstance(decode(text, font), str)


def test_ordinary_unicode_costs_next_to_nothing() -> None:
    texts = [f"{MOTTO} {number}" for number in range(20_000)]

    start = time.process_time()
    for text in texts:
        decode(text)

    assert time.process_time() - start < 1  # some 0.02 s; a vote on each would take several seconds
