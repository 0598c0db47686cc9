"""Printable: what people wrote without the characters that no paper can hold, or that would be an order to it."""

import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML does not hold, and what docxtpl takes for an order: a form feed begins a page, a bell a paragraph."""
_Words = TypeVar("_Words")


def printable(words: _Words) -> _Words:
    """Return the words of a paper, or a part of them, with a space for each such character."""
    printed: Any = words
    if isinstance(words, str):
        printed = words if words.isprintable() else _UNPRINTABLE.sub(" ", words.replace("\r\n", "\n"))
    elif isinstance(words, tuple):
        printed = tuple(map(printable, words))
    elif isinstance(words, dict):
        printed = {name: printable(word) for name, word in words.items()}
    elif is_dataclass(words) and not isinstance(words, type):
        printed = type(words)(**{name: printable(getattr(words, name)) for name in _names(type(words))})
    return printed  # type: ignore[no-any-return]


@cache
def _names(words: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(words))
