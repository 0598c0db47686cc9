"""What the accepted submissions hold, laid out for looking up who is nominated and who is listed; each question is answered once."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from learnsoc_xlsx.frames import Records, placed_words, positions
from learnsoc_xlsx.model.form.form import AddsUp, SheetKind
from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.nominations import Nomination
from learnsoc_xlsx.model.returns.statements import NOTHING_SPOKEN, Spoken
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.letters import key, unaddressed

Answer = TypeVar("Answer")
Listed = tuple[Table, int]
"""A table and the position of a row in it."""
_SEVERAL = 2
FirstYears = Mapping[str, int]
"""By unit the first year for which it owed a report."""


@dataclass(frozen=True)
class Nominee:
    """A nomination, who sent it, and the row that says it."""

    sent: Submission
    nomination: Nomination
    row: Listed


class Dossier:
    """The tables of the submissions that count, with the register and the figures of the run, and the commune's own word."""

    def __init__(
        self,
        tables: Sequence[Table],
        submissions: Mapping[int, Submission],
        figures: Sequence[Figure],
        register: Register,
        spoken: Spoken = NOTHING_SPOKEN,
    ) -> None:
        self.tables = tables
        self.submissions = submissions
        self.register = register
        self._figures = figures
        self._spoken = spoken
        self._answers: dict[Hashable, Any] = {}

    def once(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """Return what a question was answered before; else ask it. Most are the same in every round."""
        if question not in self._answers:
            self._answers[question] = answer()
        answered: Answer = self._answers[question]
        return answered

    @cached_property
    def sent(self) -> dict[tuple[str, int], int]:
        """The number of the submission that counts for a unit and year."""
        counted = (
            submission for submission in self.submissions.values() if submission.status.counts and submission.unit
        )
        return {(submission.unit, submission.year): submission.number for submission in counted}

    @cached_property
    def reported(self) -> dict[tuple[str, str], dict[str, Figure]]:
        """A unit's own figures by unit and period, and then by indicator."""
        figures: dict[tuple[str, str], dict[str, Figure]] = {}
        for figure in self._figures:
            if figure.scope == "unit" and figure.structure == "own":
                figures.setdefault((figure.id, figure.period), {})[figure.indicator] = figure
        return figures

    @cached_property
    def of_whole(self) -> dict[tuple[str, str], dict[str, Figure]]:
        """The figures of what stands above units, by its id and period, and then by indicator."""
        figures: dict[tuple[str, str], dict[str, Figure]] = {}
        for figure in self._figures:
            if figure.scope != "unit" and figure.structure == "own":
                figures.setdefault((figure.id, figure.period), {})[figure.indicator] = figure
        return figures

    def figures_of(self, unit: str, period: str, of: Collection[str] | None = None) -> Facts:
        """Return a unit's own figures of a period as facts, all or those `of` some indicators: of a phase flows are summed,
        stocks the last, shares recomputed.
        """
        reported = self.reported.get((unit, period), {})
        return {name: _as_fact(figure) for name, figure in reported.items() if of is None or name in of}

    @cached_property
    def nominations(self) -> dict[int, list[Nominee]]:
        """Every nomination of a year."""
        by_year: dict[int, list[Nominee]] = {}
        for table in self.tables:
            if table.sheet.id == "nominations":
                for at, nomination in placed_words(table, Nomination):
                    sent = self.submissions[nomination.submission]
                    if sent.status.counts:
                        by_year.setdefault(sent.year, []).append(Nominee(sent, nomination, (table, at)))
        return by_year

    @cached_property
    def forebears(self) -> dict[str, tuple[str, ...]]:
        """For each unit those that it took over."""
        return {unit.id: self.register.forebears(unit.id) for unit in self.register.units}

    def listed(self, sheets: Sequence[str], submission: int, name: str) -> list[Listed]:
        """Return the rows of one submission's lists that are about somebody who is nominated under that name."""
        asked = (submission, key(name))
        lists = self._lists_of(tuple(sheets))
        return [(table, at) for table in lists for at in self._bearers(table).get(asked, ())]

    def names(self, sheets: Sequence[str], submission: int) -> list[str]:
        """Return whoever one submission's lists are about, as they are spelled there."""
        lists = self._lists_of(tuple(sheets))
        spelled = (table.rows[table.sheet.subject.id].iloc[self._rows_of(table, submission)] for table in lists)
        return [str(name) for column in spelled for name in column.dropna()]

    def facts(self, row: Listed, unit: str) -> Facts:
        """Return every field of a row as a fact at its place, owed by a unit where it is empty.

        What the version of the form did not ask, and another does, is a fact as well: one that was not asked. The
        commune's word stands over what the row says.
        """
        table, at = row
        return self.once(("facts", id(table), at, unit), lambda: self._facts(table, at, unit))

    def _facts(self, table: Table, at: int, unit: str) -> Facts:
        record = self._records_of(table)[at]
        submission, row = record["submission"], record["row"]
        layout = table.layouts[submission]
        not_asked = {field.id: Fact(None, field.label, owed_by=unit, asked=False) for field in table.sheet.unasked}
        asked = {
            field.id: Fact(record[field.id], field.label, (layout.place(field.id, row),), "", unit)
            for field in table.sheet.asked
        }
        return not_asked | asked | self._spoken.of_rows.get((submission, table.sheet.key, row), {})

    def flows(self, row: Listed) -> list[str]:
        """Return the fields of a row that count what happened in the year, and so add up over years."""
        return [field.id for field in row[0].sheet.asked if field.adds_up is AddsUp.FLOW]

    def kind_of(self, named: Nominee) -> Unit | None:
        """Return the unit that nominates, as it was at the end of the year it nominated in."""
        unit, year = named.sent.unit, named.sent.year
        return self.once(("unit", unit, year), lambda: self.register.unit_on(unit, date(year, 12, 31)))

    def confirmed(self, unit: str, nomination: Nomination, born: int | None, year: int) -> Facts:
        """Return what the commune says of a nominee in a year; of several of that name nobody is guessed at."""
        name = unaddressed(nomination.name)
        made = self._spoken.of_subjects.get((nomination.award, unit, name, year), ())
        meant = [facts for other, facts in made if other == born]
        if not meant and len(self._births.get((nomination.award, unit, name, year), ())) < _SEVERAL:
            meant = [facts for other, facts in made if None in (other, born)]
        return meant[0] if len(meant) == 1 else {}

    @cached_property
    def _births(self) -> dict[tuple[str, str, str, int], set[int]]:
        """The years of birth that the nominations of one name give, by award, unit, name and year."""
        births: dict[tuple[str, str, str, int], set[int]] = {}
        for year, named in self.nominations.items():
            for one in (one for one in named if one.nomination.birth_year is not None):
                about = one.nomination.award, one.sent.unit, unaddressed(one.nomination.name), year
                births.setdefault(about, set()).add(one.nomination.birth_year or 0)
        return births

    def spoken_of(self, unit: str, year: int) -> Facts:
        """Return what the commune says of a unit as a whole in a year."""
        return self._spoken.of_units.get((unit, year), {})

    def fixed(self, submission: int) -> list[Listed]:
        """Return the records of one submission's fixed sheets."""
        return [(table, at) for table in self._fixed for at in self._rows_of(table, submission)]

    @cached_property
    def _fixed(self) -> list[Table]:
        return [table for table in self.tables if table.sheet.kind is SheetKind.FIXED]

    def _lists_of(self, sheets: tuple[str, ...]) -> list[Table]:
        return self.once(("lists", sheets), lambda: [table for table in self.tables if table.sheet.id in sheets])

    def _rows_of(self, table: Table, submission: int) -> list[int]:
        return self.once(("positions", id(table)), lambda: positions(table)).get(submission, [])

    @cached_property
    def _asked_for(self) -> dict[int, set[str]]:
        """The folded names that may be asked for in each submission: those that its unit, or one that took it over, nominates."""
        numbers: dict[str, list[int]] = {}
        for (unit, _), number in self.sent.items():
            numbers.setdefault(unit, []).append(number)
        names: dict[int, set[str]] = {}
        for named in (named for of_year in self.nominations.values() for named in of_year):
            units = (named.sent.unit, *self.forebears.get(named.sent.unit, ()))
            for number in (named.sent.number, *(number for unit in units for number in numbers.get(unit, ()))):
                names.setdefault(number, set()).add(key(named.nomination.name))
        return names

    def _bearers(self, table: Table) -> dict[tuple[int, str], list[int]]:
        """The positions of the rows of a list that bear a name that may be asked for, by submission and folded name."""
        return self.once(("bearers", id(table)), lambda: _bearing(table, self._asked_for))

    def _records_of(self, table: Table) -> Records:
        """The records that may be asked for: of a list only those that bear such a name."""
        return self.once(("records", id(table)), lambda: Records(table, self._places_in(table)))

    def _places_in(self, table: Table) -> list[int] | None:
        if table.sheet.kind is not SheetKind.LIST:
            return None
        return [at for same in self._bearers(table).values() for at in same]


def _as_fact(figure: Figure) -> Fact:
    places = tuple(origin.place for origin in figure.origins)
    named = f"{figure.indicator}:unit:{figure.id}:{figure.period}"
    return Fact(figure.value, figure.indicator, places, named, figure.id)


def _bearing(table: Table, asked_for: Mapping[int, Collection[str]]) -> dict[tuple[int, str], list[int]]:
    spelled, spellings = pd.factorize(table.rows[table.sheet.subject.id])
    numbers: dict[str, list[int]] = {}
    for number, text in enumerate(spellings):
        numbers.setdefault(key(text), []).append(number)
    owners = table.rows["submission"].to_numpy(dtype="int64")
    asked = {
        submission * len(spellings) + number: (submission, name)
        for submission, names in asked_for.items()
        for name in names
        for number in numbers.get(name, ())
    }
    rows = np.where(spelled < 0, -1, owners * len(spellings) + spelled)
    bearers: dict[tuple[int, str], list[int]] = {}
    for at in np.flatnonzero(np.isin(rows, list(asked))).tolist():
        bearers.setdefault(asked[int(rows[at])], []).append(at)
    return bearers
