"""Breaches: where the rows of a submission break what their sheet asks, and a table without what is wrong in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from learnsoc_xlsx.frames import positions
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.tables import Table


@dataclass(frozen=True)
class Breaches:
    """What is wrong in the rows of one submission in a table: what is said of it and what is lost by it.

    `emptied` says of a field in which rows its cell goes, `rejected` which rows go as a whole: counted from 0 among the rows of
    the submission, as they were read.
    """

    findings: tuple[Finding, ...]
    lost: LostCells
    emptied: Mapping[str, tuple[int, ...]]
    rejected: tuple[int, ...]

    def numbered_from(self, first: int, renumbered: Callable[[Finding], Finding]) -> "Breaches":
        """Return the same of a submission whose number is `first` higher; `renumbered` does so for a finding."""
        findings = tuple(map(renumbered, self.findings))
        return replace(self, findings=findings, lost=self.lost.numbered_from(first, renumbered))


BySubmission = Mapping[int, Breaches]
"""By number; who breaks nothing is not there."""


def without(table: Table, breaches: BySubmission) -> Table:
    """Return a table with wrong cells emptied and rejected rows gone, each lost with its finding."""
    if table.rows.empty:
        return table
    lost = LostCells.together([table.lost, *(one.lost for one in breaches.values())])
    return replace(table, rows=_sound(table, breaches), lost=lost)


def _sound(table: Table, breaches: BySubmission) -> pd.DataFrame:
    rows = table.rows.reset_index(drop=True)
    emptied: dict[str, list[int]] = {}
    rejected: list[int] = []
    places = positions(table) if breaches else {}
    for number, own in breaches.items():
        for name, turns in own.emptied.items():
            emptied.setdefault(name, []).extend(places[number][turn] for turn in turns)
        rejected += (places[number][turn] for turn in own.rejected)
    if not emptied and not rejected:
        return rows
    kept = rows.copy()
    for name, cells in emptied.items():
        kept.loc[cells, name] = pd.NA
    return kept.drop(index=rejected).reset_index(drop=True)
