"""What Excel mends with a warning and no schema says: numbers that lead nowhere, things that stand twice or out of order."""

import posixpath
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tests.valid.limits import Part
from tests.valid.parts import Package

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_NAME = re.compile(r"[^\W\d][\w.\\]*|[_\\][\w.\\]*")
_LIKE_A_CELL = re.compile(r"(?i)[a-z]{1,3}\d+|r\d*c\d*")
_FORBIDDEN_IN_SHEETS = re.compile(r"[\[\]:*?/\\]|^'|'$|^$")
_BUILT_IN = 164
"""Numbers of formats below this are Excel's own."""

Area = tuple[int, int, int, int]


def faults(package: Package) -> list[str]:
    """Return what is wrong within a file, each with its part."""
    return [f"{part}: {fault}" for part, fault in _faults(package)]


def _faults(package: Package) -> Iterator[tuple[str, str]]:
    yield from _parts(package)
    for part, root in package.of(Part.BOOK).items():
        yield from ((part, fault) for fault in _book(root))
    shared = sum(len(root.findall("si")) for root in package.of(Part.STRINGS).values())
    styles = next(iter(package.of(Part.STYLES).items()), ("", Element("styleSheet")))
    yield from ((styles[0], fault) for fault in _styles(styles[1]))
    for part, root in package.of(Part.SHEET).items():
        yield from ((part, fault) for fault in _sheet(root, styles[1], shared))
        if any(one.get("Type", "").endswith("/comments") for one in package.relations(part).values()):
            yield from [] if root.find("legacyDrawing") is not None else [(part, "notes without a drawing of them")]


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    """Every part is of a type, and every relation is there and leads to a part."""
    for name, root in package.trees.items():
        if package.types[name] in ("", "application/xml") and name.startswith(("xl/", "word/")):
            yield name, "of no content type"
        folder = posixpath.dirname(name)
        if name.endswith(".rels"):
            for one in root:
                way = posixpath.join(posixpath.dirname(folder), one.get("Target", ""))
                target = posixpath.normpath(unquote(way)).lstrip("/")
                if one.get("TargetMode") != "External" and target not in package.parts:
                    yield name, f"leads to {target}, which is not there"
        else:
            named = {element.get("id", "") for element in root.iter() if element.get("id", "").startswith("rId")}
            yield from ((name, f"{lost} is no relation of it") for lost in sorted(named - set(package.relations(name))))


def _book(root: Element) -> Iterator[str]:
    sheets = [sheet.get("name", "") for sheet in root.findall("sheets/sheet")]
    yield from (f"two sheets “{name}”" for name in _twice(name.lower() for name in sheets))
    yield from (f"no sheet may be called “{name}”" for name in sheets if _FORBIDDEN_IN_SHEETS.search(name))
    names = root.findall("definedNames/definedName")
    yield from (f"two names {name}" for name in _twice((one.get("name", "").lower(), one.get("localSheetId")) for one in names))  # fmt: skip
    for name in (one.get("name", "") for one in names):
        if not _NAME.fullmatch(name) or _LIKE_A_CELL.fullmatch(name):
            yield f"no name may be “{name}”"
    yield from (f"a name of sheet {at}" for one in names if (at := int(one.get("localSheetId", 0))) >= len(sheets))


def _styles(root: Element) -> Iterator[str]:
    """Formats of cells lead to fonts, fills, borders and formats of numbers that are there."""
    own = {int(one.get("numFmtId", 0)) for one in root.findall("numFmts/numFmt")}
    for at, xf in enumerate(root.findall("cellXfs/xf")):
        for name, path in (("fontId", "fonts/font"), ("fillId", "fills/fill"), ("borderId", "borders/border")):
            if int(xf.get(name, 0)) >= len(root.findall(path)):
                yield f"format {at} has {name} {xf.get(name)}"
        if (number := int(xf.get("numFmtId", 0))) >= _BUILT_IN and number not in own:
            yield f"format {at} has numFmtId {number}"


def _sheet(root: Element, styles: Element, shared: int) -> Iterator[str]:
    looks = [*root.findall("sheetData/row/c"), *root.findall("sheetData/row"), *root.findall("cols/col")]
    numbers = {int(one.get("s") or one.get("style") or 0) for one in looks}
    yield from _leads_nowhere("s", numbers, len(styles.findall("cellXfs/xf")))
    rules = root.findall("conditionalFormatting/cfRule")
    yield from _leads_nowhere("dxfId", {int(one.get("dxfId", 0)) for one in rules}, len(styles.findall("dxfs/dxf")))
    strings = root.findall("sheetData/row/c[@t='s']/v")
    yield from _leads_nowhere("shared string", {int(one.text or 0) for one in strings}, shared)
    priorities = [int(one.get("priority", 0)) for one in rules]
    yield from (f"two conditional formats of priority {number}" for number in _twice(priorities))
    yield from ["a conditional format of priority below 1"] if min(priorities, default=1) < 1 else []
    yield from _out_of_order(root)
    yield from _overlapping(root)


def _leads_nowhere(name: str, numbers: set[int], there: int) -> Iterator[str]:
    yield from (f"{name} {number} of {there}" for number in sorted(numbers) if number >= there)


def _out_of_order(root: Element) -> Iterator[str]:
    """Rows, cells and columns that do not follow one another; what bears no address stands after what is before it."""
    row = 0
    for line in root.findall("sheetData/row"):
        above, row, column = row, int(line.get("r", row + 1)), 0
        yield from [f"row {row} below row {above}"] if row <= above else []
        for cell in line.findall("c"):
            before, (of_row, column) = column, _at(cell.get("r"), (row, column + 1))
            if of_row != row or column <= before:
                yield f"cell {cell.get('r')} in row {row} after column {before}"
    columns = [(int(one.get("min", 0)), int(one.get("max", 0))) for one in root.findall("cols/col")]
    yield from (f"column {second[0]} after {first[1]}" for first, second in pairwise(columns) if second[0] <= first[1])


def _overlapping(root: Element) -> Iterator[str]:
    """Merged cells that share one, or that are one cell alone."""
    areas = sorted(_area(one.get("ref", "A1")) for one in root.findall("mergeCells/mergeCell"))
    for at, (top, left, bottom, right) in enumerate(areas):
        if (top, left) == (bottom, right):
            yield f"one cell is merged: {top}, {left}"
        for other in areas[at + 1 :]:
            if other[0] > bottom:
                break
            if other[1] <= right and left <= other[3]:
                yield f"merged cells share one: {(top, left, bottom, right)}, {other}"


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    return *_at(first), *_at(last or first)


def _at(address: str | None, usual: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """The row and the column of an address."""
    match = _ADDRESS.fullmatch(address or "")
    if match is None:
        return usual
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _twice(things: Iterable[Hashable]) -> list[Hashable]:
    return [thing for thing, times in Counter(things).items() if times > 1]
