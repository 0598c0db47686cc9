"""Characters that XML 1.0 forbids: one of them makes a whole workbook unreadable to the office programs that open it.

Source: Extensible Markup Language 1.0, production 2 (Char).
"""

import codecs
import io
import re
from xml.parsers import expat

from learnsoc_xlsx.spreadsheet.package.pairs import has_below, holds
from learnsoc_xlsx.spreadsheet.package.plain_rows import parse

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|_x[dD][89a-fA-F][0-9a-fA-F]{2}_")
"""Half of a letter beyond the first 65,536 is no letter; as an escape no reader takes it for one, and it stays as it is written."""
_SURROGATES = re.compile("[\ud800-\udfff]+")
_BREAKS = re.compile("[\x0b\x0c]")
"""Word's line break and page break: they part words."""
_BLANKS = b"\t\n\r"
_CONTROL = bytes(code for code in range(32) if code not in _BLANKS)
_DECLARATION = 64
"""So far the declaration reaches behind which most parts begin a line, their only one."""
_NON_CHARACTER, _NON_CHARACTERS = b"\xef", (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_REFERENCE = re.compile(rb"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));")
_UTF_8 = "utf-8"
_DECLARED = re.compile(rb"""(<\?xml[^>]*?)\sencoding\s*=\s*["']([\w.:-]+)["']""")
_ESCAPE = re.compile(rb"_x[0-9A-Fa-f]{4}_")
_STAND_IN = "\uffff"
"""Stands for bytes that are no letter in any way, where a reader must have one: it is forbidden too, and so is seen."""


def forbidden(text: str) -> bool:
    """Whether a text has a character that XML forbids."""
    return (not text.isprintable() or "_x" in text) and _FORBIDDEN.search(text) is not None


def allowed(text: str) -> str:
    """Return a text without the characters that XML forbids; a line break of Word's is a space."""
    return _FORBIDDEN.sub("", _BREAKS.sub(" ", text)) if forbidden(text) else text


def may_hold_forbidden(body: bytes) -> bool:
    """Whether an XML part may hold such a character, raw or as a reference or escape; cheap, for every part is asked."""
    if _has_control(body) or (_NON_CHARACTER in body and any(mark in body for mark in _NON_CHARACTERS)):
        return True
    return holds(body, b"&#") or (holds(body, b"_x") and _ESCAPE.search(body) is not None) or not _is_utf_8(body)


def is_plain(body: bytes) -> bool:
    """Whether an XML part is in UTF-8 and certainly holds no such character: strict readers take it as it is."""
    return _encoding(body) == _UTF_8 and not may_hold_forbidden(body)


def readable(body: bytes) -> bytes:
    """Return an XML part in UTF-8, without what stops its reader: bytes that are no letter, references to none are U+FFFF.

    Raw control characters stay: the reader of workbooks takes them, so that they can be named at their cell.
    """
    encoding = _encoding(body)
    if encoding != _UTF_8:
        body = _DECLARED.sub(rb"\1", body.decode(encoding, "replace").encode(), count=1)
    elif not _is_utf_8(body):
        body = _SURROGATES.sub(_STAND_IN, body.decode("utf-8", "surrogateescape")).encode()
    return _REFERENCE.sub(_unless_surrogate, body) if b"&#" in body else body


def well_formed(body: bytes) -> bytes:
    """Return an XML part as strict readers take it: what XML forbids is gone. A part without such things is as it was."""
    if is_plain(body):
        return body
    text = readable(body).translate(None, _CONTROL)
    for mark in _NON_CHARACTERS:
        text = text.replace(mark, b"")
    return _REFERENCE.sub(_if_allowed, text)


def is_strict(body: bytes) -> bool:
    """Whether a part is well-formed as it stands, in UTF-8, so that nothing in it would go: what is sure is said quickly.

    A part with references to characters is not sure: within a comment they would go too.
    """
    return b"&#" not in body and _encoding(body) == _UTF_8 and is_well_formed(body)


def is_well_formed(body: bytes) -> bool:
    """Whether a part is XML from beginning to end, as strict readers want it."""
    try:
        parse(io.BytesIO(body))
    except expat.ExpatError:
        return False
    return True


def _encoding(body: bytes) -> str:
    """How a part says that its letters are spelt."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = _DECLARED.match(body.removeprefix(codecs.BOM_UTF8))
    try:
        return codecs.lookup(declared[2].decode("ascii", "replace")).name if declared else _UTF_8
    except LookupError:
        return _UTF_8


def _has_control(body: bytes) -> bool:
    """Whether a part has a control character beside the three that XML takes for blanks."""
    asked = body if has_below(body, 32, _DECLARATION) else body[:_DECLARATION]
    return len(asked.translate(None, _CONTROL)) < len(asked)


def _is_utf_8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _code(reference: re.Match[bytes]) -> int:
    return int(reference[1], 16) if reference[1] else int(reference[2])


def _unless_surrogate(reference: re.Match[bytes]) -> bytes:
    code = _code(reference)
    return _STAND_IN.encode() if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0 else reference[0]


def _if_allowed(reference: re.Match[bytes]) -> bytes:
    return b"" if forbidden(chr(min(_code(reference), 0x10FFFF))) else reference[0]
