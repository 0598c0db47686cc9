"""Cells of an .xlsx whose content is struck through: people delete a row so, and to a reader it still stands there.

A cell is struck through as a whole, or some letters of its text are.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.cells.addresses import addressed
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import PlainSheet, plain_sheets
from learnsoc_xlsx.spreadsheet.package.inventory import Inventory
from learnsoc_xlsx.spreadsheet.package.pairs import holds
from learnsoc_xlsx.spreadsheet.parts import Parts

_SIGN, _PAIR = b"strike", b"ik"


def struck_cells(parts: Parts, held: Inventory, sheet: str) -> Iterator[Beside]:
    """Give each cell of a sheet that holds something and is struck through. Raises one of DAMAGED."""
    looks = _struck_looks(parts, held.others.get("styles", ""))
    texts = _struck_texts(parts, held.others.get("sharedStrings", ""))
    plain = plain_sheets(parts).get(sheet)
    if plain:
        yield from _in_plain(plain, looks, texts)
        return
    if sheet not in parts or not (looks or texts or _speaks_of_it(parts, sheet)):
        return
    for row, column, cell in addressed(parts.read(sheet)):
        value, inline = cell.findtext("{*}v"), cell.find("{*}is")
        if value is None and inline is None:
            continue
        shared = cell.get("t") == "s" and value in texts
        if cell.get("s", "0") in looks or shared or (inline is not None and _is_struck_within(inline)):
            yield Beside(BesideKind.STRUCK, row, column)


def _in_plain(sheet: PlainSheet, looks: frozenset[str], texts: frozenset[str]) -> Iterator[Beside]:
    """The same of a plain sheet, in which each cell has its look, or a shared text, but none of its own is spelt in runs."""
    struck = {*sheet.with_looks(map(int, looks)), *sheet.with_texts(map(int, texts))}
    for at in sorted(struck):
        yield Beside(BesideKind.STRUCK, int(sheet.rows[at]), int(sheet.columns[at]))


def _speaks_of_it(parts: Parts, name: str) -> bool:
    return parts.seen(_may_strike, name)


def _may_strike(body: bytes) -> bool:
    return holds(body, _PAIR) and _SIGN in body


def _struck_looks(parts: Parts, styles: str) -> frozenset[str]:
    """The numbers of the looks whose font is struck through, as cells name them."""
    if styles not in parts or not _speaks_of_it(parts, styles):
        return frozenset()
    tree = parts.tree(styles)
    fonts = {str(at) for at, font in enumerate(tree.iterfind("{*}fonts/{*}font")) if _is_struck(font.find("{*}strike"))}
    looks = enumerate(tree.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(at) for at, look in looks if look.get("fontId", "0") in fonts)


def _struck_texts(parts: Parts, strings: str) -> frozenset[str]:
    """The numbers of the shared texts of which some letters are struck through, as cells name them."""
    if strings not in parts or not _speaks_of_it(parts, strings):
        return frozenset()
    return frozenset(
        str(at) for at, text in enumerate(parts.tree(strings).iterfind("{*}si")) if _is_struck_within(text)
    )


def _is_struck_within(text: Element) -> bool:
    runs = ((run.find("{*}rPr/{*}strike"), run.findtext("{*}t") or "") for run in text.iterfind("{*}r"))
    return any(_is_struck(strike) and words.strip() for strike, words in runs)


def _is_struck(strike: Element | None) -> bool:
    return strike is not None and strike.get("val", "1") not in ("0", "false", "off")
