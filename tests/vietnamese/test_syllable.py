"""What is a Vietnamese syllable and what is not."""

import pytest

from learnsoc_xlsx.vietnamese.legacy.syllable import is_syllable, resembles_syllable, syllables

REAL = "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc nguyễn huỳnh khuỷu giếng gì giữ quý quốc \
quyển yêu yến ỷ nghiêng ghế kỷ ngoằn xoong khuya thuở rượu người hươu đường lắc áo ủy loay hoáy tuệ"


@pytest.mark.parametrize("word", REAL.split())
def test_a_real_word_is_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert word in syllables()


@pytest.mark.parametrize("word", ["céng", "hßa", "x·", "tâp", "tấpp", "nghành", "cễ", "đ", "áá", "café", ""])
def test_other_letters_are_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["nghành", "tâp", "kà", "hòan"])
def test_a_misspelt_word_still_resembles_one(word: str) -> None:
    assert resembles_syllable(word)


@pytest.mark.parametrize("word", ["hßa", "café", "Noël", "áá"])
def test_what_nobody_could_pronounce_does_not(word: str) -> None:
    assert not resembles_syllable(word)


def test_every_syllable_is_one_and_resembles_one() -> None:
    assert len(syllables()) > 15_000
    assert all(is_syllable(word) and resembles_syllable(word) for word in syllables())


def test_both_places_of_the_tone_are_known() -> None:
    assert {"hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ"} <= syllables()
    assert "qúy" not in syllables()
