"""Words that a text may use: the fields of a dataclass, each under the Vietnamese name that an officer writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

Words = Mapping[str, object]
"""Each word by its Vietnamese name: a text, a number, yes or no, or a list of texts or of words."""


@dataclass(frozen=True)
class Explained:
    """A word as an officer looks it up: its name, what it says, whether it is a list, and the words of each of its items."""

    name: str
    meaning: str
    listed: bool = False
    of_each: "tuple[Explained, ...]" = ()


def named(name: str, meaning: str = "") -> Any:
    """A word, what it is called in a text, and what it says."""
    return field(metadata={"name": name, "meaning": meaning})


def also(name: str, meaning: str = "") -> Any:
    """A word that may be empty, what it is called in a text, and what it says."""
    return field(metadata={"name": name, "meaning": meaning}, default="", kw_only=True)


def by_name(words: object) -> dict[str, object]:
    """Return words under the names that they bear in a text."""
    kind: type = type(words)
    return {name: _plain(getattr(words, word)) for word, name in _names(kind)}


@cache
def _names(words: type) -> tuple[tuple[str, str], ...]:
    """The words of a kind by their fields, each with the name that it bears in a text."""
    return tuple((word.name, word.metadata["name"]) for word in fields(words))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return by_name(value) if is_dataclass(value) else value


def example(words: type, *, empty: bool = False) -> dict[str, object]:
    """Return each word by its name with some value of its type, or with none: enough to judge a text by, before there is
    anything to say.
    """
    return {name: _example(kind, empty) for name, _, kind in _declared(words)}


def _example(kind: Any, empty: bool) -> object:
    if get_origin(kind) is tuple:
        return () if empty else (_example(get_args(kind)[0], empty),)
    if is_dataclass(kind):
        return example(kind, empty=empty)  # type: ignore[arg-type]
    return {str: "", int: 0, bool: False}[kind] if empty else {str: "…", int: 1, bool: True}[kind]


def explained(words: type) -> tuple[Explained, ...]:
    """Return every word of a text with its meaning, in the order in which they are declared."""
    return tuple(
        Explained(name, meaning, get_origin(kind) is tuple, _of_each(kind)) for name, meaning, kind in _declared(words)
    )


def _of_each(kind: Any) -> tuple[Explained, ...]:
    item = get_args(kind)[0] if get_origin(kind) is tuple else None
    return explained(item) if is_dataclass(item) else ()  # type: ignore[arg-type]


def _declared(words: type) -> Iterator[tuple[str, str, Any]]:
    hints = get_type_hints(words)
    for word in fields(words):
        yield word.metadata["name"], word.metadata["meaning"], hints[word.name]
