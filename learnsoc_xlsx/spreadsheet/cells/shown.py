"""What a number looks like on the screen where its format adds signs to it: 12 that shows 012/QĐ-UBND.

Only formats that place whole digits among signs are followed; how many decimals show, or what parts thousands, is no
matter of what was meant. Source: ECMA-376 part 1, 18.8.31.
"""

import re
from collections.abc import Iterator, Mapping

from learnsoc_xlsx.model.place import column_number
from learnsoc_xlsx.spreadsheet.cells.addresses import addressed, usual_span
from learnsoc_xlsx.spreadsheet.cells.plain.sheets import NUMBER, PlainSheet, plain_sheets
from learnsoc_xlsx.spreadsheet.cells.words import Cells
from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.package.number_formats import number_formats
from learnsoc_xlsx.spreadsheet.parts import Parts

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<digit>[0#?])|(?P<plain>[ \-/()+:.,;]|.)'
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+)\]")
_PLAIN = frozenset(" -/()+:")
_CELL = re.compile(
    rb'<c r="([A-Z]+)(\d+)"(?=[^>]*\ss="(\d+)")(?![^>]*\st="(?!n"))[^>]*>\s*(?:<f[^>]*(?:/>|>[^<]*</f>)\s*)?<v>(\d+)(?:\.0+)?</v>'
)
_WHOLE = re.compile(r"(\d+)(?:\.0+)?")
_LARGEST = 10**15


def shown_in_sheets(parts: Parts) -> Iterator[tuple[str, Cells]]:
    """Give each sheet of an .xlsx, and what those numbers look like that show more than their digits. Raises one of DAMAGED."""
    held = parts.once(inventory)
    formats = _formats(parts)
    for name, part in held.sheets.items():
        if formats and part in parts:
            yield name, dict(_shown(parts, part, formats))


def _formats(parts: Parts) -> dict[bytes, str]:
    """The formats that may add signs to whole numbers, by the number of the look that cells name."""
    formats = parts.once(number_formats)
    signed = {code for code in {code for _, code in formats if code} if as_shown(7, code) not in ("", "7")}
    return {str(at).encode(): code for at, (_, code) in enumerate(formats) if code in signed}


def _shown(parts: Parts, sheet: str, formats: Mapping[bytes, str]) -> Iterator[tuple[tuple[int, int], str]]:
    plain = plain_sheets(parts).get(sheet)
    numbers = _plain_numbers(plain, formats) if plain else _whole_numbers(parts, sheet)
    for row, column, look, digits in numbers:
        code = formats.get(look)
        words = as_shown(int(digits), code) if code and len(digits) < 16 else ""
        if words:
            yield (row, column), words


def _plain_numbers(sheet: PlainSheet, formats: Mapping[bytes, str]) -> Iterator[tuple[int, int, bytes, str]]:
    """The same of those cells of a plain sheet that have one of these formats."""
    for at in sheet.with_looks(map(int, formats)):
        number = _WHOLE.fullmatch(sheet.value(at).decode()) if sheet.kinds[at] == NUMBER else None
        if number:
            yield int(sheet.rows[at]), int(sheet.columns[at]), b"%d" % sheet.looks[at], number[1]


def _whole_numbers(parts: Parts, sheet: str) -> Iterator[tuple[int, int, bytes, str]]:
    """The row, column, look and digits of each cell with a whole number."""
    body = parts.read(sheet)
    if usual_span(parts, sheet):
        for cell in _CELL.finditer(body):
            yield int(cell[2]) - 1, column_number(cell[1].decode()), cell[3], cell[4].decode()
        return
    for row, column, element in addressed(body):
        number = _WHOLE.fullmatch((element.findtext("{*}v") or "").strip()) if element.get("t", "n") == "n" else None
        if number:
            yield row, column, element.get("s", "0").encode(), number[1]


def as_shown(number: int, code: str) -> str:
    """Return what a whole number looks like in a format; nothing where the format is of another sort (a date, a share)."""
    section = _section(number, code).replace("General", "0")
    pieces: list[str] = []
    for token in _TOKEN.finditer(section):
        if token["digit"]:
            pieces.append(token["digit"])
        elif token["quoted"] is not None or token["escaped"]:
            pieces.append("\0" + (token["quoted"] or token["escaped"] or ""))
        elif token["plain"]:
            if token["plain"] not in _PLAIN:
                return ""
            pieces.append("\0" + token["plain"])
    return _placed(str(number), pieces).strip() if number <= _LARGEST else ""


def _section(number: int, code: str) -> str:
    """The part of a format that is for a number: the first whose condition it meets, else the first."""
    sections = _SECTION.findall(code) or [""]
    for section in sections:
        condition = _CONDITION.search(section)
        if condition is None or _meets(number, condition[1], int(condition[2])):
            return str(section)
    return str(sections[-1])


def _meets(number: int, sign: str, bound: int) -> bool:
    return {
        "<": number < bound, "<=": number <= bound, ">": number > bound, ">=": number >= bound,
        "=": number == bound, "<>": number != bound,
    }[sign]  # fmt: skip


def _placed(digits: str, pieces: list[str]) -> str:
    """Lay digits into their places from the last on; the first place takes all that are left."""
    places = [at for at, piece in enumerate(pieces) if not piece.startswith("\0")]
    if not places:
        return ""
    laid = {at: ("0" if pieces[at] == "0" else "") for at in places}
    for at in reversed(places):
        if not digits:
            break
        laid[at], digits = (digits, "") if at == places[0] else (digits[-1], digits[:-1])
    return "".join(laid[at] if at in laid else piece[1:] for at, piece in enumerate(pieces))
