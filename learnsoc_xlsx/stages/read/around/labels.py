"""What a template prints beside the cells to be filled in: where other words stand there now, it is said."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import HELP_HEADER, LAST_YEAR_HEADER, NO_LAST_YEAR, UNIT_HEADER, hints_ever
from learnsoc_xlsx.model.place import Place, column_letter
from learnsoc_xlsx.stages.read.around.strays import NUMBERING, is_stray, signed_from
from learnsoc_xlsx.stages.read.open_sheet import Lines, OpenSheet, as_printed, folded, is_filled, is_number
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean, key

_UNIT = key(UNIT_HEADER)
_HELP = key(HELP_HEADER)
_LAST_YEAR = key(LAST_YEAR_HEADER)
_NAMED = 3
"""So many lost labels are named one by one."""
_WORDED = frozenset({_UNIT, _HELP})
_STAMP = key("Dấu biểu mẫu")


def changed_label(page: OpenSheet, name: str, row: int, column: int) -> Iterator[Finding]:
    """Say that other words, or none, stand where the label of a field was printed, which the hidden tag still tells."""
    typed = str(page.cell(row, column))
    given = clean(typed)
    label = next(field.label for field in page.sheet.asked if field.id == name)
    if given and as_printed(decode(typed)) != as_printed(label):
        yield page.at_cell(Code.LABEL_CHANGED, row, column, given=given[:60], expected=label)
    elif not given:
        yield page.at_cell(Code.LABEL_RESTORED, row, column, expected=label)


def lost_labels(page: OpenSheet, lines: Lines, lost: Sequence[int]) -> Iterator[Finding]:
    """Name the labels of lines that are gone: each, or, where it is a whole column of them, once."""
    names = {row: name for name, row in lines.rows.items()}
    if len(lost) <= _NAMED:
        for row in lost:
            yield from changed_label(page, names[row], row, lines.labels)
        return
    label = next(field.label for field in page.sheet.asked if field.id == names[lost[0]])
    letter, more = column_letter(lines.labels), f" và {len(lost) - 1} nhãn khác"
    place = Place(page.file, page.name, f"{letter}{lost[0] + 1}:{letter}{lost[-1] + 1}")
    yield Finding(Code.LABEL_RESTORED, place, page.submission, expected=label, extra=more)


def beside_lines(page: OpenSheet, lines: Lines) -> Iterator[Finding]:
    """Name what is written where a fixed sheet prints nothing, or in the place of what it prints.

    What stands beside a line in the column of reasons is the unit's word on its figure, and is read.
    """
    ground = _ground(page, lines)
    for at, head in enumerate(page.rows[lines.header]):
        if at in (lines.labels, lines.values):
            continue
        if folded(head) in NUMBERING:
            yield from _beside_numbers(page, lines, at)
        else:
            yield from _beside(page, lines, at, ground)


def _beside(page: OpenSheet, lines: Lines, at: int, ground: set[int]) -> Iterator[Finding]:
    """Name what does not belong into a column beside the values. `ground` are the rows in which no line is."""
    words, fields = folded(page.cell(lines.header, at)), set(lines.rows.values())
    ids = {field.id for field in page.sheet.asked}
    printed = _printed(page, lines, at, words)
    elsewhere = _anywhere(words, page.sheet)
    sure = ground if printed or words != _HELP else ()
    read = fields if at == lines.reasons else ()
    last_year = words == _LAST_YEAR and not _never_printed(page, at)
    for row in sorted(ground) if last_year else range(lines.header + 1, len(page.rows)):
        cell = page.cell(row, at)
        if row in read or not is_filled(cell) or cell in ids:
            continue
        if row in fields:
            fits = _stands_there(cell, printed.get(row), words)
        else:
            fits = words in _WORDED and not is_number(cell) and (row not in sure or folded(cell) in elsewhere)
        if not fits:
            yield page.stray(row, at)


def _beside_numbers(page: OpenSheet, lines: Lines, at: int) -> Iterator[Finding]:
    """Name the words in the column of running numbers, where only the headings and the stamp are printed.

    Between the lines they may be a heading of another issue of the template, unless all headings are there.
    """
    fields = set(lines.rows.values())
    headings = {key(field.section) for field in page.sheet.asked}
    rows = range(lines.header + 1, signed_from(page, lines.labels))
    written = {row: folded(decode(str(page.cell(row, at)))) for row in rows}
    whole = headings <= {*written.values(), ""}
    for row, words in written.items():
        own = words in headings or words.startswith(_STAMP)
        if is_stray(page.cell(row, at)) and (row in fields or whole) and not own:
            yield page.stray(row, at)


def _ground(page: OpenSheet, lines: Lines) -> set[int]:
    """Return the rows without a line, neither of this issue of the template nor of another, above the place to sign."""
    numbering = [at for at, head in enumerate(page.rows[lines.header]) if folded(head) in NUMBERING]
    fields = set(lines.rows.values())
    return {
        row
        for row in range(lines.header + 1, signed_from(page, lines.labels))
        if row not in fields
        and not is_filled(page.cell(row, lines.labels))
        and not any(is_number(page.cell(row, at)) for at in numbering)
    }


def _anywhere(words: str, sheet: Sheet) -> set[str]:
    """What the template prints in a column on some line, folded: a line may have lost its label."""
    if words == _UNIT:
        return {key(field.unit) for field in sheet.asked}
    return set().union(*_hints(sheet).values()) if words == _HELP else set()


def _never_printed(page: OpenSheet, at: int) -> bool:
    """Whether the hidden tags say that last year's figures were not known when the template was printed."""
    return any(page.cell(row, at) == NO_LAST_YEAR for row in range(len(page.rows)))


def _printed(page: OpenSheet, lines: Lines, at: int, words: str) -> dict[int, frozenset[str]]:
    """Return what the template may print in a column, folded, by row; nothing where it prints nothing, or that is not known.

    How to fill a line may have been worded otherwise by another issue of the template: it is known if most lines say so.
    """
    if words == _UNIT:
        units = {lines.rows[field.id]: field.unit for field in page.sheet.asked if field.id in lines.rows}
        return {row: frozenset({key(unit)}) for row, unit in units.items()}
    if words != _HELP:
        return {}
    wanted = {lines.rows[name]: worded for name, worded in _hints(page.sheet).items() if name in lines.rows}
    same = sum(folded(page.cell(row, at)) in worded for row, worded in wanted.items())
    return wanted if same * 2 > len(wanted) else {}


@lru_cache(maxsize=512)
def _hints(sheet: Sheet) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(key, worded)) for name, worded in hints_ever(sheet).items()}


def _stands_there(cell: object, printed: frozenset[str] | None, words: str) -> bool:
    """Whether a cell holds what was printed in it; under the lines, and where that is not known, any words may be."""
    if printed is None:
        return words == _HELP and not is_number(cell)
    return isinstance(cell, str) and folded(cell) in printed
