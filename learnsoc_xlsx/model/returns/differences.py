"""Versions of one return: what differs between one that does not count and the one that does."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.form import Field, Sheet
from learnsoc_xlsx.model.place import Place

Value = int | Fraction | bool | str | date | None


@dataclass(frozen=True)
class Side:
    """What one version holds: its exact value (None: empty, or not understood), what was typed if that was not
    understood, and where it stands (None: that version has no such place).
    """

    value: Value
    typed: str
    place: Place | None


@dataclass(frozen=True)
class Difference:
    """One field of one record that differs; without a field, a whole record that one of the two lacks.

    `subject` names the record of a list; a fixed sheet has none.
    """

    sheet: Sheet
    subject: str
    field: Field | None
    older: Side
    newer: Side


@dataclass(frozen=True)
class Comparison:
    """Two versions, by the numbers of their submissions: all that differs in number, and the first of it in full."""

    older: int
    newer: int
    count: int
    shown: tuple[Difference, ...]

    @property
    def rest(self) -> int:
        return self.count - len(self.shown)
