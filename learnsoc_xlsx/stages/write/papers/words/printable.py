"""Printable: what people wrote without the characters that no paper can hold, or that would be an order to it."""

import re
from collections.abc import Mapping
from typing import Any

_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML does not hold, and what docxtpl takes for an order: a form feed begins a page, a bell a paragraph."""


def printable(words: Mapping[str, object]) -> dict[str, object]:
    """Return the words of a paper with a space for each such character."""
    return {name: _printable(value) for name, value in words.items()}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return _UNPRINTABLE.sub(" ", value.replace("\r\n", "\n"))
    if isinstance(value, Mapping):
        return printable(value)
    return tuple(map(_printable, value)) if isinstance(value, tuple) else value
