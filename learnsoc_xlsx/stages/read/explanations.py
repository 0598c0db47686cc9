"""What a unit wrote to explain its figures: words that say why, told from a mere sign, a figure or a broken formula."""

import re

from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.spreadsheet.formula_errors import broken
from learnsoc_xlsx.stages.read.grid import Rows, cell_at, folded, is_filled, shown
from learnsoc_xlsx.stages.read.strays import stray
from learnsoc_xlsx.vietnamese.letters import clean

_LETTER = re.compile(r"[^\W\d_]")
_WRITTEN = re.compile(r"\w")
_NOTHING = frozenset({"không", "không có", "ko", "giải trình"})
"""What says, folded, that there is nothing to explain."""


def written_reasons(
    rows: Rows, at: int, stands: dict[str, int], layout: Layout, submission: Submission
) -> tuple[dict[str, str], list[Finding]]:
    """Return the reasons written in a column beside the fields, by field, and the findings where none can be read.

    `stands` are the row indices of the fields. A sign alone, such as a dash, is neither.
    """
    reasons: dict[str, str] = {}
    findings: list[Finding] = []
    for field, row in stands.items():
        cell = cell_at(rows[row], at)
        if not is_filled(cell):
            continue
        code = broken(cell)
        if code:
            place = Place(layout.file, layout.sheet, f"{column_letter(at)}{row + 1}")
            findings.append(blame(submission, code, place, given=shown(cell)))
        elif isinstance(cell, str) and _says_why(cell):
            reasons[field] = clean(cell)
        elif _WRITTEN.search(str(cell)):
            findings.append(stray(submission, layout, row, at, cell))
    return reasons, findings


def _says_why(text: str) -> bool:
    """Whether a text has words: not one letter, such as the “x” of a mark, and not “không”."""
    return len(_LETTER.findall(text)) > 1 and folded(text) not in _NOTHING
