"""Read: find each table of a form by its headers and labels, and take its cells with their addresses.

Nothing is found by position: a column is known by its header (or, failing that, by the hidden tag above it), a row of
a fixed sheet by its label (or its tag). Row numbers are those of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.forms import GUIDE_SHEET, LIST_SHEET, REVIEW_SHEET, STAMP_SHEET, Field, Form, Sheet, SheetKind
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.printing import LABEL_HEADERS, LINE_TAGS, REASON_HEADER, VALUE_COLUMN, VALUE_HEADERS
from learnsoc_xlsx.model.submissions import Submission
from learnsoc_xlsx.model.tables import RawTable
from learnsoc_xlsx.stages.error_cells import ErrorCells
from learnsoc_xlsx.stages.grid import Rows, blame, cell_at, folded, is_filled
from learnsoc_xlsx.stages.printed import beside_lines, changed_label
from learnsoc_xlsx.stages.reasons import written_reasons
from learnsoc_xlsx.stages.signature import signature
from learnsoc_xlsx.stages.strays import (
    NUMBERING,
    above_header,
    is_stray,
    nameless_columns,
    stray,
    unknown_lines,
    unread_columns,
)
from learnsoc_xlsx.vietnamese.letters import clean, key

Cells = tuple[object, ...]

_HEADER_WITHIN = 60
_TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng chung", "toàn thôn"})
_TOTALS_OF = ("tổng cộng ", "cộng chung ")
"""What follows these says what was added up: “Tổng cộng: 3 khoản”, “Tổng cộng (đồng)”."""
_TOTALS_BEGIN = frozenset(words[0] for words in _TOTALS)
_LETTER = re.compile(r"[^\W\d_]")
_LABELS = frozenset(map(key, LABEL_HEADERS))
_VALUES = frozenset(map(key, VALUE_HEADERS))
_VALUE, _VALUE_TAG = key(VALUE_HEADERS[0]), LINE_TAGS[VALUE_COLUMN]
_REASON = key(REASON_HEADER)
_OWN_SHEETS = frozenset({STAMP_SHEET, key(LIST_SHEET), key(GUIDE_SHEET), key(REVIEW_SHEET)})


def read(
    book: CalamineWorkbook, errors: ErrorCells, form: Form, submission: Submission
) -> tuple[list[RawTable], list[Finding]]:
    """Read every table that a form declares out of one open workbook.

    `errors` are the error values that the workbook gives as blanks; they are read as what they say. Returns the tables
    found and the findings of structure (S…). A sheet that is not there, or is damaged (F02), leaves no table.
    """
    taken = {sheet.id: _name_of(sheet, book.sheet_names) for sheet in form.sheets}
    tables: list[RawTable] = []
    findings: list[Finding] = []
    for sheet in form.sheets:
        name = taken[sheet.id]
        if name is None:
            findings.append(blame(submission, Code.SHEET_ABSENT, Place(submission.file), expected=sheet.name))
            continue
        rows = _rows(book, name)
        if rows is None:
            place = Place(submission.file, name)
            findings.append(blame(submission, Code.UNREADABLE, place, given=f"trang “{sheet.name}” bị hỏng"))
            continue
        for (row, column), said_there in errors.get(name, {}).items():
            _put(rows, row, column, said_there)
        take = _list if sheet.kind is SheetKind.LIST else _fixed
        table, said = take(rows, sheet, name, submission)
        findings += said
        if table is not None:
            tables.append(table)
    return tables, findings + list(_extra_sheets(book.sheet_names, set(taken.values()), submission))


def _name_of(sheet: Sheet, names: Sequence[str]) -> str | None:
    """How a file calls a sheet: as it was printed, else the first name that comes to the same."""
    alike = [name for name in names if key(name) == key(sheet.name)]
    return sheet.name if sheet.name in alike else next(iter(alike), None)


def _rows(book: CalamineWorkbook, name: str) -> Rows | None:
    """Return every cell of a sheet, or None when the file is damaged there: a sheet is only looked into when asked for."""
    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[return-value]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # the reader's own errors share no ancestor, and its panics are no Exception
        return None


def _put(rows: Rows, row: int, column: int, text: str) -> None:
    """Put a text at a place, which may lie beyond all that the reader gave."""
    width = max(len(rows[0]) if rows else 0, column + 1)
    rows.extend([] for _ in range(row + 1 - len(rows)))
    for each in rows:
        each.extend([""] * (width - len(each)))
    rows[row][column] = text


def _extra_sheets(names: Sequence[str], taken: set[str | None], submission: Submission) -> Iterator[Finding]:
    for name in names:
        if name not in taken and name not in _OWN_SHEETS and key(name) not in _OWN_SHEETS:
            yield blame(submission, Code.UNKNOWN_SHEET, Place(submission.file, name), given=name)


@lru_cache(maxsize=512)
def _labels(sheet: Sheet) -> dict[str, str]:
    """Every label a field has or had, folded, and its id, to the field's id."""
    labels: dict[str, str] = {}
    for field in sheet.asked:
        for label in (field.label, *field.former):
            labels[key(label)] = field.id
    return labels


