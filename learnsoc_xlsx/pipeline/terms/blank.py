"""The blank: where the texts of a certificate stand on the commune's own pre-printed ones, the register's word over the stated."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from learnsoc_xlsx.catalogue.forms.own.blank_frames import BLANK_PAPERS
from learnsoc_xlsx.catalogue.papers.blanks import BLANKS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Choice, Choices
from learnsoc_xlsx.model.papers.certificates import Align, Blank, Frame
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import FrameRow, Register
from learnsoc_xlsx.vietnamese.numbers import format_exactly

_MEASURES = ("left", "top", "width", "height", "size")
_ALIGNS = {"left": Align.LEFT, "middle": Align.CENTRE, "right": Align.RIGHT}
"""By the ids of the register, where “centre” is a kind of unit."""
_ALIGNED = {Align.LEFT: "trái", Align.CENTRE: "giữa", Align.RIGHT: "phải"}
_PRECISE = 2


def blank_of(register: Register) -> tuple[Blank, list[Finding]]:
    """Return the commune's blank, and a finding (D85) at the cell of each frame, and of a shift, that leads off the paper;
    what is stated holds in their place. A part named twice is one that is not known: what is stated holds there too.
    """
    stated = BLANKS.get(str(register.settings.get("blank_paper")), next(iter(BLANKS.values())))
    frames: list[Frame] = []
    findings: list[Finding] = []
    for frame in stated.frames:
        own, faults = _own(frame, register, stated)
        frames.append(own)
        findings += faults
    shifted, astray = _shifted(replace(stated, frames=tuple(frames)), register)
    return shifted, [*findings, *astray]


def _own(frame: Frame, register: Register, paper: Blank) -> tuple[Frame, list[Finding]]:
    """A frame as the register places it, or as stated where that cannot be."""
    rows = [row for row in register.blank_frames if row.part == frame.part.word]
    if len(rows) > 1:
        return frame, [_twice(row, rows[0], register) for row in rows[1:]]
    own = _placed(frame, rows[0]) if rows else frame
    for side, reach, most in (("left", own.left + own.width, paper.width), ("top", own.top + own.height, paper.height)):
        if reach > most:
            return frame, [_beyond(rows[0], side, reach, most, register)]
    return own, []


def _placed(frame: Frame, row: FrameRow) -> Frame:
    """A frame with what a row gives; what it leaves empty is as stated."""

    def measured(name: str) -> Fraction:
        given = getattr(row, name)
        return getattr(frame, name) if given is None else Fraction(given)

    left, top, width, height, size = map(measured, _MEASURES)
    return Frame(frame.part, left, top, width, height, size, _ALIGNS.get(row.align or "", frame.align))


def _beyond(row: FrameRow, side: str, reach: Fraction, most: int, register: Register) -> Finding:
    """A frame that reaches over the right or the lower edge, at the measure that was given."""
    extent = {"left": "width", "top": "height"}[side]
    field = side if getattr(row, side) is not None else extent
    edge = "mép phải" if side == "left" else "mép dưới"
    given = f"Khung này đến {_shown(reach)} mm, quá {edge} của phôi"
    return _finding(register, _cell(register, row, field), field, given, f"Phôi chỉ đến {most} mm")


def _twice(row: FrameRow, first: FrameRow, register: Register) -> Finding:
    at = first.place.cell if first.place else ""
    return _finding(
        register, _cell(register, row, "part"), "part", f"Phần này đã ghi ở ô {at}", "Mỗi phần chỉ ghi một dòng"
    )


def _shifted(blank: Blank, register: Register) -> tuple[Blank, list[Finding]]:
    """A blank with the shift that the register asks for, as far as every frame stays on the paper."""
    ends = {
        "shift_right": [(frame.left, frame.left + frame.width) for frame in blank.frames],
        "shift_down": [(frame.top, frame.top + frame.height) for frame in blank.frames],
    }
    most = {"shift_right": blank.width, "shift_down": blank.height}
    shifts = {field: _shift(register, f"blank_{field}") for field in ends}
    beyond = [
        field
        for field, shift in shifts.items()
        if any(start + shift < 0 or end + shift > most[field] for start, end in ends[field])
    ]
    kept = {field: Fraction(0) if field in beyond else shift for field, shift in shifts.items()}
    shifted = replace(blank, shift_right=kept["shift_right"], shift_down=kept["shift_down"])
    return shifted, [_leading_off(f"blank_{field}", shifts[field], register) for field in beyond]


def _leading_off(field: str, shift: Fraction, register: Register) -> Finding:
    given = f"Dịch {_shown(shift)} mm thì có phần ra ngoài phôi"
    return _finding(register, register.setting(field), field, given, "Mọi phần phải nằm trong phôi")


def _shift(register: Register, field: str) -> Fraction:
    shift = register.settings.get(field)
    return Fraction(shift) if isinstance(shift, int | Fraction) else Fraction(0)


def _finding(register: Register, place: Place, field: str, given: str, expected: str) -> Finding:
    return Finding(Code.FRAME_ASTRAY, place, register.number, field, given=given, expected=expected)


def _cell(register: Register, row: FrameRow, field: str) -> Place:
    return register.cell(row.place or Place(register.file), field)


def _shown(value: Fraction) -> str:
    return format_exactly(value, _PRECISE)


# The stated ones, in words


def stated_in_words() -> Choices:
    """Return each part of a certificate with where it stands on the stated blanks, for the list of codes."""
    labels = {paper.id: paper.label for paper in BLANK_PAPERS.entries}
    frames = zip(*(blank.frames for blank in BLANKS.values()), strict=True)
    return Choices("Phần trên phôi giấy khen", tuple(_in_words(tuple(labels.values()), one) for one in frames))


def _in_words(papers: Sequence[str], frames: Sequence[Frame]) -> Choice:
    where = (f"{paper}: {_measures(frame)}" for paper, frame in zip(papers, frames, strict=True))
    return Choice(frames[0].part.label, f"Chỗ in gợi ý, {'; '.join(where)}.")


def _measures(frame: Frame) -> str:
    left, top, width, height, size = (_shown(getattr(frame, name)) for name in _MEASURES)
    return f"cách trái {left}, trên {top}, rộng {width}, cao {height} mm, cỡ chữ {size}, căn {_ALIGNED[frame.align]}"
