"""Give cells of one sheet another look: what stands in them, and every other cell, stays as it is written."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from learnsoc_xlsx.model.place import column_letter, column_number
from learnsoc_xlsx.stages.reply.mark.package import NotEditable
from learnsoc_xlsx.stages.reply.mark.part import SheetPart

Cell = tuple[int, int]
"""A cell as (file row, column counted from 0)."""
Change = Callable[[int], int]
"""From the number of a cell's look to that of another."""

MOST = 400
"""As many cells of one place are marked: what is wrong in a whole list is shown, not painted to its end."""
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_LOOK = re.compile(r'\ss="(\d+)"')
_SPANS = re.compile(r'\s+spans="[^"]*"')
_ROW_BEGINS = re.compile(r"<row\b([^>]*)>")
_CELL = re.compile(r"<c\b([^>]*?)(/>|>.*?</c>)", re.DOTALL)
_MERGED = re.compile(r'<mergeCell\b[^>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"')
_COLUMN = re.compile(r"<col\b([^>]*?)/?>")


@lru_cache(maxsize=8192)
def cell_of(address: str) -> Cell:
    """Return the cell of an address such as "C8"."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise NotEditable(f"ô {address}")
    return int(match[2]), column_number(match[1])


@lru_cache(maxsize=8192)
def address_of(cell: Cell) -> str:
    """Return the address of a cell."""
    return f"{column_letter(cell[1])}{cell[0]}"


def merged(sheet: SheetPart) -> list[tuple[Cell, Cell]]:
    """Return the merged ranges of a sheet, each as its first and its last cell."""
    return [(cell_of(first), cell_of(last)) for first, last in _MERGED.findall(sheet.tail)]


def cells_at(sheet: SheetPart, place: str, joined: Sequence[tuple[Cell, Cell]]) -> list[Cell]:
    """Return the cells of a place (a cell, a range, a row) in a sheet, the first of them its anchor; at most MOST.

    Of merged cells (`joined`) it is the one that shows; of a whole row those that hold something, else its first.
    """
    cells: list[Cell] = []
    for part in place.replace(" ", "").split(","):
        first, _, last = part.partition(":")
        if first.isdigit():
            cells += _filled(sheet, int(first)) or [(int(first), 0)]
        elif first:
            cells += _between(cell_of(first), cell_of(last or first))
    return list(dict.fromkeys(_showing(cell, joined) for cell in cells[:MOST]))


def looking(sheet: SheetPart, cells: Collection[Cell], change: Change) -> SheetPart:
    """Return a sheet with another look for `cells`, after `change`; those that do not stand in it yet are added, empty."""
    looks = _Looks(change, _column_looks(sheet.head))
    wanted: dict[int, set[int]] = {}
    for row, column in cells:
        wanted.setdefault(row, set()).add(column)
    return replace(sheet, rows="".join(_rows(sheet.rows, wanted, looks)))


def relooked(sheet: SheetPart, looks: Collection[int], change: Change) -> SheetPart:
    """Return a sheet in which every cell of one of these looks has another, after `change`."""
    of_these = re.compile(rf"""(<c\b[^>]*?\ss=")({"|".join(map(str, sorted(looks)))})(?=")""")
    return replace(sheet, rows=of_these.sub(lambda cell: cell[1] + str(change(int(cell[2]))), sheet.rows))


@dataclass(frozen=True)
class _Looks:
    """How a look changes, and that of a cell which does not stand in its row yet: its row's, else its column's."""

    change: Change
    columns: Sequence[tuple[int, int, int]]

    def added(self, row: int, column: int, own: int) -> str:
        look = own or next((look for first, last, look in self.columns if first <= column <= last), 0)
        return f'<c r="{address_of((row, column))}" s="{self.change(look)}"/>'


def _rows(body: str, wanted: Mapping[int, Collection[int]], looks: _Looks) -> Iterator[str]:
    """The rows of a sheet; only the wanted ones are gone through, the text between them is taken as it stands."""
    at = 0
    for number in sorted(wanted):
        start, stands = _row_at(body, number, at)
        yield body[at:start]
        words, inside, at = _row(body, start) if stands else (f' r="{number}"', "", start)
        cells = _cells(inside, number, wanted[number], _number(words, "s"), looks)
        yield f"<row{_SPANS.sub('', words)}>{cells}</row>"
    yield body[at:]


def _row(body: str, start: int) -> tuple[str, str, int]:
    """The attributes of the row that begins here, what is in it, and where it ends."""
    opened = body.find(">", start)
    if body[opened - 1] == "/":
        return body[start + len("<row") : opened - 1], "", opened + 1
    closed = body.find("</row>", opened)
    if closed < 0:
        raise NotEditable("dòng không khép lại")
    return body[start + len("<row") : opened], body[opened + 1 : closed], closed + len("</row>")


def _row_at(body: str, number: int, at: int) -> tuple[int, bool]:
    """Where a row begins, or, False, where it would stand."""
    start = body.find(f'<row r="{number}"', at)
    if start >= 0:
        return start, True
    for match in _ROW_BEGINS.finditer(body, at):
        row = _number(match[1], "r")
        if not row:
            raise NotEditable("dòng không có số")
        if row >= number:
            return match.start(), row == number
    return len(body), False


def _cells(inside: str, row: int, columns: Iterable[int], own: int, looks: _Looks) -> str:
    """The cells of a row whose look is `own`, with another look in these columns."""
    parts: list[str] = []
    at = 0
    for column in sorted(columns):
        start, stands = _cell_at(inside, row, column, at)
        parts.append(inside[at:start])
        at = start
        match = _CELL.match(inside, start) if stands else None
        if match is None:
            parts.append(looks.added(row, column, own))
            continue
        at = match.end()
        parts.append(f"<c{_changed(match[1], looks.change)}{match[2]}")
    return "".join((*parts, inside[at:]))


def _cell_at(inside: str, row: int, column: int, at: int) -> tuple[int, bool]:
    """Where a cell of a row begins, or, False, where it would stand."""
    start = inside.find(f'<c r="{address_of((row, column))}"', at)
    if start >= 0:
        return start, True
    for match in _CELL.finditer(inside, at):
        cell = cell_of(_word(match[1], "r"))
        if cell[0] != row:
            raise NotEditable("ô ngoài dòng của nó")
        if cell[1] >= column:
            return match.start(), cell[1] == column
    return len(inside), False


def _column_looks(head: str) -> list[tuple[int, int, int]]:
    """The looks of whole columns: first, last (from 0), look."""
    columns = [match[1] for match in _COLUMN.finditer(head)]
    return [(_number(column, "min") - 1, _number(column, "max") - 1, _number(column, "style")) for column in columns]


def _filled(sheet: SheetPart, row: int) -> list[Cell]:
    start, stands = _row_at(sheet.rows, row, 0)
    inside = _row(sheet.rows, start)[1] if stands else ""
    filled = (match for match in _CELL.finditer(inside) if "<v>" in match[2] or "<is>" in match[2])
    return [cell_of(_word(match[1], "r")) for match in filled]


def _between(first: Cell, last: Cell) -> list[Cell]:
    if first == last:
        return [first]
    rows = range(first[0], min(last[0], first[0] + MOST) + 1)
    columns = range(first[1], min(last[1], first[1] + MOST) + 1)
    return [(row, column) for row in rows for column in columns][:MOST]


def _showing(cell: Cell, joined: Iterable[tuple[Cell, Cell]]) -> Cell:
    for first, last in joined:
        if first[0] <= cell[0] <= last[0] and first[1] <= cell[1] <= last[1]:
            return first
    return cell


def _word(words: str, name: str) -> str:
    match = _named(name).search(words)
    return match[1] if match else ""


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf'(?:^|\s){name}="([^"]*)"')


def _number(words: str, name: str) -> int:
    """An attribute that counts; 0 where it is not there."""
    word = _word(words, name)
    if word and not (word.isascii() and word.isdigit()):
        raise NotEditable(f"{name} không phải số")
    return int(word or 0)


def _changed(words: str, change: Change) -> str:
    """The attributes of a cell with another look."""
    look = _LOOK.search(words)
    if look is None:
        return f'{words} s="{change(0)}"'
    return f"{words[: look.start(1)]}{change(int(look[1]))}{words[look.end(1) :]}"
