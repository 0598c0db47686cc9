"""Lists: a column is known by its header, and what stands under it is a record, or is said to be none."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place, column_letter
from learnsoc_xlsx.model.returns.submissions import Fate, RowOutcome
from learnsoc_xlsx.spreadsheet.book import Rows
from learnsoc_xlsx.stages.read.around.labels import changed_label
from learnsoc_xlsx.stages.read.around.restored import restored
from learnsoc_xlsx.stages.read.around.signature import signature
from learnsoc_xlsx.stages.read.around.strays import (
    NUMBERING,
    WHENCE,
    above_header,
    is_stray,
    nameless_columns,
    unread_columns,
)
from learnsoc_xlsx.stages.read.open_sheet import HEADER_WITHIN, OpenSheet, as_printed, folded, is_filled, labels_of
from learnsoc_xlsx.stages.read.reading import Reading, as_typed
from learnsoc_xlsx.vietnamese.letters import clean
from learnsoc_xlsx.vietnamese.numbers import parse_number

Cells = tuple[object, ...]

_TOTALS = frozenset({"cộng", "tổng cộng", "tổng", "tổng số", "cộng chung", "toàn thôn"})
_TOTALS_OF = ("tổng cộng ", "cộng chung ")
"""What follows these says what was added up: “Tổng cộng: 3 khoản”, “Tổng cộng (đồng)”."""
_TOTALS_BEGIN = frozenset(words[0] for words in _TOTALS)
_LETTER = re.compile(r"[^\W\d_]")


def read_list(page: OpenSheet) -> Reading:
    """Take the records of a list out of an open sheet; nothing where there is no header (S03)."""
    header = _header_row(page.rows, labels_of(page.sheet))
    if header is None:
        again = restored(page)
        absent = page.on_the_sheet(Code.HEADER_ABSENT, expected=page.sheet.subject.label)
        return again[1] + read_list(again[0]) if again else Reading(findings=(absent,))
    columns, findings = _columns(page, header)
    layout = page.layout({name: column_letter(at) for name, at in columns.items()})
    findings += above_header(page, header)
    under = _under_header(page, header, columns)
    rows, records = [index + 1 for index in under.kept], list(_as_shown(page, columns, under.kept).values())
    table = as_typed(page.sheet, page.submission, layout, list(columns), rows, records)
    return Reading((table,), (*findings, *under.findings), tuple(under.set_aside))


def _header_row(rows: Rows, labels: dict[str, str]) -> int | None:
    """Return the index of the row in which most labels stand: at least half of them, or two."""
    best, most = None, min(2, len(labels)) - 1
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        count = sum(1 for cell in row if as_printed(cell) in labels)
        if count > most:
            best, most = index, count
        if most >= len(set(labels.values())):
            break
    return best


def _columns(page: OpenSheet, header: int) -> tuple[dict[str, int], list[Finding]]:
    """Return where the column of each field stands, and what is said of the header."""
    labels = labels_of(page.sheet)
    columns: dict[str, int] = {}
    strangers: list[int] = []
    findings: list[Finding] = []
    for at, cell in enumerate(page.rows[header]):
        name = labels.get(as_printed(cell))
        if name is None:
            strangers.append(at)
        elif name in columns:
            findings.append(page.at_cell(Code.COLUMN_TWICE, header, at, given=clean(str(cell))))
        else:
            columns[name] = at
    for name, at in _tagged(page, header, strangers, columns):
        columns[name] = at
        findings += changed_label(page, name, header, at)
    strangers = [at for at in strangers if at not in columns.values()]
    lacking = [column.label for column in page.sheet.asked if column.id not in columns]
    findings += unread_columns(page, header, strangers, lacking)
    findings += nameless_columns(page, header, columns, strangers)
    findings += _absent(page, header, columns)
    return columns, findings


def _tagged(
    page: OpenSheet, header: int, strangers: Sequence[int], columns: dict[str, int]
) -> Iterator[tuple[str, int]]:
    """Give the fields that the hidden tag above a column still names, where its header does not."""
    ids = {column.id for column in page.sheet.asked}
    for at in strangers if header else ():
        tag = page.cell(header - 1, at)
        if isinstance(tag, str) and tag in ids and tag not in columns:
            yield tag, at


def _absent(page: OpenSheet, header: int, columns: dict[str, int]) -> Iterator[Finding]:
    for column in page.sheet.asked:
        if column.id not in columns:
            yield page.at_row(Code.COLUMN_ABSENT, header, column.id, expected=column.label)


@dataclass
class _UnderHeader:
    """The rows under a header as they are gone through: records by index, those that are none, what is said of both."""

    page: OpenSheet
    kept: dict[int, Cells] = field(default_factory=dict)
    set_aside: list[RowOutcome] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def no_record(self, index: int, code: Code, words: str = "") -> None:
        """Count a row as no record, and say why."""
        page = self.page
        finding = page.at_row(code, index, given=clean(words)[:60])
        self.findings.append(finding)
        self.set_aside.append(RowOutcome(page.submission, page.sheet.key, page.name, index + 1, Fate.IGNORED, finding))

    def no_records(self, rows: Sequence[int], code: Code) -> None:
        """Take rows that were kept for no records after all, for one reason, which is said once."""
        if not rows:
            return
        page, runs = self.page, _runs([index + 1 for index in rows])
        spelt = ", ".join(f"{first}–{last}" if first < last else str(first) for first, last in runs)
        place = Place(page.file, page.name, f"{runs[0][0]}:{runs[0][1]}")
        finding = Finding(code, place, page.submission, given=spelt)
        self.findings.append(finding)
        for index in rows:
            del self.kept[index]
            self.set_aside.append(
                RowOutcome(page.submission, page.sheet.key, page.name, index + 1, Fate.IGNORED, finding)
            )


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows as runs without a gap, each by its first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        runs[-1:] = [(runs[-1][0], row)] if runs and runs[-1][1] == row - 1 else [*runs[-1:], (row, row)]
    return runs


def _under_header(page: OpenSheet, header: int, columns: dict[str, int]) -> _UnderHeader:
    """Part the rows under the header into records and rows that are none."""
    heads_at, under = page.rows[header], _UnderHeader(page)
    taken = _taker(tuple(columns.values()))
    blank, heads = ("",) * len(columns), taken(heads_at)
    first = columns.get(page.sheet.subject.id, 0)
    numbering = [at for at, cell in enumerate(heads_at) if folded(cell) in NUMBERING]
    printed = {at for at, cell in enumerate(heads_at) if folded(cell) == WHENCE}
    headed = {*columns.values(), *(at for at, cell in enumerate(heads_at) if is_filled(cell))} - set(numbering)
    beside = [at for at in range(len(heads_at)) if at not in headed]
    rows = page.rows[header + 1 :]
    totals = _totals({row[at] for row in rows} for at in range(first + 1))
    beside = [at for at in beside if any(map(is_stray, {row[at] for row in rows}))]
    for index, (row, cells) in enumerate(zip(rows, map(taken, rows), strict=True), header + 1):
        if cells == heads:
            under.no_record(index, Code.HEADER_AGAIN)
            continue
        filled = cells != blank and any(map(is_filled, cells))
        if filled and (not totals or totals.isdisjoint(row[: first + 1])):
            under.kept[index] = cells
            under.findings += [page.stray(index, at) for at in beside if is_stray(row[at])]
        elif words := _first_words(row, numbering, printed):
            under.no_record(index, Code.TOTAL_ROW if filled else Code.STRAY_TEXT, words)
    zeros = [
        index for index, cells in under.kept.items() if not is_filled(page.rows[index][first]) and _is_nothing(cells)
    ]
    under.no_records(zeros, Code.ROWS_OF_ZEROS)
    for index, words in signature(under.kept, header).items():
        del under.kept[index]
        under.no_record(index, Code.SIGNATURE, words)
    return under


def _as_shown(page: OpenSheet, columns: dict[str, int], kept: dict[int, Cells]) -> dict[int, Cells]:
    """The records, with numbers as they are shown where words are asked for."""
    asked = {field.id: field for field in page.sheet.asked}
    rows = {row for row, _ in page.shown} & kept.keys()
    return kept | {row: tuple(page.typed(row, at, asked[name]) for name, at in columns.items()) for row in rows}


def _is_nothing(cells: Cells) -> bool:
    """Whether a row says nothing but zeros."""
    return all(not is_filled(cell) or parse_number(cell, whole=True).value == 0 for cell in cells)


def _first_words(row: list[object], numbering: Sequence[int], printed: Collection[int]) -> str:
    """The first text in a row that is no running number, and does not stand in a column of what was printed beforehand."""
    words = (
        (at, cell) for at, cell in enumerate(row) if isinstance(cell, str) and is_filled(cell) and at not in printed
    )
    return next((cell for at, cell in words if at not in numbering or is_stray(cell)), "")


def _taker(wanted: tuple[int, ...]) -> Callable[[list[object]], Cells]:
    """Return what takes the wanted cells out of a row; the reader gives rows of one length."""
    if len(wanted) == 1:
        return lambda row: (row[wanted[0]],)
    return itemgetter(*wanted)


def _totals(columns: Iterable[set[object]]) -> set[object]:
    """The texts in the first columns by which a row only adds up others: “Cộng”."""
    return {cell for column in columns for cell in column if isinstance(cell, str) and cell and _says_total(cell)}


def _says_total(text: str) -> bool:
    """Fold only what begins like a total: most cells here are names, each seen once."""
    begins = text if text[0].isalpha() else next(iter(_LETTER.findall(text)), " ")
    if begins[0].casefold() not in _TOTALS_BEGIN:
        return False
    words = folded(text)
    return words in _TOTALS or words.startswith(_TOTALS_OF)
