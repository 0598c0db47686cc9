"""Strays: what people wrote on a sheet where the form has nothing to read is named, never lost in silence."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import (
    FOR_WHOM,
    LINE_TAGS,
    NO_LAST_YEAR,
    NUMBERING_HEADERS,
    SIGNERS,
    SIGNERS_OF_RECORD,
    WHENCE_HEADER,
    is_whence,
)
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.open_sheet import Lines, OpenSheet, as_printed, as_seen, folded, is_filled, is_number
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean, key
from learnsoc_xlsx.vietnamese.near import nearest

NUMBERING = frozenset(map(key, NUMBERING_HEADERS))
"""The headers of a running number, folded."""
WHENCE = key(WHENCE_HEADER)
"""The header, folded, of the column that says whose list of last year a row comes from."""
_TAGS = frozenset({*LINE_TAGS, NO_LAST_YEAR})
"""What the hidden row of a fixed sheet says above its columns."""
_WRITTEN = re.compile(r"\w")
_EDITION = re.compile(r"mẫu \d+ .* năm \d{4}")
_FOR_WHOM = key(FOR_WHOM)
_ALIKE = 0.6
_SIGNERS = frozenset(map(key, (*SIGNERS, *SIGNERS_OF_RECORD)))


def is_stray(cell: object) -> bool:
    """Whether something is written beside a record, where no column is: a running number is not."""
    words = clean(cell).strip(" .)") if isinstance(cell, str) else ""
    return bool(words) and not words.isdecimal()


# Lists


def unread_columns(page: OpenSheet, header: int, strangers: list[int], lacking: list[str]) -> Iterator[Finding]:
    """Name each column with a header of its own that no field bears, when something is written under it.

    `lacking` are the labels that no column bears: one that is close is offered, never taken.
    """
    for at in strangers:
        given = clean(str(page.cell(header, at)))
        if not given or folded(given) in NUMBERING:
            continue
        if folded(given) == WHENCE:
            yield from _not_printed(page, at, header)
            continue
        filled = sum(map(is_filled, page.column(at, header + 1)))
        if filled:
            close = nearest(given, lacking)
            extra = f" ({filled} ô có nội dung{f'; gần giống “{close}”' if close else ''})"
            yield page.at_cell(Code.UNKNOWN_COLUMN, header, at, given=given, extra=extra)


def _not_printed(page: OpenSheet, at: int, header: int) -> Iterator[Finding]:
    """Name what somebody wrote into the column that says whose list a row comes from."""
    for row, cell in enumerate(page.column(at, header + 1), header + 1):
        if is_filled(cell) and not is_whence(as_seen(cell)):
            yield page.stray(row, at)


def nameless_columns(page: OpenSheet, header: int, columns: dict[str, int], strangers: list[int]) -> Iterator[Finding]:
    """Name each column without a header that holds figures, dates or marks; one before the first field may number the rows.

    Other words in it are named one by one, beside their records.
    """
    first = min(columns.values(), default=0)
    for at in strangers:
        if is_filled(page.cell(header, at)):
            continue
        cells = page.column(at, header + 1)
        held = [
            cell
            for cell in cells
            if cell != "" and is_filled(cell) and not is_stray(cell) and _WRITTEN.search(str(cell))
        ]
        if held and not (at < first and _is_running(held)):
            extra = f" ({len(held)} ô có {'số' if all(map(is_number, held)) else 'nội dung'})"
            yield page.at_cell(Code.UNKNOWN_COLUMN, header, at, given="không có tiêu đề", extra=extra)


def _is_running(cells: Sequence[object]) -> bool:
    """Whether cells number the rows: in any order without a gap, or upwards from 1, and anew from 1."""
    texts = [as_seen(cell).strip(" .)") for cell in cells if not isinstance(cell, bool)]
    numbers = [int(text) for text in texts if text.isdecimal()]
    if len(numbers) < len(cells) or min(numbers) < 1:
        return False
    without_gap = sorted(numbers) == list(range(1, len(numbers) + 1))
    return without_gap or (numbers[0] == 1 and all(now > last or now == 1 for last, now in pairwise(numbers)))


# Fixed sheets


def unknown_lines(page: OpenSheet, lines: Lines) -> Iterator[Finding]:
    """Name each line that somebody added: a value, or a label, where the form has none.

    A value beside no label, where a line of the form lacks its label, is that line's, which is said once.
    """
    taken, asked = set(lines.rows.values()), page.sheet.asked
    lacking = len(taken) < len(asked)
    headings = {key(field.section) for field in asked} | {field.id for field in asked}
    signed = signed_from(page, lines.labels)
    for row in range(lines.header + 1, len(page.rows)):
        if row in taken:
            continue
        label, value = page.cell(row, lines.labels), page.cell(row, lines.values)
        if is_filled(value) and (folded(label) or not lacking):
            given = f"{as_seen(label)}: {as_seen(value)}".strip(": ")[:60]
            yield page.at_cell(Code.UNKNOWN_LINE, row, lines.values, given=given)
        elif row < signed and folded(label) and folded(label) not in headings and label not in headings:
            yield page.stray(row, lines.labels)


def signed_from(page: OpenSheet, label_at: int) -> int:
    """Return the index of the row in which the printed place to sign begins, or that after the last."""
    rows = range(len(page.rows))
    return next((row for row in rows if folded(page.cell(row, label_at)) in _SIGNERS), len(page.rows))


# Both


def above_header(page: OpenSheet, header: int) -> Iterator[Finding]:
    """Name what is written above the header but the tags, and but the form's own words in the first column."""
    first = next((at for at, cell in enumerate(page.rows[header]) if is_filled(cell)), 0)
    tags = _TAGS | {field.id for field in page.sheet.asked}
    for index, row in enumerate(page.rows[:header]):
        if not tags.isdisjoint(row):
            continue
        for at, cell in enumerate(row):
            if is_filled(cell) and not (at <= first and _is_heading(cell, page.sheet)):
                yield page.stray(index, at)


def _is_heading(cell: object, sheet: Sheet) -> bool:
    """Whether a cell has the title, the form and year, the introduction or the unit of a printed sheet.

    An introduction that another issue of the template words a little otherwise is one, and so is one with numbers of the
    commune's own. The line of the unit is a formula: it fails where the cover was deleted, and some programs keep nought of
    its words when they save an old format.
    """
    if not isinstance(cell, str) or broken(cell):
        return (is_number(cell) and cell == 0) or broken(cell) is not None
    words, intro = as_printed(decode(cell)), as_printed(sheet.intro)
    if (
        words in (key(sheet.title), intro, *map(as_printed, (*sheet.former_intros, *sheet.former_names)))
        or f"{words} ".lstrip("= ").startswith("đơn vị ")
        or _EDITION.fullmatch(words)
        or words.startswith(_FOR_WHOM)
    ):
        return True
    return intro not in words and SequenceMatcher(None, words, intro, autojunk=False).ratio() > _ALIKE
