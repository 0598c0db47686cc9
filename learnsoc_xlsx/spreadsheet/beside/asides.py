"""The asides of a workbook, sheet by sheet, in every container."""

from collections.abc import Callable
from contextlib import suppress

from learnsoc_xlsx.spreadsheet.beside import ods, office, xls
from learnsoc_xlsx.spreadsheet.beside.beside import Beside
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

Asides = dict[str, list[Beside]]
"""The name of a sheet to its asides."""


def asides_of(data: bytes, container: str, parts: Parts | None) -> Asides:
    """Return what stands beside the cells of a workbook that was opened; of a part that is damaged, nothing.

    A damaged note is no reason not to read the cells.
    """
    if parts is None:
        return xls.asides(data)
    with suppress(*DAMAGED):
        return _ZIPPED[container](parts)
    return {}


_ZIPPED: dict[str, Callable[[Parts], Asides]] = {"xlsx": office.asides, "xlsb": office.asides_binary, "ods": ods.asides}
