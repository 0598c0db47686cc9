"""Characters that no office program shows, and that XML forbids, are taken out of the cells before anything is read."""

from collections.abc import Iterator

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.spreadsheet.package.characters import allowed, forbidden
from learnsoc_xlsx.stages.read.open_sheet import SHOWN, OpenSheet, as_seen


def without_forbidden(page: OpenSheet) -> Iterator[Finding]:
    """Take such characters out of every cell of an open sheet, in its place, and name each cell."""
    for row, cells in enumerate(page.rows):
        for at, cell in enumerate(cells):
            if isinstance(cell, str) and forbidden(cell):
                cells[at] = allowed(cell)
                yield page.at_cell(Code.FORBIDDEN_CHARACTER, row, at, given=as_seen(cells[at])[:SHOWN])
