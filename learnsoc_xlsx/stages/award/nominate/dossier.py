"""What the accepted submissions hold, laid out for looking up who is nominated and who is listed; each question is answered once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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
        self._facts: dict[tuple[int, int], Facts] = {}
        self._figures_of: dict[tuple[str, str], Facts] = {}
        self._kinds: dict[tuple[str, int], Unit | None] = {}
        self._bearing: dict[int, dict[tuple[int, str], list[int]]] = {}
        self._records: dict[int, Records] = {}
        self._lists: dict[tuple[str, ...], list[Table]] = {}

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

    def figures_of(self, unit: str, period: str) -> Facts:
        """Return a unit's own figures of a period as facts: of a phase flows are summed, stocks the last, shares recomputed."""
        if (unit, period) not in self._figures_of:
            self._figures_of[unit, period] = {
                name: Fact(
                    figure.value,
                    name,
                    tuple(origin.place for origin in figure.origins),
                    f"{name}:unit:{unit}:{period}",
                    unit,
                )
                for name, figure in self.reported.get((unit, period), {}).items()
            }
        return self._figures_of[unit, period]

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
        if (id(table), at) not in self._facts:
            record = self._records_of(table)[at]
            layout = table.layouts[record["submission"]]
            not_asked = {field.id: Fact(None, field.label, owed_by=unit, asked=False) for field in table.sheet.unasked}
            self._facts[id(table), at] = (
                not_asked
                | {
                    field.id: Fact(
                        record[field.id], field.label, (layout.place(field.id, record["row"]),), owed_by=unit
                    )
                    for field in table.sheet.asked
                }
                | self._spoken.of_rows.get((record["submission"], table.sheet.key, record["row"]), {})
            )
        return self._facts[id(table), at]

    def flows(self, row: Listed) -> list[str]:
        """Return the fields of a row that count what happened in the year, and so add up over years."""
        return [field.id for field in row[0].sheet.asked if field.adds_up is AddsUp.FLOW]

    def kind_of(self, named: Nominee) -> Unit | None:
        """Return the unit that nominates, as it was at the end of the year it nominated in."""
        sent = named.sent.unit, named.sent.year
        if sent not in self._kinds:
            self._kinds[sent] = self.register.unit_on(named.sent.unit, date(named.sent.year, 12, 31))
        return self._kinds[sent]

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
        if sheets not in self._lists:
            self._lists[sheets] = [table for table in self.tables if table.sheet.id in sheets]
        return self._lists[sheets]

    def _rows_of(self, table: Table, submission: int) -> list[int]:
        return self._positions[id(table)].get(submission, [])

    @cached_property
    def _nominated(self) -> set[str]:
        return {key(named.nomination.name) for of_year in self.nominations.values() for named in of_year}

    def _bearers(self, table: Table) -> dict[tuple[int, str], list[int]]:
        """The positions of the rows of a list that bear a nominated name, by submission and folded name."""
        if id(table) not in self._bearing:
            self._bearing[id(table)] = _bearing(table, self._nominated)
        return self._bearing[id(table)]

    def _records_of(self, table: Table) -> Records:
        """The records that may be asked for: of a list only those that bear a nominated name."""
        if id(table) not in self._records:
            a_list = table.sheet.kind is SheetKind.LIST
            places = [at for same in self._bearers(table).values() for at in same] if a_list else None
            self._records[id(table)] = Records(table, places)
        return self._records[id(table)]

    @cached_property
    def _positions(self) -> dict[int, dict[int, list[int]]]:
        return {id(table): positions(table) for table in self.tables}


def _bearing(table: Table, nominated: Collection[str]) -> dict[tuple[int, str], list[int]]:
    numbers, spellings = pd.factorize(table.rows[table.sheet.subject.id])
    names = [key(text) for text in spellings]
    places = np.flatnonzero(np.isin(numbers, [at for at, name in enumerate(names) if name in nominated]))
    owners = table.rows["submission"].to_numpy(dtype="int64")[places].tolist()
    bearers: dict[tuple[int, str], list[int]] = {}
    for at, submission, number in zip(places.tolist(), owners, numbers[places].tolist(), strict=True):
        bearers.setdefault((submission, names[number]), []).append(at)
    return bearers
