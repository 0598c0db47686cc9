"""Copies: returns of two units that give the very same figures, as when one fills in a copy of the other's file."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence

ENOUGH = 8
"""So many figures above 0 agree by chance in no two units."""

_Figures = tuple[int | None, ...]


def copies(evidence: Evidence) -> Iterator[Finding]:
    """Say of each return whose figures on a fixed sheet are all those of another unit's, same form and year.

    Of two on different revisions of the form, those figures are compared that both ask. The one that came first in the
    folder is taken for the original; both count, for only the units can tell.
    """
    for tables in _of_one_form(evidence).values():
        first: dict[tuple[int, _Figures], Submission] = {}
        for number, layout, figures in _figures(tables):
            sent = evidence.submissions[number]
            if sum(1 for figure in figures if figure) < ENOUGH:
                continue
            original = first.setdefault((sent.year, figures), sent)
            if original.unit != sent.unit:
                place = Place(sent.file, layout.sheet)
                yield Finding(Code.COPY_OF_ANOTHER, place, number, other=original.file)


def _of_one_form(evidence: Evidence) -> dict[tuple[str, int], list[tuple[Table, int]]]:
    """The returns that count, each with its table of a fixed sheet: those of the same sheet and year together."""
    groups: dict[tuple[str, int], list[tuple[Table, int]]] = defaultdict(list)
    for table in evidence.accepted:
        if table.sheet.kind is SheetKind.FIXED:
            for number in map(int, table.rows["submission"]):
                sent = evidence.submissions[number]
                if sent.status.counts:
                    groups[table.sheet.key, sent.year].append((table, number))
    return groups


def _figures(returns: Sequence[tuple[Table, int]]) -> Iterator[tuple[int, Layout, _Figures]]:
    """The figures of each return that all of these returns ask, in the order of the folder."""
    tables = {id(table): table for table, _ in returns}.values()
    asked = [{field.id for field in table.sheet.asked if field.adds_up} for table in tables]
    names = sorted(set.intersection(*asked))
    figures = {id(table): _rows(table, names) for table in tables}
    for table, number in sorted(returns, key=itemgetter(1)):
        yield number, table.layouts[number], figures[id(table)][number]


def _rows(table: Table, names: Sequence[str]) -> dict[int, _Figures]:
    columns = [[None if pd.isna(cell) else int(cell) for cell in table.rows[name].tolist()] for name in names]
    figures = zip(*columns, strict=True) if columns else ((),) * len(table.rows)
    return dict(zip(map(int, table.rows["submission"]), figures, strict=True))
