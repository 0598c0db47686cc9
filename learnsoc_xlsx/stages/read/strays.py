"""Strays: what people wrote on a sheet where the form has nothing to read is named, never lost in silence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import LINE_TAGS, NO_LAST_YEAR, NUMBERING_HEADERS, SIGNERS
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.grid import Rows, cell_at, folded, is_filled, is_number, shown
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean, key
from learnsoc_xlsx.vietnamese.near import nearest

NUMBERING = frozenset(map(key, NUMBERING_HEADERS))
"""The headers of a running number, folded."""
_TAGS = frozenset({*LINE_TAGS, NO_LAST_YEAR})
"""What the hidden row of a fixed sheet says above its columns."""
_WRITTEN = re.compile(r"\w")
_EDITION = re.compile(r"mẫu \d+ .* năm \d{4}")
_ALIKE = 0.6
_SIGNERS = frozenset(map(key, SIGNERS))


def is_stray(cell: object) -> bool:
    """Whether something is written beside a record, where no column is: a running number is not."""
    return isinstance(cell, str) and bool(cell.strip(" .)")) and not cell.strip(" .)").isdecimal()


def stray(submission: Submission, layout: Layout, index: int, at: int, cell: object) -> Finding:
    """Return the finding for what is written at a place, rows and columns counted from 0."""
    place = Place(layout.file, layout.sheet, f"{column_letter(at)}{index + 1}")
    return blame(submission, Code.STRAY_TEXT, place, given=shown(cell)[:60])


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
    """Name each column without a header that holds figures, dates or marks; one before the first field may number the rows.

    Other words in it are named one by one, beside their records.
    """
    first = min(columns.values(), default=0)
    for at in strangers:
        if is_filled(cell_at(rows[header], at)):
            continue
        cells = [cell_at(row, at) for row in rows[header + 1 :]]
        held = [cell for cell in cells if is_filled(cell) and not is_stray(cell) and _WRITTEN.search(str(cell))]
        if held and not (at < first and _is_running(held)):
            what = "số" if all(map(is_number, held)) else "nội dung"
            place = replace(page, cell=f"{column_letter(at)}{header + 1}")
            extra = f" ({len(held)} ô có {what})"
            yield blame(submission, Code.UNKNOWN_COLUMN, place, given="không có tiêu đề", extra=extra)


def _is_running(cells: Sequence[object]) -> bool:
    """Whether cells number the rows: in any order without a gap, or upwards from 1, and anew from 1."""
    said = [shown(cell).strip(" .)") for cell in cells if not isinstance(cell, bool)]
    numbers = [int(text) for text in said if text.isdecimal()]
    if len(numbers) < len(cells) or min(numbers) < 1:
        return False
    without_gap = sorted(numbers) == list(range(1, len(numbers) + 1))
    return without_gap or (numbers[0] == 1 and all(now > last or now == 1 for last, now in pairwise(numbers)))


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
    signed = signed_from(rows, label_at)
    for at in range(index + 1, len(rows)):
        label, value = cell_at(rows[at], label_at), cell_at(rows[at], value_at)
        if at in known:
            continue
        if is_filled(value) and (folded(label) or not lacking):
            place = Place(layout.file, layout.sheet, f"{column_letter(value_at)}{at + 1}")
            yield blame(submission, Code.UNKNOWN_LINE, place, given=f"{shown(label)}: {shown(value)}".strip(": ")[:60])
        elif at < signed and folded(label) and folded(label) not in headings and label not in headings:
            yield stray(submission, layout, at, label_at, label)


def signed_from(rows: Rows, label_at: int) -> int:
    """Return the index of the row in which the printed place to sign begins, or that after the last."""
    return next((at for at, row in enumerate(rows) if folded(cell_at(row, label_at)) in _SIGNERS), len(rows))


# Both


def above_header(rows: Rows, header: int, sheet: Sheet, layout: Layout, submission: Submission) -> Iterator[Finding]:
    """Name what is written above the header but the tags, and but the form's own words in the first column."""
    first = next((at for at, cell in enumerate(rows[header]) if is_filled(cell)), 0)
    tags = _TAGS | {field.id for field in sheet.asked}
    for index, row in enumerate(rows[:header]):
        if not tags.isdisjoint(row):
            continue
        for at, cell in enumerate(row):
            if is_filled(cell) and not (at <= first and _is_heading(cell, sheet)):
                yield stray(submission, layout, index, at, cell)


def _is_heading(cell: object, sheet: Sheet) -> bool:
    """Whether a cell has the title, the form and year, the introduction or the unit of a printed sheet.

    An introduction that another issue of the template words a little otherwise is one; the line of the unit may be a
    formula that fails where the cover was deleted.
    """
    if not isinstance(cell, str) or broken(cell):
        return broken(cell) is not None
    words, intro = folded(decode(cell)), key(sheet.intro)
    if (
        words in (key(sheet.title), intro)
        or f"{words} ".lstrip("= ").startswith("đơn vị ")
        or _EDITION.fullmatch(words)
    ):
        return True
    return intro not in words and SequenceMatcher(None, words, intro, autojunk=False).ratio() > _ALIKE
