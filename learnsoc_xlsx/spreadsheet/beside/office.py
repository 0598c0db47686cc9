"""The asides of an .xlsx and an .xlsb: their drawings and threads are written alike, their notes are not.

Source: ECMA-376 part 1, 18.7 and 20.5; [MS-XLSX] 2.6.205; [MS-XLSB] 2.4.28, 2.4.327.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from xml.etree import ElementTree

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.beside.struck import struck_cells
from learnsoc_xlsx.spreadsheet.cells.xlsb import records, sheet_parts
from learnsoc_xlsx.spreadsheet.cells.xlsb_looks import looks_of_cells, struck_looks
from learnsoc_xlsx.spreadsheet.package.inventory import inventory, related_to
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

Element = ElementTree.Element

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
_COMMENT, _COMMENT_TEXT = 635, 637
_FIRST_ROW_AND_COLUMN = struct.Struct("<4xI4xI")


def asides(parts: Parts) -> dict[str, list[Beside]]:
    """Return the asides of each sheet of an .xlsx. Raises one of DAMAGED."""
    held = parts.once(inventory)
    return {name: [*_beside(parts, part), *struck_cells(parts, held, part)] for name, part in held.sheets.items()}


def asides_binary(parts: Parts) -> dict[str, list[Beside]]:
    """Return the asides of each sheet of an .xlsb; of letters struck out within a text nothing is known. Raises one of DAMAGED."""
    looks = struck_looks(parts)
    return {
        name: [*_beside(parts, part), *_struck(parts.read(part), looks)]
        for name, part in sheet_parts(parts)
        if part in parts
    }


def _struck(body: bytes, looks: frozenset[int]) -> Iterator[Beside]:
    for row, column, look in looks_of_cells(body) if looks else ():
        if look in looks:
            yield Beside(BesideKind.STRUCK, row, column)


def _beside(parts: Parts, sheet: str) -> Iterator[Beside]:
    """What the parts say to which a sheet refers. A note that is the stand-in of a thread is the thread's."""
    related = [to for to in related_to(parts, sheet).values() if to.part in parts]
    threads = [aside for to in related if to.kind == "threadedComment" for aside in _whole(_threads(parts, to.part))]
    yield from _joined(threads)
    taken = {(aside.row, aside.column) for aside in threads}
    for to in related:
        if to.kind == "comments":
            notes = (
                _binary_notes(parts.read(to.part)) if to.part.casefold().endswith(".bin") else _notes(parts, to.part)
            )
            yield from (note for note in _whole(notes) if (note.row, note.column) not in taken)
        elif to.kind == "drawing":
            yield from _whole(_drawn(parts, to.part))


def _whole(made: Iterator[Beside]) -> list[Beside]:
    """As many as can be read of a part that may be damaged."""
    gathered: list[Beside] = []
    with suppress(*DAMAGED):
        gathered.extend(made)
    return gathered


def _joined(threads: Iterable[Beside]) -> Iterator[Beside]:
    """One aside a cell: a remark and the answers to it."""
    by_cell: dict[tuple[int, int], list[str]] = {}
    for thread in threads:
        by_cell.setdefault((thread.row, thread.column), []).append(thread.words)
    for (row, column), words in by_cell.items():
        yield Beside(BesideKind.NOTE, row, column, " / ".join(words))


def _threads(parts: Parts, part: str) -> Iterator[Beside]:
    for thread in parts.tree(part).iterfind("{*}threadedComment"):
        yield from _at(BesideKind.NOTE, thread.get("ref", ""), thread.findtext("{*}text", ""))


def _notes(parts: Parts, part: str) -> Iterator[Beside]:
    for note in parts.tree(part).iterfind(".//{*}comment"):
        text = "".join(_texts(child) for child in note if child.tag.endswith("}text"))
        yield from _at(BesideKind.NOTE, note.get("ref", ""), text)


def _texts(element: Element) -> str:
    """The text of runs, without what is only how to say it."""
    direct = [child.text or "" for child in element if child.tag.endswith("}t")]
    return "".join((*direct, *(_texts(child) for child in element if child.tag.endswith("}r"))))


def _at(kind: BesideKind, address: str, words: str) -> Iterator[Beside]:
    match = _ADDRESS.match(address.upper())
    if match:
        yield Beside(kind, int(match[2]) - 1, column_number(match[1]), words)


def _binary_notes(body: bytes) -> Iterator[Beside]:
    at = 0, 0
    for kind, content in records(body):
        if kind == _COMMENT:
            at = _FIRST_ROW_AND_COLUMN.unpack_from(content)
        elif kind == _COMMENT_TEXT:
            (length,) = struct.unpack_from("<I", content, 1)
            yield Beside(BesideKind.NOTE, *at, content[5 : 5 + 2 * length].decode("utf-16-le", "replace"))


def _drawn(parts: Parts, part: str) -> Iterator[Beside]:
    """Boxes with words and pictures, each at the cell over which its corner lies; lines, arrows and charts say nothing."""
    for anchor in parts.tree(part):
        corner = anchor.find("{*}from")
        row, column = (
            int(corner.findtext(f"{{*}}{name}") or 0) if corner is not None else 0 for name in ("row", "col")
        )
        words = " ".join(_paragraphs(anchor))
        if words:
            yield Beside(BesideKind.BOX, row, column, words)
        if anchor.find(".//{*}pic") is not None:
            yield Beside(BesideKind.PICTURE, row, column)


def _paragraphs(anchor: Element) -> Iterator[str]:
    """The paragraphs of the shapes of an anchor; a shape that is there for old and for new programs is taken once."""
    seen: set[str] = set()
    for body in anchor.iterfind(".//{*}sp/{*}txBody"):
        words = " ".join(
            "".join(text.text or "" for text in line.iterfind(".//{*}t")) for line in body.iterfind("{*}p")
        ).strip()
        if words and words not in seen:
            seen.add(words)
            yield words
