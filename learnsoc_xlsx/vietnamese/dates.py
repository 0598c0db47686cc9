"""Read the dates and years people type, day first, and write them as state documents do.

The same day comes as "13/5/2024", "13.5.24", "ngày 13 tháng 5 năm 2024" or 45425, and the year 2025 typed in a
cell formatted as a date comes as 17/07/1905. Source: domain notes, sections 6 and 8 row 9; Nghị định 30/2020.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from learnsoc_xlsx.vietnamese.letters import clean
from learnsoc_xlsx.vietnamese.serials import from_serial, to_serial

Precision = Literal["day", "month", "year"]
Doubt = Literal["not_a_date", "no_such_date", "month_first", "two_digit_year", "serial"]

VIETNAM = datetime.timezone(datetime.timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""The one time zone of the country: seven hours ahead, no summer time since 1975."""

_YEARS = range(1900, 2101)
_PIVOT = 35  # "35" is 2035, "36" is 1936
_FULL_WIDTH = {0xFF01 + step: 0x21 + step for step in range(94)}

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_SHORT_YEAR = r"(?P<year>\d{4}|\d{2})"
_CLOCK = r"(?P<hour>\d{1,2}) ?(?:[:h]|giờ) ?(?P<minute>\d{2})?(?:[:.] ?\d{2}(?:[.,]\d+)?)? ?(?:phút)?"
_HALF = r"(?: ?(?P<half>am|pm|sa|ch|sáng|chiều|tối))?"
_ZONE = r"(?: ?(?:(?P<zulu>z|utc|gmt)|(?:utc|gmt)?(?P<east>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?))?"
_TIME = rf"(?:(?:,? |t){_CLOCK}{_HALF}{_ZONE})?"
_SHAPES = [
    re.compile(shape, re.ASCII)
    for shape in (
        rf"(?:ngày )?{_DAY} ?[-/. ] ?{_MONTH} ?[-/. ] ?{_SHORT_YEAR}{_TIME}",
        rf"(?:.*, ?)?(?:ngày )?{_DAY} tháng {_MONTH},? năm {_SHORT_YEAR}",
        rf"(?:lúc )?{_CLOCK}{_HALF},?(?: ngày)? {_DAY} ?[-/.] ?{_MONTH} ?[-/.] ?{_SHORT_YEAR}",
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}{_TIME}",
        rf"(?:tháng ?|t)?{_MONTH} ?[-/.] ?{_YEAR}",
        rf"tháng {_MONTH},? năm {_YEAR}",
        rf"{_YEAR}[-/]{_MONTH}",
        rf"(?:năm )?{_YEAR}(?:\.0+)?",
    )
]
_SERIAL = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True)
class Date:
    """A date as read; a month or a year stands for its first day, as `precision` says.

    Without a value `doubt` says why; month_first would be a date with its day and month exchanged. With a
    value it says what a person may want to look at: a year of two digits, or a serial number. A blank has
    neither value nor doubt.
    """

    value: datetime.date | None
    precision: Precision = "day"
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Year:
    """A year as read; `doubt` as in `Date`, and a blank has neither value nor doubt."""

    value: int | None
    doubt: Literal["not_a_year", "two_digit_year", "serial"] | None = None


_REFUSED = Date(None, doubt="not_a_date")


def parse_date(given: object) -> Date:
    """Read a cell as a date, the day before the month; never raise.

    Real dates are taken as they are. A time is left out; with a zone it tells which day it was in Vietnam. A whole number from 1900 to 2100 is a year, any other number an Excel
    serial. "12/31/2025" is refused as month_first: a guess in one row would make 03/04 doubtful in all.
    """
    if isinstance(given, datetime.datetime):
        return Date(given.date())
    if isinstance(given, datetime.date):
        return Date(given)
    if isinstance(given, str):
        return _from_text(clean(given.translate(_FULL_WIDTH)).casefold())
    if isinstance(given, int | float) and not isinstance(given, bool):
        return _from_number(given)
    return Date(None) if given is None else _REFUSED


def parse_year(given: object) -> Year:
    """Read a cell as a year from 1900 to 2100; never raise.

    A full date gives its year, unless it is a year that Excel shows as a date (17/07/1905 is 2025, serial).
    """
    read = parse_date(given)
    if read.value is None:
        return Year(None, "not_a_year" if read.doubt else None)
    if read.precision == "day" and to_serial(read.value) in _YEARS and not isinstance(given, float):
        return Year(to_serial(read.value), "serial")
    if read.value.year not in _YEARS or (read.doubt == "serial" and to_serial(read.value) < _YEARS.stop):
        return Year(None, "not_a_year")
    doubt = read.doubt if read.doubt in ("serial", "two_digit_year") else None
    return Year(read.value.year, doubt)


def format_date(day: datetime.date) -> str:
    """Write a date as "05/09/2025"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: datetime.date) -> str:
    """Write a date as state documents do: "ngày 13 tháng 5 năm 2024", "ngày 05 tháng 02 năm 2025".

    Only days under 10 and the months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, annex I).
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _from_number(number: float) -> Date:
    if number in _YEARS:
        return Date(datetime.date(int(number), 1, 1), "year")
    day = from_serial(number)
    return Date(day, doubt="serial") if day else _REFUSED


def _from_text(tidy: str) -> Date:
    if not tidy:
        return Date(None)
    if _SERIAL.fullmatch(tidy):
        return _from_number(int(tidy))
    shape = next(filter(None, (shape.fullmatch(tidy) for shape in _SHAPES)), None)
    if shape is None:
        return _REFUSED
    parts = shape.groupdict()
    precision: Precision = "day" if "day" in parts else "month" if "month" in parts else "year"
    year, month, day = _full_year(parts["year"]), int(parts.get("month", 1)), int(parts.get("day", 1))
    value = _day(year, month, day)
    if value is not None and (parts.get("zulu") or parts.get("east")):
        value = _in_vietnam(value, parts)
    if value is None:
        swapped = precision == "day" and _day(year, day, month)
        return Date(None, doubt="month_first" if swapped else "no_such_date")
    return Date(value, precision, "two_digit_year" if len(parts["year"]) == 2 else None)


def _in_vietnam(day: datetime.date, parts: Mapping[str, str | None]) -> datetime.date | None:
    """The day that it was in the country when it was this day, and this time, in another zone; None for no such time."""
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    ahead = datetime.timedelta(hours=int(parts["hours"] or 0), minutes=int(parts["minutes"] or 0))
    zone = datetime.timedelta() if parts["zulu"] else -ahead if parts["east"] == "-" else ahead
    there = datetime.datetime.combine(day, datetime.time(hour, minute), datetime.UTC) - zone
    return there.astimezone(VIETNAM).date()


def _full_year(year: str) -> int:
    century = 0 if len(year) == 4 else 2000 if int(year) <= _PIVOT else 1900
    return century + int(year)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
