"""Validate: each table checked once, by its schema and its rules, over the rows of every submission together.

It knows no year and no unit. A rule between cells is laid beside the table as a column of its own, so that a
failure names its own cells and no other.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from learnsoc_xlsx.frames import exact, folded
from learnsoc_xlsx.model.findings import Code, Finding, Severity
from learnsoc_xlsx.model.form.form import Agreement, Field, Kind, Sheet
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.failures import Failure, Rule
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_ROW_CODES = frozenset({Code.IDENTITY_EMPTY, Code.REPEATED})
Cell = tuple[int, int, str]
"""Submission, file row, field."""


def validate(
    table: Table, submissions: dict[int, Submission], spoken_of: Collection[Cell]
) -> tuple[Table, list[Finding]]:
    """Check one table and leave out what is wrong.

    `spoken_of` holds the cells that already have a finding (one cause, one finding). Returns the table with wrong
    cells emptied and rejected rows gone (R03, R07), and the findings, in the order of the rows.
    """
    if table.rows.empty:
        return table, []
    rows = table.rows.reset_index(drop=True)
    rules = list(_rules(table.sheet, rows, _within_limits(table.sheet, rows)))
    from learnsoc_xlsx.stages.check.schema import failures_of  # pandera takes a while to load

    failures = failures_of(table.sheet, rows, rules)
    cells = _Cells(rows, failures)
    findings: list[Finding] = []
    blamed: set[tuple[int, str]] = set()
    owners, numbers = rows["submission"].tolist(), rows["row"].tolist()
    for failure in failures:
        cell = (owners[failure.at], numbers[failure.at], failure.field)
        if failure.field not in table.layouts[cell[0]].anchors:
            continue  # the file lacks the whole column or line, which is said once
        if cell in spoken_of or (failure.at, failure.field) in blamed:
            continue
        blamed.add((failure.at, failure.field))
        findings.append(_finding(failure, table, rows, cells, submissions[cell[0]]))
    return replace(table, rows=_without(rows, failures)), findings


def _without(rows: pd.DataFrame, failures: list[Failure]) -> pd.DataFrame:
    """Empty every cell blamed with an error; drop every row that was rejected."""
    emptied: dict[str, list[int]] = {}
    for failure in failures:
        if failure.code.severity is Severity.ERROR and failure.code not in _ROW_CODES:
            emptied.setdefault(failure.field, []).append(failure.at)
    kept = rows.copy()
    for field, positions in emptied.items():
        kept.loc[positions, field] = pd.NA
    rejected = sorted({failure.at for failure in failures if failure.code in _ROW_CODES})
    return kept.drop(index=rejected).reset_index(drop=True)


class _Cells:
    """The cells of the rows that broke a rule, by field and position; each column is taken out of the frame once."""

    def __init__(self, rows: pd.DataFrame, failures: Sequence[Failure]) -> None:
        self._rows = rows
        self._places = {at: number for number, at in enumerate(dict.fromkeys(each.at for each in failures))}
        self._columns: dict[str, list[Any]] = {}

    def __getitem__(self, cell: tuple[str, int]) -> Any:
        column, at = cell
        if column not in self._columns:
            self._columns[column] = self._rows[column].array.take(list(self._places)).tolist()
        return self._columns[column][self._places[at]]


# Rules between cells


def _rules(sheet: Sheet, rows: pd.DataFrame, sound: pd.DataFrame) -> Iterator[Rule]:
    """Give every rule between cells; numbers are held against those that are `sound`: one cause, one finding."""
    for field in sheet.asked:
        if field.at_most:
            yield Rule(field.id, Code.EXCEEDS, _true(sound[field.id] <= sound[field.at_most]))
        if field.equals:
            yield Rule(field.id, Code.NOT_BALANCED, _true(sound[field.id] == _sum(sound, field.equals)))
        if field.needs:
            yield Rule(field.needs, Code.NEEDS_OTHER, ~(_filled(rows[field.id]) & rows[field.needs].isna()))
    if sheet.distinct:
        yield Rule(sheet.subject.id, Code.REPEATED, _first(rows, sheet.distinct))
    for agreement in sheet.agreements:
        yield from _agreement(agreement, sound)


def _within_limits(sheet: Sheet, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without the numbers that lie beyond their own limits."""
    beyond = {field.id: _beyond(field, rows[field.id]) for field in sheet.asked if field.kind.is_number}
    sound = {name: rows[name].mask(found) for name, found in beyond.items() if found.any()}
    return rows.assign(**sound) if sound else rows


def _beyond(field: Field, column: pd.Series) -> pd.Series:
    low = pd.Series(False, index=column.index) if field.min is None else column < int(field.min * field.kind.scale)
    high = pd.Series(False, index=column.index) if field.max is None else column > int(field.max * field.kind.scale)
    return (low | high).fillna(False).astype(bool)


def _true(held: pd.Series) -> pd.Series:
    """A rule that cannot be judged, for something is missing, is not broken."""
    return held.fillna(True).astype(bool)


def _filled(column: pd.Series) -> pd.Series:
    return column.fillna(False).astype(bool) if column.dtype == "boolean" else column.notna()


