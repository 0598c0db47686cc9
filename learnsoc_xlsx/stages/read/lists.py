"""Lists: a column is known by its header, and what stands under it is a record, or is said to be none."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Field, Sheet
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import RawTable
from learnsoc_xlsx.stages.read.grid import HEADER_WITHIN, Rows, cell_at, folded, is_filled, labels_of
from learnsoc_xlsx.stages.read.labels import changed_label
from learnsoc_xlsx.stages.read.signature import signature
from learnsoc_xlsx.stages.read.strays import NUMBERING, above_header, is_stray, nameless_columns, stray, unread_columns
from learnsoc_xlsx.vietnamese.letters import clean

Cells = tuple[object, ...]

_TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng chung", "toàn thôn"})
_TOTALS_OF = ("tổng cộng ", "cộng chung ")
"""What follows these says what was added up: “Tổng cộng: 3 khoản”, “Tổng cộng (đồng)”."""
_TOTALS_BEGIN = frozenset(words[0] for words in _TOTALS)
_LETTER = re.compile(r"[^\W\d_]")


def read_list(rows: Rows, sheet: Sheet, name: str, submission: Submission) -> tuple[RawTable | None, list[Finding]]:
    """Take the records of a list out of the sheet that the file calls `name`; nothing where there is no header (S03)."""
    labels = labels_of(sheet)
    header = _header_row(rows, labels)
    if header is None:
        first = sheet.subject.label
        return None, [blame(submission, Code.HEADER_ABSENT, Place(submission.file, name), expected=first)]
    columns, findings = _columns(rows, header, sheet, name, submission)
    layout = Layout(submission.file, name, {field: column_letter(at) for field, at in columns.items()})
    findings += above_header(rows, header, sheet, layout, submission)
    found = _records(rows, header, columns, sheet.subject.id, layout, submission)
    body = dict(zip(columns, map(list, zip(*found.kept.values(), strict=True)), strict=True)) if found.kept else {}
    table = RawTable(submission.number, sheet, layout, [index + 1 for index in found.kept], body, found.ignored)
    return table, findings + found.findings


def _header_row(rows: Rows, labels: dict[str, str]) -> int | None:
    """Return the index of the row in which most labels stand: at least half of them, or two."""
    best, most = None, min(2, len(labels)) - 1
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        known = sum(1 for cell in row if folded(cell) in labels)
        if known > most:
            best, most = index, known
        if most >= len(set(labels.values())):
            break
    return best


def _columns(
    rows: Rows, header: int, sheet: Sheet, name: str, submission: Submission
) -> tuple[dict[str, int], list[Finding]]:
    """Return where the column of each field stands, and what is said of the header."""
    page = Place(submission.file, name)
    labels = labels_of(sheet)
    columns: dict[str, int] = {}
    strangers: list[int] = []
    findings: list[Finding] = []
    for at, cell in enumerate(rows[header]):
        field = labels.get(folded(cell))
        if field is None:
            strangers.append(at)
        elif field in columns:
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            findings.append(blame(submission, Code.COLUMN_TWICE, place, given=clean(str(cell))))
        else:
            columns[field] = at
    tags = rows[header - 1] if header else []
    for at in strangers:
        tag = cell_at(tags, at)
        if isinstance(tag, str) and tag not in columns and any(tag == field.id for field in sheet.asked):
            columns[tag] = at
            findings += changed_label(sheet, tag, rows, (header, at), page, submission)
    strangers = [at for at in strangers if at not in columns.values()]
    lacking = [field.label for field in sheet.asked if field.id not in columns]
    findings += unread_columns(rows, header, strangers, lacking, page, submission)
    findings += nameless_columns(rows, header, columns, strangers, page, submission)
    findings += _absent(sheet.asked, columns, replace(page, cell=f"{header + 1}:{header + 1}"), submission)
    return columns, findings


def _absent(fields: Iterable[Field], found: dict[str, int], place: Place, submission: Submission) -> Iterator[Finding]:
    for field in fields:
        if field.id not in found:
            yield blame(submission, Code.COLUMN_ABSENT, place, expected=field.label, field=field.id)


@dataclass
class _Found:
    """The rows under a header as they are gone through: records by index, those that are none (with the reason)."""

    layout: Layout
    submission: Submission
    kept: dict[int, Cells] = dataclasses.field(default_factory=dict)
    ignored: list[tuple[int, str]] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)

    def set_aside(self, index: int, code: Code, words: str = "") -> None:
        """Count a row as no record, and say why."""
        place = Place(self.layout.file, self.layout.sheet, f"{index + 1}:{index + 1}")
        said = blame(self.submission, code, place, given=clean(words)[:60])
        self.findings.append(said)
        self.ignored.append((index + 1, said.message))


def _records(
    rows: Rows, header: int, columns: dict[str, int], subject: str, layout: Layout, submission: Submission
) -> _Found:
    """Part the rows under the header into records and rows that are none. `subject` is the field that names a record."""
    taken = _taker(tuple(columns.values()))
    blank, heads = ("",) * len(columns), taken(rows[header])
    first = columns.get(subject, 0)
    numbering = [at for at, cell in enumerate(rows[header]) if folded(cell) in NUMBERING]
    known = {*columns.values(), *(at for at, cell in enumerate(rows[header]) if is_filled(cell))} - set(numbering)
    beside = [at for at in range(len(rows[header])) if at not in known]
    found = _Found(layout, submission)
    for index in range(header + 1, len(rows)):
        row = rows[index]
        cells = taken(row)
        if cells == heads:
            found.set_aside(index, Code.HEADER_AGAIN)
        elif cells != blank and not _is_total(row, first):
            found.kept[index] = cells
            found.findings += [stray(submission, layout, index, at, row[at]) for at in beside if is_stray(row[at])]
        elif words := _first_words(row, numbering):
            found.set_aside(index, Code.TOTAL_ROW if cells != blank else Code.STRAY_TEXT, words)
    for index, words in signature(found.kept, header).items():
        del found.kept[index]
        found.set_aside(index, Code.SIGNATURE, words)
    return found


def _first_words(row: list[object], numbering: Sequence[int]) -> str:
    """The first text in a row that is no running number."""
    words = ((at, cell) for at, cell in enumerate(row) if isinstance(cell, str) and is_filled(cell))
    return next((cell for at, cell in words if at not in numbering or is_stray(cell)), "")


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
