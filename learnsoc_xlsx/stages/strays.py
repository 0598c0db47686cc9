"""Strays: what people wrote on a sheet where the form has nothing to read is named, never lost in silence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.forms import Sheet
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.printing import (
    HELP_HEADER,
    LAST_YEAR_HEADER,
    LINE_TAGS,
    NO_LAST_YEAR,
    NUMBERING_HEADERS,
    SIGNERS,
    UNIT_HEADER,
    hints,
)
from learnsoc_xlsx.model.submissions import Submission
from learnsoc_xlsx.stages.grid import Rows, blame, cell_at, folded, is_filled, is_number
from learnsoc_xlsx.vietnamese.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean, key, nearest

NUMBERING = frozenset(map(key, NUMBERING_HEADERS))
"""The headers of a running number, folded."""
_UNIT = key(UNIT_HEADER)
_HELP = key(HELP_HEADER)
_LAST_YEAR = key(LAST_YEAR_HEADER)
_TAGS = frozenset({*LINE_TAGS, NO_LAST_YEAR})
"""What the hidden row of a fixed sheet says above its columns."""
_SIGNERS = frozenset(map(key, SIGNERS))
_SIGNS = _SIGNERS | {
    "người lập biểu", "người lập bảng", "người lập", "người tổng hợp", "người báo cáo", "người kê khai", "cán bộ lập biểu",
    "thủ trưởng đơn vị", "đại diện đơn vị", "trưởng thôn", "hiệu trưởng", "giám đốc", "kế toán trưởng",
    "ký ghi rõ họ tên", "ký và ghi rõ họ tên", "ký tên", "ký tên đóng dấu",
}  # fmt: skip
"""What people write under a table where they sign, folded."""
_SIGNS_BEGIN = re.compile(r"(?:xác nhận của|tm|kt|tl) |(?:.* )?ngày (?:\d+ )?tháng (?:\d+ )?năm(?: \d+)?$")


def is_stray(cell: object) -> bool:
    """Whether something is written beside a record, where no column is: a running number is not."""
    return isinstance(cell, str) and bool(cell.strip(" .)")) and not cell.strip(" .)").isdecimal()


def stray(submission: Submission, layout: Layout, index: int, at: int, cell: object) -> Finding:
    """Return the finding for what is written at a place, rows and columns counted from 0."""
    place = Place(layout.file, layout.sheet, f"{column_letter(at)}{index + 1}")
    return blame(submission, Code.STRAY_TEXT, place, given=clean(str(cell))[:60])


# Lists


def unread_columns(
    rows: Rows, header: int, strangers: list[int], lacking: list[str], page: Place, submission: Submission
) -> Iterator[Finding]:
    """Name each column with a header of its own that no field bears, when something is written under it.

    `lacking` are the labels that no column bears: one that is close is offered, never taken.
    """
    for at in strangers:
        given = clean(str(cell_at(rows[header], at)))
        if not given or folded(given) in NUMBERING:
            continue
        filled = sum(1 for row in rows[header + 1 :] if is_filled(cell_at(row, at)))
        if filled:
            close = nearest(given, lacking)
            extra = f" ({filled} ô có nội dung{f'; gần giống “{close}”' if close else ''})"
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            yield blame(submission, Code.UNKNOWN_COLUMN, place, given=given, extra=extra)


def nameless_columns(
    rows: Rows, header: int, columns: dict[str, int], strangers: list[int], page: Place, submission: Submission
) -> Iterator[Finding]:
    """Name each column without a header that holds numbers; before the first field these are running numbers."""
    first = min(columns.values(), default=0)
    for at in strangers:
        if at < first or is_filled(cell_at(rows[header], at)):
            continue
        numbers = sum(1 for row in rows[header + 1 :] if is_number(cell_at(row, at)))
        if numbers:
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            extra = f" ({numbers} ô có số)"
            yield blame(submission, Code.UNKNOWN_COLUMN, place, given="không có tiêu đề", extra=extra)


def signed_off(records: Mapping[int, Sequence[object]]) -> dict[int, str]:
    """Return the last rows that are no records but a signature, by their indices, with what they say.

    It begins with words that only a signature has, and neither there nor below does a row have more than one cell filled:
    a name alone, without such words above it, is what a record begins as.
    """
    last: dict[int, str] = {}
    for index in sorted(records, reverse=True):
        said = [cell for cell in records[index] if is_filled(cell)]
        if len(said) != 1 or not isinstance(said[0], str):
            break
        last[index] = said[0]
    begins = min((index for index, words in last.items() if _signs(words)), default=None)
    return {} if begins is None else {index: words for index, words in sorted(last.items()) if index >= begins}


def _signs(words: str) -> bool:
    said = folded(words)
    return said in _SIGNS or bool(_SIGNS_BEGIN.match(said))


# Fixed sheets


def unknown_lines(
    rows: Rows, header: tuple[int, int, int], known: set[int], sheet: Sheet, layout: Layout, submission: Submission
) -> Iterator[Finding]:
    """Name each line that somebody added: a value, or a label, where the form has none.

    A value beside no label, where a line of the form lacks its label, is that line's, which is said once.
    """
    index, label_at, value_at = header
    lacking = len(known) < len(sheet.asked)
    headings = {key(field.section) for field in sheet.asked} | {field.id for field in sheet.asked}
    signed = next((at for at, row in enumerate(rows) if folded(cell_at(row, label_at)) in _SIGNERS), len(rows))
    for at in range(index + 1, len(rows)):
        label, value = cell_at(rows[at], label_at), cell_at(rows[at], value_at)
        if at in known:
            continue
        if is_filled(value) and (folded(label) or not lacking):
            place = Place(layout.file, layout.sheet, f"{column_letter(value_at)}{at + 1}")
            yield blame(submission, Code.UNKNOWN_LINE, place, given=clean(f"{label}: {value}").strip(": ")[:60])
        elif at < signed and folded(label) and folded(label) not in headings and label not in headings:
            yield stray(submission, layout, at, label_at, label)


def beside_lines(
    rows: Rows,
    header: tuple[int, int, int],
    stands: dict[str, int],
    sheet: Sheet,
    layout: Layout,
    submission: Submission,
) -> Iterator[Finding]:
    """Name what is written where a fixed sheet prints nothing, or in the place of what it prints."""
    index, label_at, value_at = header
    ids = {field.id for field in sheet.asked}
    for at, head in enumerate(rows[index]):
        words = folded(head)
        if at in (label_at, value_at) or words in NUMBERING or (words == _LAST_YEAR and not _never_printed(rows, at)):
            continue
        printed = _printed(rows, at, words, sheet, stands)
        for row in stands.values() if words == _UNIT else range(index + 1, len(rows)):
            cell = cell_at(rows[row], at)
            if is_filled(cell) and cell not in ids and not _stands_there(cell, printed.get(row), words):
                yield stray(submission, layout, row, at, cell)


def _never_printed(rows: Rows, at: int) -> bool:
    """Whether the hidden tags say that last year's figures were not known when the template was printed."""
    return any(cell_at(row, at) == NO_LAST_YEAR for row in rows)


