"""Where the cells of a sheet stand, in the words of Excel formulas: one answer for lists, one for fixed sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import FIRST_ROW, Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.vietnamese.letters import bare

LAST_ROW = 2006
"""The last file row of a list that bears validations and rules; more rows than any village has households."""


@dataclass(frozen=True)
class Cells:
    """The addresses of one sheet, and the lists of its form. References in a list are relative to its first entry row."""

    sheet: Sheet
    anchors: dict[str, str]
    lists: dict[str, Sheet]

    @property
    def is_list(self) -> bool:
        return self.sheet.kind is SheetKind.LIST

    def area(self, field: str) -> str:
        """The entry cells of a field, as a range."""
        anchor = self.anchors[field]
        return f"{anchor}{FIRST_ROW}:{anchor}{LAST_ROW}" if self.is_list else anchor

    def ref(self, field: str) -> str:
        """The field's cell in the row that a rule looks at."""
        anchor = self.anchors[field]
        return f"${anchor}{FIRST_ROW}" if self.is_list else f"${anchor[0]}${anchor[1:]}"

    def down_to(self, field: str) -> str:
        """The field's cells from the first row down to the row that a rule looks at."""
        anchor = self.anchors[field]
        return f"${anchor}${FIRST_ROW}:${anchor}{FIRST_ROW}"

    def begun(self, field: str) -> str | None:
        """Cells that show, when one is filled, that `field` was passed over; None where nothing can show it."""
        if self.is_list:
            letters = list(self.anchors.values())
            return f"${letters[0]}{FIRST_ROW}:${letters[-1]}{FIRST_ROW}"
        after = self._after(field)
        return f"{self.ref(after[0])}:{self.ref(after[-1])}" if after else None

    def computed_after(self, field: str) -> int:
        """How many of the cells that show it are computed or printed, and so are never empty."""
        computed = {asked.id for asked in self.sheet.asked if asked.computed or asked.printed}
        return 0 if self.is_list else len(computed.intersection(self._after(field)))

    def _after(self, field: str) -> list[str]:
        return list(self.anchors)[list(self.anchors).index(field) + 1 :]


def cells_of(sheet: Sheet, sheets: Sequence[Sheet] = ()) -> Cells:
    """Return the addresses of a sheet as it is printed in a form of these sheets."""
    return Cells(sheet, anchors(sheet), {one.id: one for one in sheets if one.kind is SheetKind.LIST})


def whole_column(sheet: Sheet, field: str) -> str:
    """The column of a field on another sheet, with its header: rows may come and go."""
    letter = anchors(sheet)[field]
    return f"'{sheet.name}'!${letter}:${letter}"


def name_of_column(sheet: Sheet) -> str:
    """What a workbook calls the subjects of a list: rules of another sheet may name them, but not point at them."""
    return f"ds_{bare(sheet.name).replace(' ', '_')}"


def subjects(sheet: Sheet) -> str:
    """The cells in which the subjects of a list stand."""
    letter = anchors(sheet)[sheet.subject.id]
    return f"='{sheet.name}'!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"
