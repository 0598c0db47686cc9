"""Amounts in words, on both sides of every trap, and read back by one who knows only the words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (11, "Mười một đồng"),
        (21, "Hai mươi mốt đồng"),
        (91, "Chín mươi mốt đồng"),
        (101, "Một trăm linh một đồng"),
        (109, "Một trăm linh chín đồng"),
        (111, "Một trăm mười một đồng"),
        (121, "Một trăm hai mươi mốt đồng"),
        (4, "Bốn đồng"),
        (14, "Mười bốn đồng"),
        (24, "Hai mươi tư đồng"),
        (104, "Một trăm linh bốn đồng"),
        (114, "Một trăm mười bốn đồng"),
        (44, "Bốn mươi tư đồng"),
        (5, "Năm đồng"),
        (15, "Mười lăm đồng"),
        (25, "Hai mươi lăm đồng"),
        (55, "Năm mươi lăm đồng"),
        (105, "Một trăm linh năm đồng"),
        (115, "Một trăm mười lăm đồng"),
        (500, "Năm trăm đồng"),
        (9, "Chín đồng"),
        (10, "Mười đồng"),
        (19, "Mười chín đồng"),
        (20, "Hai mươi đồng"),
        (99, "Chín mươi chín đồng"),
        (100, "Một trăm đồng"),
        (110, "Một trăm mười đồng"),
        (120, "Một trăm hai mươi đồng"),
    ],
)
def test_ones_and_tens_have_their_own_words(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (999, "Chín trăm chín mươi chín đồng"),
        (1_000, "Một nghìn đồng"),
        (1_001, "Một nghìn không trăm linh một đồng"),
        (1_010, "Một nghìn không trăm mười đồng"),
        (1_021, "Một nghìn không trăm hai mươi mốt đồng"),
        (1_100, "Một nghìn một trăm đồng"),
        (21_000, "Hai mươi mốt nghìn đồng"),
        (101_000, "Một trăm linh một nghìn đồng"),
        (325_614, "Ba trăm hai mươi lăm nghìn sáu trăm mười bốn đồng"),
        (456_901, "Bốn trăm năm mươi sáu nghìn chín trăm linh một đồng"),
        (999_999, "Chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_000_001, "Một triệu không trăm linh một đồng"),
        (1_000_100, "Một triệu một trăm đồng"),
        (1_001_000, "Một triệu không trăm linh một nghìn đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (1_050_000, "Một triệu không trăm năm mươi nghìn đồng"),
        (1_500_000, "Một triệu năm trăm nghìn đồng"),
        (10_000_000, "Mười triệu đồng"),
        (24_570_000, "Hai mươi tư triệu năm trăm bảy mươi nghìn đồng"),
    ],
)
def test_thousands_and_millions_are_read_by_threes_and_zeros_between_them_are_said(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (999_999_999, "Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_001, "Một tỷ không trăm linh một đồng"),
        (1_005_000_000, "Một tỷ không trăm linh năm triệu đồng"),
        (21_000_000_000, "Hai mươi mốt tỷ đồng"),
        (10**12, "Một nghìn tỷ đồng"),
        (10**12 + 5_000, "Một nghìn tỷ không trăm linh năm nghìn đồng"),
        (1_234 * 10**9, "Một nghìn hai trăm ba mươi tư tỷ đồng"),
        (1_005 * 10**9 + 10**6, "Một nghìn không trăm linh năm tỷ không trăm linh một triệu đồng"),
        (10**15, "Một triệu tỷ đồng"),
        (10**18, "Một tỷ tỷ đồng"),
    ],
)
def test_from_a_billion_on_the_reading_begins_anew(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


@pytest.mark.parametrize("amount", [-1, -1_000_000])
def test_an_amount_below_nothing_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="below nothing"):
        amount_in_words(amount)


SIZES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "trăm": 100}
DIGITS = {
    word: digit for digit, word in enumerate(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])
}


def read(words: list[str]) -> int:
    """What a reader understands: the greatest size that is said parts what stands before it from what follows."""
    for size, worth in SIZES.items():
        if size in words:
            at = len(words) - 1 - words[::-1].index(size)
            return read(words[:at]) * worth + read(words[at + 1 :])
    if "mươi" in words:
        tens, _, *ones = words
        return 10 * DIGITS[tens] + ({**DIGITS, "mốt": 1, "tư": 4, "lăm": 5}[ones[0]] if ones else 0)
    if words[:1] == ["mười"]:
        return 10 + ({**DIGITS, "lăm": 5}[words[1]] if words[1:] else 0)
    return DIGITS[words[-1]] if words else 0


ODD = ("mươi một", "mươi bốn", "mươi năm", "mười mốt", "mười tư", "mười năm", "linh mốt", "linh tư", "linh lăm")


@given(st.integers(0, 10**6) | st.integers(0, 10**21))
@example(10**12 + 1)
@example(20_004_005_021)
def test_a_reader_of_the_words_understands_the_amount(amount: int) -> None:
    words = amount_in_words(amount)

    *number, last = words.lower().split()
    assert (read(number), last) == (amount, "đồng")
    assert not any(f" {odd} " in words.lower() for odd in ODD)
