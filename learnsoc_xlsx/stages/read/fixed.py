"""Fixed sheets: a row is known by its label, and the value of a field stands in the column for values."""

from collections.abc import Iterator

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.printing import LABEL_HEADERS, LINE_TAGS, REASON_HEADER, VALUE_COLUMN, VALUE_HEADERS
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.stages.read.around.explanations import explanations
from learnsoc_xlsx.stages.read.around.labels import beside_lines, changed_label, lost_labels
from learnsoc_xlsx.stages.read.around.restored import restored
from learnsoc_xlsx.stages.read.around.strays import above_header, unknown_lines
from learnsoc_xlsx.stages.read.open_sheet import (
    HEADER_WITHIN,
    Lines,
    OpenSheet,
    as_printed,
    folded,
    is_filled,
    labels_of,
)
from learnsoc_xlsx.stages.read.reading import Reading, as_typed
from learnsoc_xlsx.vietnamese.letters import clean, key

_LABELS = frozenset(map(key, LABEL_HEADERS))
_VALUES = frozenset(map(key, VALUE_HEADERS))
_VALUE, _VALUE_TAG = key(VALUE_HEADERS[0]), LINE_TAGS[VALUE_COLUMN]
_REASON = key(REASON_HEADER)


def read_fixed(page: OpenSheet) -> Reading:
    """Take the one record of a fixed sheet out of an open sheet, and what explains it; nothing without a header (S03)."""
    lines = _lines(page)
    if lines is None:
        again = restored(page)
        absent = page.on_the_sheet(Code.HEADER_ABSENT, expected=VALUE_HEADERS[0])
        return again[1] + read_fixed(again[0]) if again else Reading(findings=(absent,))
    letter = column_letter(lines.values)
    layout = page.layout({name: f"{letter}{row + 1}" for name, row in lines.rows.items()})
    asked = {field.id: field for field in page.sheet.asked}
    record = tuple(page.typed(row, lines.values, asked[name]) for name, row in lines.rows.items())
    table = as_typed(page.sheet, page.submission, layout, list(lines.rows), [0], [record])
    return Reading((table,), tuple(_doubts(page, lines))) + explanations(page, lines.reasons, lines.rows)


def _lines(page: OpenSheet) -> Lines | None:
    header = _header(page)
    if header is None:
        return None
    index, label_at, value_at = header
    reasons = next((at for at, head in enumerate(page.rows[index]) if folded(head) == _REASON), None)
    return Lines(index, label_at, value_at, reasons, _field_rows(page, index, label_at))


def _header(page: OpenSheet) -> tuple[int, int, int] | None:
    """Return the header's row index, its label column and its value column."""
    for index, row in enumerate(page.rows[:HEADER_WITHIN]):
        words = [folded(cell) for cell in row]
        label = next((at for at, word in enumerate(words) if word in _LABELS), None)
        values = [at for at, word in enumerate(words) if word in _VALUES]
        if label is not None and values:
            tagged = [at for at in values if index and page.cell(index - 1, at) == _VALUE_TAG]
            return index, label, min(values, key=lambda at: (words[at] != _VALUE, at not in tagged))
    return None


def _field_rows(page: OpenSheet, header: int, label_at: int) -> dict[str, int]:
    """Return the row index of each field: where its label stands, else where its id stands in any column."""
    labels = labels_of(page.sheet)
    ids = set(labels.values())
    by_label: dict[str, int] = {}
    by_tag: dict[str, int] = {}
    for index in range(header + 1, len(page.rows)):
        field = labels.get(as_printed(page.cell(index, label_at)))
        if field is not None:
            by_label.setdefault(field, index)
        for cell in page.rows[index]:
            if isinstance(cell, str) and cell in ids:
                by_tag.setdefault(cell, index)
    taken = set(by_label.values())
    return by_label | {field: row for field, row in by_tag.items() if field not in by_label and row not in taken}


# What is said of the sheet


def _doubts(page: OpenSheet, lines: Lines) -> Iterator[Finding]:
    """What stands elsewhere than it was printed, or where nothing was."""
    labels = labels_of(page.sheet)
    for field in page.sheet.asked:
        if field.id not in lines.rows:
            yield page.on_the_sheet(Code.ROW_LABEL_ABSENT, field.id, expected=field.label)
    lost = [row for row in lines.rows.values() if not is_filled(page.cell(row, lines.labels))]
    yield from lost_labels(page, lines, lost)
    for name, row in lines.rows.items():
        if row not in lost and labels.get(as_printed(page.cell(row, lines.labels))) != name:
            yield from changed_label(page, name, row, lines.labels)
    yield from _other_values(page, lines)
    yield from unknown_lines(page, lines)
    yield from beside_lines(page, lines)
    yield from above_header(page, lines.header)


def _other_values(page: OpenSheet, lines: Lines) -> Iterator[Finding]:
    """Name each further column that is headed like the one for values, and holds something: it is not read."""
    for at, head in enumerate(page.rows[lines.header]):
        if at == lines.values or folded(head) not in _VALUES:
            continue
        if filled := sum(map(is_filled, page.column(at, lines.header + 1))):
            extra = f" ({filled} ô có nội dung)"
            yield page.at_cell(Code.UNKNOWN_COLUMN, lines.header, at, given=clean(str(head)), extra=extra)
