"""Frames that will not be printed as they should: where a printer does not reach, and one over another."""

from fractions import Fraction
from itertools import combinations

from learnsoc_xlsx.model.papers.certificates import Blank, Frame, Part
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Box, place

EDGE = Fraction(5)
"""Millimetres that office printers leave white on every side; a few leave less, hardly any more."""


def too_near_the_edge(blank: Blank) -> tuple[Part, ...]:
    """Return the parts whose frames, shifted, come into the edge that is not printed, or lie outside of the paper."""
    return tuple(frame.part for frame in blank.frames if not _is_reached(place(frame, blank), blank))


def overlapping(blank: Blank) -> tuple[tuple[Part, Part], ...]:
    """Return the parts whose frames lie one over the other: their texts may be printed into each other."""
    return tuple((one.part, other.part) for one, other in combinations(blank.frames, 2) if _overlap(one, other))


def _overlap(one: Frame, other: Frame) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.top + other.height and other.top < one.top + one.height


def _is_reached(box: Box, blank: Blank) -> bool:
    right, bottom = box.left + box.width, box.top + box.height
    return min(box.left, box.top, blank.width - right, blank.height - bottom) >= EDGE
