"""Read the numbers people write the Vietnamese way, exactly, and write them back.

A dot parts thousands and a comma starts decimals, except when it is the other way round. "1.234" may be
either: in a column of whole numbers it is 1234, elsewhere only its author knows, so both readings are given.
Source: domain notes, section 8 row 8, from real reports ("13.320 000đ", "81,46%", "21/ 21TS").
"""

import math
import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from numbers import Rational
from typing import Literal

from learnsoc_xlsx.vietnamese.counting.units import Measure, Suffix, is_percent, suffix_of
from learnsoc_xlsx.vietnamese.letters import clean

_MOST_DECIMALS = 6
_LONGEST = 60  # no figure is longer, and Python refuses to read numbers of thousands of digits

# Full-width digits and signs of East Asian keyboards, and the dashes that stand for a minus sign.
_ASCII = {0xFF01 + step: 0x21 + step for step in range(94)} | dict.fromkeys(map(ord, "−–‒‐‑﹣"), "-")
_SHAPE = re.compile(
    r"'?(?P<sign>[+-]?) ?(?P<coin>₫|đ|vnđ|vnd)? ?(?P<digits>[.,]?[0-9](?:[0-9., ]*[0-9])?) ?(?P<unit>[^0-9]*)"
)

_DOTS = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?")  # 1.234.567,8 · 1 234 567 · 13.320 000
_COMMAS = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})")  # 1,234.5 · 1,234,567
_DECIMAL = re.compile(r"\d*[.,]?\d+")  # 12 · 12,5 · 0.8146 · 1234,567
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234 · 1,234


@dataclass(frozen=True)
class Number:
    """A number as read: its value, or why there is none and what it may have been.

    A blank has neither value nor doubt. `readings` holds both readings of what is ambiguous, the one with
    thousands first. `percent` says that a percent sign was typed; the value is the number before the sign. `measure` says
    what the word beside it measures; the value is multiplied by what a scale says.
    """

    value: Fraction | None
    doubt: Literal["not_a_number", "ambiguous"] | None = None
    readings: tuple[Fraction, ...] = ()
    percent: bool = False
    measure: Measure = field(default=Measure.NONE, compare=False)


_REFUSED = Number(None, "not_a_number")


def parse_number(given: object, *, whole: bool = False) -> Number:
    """Read a cell as an exact number; never raise.

    `whole` tells that the column holds whole numbers (people, đồng), where "1.234" and "1,234" are 1234. A unit
    that is only counted ("1.234 người") tells the same. A float is taken at 15 significant digits, as Excel
    keeps it. Booleans, infinities, ratios ("12/15") and powers ("1e5") are refused.
    """
    if given is None:
        return Number(None)
    if isinstance(given, str):
        return _read(given, whole)
    if isinstance(given, float) and math.isfinite(given):
        return Number(Fraction(f"{given:.15g}"))
    if isinstance(given, Rational) and not isinstance(given, bool):
        return Number(Fraction(int(given.numerator), int(given.denominator)))
    return _REFUSED


@lru_cache(maxsize=65536, typed=True)
def format_number(value: int | Fraction, decimals: int = 0) -> str:
    """Write a number the Vietnamese way ("1.234,5"), rounded half away from zero, exactly."""
    tens, whole = abs(value.numerator) * 10**decimals, value.denominator
    steps = (2 * tens + whole) // (2 * whole)
    units, part = divmod(steps, 10**decimals)
    sign = "-" if value < 0 and steps else ""
    text = f"{sign}{units:,}".replace(",", ".")
    return f"{text},{part:0{decimals}}" if decimals else text


def format_exactly(value: int | Fraction, decimals: int = 2) -> str:
    """Write a number as `format_number` does: a whole one as it is, another with so many decimals."""
    return format_number(value.numerator) if value.denominator == 1 else format_number(value, decimals)


def format_in_full(value: int | Fraction, least: int = 0) -> str:
    """Write a number with every decimal that it has, at least so many and at most six: a rate of 0.225 is not 0,23."""
    ends = (decimals for decimals in range(least, _MOST_DECIMALS) if (value * 10**decimals).denominator == 1)
    return format_number(value, next(ends, _MOST_DECIMALS))


def format_apart(value: int | Fraction, bound: int | Fraction | None) -> str:
    """Write a number as `format_exactly` does, with more decimals where it would look like a bound that it is not."""
    if bound is None or value == bound:
        return format_exactly(value)
    apart = (
        decimals
        for decimals in range(2, _MOST_DECIMALS)
        if format_number(value, decimals) != format_number(bound, decimals)
    )
    return format_exactly(value, next(apart, _MOST_DECIMALS))


def _read(text: str, whole: bool) -> Number:
    tidy = clean(text.translate(_ASCII)).casefold()
    shape = _SHAPE.fullmatch(tidy) if len(tidy) <= _LONGEST else None
    if not shape:
        return _REFUSED if tidy else Number(None)
    percent = is_percent(shape["unit"])
    unit = Suffix(Measure.NONE) if percent else suffix_of(shape["unit"])
    readings = _readings(shape["digits"])
    if shape["coin"]:
        unit = unit if unit and unit.measure is Measure.MONEY else None if shape["unit"] else Suffix(Measure.MONEY)
    if unit is None or not readings:
        return _REFUSED
    if percent:
        readings = readings[-1:]  # nobody has 1234 percent
    elif unit.measure is not Measure.SCALE and (whole or unit.measure is not Measure.NONE):
        readings = readings[:1]  # with a scale there is doubt: 1.234 and 1234 million đồng are both whole
    times = int(f"{shape['sign']}{unit.times}")
    return _number([reading * times for reading in readings], percent, unit.measure)


def _readings(digits: str) -> list[Fraction]:
    """What the digits may mean, thousands before decimals; nothing when they are misgrouped ("1.23.4")."""
    if _EITHER.fullmatch(digits):
        thousands, decimals = re.split("[.,]", digits)
        return [Fraction(thousands + decimals), Fraction(f"{thousands}.{decimals}")]
    if _DECIMAL.fullmatch(digits):
        return [Fraction(digits.replace(",", "."))]
    if _DOTS.fullmatch(digits):
        return [Fraction(digits.replace(".", "").replace(" ", "").replace(",", "."))]
    return [Fraction(digits.replace(",", ""))] if _COMMAS.fullmatch(digits) else []


def _number(readings: list[Fraction], percent: bool, measure: Measure) -> Number:
    if len(readings) > 1:
        return Number(None, "ambiguous", tuple(readings), percent, measure)
    return Number(readings[0], percent=percent, measure=measure)


def format_figure(value: int | Fraction, decimals: int = 2) -> str:
    """Write an exact number for people: whole, or with up to so many decimals."""
    if isinstance(value, int) or value.denominator == 1:
        return format_number(value)
    return format_number(value, decimals).rstrip("0").rstrip(",")
