"""Where a text breaks into lines."""

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from learnsoc_xlsx.stages.write.papers.lettering.fit import MM_PER_POINT, SPARED, units
from learnsoc_xlsx.stages.write.papers.lettering.widths import EM, Face
from learnsoc_xlsx.vietnamese.signing import places_begin


def broken(text: str, width: Fraction, size: Fraction, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Break a text between its words into as few lines as it needs at a width; a word that is too long has its own.

    `width` is in millimetres, `size` in points.
    """
    return _broken(text.split(), _room(width, size), face)


def well_broken(text: str, width: Fraction, size: Fraction, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Break a name into as few lines as it needs: two before the name of a place, others as alike as they can be."""
    words, room = text.split(), _room(width, size)
    lines = _broken(words, room, face)
    before_places = _pairs(words) if len(lines) == 2 else ()
    narrow = [pair for pair in before_places if max(units(line, face) for line in pair) <= room]
    if narrow:
        return min(narrow, key=lambda pair: max(units(line, face) for line in pair))
    least = bisect_left(range(room), True, key=lambda room: len(_broken(words, room, face)) <= len(lines))
    return _broken(words, least, face)


def _room(width: Fraction, size: Fraction) -> int:
    """How many units stand on a line."""
    return int(width * SPARED * EM / size / MM_PER_POINT)


def _broken(words: list[str], room: int, face: Face) -> tuple[str, ...]:
    """Break words into lines of so many units at most."""
    lines: list[str] = []
    length, blank = 0, units(" ", face)
    for word in words:
        longer = length + blank + units(word, face)
        if lines and longer <= room:
            lines[-1], length = f"{lines[-1]} {word}", longer
        else:
            lines.append(word)
            length = units(word, face)
    return tuple(lines)


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    """The two lines that words make, broken before each place that they name."""
    for at in places_begin(words):
        if at:
            yield " ".join(words[:at]), " ".join(words[at:])
