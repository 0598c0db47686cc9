"""The error cells of an .xls."""

import io
from collections.abc import Iterator

import xlrd

from learnsoc_xlsx.spreadsheet.cells.words import Cells


def troubled_sheets(data: bytes) -> Iterator[tuple[str, Cells]]:
    """Give each sheet's name, and its error values by row and column, counted from 0. Raises what xlrd raises."""
    for sheet in xlrd.open_workbook(file_contents=data, logfile=io.StringIO()).sheets():
        yield (
            sheet.name,
            {
                (row, column): xlrd.error_text_from_code.get(sheet.cell_value(row, column), "#N/A")
                for row in range(sheet.nrows)
                for column, kind in enumerate(sheet.row_types(row))
                if kind == xlrd.XL_CELL_ERROR
            },
        )
