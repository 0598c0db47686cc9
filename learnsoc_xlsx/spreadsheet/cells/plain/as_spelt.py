"""The plain spelling of a sheet: one expression proves all rows of a workbook to be so spelt, and then their bytes lie open.

Each cell says first where it stands, then its look, then its kind, and holds a value, or a formula and its result, or
nothing. What a sheet in any other spelling holds is not told here. Source: ECMA-376 part 1, 18.3.1.4 and 18.3.1.73.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from learnsoc_xlsx.spreadsheet.package.characters import is_plain, is_well_formed

_ROWS, _TEXTS = (b"<sheetData>", b"</sheetData>", b"<sheetData/>"), (b"<si>", b"</sst>", b"</sst>")
"""Between which marks they stand, and what stands for all of them where there are none."""
_NEVER_AROUND = (b"<!", b"sheetData", b"<si", b":si")
"""What stands before or behind rows or texts only where these are not all of them, or none."""
_STATED = re.compile(rb"<(?:dimension|mergeCell)\b")
_PLAINLY_STATED = re.compile(rb'<(?:dimension|mergeCell) ref="[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?" ?/>')
"""How far a sheet says that it spreads, and which cells it merges: the reader takes that at its word, or fails over it."""
_ESCAPE = b"_x"
"""How a text spells a letter otherwise."""

_VISIBLE = r"(?:[!-%'-;=?-\x{d7ff}\x{e000}-\x{fffd}\x{10000}-\x{10ffff}]|&(?:amp|lt|gt|quot|apos);)"
_LETTERS = rf"(?:[\t\n ]|{_VISIBLE})*"
_UNTRIMMED = f"(?:{_VISIBLE}(?:{_LETTERS}{_VISIBLE})?)?"
"""A text of which nothing is taken away where no word says that its blanks count."""
_NUMBER = r"-?[0-9]{1,17}(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,2})?"
_ERROR = r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)"
_SAYS = '(?: (?:[A-Za-z0-9:]{2,}|s|t)="[A-Za-z0-9.: -]*")*'
_FORMULA = f"<f{_SAYS}(?:/>|>{_LETTERS}</f>)"
_OWN_TEXT = f'(?:<t xml:space="preserve">{_LETTERS}</t>|<t>{_UNTRIMMED}</t>)'
_RESULTS = "|".join(
    f"{kind}>(?:{_FORMULA})?<v>{value}</v>"
    for kind, value in (
        ('(?: t="n")?', _NUMBER),
        (' t="s"', "[0-9]{1,7}"),
        (' t="str"', _LETTERS),
        (' t="b"', "[01]"),
        (' t="e"', _ERROR),
    )
)
_HELD = f'(?:{_RESULTS}| t="inlineStr"><is>{_OWN_TEXT}</is>)</c>'
_CELL = f'<c r="[A-Z][A-Z]?[1-9][0-9]{{0,6}}"(?: s="[0-9]{{1,5}}")?(?:(?: t="[A-Za-z]+")? ?/>|{_HELD})'
_PLAIN_ROWS = f'^(?:<row r="[1-9][0-9]{{0,6}}"{_SAYS}(?: ?/>|>(?:{_CELL})*</row>))*$'
_PLAIN_TEXTS = f"^(?:<si>(?:{_OWN_TEXT}|<t/>)</si>)*$"


def plain_rows(bodies: Sequence[bytes]) -> list[bytes | None]:
    """Return for each sheet's part its rows, without the mark of their beginning and end; None where not all are plain."""
    return _plain([_within(body, *_ROWS) for body in bodies], _PLAIN_ROWS)


def plain_texts(body: bytes) -> bytes | None:
    """Return the texts that the cells of a workbook share, as their part spells them; None where not all are plain."""
    texts = _within(body, *_TEXTS)
    return _plain([None if texts is None else _TEXTS[0] + texts], _PLAIN_TEXTS)[0]


def _within(body: bytes, begins: bytes, ends: bytes, nothing: bytes) -> bytes | None:
    """What stands between two marks; None where they do not stand there once, or what is around is not whole in itself."""
    before, mark, behind = body.partition(begins)
    within, end, after = behind.rpartition(ends)
    around = before + after
    sure = mark and end and not any(sign in around for sign in _NEVER_AROUND) and is_plain(around)
    if not sure or len(_STATED.findall(around)) != len(_PLAINLY_STATED.findall(around)):
        return None
    return within if is_well_formed(before + nothing + after) else None


def _plain(stretches: Sequence[bytes | None], shape: str) -> list[bytes | None]:
    """Those stretches that are of this shape from beginning to end, all looked at in one go: to make the expression ready
    costs as much as many rows do. What is no UTF-8 no letter of an expression fits.
    """
    whole = [stretch or b"" for stretch in stretches]
    ends = np.fromiter(accumulate(map(len, whole), initial=0), np.int32)
    texts = pa.StringArray.from_buffers(len(whole), pa.py_buffer(ends), pa.py_buffer(b"".join(whole)))
    fits = pc.match_substring_regex(texts, shape).to_pylist()
    return [
        stretch if fit and stretch is not None and _ESCAPE not in stretch else None
        for stretch, fit in zip(stretches, fits, strict=True)
    ]
