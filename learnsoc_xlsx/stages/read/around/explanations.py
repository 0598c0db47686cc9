"""What a unit wrote to explain its figures: words that say why, told from a mere sign or a figure."""

import re

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.explanations import EXPLAINED, REASON, explanations_of
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.open_sheet import OpenSheet, folded, is_filled
from learnsoc_xlsx.stages.read.reading import Reading, as_typed

_LETTER = re.compile(r"[^\W\d_]")
_WRITTEN = re.compile(r"\w")
_NOTHING = frozenset({"không", "không có", "ko", "giải trình"})
"""What says, folded, that there is nothing to explain."""


def explanations(page: OpenSheet, at: int | None, rows: dict[str, int]) -> Reading:
    """Take what is written in a column beside the fields as a list of its own; nothing where there is no such column.

    `rows` are the row indices of the fields. What cannot be a reason is named; a sign alone, such as a dash, is nothing.
    """
    written = {field: row for field, row in rows.items() if at is not None and is_filled(page.cell(row, at))}
    if at is None or not written:
        return Reading()
    reasons = {row + 1: (field, cell) for field, row in written.items() if _says_why(cell := page.cell(row, at))}
    strays: tuple[Finding, ...] = tuple(
        page.stray(row, at)
        for row in written.values()
        if not _says_why(cell := page.cell(row, at)) and _WRITTEN.search(str(cell))
    )
    if not reasons:
        return Reading(findings=strays)
    layout = page.layout({REASON.id: column_letter(at)})
    sheet = explanations_of(page.sheet)
    fields, records = [EXPLAINED, REASON.id], list(reasons.values())
    return Reading((as_typed(sheet, page.submission, layout, fields, list(reasons), records),), strays)


def _says_why(cell: object) -> bool:
    """Whether a cell has words: not one letter, such as the “x” of a mark, and not “không”; or a formula gone wrong."""
    if not isinstance(cell, str):
        return False
    return broken(cell) is not None or (len(_LETTER.findall(cell)) > 1 and folded(cell) not in _NOTHING)
