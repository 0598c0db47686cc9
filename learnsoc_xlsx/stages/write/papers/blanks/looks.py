"""How the text of each part is set on a blank: its face, and how it gives way when its frame is too small."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Part
from learnsoc_xlsx.stages.write.papers.lettering.fit import half_points_within
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face

LEAST_SHARE = Fraction(3, 5)
LEAST_SIZE = Fraction(10)
"""A text shrinks to this share of its frame's size, and never below this size in points."""


class Stands(Enum):
    """Where a text stands in the height of its frame."""

    TOP = "t"
    MIDDLE = "ctr"


class GivesWay(Enum):
    """What a text does first in a frame that is too small: it becomes smaller, or it breaks into lines."""

    SHRINKS = "shrinks"
    BREAKS = "breaks"


@dataclass(frozen=True)
class Lettering:
    face: Face
    stands: Stands
    gives_way: GivesWay


LOOKS = {
    Part.NAME: Lettering(Face.BOLD, Stands.MIDDLE, GivesWay.SHRINKS),
    Part.MERIT: Lettering(Face.REGULAR, Stands.TOP, GivesWay.BREAKS),
    Part.DECISION: Lettering(Face.REGULAR, Stands.TOP, GivesWay.SHRINKS),
    Part.DATED: Lettering(Face.ITALIC, Stands.TOP, GivesWay.SHRINKS),
    Part.OFFICE: Lettering(Face.BOLD, Stands.TOP, GivesWay.SHRINKS),
    Part.SIGNER: Lettering(Face.BOLD, Stands.MIDDLE, GivesWay.SHRINKS),
}
"""As signatures are set in administrative papers: place and date in italics, office and name of the signer bold."""


def least_size(size: Fraction) -> Fraction:
    """Return the least size to which a text may shrink whose frame says this size; both in points, by half points."""
    return min(half_points_within(size), -half_points_within(-max(size * LEAST_SHARE, LEAST_SIZE)))
