"""Rows of a sheet that are spelt plainly, as ours are and those of most office programs: whole in themselves, which one
expression sees many times faster than a parser does.

A workbook of many returns is nearly all rows. Whoever parses it may let these be told apart from the rest.
"""

from array import array
from collections.abc import Iterable, Iterator
from typing import IO
from xml.parsers import expat

import pyarrow as pa
import pyarrow.compute as pc

_AT_ONCE = 1 << 20
"""Bytes looked at together."""
STAND_IN = b"<row>--</row>"
"""What stands for rows that are whole: wrong wherever rows would be wrong, in a tag, a value or a comment."""
_OPEN, _CLOSE = b"<row ", b"</row>"
_FEW = 1 << 16
"""Bytes of rows that a parser has gone through before the expression is ready."""

_LETTERS = r"(?:[\t\n\r -%'-;=?-\x{d7ff}\x{e000}-\x{fffd}\x{10000}-\x{10ffff}]|&(?:amp|lt|gt|quot);)*"
"""What XML allows between tags; of brackets and ampersands, those written as they must be."""


def _maybe(name: str, value: str) -> str:
    return f'(?: {name}="{value}")?'


_CELL = "<c{r}{s}{t}(?:/>|>(?:<f{shared}{ref}{si}(?:/>|>{letters}</f>))?(?:<v>{letters}</v>|<is><t{space}>{letters}</t></is>)?</c>)".format(
    r=_maybe("r", "[A-Z]+[0-9]+"),
    s=_maybe("s", "[0-9]+"),
    t=_maybe("t", "[A-Za-z]+"),
    shared=_maybe("t", "[a-z]+"),
    ref=_maybe("ref", "[A-Z0-9:]+"),
    si=_maybe("si", "[0-9]+"),
    space=_maybe("xml:space", "preserve"),
    letters=_LETTERS,
)
_OF_A_ROW = (
    ("r", "[0-9]+"),
    ("spans", "[0-9:]+"),
    ("s", "[0-9]+"),
    ("customFormat", "1"),
    ("ht", "[0-9.]+"),
    ("hidden", "1"),
    ("customHeight", "1"),
    ("x14ac:dyDescent", "[0-9.]+"),
)
"""What a row says of itself, in the order in which office programs say it."""
_ROW = f"<row{''.join(_maybe(*word) for word in _OF_A_ROW)}(?:/>|>(?:{_CELL})*</row>)"
_ROWS = f"^(?:{_ROW})+$"


def parse(body: IO[bytes]) -> None:
    """Go through a part as a strict parser does. Raises ExpatError where it is not XML from beginning to end."""
    go_through(without_plain_rows(body))


def go_through(pieces: Iterable[bytes]) -> None:
    """Go through a part, piece by piece, as a strict parser does. Raises ExpatError where it is not XML."""
    parser = expat.ParserCreate()
    for piece in pieces:
        parser.Parse(piece)
    parser.Parse(b"", True)


def without_plain_rows(body: IO[bytes]) -> Iterator[bytes]:
    """Yield a part in UTF-8, piece by piece, with a stand-in for rows that are whole.

    What is left is XML exactly where the part is, but that rows within a comment are never taken.
    """
    rest = b""
    while piece := body.read(_AT_ONCE):
        rest += piece
        first, last = rest.find(_OPEN), rest.rfind(_CLOSE) + len(_CLOSE)
        if 0 <= first < last:
            rows = rest[first:last]
            yield rest[:first]
            yield STAND_IN if len(rows) > _FEW and are_whole(rows) else rows
            rest = rest[last:]
        else:
            yield rest
            rest = b""
    yield rest


def are_whole(rows: bytes | memoryview) -> bool:
    """Whether these are rows from beginning to end. What is no UTF-8 no letter of the expression fits."""
    text = pa.StringArray.from_buffers(1, pa.py_buffer(array("i", [0, len(rows)])), pa.py_buffer(rows))
    return bool(pc.match_substring_regex(text, _ROWS)[0].as_py())
