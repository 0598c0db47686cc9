"""Normalise: turn what people typed into exact values, column by column, each distinct value once.

What cannot be understood, or can be understood in two ways, becomes a finding at its cell and an empty value.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.findings.in_column import in_column
from learnsoc_xlsx.model.form.form import Choices, Field, Kind
from learnsoc_xlsx.model.returns.lost import LostCells, LostColumn
from learnsoc_xlsx.model.returns.tables import Cell, Lost, Table
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.open_sheet import as_seen
from learnsoc_xlsx.stages.read.reading import TypedTable
from learnsoc_xlsx.stages.read.understood import Codes, DoubtfulCells, Parsed, Understood, bearers, told_apart
from learnsoc_xlsx.vietnamese.counting.units import Measure
from learnsoc_xlsx.vietnamese.dates import format_date, parse_date, parse_year
from learnsoc_xlsx.vietnamese.legacy.legacy import Encoding, decode, detect, is_unicode
from learnsoc_xlsx.vietnamese.letters import clean, is_blank, key
from learnsoc_xlsx.vietnamese.marks import Mark, parse_mark
from learnsoc_xlsx.vietnamese.names import names_several, plain_names
from learnsoc_xlsx.vietnamese.near import nearest
from learnsoc_xlsx.vietnamese.numbers import format_exactly, parse_number


def normalise(table: TypedTable) -> tuple[Table, list[Finding]]:
    """Parse every column of a table as typed by its field's kind, and say what could not be understood, or only in doubt.

    Raises nothing for what people typed: a cell that is not understood is empty, and lost with its finding.
    """
    owners, lines = table.owners, table.lines
    rows: dict[str, object] = {
        "submission": np.array(owners, dtype="int64"),
        "row": np.array(lines, dtype="int64"),
    }
    lost: list[LostCells] = []
    percent: list[Cell] = []
    findings: list[Finding] = []
    for field in table.sheet.asked:
        column = _column(field, table.columns[field.id])
        rows[field.id] = column.stored
        percent += [(owners[at], lines[at], field.id) for at in column.marked]
        for cells in column.doubts(owners):
            where = [lines[at] for at in cells.at]
            spoken = _spoken_of(cells, table, field, where)
            findings += spoken
            if cells.is_lost:
                lost.append(_lost_by(spoken, cells, where))
    whole = LostCells.together(lost) if lost else {}
    return Table(table.sheet, pd.DataFrame(rows), table.layouts, whole, frozenset(percent)), findings


def _spoken_of(cells: DoubtfulCells, table: TypedTable, field: Field, rows: Sequence[int]) -> list[Finding]:
    layout = table.layouts[cells.submission]
    return in_column(cells.code, layout, cells.submission, field.id, rows, cells.sayings, cells.numbers)


def _lost_by(findings: Sequence[Finding], cells: DoubtfulCells, rows: Sequence[int]) -> LostCells:
    """What stood in cells that are not understood, by the findings that say so: one for all of them, or one for each."""
    if findings[0].alike:
        return LostCells({}, [LostColumn(findings[0], cells.typed)])
    each_its_own = zip(findings, rows, cells.numbers, strict=True)
    return LostCells(
        {(one.submission, row, one.field): Lost(cells.typed[number], one) for one, row, number in each_its_own}
    )


def _column(field: Field, values: Sequence[object]) -> Understood:
    """Return a column understood.

    Each distinct value is parsed once, or seen with all others to be plain, and then only its number is handled.
    """
    distinct, codes = told_apart(values)
    parse, plain = _parser(field), _plain(field, distinct)
    understood = {number: _parse(parse, typed) for number, typed in enumerate(distinct) if number not in plain}
    marked = bearers(codes, [number for number, parsed in understood.items() if parsed.percent])
    stored = _typed(field.kind, codes, _taken(distinct, understood))
    return Understood(field, stored, codes, distinct, understood, marked)


def _taken(distinct: Sequence[object], understood: Mapping[int, Parsed]) -> list[Any]:
    """The values that stand for the distinct ones: a plain one is its own, and fits the frame as it is."""
    values: list[Any] = list(distinct)
    for number, parsed in understood.items():
        values[number] = parsed.value
    return values


def _parse(parse: Callable[[object], Parsed], given: object) -> Parsed:
    if given is None or (isinstance(given, str) and is_blank(given)):
        return Parsed(None)
    code = broken(given)
    return Parsed(None, code) if code else parse(given)


def _typed(kind: Kind, codes: Codes, distinct: Sequence[int | bool | str | None]) -> object:
    """The column of a kind: for each row, the known value of which it bears the number."""
    if kind is Kind.TEXT or kind is Kind.CHOICE:
        return pd.array(distinct, dtype="str").take(codes)  # type: ignore[call-overload]
    mask = np.array([value is None for value in distinct], dtype=bool)[codes]
    if kind is Kind.MARK:
        return pd.arrays.BooleanArray(np.array([bool(value) for value in distinct], dtype=bool)[codes], mask)
    return pd.arrays.IntegerArray(np.array([value or 0 for value in distinct], dtype="int64")[codes], mask)


# One parser a kind


def _parser(field: Field) -> Callable[[object], Parsed]:
    if field.kind is Kind.CHOICE:
        assert field.choices is not None
        return _choice_parser(field.choices)
    if field.kind is Kind.YEAR:
        return _year_parser(field.example_year)
    return _person if field.person else _PARSERS[field.kind]


def _text(given: object) -> Parsed:
    if not isinstance(given, str):
        return Parsed(as_seen(given))
    typed = given
    if typed.isascii():
        return Parsed(clean(typed) or None)
    encoding, _ = detect(typed)
    if encoding is Encoding.UNICODE:
        return Parsed(clean(typed) or None)
    decoded = clean(decode(typed))
    return Parsed(decoded, Code.LEGACY_TEXT, decoded)


def _plain(field: Field, distinct: Sequence[object]) -> Collection[int]:
    """Which of the distinct values are what they stand for: most names, and the whole numbers where such are counted."""
    if field.person:
        names = _plain_names(distinct)
        return {number for number, typed in enumerate(distinct) if typed in names}
    if field.kind in _COUNTED:
        return {number for number, typed in enumerate(distinct) if _is_plainly_whole(typed)}
    return ()


def _plain_names(distinct: Sequence[object]) -> set[str]:
    """Those texts that `_person` would take as they are: most names are so spelt that nothing else has to be asked."""
    return set(filter(is_unicode, plain_names(typed for typed in distinct if isinstance(typed, str))))


def _is_plainly_whole(typed: object) -> bool:
    """Whether a cell holds a number that `_whole` would take as it is."""
    return isinstance(typed, float) and typed.is_integer() and 0 <= typed <= _LARGEST


def _person(given: object) -> Parsed:
    """A text that names one person."""
    taken = _text(given)
    several = taken.value is not None and names_several(decode(str(given)))
    return Parsed(None, Code.SEVERAL_NAMES) if several else taken


_LARGEST = 10**15


def _whole(code: Code, units: Collection[Measure]) -> Callable[[object], Parsed]:
    """Read whole numbers, behind which only these units may stand; one multiplied by a scale is shown as it was read."""

    def parse(given: object) -> Parsed:
        number = parse_number(given, whole=True)
        if number.measure not in units or number.percent:
            return Parsed(None, code)
        if number.value is None:
            return _not_taken(number.readings, code)
        if number.value < 0:
            return Parsed(None, Code.TOO_SMALL, "0")
        if number.value.denominator != 1 or number.value > _LARGEST:
            return Parsed(None, code, extra=_share(number.value))
        if number.measure is Measure.SCALE:
            return Parsed(int(number.value), Code.SCALE_READ, format_exactly(number.value))
        return Parsed(int(number.value))

    return parse


def _share(number: Fraction) -> str:
    """What a number below 1 may be in the place of a count: a share, of which the cell shows the percentage."""
    return f" (có thể là tỷ lệ {format_exactly(number * 100, 2)} %)" if 0 < number < 1 else ""


def _decimal(kind: Kind, code: Code) -> Callable[[object], Parsed]:
    def parse(given: object) -> Parsed:
        number = parse_number(given, whole=False)
        if number.measure not in (Measure.NONE, Measure.COUNTED):
            return Parsed(None, code)
        if number.value is None:
            return _not_taken(number.readings, code)
        scaled = number.value * kind.scale
        if scaled.denominator != 1:
            return Parsed(None, Code.TOO_PRECISE, f"{len(str(kind.scale)) - 1} chữ số sau dấu phẩy")
        if abs(scaled) > _LARGEST:
            return Parsed(None, code)
        return Parsed(int(scaled), percent=number.percent)

    return parse


def _not_taken(readings: Sequence[Fraction], code: Code) -> Parsed:
    if len(readings) > 1:
        expected = " hoặc ".join(format_exactly(reading, 3) for reading in readings)
        return Parsed(None, Code.AMBIGUOUS_NUMBER, expected)
    return Parsed(None, code)


def _mark(given: object) -> Parsed:
    taken = parse_mark(decode(given) if isinstance(given, str) else given)
    if taken is Mark.UNKNOWN:
        return Parsed(None, Code.NOT_A_MARK)
    return Parsed(None if taken is Mark.BLANK else taken is Mark.YES)


def _year_parser(example: int) -> Callable[[object], Parsed]:
    def parse(given: object) -> Parsed:
        taken = parse_year(given)
        if taken.value is None:
            return Parsed(None, Code.NOT_A_YEAR, str(example))
        if taken.doubt and not isinstance(given, date):
            return Parsed(taken.value, Code.DATE_IN_DOUBT, str(taken.value))
        return Parsed(taken.value)

    return parse


def _date(given: object) -> Parsed:
    taken = parse_date(given)
    if taken.value is None:
        return Parsed(None, Code.NOT_A_DATE)
    doubt = taken.doubt is not None or taken.precision != "day"
    day = format_date(taken.value)
    return Parsed(taken.value.toordinal(), Code.DATE_IN_DOUBT, day) if doubt else Parsed(taken.value.toordinal())


def _choice_parser(choices: Choices) -> Callable[[object], Parsed]:
    ids = {key(spelling): entry.id for entry in choices.entries for spelling in (entry.label, entry.id, *entry.aliases)}
    labels = [entry.label for entry in choices.entries]

    def parse(given: object) -> Parsed:
        words = key(str(_text(given).value or ""))
        if words in ids:
            return Parsed(ids[words])
        close = nearest(str(given), labels)
        hint = f"; gần giống “{close}”" if close else ""
        return Parsed(None, Code.NOT_IN_LIST, close or labels[0], hint)

    return parse


_COUNTED = frozenset({Kind.COUNT, Kind.MONEY})
_PARSERS: dict[Kind, Callable[[object], Parsed]] = {
    Kind.TEXT: _text,
    Kind.COUNT: _whole(Code.NOT_A_COUNT, (Measure.NONE, Measure.COUNTED)),
    Kind.MONEY: _whole(Code.NOT_MONEY, (Measure.NONE, Measure.MONEY, Measure.SCALE)),
    Kind.SCORE: _decimal(Kind.SCORE, Code.NOT_A_SCORE),
    Kind.NUMBER: _decimal(Kind.NUMBER, Code.NOT_A_NUMBER),
    Kind.MARK: _mark,
    Kind.DATE: _date,
}