# Lists


def _list(rows: Rows, sheet: Sheet, name: str, submission: Submission) -> tuple[RawTable | None, list[Finding]]:
    labels = _labels(sheet)
    header = _header_row(rows, labels)
    if header is None:
        first = sheet.subject.label
        return None, [blame(submission, Code.HEADER_ABSENT, Place(submission.file, name), expected=first)]
    columns, findings = _columns(rows, header, sheet, name, submission)
    layout = Layout(submission.file, name, {field: column_letter(at) for field, at in columns.items()})
    findings += above_header(rows, header, sheet, layout, submission)
    kept, ignored, said = _records(rows, header, columns, sheet, layout, submission)
    body = dict(zip(columns, map(list, zip(*kept.values(), strict=True)), strict=True)) if kept else {}
    table = RawTable(submission.number, sheet, layout, [index + 1 for index in kept], body, ignored)
    return table, findings + said


def _header_row(rows: Rows, labels: dict[str, str]) -> int | None:
    """Return the index of the row in which most labels stand: at least half of them, or two."""
    best, most = None, min(2, len(labels)) - 1
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        known = sum(1 for cell in row if folded(cell) in labels)
        if known > most:
            best, most = index, known
        if most >= len(set(labels.values())):
            break
    return best


def _columns(
    rows: Rows, header: int, sheet: Sheet, name: str, submission: Submission
) -> tuple[dict[str, int], list[Finding]]:
    labels = _labels(sheet)
    columns: dict[str, int] = {}
    strangers: list[int] = []
    findings: list[Finding] = []
    for at, cell in enumerate(rows[header]):
        field = labels.get(folded(cell))
        if field is None:
            strangers.append(at)
        elif field in columns:
            place = Place(submission.file, name, f"{column_letter(at)}{header + 1}")
            findings.append(blame(submission, Code.COLUMN_TWICE, place, given=clean(str(cell))))
        else:
            columns[field] = at
    tags = rows[header - 1] if header else []
    for at in strangers:
        tag = cell_at(tags, at)
        if isinstance(tag, str) and tag not in columns and any(tag == field.id for field in sheet.asked):
            columns[tag] = at
            findings += changed_label(sheet, tag, rows, (header, at), Place(submission.file, name), submission)
    strangers = [at for at in strangers if at not in columns.values()]
    lacking = [field.label for field in sheet.asked if field.id not in columns]
    findings += unread_columns(rows, header, strangers, lacking, Place(submission.file, name), submission)
    findings += nameless_columns(rows, header, columns, strangers, Place(submission.file, name), submission)
    findings += _absent(sheet.asked, columns, Place(submission.file, name, f"{header + 1}:{header + 1}"), submission)
    return columns, findings


def _absent(fields: Iterable[Field], found: dict[str, int], place: Place, submission: Submission) -> Iterator[Finding]:
    for field in fields:
        if field.id not in found:
            yield blame(submission, Code.COLUMN_ABSENT, place, expected=field.label, field=field.id)


