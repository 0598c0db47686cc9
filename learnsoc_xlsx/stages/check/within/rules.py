"""Rules between cells, each laid beside the table as a column of its own, so that a failure names its own cells and no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from learnsoc_xlsx.frames import folded
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Agreement, Field, Kind, Sheet
from learnsoc_xlsx.stages.check.within.not_whole import NONE_LOOSE, Loose, held_or_loose


@dataclass(frozen=True)
class Failure:
    """A rule that a cell broke: position in the frame, the field blamed, and the code of the rule."""

    at: int
    field: str
    code: Code


Broken = Mapping[tuple[str, Code], Sequence[int]]
"""Where a table breaks a rule: positions that ascend, by the field blamed and the code of the rule."""


@dataclass(frozen=True)
class RowRule:
    """A rule between cells: holds where `held` is true; where not, `field` is blamed with `code`."""

    field: str
    code: Code
    held: pd.Series


def rules_of(sheet: Sheet, rows: pd.DataFrame, loose: Loose = NONE_LOOSE) -> Iterator[RowRule]:
    """Give every rule between cells of a sheet, held against its rows.

    Numbers are held only against those within their own limits: one cause, one finding; and not where one is `loose`.
    """
    sound, numbers = _within_limits(sheet, rows), rows["submission"]
    for field in sheet.asked:
        if field.at_most:
            held = true_where_known(sound[field.id] <= sound[field.at_most])
            both = frozenset({field.id, field.at_most})
            yield RowRule(field.id, Code.EXCEEDS, held_or_loose(held, numbers, both, loose))
        if field.yes_with:
            yield RowRule(field.id, Code.YES_WITHOUT, true_where_known(rows[field.id] | ~rows[field.yes_with]))
        if field.equals:
            held = true_where_known(sound[field.id] == sum_of(sound, field.equals))
            terms = frozenset({field.id, *(term.lstrip("-") for term in field.equals)})
            yield RowRule(field.id, Code.NOT_BALANCED, held_or_loose(held, numbers, terms, loose))
        if field.needs:
            yield RowRule(field.needs, Code.NEEDS_OTHER, ~(_filled(rows[field.id]) & rows[field.needs].isna()))
    if sheet.distinct:
        yield RowRule(sheet.subject.id, Code.REPEATED, _first(rows, sheet))
    for agreement in sheet.agreements:
        yield from _agreement(agreement, sound)


def _within_limits(sheet: Sheet, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without the numbers that lie beyond their own limits."""
    beyond = (field for field in sheet.asked if not keeps_within(field, rows[field.id]))
    sound = {field.id: rows[field.id].mask(_beyond(field, rows[field.id])) for field in beyond}
    return rows.assign(**sound) if sound else rows


def keeps_within(field: Field, column: pd.Series) -> bool:
    """Whether no number of a column lies beyond the limits of its field: its least and its largest tell."""
    numbers = column.array
    if not field.kind.is_number or numbers.isna().all():
        return True
    low, high = (None if limit is None else int(limit * field.kind.scale) for limit in (field.min, field.max))
    return (low is None or numbers.min() >= low) and (high is None or numbers.max() <= high)


def _beyond(field: Field, column: pd.Series) -> pd.Series:
    low = pd.Series(False, index=column.index) if field.min is None else column < int(field.min * field.kind.scale)
    high = pd.Series(False, index=column.index) if field.max is None else column > int(field.max * field.kind.scale)
    return (low | high).fillna(False).astype(bool)


def true_where_known(held: pd.Series) -> pd.Series:
    """Return a rule as judged: one that cannot be judged, for something is missing, is not broken."""
    return held.fillna(True).astype(bool)


def _filled(column: pd.Series) -> pd.Series:
    return column.fillna(False).astype(bool) if column.dtype == "boolean" else column.notna()


def sum_of(rows: pd.DataFrame, terms: tuple[str, ...]) -> pd.Series:
    """Return the signed sum of fields ("-x" is taken away) in every row."""
    total = None
    for term in terms:
        part = -rows[term[1:]] if term.startswith("-") else rows[term]
        total = part if total is None else total + part
    assert total is not None
    return total


def _first(rows: pd.DataFrame, sheet: Sheet) -> pd.Series:
    """True at the first row that bears its names; rows that lack the first of them are another finding's, and those that
    say nothing are no row.
    """
    named = rows[sheet.distinct[0]].notna().to_numpy()
    asked = named & rows[sheet.told_by].notna().to_numpy() if sheet.told_by else named
    columns = (rows["submission"], *(comparable(rows[field]) for field in sheet.distinct))
    names = reduce(_together, (pd.factorize(column.array[asked])[0] for column in columns))
    held = np.ones(len(rows), dtype=bool)
    held[asked] = ~pd.Series(names).duplicated().to_numpy()
    return pd.Series(held, index=rows.index)


def _together(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """A number for each distinct pair of numbers, of which a missing value is one."""
    pairs: np.ndarray = pd.factorize(one.astype("int64") * (int(other.max(initial=-1)) + 2) + other + 1)[0]
    return pairs


def comparable(column: pd.Series) -> pd.Series:
    """Return a column as its values are told apart: names folded, all else as it is."""
    return folded(column) if pd.api.types.is_string_dtype(column) else column


def _agreement(agreement: Agreement, rows: pd.DataFrame) -> Iterator[RowRule]:
    if agreement.pass_at is None:
        return
    scale = Kind.SCORE.scale
    points = rows[list(agreement.points)]
    complete = points.notna().all(axis=1)
    enough = points.fillna(0).sum(axis=1) >= int(agreement.pass_at * scale)
    if agreement.floor is not None:
        enough &= (points.fillna(0) >= int(agreement.floor * scale)).all(axis=1)
    marked = rows[agreement.mark].fillna(False).astype(bool)
    enough = enough.astype(bool)
    yield RowRule(agreement.mark, Code.MARK_WITHOUT_POINTS, ~(complete & marked & ~enough))
    unmarked = rows[agreement.mark].isna()
    yield RowRule(agreement.mark, Code.POINTS_WITHOUT_MARK, ~(complete & unmarked & enough))
