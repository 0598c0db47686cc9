"""Lost cells: what stood in the cells of a table whose values do not count; many of one column are kept together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.tables import Cell, Lost

_Field = tuple[int, str]
"""Submission, field."""


@dataclass(frozen=True)
class LostColumn:
    """All cells of a finding that stands in many, lost: `typed` is what was typed, by the number of its saying."""

    finding: Finding
    typed: tuple[str, ...]

    def get(self, row: int) -> Lost | None:
        number = self.finding.alike.number(row) if self.finding.alike else None
        return None if number is None else Lost(self.typed[number], self.finding.in_row(row))

    def __iter__(self) -> Iterator[int]:
        return iter(self.finding.alike.rows if self.finding.alike else ())


class LostCells(Mapping[Cell, Lost]):
    """What became of each lost cell, as a mapping; the cells of a column that are lost together are no entries before
    somebody asks for one.
    """

    def __init__(self, singles: Mapping[Cell, Lost], columns: Iterable[LostColumn] = ()) -> None:
        self._singles = singles
        self._columns: dict[_Field, list[LostColumn]] = {}
        for column in columns:
            self._columns.setdefault((column.finding.submission, column.finding.field), []).append(column)

    def __getitem__(self, cell: Cell) -> Lost:
        if cell in self._singles:
            return self._singles[cell]
        number, row, field = cell
        for column in self._columns.get((number, field), ()):
            if lost := column.get(row):
                return lost
        raise KeyError(cell)

    def __contains__(self, cell: object) -> bool:
        if cell in self._singles:
            return True
        if not isinstance(cell, tuple):
            return False
        number, row, field = cell
        same = self._columns.get((number, field), ())
        return any(one.finding.alike and one.finding.alike.number(row) is not None for one in same)

    def __iter__(self) -> Iterator[Cell]:
        yield from self._singles
        for (number, field), columns in self._columns.items():
            yield from ((number, row, field) for column in columns for row in column)

    def __len__(self) -> int:
        return len(self._singles) + sum(column.finding.size for column in self._all_columns)

    @property
    def _all_columns(self) -> list[LostColumn]:
        return [column for columns in self._columns.values() for column in columns]

    def numbered_from(self, first: int, renumbered: Callable[[Finding], Finding]) -> "LostCells":
        """Return the same cells of submissions whose numbers count from `first`; `renumbered` does so for a finding."""
        singles = {
            (number + first, row, field): Lost(lost.typed, renumbered(lost.finding))
            for (number, row, field), lost in self._singles.items()
        }
        columns = (LostColumn(renumbered(column.finding), column.typed) for column in self._all_columns)
        return LostCells(singles, columns)

    @staticmethod
    def together(parts: Sequence[Mapping[Cell, Lost]]) -> "LostCells":
        """Lay what was lost of several tables together."""
        singles: dict[Cell, Lost] = {}
        columns: list[LostColumn] = []
        for part in parts:
            singles |= part._singles if isinstance(part, LostCells) else part
            columns += part._all_columns if isinstance(part, LostCells) else []
        return LostCells(singles, columns)
