"""What a template prints beside the cells to be filled in: where other words stand there now, it is said."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import HELP_HEADER, LAST_YEAR_HEADER, NO_LAST_YEAR, UNIT_HEADER, hints
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.read.grid import Rows, cell_at, folded, is_filled, is_number
from learnsoc_xlsx.stages.read.strays import NUMBERING, is_stray, signed_from, stray
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean, key

_UNIT = key(UNIT_HEADER)
_HELP = key(HELP_HEADER)
_LAST_YEAR = key(LAST_YEAR_HEADER)
_WORDED = frozenset({_UNIT, _HELP})
_STAMP = key("Dấu biểu mẫu")


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


def beside_lines(
    rows: Rows,
    header: tuple[int, int, int],
    stands: dict[str, int],
    sheet: Sheet,
    layout: Layout,
    submission: Submission,
) -> Iterator[Finding]:
    """Name what is written where a fixed sheet prints nothing, or in the place of what it prints.

    What stands beside a line in the column of reasons is the unit's word on its figure, and is read.
    """
    index, label_at, value_at = header
    lines = set(stands.values())
    ground = _ground(rows, header, lines)
    ids = {field.id for field in sheet.asked}
    for at, head in enumerate(rows[index]):
        words = folded(head)
        if at in (label_at, value_at):
            continue
        if words in NUMBERING:
            yield from _beside_numbers(rows, at, header, lines, sheet, layout, submission)
            continue
        printed = _printed(rows, at, words, sheet, stands)
        elsewhere = _anywhere(words, sheet)
        sure = ground if printed or words != _HELP else ()
        read = lines if column_letter(at) == layout.reason_column else ()
        known = words == _LAST_YEAR and not _never_printed(rows, at)
        for row in sorted(ground) if known else range(index + 1, len(rows)):
            cell = cell_at(rows[row], at)
            if row in read or not is_filled(cell) or cell in ids:
                continue
            if row in lines:
                fits = _stands_there(cell, printed.get(row), words)
            else:
                fits = words in _WORDED and not is_number(cell) and (row not in sure or folded(cell) in elsewhere)
            if not fits:
                yield stray(submission, layout, row, at, cell)


def _beside_numbers(
    rows: Rows,
    at: int,
    header: tuple[int, int, int],
    lines: set[int],
    sheet: Sheet,
    layout: Layout,
    submission: Submission,
) -> Iterator[Finding]:
    """Name the words in the column of running numbers, where only the headings and the stamp are printed.

    Between the lines they may be a heading of another issue of the template, unless all headings are there.
    """
    index, label_at, _ = header
    headings = {key(field.section) for field in sheet.asked}
    written = {
        row: folded(decode(str(cell_at(rows[row], at)))) for row in range(index + 1, signed_from(rows, label_at))
    }
    whole = headings <= {*written.values(), ""}
    for row, words in written.items():
        cell = cell_at(rows[row], at)
        if is_stray(cell) and (row in lines or whole) and words not in headings and not words.startswith(_STAMP):
            yield stray(submission, layout, row, at, cell)


def _ground(rows: Rows, header: tuple[int, int, int], lines: set[int]) -> set[int]:
    """Return the rows without a line, neither of this issue of the template nor of another, above the place to sign."""
    index, label_at, _ = header
    numbering = [at for at, head in enumerate(rows[index]) if folded(head) in NUMBERING]
    return {
        row
        for row in range(index + 1, signed_from(rows, label_at))
        if row not in lines
        and not is_filled(cell_at(rows[row], label_at))
        and not any(is_number(cell_at(rows[row], at)) for at in numbering)
    }


def _anywhere(words: str, sheet: Sheet) -> set[str]:
    """What the template prints in a column on some line, folded: a line may have lost its label."""
    if words == _UNIT:
        return {key(field.unit) for field in sheet.asked}
    return set(_hints(sheet).values()) if words == _HELP else set()


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
    wanted = {stands[field]: said for field, said in _hints(sheet).items() if field in stands}
    same = sum(folded(cell_at(rows[row], at)) == said for row, said in wanted.items())
    return wanted if same * 2 > len(wanted) else {}


@lru_cache(maxsize=512)
def _hints(sheet: Sheet) -> dict[str, str]:
    return {field: key(said) for field, said in hints(sheet).items()}


def _stands_there(cell: object, printed: str | None, words: str) -> bool:
    """Whether a cell holds what was printed in it; under the lines, and where that is not known, any words may be."""
    if printed is None:
        return words == _HELP and not is_number(cell)
    return isinstance(cell, str) and folded(cell) == printed
