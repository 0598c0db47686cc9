"""Whether a broken .xlsx whose sheets are read by their bytes comes to what the reader of workbooks gives."""

import io
from collections.abc import Iterator, Sequence

from python_calamine import CalamineError, CalamineWorkbook

from learnsoc_xlsx.spreadsheet.cells.plain.cells import plain_cells
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

Typed = list[list[tuple[type, object]]]


def read_otherwise(data: bytes) -> list[str]:
    """Return what differs on each sheet that is read by its bytes: nothing where the reader does not open the file."""
    try:
        parts, book = Parts(data), CalamineWorkbook.from_filelike(io.BytesIO(data))
        alike = book.sheet_names == [*parts.once(inventory).sheets]
    except (*DAMAGED, CalamineError):
        return []
    return [words for name in book.sheet_names if alike for words in _differences(parts, book, name)]


def _differences(parts: Parts, book: CalamineWorkbook, name: str) -> Iterator[str]:
    try:
        plain = plain_cells(parts, name)
    except DAMAGED:
        return
    if plain is None:
        return
    try:
        theirs = _typed(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    except CalamineError as refusal:
        yield f"{name}: read, but the reader says {refusal}"
        return
    if _typed(plain) != theirs:
        yield f"{name}: {_first(_typed(plain), theirs)}"


def _typed(rows: Sequence[Sequence[object]]) -> Typed:
    """Cells that differ where they look equal: 1, 1.0 and True; an error stands in them otherwise."""
    return [[(type(cell), cell) for cell in row] for row in rows]


def _first(ours: Typed, theirs: Typed) -> str:
    pairs = ((row, column) for row in range(len(ours)) for column in range(len(ours[row])))
    if len(ours) != len(theirs) or any(len(one) != len(other) for one, other in zip(ours, theirs, strict=True)):
        return f"{len(ours)} rows, not {len(theirs)}, or of another length"
    return next(f"{row}, {column}: {ours[row][column]}, not {theirs[row][column]}" for row, column in pairs if ours[row][column] != theirs[row][column])  # fmt: skip