def _printed(rows: Rows, at: int, words: str, sheet: Sheet, stands: dict[str, int]) -> dict[int, str]:
    """Return what the template prints in a column, folded, by row; nothing where it prints nothing, or that is not known.

    How to fill a line may have been worded otherwise by another issue of the template: it is known if most lines say so.
    """
    if words == _UNIT:
        return {stands[field.id]: key(field.unit) for field in sheet.asked if field.id in stands}
    if words != _HELP:
        return {}
    wanted = {stands[field]: key(said) for field, said in hints(sheet).items() if field in stands}
    same = sum(folded(cell_at(rows[row], at)) == said for row, said in wanted.items())
    return wanted if same * 2 > len(wanted) else {}


def _stands_there(cell: object, printed: str | None, words: str) -> bool:
    """Whether a cell holds what was printed in it; under the lines, and where that is not known, any words may be."""
    if printed is None:
        return words == _HELP and not is_number(cell)
    return isinstance(cell, str) and folded(cell) == printed


# Both


def changed_label(
    sheet: Sheet, field: str, rows: Rows, at: tuple[int, int], page: Place, submission: Submission
) -> Iterator[Finding]:
    """Say that other words stand where the label of a field was printed, which the hidden tag beside it still tells."""
    row, column = at
    typed = str(cell_at(rows[row], column))
    given = clean(typed)
    label = next(each.label for each in sheet.asked if each.id == field)
    if given and folded(decode(typed)) != key(label):
        place = replace(page, cell=f"{column_letter(column)}{row + 1}")
        yield blame(submission, Code.LABEL_CHANGED, place, given=given[:60], expected=label)


def above_header(rows: Rows, header: int, sheet: Sheet, layout: Layout, submission: Submission) -> Iterator[Finding]:
    """Name what is written above the header; the form's own words stand in the first column there, and in the tags."""
    first = next((at for at, cell in enumerate(rows[header]) if is_filled(cell)), 0)
    tags = _TAGS | {field.id for field in sheet.asked}
    for index, row in enumerate(rows[:header]):
        if not tags.isdisjoint(row):
            continue
        for at, cell in enumerate(row):
            if at > first and is_filled(cell):
                yield stray(submission, layout, index, at, cell)
