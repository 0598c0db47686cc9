"""Numbers as people type them; the table is domain notes section 8 row 8."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.numbers import Number, format_apart, format_in_full, format_number, parse_number

TEXTS = st.text() | st.text(alphabet="0123456789., -+%đ\u00a0tr'/", max_size=15)
NUMBERS = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=1000)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"),
        ("007", "7"),
        ("1.234.567", "1234567"),
        ("3.376.157.000", "3376157000"),
        ("1 234 567", "1234567"),
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("13.320 000đ", "13320000"),
        ("350.000.000đ", "350000000"),
        ("350.000 đồng", "350000"),
        ("1.234,5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("0,8146", "0.8146"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        (".5", "0.5"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("+5", "5"),
        ("'1950", "1950"),
        ("１２．５", "12.5"),
        ("12 người", "12"),
        ("1.234 người", "1234"),
        ("5 hộ", "5"),
        ("5 HO", "5"),
        ("30 em", "30"),
        ("7cháu", "7"),
        ("12 buổi", "12"),
        ("40 lượt", "40"),
        ("3 suất", "3"),
        ("5 triệu", "5000000"),
        ("5 triệu đồng", "5000000"),
        ("1,5tr", "1500000"),
        ("5 tr.đ", "5000000"),
        ("2 tỷ", "2000000000"),
        ("2,5 tỉ đồng", "2500000000"),
        ("500 nghìn", "500000"),
        ("500 ngàn đồng", "500000"),
        ("500k", "500000"),
    ],
)
def test_a_number_typed_the_vietnamese_way_is_read(typed: str, value: str, whole: bool) -> None:
    assert parse_number(typed, whole=whole) == Number(Fraction(value))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("81,46%", "81.46"),
        ("81,46 %", "81.46"),
        ("100%", "100"),
        ("99,125%", "99.125"),
        ("85 phần trăm", "85"),
    ],
)
def test_a_percent_sign_is_flagged_and_the_number_kept_as_typed(typed: str, value: str) -> None:
    assert parse_number(typed) == Number(Fraction(value), percent=True)
    assert parse_number("81,46%").value == Fraction(8146, 100)


@pytest.mark.parametrize("typed", ["1.234", "1,234"])
def test_three_digits_after_one_mark_are_ambiguous_unless_the_column_is_whole(typed: str) -> None:
    both = (Fraction(1234), Fraction(1234, 1000))

    assert parse_number(typed) == Number(None, "ambiguous", both)
    assert parse_number(f"-{typed}") == Number(None, "ambiguous", (-both[0], -both[1]))
    assert parse_number(typed, whole=True) == Number(Fraction(1234))


def test_a_scale_keeps_the_doubt_even_in_a_whole_column() -> None:
    both = (Fraction(1_234_000_000), Fraction(1_234_000))

    assert parse_number("1.234 triệu", whole=True) == Number(None, "ambiguous", both)


@pytest.mark.parametrize(
    "typed",
    [
        *("abc", "ba mươi", "12/15", "21/ 21TS", "1e5", "1.2.3", "1.23.456", "12 34", "1.234.56", "1,23,456"),
        *("5.", "12 -", "(5)", "5-7", "--5", "5²", "½", "~50", "12 con", "12 ng", "-", "#REF!", "nan", "inf"),
        *("1.000đ/năm", "5 triệu 500", "٣", "9" * 5000, "5%%", "% 5"),
    ],
)
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    assert parse_number(typed) == Number(None, "not_a_number")
    assert parse_number(typed, whole=True) == Number(None, "not_a_number")


@pytest.mark.parametrize("cell", [True, False, float("nan"), float("inf"), b"5", [5], Decimal("NaN")])
def test_other_things_in_a_cell_are_no_numbers(cell: object) -> None:
    assert parse_number(cell) == Number(None, "not_a_number")


@pytest.mark.parametrize("cell", [None, "", "  \u00a0"])
def test_a_blank_is_neither_a_number_nor_a_mistake(cell: object) -> None:
    assert parse_number(cell) == Number(None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (0.8146, "0.8146"),
        (1e20, "100000000000000000000"),
        (-1.5, "-1.5"),
        (1 / 3, "0.333333333333333"),
        (Fraction(1, 3), "1/3"),
    ],
)
def test_a_real_number_is_taken_exactly_at_fifteen_digits(cell: object, value: str) -> None:
    assert parse_number(cell) == Number(Fraction(value))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(12345, 10), 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (999, 0, "999"),
        (0, 2, "0,00"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(249, 100), 0, "2"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 10), 0, "0"),
        (Fraction(1, 3), 4, "0,3333"),
        (Fraction(1005, 1000), 2, "1,01"),
        (Fraction(9999, 10), 0, "1.000"),
    ],
)
def test_a_number_is_written_the_vietnamese_way(value: int | Fraction, decimals: int, text: str) -> None:
    assert format_number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "least", "text"), [("0.225", 2, "0,225"), ("0.3", 2, "0,30"), ("0.3", 0, "0,3"), ("80", 0, "80"), ("1/3", 0, "0,333333")]
)  # fmt: skip
def test_a_number_in_full_is_not_rounded_before_its_sixth_decimal(value: str, least: int, text: str) -> None:
    assert format_in_full(Fraction(value), least) == text


@pytest.mark.parametrize(
    ("value", "bound", "text"),
    [("69.996", "70", "69,996"), ("70", "70", "70"), ("69.99", "70", "69,99"), ("100/3", "50", "33,33"), ("69.9999999", "70", "70,000000")],
)  # fmt: skip
def test_a_number_beside_a_bound_that_it_is_not_does_not_look_like_it(value: str, bound: str, text: str) -> None:
    assert format_apart(Fraction(value), Fraction(bound)) == text


@given(st.integers())
def test_a_written_whole_number_can_be_read_back(value: int) -> None:
    read = parse_number(format_number(value), whole=True)

    assert read.value == value or len(format_number(value)) > 60


@given(NUMBERS, st.sampled_from([1, 2, 4]))
def test_a_written_number_can_be_read_back(value: Fraction, decimals: int) -> None:
    read = parse_number(format_number(value, decimals))

    assert read.value is not None
    assert abs(read.value - value) <= Fraction(1, 2 * 10**decimals)


@given(NUMBERS)
def test_three_decimals_are_read_back_or_offered(value: Fraction) -> None:
    read = parse_number(format_number(value, 3))

    offered = read.readings if read.value is None else (read.value,)
    assert any(abs(each - value) <= Fraction(1, 2000) for each in offered)


@given(TEXTS, st.booleans())
def test_reading_never_fails_and_is_never_half_an_answer(typed: str, whole: bool) -> None:
    read = parse_number(typed, whole=whole)

    assert (read.value is None) or (read.doubt is None)
    assert (len(read.readings) == 2) == (read.doubt == "ambiguous")


@given(st.floats() | st.integers())
def test_no_real_number_makes_reading_fail(cell: float) -> None:
    assert isinstance(parse_number(cell), Number)
