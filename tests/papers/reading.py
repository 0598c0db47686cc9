"""A Word file as a person reads it: its lines from above, its tables row by row, what stands at the head of its pages."""

import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


@dataclass(frozen=True)
class Paper:
    """A Word file by its bytes."""

    data: bytes

    @cached_property
    def document(self) -> Any:
        return Document(BytesIO(self.data))

    @cached_property
    def paragraphs(self) -> list[Any]:
        """Every paragraph in the order in which it is read, those in tables among them."""
        return [Paragraph(one, self.document) for one in self.document.element.body.iter(_PARAGRAPH)]

    @cached_property
    def lines(self) -> list[str]:
        """The paragraphs in which something stands."""
        return [line.text for line in self.paragraphs if line.text.strip()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """The tables, each row as its cells; cells that were joined are one."""
        return [_rows(table) for table in self.document.tables]

    @property
    def listed(self) -> list[list[str]]:
        """The rows of the list with “STT” in its first row, without that row and without what stands across."""
        table = next(rows for rows in self.tables if rows[0][0] == "STT")
        return [row for row in table[1:] if len(row) == len(table[0])]

    @property
    def heads(self) -> list[str]:
        """What stands at the head of the first page and of the others."""
        section = self.document.sections[0]
        return [header.paragraphs[0].text for header in (section.first_page_header, section.header)]

    def line(self, begins: str) -> str:
        """The line that begins so."""
        return next(line for line in self.lines if line.startswith(begins))

    def paragraph(self, begins: str) -> Any:
        """The paragraph that begins so."""
        return next(line for line in self.paragraphs if line.text.startswith(begins))


_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def _rows(table: Table) -> list[list[str]]:
    return [[_said(cell, table) for cell in row._tr.tc_lst] for row in table.rows]


def _said(cell: Any, table: Table) -> str:
    return "\n".join(Paragraph(one, table).text for one in cell.iter(_PARAGRAPH))


def paper(path: Path) -> Paper:
    """Return the Word file at a path."""
    return Paper(path.read_bytes())


def whole(data: bytes) -> str:
    """Return all that stands in any part of a Word file, what nobody sees too."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())
