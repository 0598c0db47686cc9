"""Where the cells of a sheet stand, in the words of Excel formulas: one answer for lists, one for fixed sheets."""

from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import FIRST_ROW, Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import anchors

LAST_ROW = 2006
"""The last file row of a list that bears validations and rules; more rows than any village has households."""


@dataclass(frozen=True)
class Cells:
    """The addresses of one sheet. References in a list are relative to its first entry row."""

    sheet: Sheet
    anchors: dict[str, str]

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
        after = list(self.anchors)[list(self.anchors).index(field) + 1 :]
        return f"{self.ref(after[0])}:{self.ref(after[-1])}" if after else None


def cells_of(sheet: Sheet) -> Cells:
    """Return the addresses of a sheet as it is printed."""
    return Cells(sheet, anchors(sheet))
