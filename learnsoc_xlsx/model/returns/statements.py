"""Statements: the commune's own word on subjects whom the returns of units name, and what follows from it for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnsoc_xlsx.model.form.form import Sheet, SpeaksOf
from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True)
class Statement:
    """What the commune says of one subject for one year: a row of a list that `speaks_of` somebody.

    `kind` is the id of what it is spoken of as: a kind of subject, or a title. `facts` are the fields of the row, and of
    the fixed sheets of its form, at their places.
    """

    sheet: Sheet
    kind: str
    name: str
    unit: str
    born: int | None
    year: int
    facts: Facts
    submission: int
    place: Place

    @property
    def speaks_of(self) -> SpeaksOf:
        assert self.sheet.speaks_of is not None, "only such a list speaks of anybody"
        return self.sheet.speaks_of

    def fact(self, field: str) -> Fact:
        return self.facts[field]


RowKey = tuple[int, str, int]
"""A row of a return: submission, key of the sheet, file row."""
AboutUnit = tuple[str, int]
"""A unit and a year."""
AboutSubject = tuple[str, str, str, int]
"""A kind of subject, a unit, a name as `unaddressed` gives it, and a year."""
OfSubject = tuple[int | None, Facts]
"""What is said of one of that name, with its year of birth."""


@dataclass(frozen=True)
class Spoken:
    """What follows from the commune's word: facts of rows of the returns, of units as a whole, and of nominees. They
    stand over what the units say themselves. `statements` are all that were made.
    """

    of_rows: Mapping[RowKey, Facts] = field(default_factory=dict)
    of_units: Mapping[AboutUnit, Facts] = field(default_factory=dict)
    of_subjects: Mapping[AboutSubject, tuple[OfSubject, ...]] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()


NOTHING_SPOKEN = Spoken()
