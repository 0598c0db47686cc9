"""Fixed sheets: a row is known by its label, and the value of a field stands in the column for values."""

from collections.abc import Iterator
from dataclasses import replace

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import LABEL_HEADERS, LINE_TAGS, REASON_HEADER, VALUE_COLUMN, VALUE_HEADERS
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import RawTable
from learnsoc_xlsx.stages.read.explanations import written_reasons
from learnsoc_xlsx.stages.read.grid import HEADER_WITHIN, Rows, cell_at, folded, is_filled, labels_of
from learnsoc_xlsx.stages.read.labels import beside_lines, changed_label
from learnsoc_xlsx.stages.read.strays import above_header, unknown_lines
from learnsoc_xlsx.vietnamese.letters import clean, key

_LABELS = frozenset(map(key, LABEL_HEADERS))
_VALUES = frozenset(map(key, VALUE_HEADERS))
_VALUE, _VALUE_TAG = key(VALUE_HEADERS[0]), LINE_TAGS[VALUE_COLUMN]
_REASON = key(REASON_HEADER)


def read_fixed(rows: Rows, sheet: Sheet, name: str, submission: Submission) -> tuple[RawTable | None, list[Finding]]:
    """Take the one record of a fixed sheet out of the sheet that the file calls `name`; nothing without a header (S03)."""
    page = Place(submission.file, name)
    header = _header(rows)
    if header is None:
        return None, [blame(submission, Code.HEADER_ABSENT, page, expected=VALUE_HEADERS[0])]
    index, label_at, value_at = header
    labels = labels_of(sheet)
    stands = _field_rows(rows, index, label_at, labels)
    anchors = {field: f"{column_letter(value_at)}{row + 1}" for field, row in stands.items()}
    values: dict[str, list[object]] = {field: [cell_at(rows[row], value_at)] for field, row in stands.items()}
    findings = [
        blame(submission, Code.ROW_LABEL_ABSENT, page, expected=field.label, field=field.id)
        for field in sheet.asked
        if field.id not in stands
    ]
    reason_at = next((at for at, head in enumerate(rows[index]) if folded(head) == _REASON), None)
    layout = Layout(submission.file, name, anchors)
    if reason_at is not None:
        reasons, said = written_reasons(rows, reason_at, stands, layout, submission)
        layout = replace(layout, reasons=reasons, reason_column=column_letter(reason_at))
        findings += said
    for field, row in stands.items():
        if labels.get(folded(cell_at(rows[row], label_at))) != field:
            findings += changed_label(sheet, field, rows, (row, label_at), page, submission)
    findings += _other_values(rows, header, page, submission)
    findings += unknown_lines(rows, header, set(stands.values()), sheet, layout, submission)
    findings += beside_lines(rows, header, stands, sheet, layout, submission)
    findings += above_header(rows, index, sheet, layout, submission)
    return RawTable(submission.number, sheet, layout, [0], values), findings


def _header(rows: Rows) -> tuple[int, int, int] | None:
    """Return the header's row index, its label column and its value column."""
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        words = [folded(cell) for cell in row]
        label = next((at for at, word in enumerate(words) if word in _LABELS), None)
        values = [at for at, word in enumerate(words) if word in _VALUES]
        if label is not None and values:
            tags = rows[index - 1] if index else []
            return index, label, min(values, key=lambda at: (words[at] != _VALUE, cell_at(tags, at) != _VALUE_TAG))
    return None


def _other_values(rows: Rows, header: tuple[int, int, int], page: Place, submission: Submission) -> Iterator[Finding]:
    """Name each further column that is headed like the one for values, and holds something: it is not read."""
    index, _, value_at = header
    for at, head in enumerate(rows[index]):
        filled = sum(1 for row in rows[index + 1 :] if is_filled(cell_at(row, at)))
        if at != value_at and folded(head) in _VALUES and filled:
            place = replace(page, cell=f"{column_letter(at)}{index + 1}")
            extra = f" ({filled} ô có nội dung)"
            yield blame(submission, Code.UNKNOWN_COLUMN, place, given=clean(str(head)), extra=extra)


def _field_rows(rows: Rows, header: int, label_at: int, labels: dict[str, str]) -> dict[str, int]:
    """Return the row index of each field: where its label stands, else where its id stands in any column."""
    ids = set(labels.values())
    by_label: dict[str, int] = {}
    by_tag: dict[str, int] = {}
    for index in range(header + 1, len(rows)):
        row = rows[index]
        field = labels.get(folded(cell_at(row, label_at)))
        if field is not None:
            by_label.setdefault(field, index)
        for cell in row:
            if isinstance(cell, str) and cell in ids:
                by_tag.setdefault(cell, index)
    taken = set(by_label.values())
    return by_label | {field: row for field, row in by_tag.items() if field not in by_label and row not in taken}
