"""Which part of a zipped workbook holds what. Its own relations say so: no part has a name that it must bear.

Source: ECMA-376 part 2 (Open Packaging Conventions), 8.2 and 9.3.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote
from xml.etree import ElementTree

from learnsoc_xlsx.spreadsheet.parts import Parts

_USUAL = ("xl/workbook.xml", "xl/workbook.bin")


@dataclass(frozen=True)
class Related:
    """What a part refers to: the last word of the relation's type, and the part."""

    kind: str
    part: str


@dataclass(frozen=True)
class Inventory:
    """The part of the workbook itself, its sheets by name in their order, and its parts that are no sheets, by kind."""

    book: str
    sheets: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)


def book_part(parts: Parts) -> str:
    """Return the part that holds the workbook, or nothing where this is no workbook. Raises one of DAMAGED."""
    named = [related.part for related in related_to(parts, "").values() if related.kind == "officeDocument"]
    return next((part for part in (*named, *_USUAL) if part in parts), "")


def is_binary(part: str) -> bool:
    """Whether a part is of the binary format."""
    return part.casefold().endswith(".bin")


def inventory(parts: Parts) -> Inventory:
    """Return what an .xlsx holds. Raises one of DAMAGED."""
    book = book_part(parts)
    related = related_to(parts, book)
    sheets = {name: related[link].part for name, link in _links(parts.tree(book)) if link in related}
    return Inventory(book, sheets, {to.kind: to.part for to in related.values() if to.kind != "worksheet"})


def related_to(parts: Parts, part: str) -> dict[str, Related]:
    """Return what a part refers to inside the file ("": the whole file), by the relation's id. Raises one of DAMAGED."""
    folder, _, name = part.rpartition("/")
    links = f"{folder}/_rels/{name}.rels".lstrip("/")
    return dict(_relations(parts, folder, parts.tree(links))) if links in parts else {}


def _relations(parts: Parts, folder: str, links: ElementTree.Element) -> Iterator[tuple[str, Related]]:
    for link in links:
        if link.get("TargetMode") != "External":
            kind = link.get("Type", "").rpartition("/")[2]
            yield link.get("Id", ""), Related(kind, _target(parts, folder, link.get("Target", "")))


def _target(parts: Parts, folder: str, target: str) -> str:
    """The part that a target means, beside the part that names it or from the top of the file; it may be percent-encoded."""
    whole = _whole(folder, target)
    return whole if whole in parts else unquote(whole)


@lru_cache(maxsize=1 << 12)
def _whole(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _links(book: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and the id of its link, whose namespace is one in strict workbooks and another in all others."""
    for sheet in book.iterfind(".//{*}sheets/{*}sheet"):
        link = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        yield sheet.get("name", ""), link
