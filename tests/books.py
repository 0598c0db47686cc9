"""Workbooks on the desk: opened to be looked at or written on, and saved."""

import copyreg
import io
import pickle
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.dimensions import DimensionHolder
from openpyxl.writer.excel import ExcelWriter

import tests.saving  # noqa: F401  whatever is saved is saved in less time


def opened(came: bytes | Path) -> Workbook:
    """Return a workbook of one's own; the same one is opened again in a twentieth of the time."""
    book: Workbook = pickle.loads(_pickled(came if isinstance(came, bytes) else came.read_bytes()))
    return book


@lru_cache(maxsize=64)
def _pickled(data: bytes) -> bytes:
    return pickle.dumps(load_workbook(io.BytesIO(data)), pickle.HIGHEST_PROTOCOL)


def without_looks(book: Workbook) -> Workbook:
    """Take from a workbook what is only for the eye, as some programs do: it is saved in half the time."""
    for page in book:
        page.conditional_formatting = ConditionalFormattingList()
        page.data_validations = DataValidationList()
        for at in [at for at, cell in page._cells.items() if isinstance(cell, Cell) and cell.value is None]:
            del page._cells[at]
    return book


def _reduced(holder: Any) -> tuple[Any, ...]:
    """The rows or columns of a sheet: openpyxl's own way of pickling them loses what makes new ones."""
    made = holder.worksheet, holder.reference, holder.default_factory
    return DimensionHolder, made, {"max_outline": holder.max_outline}, None, iter(holder.items())


copyreg.pickle(DimensionHolder, _reduced)


def saved(book: Workbook) -> bytes:
    """Return the workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def saved_unpacked(book: Workbook) -> bytes:
    """Return the bytes of a workbook whose parts are not packed, which takes less time."""
    out = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED)).save()
    return out.getvalue()
