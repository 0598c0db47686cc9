"""Compare: what differs between each version of a return that does not count and the one that does."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from learnsoc_xlsx.frames import exact, folded
from learnsoc_xlsx.model.findings.codes import SAME_BYTES
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.returns.differences import Comparison, Difference, Side
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.model.returns.tables import Table

SHOWN = 500
"""Differences of one pair that are shown in full; the others are counted."""

_WHOLE = -1
"""Stands for all fields of a record that one version lacks."""

_Key = tuple[tuple[object, ...], int]


def compare(tables: Sequence[Table], submissions: Sequence[Submission]) -> tuple[Comparison, ...]:
    """Compare each superseded return with the one that counts for its unit and year, the same bytes once.

    `tables` hold the returns as read. Of two versions on different revisions of the form only what both ask is
    compared. Records of a list are the same where their identity fields agree, whatever
    their rows; of several such the first is matched with the first. Fixed sheets are compared field by field.
    """
    pairs = list(_pairs(sorted(submissions, key=lambda sent: (_is_again(sent), sent.number))))
    numbers = {sent.number for pair in pairs for sent in pair}
    own = [_only(table, numbers) for table in tables if not numbers.isdisjoint(table.layouts)]
    return tuple(_compared(older, newer, own) for older, newer in pairs)


def _is_again(sent: Submission) -> bool:
    """Whether a file is, byte for byte, another."""
    return sent.refusal is not None and sent.refusal.code in SAME_BYTES


def _pairs(submissions: Sequence[Submission]) -> Iterator[tuple[Submission, Submission]]:
    """Pair each content that does not count, once, with the return that does."""
    counting = {_about(sent): sent for sent in submissions if sent.status.counts and sent.form}
    seen = {(about, sent.sha256) for about, sent in counting.items()}
    for sent in submissions:
        about = _about(sent)
        if sent.status is Status.SUPERSEDED and about in counting and (about, sent.sha256) not in seen:
            seen.add((about, sent.sha256))
            yield sent, counting[about]


def _about(sent: Submission) -> tuple[str, str, int]:
    return sent.form, sent.unit, sent.year


def _only(table: Table, numbers: set[int]) -> Table:
    rows = table.rows[table.rows["submission"].isin(numbers)]
    layouts = {number: layout for number, layout in table.layouts.items() if number in numbers}
    return replace(table, rows=rows, layouts=layouts)


def _compared(older: Submission, newer: Submission, tables: Sequence[Table]) -> Comparison:
    count = 0
    shown: list[Difference] = []
    for table in _sheet_by_sheet(tables, (older.number, newer.number)):
        pair = _Pair(table, older.number, newer.number)
        lines = _differing(pair)
        count += len(lines)
        shown += [_difference(pair, line) for line in lines[: SHOWN - len(shown)]]
    return Comparison(older.number, newer.number, count, tuple(shown))


def _sheet_by_sheet(tables: Sequence[Table], numbers: tuple[int, int]) -> Iterator[Table]:
    """Give one table for each sheet that either version has, of the fields that both ask where both have it."""
    for key in dict.fromkeys(table.sheet.key for table in tables):
        same = [table for table in tables if table.sheet.key == key and not table.layouts.keys().isdisjoint(numbers)]
        if same:
            yield _common(same)


def _common(tables: Sequence[Table]) -> Table:
    """Lay tables of one sheet in different revisions together, by the fields that they share."""
    first, *others = tables
    if not others:
        return first
    ids = [{field.id for field in table.sheet.asked} for table in tables]
    shared = tuple(field for field in first.sheet.asked if all(field.id in asked for asked in ids))
    columns = ["submission", "row", *(field.id for field in shared)]
    return Table(
        replace(first.sheet, fields=shared),
        pd.concat([table.rows[columns] for table in tables], ignore_index=True),
        {number: layout for table in tables for number, layout in table.layouts.items()},
        LostCells.together([table.lost for table in tables]),
    )


@dataclass(frozen=True)
class _Line:
    """A record by its positions in the two versions (-1: not there), and the number of a field that differs."""

    older: int
    newer: int
    field: int


class _Pair:
    """One table of two versions: the rows of each, and which records of theirs are the same."""

    def __init__(self, table: Table, older: int, newer: int) -> None:
        self.table, self.fields = table, table.sheet.asked
        self.numbers = (older, newer)
        self.rows = tuple(table.rows[table.rows["submission"] == number] for number in self.numbers)
        older_keys, newer_keys = (_keys(rows, table.sheet) for rows in self.rows)
        records = dict.fromkeys([*newer_keys, *older_keys])
        self.older = np.array([older_keys.get(key, -1) for key in records], dtype="int64")
        self.newer = np.array([newer_keys.get(key, -1) for key in records], dtype="int64")


def _keys(rows: pd.DataFrame, sheet: Sheet) -> dict[_Key, int]:
    """Return the position of each record by what makes it that record, and its turn among those that share this."""
    if sheet.kind is SheetKind.FIXED:
        return {((), at): at for at in range(len(rows))}
    fields = [field for field in sheet.asked if field.identity] or [sheet.subject]
    turns: Counter[tuple[object, ...]] = Counter()
    positions: dict[_Key, int] = {}
    for at, words in enumerate(zip(*(_words(rows[field.id], field.kind) for field in fields), strict=True)):
        positions[words, turns[words]] = at
        turns[words] += 1
    return positions


def _words(column: pd.Series, kind: Kind) -> list[object]:
    """A column as its records are matched: names folded, and nothing for what is empty."""
    words = folded(column) if kind is Kind.TEXT else column
    return list(words.astype("object").where(column.notna(), None))


def _differing(pair: _Pair) -> list[_Line]:
    """Every difference, in the order of the newer version's rows; what only the older has comes last."""
    alone = (pair.older < 0) | (pair.newer < 0)
    at, fields = [np.flatnonzero(alone)], [np.full(alone.sum(), _WHOLE)]
    both = np.flatnonzero(~alone)
    for number, field in enumerate(pair.fields):
        old = pair.rows[0][field.id].array.take(pair.older[both])
        new = pair.rows[1][field.id].array.take(pair.newer[both])
        apart = both[_unlike(old, new)]
        at.append(apart)
        fields.append(np.full(len(apart), number))
    where, which = np.concatenate(at), np.concatenate(fields)
    order = np.lexsort((which, where))
    lines = zip(
        pair.older[where][order].tolist(), pair.newer[where][order].tolist(), which[order].tolist(), strict=True
    )
    return [_Line(*line) for line in lines]


