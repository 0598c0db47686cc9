"""The balance: what is written in a workbook against what the program says became of it; whatever is not accounted for is a fault."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string

from tests.ledger.cells import Page, Sheet, folded, may_be_seen, page_of, seen_on, sheets_of, surely_seen
from tests.ledger.record import WHOLE_TABLE, Named, Record, Recorded

_OWN = ("_learnsoc", "hướng dẫn", "danh mục", "cần xem lại", "điểm năm trước chưa sửa")
_CELL = re.compile(r"([A-Z]+)(\d+)")
_ROWS = re.compile(r"(\d+):(\d+)")
_WORD = re.compile(r"\w")
_SAID_WHOLE = re.compile(r"Cả trang \((\d+) dòng\)")


def faults(book: Workbook, record: Record) -> Iterator[str]:
    """Yield whatever in a workbook is not accounted for, and whatever is accounted for and is not there."""
    tables = dict(record.tables)
    for sheet in sheets_of(record.form, record.year):
        key = f"{record.form}.{sheet['id']}"
        page, table = page_of(book, sheet), tables.pop(key, None)
        reasons = tables.pop(f"{key}.explanations", None)
        if table is None:
            yield from (f"{key}: {words}" for words in _untold(book, sheet, page, record))
            continue
        if page is None:
            yield f"{key}: a table of no sheet"
            continue
        look = _fixed if sheet["kind"] == "fixed" else _list
        yield from (f"{key}: {words}" for words in look(page, table, record.counts))
        yield from (f"{key}: {words}" for words in _sums(table, record.counts))
        if reasons:
            yield from (f"{key}.explanations: {words}" for words in _sums(reasons, record.counts))
        yield from (f"{key}: {words}" for words in _unread(book, sheet, page, table, reasons, record))
    yield from (f"{key}: a table of no form" for key in tables)
    yield from _strange_sheets(book, record)


def _sums(table: Recorded, counts: bool) -> Iterator[str]:
    """The program's own equation, and its numbers against the rows that it names."""
    read, accepted, rejected, ignored = table.balance
    if read != accepted + rejected + ignored:
        yield f"{read} read, but {accepted} + {rejected} + {ignored}"
    if any(not other.reason for other in table.others):
        yield "a row that does not count, and no reason"
    if counts and (rejected, ignored) != tuple(sum(one.rejected is of for one in table.others) for of in (True, False)):
        yield f"{rejected} rejected and {ignored} ignored, but {table.others}"


# Lists


def _list(page: Page, table: Recorded, counts: bool) -> Iterator[str]:
    """Each row in which something is written is there once, and no other."""
    others = Counter(one.row for one in table.others)
    whole = others.pop(WHOLE_TABLE, 0)
    rows = Counter([*table.counted]) + others + Counter(table.twice)
    if counts:
        yield from (f"row {row} is written and in no ledger" for row in sorted(page.written - rows.keys()))
        if table.balance[0] != len(rows):
            yield f"{table.balance[0]} read, but {len(rows)} rows are named"
        if table.balance[1] != len(table.counted):
            yield f"{table.balance[1]} accepted, but {len(table.counted)} count"
    else:
        yield from _not_counted(page.written - others.keys(), table, whole)
    yield from (f"row {row} is in the ledger {times} times" for row, times in rows.items() if times > 1)
    yield from (f"row {row} is in the ledger, but empty" for row in rows if row not in page.under)


def _not_counted(left: set[int], table: Recorded, whole: int) -> Iterator[str]:
    """Of a table that does not count the rows are said by their number."""
    numbers = [int(words[1]) for one in table.others if (words := _SAID_WHOLE.match(one.reason))]
    if table.counted:
        yield f"rows {sorted(table.counted)} count, of a file that does not"
    if whole > 1 or sum(numbers) != len(left):
        yield f"{len(left)} rows are written, and {numbers} are said"


# Fixed sheets


