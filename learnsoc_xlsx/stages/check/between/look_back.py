"""Look back: a figure far from the same unit's last year's is asked about, unless the unit said why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.frames import Records, exact
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.explanations import EXPLAINED, REASON, explanations_of
from learnsoc_xlsx.model.form.form import Field, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_Amount = int | Fraction
_Figures = dict[tuple[str, str, int], _Amount]
"""By field, unit and year."""


@dataclass(frozen=True)
class _Reason:
    """What a unit wrote beside a figure, and where."""

    text: str
    place: Place


_JUMPS = (Code.JUMP, Code.JUMP_IN_LIST)
_Reasons = Mapping[tuple[int, str], _Reason]
"""By submission and field."""


def look_back(evidence: Evidence) -> Iterator[Finding]:
    """Compare the figures that have a tolerance with those that the same unit gave the year before, both as accepted.

    A unit that took over another is compared with itself alone. A cell that is spoken of already, or a sheet that is
    doubted as a whole, is not spoken of twice. Every reason that a unit gave is repeated in a note, whether or not its
    figure is a jump.
    """
    fixed = [table for table in evidence.accepted if table.sheet.kind is SheetKind.FIXED]
    figures = _figures(fixed, evidence.submissions)
    for table in fixed:
        reasons = _reasons(table, evidence.accepted)
        for number in table.layouts:
            for finding in _of_return(table, evidence.submissions[number], figures, reasons):
                if finding.code not in _JUMPS or not _spoken_of(finding, evidence):
                    yield finding


def _spoken_of(jump: Finding, evidence: Evidence) -> bool:
    causes, sheet = evidence.causes, jump.place.sheet
    return bool(causes.of(jump.submission, sheet, jump.field)) or causes.doubt(jump.submission, sheet)


def _figures(fixed: Sequence[Table], submissions: Mapping[int, Submission]) -> _Figures:
    figures: _Figures = {}
    for table in fixed:
        for field in (field for field in table.sheet.asked if field.tolerance):
            for number, value in _given(table, field):
                figures[field.id, submissions[number].unit, submissions[number].year] = value
    return figures


def _given(table: Table, field: Field) -> Iterator[tuple[int, _Amount]]:
    for number, stored in zip(table.rows["submission"].tolist(), table.rows[field.id].tolist(), strict=True):
        value = exact(field.kind, stored)
        if value is not None:
            assert isinstance(value, int | Fraction), "only a number has a tolerance"
            yield number, value


def _reasons(figures: Table, tables: Sequence[Table]) -> _Reasons:
    """What was written beside the figures of one sheet."""
    key = explanations_of(figures.sheet).key
    reasons: dict[tuple[int, str], _Reason] = {}
    for table in (table for table in tables if table.sheet.key == key):
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            if record[REASON.id] is not None:
                place = table.layouts[record["submission"]].place(REASON.id, record["row"])
                reasons[record["submission"], record[EXPLAINED]] = _Reason(record[REASON.id], place)
    return reasons


def _of_return(table: Table, sent: Submission, figures: _Figures, reasons: _Reasons) -> Iterator[Finding]:
    for field in table.sheet.asked:
        jump, reason = _jump(field, sent, figures), reasons.get((sent.number, field.id))
        if jump and reason:
            yield Finding(
                Code.JUMP_EXPLAINED,
                reason.place,
                sent.number,
                field.id,
                given=jump.given,
                expected=jump.before,
                other=reason.text,
            )
        elif jump:
            yield Finding(
                Code.JUMP_IN_LIST if field.said_by else Code.JUMP,
                table.layouts[sent.number].place(field.id),
                sent.number,
                field.id,
                given=jump.given,
                expected=jump.before,
                other=jump.factor,
                extra=jump.source,
            )
        elif reason:
            yield Finding(Code.REASON_GIVEN, reason.place, sent.number, field.id, given=reason.text)


@dataclass(frozen=True)
class _Jump:
    """A jump in words: this year's figure, last year's, how many times it may be that, and who says so."""

    given: str
    before: str
    factor: str
    source: str


def _jump(field: Field, sent: Submission, figures: _Figures) -> _Jump | None:
    now, last = (figures.get((field.id, sent.unit, year)) for year in (sent.year, sent.year - 1))
    tolerance = field.tolerance
    if tolerance is None or now is None or last is None or not tolerance.is_jump(last, now):
        return None
    return _Jump(format_exactly(now), format_exactly(last), format_exactly(tolerance.factor), tolerance.source)
