"""Put the rows of tables, the long lists and the links into a workbook that xlsxwriter has made without them.

xlsxwriter writes a cell at a time; a list of 240,000 people would take minutes. So it makes a skeleton, and each sheet part
is then copied with the rows put where their numbers stand; a sheet with a list is laid down in pieces, the blocks of its rows
behind what it has. The longest list comes first: its words have the same numbers whatever the others say. Only the file
format is relied upon, nothing of xlsxwriter's insides. Zip entries bear a fixed time: the same run gives the same bytes.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from learnsoc_xlsx.spreadsheet.on_disk.zip_file import ZipFile
from learnsoc_xlsx.spreadsheet.package.characters import well_formed
from learnsoc_xlsx.spreadsheet.package.pieces import FAST, Laid, Piece, finish, lay, piece, unpacked
from learnsoc_xlsx.stages.write.draw.links import Links
from learnsoc_xlsx.stages.write.draw.listing.blocks import RowBlock
from learnsoc_xlsx.stages.write.draw.listing.words import SharedWords, words_behind

_LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROW = re.compile(r'<row r="(\d+)"[^>]*?(?:/>|>.*?</row>)', re.DOTALL)
_RANGE = re.compile(r'(<dimension ref="[A-Z]+\d+:[A-Z]+)(\d+)')
_AFTER_LINKS = re.compile("<printOptions|<pageMargins")
_SHARED = "xl/sharedStrings.xml"

Rows = Callable[[RowBlock], bytes]
"""Draws a block of rows as a packed piece of its sheet."""


@dataclass
class Additions:
    """What is still to be put into one sheet: its links, rows by their numbers between those that it has, so many further
    rows behind them, given the words that they may share, and the range that it then covers.
    """

    links: Links
    within: dict[int, str] = field(default_factory=dict)
    rows: Callable[[SharedWords], Iterable[RowBlock]] = lambda _: ()
    length: int = 0
    covers: str = ""


def inject(skeleton: Path, target: Path, sheets: Mapping[int, Additions], rows: Rows) -> dict[str, Laid]:
    """Copy a workbook, adding to its sheets (numbered from 1 as they stand); return its parts that lie there in pieces."""
    parts = {f"xl/worksheets/sheet{number}.xml": added for number, added in sheets.items()}
    relations = {f"xl/worksheets/_rels/sheet{number}.xml.rels": added.links for number, added in sheets.items()}
    laid: dict[str, Laid] = {}
    with zipfile.ZipFile(skeleton) as source, _new(target) as result:
        lists = sorted((name for name, added in parts.items() if added.covers), key=lambda at: -parts[at].length)
        for name in source.namelist():
            if name in parts and name not in lists:
                _put(result, name, _sheet(source, name, parts[name]))
            elif name not in (*lists, *relations, _SHARED):
                _put(result, name, well_formed(source.read(name)))
        shared = source.read(_SHARED).decode()
        words = words_behind(shared)
        for name in lists:
            laid[name] = lay(result, name, _in_pieces(_sheet(source, name, parts[name]), parts[name].rows(words), rows))
        _put(result, _SHARED, well_formed(words.with_those_of(shared).encode()))
        for name, links in relations.items():
            _put_relations(source, result, name, links)
    finish(target, laid.values())
    return laid


def _sheet(source: zipfile.ZipFile, name: str, added: Additions) -> bytes:
    xml = _with_links(well_formed(source.read(name)).decode(), added.links)
    xml = _with_rows(xml, added.within)
    if added.covers:
        xml = re.sub('<dimension ref="[^"]*"/>', f'<dimension ref="{added.covers}"/>', xml, count=1)
    return xml.encode()


def _in_pieces(xml: bytes, blocks: Iterable[RowBlock], rows: Rows) -> Iterator[Piece]:
    """Yield a sheet with the rows of a list behind those that it has."""
    before, close, after = xml.partition(b"</sheetData>")
    yield piece(before)
    yield from (unpacked(rows(block)) for block in blocks)
    yield piece(close + after)


def _with_rows(xml: str, rows: Mapping[int, str]) -> str:
    """Put rows where their numbers stand. The headings over them reach as far to the right; only the range's end goes down."""
    if not rows:
        return xml
    before, begin, rest = xml.partition("<sheetData>")
    there, end, after = rest.partition("</sheetData>")
    placed = sorted({**{int(row[1]): row[0] for row in _ROW.finditer(there)}, **rows}.items())
    before = _RANGE.sub(lambda all_: f"{all_[1]}{max(int(all_[2]), placed[-1][0])}", before, count=1)
    return "".join((before, begin, *(row for _, row in placed), end, after))


def _with_links(xml: str, links: Links) -> str:
    if not links.hyperlinks:
        return xml
    place = _AFTER_LINKS.search(xml)
    assert place is not None, "a page always has margins"
    return f"{xml[: place.start()]}<hyperlinks>{''.join(links.hyperlinks)}</hyperlinks>{xml[place.start() :]}"


def _put_relations(source: zipfile.ZipFile, result: zipfile.ZipFile, name: str, links: Links) -> None:
    """Put a sheet's relations there with those of its links, if it has any."""
    has_some = name in source.namelist()
    old = source.read(name).decode() if has_some else f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
    if links.targets or has_some:
        _put(result, name, _with_relations(old, links).encode())


def _with_relations(xml: str, links: Links) -> str:
    new = "".join(
        f'<Relationship Id="{name}" Type="{_LINK_TYPE}" Target="{path}" TargetMode="External"/>'
        for name, path in links.relations.items()
    )
    return xml.replace("</Relationships>", f"{new}</Relationships>")


def _put(result: zipfile.ZipFile, name: str, data: bytes) -> None:
    with result.open(name, "w") as part:
        part.write(data)


def _new(target: Path) -> zipfile.ZipFile:
    """Open a new zip whose parts, opened by name, all bear the zip format's first day."""
    return ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST)