def _fixed(page: Page, table: Recorded, counts: bool) -> Iterator[str]:
    """Each line that somebody answered counts or is rejected, and each line is in the ledger."""
    read, accepted, *_ = table.balance
    if read < len(page.lines):
        yield f"{read} read, but {len(page.lines)} lines are there"
    if not counts:
        return
    given = table.counted.get(WHOLE_TABLE, set())
    passed_over = {one.row for one in table.others if not one.rejected}
    for name, row in page.lines.items():
        answer = page.rows[row].get(page.values)
        if _is_answer(answer) and name not in given and row in passed_over:
            yield f"line {row} ({name}) says {answer!r} and counts as empty"
        if not may_be_seen(answer) and name in given and row in {one.row for one in table.others}:
            yield f"line {row} ({name}) is empty, counts and does not count"
    if read != accepted + len(table.others):
        yield f"{read} read, but {accepted} accepted and {len(table.others)} others"


def _is_answer(value: object) -> bool:
    return surely_seen(value) and bool(_WORD.search(str(value)))


# What is no record


def _unread(
    book: Workbook, sheet: Sheet, page: Page, table: Recorded, reasons: Recorded | None, record: Record
) -> Iterator[str]:
    """What stands where no field is must be named, at its cell, its row or the head of its column; so must what is lost of a
    record.
    """
    name = next(name for name in (sheet["name"], *book.sheetnames) if folded(name) == folded(sheet["name"]) and name in book.sheetnames)  # fmt: skip
    spoken = [one for one in record.named if one.sheet == name]
    cells, rows, heads = (
        _cells_of(spoken),
        _rows_of(spoken),
        {at for row, at in _cells_of(spoken) if row == page.header},
    )
    rows |= {one.row for one in table.others} | {one.row for one in (reasons.others if reasons else ())}
    if sheet["kind"] == "list" and record.counts:
        for row, given in table.counted.items():
            for field, at in page.columns.items():
                cell = page.rows.get(row, {}).get(at)
                if _is_answer(cell) and field not in given and (row, at) not in cells and row not in rows:
                    yield f"row {row}, column {at} ({field}) says {cell!r} and is lost in silence"
    if sheet["kind"] != "list":
        return
    fields = set(page.columns.values())
    for row in sorted(page.under - rows):
        for at, cell in page.rows[row].items():
            if at in fields or at in heads or (row, at) in cells or not _is_text(cell):
                continue
            if page.header and at not in page.numbering:
                yield f"row {row}, column {at} says {cell!r} and nobody reads it"


def _is_text(cell: object) -> bool:
    """Words: a number beside a record may be a running number."""
    return isinstance(cell, str) and any(letter.isalpha() for letter in cell) and surely_seen(cell)


def _cells_of(spoken: Sequence[Named]) -> set[tuple[int, int]]:
    matches = (_CELL.fullmatch(one.cell) for one in spoken)
    return {(int(match[2]), column_index_from_string(match[1])) for match in matches if match}


def _rows_of(spoken: Sequence[Named]) -> set[int]:
    matches = (_ROWS.fullmatch(one.cell) for one in spoken)
    return {row for match in matches if match for row in range(int(match[1]), int(match[2]) + 1)}


# Sheets


def _untold(book: Workbook, sheet: Sheet, page: Page | None, record: Record) -> Iterator[str]:
    """A sheet of the form of which there is no table: it is not there, or nothing could be read; which is said."""
    names = [name for name in book.sheetnames if folded(name) == folded(sheet["name"])]
    if page is None and any(sheet["name"] in one.words for one in record.named):
        return
    if page is not None and any(one.sheet in names for one in record.named):
        return
    yield "no table, and nothing said"


def _strange_sheets(book: Workbook, record: Record) -> Iterator[str]:
    """A sheet of nobody's, on which something stands, is named."""
    own = {folded(sheet["name"]) for sheet in sheets_of(record.form, record.year)} | set(_OWN)
    spoken = {one.sheet for one in record.named}
    for page in book.worksheets:
        if folded(page.title) not in own and seen_on(page) and page.title not in spoken:
            yield f"sheet {page.title!r} is of nobody, and not named"
