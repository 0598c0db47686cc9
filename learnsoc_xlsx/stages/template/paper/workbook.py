"""The workbook that a template is written to: in memory, the same bytes every time, text never taken for a formula."""

import io
import warnings
from collections.abc import Callable
from datetime import datetime

from xlsxwriter import Workbook

from learnsoc_xlsx.spreadsheet.on_disk.zip_file import as_everywhere
from learnsoc_xlsx.stages.template.paper.leaf import Leaves
from learnsoc_xlsx.stages.template.paper.styles import FONT

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 11, "font_family": 1, "font_scheme": "none"},
}


def printed(title: str, year: int, fill: Callable[[Workbook], None]) -> bytes:
    """Return the bytes of a workbook that `fill` has filled; what Excel would drop in silence is an error."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = Leaves(buffer, _OPTIONS)
        book.set_properties({"title": title, "author": "learnsoc", "created": datetime(year, 1, 1)})
        fill(book)
        book.close()
    return as_everywhere(buffer.getvalue())
