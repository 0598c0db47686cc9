"""Pairs of bytes: in a large part all of them are looked at for less than a search for one word costs, and rule it out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SMALL = 1 << 12
"""In fewer bytes a search is done before a look at all of them has begun."""
_COMMON = frozenset(b'<>="/ :cirstve')
"""What stands in every cell: any other byte of a pair is sought alone first, which costs next to nothing where it is rare."""
_FEW = 16


def holds(body: bytes, pair: bytes, start: int = 0, end: int | None = None) -> bool:
    """Whether two bytes stand beside one another in a part, or between two of its places."""
    end = len(body) if end is None else end
    if end - start < _SMALL:
        return body.find(pair, start, end) >= 0
    for step, byte in enumerate(pair):
        if byte not in _COMMON:
            return _holds_rare(body, pair, step, start, end)
    return bool(_beside(body, pair, start, end).any())


def _holds_rare(body: bytes, pair: bytes, step: int, start: int, end: int) -> bool:
    """Whether a pair stands there of which one byte is rare, as a rule: the first few places of that are gone through."""
    at = start
    for _ in range(_FEW):
        at = body.find(pair[step : step + 1], at, end)
        if at < 0:
            return False
        if body.startswith(pair, max(at - step, start), end):
            return True
        at += 1
    return bool(_beside(body, pair, at - 1, end).any())


def places(body: bytes, pair: bytes, start: int, end: int) -> "npt.NDArray[np.intp]":
    """Return every place between two of a part at which two bytes stand beside one another."""
    import numpy as np

    return np.flatnonzero(_beside(body, pair, start, end)) + start


def has_below(body: bytes, least: int, start: int) -> bool:
    """Whether a byte below `least` stands in a part from a place on; in a small one it is taken that one may."""
    if len(body) < _SMALL:
        return True
    import numpy as np

    return bool(np.frombuffer(body, np.uint8, offset=start).min() < least)


def _beside(body: bytes, pair: bytes, start: int, end: int) -> "npt.NDArray[np.bool_]":
    import numpy as np  # who reads small files only, as a child does on trial, need not wait until it is loaded

    view = np.frombuffer(body, np.uint8, max(end - start, 0), start)
    beside: npt.NDArray[np.bool_] = (view[:-1] == pair[0]) & (view[1:] == pair[1])
    return beside
