"""The sheets of a template: xlsxwriter's own, with less work where the same is asked for again and again."""

from functools import lru_cache

from xlsxwriter import Workbook
from xlsxwriter.worksheet import ColumnInfo, Worksheet

_LAST_COLUMN = 16_383


class Leaf(Worksheet):  # type: ignore[misc]
    """A sheet, of which the look of the last column may hold for all columns to its right."""

    open_to_the_right = False

    def _write_col_info(self, col_min: int, col_max: int, col_info: ColumnInfo) -> None:
        beyond = self.open_to_the_right and col_max == max(self.col_info)
        super()._write_col_info(col_min, _LAST_COLUMN if beyond else col_max, col_info)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return _as_kept(formula, expand_future_functions)


@lru_cache(maxsize=4096)
def _as_kept(formula: str, expand_future_functions: bool) -> str:
    """A formula as a file keeps it: each is searched for the names of two hundred functions, and the same ones come again."""
    kept: str = Worksheet()._prepare_formula(formula, expand_future_functions)
    return kept


class Leaves(Workbook):  # type: ignore[misc]
    """A workbook of such sheets."""

    worksheet_class = Leaf
