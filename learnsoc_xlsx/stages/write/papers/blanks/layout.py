"""The text of a part laid out in its frame: the size and the lines in which it stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Frame
from learnsoc_xlsx.stages.write.papers.blanks.looks import LOOKS, GivesWay, Look, least_size
from learnsoc_xlsx.stages.write.papers.lettering.fit import broken, evenly_broken, fits_on_a_line, line_height, sizes
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face
from learnsoc_xlsx.vietnamese.letters import clean


@dataclass(frozen=True)
class LaidOut:
    """Lines of one size in points; `fits` is False where they are too wide or too many even at the least size."""

    size: Fraction
    lines: tuple[str, ...]
    fits: bool = True


def laid_out(texts: Sequence[str], frame: Frame) -> LaidOut:
    """Lay the lines of a part out in its frame, at the largest size at which they stand in it.

    A name, an office, a date first shrinks, then breaks into lines of like length, again as large as it may be; a merit
    breaks from the beginning and shrinks to the height of its frame.
    """
    look, texts = LOOKS[frame.part], [clean(text) for text in texts]
    tries = (
        LaidOut(size, lines) for size, lines in _ways(texts, frame, look) if _stands(lines, frame, size, look.face)
    )
    least = least_size(frame.size)
    return next(tries, LaidOut(least, _lines(texts, frame, least, look), fits=False))


def _ways(texts: Sequence[str], frame: Frame, look: Look) -> Iterator[tuple[Fraction, tuple[str, ...]]]:
    """The ways in which a text may stand, the best one first."""
    least = least_size(frame.size)
    if look.gives_way is GivesWay.SHRINKS:
        yield from ((size, tuple(texts)) for size in sizes(frame.size, least))
    yield from ((size, _lines(texts, frame, size, look)) for size in sizes(frame.size, least))


def _lines(texts: Sequence[str], frame: Frame, size: Fraction, look: Look) -> tuple[str, ...]:
    breaking = evenly_broken if look.gives_way is GivesWay.SHRINKS else broken
    return tuple(line for text in texts for line in breaking(text, frame.width, size, look.face))


def _stands(lines: Sequence[str], frame: Frame, size: Fraction, face: Face) -> bool:
    """Whether lines of a size stand in a frame, no line too wide and not too many."""
    wide = all(fits_on_a_line(line, frame.width, size, face) for line in lines)
    return wide and len(lines) * line_height(size) <= frame.height
