"""Printable: what people wrote without the characters that no paper can hold, or that would be an order to it."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML does not hold, and what docxtpl takes for an order: a form feed begins a page, a bell a paragraph."""
_Words = TypeVar("_Words")


def printable(words: _Words) -> _Words:
    """Return the words of a paper, or a part of them, with a space for each such character."""
    printed: Any = words
    if isinstance(words, str):
        printed = _UNPRINTABLE.sub(" ", words.replace("\r\n", "\n"))
    elif isinstance(words, tuple):
        printed = tuple(map(printable, words))
    elif is_dataclass(words) and not isinstance(words, type):
        printed = replace(words, **{one.name: printable(getattr(words, one.name)) for one in fields(words)})
    return printed  # type: ignore[no-any-return]
