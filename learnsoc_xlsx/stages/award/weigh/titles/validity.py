"""Validity: whether a recognition of a given day or year holds, on the day or in the year for which it is asked."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.law.kinds import Undated
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Value
from learnsoc_xlsx.vietnamese.dates import format_date

_UNDATED = "đã được công nhận, chưa ghi ngày, năm"
Held = tuple[bool | None, str]
"""Whether it holds, None when it cannot be told; and what is said of it."""


def held_on(title: Title, when: Value, year: int, day: date) -> Held:
    """Say whether a title that was recognised `when` holds for a year, judged on a day.

    One that is kept for months counts them from its own day to `day`; the last of them ends on the day of the same
    number (Bộ luật Dân sự 2015, Điều 147, 148). One that is looked at anew each year must be of that year.
    """
    begun = _span(when)
    if begun is None:
        return _undated(title)
    if begun[0] > day:
        return False, f"công nhận {_written(when)}, sau ngày xét {format_date(day)}"
    if title.valid_months is None:
        return _of_year(begun[0].year, year)
    return _kept(title, title.valid_months, begun, when, day)


def _undated(title: Title) -> Held:
    if title.treatment.undated is Undated.UNKNOWN:
        return None, _UNDATED
    return True, f"{_UNDATED}: tính cho năm của báo cáo"


def _of_year(since: int, year: int) -> Held:
    if since == year:
        return True, f"đã được công nhận năm {since}"
    return None, f"công nhận năm {since}, chưa rõ có được công nhận cho năm {year}"


def _kept(title: Title, months: int, begun: tuple[date, date], when: Value, day: date) -> Held:
    if title.valid_since and begun[0] < title.valid_since:
        started = format_date(title.valid_since)
        return None, f"công nhận {_written(when)}, trước khi {title.article} có hiệu lực ({started}): chưa rõ thời hạn"
    first, last = (_after(moment, months) for moment in begun)
    if first < day <= last and first != last:
        return None, f"công nhận {_written(when)}, giữ {months} tháng, chưa rõ ngày"
    return day <= first, f"đã được công nhận {_written(when)}, giữ đến ngày {format_date(last)}"


def _span(when: Value) -> tuple[date, date] | None:
    """The first and the last day that a date or a year may mean."""
    if isinstance(when, date):
        return when, when
    if isinstance(when, int | Fraction) and not isinstance(when, bool):
        return date(int(when), 1, 1), date(int(when), 12, 31)
    return None


def _after(day: date, months: int) -> date:
    """The day of the same number so many months later; where that month is shorter, its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _written(when: Value) -> str:
    return f"ngày {format_date(when)}" if isinstance(when, date) else f"năm {when}"
