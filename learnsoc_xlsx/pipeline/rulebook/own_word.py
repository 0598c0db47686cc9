"""The commune's own word: the numbers and the choices of the register, with where it says so or would."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.catalogue.forms.register import REGISTER
from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import DueDate, LocalChoice, LocalTarget, Register, Threshold
from learnsoc_xlsx.pipeline.rulebook.chapter import RuleMark
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.vietnamese.numbers import format_in_full

NOT_SET = "chưa có mức"
_PAGES = {sheet.id: sheet.name for sheet in REGISTER.sheets}


@dataclass(frozen=True)
class OwnWord:
    """What a register says in a year beside the law: where each number and each choice stands in it; None: there is none."""

    terms: Terms | None
    year: int

    @property
    def register(self) -> Register | None:
        return self.terms.register if self.terms else None

    def mark_of(self, number: Quantity) -> RuleMark:
        """Return whose word a number is."""
        if number.local:
            return RuleMark.OWN
        if number.value is None:
            return RuleMark.OPEN
        return RuleMark.VERIFIED if number.verified else RuleMark.UNVERIFIED

    def instead_of(self, number: Quantity) -> RuleMark | None:
        """Return what is known of a text's own number where the commune set it: only one that nobody verified may be set."""
        return RuleMark.UNVERIFIED if number.local else None

    def where_number(self, number: Quantity) -> str:
        """Say where the register sets a number, or would; nothing of one that a text fixes."""
        if number.verified:
            return ""
        rows: Iterable[Threshold] = self.register.thresholds if self.register else ()
        return self._where("thresholds", number.key, [row for row in rows if number.local and row.key == number.key])

    def where_choice(self, choice: OpenChoice) -> str:
        """Say where the register makes a choice, or would; nothing of a convention."""
        if choice.is_convention:
            return ""
        rows: Iterable[LocalChoice] = self.register.choices if self.register else ()
        return self._where("choices", choice.key, [row for row in rows if choice.local and row.choice == choice.key])

    def last_day(self, unit_kind: str) -> date | None:
        """Return the last day on which a kind of unit reports on time, the register's word over the law's."""
        return self.terms.calendar.last_day(unit_kind, self.year) if self.terms else None

    def row_of_deadline(self, unit_kind: str) -> DueDate | None:
        """Return the row of the register that sets the deadline of a kind of unit in the year."""
        rows = [row for row in (self.register.deadlines if self.register else ()) if row.unit_kind == unit_kind]
        own = [row for row in rows if row.of_year in (self.year, None) and (row.last_day or row.month)]
        return min(own, key=lambda row: row.of_year is None, default=None)

    def row_of_target(self, target: Target) -> LocalTarget | None:
        """Return the row of the register that sets a target as it governs."""
        rows = self.register.targets if self.register else ()
        own = (row for row in rows if (row.indicator, row.year) == (target.indicator, target.year))
        return next((row for row in own if row.at_least == target.at_least), None)

    def _where(self, sheet: str, key: str, rows: list[Threshold] | list[LocalChoice]) -> str:
        begun = [row for row in rows if (row.since or self.year) <= self.year and row.place]
        if not begun:
            return f"trang “{_PAGES[sheet]}”, mã {key}"
        newest = max(begun, key=lambda row: row.since or 0)
        return self.at(newest.place, "value")

    def page(self, sheet: str) -> str:
        """Say which sheet of a register it is."""
        return f"trang “{_PAGES[sheet]}”"

    def at(self, row: Place | None, field: str) -> str:
        """Say where a field of a row of the register stands."""
        place = self.register.cell(row, field) if self.register and row else row
        return f"trang “{place.sheet}”, ô {place.cell}" if place else ""


def mark_of_choice(choice: OpenChoice) -> RuleMark:
    """Return whose word a choice is."""
    if choice.is_convention:
        return RuleMark.CONVENTION
    return RuleMark.OWN if choice.local else RuleMark.DEFAULT


def at_least(number: Quantity) -> str:
    """Say what a number asks at least; of one that nobody set, that it is not there."""
    return NOT_SET if number.value is None else f"từ {format_in_full(number.value)}"


def shown(number: Quantity) -> str:
    """Write a number; of one that nobody set, that it is not there."""
    return NOT_SET if number.value is None else format_in_full(number.value)
