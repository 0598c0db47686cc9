"""Certificates (giấy khen): the texts that vary on one, and where they stand on a pre-printed blank (phôi)."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Part(Enum):
    """A text that varies from one certificate to the next, with what an officer calls it."""

    NAME = ("name", "Tên người, tập thể")
    MERIT = ("merit", "Thành tích")
    DECISION = ("decision", "Số, ngày quyết định")
    DATED = ("dated", "Địa danh, ngày tháng")
    OFFICE = ("office", "Chức vụ người ký")
    SIGNER = ("signer", "Họ tên người ký")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


class Align(Enum):
    """How a text stands between the edges of its frame."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Frame:
    """Where one text stands on a blank, in millimetres from its upper left corner; `size` is in points."""

    part: Part
    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction
    size: Fraction
    align: Align = Align.CENTRE


@dataclass(frozen=True)
class Blank:
    """A pre-printed certificate: its size across and down in millimetres, and by how much everything is shifted to the
    right and downwards, as a printer needs it.
    """

    width: int
    height: int
    frames: tuple[Frame, ...]
    shift_right: Fraction = Fraction(0)
    shift_down: Fraction = Fraction(0)


@dataclass(frozen=True)
class Certificate:
    """The texts of one certificate: those of one part are lines, one below the other."""

    texts: dict[Part, tuple[str, ...]]
