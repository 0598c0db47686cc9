"""Namesakes: whoever stands, by name and year of birth, in the lists of two units in one year.

The forms ask for no number that is one person's alone, so nobody is taken for the same with certainty: both rows count,
and the later one is asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.numbers import format_number

FEW = 10
"""Up to so many namesakes in one list are each asked about at their own cell; more of them in one finding."""

_Numbers = np.ndarray


@dataclass(frozen=True)
class _Roll:
    """The rows of the lists of one roll, of all units and years, in the order of the files.

    `names` holds for each row a number that only its namesakes of the same year share.
    """

    tables: tuple[Table, ...]
    table: _Numbers
    at: _Numbers
    submission: _Numbers
    row: _Numbers
    names: _Numbers

    def list_of(self, at: int, submissions: Mapping[int, Submission]) -> tuple[Table, Submission]:
        """The list in which a row stands, and who sent it."""
        return self.tables[int(self.table[at])], submissions[int(self.submission[at])]


def namesakes(evidence: Evidence) -> Iterator[Finding]:
    """Say of each record of a roll that another unit's list of the same year holds it already.

    Which came first is the order of the folder. Records without all that tells them apart are nobody's namesakes.
    """
    submissions = evidence.submissions
    rolls: dict[str, list[Table]] = {}
    for table in evidence.accepted:
        if table.sheet.roll:
            rolls.setdefault(table.sheet.roll, []).append(table)
    for same in rolls.values():
        roll = _roll(same, submissions)
        first = _first(roll)
        again = list(_again(roll, first, submissions))
        few = [listed for listed in again if len(listed) <= FEW]
        who = _who(roll, np.concatenate(few)) if few else {}
        for listed in again:
            if len(listed) <= FEW:
                yield from (_one(roll, at, int(first[at]), submissions, who[at]) for at in listed.tolist())
            else:
                yield _many(roll, listed, first[listed], submissions)


def _roll(tables: Sequence[Table], submissions: Mapping[int, Submission]) -> _Roll:
    kept = [table.rows[list(table.sheet.distinct)].notna().all(axis=1).to_numpy() for table in tables]
    numbers = [table.rows["submission"].to_numpy(dtype="int64")[mask] for table, mask in zip(tables, kept, strict=True)]
    submission = np.concatenate(numbers)
    order = np.argsort(submission, kind="stable")
    years = {number: sent.year for number, sent in submissions.items()}
    marks = [_of_each(submission, years)]
    for fields in zip(*(table.sheet.distinct for table in tables), strict=True):
        columns = [table.rows[field][mask] for table, field, mask in zip(tables, fields, kept, strict=True)]
        marks.append(_told_apart(pd.concat(columns, ignore_index=True)))
    return _Roll(
        tuple(tables),
        np.repeat(np.arange(len(tables)), [len(rows) for rows in numbers])[order],
        np.concatenate([np.flatnonzero(mask) for mask in kept])[order],
        submission[order],
        np.concatenate([table.rows["row"].to_numpy(dtype="int64")[mask] for table, mask in zip(tables, kept, strict=True)])[order],
        reduce(_together, marks)[order],
    )  # fmt: skip


def _told_apart(column: pd.Series) -> _Numbers:
    """A number for each distinct value; names count as one however they were typed."""
    codes, distinct = pd.factorize(column)
    if pd.api.types.is_string_dtype(column):
        alike: _Numbers = pd.factorize(np.array([key(str(name)) for name in distinct], dtype=object))[0]
        return alike[codes]
    return codes


def _together(one: _Numbers, other: _Numbers) -> _Numbers:
    """A number for each distinct pair."""
    pairs: _Numbers = pd.factorize(one.astype("int64") * (int(other.max(initial=0)) + 1) + other)[0]
    return pairs


def _of_each(submission: _Numbers, by_number: Mapping[int, int]) -> _Numbers:
    """What is said of each row's submission."""
    numbers, places = np.unique(submission, return_inverse=True)
    return np.array([by_number[int(number)] for number in numbers], dtype="int64")[places]


def _first(roll: _Roll) -> _Numbers:
    """For each row the position of the first one that bears the same name."""
    codes, _ = pd.factorize(roll.names)
    firsts: _Numbers = np.flatnonzero(~pd.Series(codes).duplicated().to_numpy())[codes]
    return firsts


def _again(roll: _Roll, first: _Numbers, submissions: Mapping[int, Submission]) -> Iterator[_Numbers]:
    """The positions of the rows whose first namesake is another unit's, list by list."""
    units = {unit: at for at, unit in enumerate(dict.fromkeys(sent.unit for sent in submissions.values()))}
    unit = _of_each(roll.submission, {number: units[sent.unit] for number, sent in submissions.items()})
    later = np.flatnonzero(unit != unit[first])
    lists = roll.submission[later] * len(roll.tables) + roll.table[later]
    starts = np.flatnonzero(np.diff(lists)) + 1
    return (listed for listed in np.split(later, starts) if len(listed))


# Words


def _who(roll: _Roll, places: _Numbers) -> dict[int, str]:
    """What tells the records at some places of a roll apart, in words; each column is taken out of its table once."""
    who: dict[int, str] = {}
    for number, table in enumerate(roll.tables):
        mine = places[roll.table[places] == number]
        columns = (table.rows[field].array.take(roll.at[mine]).tolist() for field in table.sheet.distinct)
        who |= zip(mine.tolist(), (", ".join(map(str, words)) for words in zip(*columns, strict=True)), strict=True)
    return who


def _one(roll: _Roll, at: int, first: int, submissions: Mapping[int, Submission], who: str) -> Finding:
    table, sent = roll.list_of(at, submissions)
    there = str(_place(roll, first))
    return Finding(Code.NAMESAKE, _place(roll, at), sent.number, table.sheet.subject.id, given=who, other=there)


def _many(roll: _Roll, listed: _Numbers, first: _Numbers, submissions: Mapping[int, Submission]) -> Finding:
    table, sent = roll.list_of(int(listed[0]), submissions)
    rows = sorted(roll.row[listed].tolist())
    field = table.sheet.subject.id
    others, times = np.unique(roll.submission[first], return_counts=True)
    most = int(times.argmax())
    return Finding(
        Code.MANY_NAMESAKES,
        table.layouts[sent.number].span(field, rows[0], rows[-1]),
        sent.number,
        field,
        given=format_number(len(rows)),
        expected=format_number(int(times[most])),
        other=submissions[int(others[most])].file,
        extra=_listed(rows),
    )


def _listed(rows: Sequence[int]) -> str:
    """The first of the rows, and how many more there are."""
    return f"{', '.join(map(str, rows[:FEW]))} và {format_number(len(rows) - FEW)} dòng khác"


def _place(roll: _Roll, at: int) -> Place:
    table = roll.tables[int(roll.table[at])]
    return table.layouts[int(roll.submission[at])].place(table.sheet.subject.id, int(roll.row[at]))
