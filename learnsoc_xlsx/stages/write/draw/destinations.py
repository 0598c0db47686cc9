"""Destinations: where the rows stand that cells lead to, in the workbook itself or in its annex beside it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.report import CellSpan, Report, ToRow
from learnsoc_xlsx.stages.write.draw import layout
from learnsoc_xlsx.stages.write.draw.links import quoted


@dataclass(frozen=True)
class Destination:
    """A cell to link to: of the workbook of that name in the same folder, or (empty) of this one."""

    workbook: str
    sheet: str
    cell: str


class Destinations:
    """The rows of a report that bear an anchor, and those of its annex."""

    def __init__(self, report: Report, annex: Report | None, full: int) -> None:
        self._own = layout.anchors(report, layout.sheets(report, full)) if report.pages else {}
        self._places = [("", self._own)]
        if annex is not None and annex.pages:
            self._places.append((PurePosixPath(annex.path).name, layout.anchors(annex, layout.sheets(annex, full))))

    def of(self, link: ToRow) -> Destination | None:
        """Return where a link leads, None where nothing bears its anchor; a row of this workbook comes first."""
        for workbook, rows in self._places:
            if there := rows.get((link.page, link.anchor)):
                sheet, row = there
                return Destination(workbook, sheet, f"A{row + 1}")
        return None

    def range(self, cells: CellSpan, here: str) -> str | None:
        """Return some cells as a formula on the sheet `here` names them; None where their row is not in this workbook."""
        begin, end = (self._own.get((cells.page, anchor)) for anchor in (cells.anchor, cells.until or cells.anchor))
        if begin is None or end is None or begin[0] != end[0]:
            return None
        last = cells.first if cells.last is None else cells.last
        corners = (f"{column_letter(cells.first)}{begin[1] + 1}", f"{column_letter(last)}{end[1] + 1}")
        sheet = "" if begin[0] == here else f"{quoted(begin[0])}!"
        return sheet + (corners[0] if corners[0] == corners[1] else ":".join(corners))
