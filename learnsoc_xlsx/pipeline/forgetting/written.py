"""Written: the ways in which a file writes a text: its letters by number, cut by marks of looks, in a charset that nobody told."""

import html
import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import unquote

from learnsoc_xlsx.messages.headers import readable
from learnsoc_xlsx.vietnamese.legacy.legacy import decode

RTF = b"{\\rtf"
"""How a text of Word's and LibreOffice's in their exchange format begins."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SAYS, _CLAIMED = 2048, re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
"""How far into it a page may say in which charset it is."""
_ENDS = re.compile(
    r"</(?:w:p|a:p|si|is|c|row|text:p|text:h|p|div|td|th|tr|li|h\d|title)\s*>|"
    r"<(?:w:br|w:tab|text:s|text:tab|text:line-break|br|hr)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_IN_RUNS = re.compile(r"<(?:w:t|w:delText|a:t|r|html|body|div|p|span|font|table|b|i)[ >]|<text:", re.IGNORECASE)
"""Where a text may be cut in pieces that look differently."""
_AT_THE_EDGE = re.compile(r"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)<")
_PARTS_OF_EDGE, _LOOKS_OF_EDGE = re.compile(r"&[LCR]"), re.compile(r'&(?:"[^"]*"|\d+|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|.)')
"""What stands between the words of a page's header. Source: ECMA-376, 18.3.1.46 (oddHeader)."""
_BY_NUMBER = re.compile(r"\\u([0-9a-fA-F]{4})|_x([0-9a-fA-F]{4})_")
"""A letter in JSON, and in a cell of Excel's. Source: RFC 8259, 7; ECMA-376, 22.9.2.19 (ST_Xstring)."""
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}%[0-9a-fA-F]{2}")
_EQUALS, _SOFT_END = re.compile(r"(?:=[0-9a-fA-F]{2}){2,}"), re.compile(r"=\r?\n")
_RTF = re.compile(
    r"\\u(?P<letter>-?\d{1,6}) ?(?P<instead>(?:\\'[0-9a-f]{2}|[^\\{}\r\n])?)|(?P<bytes>(?:\\'[0-9a-f]{2})+)|"
    r"\\(?P<word>[a-z]+)(?:-?\d+)? ?|\\(?P<sign>[^a-z])|(?P<nothing>[{}\r\n])",
    re.IGNORECASE,
)
_RTF_ENDS = frozenset({"par", "line", "cell", "row", "tab", "sect", "page", "emspace", "enspace", "qmspace"})
_RTF_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_VIETNAMESE = "windows-1258"


def readings(data: bytes, charset: str = "") -> Iterator[str | None]:
    """Yield what the bytes of a text say, in every way in which they may be meant; None where that is not certain."""
    if data.startswith(RTF):
        yield from _of_rtf(data)
        return
    texts = dict.fromkeys(_decoded(data, charset))
    yield from (reading for text in texts for reading in _as_meant(text))
    if not texts:
        yield from (readable(data, charset), decode(data.decode("latin-1")), None)


def of_markup(data: bytes) -> Iterator[str]:
    """Yield what a part of a document says, whose letters are UTF-8 or as it says itself."""
    yield from (reading for text in dict.fromkeys((*_decoded(data, ""), data.decode("utf-8", "replace"))) for reading in _as_meant(text))  # fmt: skip


def _decoded(data: bytes, charset: str) -> Iterator[str]:
    """The text in each of the charsets in which it may be, and is without fault."""
    claimed = _CLAIMED.search(data[:_SAYS])
    likely = ("utf-16" if data.startswith(_WIDE) else "utf-8-sig", charset, claimed[1].decode() if claimed else "")
    for name in filter(None, likely):
        try:
            yield data.decode(name)
        except (LookupError, ValueError):
            continue


def _as_meant(text: str) -> Iterator[str]:
    if not text:
        return
    yield text
    spelt = html.unescape(_BY_NUMBER.sub(_letter, text))
    if _EQUALS.search(text):
        yield _EQUALS.sub(_of_bytes, _SOFT_END.sub("", text))
    if _PERCENT.search(spelt):
        yield unquote(spelt)
    if spelt != text:
        yield spelt
    if _IN_RUNS.search(text):
        yield html.unescape(_TAG.sub("", _ENDS.sub("\n", text)))
    yield from map(_at_the_edge, _AT_THE_EDGE.findall(text))


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))


def _of_bytes(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("=", "")).decode("utf-8", "replace")


def _at_the_edge(text: str) -> str:
    """What a page's header or footer says."""
    return _LOOKS_OF_EDGE.sub("", _PARTS_OF_EDGE.sub("\n", html.unescape(text)))


def _of_rtf(data: bytes) -> Iterator[str]:
    """What an RTF says: whether a sign for those who cannot read a letter follows it, and in which charset others stand, is told
    here and there; so it is read both ways.
    """
    page = _RTF_PAGE.search(data)
    text = data.decode("latin-1")
    for charset, takes_one in product(dict.fromkeys((f"cp{page[1].decode()}" if page else "cp1252", _VIETNAMESE)), (True, False)):  # fmt: skip
        yield _RTF.sub(lambda match: _of_rtf_sign(match, charset, takes_one), text)  # noqa: B023


def _of_rtf_sign(match: re.Match[str], charset: str, takes_one: bool) -> str:
    if match["letter"]:
        return chr(int(match["letter"]) % 0x10000) + ("" if takes_one else match["instead"])
    if match["bytes"]:
        return readable(bytes.fromhex(match["bytes"].replace("\\'", "")), charset)
    if match["word"]:
        return "\n" if match["word"] in _RTF_ENDS else ""
    return " " if match["sign"] == "~" else match["sign"] if match["sign"] in ("\\", "{", "}") else ""
