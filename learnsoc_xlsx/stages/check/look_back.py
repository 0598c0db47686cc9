"""Look back: a figure far from the same unit's last year's is asked about, unless the unit said why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.frames import exact
from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Field, SheetKind
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.legacy.legacy import Encoding, decode, detect
from learnsoc_xlsx.vietnamese.letters import clean
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_Amount = int | Fraction
_Figures = dict[tuple[str, str, int], _Amount]
"""By field, unit and year."""


def look_back(tables: Sequence[Table], submissions: Mapping[int, Submission], told: Sequence[Finding]) -> list[Finding]:
    """Compare the figures that have a tolerance with those that the same unit gave the year before, both as accepted.

    A unit that took over another is compared with itself alone. A cell in `told`, or a sheet that is doubted there as a
    whole, is not spoken of twice. Every reason that a unit gave is repeated in a note, whether or not its figure is a jump.
    """
    fixed = [table for table in tables if table.sheet.kind is SheetKind.FIXED]
    known: _Figures = {}
    for table in fixed:
        for field in (each for each in table.sheet.asked if each.tolerance):
            for number, value in _given(table, field):
                known[field.id, submissions[number].unit, submissions[number].year] = value
    spoken = {(each.submission, each.field) for each in told}
    doubted = {(each.submission, each.place.sheet) for each in told if each.is_about_a_sheet}
    return [
        found
        for table in fixed
        for number in table.layouts
        for found in _of_return(table, submissions[number], known)
        if found.code is not Code.JUMP
        or not ((number, found.field) in spoken or (number, found.place.sheet) in doubted)
    ]


def _given(table: Table, field: Field) -> Iterator[tuple[int, _Amount]]:
    filled = table.rows[["submission", field.id]].dropna()
    for number, stored in zip(filled["submission"], filled[field.id], strict=True):
        value = exact(field.kind, stored)
        assert isinstance(value, int | Fraction), "only a number has a tolerance"
        yield int(number), value


def _of_return(table: Table, sent: Submission, known: _Figures) -> Iterator[Finding]:
    layout = table.layouts[sent.number]
    for field in (each for each in table.sheet.asked if each.tolerance or each.id in layout.reasons):
        reason = _unicode(layout.reasons.get(field.id, ""))
        words = _jump(field, sent, known)
        if words and reason:
            yield _said(Code.JUMP_EXPLAINED, table, field, sent, words.given, words.before, reason)
        elif words:
            yield _said(Code.JUMP, table, field, sent, words.given, words.before, words.factor, words.source)
        elif reason:
            yield _said(Code.REASON_GIVEN, table, field, sent, reason)


@dataclass(frozen=True)
class _Jump:
    """A jump in words: this year's figure, last year's, how many times it may be that, and who says so."""

    given: str
    before: str
    factor: str
    source: str


def _jump(field: Field, sent: Submission, known: _Figures) -> _Jump | None:
    now, last = (known.get((field.id, sent.unit, year)) for year in (sent.year, sent.year - 1))
    tolerance = field.tolerance
    if tolerance is None or now is None or last is None or not tolerance.is_jump(last, now):
        return None
    return _Jump(format_exactly(now), format_exactly(last), format_exactly(tolerance.factor), tolerance.source)


def _said(code: Code, table: Table, field: Field, sent: Submission, *words: str) -> Finding:
    given, expected, other, extra = (*words, "", "", "")[:4]
    layout = table.layouts[sent.number]
    place = layout.place(field.id) if code is Code.JUMP else layout.reason_place(field.id)
    return Finding(code, place, given, expected, other, extra, sent.number, sent.unit, sent.year, field.id)


def _unicode(text: str) -> str:
    """What was written, read as it was meant where an old font was used."""
    return text if not text or detect(text)[0] is Encoding.UNICODE else clean(decode(text))
