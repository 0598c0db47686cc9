"""Certificates printed on a commune's pre-printed blanks: a page each, every text at its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Blank, Certificate, Frame, Part
from learnsoc_xlsx.stages.write.papers.blanks.layout import LaidOut, laid_out
from learnsoc_xlsx.stages.write.papers.blanks.looks import LOOKS, Stands
from learnsoc_xlsx.stages.write.papers.blanks.pages import document
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Box, Shape, Stroke, Typeset, place
from learnsoc_xlsx.vietnamese.letters import is_blank

TITLE = "Giấy khen in trên phôi"
_MARK_EDGE, _MARK_HEIGHT, _MARK_SIZE = 6, Fraction(5), Fraction(10)


@dataclass(frozen=True)
class Overflow:
    """A text that does not fit its frame even at the least size: its part, and the number of the certificate, from 1 on,
    as in the list of what is printed. It is printed from the top of its frame on as far down as the paper goes, and not
    cut at the end of its frame.
    """

    number: int
    part: Part


@dataclass(frozen=True)
class OnBlanks:
    """The .docx of certificates on blanks, and what does not fit."""

    document: bytes
    overflow: tuple[Overflow, ...]


def on_blanks(
    blank: Blank, certificates: Sequence[Certificate], mark: str = "", outline: Stroke | None = None
) -> OnBlanks:
    """Return certificates as a .docx to be printed on blanks, a page each, in their order.

    A part without a text or without a frame is not printed. `mark` stands small at the upper edge of each page, where it
    is no certificate yet ("DỰ THẢO"); `outline` also draws the frames, to be looked at and measured. Raises ValueError
    where there is no certificate: the document would be an empty page.
    """
    if not certificates:
        raise ValueError("no certificate to print")
    pages = [_laid_out(blank, certificate) for certificate in certificates]
    marks = [_mark(blank, mark)] if mark else []
    shapes = ([*marks, *(_shape(blank, frame, text, outline) for frame, text in page)] for page in pages)
    made = document(TITLE, blank.width, blank.height, shapes)
    return OnBlanks(made, _too_long(pages))


def overflow(blank: Blank, certificates: Sequence[Certificate]) -> tuple[Overflow, ...]:
    """Return what does not fit its frame, certificate by certificate."""
    return _too_long([_laid_out(blank, certificate) for certificate in certificates])


def _too_long(pages: Sequence[Sequence[tuple[Frame, LaidOut]]]) -> tuple[Overflow, ...]:
    return tuple(Overflow(at, frame.part) for at, page in enumerate(pages, 1) for frame, text in page if not text.fits)


def _laid_out(blank: Blank, certificate: Certificate) -> list[tuple[Frame, LaidOut]]:
    """The frames for which a certificate has a text, with it."""
    texts = {part: tuple(text for text in lines if not is_blank(text)) for part, lines in certificate.texts.items()}
    return [(frame, laid_out(texts[frame.part], frame)) for frame in blank.frames if texts.get(frame.part)]


def _shape(blank: Blank, frame: Frame, text: LaidOut, outline: Stroke | None) -> Shape:
    look, box = LOOKS[frame.part], place(frame, blank)
    if not text.fits:
        box = replace(box, height=max(box.height, blank.height - box.top))
    stands = look.stands if text.fits else Stands.TOP
    words = Typeset(text.texts, text.size, look.face, frame.align, stands)
    return Shape(frame.part.label, box, words, outline)


def _mark(blank: Blank, mark: str) -> Shape:
    edge = Fraction(_MARK_EDGE)
    return Shape(mark, Box(edge, edge, blank.width - 2 * edge, _MARK_HEIGHT), Typeset((mark,), _MARK_SIZE))
