"""Have openpyxl write the same bytes in two thirds of its time: a sheet stays in memory, and its rows are put down as text.

The tests save thousands of workbooks. Who imports this has them saved so.
"""

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell._writer import _set_attributes, write_cell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter


def _write_worksheet(self: ExcelWriter, ws: Worksheet) -> None:
    """Write a sheet among the parts, as the method of that name does by way of a file on the disk."""
    ws._drawing = SpreadsheetDrawing()
    ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
    out = _Part()
    writer = _Sheet(ws, out)
    writer.write()
    ws._rels = writer._rels
    self._archive.writestr(ws.path[1:], out.getvalue())
    self.manifest.append(ws)


class _Part(io.BytesIO):
    def readable(self) -> bool:
        """What may be read is made ready for it after every word that is written."""
        return False


class _Sheet(WorksheetWriter):  # type: ignore[misc]
    def write_rows(self) -> None:
        stream = self.xf.send(True)
        with stream.element("sheetData"):
            for number, cells in self.rows():
                look = {"r": str(number)} | dict(self.ws.row_dimensions.get(number, {}))
                stream._file(f"<row{_attributes(look)}>")
                for cell in cells:
                    self._write(stream, cell)
                stream._file("</row>")
        self.xf.send(None)

    def _write(self, stream: Any, cell: Any) -> None:
        if cell._comment is not None:
            self.ws._comments.append(CommentRecord.from_cell(cell))
        if cell._value is None and not cell.has_style and cell._comment is None:
            return
        if (cell.data_type == "s" and not isinstance(cell._value, str)) or cell.data_type == "f":
            write_cell(stream, self.ws, cell, cell.has_style)
        else:
            stream._file("".join(_cell(cell)))


def _cell(cell: Any) -> Iterator[str]:
    value, attributes = _set_attributes(cell, cell.has_style)
    yield f"<c{_attributes(attributes)}"
    if value is None or value == "":
        yield " />"
    elif cell.data_type == "s":
        space = ' xml:space="preserve"' if value.strip() not in ("", value) else ""
        yield f"><is><t{space}>{escape(value)}</t></is></c>"
    else:
        yield f"><v>{escape(safe_string(value))}</v></c>"


def _attributes(given: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in given.items())


ExcelWriter.write_worksheet = _write_worksheet
