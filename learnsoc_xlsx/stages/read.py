"""Read: find each table of a form by its headers and labels, and take its cells with their addresses.

Nothing is found by position: a column is known by its header (or, failing that, by the hidden tag above it), a row of
a fixed sheet by its label (or its tag). Row numbers are those of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.forms import GUIDE_SHEET, LIST_SHEET, REVIEW_SHEET, STAMP_SHEET, Field, Form, Sheet, SheetKind
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.printing import (
    HELP_HEADER,
    LABEL_HEADERS,
    LAST_YEAR_HEADER,
    NUMBERING_HEADERS,
    SIGNERS,
    UNIT_HEADER,
    VALUE_HEADERS,
)
from learnsoc_xlsx.model.submissions import Submission
from learnsoc_xlsx.model.tables import RawTable
from learnsoc_xlsx.stages.error_cells import ErrorCells
from learnsoc_xlsx.vietnamese.letters import clean, key, nearest

Rows = list[list[object]]
Cells = tuple[object, ...]

_HEADER_WITHIN = 60
_TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng chung", "toàn thôn"})
_TOTALS_OF = ("tổng cộng ", "cộng chung ")
"""What follows these says what was added up: “Tổng cộng: 3 khoản”, “Tổng cộng (đồng)”."""
_TOTALS_BEGIN = frozenset(words[0] for words in _TOTALS)
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERING = frozenset(map(key, NUMBERING_HEADERS))
_LABELS = frozenset(map(key, LABEL_HEADERS))
_VALUES = frozenset(map(key, VALUE_HEADERS))
_UNIT = key(UNIT_HEADER)
_HELP = key(HELP_HEADER)
_PRINTED_BESIDE = _NUMBERING | {key(LAST_YEAR_HEADER)}
_TAGS = frozenset({"number", "label", "unit", "value", "help", "last_year", "field"})
"""What the hidden row of a fixed sheet says above its columns."""
_SIGNERS = frozenset(map(key, SIGNERS))
_OWN_SHEETS = frozenset({STAMP_SHEET, key(LIST_SHEET), key(GUIDE_SHEET), key(REVIEW_SHEET)})


def read(
    book: CalamineWorkbook, errors: ErrorCells, form: Form, submission: Submission
) -> tuple[list[RawTable], list[Finding]]:
    """Read every table that a form declares out of one open workbook.

    `errors` are the error values that the workbook gives as blanks; they are read as what they say. Returns the tables found and the findings of structure (S…). A sheet that is not there leaves no table.
    """
    names = {key(name): name for name in book.sheet_names}
    tables: list[RawTable] = []
    findings: list[Finding] = []
    for sheet in form.sheets:
        name = names.get(key(sheet.name))
        if name is None:
            findings.append(_said(submission, Code.SHEET_ABSENT, Place(submission.file), expected=sheet.name))
            continue
        rows: Rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[assignment]
        for (row, column), said_there in errors.get(name, {}).items():
            _put(rows, row, column, said_there)
        take = _list if sheet.kind is SheetKind.LIST else _fixed
        table, said = take(rows, sheet, name, submission)
        findings += said
        if table is not None:
            tables.append(table)
    return tables, findings + list(_extra_sheets(names, form, submission))


def _put(rows: Rows, row: int, column: int, text: str) -> None:
    """Put a text at a place, which may lie beyond all that the reader gave."""
    width = max(len(rows[0]) if rows else 0, column + 1)
    rows.extend([] for _ in range(row + 1 - len(rows)))
    for each in rows:
        each.extend([""] * (width - len(each)))
    rows[row][column] = text


def _extra_sheets(names: dict[str, str], form: Form, submission: Submission) -> Iterator[Finding]:
    known = {key(sheet.name) for sheet in form.sheets} | _OWN_SHEETS
    for folded, name in names.items():
        if folded not in known and name not in known:
            yield _said(submission, Code.UNKNOWN_SHEET, Place(submission.file, name), given=name)


def _said(submission: Submission, code: Code, place: Place, **words: str) -> Finding:
    about = Finding(code, place, submission=submission.number, unit=submission.unit, year=submission.year)
    return replace(about, **words)  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return key(text)


def _words(cell: object) -> str:
    return _folded(cell) if isinstance(cell, str) and cell else ""


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
        return None, [_said(submission, Code.HEADER_ABSENT, Place(submission.file, name), expected=first)]
    columns, findings = _columns(rows, header, sheet, name, submission)
    layout = Layout(submission.file, name, {field: column_letter(at) for field, at in columns.items()})
    findings += _above(rows, header, sheet, layout, submission)
    kept, ignored, said = _records(rows, header, columns, sheet, layout, submission)
    body = dict(zip(columns, map(list, zip(*kept.values(), strict=True)), strict=True)) if kept else {}
    table = RawTable(submission.number, sheet, layout, [index + 1 for index in kept], body, ignored)
    return table, findings + said


def _header_row(rows: Rows, labels: dict[str, str]) -> int | None:
    """Return the index of the row in which most labels stand: at least half of them, or two."""
    best, most = None, min(2, len(labels)) - 1
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        known = sum(1 for cell in row if _words(cell) in labels)
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
        field = labels.get(_words(cell))
        if field is None:
            strangers.append(at)
        elif field in columns:
            place = Place(submission.file, name, f"{column_letter(at)}{header + 1}")
            findings.append(_said(submission, Code.COLUMN_TWICE, place, given=clean(str(cell))))
        else:
            columns[field] = at
    tags = rows[header - 1] if header else []
    for at in strangers:
        tag = _cell(tags, at)
        if isinstance(tag, str) and tag not in columns and any(tag == field.id for field in sheet.asked):
            columns[tag] = at
    strangers = [at for at in strangers if at not in columns.values()]
    lacking = [field.label for field in sheet.asked if field.id not in columns]
    findings += _unread(rows, header, strangers, lacking, Place(submission.file, name), submission)
    findings += _nameless(rows, header, columns, strangers, Place(submission.file, name), submission)
    findings += _absent(sheet.asked, columns, Place(submission.file, name, f"{header + 1}:{header + 1}"), submission)
    return columns, findings


def _absent(fields: Iterable[Field], found: dict[str, int], place: Place, submission: Submission) -> Iterator[Finding]:
    for field in fields:
        if field.id not in found:
            yield _said(submission, Code.COLUMN_ABSENT, place, expected=field.label, field=field.id)


def _unread(
    rows: Rows, header: int, strangers: list[int], lacking: list[str], page: Place, submission: Submission
) -> Iterator[Finding]:
    """Name each column with a header of its own that no field bears, when something is written under it.

    `lacking` are the labels that no column bears: one that is close is offered, never taken.
    """
    for at in strangers:
        given = clean(str(_cell(rows[header], at)))
        filled = sum(1 for row in rows[header + 1 :] if _filled(_cell(row, at)))
        if _words(given) and _words(given) not in _NUMBERING and filled:
            close = nearest(given, lacking)
            extra = f" ({filled} ô có nội dung{f'; gần giống “{close}”' if close else ''})"
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            yield _said(submission, Code.UNKNOWN_COLUMN, place, given=given, extra=extra)


def _nameless(
    rows: Rows, header: int, columns: dict[str, int], strangers: list[int], page: Place, submission: Submission
) -> Iterator[Finding]:
    """Name each column without a header that holds numbers; before the first field these are running numbers."""
    for at in strangers:
        numbers = sum(1 for row in rows[header + 1 :] if _is_number(_cell(row, at)))
        if numbers and not _words(_cell(rows[header], at)) and at > min(columns.values(), default=0):
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            extra = f" ({numbers} ô có số)"
            yield _said(submission, Code.UNKNOWN_COLUMN, place, given="không có tiêu đề", extra=extra)


def _filled(cell: object) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _records(
    rows: Rows, header: int, columns: dict[str, int], sheet: Sheet, layout: Layout, submission: Submission
) -> tuple[dict[int, Cells], list[tuple[int, str]], list[Finding]]:
    """Part the rows under the header into records (index to cells), and rows that are none (with the reason)."""
    taken = _taker(tuple(columns.values()))
    blank, heads = ("",) * len(columns), taken(rows[header])
    first = columns.get(sheet.subject.id, 0)
    numbering = [at for at, cell in enumerate(rows[header]) if _words(cell) in _NUMBERING]
    beside = [
        at
        for at, cell in enumerate(rows[header])
        if at not in columns.values() and (at in numbering or not _words(cell))
    ]
    kept: dict[int, Cells] = {}
    ignored: list[tuple[int, str]] = []
    findings: list[Finding] = []
    for index in range(header + 1, len(rows)):
        row = rows[index]
        cells = taken(row)
        if cells == heads:
            again = _said(submission, Code.HEADER_AGAIN, Place(layout.file, layout.sheet, f"{index + 1}:{index + 1}"))
            findings.append(again)
            ignored.append((index + 1, again.message))
            continue
        if cells != blank and not _is_total(row, first):
            kept[index] = cells
            findings += [_stray(submission, layout, index, at, row[at]) for at in beside if _strays(row[at])]
            continue
        said = [
            str(cell)
            for at, cell in enumerate(row)
            if isinstance(cell, str) and _filled(cell) and (at not in numbering or _strays(cell))
        ]
        if said:
            code = Code.TOTAL_ROW if cells != blank else Code.STRAY_TEXT
            place = Place(layout.file, layout.sheet, f"{index + 1}:{index + 1}")
            finding = _said(submission, code, place, given=clean(said[0])[:60])
            findings.append(finding)
            ignored.append((index + 1, finding.message))
    return kept, ignored, findings


def _strays(cell: object) -> bool:
    """Whether something is written beside a record, where no column is: a running number is not."""
    return isinstance(cell, str) and bool(cell.strip(" .)")) and not cell.strip(" .)").isdecimal()


def _stray(submission: Submission, layout: Layout, index: int, at: int, cell: object) -> Finding:
    place = Place(layout.file, layout.sheet, f"{column_letter(at)}{index + 1}")
    return _said(submission, Code.STRAY_TEXT, place, given=clean(str(cell))[:60])


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
    words = _words(text)
    return words in _TOTALS or words.startswith(_TOTALS_OF)


def _cell(row: list[object], at: int) -> object:
    return row[at] if at < len(row) else ""


# Fixed sheets


def _fixed(rows: Rows, sheet: Sheet, name: str, submission: Submission) -> tuple[RawTable | None, list[Finding]]:
    header = _fixed_header(rows)
    if header is None:
        place = Place(submission.file, name)
        return None, [_said(submission, Code.HEADER_ABSENT, place, expected=VALUE_HEADERS[0])]
    index, label_at, value_at = header
    stands = _field_rows(rows, index, label_at, sheet)
    anchors = {field: f"{column_letter(value_at)}{row + 1}" for field, row in stands.items()}
    values: dict[str, list[object]] = {field: [_cell(rows[row], value_at)] for field, row in stands.items()}
    findings = [
        _said(submission, Code.ROW_LABEL_ABSENT, Place(submission.file, name), expected=field.label, field=field.id)
        for field in sheet.asked
        if field.id not in stands
    ]
    layout = Layout(submission.file, name, anchors)
    findings += _strangers(rows, header, set(stands.values()), sheet, layout, submission)
    findings += _beside(rows, header, stands, sheet, layout, submission)
    findings += _above(rows, index, sheet, layout, submission)
    return RawTable(submission.number, sheet, layout, [0], values), findings


def _strangers(
    rows: Rows, header: tuple[int, int, int], known: set[int], sheet: Sheet, layout: Layout, submission: Submission
) -> Iterator[Finding]:
    """Name each line that somebody added: a value, or a label, where the form has none."""
    index, label_at, value_at = header
    headings = {key(field.section) for field in sheet.asked} | {field.id for field in sheet.asked}
    signed = next((at for at, row in enumerate(rows) if _words(_cell(row, label_at)) in _SIGNERS), len(rows))
    for at in range(index + 1, len(rows)):
        label, value = _cell(rows[at], label_at), _cell(rows[at], value_at)
        if at in known:
            continue
        if _filled(value):
            place = Place(layout.file, layout.sheet, f"{column_letter(value_at)}{at + 1}")
            yield _said(submission, Code.UNKNOWN_LINE, place, given=clean(f"{label}: {value}").strip(": ")[:60])
        elif at < signed and _words(label) and _words(label) not in headings and label not in headings:
            yield _stray(submission, layout, at, label_at, label)


def _beside(
    rows: Rows,
    header: tuple[int, int, int],
    stands: dict[str, int],
    sheet: Sheet,
    layout: Layout,
    submission: Submission,
) -> Iterator[Finding]:
    """Name what is written where a fixed sheet prints nothing, in the place of a unit of measure, or (a number) of help."""
    index, label_at, value_at = header
    ids = {field.id for field in sheet.asked}
    units = {stands[field.id]: key(field.unit) for field in sheet.asked if field.id in stands}
    for at, head in enumerate(rows[index]):
        words = _words(head)
        if at in (label_at, value_at) or words in _PRINTED_BESIDE:
            continue
        for row in units if words == _UNIT else range(index + 1, len(rows)):
            cell = _cell(rows[row], at)
            printed = (words == _UNIT and _words(cell) == units[row]) or (words == _HELP and not _is_number(cell))
            if _filled(cell) and cell not in ids and not printed:
                yield _stray(submission, layout, row, at, cell)


def _above(rows: Rows, header: int, sheet: Sheet, layout: Layout, submission: Submission) -> Iterator[Finding]:
    """Name what is written above the header; the form's own words stand in the first column there, and in the tags."""
    first = next((at for at, cell in enumerate(rows[header]) if _filled(cell)), 0)
    for index, row in enumerate(rows[:header]):
        if any(cell in _TAGS or cell in {field.id for field in sheet.asked} for cell in row):
            continue
        for at, cell in enumerate(row):
            if at > first and _filled(cell):
                yield _stray(submission, layout, index, at, cell)


def _fixed_header(rows: Rows) -> tuple[int, int, int] | None:
    """Return the header's row index, its label column and its value column."""
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        words = [_words(cell) for cell in row]
        label = next((at for at, word in enumerate(words) if word in _LABELS), None)
        value = next((at for at, word in enumerate(words) if word in _VALUES), None)
        if label is not None and value is not None:
            return index, label, value
    return None


def _field_rows(rows: Rows, header: int, label_at: int, sheet: Sheet) -> dict[str, int]:
    """Return the row index of each field: where its label stands, else where its id stands in any column."""
    labels = _labels(sheet)
    ids = {field.id for field in sheet.asked}
    by_label: dict[str, int] = {}
    by_tag: dict[str, int] = {}
    for index in range(header + 1, len(rows)):
        row = rows[index]
        field = labels.get(_words(_cell(row, label_at)))
        if field is not None:
            by_label.setdefault(field, index)
        for cell in row:
            if isinstance(cell, str) and cell in ids:
                by_tag.setdefault(cell, index)
    taken = set(by_label.values())
    return by_label | {field: row for field, row in by_tag.items() if field not in by_label and row not in taken}