def _records(
    rows: Rows, header: int, columns: dict[str, int], sheet: Sheet, layout: Layout, submission: Submission
) -> tuple[dict[int, Cells], list[tuple[int, str]], list[Finding]]:
    """Part the rows under the header into records (index to cells), and rows that are none (with the reason)."""
    taken = _taker(tuple(columns.values()))
    blank, heads = ("",) * len(columns), taken(rows[header])
    first = columns.get(sheet.subject.id, 0)
    numbering = [at for at, cell in enumerate(rows[header]) if folded(cell) in NUMBERING]
    beside = [
        at
        for at, cell in enumerate(rows[header])
        if at not in columns.values() and (at in numbering or not is_filled(cell))
    ]
    kept: dict[int, Cells] = {}
    ignored: list[tuple[int, str]] = []
    findings: list[Finding] = []
    for index in range(header + 1, len(rows)):
        row = rows[index]
        cells = taken(row)
        if cells == heads:
            again = blame(submission, Code.HEADER_AGAIN, _line(layout, index))
            findings.append(again)
            ignored.append((index + 1, again.message))
            continue
        if cells != blank and not _is_total(row, first):
            kept[index] = cells
            findings += [stray(submission, layout, index, at, row[at]) for at in beside if is_stray(row[at])]
            continue
        said = [
            str(cell)
            for at, cell in enumerate(row)
            if isinstance(cell, str) and is_filled(cell) and (at not in numbering or is_stray(cell))
        ]
        if said:
            code = Code.TOTAL_ROW if cells != blank else Code.STRAY_TEXT
            finding = blame(submission, code, _line(layout, index), given=clean(said[0])[:60])
            findings.append(finding)
            ignored.append((index + 1, finding.message))
    for index, words in signature(kept, header).items():
        del kept[index]
        said_there = blame(submission, Code.SIGNATURE, _line(layout, index), given=words[:60])
        findings.append(said_there)
        ignored.append((index + 1, said_there.message))
    return kept, ignored, findings


def _line(layout: Layout, index: int) -> Place:
    """A whole row of a file, counted from 0."""
    return Place(layout.file, layout.sheet, f"{index + 1}:{index + 1}")


def _taker(wanted: tuple[int, ...]) -> Callable[[list[object]], Cells]:
    """Return what takes the wanted cells out of a row; the reader gives rows of one length."""
    if len(wanted) == 1:
        return lambda row: (row[wanted[0]],)
    return itemgetter(*wanted)


def _is_total(row: list[object], first: int) -> bool:
    """Whether a row only adds up others: “Cộng” stands in its first column or before it."""
    return any(isinstance(cell, str) and _says_total(cell) for cell in row[: first + 1])


def _says_total(text: str) -> bool:
    """Fold only what begins like a total: most cells here are names, each seen once."""
    begins = _LETTER.search(text)
    if begins is None or begins[0].casefold() not in _TOTALS_BEGIN:
        return False
    words = folded(text)
    return words in _TOTALS or words.startswith(_TOTALS_OF)


# Fixed sheets


def _fixed(rows: Rows, sheet: Sheet, name: str, submission: Submission) -> tuple[RawTable | None, list[Finding]]:
    header = _fixed_header(rows)
    if header is None:
        place = Place(submission.file, name)
        return None, [blame(submission, Code.HEADER_ABSENT, place, expected=VALUE_HEADERS[0])]
    index, label_at, value_at = header
    labels = _labels(sheet)
    stands = _field_rows(rows, index, label_at, labels)
    anchors = {field: f"{column_letter(value_at)}{row + 1}" for field, row in stands.items()}
    values: dict[str, list[object]] = {field: [cell_at(rows[row], value_at)] for field, row in stands.items()}
    findings = [
        blame(submission, Code.ROW_LABEL_ABSENT, Place(submission.file, name), expected=field.label, field=field.id)
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
            findings += changed_label(sheet, field, rows, (row, label_at), Place(submission.file, name), submission)
    findings += _other_values(rows, header, Place(submission.file, name), submission)
    findings += unknown_lines(rows, header, set(stands.values()), sheet, layout, submission)
    findings += beside_lines(rows, header, stands, sheet, layout, submission)
    findings += above_header(rows, index, sheet, layout, submission)
    return RawTable(submission.number, sheet, layout, [0], values), findings


def _fixed_header(rows: Rows) -> tuple[int, int, int] | None:
    """Return the header's row index, its label column and its value column."""
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
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
