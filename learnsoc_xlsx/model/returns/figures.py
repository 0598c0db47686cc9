"""A figure: an indicator's exact value for a unit and a period, with where it came from."""

from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing a figure stands on: a cell, or a table with the number of rows counted (`rows` set).

    `of_rows` is set for a sum over a list: all rows of it, of which `rows` had something to add. `unlisted`: a list would
    hold one by one what it counts, but the commune asks for nominees alone in it; then a count of the list has no value.
    """

    place: Place
    unit: str
    year: int
    value: Fraction | int | None = None
    rows: int | None = None
    table: str = ""
    of_rows: int | None = None
    unlisted: bool = False

    @property
    def partial(self) -> bool:
        """Whether it is a sum over a list in which some rows are blank."""
        return self.rows is not None and self.of_rows is not None and self.rows < self.of_rows


@dataclass(frozen=True, slots=True)
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

    @property
    def partial(self) -> bool:
        """Whether a list that stands behind it has blanks: then it says less than there is."""
        return any(origin.partial for origin in self.origins)

    @property
    def unlisted(self) -> bool:
        """Whether something behind it was not counted from a list, as the commune asks for nominees alone."""
        return any(origin.unlisted for origin in self.origins)
