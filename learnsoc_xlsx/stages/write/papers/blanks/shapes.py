"""What is drawn on a page: boxes at a place on the paper, with text, an outline, or lines in them."""

from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Align, Blank, Frame
from learnsoc_xlsx.stages.write.papers.blanks.looks import Stands
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face


@dataclass(frozen=True)
class Box:
    """A place on the paper, in millimetres from its upper left corner."""

    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction


@dataclass(frozen=True)
class Typeset:
    """Paragraphs of one face and size in points; "\\n" breaks a line in one."""

    texts: tuple[str, ...]
    size: Fraction
    face: Face = Face.REGULAR
    align: Align = Align.CENTRE
    stands: Stands = Stands.MIDDLE


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn: its width in points, and its grey from "000000" on."""

    width: Fraction
    grey: str = "000000"


@dataclass(frozen=True)
class Shape:
    """A box with a name that an office program shows in its list of objects.

    `stroke` draws its outline, or, where there are any, the `lines` in it: from and to, in millimetres from the box's
    own corner. `paper` fills it with white, so that what lies below does not disturb the words.
    """

    name: str
    box: Box
    words: Typeset | None = None
    stroke: Stroke | None = None
    lines: tuple[tuple[Fraction, Fraction, Fraction, Fraction], ...] = ()
    paper: bool = False


def place(frame: Frame, blank: Blank) -> Box:
    """Return where a frame stands on the paper, with the shift of the whole page."""
    return Box(frame.left + blank.shift_right, frame.top + blank.shift_down, frame.width, frame.height)
