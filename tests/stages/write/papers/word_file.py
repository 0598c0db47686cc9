"""Word files as tests draw them: paragraphs, tables, and whatever else somebody may put into a template."""

import io
import zipfile
from collections.abc import Callable, Sequence

from docx import Document

Change = Callable[[bytes], bytes]


def word(*lines: str, rows: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A document of these paragraphs, and below them a table of these rows."""
    made = Document()
    made.core_properties.title = title
    for line in lines:
        made.add_paragraph(line)
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return saved(made)


def saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_part(data: bytes, name: str, change: Change) -> bytes:
    """The same file with one of its parts changed, or, where it has none of that name, added (from nothing)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts.namelist():
            made.writestr(part, change(parts.read(part)) if part == name else parts.read(part))
        if name not in parts.namelist():
            made.writestr(name, change(b""))
    return out.getvalue()


def with_body(data: bytes, old: str, new: str) -> bytes:
    """The same file with something in the markup of its body replaced."""

    def change(body: bytes) -> bytes:
        assert old.encode() in body
        return body.replace(old.encode(), new.encode())

    return with_part(data, "word/document.xml", change)


def text_of(data: bytes) -> list[str]:
    """The paragraphs of a document that say something, those of its tables behind the others, cell by cell."""
    read = Document(io.BytesIO(data))
    cells = [cell for table in read.tables for row in table.rows for cell in row.cells]
    lines = [line.text for line in read.paragraphs] + [line.text for cell in cells for line in cell.paragraphs]
    return [line for line in lines if line]


def valid(data: bytes) -> bool:
    """Whether every cell ends with a paragraph and no table is without rows, as Word asks."""
    read = Document(io.BytesIO(data))
    return all(
        table.rows and all(cell._tc[-1].tag.endswith("}p") for row in table.rows for cell in row.cells)
        for table in read.tables
    )
