"""Causes: what has been spoken of so far, for one finding a root cause: whoever may see another's cause asks here first."""

from collections.abc import Iterable

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place

_Cell = tuple[int, str, str]
"""Submission, sheet as the file names it, cell, column or field."""


class Causes:
    """The findings so far, by what they are about; a check that speaks tells them here, for those that come after it."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._cells: dict[_Cell, Finding] = {}
        self._columns: dict[_Cell, list[Finding]] = {}
        self._fields: dict[_Cell, list[Finding]] = {}
        self._sheets: set[tuple[int, str]] = set()
        self.tell(findings)

    def tell(self, findings: Iterable[Finding]) -> None:
        """Remember what was found; of several findings at one cell the first is its cause."""
        for finding in findings:
            about = finding.submission, finding.place.sheet
            if finding.alike:
                self._columns.setdefault((*about, finding.alike.column), []).append(finding)
            elif finding.place.cell and self.at(finding.submission, finding.place) is None:
                self._cells[(*about, finding.place.cell)] = finding
            if finding.field:
                self._fields.setdefault((*about, finding.field), []).append(finding)
            if finding.is_about_a_sheet:
                self._sheets.add(about)

    def at(self, submission: int, place: Place) -> Finding | None:
        """Return what is said of a cell of a submission, alone or with others of its column, or nothing."""
        single = self._cells.get((submission, place.sheet, place.cell))
        if single or not self._columns:
            return single
        column = place.cell.rstrip("0123456789")
        same = self._columns.get((submission, place.sheet, column), ())
        return next((one for one in same if one.alike and one.alike.number(place.row) is not None), None)

    def of(self, submission: int, sheet: str, field: str) -> list[Finding]:
        """Return all that is said of a field of a sheet, at whatever cell."""
        return self._fields.get((submission, sheet, field), [])

    def doubt(self, submission: int, sheet: str) -> bool:
        """Whether a sheet is doubted as a whole."""
        return (submission, sheet) in self._sheets
