"""Destinations: where the rows stand that cells lead to, in the workbook itself or in its annex beside it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from learnsoc_xlsx.model.report import Report, ToRow
from learnsoc_xlsx.stages.write.draw import layout


@dataclass(frozen=True)
class Destination:
    """A cell to link to: of the workbook of that name in the same folder, or (empty) of this one."""

    workbook: str
    sheet: str
    cell: str


class Destinations:
    """The rows of a report that bear an anchor, and those of its annex."""

    def __init__(self, report: Report, annex: Report | None, full: int) -> None:
        self._places = [
            (
                PurePosixPath(other.path).name if other is annex else "",
                layout.anchors(other, layout.sheets(other, full)),
            )
            for other in (report, annex)
            if other is not None and other.pages
        ]

    def of(self, link: ToRow) -> Destination | None:
        """Return where a link leads, None where nothing bears its anchor; a row of this workbook comes first."""
        for workbook, rows in self._places:
            if (link.page, link.anchor) in rows:
                sheet, row = rows[link.page, link.anchor]
                return Destination(workbook, sheet, f"A{row + 1}")
        return None
