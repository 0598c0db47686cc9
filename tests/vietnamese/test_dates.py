"""Dates and years as people type them; domain notes sections 6 and 8 row 9."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.dates import Date, Year, format_date, long_date, parse_date, parse_year
from learnsoc_xlsx.vietnamese.serials import from_serial, to_serial

PLAN = datetime.date(2024, 5, 13)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        "13/5/2024",
        "13/05/2024",
        "13-5-2024",
        "13.5.2024",
        "13 / 5 / 2024",
        " 13/5/2024 ",
        "13/5-2024",
        "13/05/2024 00:00:00",
        "ngày 13 tháng 5 năm 2024",
        "Ngày 13 tháng 05 năm 2024",
        "Ninh Hải, ngày 13 tháng 5 năm 2024",
        "ngày 13/5/2024",
        "2024-05-13",
        "2024/5/13",
        "2024-05-13T08:30:00",
        "１３/５/２０２４",
        PLAN,
        datetime.datetime(2024, 5, 13, 8, 30),
    ],
)
def test_a_day_is_read_day_first(cell: object) -> None:
    assert parse_date(cell) == Date(PLAN)


@pytest.mark.parametrize(
    ("cell", "first", "precision"),
    [
        ("5/2024", datetime.date(2024, 5, 1), "month"),
        ("tháng 5 năm 2024", datetime.date(2024, 5, 1), "month"),
        ("Tháng 5/2024", datetime.date(2024, 5, 1), "month"),
        ("T5/2024", datetime.date(2024, 5, 1), "month"),
        ("2024-05", datetime.date(2024, 5, 1), "month"),
        ("2024", datetime.date(2024, 1, 1), "year"),
        ("năm 2024", datetime.date(2024, 1, 1), "year"),
        (2024, datetime.date(2024, 1, 1), "year"),
        (2024.0, datetime.date(2024, 1, 1), "year"),
        (1900, datetime.date(1900, 1, 1), "year"),
        (2100, datetime.date(2100, 1, 1), "year"),
    ],
)
def test_a_month_or_a_year_keeps_its_precision(cell: object, first: datetime.date, precision: str) -> None:
    read = parse_date(cell)

    assert (read.value, read.precision, read.doubt) == (first, precision, None)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("13/5/24", PLAN), ("1/2/35", datetime.date(2035, 2, 1)), ("1/2/36", datetime.date(1936, 2, 1))],
)
def test_a_year_of_two_digits_is_read_with_a_doubt(cell: str, day: datetime.date) -> None:
    assert parse_date(cell) == Date(day, doubt="two_digit_year")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (45425, PLAN),
        (45425.75, PLAN),
        ("45425", PLAN),
        (44185, datetime.date(2020, 12, 20)),
        (1, datetime.date(1900, 1, 1)),
        (59, datetime.date(1900, 2, 28)),
        (61, datetime.date(1900, 3, 1)),
        (1899, datetime.date(1905, 3, 13)),
        (2101, datetime.date(1905, 10, 1)),
        (73415, datetime.date(2100, 12, 31)),
    ],
)
def test_a_serial_is_read_with_a_doubt(cell: object, day: datetime.date) -> None:
    assert parse_date(cell) == Date(day, doubt="serial")


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31/02/2025", "no_such_date"),
        ("29/02/2025", "no_such_date"),
        ("0/1/2025", "no_such_date"),
        ("32/13/2025", "no_such_date"),
        ("13/5/0204", "no_such_date"),
        ("13/2025", "no_such_date"),
        ("12/31/2025", "month_first"),
        ("5/13/24", "month_first"),
        ("abc", "not_a_date"),
        ("13/5", "not_a_date"),
        ("1/2/3", "not_a_date"),
        ("13/5/20244", "not_a_date"),
        ("12", "not_a_date"),
        (True, "not_a_date"),
        (60, "not_a_date"),
        (0, "not_a_date"),
        (-5, "not_a_date"),
        (73416, "not_a_date"),
        (13052024, "not_a_date"),
        (float("nan"), "not_a_date"),
        (float("inf"), "not_a_date"),
        (b"2024", "not_a_date"),
    ],
)
def test_what_is_no_date_says_why(cell: object, why: str) -> None:
    read = parse_date(cell)

    assert (read.value, read.doubt) == (None, why)


@pytest.mark.parametrize("cell", [None, "", " \u00a0"])
def test_a_blank_is_neither_a_date_nor_a_mistake(cell: object) -> None:
    assert parse_date(cell) == Date(None)
    assert parse_year(cell) == Year(None)


@pytest.mark.parametrize(
    "cell", [2025, 2025.0, "2025", "2025.0", "năm 2025", "17/7/2025", "7/2025", datetime.date(2025, 7, 17)]
)
def test_a_year_is_read(cell: object) -> None:
    assert parse_year(cell) == Year(2025)


@pytest.mark.parametrize("cell", ["17/07/1905", datetime.date(1905, 7, 17), datetime.datetime(1905, 7, 17)])
def test_a_year_that_excel_shows_as_a_date_comes_back(cell: object) -> None:
    assert parse_year(cell) == Year(2025, "serial")


def test_a_date_that_excel_shows_as_a_number_gives_its_year() -> None:
    assert parse_year(45425) == Year(2024, "serial")
    assert parse_year("13/5/24") == Year(2024, "two_digit_year")


@pytest.mark.parametrize(
    "cell", [1899, 2025.5, 25, 0, "85", "abc", "2024-2025", True, "31/02/2025", datetime.date(1850, 1, 1)]
)
def test_what_is_no_year_is_said_to_be_none(cell: object) -> None:
    assert parse_year(cell) == Year(None, "not_a_year")


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (datetime.date(2025, 9, 5), "05/09/2025", "ngày 05 tháng 9 năm 2025"),
        (PLAN, "13/05/2024", "ngày 13 tháng 5 năm 2024"),
        (datetime.date(2025, 1, 9), "09/01/2025", "ngày 09 tháng 01 năm 2025"),
        (datetime.date(2025, 2, 10), "10/02/2025", "ngày 10 tháng 02 năm 2025"),
        (datetime.date(2025, 3, 10), "10/03/2025", "ngày 10 tháng 3 năm 2025"),
    ],
)
def test_a_date_is_written_short_and_as_state_documents_do(day: datetime.date, short: str, long: str) -> None:
    assert format_date(day) == short
    assert long_date(day) == long


@given(DAYS)
def test_a_written_date_can_be_read_back(day: datetime.date) -> None:
    assert parse_date(format_date(day)) == Date(day)
    assert parse_date(long_date(day)) == Date(day)
    assert parse_date(day.isoformat()) == Date(day)


@given(st.dates(datetime.date(1900, 3, 1), datetime.date(2100, 12, 31)))
def test_a_serial_goes_there_and_back(day: datetime.date) -> None:
    assert from_serial(to_serial(day)) == day


@given(st.integers(1900, 2100))
def test_every_year_shown_as_a_date_comes_back(year: int) -> None:
    assert parse_year(from_serial(year)) == Year(year, "serial")


@given(
    st.text()
    | st.floats()
    | st.integers()
    | st.dates()
    | st.datetimes()
    | st.text(alphabet="0123456789/-. t:", max_size=12)
)
def test_no_cell_makes_reading_fail(cell: object) -> None:
    assert isinstance(parse_date(cell), Date)
    assert isinstance(parse_year(cell), Year)
