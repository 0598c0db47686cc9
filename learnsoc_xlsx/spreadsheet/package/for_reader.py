"""A sheet's part as its reader takes it: newer errors, and what newer programs add to a cell, would lose it the whole sheet."""

import re

from learnsoc_xlsx.spreadsheet.package.pairs import holds

_ERROR_SIGNS = (b't="e"', b"t='e'", b't = "e"', b't ="e"', b't= "e"')
_ERROR_CELL = re.compile(
    rb"""(<(?:\w+:)?c\b[^>]*?\bt\s*=\s*["']e["'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v\b[^>/]*>)([^<]*)(?=</)""",
    re.DOTALL,
)
_READ = frozenset({b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"})
"""The errors that the reader knows; any other ends its reading. What it says in truth is looked up beside it."""
_ADDED = re.compile(rb"<((?:\w+:)?extLst)\b.*?</\1>", re.DOTALL)


def for_reader(body: bytes) -> bytes:
    """Return a sheet's part without what its reader fails over; one without such things is as it was."""
    start, end = _span(body)
    if holds(body, b"xt", start, end) and body.find(b"extLst", start, end) >= 0:
        body = body[:start] + _ADDED.sub(b"", body[start:end]) + body[end:]
    return _ERROR_CELL.sub(_known_error, body) if _has_errors(body, *_span(body)) else body


def _span(body: bytes) -> tuple[int, int]:
    return max(body.find(b"sheetData"), 0), max(body.rfind(b"sheetData"), 0)


def _has_errors(body: bytes, start: int, end: int) -> bool:
    quoted = holds(body, b'"e', start, end) or holds(body, b"'e", start, end)
    return quoted and any(body.find(sign, start, end) >= 0 for sign in _ERROR_SIGNS)


def _known_error(cell: re.Match[bytes]) -> bytes:
    return cell[0] if cell[2] in _READ else cell[1] + b"#N/A"
