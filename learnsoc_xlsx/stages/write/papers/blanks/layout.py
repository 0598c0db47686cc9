"""The text of a part laid out in its frame: the size and the lines in which it stands there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial

from learnsoc_xlsx.model.papers.certificates import Frame
from learnsoc_xlsx.stages.write.papers.blanks.looks import LOOKS, GivesWay, Lettering, least_size
from learnsoc_xlsx.stages.write.papers.lettering.breaks import broken, well_broken
from learnsoc_xlsx.stages.write.papers.lettering.fit import fits_on_a_line, line_height, sizes
from learnsoc_xlsx.vietnamese.letters import clean


@dataclass(frozen=True)
class LaidOut:
    """The lines of a part at one size in points: where one is broken for good there is "\\n", elsewhere the office program
    breaks it. `fits` is False where they are too wide or too many even at the least size.
    """

    size: Fraction
    texts: tuple[str, ...]
    fits: bool = True


def laid_out(texts: Sequence[str], frame: Frame) -> LaidOut:
    """Lay the lines of a part out in its frame, at the largest size at which they stand in it.

    A name, an office, a date first shrinks, then breaks into lines, again as large as it may be; a merit breaks from the
    beginning and shrinks to the height of its frame.
    """
    return _laid_out(tuple(clean(text) for text in texts), frame)


@lru_cache(maxsize=4096)
def _laid_out(given: tuple[str, ...], frame: Frame) -> LaidOut:
    """The same lines in the same frame, such as whoever signs, stand on every certificate of a round."""
    look = LOOKS[frame.part]
    if look.gives_way is GivesWay.SHRINKS:
        size = _largest(lambda _: given, frame, look)
        if size is not None:
            return LaidOut(size, given)
    size = _largest(partial(_lines, given, frame, look), frame, look)
    taken = size or least_size(frame.size)
    if look.gives_way is GivesWay.SHRINKS:
        given = tuple("\n".join(well_broken(text, frame.width, taken, look.face)) for text in given)
    return LaidOut(taken, given, fits=size is not None)


def _largest(lines_at: Callable[[Fraction], tuple[str, ...]], frame: Frame, look: Lettering) -> Fraction | None:
    """The largest size at which lines stand in a frame, no line too wide and not too many; None where there is none."""
    for size in sizes(frame.size, least_size(frame.size)):
        lines = lines_at(size)
        wide = all(fits_on_a_line(line, frame.width, size, look.face) for line in lines)
        if wide and len(lines) * line_height(size) <= frame.height:
            return size
    return None


def _lines(texts: Sequence[str], frame: Frame, look: Lettering, size: Fraction) -> tuple[str, ...]:
    return tuple(line for text in texts for line in broken(text, frame.width, size, look.face))
