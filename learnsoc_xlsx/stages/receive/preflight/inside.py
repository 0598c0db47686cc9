"""Inside: how far the cells of a zipped workbook spread, and whether it is to be read on trial first."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.cells.addresses import are_near
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import plain_sheets
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import Parts
from learnsoc_xlsx.stages.receive.fault import MB, Fault, number
from learnsoc_xlsx.stages.receive.preflight.sound import AREA, Sound
from learnsoc_xlsx.stages.receive.preflight.spread import Spread, of_ods, of_plain, of_xlsx

_COLUMNS = 16_384
_FILLED = 2_000_000
_MERGED = 200_000
_TEXT = 300 * MB
_LEAST_CELL = len('<c r="A1" t="s"><v>0</v></c>')
_STRINGS, _MANIFEST = "xl/sharedStrings.xml", "META-INF/manifest.xml"
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How an XML file begins whose letters are two bytes wide."""


def _xlsx(parts: Parts) -> Sound | Fault:
    bodies = {name: parts.read(name) for name in parts.names}
    sheets = {name: body for name, body in bodies.items() if b"sheetData" in body}
    plain = plain_sheets(parts)
    spreads = {
        name: of_plain(body, plain[name]) if name in plain else of_xlsx(body, parts.seen(are_near, name))
        for name, body in sheets.items()
    }
    if fault := _flood(spreads.values()):
        return fault
    for name, spread in spreads.items():
        if fault := _far(spread):
            return replace(fault, sheet=_sheet_in(parts, name))
    wide = any(body.startswith(WIDE) for body in bodies.values())
    doubtful = (
        wide or not sheets or _swollen(parts, sheets.values()) or any(spread.doubtful for spread in spreads.values())
    )
    return Sound("xlsx", parts, doubtful)


def _sheet_in(parts: Parts, part: str) -> str:
    """The name of the sheet that a part holds."""
    held = inventory(parts).sheets
    return next((name for name, place in held.items() if place.casefold() == part.casefold()), "")


def _swollen(parts: Parts, sheets: Iterable[bytes]) -> bool:
    """Whether one long text that many cells share could fill the memory."""
    if _STRINGS not in parts:
        return False
    longest = max(map(len, parts.read(_STRINGS).split(b"</si>")))
    sheets = list(sheets)
    if longest * sum(map(len, sheets)) // _LEAST_CELL <= _TEXT:
        return False
    return longest * sum(body.count(b't="s"') for body in sheets) > _TEXT


def _ods(parts: Parts) -> Sound | Fault:
    if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
        return Fault(Code.PASSWORD)
    spreads = list(of_ods(parts.read("content.xml")))
    if fault := _flood(spread for _, spread in spreads):
        return fault
    for name, spread in spreads:
        if fault := _far(spread):
            return replace(fault, sheet=name)
    return Sound("ods", parts, any(spread.doubtful for _, spread in spreads))


def _xlsb(parts: Parts) -> Sound:
    return Sound("xlsb", parts, doubtful=True)


INSIDE: dict[str, Callable[[Parts], Sound | Fault]] = {"xlsx": _xlsx, "ods": _ods, "xlsb": _xlsb}


def _flood(spreads: Iterable[Spread]) -> Fault | None:
    filled = sum(spread.filled for spread in spreads)
    return Fault(Code.TOO_MANY_CELLS, number(filled), number(_FILLED)) if filled > _FILLED else None


def _far(spread: Spread) -> Fault | None:
    if spread.columns > _COLUMNS:
        return Fault(Code.UNREADABLE, f"ô {spread.farthest} nằm ngoài mọi bảng tính", cell=spread.farthest)
    if spread.area > AREA:
        return Fault(Code.FAR_CELL, spread.farthest, number(AREA), number(spread.area), cell=spread.farthest)
    if spread.merged > _MERGED:
        return Fault(Code.HUGE_MERGE, number(spread.merged), number(_MERGED), spread.merge, cell=spread.merge)
    return None
