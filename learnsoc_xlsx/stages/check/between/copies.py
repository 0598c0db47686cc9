"""Copies: returns of two units that give the very same figures, as when one fills in a copy of the other's file."""

from collections.abc import Iterator

import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence

ENOUGH = 8
"""So many figures above 0 agree by chance in no two units."""

_Figures = tuple[int | None, ...]


def copies(evidence: Evidence) -> Iterator[Finding]:
    """Say of each return whose figures on a fixed sheet are all those of another unit's, same form and year.

    The one that came first in the folder is taken for the original; both count, for only the units can tell.
    """
    for table in evidence.accepted:
        first: dict[tuple[int, _Figures], Submission] = {}
        for number, figures in _figures(table):
            sent = evidence.submissions[number]
            if not sent.status.counts or sum(1 for figure in figures if figure) < ENOUGH:
                continue
            original = first.setdefault((sent.year, figures), sent)
            if original.unit != sent.unit:
                place = Place(sent.file, table.layouts[number].sheet)
                yield Finding(Code.COPY_OF_ANOTHER, place, number, other=original.file)


def _figures(table: Table) -> list[tuple[int, _Figures]]:
    names = [field.id for field in table.sheet.asked if field.adds_up]
    if table.sheet.kind is not SheetKind.FIXED or not names:
        return []
    rows = table.rows.sort_values("submission")
    columns = [[None if pd.isna(cell) else int(cell) for cell in rows[name].tolist()] for name in names]
    return list(zip(map(int, rows["submission"]), zip(*columns, strict=True), strict=True))
