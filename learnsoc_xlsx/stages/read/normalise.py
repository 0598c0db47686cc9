"""Normalise: turn what people typed into exact values, column by column, each distinct value once.

What cannot be understood, or can be understood in two ways, becomes a finding at its cell and an empty value.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd

from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.findings.in_column import in_column
from learnsoc_xlsx.model.form.form import Choices, Field, Kind
from learnsoc_xlsx.model.returns.lost import LostCells, LostColumn
from learnsoc_xlsx.model.returns.tables import Cell, Lost, Table
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.open_sheet import as_seen
from learnsoc_xlsx.vietnamese.counting.units import Measure
from learnsoc_xlsx.vietnamese.dates import format_date, parse_date, parse_year
from learnsoc_xlsx.vietnamese.legacy.legacy import Encoding, decode, detect
from learnsoc_xlsx.vietnamese.letters import clean, is_blank, key
from learnsoc_xlsx.vietnamese.marks import Mark, parse_mark
from learnsoc_xlsx.vietnamese.names import names_several
from learnsoc_xlsx.vietnamese.near import nearest
from learnsoc_xlsx.vietnamese.numbers import format_exactly, parse_number

_QUOTED = 80
"""Letters of what was typed that a finding repeats; the table keeps the whole."""


@dataclass(frozen=True)
class Parsed:
    """One typed value understood: `value` fits the frame (None: empty or not understood)."""

    value: int | bool | str | None
    code: Code | None = None
    expected: str = ""
    extra: str = ""
    percent: bool = False


def normalise(table: Table) -> tuple[Table, list[Finding]]:
    """Parse every column of a table as typed by its field's kind, and say what could not be understood, or only in doubt.

    Raises nothing for what people typed: a cell that is not understood is empty, and lost with its finding.
    """
    typed = dict(zip(table.rows.columns, table.rows.to_numpy(dtype=object).T.tolist(), strict=True))
    owners, lines = typed["submission"], typed["row"]
    rows: dict[str, object] = {name: table.rows[name].astype("int64") for name in ("submission", "row")}
    lost: dict[Cell, Lost] = {}
    percent: list[Cell] = []
    findings: list[Finding] = []
    columns: list[LostColumn] = []
    for field in table.sheet.asked:
        column = _column(field, typed[field.id])
        rows[field.id] = column.stored
        percent += [(owners[at], lines[at], field.id) for at in column.marked]
        for doubt in column.doubts(owners):
            number, where = doubt.submission, [lines[at] for at in doubt.at]
            findings_here = in_column(
                doubt.code, table.layouts[number], number, field.id, where, doubt.sayings, doubt.numbers
            )
            findings += findings_here
            if doubt.is_lost and findings_here[0].alike:
                columns.append(LostColumn(findings_here[0], doubt.typed))
            elif doubt.is_lost:
                lost |= {
                    (number, row, field.id): Lost(doubt.typed[own], one)
                    for row, own, one in zip(where, doubt.numbers, findings_here, strict=True)
                }
    whole = LostCells(lost, columns) if columns else lost
    return replace(table, rows=pd.DataFrame(rows), lost=whole, percent=frozenset(percent)), findings


@dataclass(frozen=True)
class _Doubt:
    """The cells of one submission in a column that are to be spoken of for one cause: their positions, which of the
    distinct values stands in each, and what of these is said, and was typed.
    """

    submission: int
    code: Code
    is_lost: bool
    at: list[int]
    numbers: list[int]
    sayings: list[Saying]
    typed: tuple[str, ...]


@dataclass(frozen=True)
class _Understood:
    """A column as it is stored, and as it was typed: which of its distinct values stands in each row, and how that was
    understood; `marked` is where a percent sign stands.
    """

    field: Field
    stored: object
    codes: list[int]
    distinct: list[object]
    understood: list[Parsed]
    marked: list[int]

    def doubts(self, owners: Sequence[int]) -> Iterator[_Doubt]:
        """Yield what is to be spoken of, by submission and cause, in the order in which it is met."""
        causes: dict[tuple[int, Code, bool], list[int]] = {}
        doubted = _bearers(self.codes, (at for at, parsed in enumerate(self.understood) if parsed.code is not None))
        for at in doubted:
            parsed = self.understood[self.codes[at]]
            assert parsed.code is not None
            causes.setdefault((owners[at], parsed.code, parsed.value is None), []).append(at)
        for (submission, code, is_lost), cells in causes.items():
            own = {value: number for number, value in enumerate(dict.fromkeys(self.codes[at] for at in cells))}
            typed = tuple(as_seen(self.distinct[value]) for value in own)
            sayings = [self._saying(value) for value in own]
            yield _Doubt(submission, code, is_lost, cells, [own[self.codes[at]] for at in cells], sayings, typed)

    def _saying(self, value: int) -> Saying:
        parsed = self.understood[value]
        return Saying(as_seen(self.distinct[value])[:_QUOTED], parsed.expected, self.field.label, parsed.extra)


def _column(field: Field, values: list[object]) -> _Understood:
    """Return a column understood.

    Values are told apart by type as well: True == 1 == 1.0. Each distinct one is parsed once and then only its number
    is handled.
    """
    numbers: dict[tuple[type, object], int] = {}
    told_apart = zip(map(type, values), values, strict=True)
    codes = [numbers.setdefault(value, len(numbers)) for value in told_apart]
    parse = _parser(field)
    understood = [_parse(parse, typed) for _, typed in numbers]
    stored = _typed(field.kind, codes, [parsed.value for parsed in understood])
    marked = _bearers(codes, (number for number, parsed in enumerate(understood) if parsed.percent))
    return _Understood(field, stored, codes, [typed for _, typed in numbers], understood, marked)


def _bearers(codes: Sequence[int], wanted: Iterable[int]) -> list[int]:
    """The positions at which one of some numbers stands."""
    sought = frozenset(wanted)
    return [at for at, code in enumerate(codes) if code in sought] if sought else []


def _parse(parse: Callable[[object], Parsed], given: object) -> Parsed:
    if given is None or (isinstance(given, str) and is_blank(given)):
        return Parsed(None)
    code = broken(given)
    return Parsed(None, code) if code else parse(given)


def _typed(kind: Kind, codes: Sequence[int], distinct: Sequence[int | bool | str | None]) -> object:
    """The column of a kind: for each row, the known value of which it bears the number."""
    values = [distinct[code] for code in codes]
    if kind is Kind.TEXT or kind is Kind.CHOICE:
        return pd.array(values, dtype="str")  # type: ignore[call-overload]
    mask = np.array([value is None for value in values], dtype=bool)
    if kind is Kind.MARK:
        return pd.arrays.BooleanArray(np.array([bool(value) for value in values], dtype=bool), mask)
    return pd.arrays.IntegerArray(np.array([value or 0 for value in values], dtype="int64"), mask)


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


_PARSERS: dict[Kind, Callable[[object], Parsed]] = {
    Kind.TEXT: _text,
    Kind.COUNT: _whole(Code.NOT_A_COUNT, (Measure.NONE, Measure.COUNTED)),
    Kind.MONEY: _whole(Code.NOT_MONEY, (Measure.NONE, Measure.MONEY, Measure.SCALE)),
    Kind.SCORE: _decimal(Kind.SCORE, Code.NOT_A_SCORE),
    Kind.NUMBER: _decimal(Kind.NUMBER, Code.NOT_A_NUMBER),
    Kind.MARK: _mark,
    Kind.DATE: _date,
}