def _sum(rows: pd.DataFrame, terms: tuple[str, ...]) -> pd.Series:
    total = None
    for term in terms:
        part = -rows[term[1:]] if term.startswith("-") else rows[term]
        total = part if total is None else total + part
    assert total is not None
    return total


def _first(rows: pd.DataFrame, fields: tuple[str, ...]) -> pd.Series:
    """True at the first row that bears its names; rows that lack the first of them are another finding's."""
    names = rows[["submission"]].copy()
    for field in fields:
        names[field] = _comparable(rows[field])
    return ~(names.duplicated(keep="first") & rows[fields[0]].notna())


def _comparable(column: pd.Series) -> pd.Series:
    return folded(column) if pd.api.types.is_string_dtype(column) else column


def _agreement(agreement: Agreement, rows: pd.DataFrame) -> Iterator[Rule]:
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
    yield Rule(agreement.mark, Code.MARK_WITHOUT_POINTS, ~(complete & marked & ~enough))
    unmarked = rows[agreement.mark].isna()
    yield Rule(agreement.mark, Code.POINTS_WITHOUT_MARK, ~(complete & unmarked & enough))


# Words

_IF_NONE = {
    Kind.COUNT: "; không có thì ghi 0",
    Kind.MONEY: "; không có thì ghi 0",
    Kind.MARK: "; không có thì ghi “không”",
    Kind.CHOICE: "; hãy chọn trong danh sách của ô",
}


def _finding(failure: Failure, table: Table, rows: pd.DataFrame, cells: _Cells, submission: Submission) -> Finding:
    sheet = table.sheet
    field = next(each for each in sheet.asked if each.id == failure.field)
    given, expected, other = _words(failure, field, table, rows, cells)
    extra = _IF_NONE.get(field.kind, "") if failure.code is Code.REQUIRED_EMPTY else ""
    place = table.layouts[submission.number].place(field.id, cells["row", failure.at])
    return Finding(
        failure.code,
        place,
        given,
        expected,
        other,
        extra,
        submission.number,
        submission.unit,
        submission.year,
        field.id,
    )


def _words(failure: Failure, field: Field, table: Table, rows: pd.DataFrame, cells: _Cells) -> tuple[str, str, str]:
    """Return what was given, what was expected, and the other cell's label."""
    sheet, at, code = table.sheet, failure.at, failure.code
    given = _shown(field, cells[field.id, at])
    labels = {each.id: each for each in sheet.asked}
    if code is Code.TOO_SMALL:
        return given, _limit(field, field.min), field.label
    if code is Code.TOO_LARGE:
        return given, _limit(field, field.max), field.label
    if code is Code.EXCEEDS:
        other = labels[field.at_most or ""]
        return given, _shown(other, cells[other.id, at]), other.label
    if code is Code.NOT_BALANCED:
        total = _shown(field, _sum(rows.iloc[[at]], field.equals).iat[0])
        return given, total, "; ".join(labels[term.lstrip("-")].label for term in field.equals)
    if code is Code.NEEDS_OTHER:
        by = next(each for each in sheet.asked if each.needs == field.id and pd.notna(cells[each.id, at]))
        return _shown(by, cells[by.id, at]), "", field.label
    if code is Code.REPEATED:
        return given, str(_earlier_row(sheet, rows, at)), field.label
    if code in (Code.MARK_WITHOUT_POINTS, Code.POINTS_WITHOUT_MARK):
        return _points(sheet, field, cells, at)
    return given, "", field.label


def _points(sheet: Sheet, field: Field, cells: _Cells, at: int) -> tuple[str, str, str]:
    agreement = next(each for each in sheet.agreements if each.mark == field.id)
    points = [Fraction(int(cells[name, at]), Kind.SCORE.scale) for name in agreement.points]
    given = f"tổng {_number(sum(points, Fraction(0)))} điểm, thấp nhất {_number(min(points))}"
    expected = f"từ {_number(agreement.pass_at)} điểm trở lên"
    if agreement.floor is not None:
        expected += f" và không tiêu chí nào dưới {_number(agreement.floor)}"
    return given, expected, agreement.title


def _earlier_row(sheet: Sheet, rows: pd.DataFrame, at: int) -> int:
    own = rows[rows["submission"] == rows["submission"].iat[at]]
    same = pd.Series(True, index=own.index)
    for name in sheet.distinct:
        column = _comparable(own[name])
        value = column.loc[at]
        same &= column.isna() if pd.isna(value) else _true(column == value)
    return int(own.loc[same, "row"].to_numpy()[0])


def _number(value: Fraction | int | None) -> str:
    return format_exactly(value or 0)


def _limit(field: Field, value: Fraction | int | None) -> str:
    """A limit as people write it: a year has no thousands."""
    return str(value) if field.kind is Kind.YEAR else _number(value)


def _shown(field: Field, stored: object) -> str:
    value = exact(field.kind, stored)
    if value is None:
        return "trống"
    if field.choices:
        return next((entry.label for entry in field.choices.entries if entry.id == value), str(value))
    if isinstance(value, bool):
        return "x" if value else "không"
    if isinstance(value, Fraction) or (isinstance(value, int) and field.kind is not Kind.YEAR):
        return _number(value)
    return format_date(value) if isinstance(value, date) else str(value)
