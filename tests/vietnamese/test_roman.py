"""Roman numbers, as state documents count their parts."""

import pytest

from learnsoc_xlsx.vietnamese.counting.roman import roman


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "I"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (8, "VIII"), (9, "IX"), (10, "X"), (11, "XI"), (14, "XIV"),
        (19, "XIX"), (20, "XX"), (39, "XXXIX"), (40, "XL"), (49, "XLIX"), (50, "L"), (90, "XC"), (100, "C"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_roman_letters(number: int, written: str) -> None:
    assert roman(number) == written
