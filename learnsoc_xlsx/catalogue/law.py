"""The law: every decision in force, and the numbers that it leaves to the commune."""

import dataclasses
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from importlib.resources import files
from typing import Any, TypeVar

from learnsoc_xlsx.catalogue.toml import decision_from
from learnsoc_xlsx.model.decisions import Award, BasePay, BonusRate, Deadline, Decision, Quantity, Round, Title
from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.indicators import Phase, Target
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Threshold

Word = TypeVar("Word")


@dataclass(frozen=True)
class Money:
    """What a bonus is reckoned from on a decision day; None where no rate or pay is in force."""

    rate: Quantity | None
    pay: BasePay | None
    rounding: int


@dataclass(frozen=True)
class Law:
    """All decisions, oldest first. In year Y the newest one in force governs each title and award, whole."""

    decisions: tuple[Decision, ...]

    @staticmethod
    def load() -> "Law":
        """Read every decision of the catalogue. Raises DecisionError for a file that says what no word knows."""
        folder = files("learnsoc_xlsx.catalogue") / "decisions"
        found = [decision_from(file) for file in folder.iterdir() if file.name.endswith(".toml")]
        return Law(tuple(sorted(found, key=lambda each: (each.in_force, each.issued, each.id))))

    def in_year(self, year: int) -> Iterator[Decision]:
        return (each for each in self.decisions if each.in_force <= year <= (each.until or year))

    def titles_in(self, year: int) -> dict[str, Title]:
        """Return the titles of a year by id, each as the newest decision in force states it."""
        return {
            title.id: replace(title, decision=title.decision or decision.name)
            for decision in self.in_year(year)
            for title in decision.titles
        }

    def awards_in(self, year: int) -> tuple[Award, ...]:
        """Return the awards of a year, by group."""
        known = {award.id: award for decision in self.in_year(year) for award in decision.awards}
        return tuple(sorted(known.values(), key=lambda each: each.group))

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self._all("phases")

    @property
    def rounds(self) -> tuple[Round, ...]:
        return self._all("rounds")

    @property
    def targets(self) -> tuple[Target, ...]:
        return self._all("targets")

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        return self._all("deadlines")

    def _all(self, kind: str) -> tuple[Any, ...]:
        return tuple(each for decision in self.decisions for each in getattr(decision, kind))

    def bonus(self, subject: str, day: date) -> Money:
        """Return the rate for a kind of subject and the base pay, both in force on the decision day."""
        rates: list[BonusRate] = [
            each for each in self._all("bonuses") if each.subject == subject and each.since <= day
        ]
        pays: list[BasePay] = [each for each in self._all("base_pay") if each.since <= day]
        rate = max(rates, key=lambda each: each.since).rate if rates else None
        pay = max(pays, key=lambda each: each.since) if pays else None
        return Money(rate, pay, max((each.bonus_rounding for each in self.decisions), default=1) or 1)

    # Numbers left to the commune

    def quantities(self) -> tuple[Quantity, ...]:
        """Return every number of the law once, by key."""
        found = {each.key: each for decision in self.decisions for each in _quantities(decision)}
        return tuple(found[key] for key in sorted(found))

    def open_numbers(self) -> tuple[Quantity, ...]:
        """Return every number that the register may or must set."""
        return tuple(each for each in self.quantities() if not each.verified)

    def with_thresholds(self, thresholds: Iterable[Threshold], year: int) -> tuple["Law", tuple[Finding, ...]]:
        """Put the register's numbers of a year in place: for each key the newest with `since` not after the year.

        Findings: a key that no number has, and one whose number is fixed by law.
        """
        known = {each.key: each for each in self.quantities()}
        findings = []
        chosen: dict[str, Threshold] = {}
        for threshold in sorted(thresholds, key=lambda each: each.since or 0):
            fault = _fault(threshold, known)
            if fault:
                findings.append(fault)
            elif (threshold.since or year) <= year:
                chosen[threshold.key] = threshold
        return Law(tuple(_with(each, chosen) for each in self.decisions)), tuple(findings)


def _fault(threshold: Threshold, known: dict[str, Quantity]) -> Finding | None:
    place = threshold.place or Place("")
    if threshold.key not in known:
        close = difflib.get_close_matches(threshold.key, known, 1)
        extra = f"; gần giống “{close[0]}”" if close else ""
        return Finding(Code.UNKNOWN_KEY, place, threshold.key, extra=extra, field="key")
    fixed = known[threshold.key]
    if fixed.verified:
        return Finding(Code.FIXED_BY_LAW, place, threshold.key, f"{fixed.value}, {fixed.source}", field="key")
    return None


def _quantities(word: object) -> Iterator[Quantity]:
    """Every Quantity somewhere in a word."""
    if isinstance(word, Quantity):
        yield word
    elif isinstance(word, tuple):
        for each in word:
            yield from _quantities(each)
    elif dataclasses.is_dataclass(word) and not isinstance(word, type):
        for field in dataclasses.fields(word):
            yield from _quantities(getattr(word, field.name))


def _with(word: Word, chosen: dict[str, Threshold]) -> Word:
    """The same word with the chosen numbers in place."""
    if isinstance(word, Quantity):
        threshold = chosen.get(word.key)
        if threshold is None:
            return word
        source = threshold.source or "Danh bạ của xã"
        return replace(word, value=Fraction(threshold.value), source=source, local=True)
    if isinstance(word, tuple):
        return type(word)(_with(each, chosen) for each in word)
    if dataclasses.is_dataclass(word) and not isinstance(word, type):
        changed = {field.name: _with(getattr(word, field.name), chosen) for field in dataclasses.fields(word)}
        return replace(word, **changed)
    return word
