"""Excel's day numbers: 45425 is 13 May 2024.

They surface when a date loses its format, and the other way round: the year 2025 in a cell formatted as a date
shows 17/07/1905. This is the 1900 system, with its 29 February 1900 that never was (ECMA-376 part 1, 18.17.4).
"""

import datetime
import math

_EPOCH = datetime.date(1899, 12, 30)
_NEVER_WAS = 60
_LAST = 73415  # 31 December 2100; anything later is not a date of ours


def from_serial(serial: float) -> datetime.date | None:
    """Return the day of a serial number, its time dropped; None when there is none up to the year 2100."""
    if not math.isfinite(serial) or not 1 <= serial < _LAST + 1 or int(serial) == _NEVER_WAS:
        return None
    early = 1 if serial < _NEVER_WAS else 0
    return _EPOCH + datetime.timedelta(days=int(serial) + early)


def to_serial(day: datetime.date) -> int:
    """Return the serial number of a day since 1 March 1900."""
    return (day - _EPOCH).days
