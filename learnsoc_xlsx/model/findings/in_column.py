"""In column: what is wrong for one cause in a column of a sheet, as few findings as say it."""

from collections.abc import Sequence

from learnsoc_xlsx.model.findings.alike import SINGLY, AlikeCells, Saying
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Layout


def in_column(
    code: Code,
    layout: Layout,
    submission: int,
    field: str,
    rows: Sequence[int],
    sayings: Sequence[Saying],
    numbers: Sequence[int],
) -> list[Finding]:
    """Return a finding for each of these file rows of a field; where they are more than SINGLY, one for all of them.

    `rows` ascend; `numbers` say of each which of the `sayings` is its own.
    """
    if len(rows) > SINGLY and field in layout.anchors:
        place, first = layout.place(field, rows[0]), sayings[numbers[0]]
        alike = AlikeCells.of(layout.anchors[field], rows, numbers, sayings)
        return [Finding(code, place, submission, field, alike=alike, **first._asdict())]
    return [
        Finding(code, layout.place(field, row), submission, field, **sayings[number]._asdict())
        for row, number in zip(rows, numbers, strict=True)
    ]
