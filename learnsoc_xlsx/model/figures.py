"""A figure: an indicator's exact value for a unit and a period, with where it came from."""

from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True)
class Origin:
    """One thing a figure stands on: a cell, or a table with the number of rows counted (`rows` set)."""

    place: Place
    unit: str
    year: int
    value: Fraction | int | None = None
    rows: int | None = None
    table: str = ""


@dataclass(frozen=True)
class Figure:
    """An exact value; None is "not known" and never 0.

    `structure` "own" follows the units as they stood at the end of the period, "current" as they stand on the
    run's date (given only where it differs). `reported` of `expected` units stand behind it. A share is in percent.
    """

    indicator: str
    scope: str
    id: str
    period: str
    value: Fraction | int | None
    structure: str = "own"
    numerator: Fraction | int | None = None
    denominator: Fraction | int | None = None
    reported: int = 1
    expected: int = 1
    origins: tuple[Origin, ...] = ()
