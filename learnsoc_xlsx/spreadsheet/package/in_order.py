"""A package put in order: the reader of workbooks knows one name for each part, and UTF-8.

Office programs find their way by the relations alone. What is spelt in another way than the reader
takes is written anew for it, before it opens the file; nothing of what the cells hold changes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import quoteattr

from learnsoc_xlsx.spreadsheet.cells.plain.sheets import plain_sheets
from learnsoc_xlsx.spreadsheet.package.characters import is_plain, readable
from learnsoc_xlsx.spreadsheet.package.for_reader import for_reader
from learnsoc_xlsx.spreadsheet.package.inventory import Related, book_part, is_binary, related_to
from learnsoc_xlsx.spreadsheet.parts import Parts

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WINDING = re.compile(rb"""Target\s*=\s*["'][^"']*(?:%|\./|\\)""")
_PLACES = {"sharedStrings": "xl/sharedStrings", "styles": "xl/styles"}
"""Where the reader looks for what is no sheet; their ends are those of the workbook's part."""
_CONTENT = "content.xml"


def in_order(parts: Parts, container: str) -> bytes | None:
    """Return a workbook as its reader finds its way in it; None where it does so already. Raises one of DAMAGED."""
    if container == "ods":
        content = readable(parts.read(_CONTENT))
        return None if content == parts.read(_CONTENT) else _zipped({_CONTENT: content, **_beside(parts)})
    book = book_part(parts)
    related = {link: to for link, to in related_to(parts, book).items() if to.part in parts}
    placed = _placed(book, related)
    bodies = {part: _taken(parts, part, place) for part, place in placed.items()}
    changed = any(bodies[part] != parts.read(part) for part in placed)
    if not changed and _is_usual(parts, book, placed):
        return None
    end = "bin" if is_binary(book) else "xml"
    whole = {f"xl/workbook.{end}": bodies[book] if is_binary(book) else _book(parts, book)}
    whole |= {place: bodies[part] for part, place in placed.items() if part != book}
    whole[f"xl/_rels/workbook.{end}.rels"] = _relations(_links(related, placed))
    whole["_rels/.rels"] = _relations([_relation("rId1", "officeDocument", f"xl/workbook.{end}")])
    return _zipped(whole)


def _taken(parts: Parts, part: str, place: str) -> bytes:
    """A part as the reader takes it."""
    body = parts.read(part)
    if is_binary(part) or part in plain_sheets(parts):
        return body
    text = body if parts.seen(is_plain, part) else readable(body)
    return for_reader(text) if "/worksheets/" in place else text


def _beside(parts: Parts) -> dict[str, bytes]:
    return {name: parts.read(name) for name in ("mimetype", "META-INF/manifest.xml") if name in parts}


def _placed(book: str, related: Mapping[str, Related]) -> dict[str, str]:
    """The workbook, its sheets, texts and looks: each part, and where the reader finds it."""
    end = "bin" if is_binary(book) else "xml"
    placed = {book: f"xl/workbook.{end}"}
    for number, to in enumerate(related.values(), 1):
        if to.kind in _PLACES:
            placed[to.part] = f"{_PLACES[to.kind]}.{end}"
        elif to.kind.endswith("sheet"):
            placed[to.part] = f"xl/worksheets/sheet{number}.{end}"
    return placed


def _is_usual(parts: Parts, book: str, placed: Mapping[str, str]) -> bool:
    """Whether the reader finds every part by the names it knows."""
    folder, _, name = book.rpartition("/")
    named = (part.casefold() == place.casefold() for part, place in placed.items() if "/worksheets/" not in place)
    return all(named) and not _WINDING.search(parts.read(f"{folder}/_rels/{name}.rels"))


def _book(parts: Parts, book: str) -> bytes:
    """The workbook's part with its sheets' links spelt as the reader takes them."""
    tree = parts.tree(book)
    settings = tree.find(".//{*}workbookPr")
    since_1904 = settings.get("date1904", "0") if settings is not None else "0"
    sheets = "".join(_sheet(dict(sheet.items())) for sheet in tree.iterfind(".//{*}sheets/{*}sheet"))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<workbookPr date1904={quoteattr(since_1904)}/><sheets>{sheets}</sheets></workbook>"
    ).encode()


def _sheet(given: Mapping[str, str]) -> str:
    link = next((value for name, value in given.items() if name.endswith("}id")), "")
    name, number, state = given.get("name", ""), given.get("sheetId", "1"), given.get("state", "visible")
    return (
        f"<sheet name={quoteattr(name)} sheetId={quoteattr(number)} state={quoteattr(state)} r:id={quoteattr(link)}/>"
    )


def _relations(links: Iterable[str]) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(links)}</Relationships>'.encode()


def _links(related: Mapping[str, Related], placed: Mapping[str, str]) -> Iterator[str]:
    for link, to in related.items():
        if to.part in placed:
            yield _relation(link, to.kind, placed[to.part].removeprefix("xl/"))


def _relation(link: str, kind: str, target: str) -> str:
    return f'<Relationship Id={quoteattr(link)} Type="{_OFFICE}/{kind}" Target={quoteattr(target)}/>'


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, body in parts.items():
            file.writestr(name, body)
    return out.getvalue()
