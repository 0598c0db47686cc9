"""Two ways to read a date: a program set to American dates turns 5/12 into the twelfth of May, and a sheet shows no trace of it.

Nobody can tell from the date itself. Where it speaks against all else that is known of a file, and its other reading
agrees, it is asked back; it is never changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.vietnamese.dates import VIETNAM, format_date

_LAST_DOUBTFUL = 12
_BEFORE_IT_WAS_SENT, _AROUND_ANOTHER_YEAR, _FAR = 10, 21, 45
"""Days: a report is dated so long before it is saved or sent at most, lies so near to the day of another year's, and what
lies farther off than the last speaks against a reading.
"""


@dataclass(frozen=True)
class OtherWay:
    """The other reading of a date, and what speaks for it, in words."""

    day: date
    why: str


def other_way(sent: Submission, cover: Cover, others: Mapping[int, date], as_of: date) -> OtherWay | None:
    """Return the other reading of the date of a cover, where it is the likelier one; `others` are the dates of the unit's
    reports of other years.
    """
    dated = cover.report_date
    other = _turned(dated) if dated else None
    if dated is None or other is None:
        return None
    if (dated - as_of).days > _FAR and other <= as_of and not sent.mail:
        return OtherWay(other, f"ngày {format_date(dated)} chưa tới")
    evidence = list(_evidence(sent, cover, others))
    if any(abs((dated - day).days) <= _FAR for day, _, _, _ in evidence):
        return None
    return next(
        (OtherWay(other, why) for day, least, most, why in evidence if least <= (day - other).days <= most), None
    )


def turned_day(day: date, received: Sequence[date]) -> OtherWay | None:
    """Return the other reading of a day by which the register judges returns, where most of them tell it: `received` are
    the days on which those of its year came.
    """
    other = _turned(day)
    if other is None:
        return None
    telling = sum((came - day).days > _FAR and abs((came - other).days) <= _FAR for came in received)
    why = f"{telling} trong {len(received)} báo cáo của năm ấy đến gần ngày {format_date(other)}"
    return OtherWay(other, why) if 2 * telling > len(received) else None


def _turned(dated: date) -> date | None:
    if dated.day > _LAST_DOUBTFUL or dated.day == dated.month:
        return None
    return date(dated.year, dated.day, dated.month)


def _evidence(sent: Submission, cover: Cover, others: Mapping[int, date]) -> Iterator[tuple[date, int, int, str]]:
    """Days that a reading may agree with, how many days they may come after it at least and at most, and what they are."""
    if sent.mail:
        received = sent.mail.received.astimezone(VIETNAM).date()
        yield received, 0, _BEFORE_IT_WAS_SENT, f"thư đến ngày {format_date(received)}"
    if saved := _day(cover.saved):
        yield saved, 0, _BEFORE_IT_WAS_SENT, f"tệp được lưu ngày {format_date(saved)}"
    for year, day in sorted(others.items(), reverse=True):
        moved = date(day.year + sent.year - year, day.month, min(day.day, 28))
        why = f"báo cáo năm {year} của đơn vị lập ngày {format_date(day)}"
        yield moved, -_AROUND_ANOTHER_YEAR, _AROUND_ANOTHER_YEAR, why


def _day(saved: str) -> date | None:
    try:
        return date.fromisoformat(saved.partition("T")[0])
    except ValueError:
        return None
