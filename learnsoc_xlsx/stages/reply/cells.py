"""Give cells of one sheet another look: what stands in them, and every other cell, stays as it is written."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.stages.reply.package import NotEditable

Cell = tuple[int, int]
"""A cell as (file row, column counted from 0)."""
Change = Callable[[int], int]
"""From the number of a cell's look to that of another."""

MOST = 400
"""As many cells of one place are marked: what is wrong in a whole list is shown, not painted to its end."""
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_SHEET_DATA = re.compile(r"<sheetData\b[^>]*?(?:/>|>(.*)</sheetData>)", re.DOTALL)
_ROW = re.compile(r"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c\b([^>]*?)(/>|>.*?</c>)", re.DOTALL)
_MERGED = re.compile(r'<mergeCell\b[^>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"')
_COLUMN = re.compile(r"<col\b([^>]*?)/?>")


def cell_of(address: str) -> Cell:
    """Return the cell of an address such as "C8"."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise NotEditable(f"ô {address}")
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column - 1


def address_of(cell: Cell) -> str:
    """Return the address of a cell."""
    return f"{column_letter(cell[1])}{cell[0]}"


def merged(xml: str) -> list[tuple[Cell, Cell]]:
    """Return the merged ranges of a sheet, each as its first and its last cell."""
    return [(cell_of(first), cell_of(last)) for first, last in _MERGED.findall(xml, xml.rfind("</sheetData>"))]


def cells_at(xml: str, place: str, joined: Sequence[tuple[Cell, Cell]]) -> list[Cell]:
    """Return the cells of a place (a cell, a range, a row) in a sheet, the first of them its anchor; at most MOST.

    Of merged cells (`joined`) it is the one that shows; of a whole row those that hold something, else its first.
    """
    found: list[Cell] = []
    for part in place.replace(" ", "").split(","):
        first, _, last = part.partition(":")
        if first.isdigit():
            found += _filled(xml, int(first)) or [(int(first), 0)]
        elif first:
            found += _between(cell_of(first), cell_of(last or first))
    return list(dict.fromkeys(_showing(cell, joined) for cell in found[:MOST]))


def looking(xml: str, cells: Collection[Cell], change: Change, everywhere: Change | None) -> str:
    """Return a sheet with another look for `cells` (after `change`), and `everywhere` applied to all that stand in it.

    Cells that do not stand in the sheet yet are added, empty. With None only the rows of `cells` are gone through.
    """
    body = _SHEET_DATA.search(xml)
    if body is None:
        raise NotEditable("trang không có ô")
    wanted: dict[int, set[int]] = {}
    for row, column in cells:
        wanted.setdefault(row, set()).add(column)
    defaults = _column_looks(xml[: body.start()])
    before = everywhere or _same
    rows = "".join(_rows(body[1] or "", wanted, lambda look: change(before(look)), everywhere, defaults))
    return f"{xml[: body.start()]}<sheetData>{rows}</sheetData>{xml[body.end() :]}"


def _same(look: int) -> int:
    return look


def _rows(
    body: str,
    wanted: dict[int, set[int]],
    change: Change,
    everywhere: Change | None,
    defaults: list[tuple[int, int, int]],
) -> Iterator[str]:
    left = sorted(wanted)
    at = 0
    for found in _ROW.finditer(body):
        number = int(_word(found[1], "r") or 0)
        if not number:
            raise NotEditable("dòng không có số")
        yield body[at : found.start()]
        at = found.end()
        while left and left[0] < number:
            missing = left.pop(0)
            yield f'<row r="{missing}">{_added(missing, wanted[missing], change, 0, defaults)}</row>'
        here = wanted[number] if left and left[0] == number else set()
        left = left[1:] if here else left
        gone_through = here or everywhere
        yield _row(found, number, here, change, everywhere or _same, defaults) if gone_through else found[0]
    yield body[at:]
    for missing in left:
        yield f'<row r="{missing}">{_added(missing, wanted[missing], change, 0, defaults)}</row>'


def _row(
    found: re.Match[str],
    number: int,
    here: set[int],
    change: Change,
    everywhere: Change,
    defaults: list[tuple[int, int, int]],
) -> str:
    own = int(_word(found[1], "s") or 0)
    absent = set(here)
    parts: list[str] = []
    at, inside = 0, found[2] or ""
    for cell in _CELL.finditer(inside):
        parts.append(inside[at : cell.start()])
        at = cell.end()
        row, column = cell_of(_word(cell[1], "r"))
        if row != number:
            raise NotEditable("ô ngoài dòng của nó")
        before = {each for each in absent if each < column}
        absent -= before | {column}
        parts.append(_added(number, before, change, own, defaults))
        look = int(_word(cell[1], "s") or 0)
        new = change(look) if column in here else everywhere(look)
        parts.append(cell[0] if new == look else f"<c{_with_look(cell[1], new)}{cell[2]}")
    parts += [inside[at:], _added(number, absent, change, own, defaults)]
    words = re.sub(r'\s+spans="[^"]*"', "", found[1]) if here else found[1]
    return f"<row{words}>{''.join(parts)}</row>"


def _added(row: int, columns: Iterable[int], change: Change, own: int, defaults: list[tuple[int, int, int]]) -> str:
    return "".join(
        f'<c r="{address_of((row, column))}" s="{change(own or _default(column, defaults))}"/>'
        for column in sorted(columns)
    )


def _column_looks(head: str) -> list[tuple[int, int, int]]:
    """The looks of whole columns: first, last (from 0), look."""
    words = [each[1] for each in _COLUMN.finditer(head)]
    return [
        (int(_word(each, "min")) - 1, int(_word(each, "max")) - 1, int(_word(each, "style") or 0)) for each in words
    ]


def _default(column: int, looks: list[tuple[int, int, int]]) -> int:
    return next((look for first, last, look in looks if first <= column <= last), 0)


def _filled(xml: str, row: int) -> list[Cell]:
    found = re.search(rf'<row\b[^>]*?\br="{row}"[^>]*?>(.*?)</row>', xml, re.DOTALL)
    filled = (each for each in _CELL.finditer(found[1] if found else "") if "<v>" in each[2] or "<is>" in each[2])
    return [cell_of(_word(each[1], "r")) for each in filled]


def _between(first: Cell, last: Cell) -> list[Cell]:
    rows = range(first[0], min(last[0], first[0] + MOST) + 1)
    columns = range(first[1], min(last[1], first[1] + MOST) + 1)
    return [(row, column) for row in rows for column in columns][:MOST]


def _showing(cell: Cell, joined: Iterable[tuple[Cell, Cell]]) -> Cell:
    for first, last in joined:
        if first[0] <= cell[0] <= last[0] and first[1] <= cell[1] <= last[1]:
            return first
    return cell


def _word(words: str, name: str) -> str:
    found = re.search(rf'(?:^|\s){name}="([^"]*)"', words)
    return found[1] if found else ""


def _with_look(words: str, look: int) -> str:
    return re.sub(r'\s+s="[^"]*"', "", words) + f' s="{look}"'
