"""How wide a text is on paper, and the size at which it stands in a given room."""

import math
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from learnsoc_xlsx.stages.write.papers.lettering.widths import ASCENT, DESCENT, EM, GAP, WIDTHS, Face

MM_PER_POINT = Fraction(127, 360)
LINE = Fraction(ASCENT + DESCENT + GAP, EM)
"""The height of a line of single spacing, where the size of its letters is 1."""
STEP = Fraction(1, 2)
"""Office programs know sizes by half points."""
SPARED = Fraction(98, 100)
"""So much of a room is filled at most: programs round, and a font that stands in for ours may be a little wider."""
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u0323")
"""What a letter may bear without being wider for it: tones, and the marks of ă and â."""


def text_width(text: str, size: Fraction, face: Face = Face.REGULAR) -> Fraction:
    """Return how wide a line of text is in millimetres, at a size in points.

    A letter that Vietnamese does not use counts as the widest that is known.
    """
    return units(text, face) * size * MM_PER_POINT / EM


def line_height(size: Fraction) -> Fraction:
    """Return the height of a line of single spacing in millimetres."""
    return LINE * size * MM_PER_POINT


def fitted_size(text: str, width: Fraction, size: Fraction, least: Fraction, face: Face = Face.REGULAR) -> Fraction:
    """Return the largest size in points, by half points and at most `size`, at which a text stands on one line.

    `width` is in millimetres. Where it is too long even at `least`, `least` is returned: ask `fits_on_a_line`.
    """
    at_one = text_width(text, Fraction(1), face)
    widest = size if not at_one else min(size, width * SPARED / at_one)
    return max(half_points_within(widest), least)


def fits_on_a_line(text: str, width: Fraction, size: Fraction, face: Face = Face.REGULAR) -> bool:
    """Whether a text stands on a line of this width in millimetres."""
    return text_width(text, size, face) <= width * SPARED


def sizes(size: Fraction, least: Fraction) -> Iterator[Fraction]:
    """The sizes from one down to another, by half points; the least one is always among them."""
    size = half_points_within(size)
    while size > least:
        yield size
        size -= STEP
    yield least


def half_points_within(size: Fraction) -> Fraction:
    """Return the largest size that office programs know, and that is no larger."""
    return math.floor(size / STEP) * STEP


def units(text: str, face: Face) -> int:
    """Return how wide a text is at any size, counted in the units of which an em has `EM`."""
    return sum(_advance(letter, face) for letter in unicodedata.normalize("NFC", text))


@cache
def _advance(letter: str, face: Face) -> int:
    widths = _widths(face)
    if letter in widths:
        return widths[letter]
    if unicodedata.combining(letter):
        return 0
    plain = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in _MARKS)
    return widths.get(unicodedata.normalize("NFC", plain), max(widths.values()))


@cache
def _widths(face: Face) -> dict[str, int]:
    return {letter: width for width, letters in WIDTHS[face].items() for letter in letters}
