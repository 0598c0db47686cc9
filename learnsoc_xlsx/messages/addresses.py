"""Addresses: the mail addresses in what people write, in a cell of the register or in the header of a message.

“Thôn Đông <t01@xa.vn>; t02@xa.vn” are two. The standard library knows headers alone: to it neither a semicolon nor a
line break parts anything.
"""

import re
from collections.abc import Iterator

from learnsoc_xlsx.vietnamese.letters import clean

_QUOTED, _REMARK, _INSIDE = r'"(?:\\.|[^"\\]){0,300}+"', r"\([^()]{0,300}+\)", r"<[^<>]{0,300}+>"
_ENTRY = re.compile(rf"(?:{_QUOTED}|{_REMARK}|{_INSIDE}|[^;,\n])+")
_PIECE = re.compile(rf"(?P<quoted>{_QUOTED})|(?P<remark>{_REMARK})|(?P<inside>{_INSIDE})|[^\s<>()\"]+")
_NEITHER = r"\s<>()\[\]\"“”‘’,;:@\\"
_ADDRESS = re.compile(rf"[^{_NEITHER}]+@[^{_NEITHER}/|]+")
_AROUND_AT = re.compile(" ?@ ?")
_LEANING = "./|'`*"
_LONGEST = 100_000
"""Letters: three times what a cell can hold. Nobody writes addresses beyond that."""


def addresses(text: str | None) -> tuple[str, ...]:
    """Return the mail addresses in a text, in lower case, each once, as they follow one another; the rest is left out."""
    return tuple(dict.fromkeys(address for address, _ in with_names(text or "")))


def with_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield each mail address in a text, in lower case, and the name that was written before it (may be empty)."""
    lines = "\n".join(clean(line) for line in text[:_LONGEST].splitlines())
    for entry in _ENTRY.findall(_AROUND_AT.sub("@", lines)):
        outside = list(_outside_names(entry))
        yield from outside or ((address, "") for address in _in(entry))


def _outside_names(entry: str) -> Iterator[tuple[str, str]]:
    """The addresses of one entry, those in angle brackets first. One in quotes, or right before a bracket, is a name."""
    words: list[str] = []
    waiting: list[str] = []
    bare: list[str] = []
    remark = ""
    for piece in _PIECE.finditer(entry):
        if piece["inside"] and (inside := _in(piece["inside"])):
            yield inside[0], " ".join(words or waiting)
            bare += waiting if words else []
            words, waiting = [], []
        elif piece["remark"]:
            remark = piece["remark"][1:-1]
        elif piece["quoted"]:
            words.append(re.sub(r"\\(.)", r"\1", piece["quoted"][1:-1]))
        elif here := _in(piece[0]):
            bare += waiting
            words, waiting = [], here
        else:
            words.append(piece[0])
    yield from ((address, remark) for address in (*bare, *waiting))


def _in(text: str) -> list[str]:
    """The addresses in a few words; a sign that leans on one is none of it."""
    stripped = (address.strip(_LEANING).lower() for address in _ADDRESS.findall(text))
    return [address for address in stripped if "@" in address[1:-1]]
