"""The law as data: every decision of the catalogue, and which of them says what in a year or on a day."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from learnsoc_xlsx.catalogue.local.choices import fault_of, for_awards, with_choice
from learnsoc_xlsx.catalogue.local.thresholds import chosen_in, percents_in, quantities_in, with_numbers
from learnsoc_xlsx.catalogue.reading.resolve import resolve, without_deadline
from learnsoc_xlsx.catalogue.reading.toml import decision_from
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award, Blocker, Round
from learnsoc_xlsx.model.law.bonus import BasePay, BonusRate, BonusTerms, Rounding
from learnsoc_xlsx.model.law.indicators import Phase, Target
from learnsoc_xlsx.model.law.kinds import Span, Subject
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.recognition import Recognition, Title
from learnsoc_xlsx.model.law.texts.bases import Basis, cited
from learnsoc_xlsx.model.law.texts.decisions import Deadline, Decision, Jump
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalChoice, Threshold

DECISIONS = files("learnsoc_xlsx.catalogue") / "decisions"
"""The decisions as shipped."""
Word = TypeVar("Word")
Dated = TypeVar("Dated", BonusRate, BasePay, Rounding)


@dataclass(frozen=True)
class Law:
    """All decisions, oldest first. In year Y the newest one in force governs each title and award, whole.

    `chosen` is what the commune chose where they leave it a choice.
    """

    decisions: tuple[Decision, ...]
    chosen: tuple[LocalChoice, ...] = ()

    @staticmethod
    def load(folder: Path | Traversable = DECISIONS) -> "Law":
        """Read every decision of a folder. Raises DecisionError, with file, table and key, for a word or id that nobody knows."""
        law = Law.of(decision_from(file) for file in folder.iterdir() if file.name.endswith(".toml"))
        resolve(law.decisions)
        return law

    @staticmethod
    def of(decisions: Iterable[Decision]) -> "Law":
        """Put decisions in order: the year they come into force, then the day they were issued (one not known first)."""
        return Law(tuple(sorted(decisions, key=_age)))

    # What governs a year

    def in_year(self, year: int) -> Iterator[Decision]:
        return (decision for decision in self.decisions if decision.governs(year))

    def titles_in(self, year: int) -> dict[str, Title]:
        """Return the titles of a year by id, each as the newest decision in force states it, all treated alike."""
        if year not in self._titles:
            treated = [decision.recognition for decision in self.in_year(year) if decision.recognition]
            treatment = treated[-1] if treated else Recognition()
            self._titles[year] = {
                title.id: replace(title, decision=title.decision or decision.name, treatment=treatment)
                for decision in self.in_year(year)
                for title in decision.titles
            }
        return dict(self._titles[year])

    def jumps_in(self, year: int) -> dict[str, Jump]:
        """Return how far figures may jump in a year by id, each as the newest decision in force states it."""
        return {jump.id: jump for decision in self.in_year(year) for jump in decision.jumps}

    def awards_in(self, year: int) -> tuple[Award, ...]:
        """Return the awards of a year, by group, each as the newest decision in force states it."""
        if year not in self._awards:
            awards = {award.id: self._founded(award) for decision in self.in_year(year) for award in decision.awards}
            self._awards[year] = tuple(sorted(awards.values(), key=lambda award: award.group))
        return self._awards[year]

    def _founded(self, award: Award) -> Award:
        """An award whose blockers know the texts that they rest on."""
        blockers = tuple(self._based(blocker) for blocker in award.blockers)
        return replace(award, blockers=blockers, ended=self._based(award.ended) if award.ended else None)

    def _based(self, blocker: Blocker) -> Blocker:
        return replace(blocker, bases=self._bases(blocker.basis))

    def _bases(self, name: str) -> tuple[Basis, ...]:
        return tuple(basis for decision in self.decisions for basis in decision.bases if basis.id == name)

    def cited(self, names: Iterable[str], day: date, span: Span) -> tuple[Basis, ...]:
        """Return the texts of these ids that are in force on the day of a decision, in the order of the ids."""
        return tuple(basis for name in names for basis in cited(self._bases(name), day, span))

    def rounds_in(self, year: int) -> dict[str, Round]:
        """Return the rounds of a year by id, each as the newest decision in force states it."""
        return {declared.id: declared for decision in self.in_year(year) for declared in decision.rounds}

    def choices_in(self, year: int) -> dict[str, OpenChoice]:
        """Return what is left to the commune in a year by key, each as the newest decision in force states it and as the
        commune chose.
        """
        stated = {choice.key: choice for decision in self.in_year(year) for choice in decision.choices}
        awards = self.awards_in(year)
        return {
            choice.key: with_choice(choice, self.chosen, year)
            for declared in stated.values()
            for choice in for_awards(declared, awards)
        }

    def lists_of_nominees(self, year: int) -> bool:
        """Return whether the commune chose that lists of many hold nominees alone in a year (default: everybody)."""
        choice = self.choices_in(year).get("report.lists")
        return choice is not None and choice.held == "nominees"

    def deadline_in(self, year: int, unit_kind: str) -> Deadline:
        """Return the deadline of a kind of unit in a year, as the newest decision in force states it.

        Raises DecisionError where none does; a law that was loaded has one for each kind that reports.
        """
        stated = (deadline for decision in self.in_year(year) for deadline in decision.deadlines)
        deadlines = [deadline for deadline in stated if unit_kind in deadline.unit_kinds]
        if not deadlines:
            raise without_deadline(self.decisions, year, unit_kind)
        return deadlines[-1]

    # What is declared once: of two that say the same thing the newest

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self._newest(lambda decision: decision.phases, lambda phase: phase.id)

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round that some year holds, as it was last stated."""
        return self._newest(lambda decision: decision.rounds, lambda declared: declared.id)

    def phases_in(self, year: int) -> tuple[Phase, ...]:
        """Return the phases as they are stated by whatever has come into force by a year; what comes later is no word of it."""
        return Law(tuple(decision for decision in self.decisions if decision.in_force <= year)).phases

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every target as each decision states it, the oldest first, with the year from which it does."""
        stated = (replace(one, since=decision.in_force) for decision in self.decisions for one in decision.targets)
        return tuple(sorted(stated, key=lambda target: target.since))

    def _newest(
        self, words: Callable[[Decision], tuple[Word, ...]], name: Callable[[Word], Hashable]
    ) -> tuple[Word, ...]:
        return tuple({name(word): word for decision in self.decisions for word in words(decision)}.values())

    # Money, by the day of the decision

    def bonus_rate(self, subject: Subject, day: date) -> BonusRate | None:
        """Return the newest rate for a kind of subject that is in force on a day."""
        return _on(day, (rate for decision in self.decisions for rate in decision.bonuses if rate.subject == subject))

    def base_pay_on(self, day: date) -> BasePay | None:
        """Return the base pay on a day."""
        return _on(day, (pay for decision in self.decisions for pay in decision.base_pay))

    def bonus(self, subject: Subject, day: date) -> BonusTerms:
        """Return all that a bonus is reckoned from on a decision day, each as the newest text in force states it."""
        rate = self.bonus_rate(subject, day)
        rounding = _on(day, (stated for decision in self.decisions for stated in decision.roundings))
        return BonusTerms(rate.rate if rate else None, self.base_pay_on(day), rounding)

    # Numbers left to the commune

    def quantities(self) -> tuple[Quantity, ...]:
        """Return every number of the law once, by key; one that is open in any decision as it is open there."""
        return _by_key(quantities_in(self.decisions))

    def open_numbers(self, year: int | None = None) -> tuple[Quantity, ...]:
        """Return every number that the register may or must set; for a year, those of what governs it."""
        if year not in self._open:
            words = self.decisions if year is None else self._governing(year)
            numbers = _by_key(quantities_in(words))
            self._open[year] = tuple(quantity for quantity in numbers if not quantity.verified)
        return self._open[year]

    @cached_property
    def _open(self) -> dict[int | None, tuple[Quantity, ...]]:
        """The open numbers by year, as far as they were asked for: they lie deep in the law."""
        return {}

    @cached_property
    def _titles(self) -> dict[int, dict[str, Title]]:
        """The titles by year, as far as they were asked for: every form of a year asks for them."""
        return {}

    @cached_property
    def _awards(self) -> dict[int, tuple[Award, ...]]:
        """The awards by year, as far as they were asked for."""
        return {}

    @cached_property
    def _stated(self) -> dict[str, Quantity]:
        return {quantity.key: quantity for quantity in self.quantities()}

    @cached_property
    def _percents(self) -> frozenset[str]:
        return frozenset(percents_in(self.decisions))

    def _governing(self, year: int) -> tuple[object, ...]:
        """What governs a year: each title, award and jump as it is stated last, and every rate in force on a day of it."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        rates = [rate for decision in self.decisions for rate in decision.bonuses if rate.since <= last]
        begun = tuple(rate for rate in rates if rate.since > first or rate == self.bonus_rate(rate.subject, first))
        titles, jumps = self.titles_in(year).values(), self.jumps_in(year).values()
        return (*titles, *self.awards_in(year), *jumps, *begun)

    def with_thresholds(self, thresholds: Sequence[Threshold], year: int) -> tuple["Law", tuple[Finding, ...]]:
        """Put the register's numbers of a year in place, and return what is wrong with them."""
        retired = {one.key: one.instead for decision in self.in_year(year) for one in decision.retired}
        live = [threshold for threshold in thresholds if threshold.key not in retired]
        notes = [_retired(threshold, retired[threshold.key]) for threshold in thresholds if threshold.key in retired]
        chosen, findings = chosen_in(live, self._stated, self._percents, year)
        law = replace(self, decisions=with_numbers(self.decisions, chosen)) if chosen else self
        return law, (*findings, *notes)

    # Words left to the commune

    def with_choices(self, rows: Iterable[LocalChoice], run: Sequence[int] = ()) -> tuple["Law", tuple[Finding, ...]]:
        """Put the register's choices in place, and return what is wrong with them; a row that is wrong chooses nothing.

        A choice is held to what the years of a `run` state of it (none: those of the movement), whatever comes later.
        """
        chosen = tuple(rows)
        if not chosen and not self.chosen:
            return self, ()
        years = {year for phase in self.phases for year in phase.years}
        in_order = (*sorted(years), *sorted(run))
        choices = {key: choice for year in in_order for key, choice in self.choices_in(year).items()}
        faults = (fault_of(row, choices) for row in chosen)
        return replace(self, chosen=chosen), tuple(fault for fault in faults if fault is not None)


def _retired(threshold: Threshold, instead: str) -> Finding:
    place = threshold.place or Place("")
    return Finding(Code.KEY_RETIRED, place, field="key", given=threshold.key, expected=instead)


def _age(decision: Decision) -> tuple[int, date, str]:
    return decision.in_force, decision.issued or date.min, decision.id


def _by_key(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return each number once, in the order of their keys; of those that bear one key an open one."""
    by_key = {quantity.key: quantity for quantity in sorted(quantities, key=lambda quantity: not quantity.verified)}
    return tuple(by_key[key] for key in sorted(by_key))


def _on(day: date, words: Iterable[Dated]) -> Dated | None:
    """The newest in force; of two that begin on one day the one that was stated later."""
    begun = sorted((word for word in words if word.since <= day), key=lambda word: word.since)
    return begun[-1] if begun else None
