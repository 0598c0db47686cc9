"""What people type, and what it means: numbers, marks, years, days. None where nobody could say what is meant."""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from unicodedata import combining, normalize

from tests.second_opinion.reading.cells import Stored

YES = {"x", "có", "đạt", "1"}
NO = {"không", "k", "0"}
THOUSANDS = re.compile(r"-?\d{1,3}([. ]\d{3})+")
WHOLE = re.compile(r"-?\d+")
BROKEN = re.compile(r"(-?\d+),(\d{1,2})")
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def number(value: Stored) -> Fraction | None:
    """Return a number, exact: dots part thousands, a comma parts what is broken off, two digits of it at most."""
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    if isinstance(value, int | float):
        exact = Fraction(str(value))
        return exact if (100 * exact).denominator == 1 else None
    text = value.removesuffix("đồng").removesuffix("đ").strip()
    if THOUSANDS.fullmatch(text):
        return Fraction(re.sub(r"[. ]", "", text))
    if found := BROKEN.fullmatch(text):
        return Fraction(f"{found[1]}.{found[2]}")
    return Fraction(text) if WHOLE.fullmatch(text) else None


def whole(value: Stored) -> Fraction | None:
    """Return a count or an amount of money: a whole number."""
    exact = number(value)
    return exact if exact is not None and exact.denominator == 1 else None


def score(value: Stored) -> Fraction | None:
    """Return points: “7.125” may be two numbers, and is none."""
    return None if isinstance(value, str) and "." in value else number(value)


def mark(value: Stored) -> bool | None:
    """Return whether something is said to be so."""
    if isinstance(value, bool):
        return value
    text = str(int(value)) if isinstance(value, float) else str(value).lower()
    return True if text in YES else False if text in NO else None


def day(value: Stored) -> date | None:
    """Return a day, written day first."""
    if isinstance(value, date):
        return value
    found = DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def text(value: Stored) -> str | None:
    """Return what is written, numbers as they look."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


Meant = bool | Fraction | str | date | None
"""What a cell means: a mark, a number, words, a day; nothing."""
READ: dict[str, Callable[[Stored], Meant]] = {
    "count": whole, "money": whole, "number": number, "score": score, "mark": mark, "year": whole, "date": day,
}  # fmt: skip


def folded(name: str) -> str:
    """Return a name as two people would spell it alike: no case, no marks on letters, no more than one space."""
    plain = "".join(letter for letter in normalize("NFD", name.lower().replace("đ", "d")) if not combining(letter))
    return " ".join(plain.split())


def spelt(name: object) -> str:
    """Return the name of somebody as it is told from others: case and spaces aside, marks on letters tell two apart."""
    return " ".join(str(name).lower().split())
