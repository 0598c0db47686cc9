"""Stated: what governs a year, each word with the decision that states it last, and the days from which to which it does."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.vietnamese.dates import format_date

Word = TypeVar("Word")


@dataclass(frozen=True)
class Stated(Generic[Word]):
    """A word of the law, and the decision that states it."""

    word: Word
    decision: Decision


def stated(
    law: Law, year: int, words: Callable[[Decision], Sequence[Word]], name: Callable[[Word], Hashable]
) -> tuple[Stated[Word], ...]:
    """Return what governs a year, each by its name as the newest decision in force states it."""
    newest = {name(word): Stated(word, decision) for decision in law.in_year(year) for word in words(decision)}
    return tuple(newest.values())


def years_of(decision: Decision) -> str:
    """Say in which years a decision governs; where its days are known, from which to which."""
    if decision.first_day:
        return days_of(decision.first_day, decision.last_day)
    return f"từ năm {decision.in_force}" + (f" đến hết năm {decision.until}" if decision.until else "")


def days_of(since: date, until: date | None = None) -> str:
    """Say from which day to which something is in force."""
    return f"từ {format_date(since)}" + (f" đến {format_date(until)}" if until else "")


def within(year: int, since: date, until: date | None) -> bool:
    """Whether something is in force on a day of a year."""
    return since <= date(year, 12, 31) and (until is None or until >= date(year, 1, 1))


def until_the_next(since: date, others: Iterable[date]) -> date | None:
    """Return the last day on which something holds that the next of its kind replaces; None where none does."""
    later = [other for other in others if other > since]
    return date.fromordinal(min(later).toordinal() - 1) if later else None