def _unlike(old: pd.api.extensions.ExtensionArray, new: pd.api.extensions.ExtensionArray) -> np.ndarray:
    """Where two columns differ; two empty cells do not."""
    blank = old.isna(), new.isna()
    same = np.asarray(pd.Series(old == new).fillna(False), dtype=bool)
    return np.asarray(~(same | (blank[0] & blank[1])))


def _difference(pair: _Pair, line: _Line) -> Difference:
    field = None if line.field == _WHOLE else pair.fields[line.field]
    older, newer = (_side(pair, side, at, field) for side, at in enumerate((line.older, line.newer)))
    side, at = (1, line.newer) if line.newer >= 0 else (0, line.older)
    return Difference(pair.table.sheet, _subject(pair, side, at), field, older, newer)


def _subject(pair: _Pair, side: int, at: int) -> str:
    """Whom or what a record of a list is about; a fixed sheet has none."""
    sheet = pair.table.sheet
    name = pair.rows[side][sheet.subject.id].iloc[at] if sheet.kind is SheetKind.LIST else None
    if name is None or pd.isna(name):
        return ""
    choices = sheet.subject.choices.entries if sheet.subject.choices else ()
    return next((choice.label for choice in choices if choice.id == name), str(name))


def _side(pair: _Pair, side: int, at: int, field: Field | None) -> Side:
    if at < 0:
        return Side(None, "", None)
    number, rows = pair.numbers[side], pair.rows[side]
    row = int(rows["row"].iloc[at])
    place = pair.table.layouts[number].place((field or pair.table.sheet.subject).id, row)
    value = exact(field.kind, rows[field.id].iloc[at]) if field else None
    lost = pair.table.lost.get((number, row, field.id)) if field and value is None else None
    return Side(value, lost.typed if lost else "", place)
