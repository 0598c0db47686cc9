"""Mentions: the rows in which units name subjects, found by name, unit and year of birth; of several nobody is guessed at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import RowKey, Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.letters import key, unaddressed
from learnsoc_xlsx.vietnamese.near import nearest

_BORN = "birth_year"


@dataclass(frozen=True)
class Mention:
    """One row of a unit's list, with everything that it says."""

    table: Table
    sent: Submission
    record: Mapping[str, Any]

    @property
    def row(self) -> int:
        return int(self.record["row"])

    @property
    def key(self) -> RowKey:
        return self.sent.number, self.table.sheet.key, self.row

    @property
    def name(self) -> str:
        return str(self.record[self.table.sheet.subject.id])

    @property
    def born(self) -> object:
        return self.record.get(_BORN)

    def place(self, field: str) -> Place:
        return self.table.layouts[self.sent.number].place(field, self.row)


class Mentions:
    """The rows of some lists in the returns of one year, those without a name left out."""

    def __init__(
        self, tables: Sequence[Table], submissions: Mapping[int, Submission], year: int, register: Register
    ) -> None:
        self._register = register
        sent = [number for table in tables for number in table.layouts if submissions[number].year == year]
        self.of_nominees = any(table.sheet.nominees_only for table in tables if table.layouts.keys() & set(sent))
        self._senders = {submissions[number].unit for number in sent}
        self.all = [mention for table in tables for mention in _mentions(table, submissions, sent)]
        self._named: dict[str, list[Mention]] = {}
        for mention in self.all:
            self._named.setdefault(key(mention.name), []).append(mention)
        self._addressed: dict[str, list[Mention]] = {}
        for mention in self.all:
            self._addressed.setdefault(unaddressed(mention.name), []).append(mention)

    def meant_by(self, statement: Statement, also: Callable[[Mention], bool] = lambda _: True) -> list[Mention]:
        """Return whoever a statement may mean: those of its name and unit, by year of birth where both give one.

        Where nobody bears the name as it is written, “Hộ ông” before it is left aside.
        """
        whole = self._named.get(key(statement.name), ())
        for named in (whole, self._addressed.get(unaddressed(statement.name), ())):
            within = [one for one in named if self._within(one.sent.unit, statement.unit) and also(one)]
            if within:
                return _born_as(statement, within)
        return []

    def near(self, statement: Statement) -> list[Mention]:
        """Return the rows of the name in the same unit's lists that may have been meant."""
        names = [one.name for one in self.all if self._within(one.sent.unit, statement.unit)]
        close = nearest(unaddressed(statement.name), names)
        return [one for one in self._named.get(key(close or ""), ()) if self._within(one.sent.unit, statement.unit)]

    def heard_of(self, unit: str) -> bool:
        """Whether a unit, or one that it took over, has sent such a list; no unit is any."""
        return any(self._within(sender, unit) for sender in self._senders)

    def _within(self, sender: str, unit: str) -> bool:
        return not unit or sender == unit or sender in self._register.forebears(unit)


def _born_as(statement: Statement, named: Sequence[Mention]) -> list[Mention]:
    born = [one for one in named if one.born is not None and one.born == statement.born]
    return born or [one for one in named if None in (one.born, statement.born)]


def _mentions(table: Table, submissions: Mapping[int, Submission], sent: Sequence[int]) -> Iterator[Mention]:
    named = table.rows[table.sheet.subject.id].notna()
    places = np.flatnonzero(table.rows["submission"].isin(sent) & named).tolist()
    records = Records(table, places)
    for at in places:
        record = records[at]
        yield Mention(table, submissions[record["submission"]], record)
