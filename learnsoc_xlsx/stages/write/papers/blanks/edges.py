"""Frames that a printer does not reach: most leave an edge of the paper white."""

from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Blank, Part
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Box, place

EDGE = Fraction(5)
"""Millimetres that office printers leave white on every side; a few leave less, hardly any more."""


def too_near_the_edge(blank: Blank) -> tuple[Part, ...]:
    """Return the parts whose frames, shifted, come into the edge that is not printed, or lie outside of the paper."""
    return tuple(frame.part for frame in blank.frames if not _is_reached(place(frame, blank), blank))


def _is_reached(box: Box, blank: Blank) -> bool:
    right, bottom = box.left + box.width, box.top + box.height
    return min(box.left, box.top, blank.width - right, blank.height - bottom) >= EDGE
