"""The asides of an .xls: its notes, and what is struck through. What is drawn on it is not looked at."""

from collections.abc import Iterator

import xlrd

from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.cells.xls import with_looks

_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)


def asides(data: bytes) -> dict[str, list[Beside]]:
    """Return the asides of each sheet; nothing where the looks of a workbook that is read otherwise are broken."""
    try:
        book = with_looks(data)
    except Exception:  # whatever xlrd fails over here, the cells were read without it
        return {}
    struck = {at for at, look in enumerate(book.xf_list) if book.font_list[look.font_index].struck_out}
    fonts = {at for at, font in enumerate(book.font_list) if font.struck_out}
    return {sheet.name: [*_notes(sheet), *_struck(sheet, struck, fonts)] for sheet in book.sheets()}


def _notes(sheet: xlrd.sheet.Sheet) -> Iterator[Beside]:
    for (row, column), note in sheet.cell_note_map.items():
        yield Beside(BesideKind.NOTE, row, column, note.text)


def _struck(sheet: xlrd.sheet.Sheet, struck: set[int], fonts: set[int]) -> Iterator[Beside]:
    """Cells that are struck through as a whole, or of whose text some letters are."""
    for row in range(sheet.nrows if fonts else 0):
        for column, kind in enumerate(sheet.row_types(row)):
            runs = sheet.rich_text_runlist_map.get((row, column), ())
            if kind not in _EMPTY and (
                sheet.cell_xf_index(row, column) in struck or any(font in fonts for _, font in runs)
            ):
                yield Beside(BesideKind.STRUCK, row, column)
