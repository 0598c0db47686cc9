"""Normalise: turn what people typed into exact values, column by column, each distinct value once.

What cannot be understood, or can be understood in two ways, becomes a finding at its cell and an empty value.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain, repeat

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Choices, Field, Kind, Sheet
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import RawTable
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.vietnamese.dates import format_date, parse_date, parse_year
from learnsoc_xlsx.vietnamese.legacy.legacy import Encoding, decode, detect
from learnsoc_xlsx.vietnamese.letters import clean, key
from learnsoc_xlsx.vietnamese.marks import Mark, parse_mark
from learnsoc_xlsx.vietnamese.near import nearest
from learnsoc_xlsx.vietnamese.numbers import format_exactly, parse_number


@dataclass(frozen=True)
class Parsed:
    """One typed value understood: `value` fits the frame (None: empty or not understood)."""

    value: int | bool | str | None
    code: Code | None = None
    expected: str = ""
    extra: str = ""


@dataclass(frozen=True)
class Normal:
    """The records of one sheet over several submissions, and what was found on the way."""

    sheet: Sheet
    rows: pd.DataFrame
    layouts: dict[int, Layout]
    findings: tuple[Finding, ...]


def normalise(tables: Sequence[RawTable], submissions: dict[int, Submission]) -> Normal:
    """Lay the tables of one sheet together and parse every column by its field's kind.

    `tables` share one Sheet. Returns a frame as model.run.Table says; a field that a file lacks is empty there.
    """
    sheet = tables[0].sheet
    owners = np.repeat([table.submission for table in tables], [len(table.rows) for table in tables])
    frame: dict[str, object] = {
        "submission": owners.astype("int64"),
        "row": np.array([row for table in tables for row in table.rows], dtype="int64"),
    }
    layouts = {table.submission: table.layout for table in tables}
    findings: list[Finding] = []
    for field in sheet.asked:
        values = list(chain.from_iterable(each.columns.get(field.id, repeat("", len(each.rows))) for each in tables))
        column, faults = _column(field, values)
        frame[field.id] = column
        for at, given, parsed in faults:
            owner, row = int(owners[at]), int(frame["row"][at])  # type: ignore[index]
            findings.append(_finding(field, parsed, given, layouts[owner], row, submissions[owner]))
    return Normal(sheet, pd.DataFrame(frame), layouts, tuple(findings))


def _finding(field: Field, parsed: Parsed, given: object, layout: Layout, row: int, submission: Submission) -> Finding:
    assert parsed.code is not None
    return Finding(
        parsed.code,
        layout.place(field.id, row),
        _shown(given),
        parsed.expected,
        field.label,
        parsed.extra,
        submission.number,
        submission.unit,
        submission.year,
        field.id,
    )


def _shown(given: object) -> str:
    if isinstance(given, date):
        return format_date(given)
    if isinstance(given, float) and given.is_integer():
        return str(int(given))
    return clean(str(given))[:80]


def _column(field: Field, values: list[object]) -> tuple[object, Iterator[tuple[int, object, Parsed]]]:
    """Return the typed column, and (position, what was typed, how it was taken) of each cell to be spoken of.

    Values are told apart by type as well: True == 1 == 1.0. Each distinct one is parsed once and then only its number
    is handled.
    """
    mixed = len(_ALIKE & set(map(type, values))) > 1
    told_apart = zip(map(type, values), values, strict=True) if mixed else values
    codes, distinct = pd.factorize(np.fromiter(told_apart, dtype=object, count=len(values)), use_na_sentinel=False)
    parse = _parser(field)
    known = [_parse(parse, each[1] if mixed else each) for each in distinct]
    column = _typed(field.kind, codes, [parsed.value for parsed in known])
    doubted = np.flatnonzero(np.array([parsed.code is not None for parsed in known], dtype=bool)[codes])
    return column, ((int(at), values[at], known[codes[at]]) for at in doubted)


def _parse(parse: Callable[[object], Parsed], given: object) -> Parsed:
    if given is None or (isinstance(given, str) and not given.strip()):
        return Parsed(None)
    code = broken(given)
    return Parsed(None, code) if code else parse(given)


_ALIKE = frozenset({bool, int, float})


def _typed(kind: Kind, codes: np.ndarray, known: Sequence[int | bool | str | None]) -> object:
    """The column of a kind: for each row, the known value of which it bears the number."""
    if kind is Kind.TEXT or kind is Kind.CHOICE:
        return pd.array(known, dtype="str").take(codes)  # type: ignore[call-overload]
    mask = np.array([value is None for value in known], dtype=bool)[codes]
    if kind is Kind.MARK:
        return pd.arrays.BooleanArray(np.array([bool(value) for value in known], dtype=bool)[codes], mask)
    return pd.arrays.IntegerArray(np.array([value or 0 for value in known], dtype="int64")[codes], mask)


# One parser a kind


def _parser(field: Field) -> Callable[[object], Parsed]:
    if field.kind is Kind.CHOICE:
        assert field.choices is not None
        return _choice_parser(field.choices)
    return _PARSERS[field.kind]


def _text(given: object) -> Parsed:
    if isinstance(given, float) and given.is_integer():
        return Parsed(str(int(given)))
    if isinstance(given, date):
        return Parsed(format_date(given))
    typed = str(given)
    if typed.isascii():
        return Parsed(clean(typed) or None)
    encoding, _ = detect(typed)
    if encoding is Encoding.UNICODE:
        return Parsed(clean(typed) or None)
    decoded = clean(decode(typed))
    return Parsed(decoded, Code.LEGACY_TEXT, decoded)


_LARGEST = 10**15


def _whole(code: Code) -> Callable[[object], Parsed]:
    def parse(given: object) -> Parsed:
        number = parse_number(given, whole=True)
        if number.value is None or number.percent:
            return _not_taken(number.readings, code)
        if number.value < 0:
            return Parsed(None, Code.TOO_SMALL, "0")
        if number.value.denominator != 1 or number.value > _LARGEST:
            return Parsed(None, code)
        return Parsed(int(number.value))

    return parse


def _decimal(kind: Kind, code: Code) -> Callable[[object], Parsed]:
    def parse(given: object) -> Parsed:
        number = parse_number(given, whole=False)
        if number.value is None:
            return _not_taken(number.readings, code)
        scaled = number.value * kind.scale
        if scaled.denominator != 1:
            return Parsed(None, Code.TOO_PRECISE, f"{len(str(kind.scale)) - 1} chữ số sau dấu phẩy")
        if abs(scaled) > _LARGEST:
            return Parsed(None, code)
        return Parsed(int(scaled))

    return parse


def _not_taken(readings: Sequence[Fraction], code: Code) -> Parsed:
    if len(readings) > 1:
        said = " hoặc ".join(format_exactly(reading, 3) for reading in readings)
        return Parsed(None, Code.AMBIGUOUS_NUMBER, said)
    return Parsed(None, code)


def _mark(given: object) -> Parsed:
    taken = parse_mark(decode(given) if isinstance(given, str) else given)
    if taken is Mark.UNKNOWN:
        return Parsed(None, Code.NOT_A_MARK)
    return Parsed(None if taken is Mark.BLANK else taken is Mark.YES)


def _year(given: object) -> Parsed:
    taken = parse_year(given)
    if taken.value is None:
        return Parsed(None, Code.NOT_A_YEAR)
    if taken.doubt and not isinstance(given, date):
        return Parsed(taken.value, Code.DATE_IN_DOUBT, str(taken.value))
    return Parsed(taken.value)


def _date(given: object) -> Parsed:
    taken = parse_date(given)
    if taken.value is None:
        return Parsed(None, Code.NOT_A_DATE)
    doubt = taken.doubt is not None or taken.precision != "day"
    said = format_date(taken.value)
    return Parsed(taken.value.toordinal(), Code.DATE_IN_DOUBT, said) if doubt else Parsed(taken.value.toordinal())


def _choice_parser(choices: Choices) -> Callable[[object], Parsed]:
    known = {
        key(spelling): entry.id for entry in choices.entries for spelling in (entry.label, entry.id, *entry.aliases)
    }
    labels = [entry.label for entry in choices.entries]

    def parse(given: object) -> Parsed:
        words = key(str(_text(given).value or ""))
        if words in known:
            return Parsed(known[words])
        close = nearest(str(given), labels)
        hint = f"; gần giống “{close}”" if close else ""
        return Parsed(None, Code.NOT_IN_LIST, close or labels[0], hint)

    return parse


_PARSERS: dict[Kind, Callable[[object], Parsed]] = {
    Kind.TEXT: _text,
    Kind.COUNT: _whole(Code.NOT_A_COUNT),
    Kind.MONEY: _whole(Code.NOT_MONEY),
    Kind.SCORE: _decimal(Kind.SCORE, Code.NOT_A_SCORE),
    Kind.NUMBER: _decimal(Kind.NUMBER, Code.NOT_A_NUMBER),
    Kind.MARK: _mark,
    Kind.YEAR: _year,
    Kind.DATE: _date,
}
