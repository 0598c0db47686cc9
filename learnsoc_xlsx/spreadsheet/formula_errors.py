"""Error cells: the reader gives an empty text for #REF! and #DIV/0!, so that a broken formula would pass for a blank.

The same holds for a formula that was saved before anything reckoned it. Each container says it in its own way.
"""

from collections.abc import Callable, Iterator

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.cells import ods, shown, xls, xlsb, xlsb_looks, xlsx
from learnsoc_xlsx.spreadsheet.cells.words import FAILED, PICTURE, Cells
from learnsoc_xlsx.spreadsheet.cells.words import NO_RESULT as NO_RESULT
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import Parts
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file

ErrorCells = dict[str, Cells]
"""Sheet name to (row, column), both counted from 0, to what the cell says."""

_CODES = {NO_RESULT: Code.NO_RESULT, PICTURE: Code.PICTURE_IN_CELL}


def broken(cell: object) -> Code | None:
    """Return the code of what a broken cell says in the place of a value, or None for anything else."""
    if not isinstance(cell, str) or not cell.startswith(("#", "E")):
        return None
    return _CODES.get(cell) or (Code.ERROR_VALUE if FAILED.fullmatch(cell) else None)


def error_cells(data: bytes, container: str, parts: Parts | None = None) -> ErrorCells:
    """Return what the reader has got wrong in a workbook that it has opened: error values, formulas without a result, and
    texts (.ods) among which it took what only floats over the cell.

    `parts` are its parts where they are at hand already; else `data` is unpacked.
    """
    if container == "xls":
        return {name: cells for name, cells in xls.troubled_sheets(data) if cells}
    read = _ZIPPED.get(container)
    return {name: cells for name, cells in read(parts or Parts(data)) if cells} if read else {}


def _of_xlsx(parts: Parts) -> Iterator[tuple[str, Cells]]:
    for name, part in parts.once(inventory).sheets.items():
        if part in parts:
            yield name, xlsx.troubled(parts, part)


def shown_numbers(data: bytes, container: str, parts: Parts | None) -> ErrorCells:
    """Return what numbers look like whose format adds signs to them; of damaged looks, nothing: the cells were read without."""
    try:
        shown = xls.shown_in_sheets(data) if parts is None else _SHOWN[container](parts)
        return {name: cells for name, cells in shown if cells}
    except Exception as error:  # xlrd raises whatever it stumbles over
        if is_of_the_file(error):
            return {}
        raise


_SHOWN: dict[str, Callable[[Parts], Iterator[tuple[str, Cells]]]] = {
    "xlsx": shown.shown_in_sheets,
    "xlsb": xlsb_looks.shown_in_sheets,
    "ods": ods.shown_in_sheets,
}
_ZIPPED: dict[str, Callable[[Parts], Iterator[tuple[str, Cells]]]] = {
    "xlsx": _of_xlsx,
    "xlsb": xlsb.errors_of,
    "ods": ods.troubled_sheets,
}
