"""The words of what validation finds: what was given, what was expected, and the label of the other cell."""

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from learnsoc_xlsx.frames import exact
from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet
from learnsoc_xlsx.stages.check.within.rules import Broken, Failure, comparable, true_where_known
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_IF_NONE = {
    Kind.COUNT: "; không có thì ghi 0",
    Kind.MONEY: "; không có thì ghi 0",
    Kind.MARK: "; không có thì ghi “không”",
    Kind.CHOICE: "; hãy chọn trong danh sách của ô",
}


class BrokenCells:
    """The cells of the rows that broke a rule, by field and position; each column is taken out of the frame once."""

    def __init__(self, rows: pd.DataFrame, broken: Broken) -> None:
        self._rows = rows
        self._places = {
            at: number for number, at in enumerate(sorted({at for cells in broken.values() for at in cells}))
        }
        self._columns: dict[str, list[Any]] = {}

    def __getitem__(self, cell: tuple[str, int]) -> Any:
        column, at = cell
        if column not in self._columns:
            self._columns[column] = self._rows[column].array.take(list(self._places)).tolist()
        return self._columns[column][self._places[at]]


def saying_of(failure: Failure, sheet: Sheet, rows: pd.DataFrame, cells: BrokenCells) -> Saying:
    """Return what the sentence of a failure names."""
    field = _asked(sheet, failure.field)
    given, expected, other = _words(failure, field, sheet, rows, cells)
    extra = _IF_NONE.get(field.kind, "") if failure.code is Code.REQUIRED_EMPTY else ""
    return Saying(given, expected, other, extra)


def _asked(sheet: Sheet, name: str) -> Field:
    return next(field for field in sheet.asked if field.id == name)


def _words(
    failure: Failure, field: Field, sheet: Sheet, rows: pd.DataFrame, cells: BrokenCells
) -> tuple[str, str, str]:
    at, code = failure.at, failure.code
    given = written(field, cells[field.id, at])
    if code is Code.TOO_SMALL:
        return given, _limit(field, field.min), field.label
    if code is Code.TOO_LARGE:
        return given, _limit(field, field.max), field.label
    if code is Code.EXCEEDS:
        other = _asked(sheet, field.at_most or "")
        return given, written(other, cells[other.id, at]), other.label
    if code is Code.YES_WITHOUT:
        other = _asked(sheet, field.yes_with or "")
        return given, written(other, cells[other.id, at]), other.label
    if code is Code.NOT_BALANCED:
        parts = {term: int(cells[term.lstrip("-"), at]) for term in field.equals}
        total = sum(-part if term.startswith("-") else part for term, part in parts.items())
        return given, written(field, total), "; ".join(f"“{_asked(sheet, term.lstrip('-')).label}”" for term in parts)
    if code is Code.NEEDS_OTHER:
        by = next(other for other in sheet.asked if other.needs == field.id and pd.notna(cells[other.id, at]))
        return written(by, cells[by.id, at]), "", field.label
    if code is Code.REPEATED:
        return given, str(_earlier_row(sheet, rows, at)), field.label
    if code in (Code.MARK_WITHOUT_POINTS, Code.POINTS_WITHOUT_MARK):
        return _points(sheet, field, cells, at)
    return given, "", field.label


def _points(sheet: Sheet, field: Field, cells: BrokenCells, at: int) -> tuple[str, str, str]:
    agreement = next(agreement for agreement in sheet.agreements if agreement.mark == field.id)
    points = [Fraction(int(cells[name, at]), Kind.SCORE.scale) for name in agreement.points]
    given = f"tổng {_number(sum(points, Fraction(0)))} điểm, thấp nhất {_number(min(points))}"
    expected = f"từ {_number(agreement.pass_at)} điểm trở lên"
    if agreement.floor is not None:
        expected += f" và không {agreement.called} nào dưới {_number(agreement.floor)}"
    return given, expected, agreement.title


def _earlier_row(sheet: Sheet, rows: pd.DataFrame, at: int) -> int:
    own = rows[rows["submission"] == rows["submission"].iat[at]]
    same = pd.Series(True, index=own.index)
    for name in sheet.distinct:
        column = comparable(own[name])
        value = column.loc[at]
        same &= column.isna() if pd.isna(value) else true_where_known(column == value)
    return int(own.loc[same, "row"].to_numpy()[0])


def _number(value: Fraction | int | None) -> str:
    return format_exactly(value or 0)


def _limit(field: Field, value: Fraction | int | None) -> str:
    """A limit as people write it: a year has no thousands."""
    return str(value) if field.kind is Kind.YEAR else _number(value)


def written(field: Field, stored: object) -> str:
    """Return a stored value as people write it."""
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
