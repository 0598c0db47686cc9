"""The page on which an officer sees where the texts will stand: a grid in millimetres and the outlines of the frames.

Printed on plain paper and held with a blank against the light, it shows where a frame is to stand: the grid counts from
the corner of the blank as the register does. A shift of the page shifts the grid as well, so that a ruler along the
edges of the paper shows whether the shift makes good what the printer does.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from learnsoc_xlsx.model.papers.certificates import Align, Blank, Frame
from learnsoc_xlsx.stages.write.papers.blanks.pages import document
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Box, Shape, Stroke, Typeset, place
from learnsoc_xlsx.stages.write.papers.lettering.breaks import broken
from learnsoc_xlsx.stages.write.papers.lettering.fit import SPARED, line_height, sizes, text_width
from learnsoc_xlsx.vietnamese.numbers import format_number

TITLE = "Tờ thử vị trí in trên phôi giấy khen"
ADVICE = (
    "TỜ THỬ PHÔI GIẤY KHEN – in trên giấy trắng cùng khổ, đúng cỡ (100 %, không “vừa khổ giấy”), bằng máy và khay sẽ in phôi.",
    "1. Đo bằng thước từ mép giấy đến vạch số 5: phải đúng 50 mm. Nếu từ mép trái đo được 52 mm thì trong danh bạ, ô “Dịch sang"
    " phải (mm)”, ghi bớt 2 so với số đang có (đang là 0 thì ghi -2). Từ mép trên cũng vậy, ở ô “Dịch xuống dưới (mm)”.",
    "2. Áp tờ này lên phôi, soi trước ánh sáng: khung nào chưa đúng chỗ thì đếm ô (mỗi ô 1 mm, số là cm) và ghi chỗ mới"
    " trong danh bạ, trang “Phôi giấy khen”. Chạy lại, in lại tờ này để kiểm tra, rồi mới in lên phôi.",
)
_EVERY = {
    1: Stroke(Fraction(1, 10), "C8C8C8"),
    5: Stroke(Fraction(1, 4), "AAAAAA"),
    10: Stroke(Fraction(1, 2), "808080"),
}
"""The lines of the grid by how many millimetres lie between them; a line that two of them share is drawn by both."""
_OUTLINE = Stroke(Fraction(1))
_SMALL, _SMALLEST = Fraction(9), Fraction(6)
_EDGE, _NUMBER = 5, (4, 4)
_INSET = Fraction(1, 2)
_ADVICE_TOP, _ADVICE_WIDTH = 12, 200


@lru_cache(maxsize=1)
def grid_page(blank: Blank) -> bytes:
    """Return a .docx of one page: the grid, numbered in centimetres along the upper and left edges, and the frames."""
    shapes = [*_grid(blank), *_numbers(blank), _advice(blank), *_frames(blank)]
    return document(TITLE, blank.width, blank.height, [shapes])


def _grid(blank: Blank) -> Iterator[Shape]:
    """The lines that fall on the paper, drawn in one box of its size for each strength."""
    width, height = Fraction(blank.width), Fraction(blank.height)
    for every, stroke in _EVERY.items():
        across = [at for _, at in _marks(width, blank.shift_right, every)]
        down = [at for _, at in _marks(height, blank.shift_down, every)]
        lines = [(at, Fraction(0), at, height) for at in across] + [(Fraction(0), at, width, at) for at in down]
        yield Shape(f"Lưới {every} mm", Box(Fraction(0), Fraction(0), width, height), None, stroke, tuple(lines))


def _marks(length: Fraction, shift: Fraction, every: int) -> Iterator[tuple[int, Fraction]]:
    """The millimetres of the grid, and where they lie on the paper."""
    for mark in range(0, int(length) + 1, every):
        if 0 <= mark + shift <= length:
            yield mark, mark + shift


def _numbers(blank: Blank) -> Iterator[Shape]:
    """The centimetres along the edges, inside of what a printer leaves white."""
    width, height = _NUMBER
    for mark, at in _marks(Fraction(blank.width), blank.shift_right, 10):
        if at > 2 * _EDGE - 1:
            yield _number(mark, Box(at - Fraction(width, 2), Fraction(_EDGE), Fraction(width), Fraction(height)))
    for mark, at in _marks(Fraction(blank.height), blank.shift_down, 10):
        if at > 2 * _EDGE - 1:
            yield _number(mark, Box(Fraction(_EDGE), at - Fraction(height, 2), Fraction(width), Fraction(height)))


def _number(mark: int, box: Box) -> Shape:
    return Shape(f"{mark} mm", box, Typeset((str(mark // 10),), _SMALL), paper=True)


def _advice(blank: Blank) -> Shape:
    """What to do with the page, where no frame lies if there is such a place."""
    width = Fraction(_ADVICE_WIDTH)
    lines = tuple(line for text in ADVICE for line in broken(text, width, _SMALL))
    height = len(lines) * line_height(_SMALL)
    box = Box((blank.width - width) / 2, _free_top(blank, height), width, height)
    return Shape("Hướng dẫn", box, Typeset(lines, _SMALL, align=Align.LEFT), paper=True)


def _free_top(blank: Blank, height: Fraction) -> Fraction:
    """The first place from above where no frame lies at this height; the uppermost where there is none."""
    boxes = [place(frame, blank) for frame in blank.frames]
    tops = (Fraction(top) for top in range(_ADVICE_TOP, int(blank.height - height) - _EDGE))
    free = (top for top in tops if all(box.top + box.height < top or top + height < box.top for box in boxes))
    return next(free, Fraction(_ADVICE_TOP))


def _frames(blank: Blank) -> Iterator[Shape]:
    """The outline of each frame, and in it, on white, what it is for and where it stands."""
    for frame in blank.frames:
        box = place(frame, blank)
        yield Shape(frame.part.label, box, None, _OUTLINE)
        lines, size = _label(frame)
        width = max(text_width(line, size) for line in lines) / SPARED
        inside = Box(box.left + _INSET, box.top + _INSET, width, len(lines) * line_height(size))
        yield Shape(f"Tên khung: {frame.part.label}", inside, Typeset(lines, size, align=Align.LEFT), paper=True)


def _label(frame: Frame) -> tuple[tuple[str, ...], Fraction]:
    """The label of a frame in lines, and the size in points at which they stand in it, or else the smallest."""
    left, top, width, height, size = map(_shortly, (frame.left, frame.top, frame.width, frame.height, frame.size))
    text = f"{frame.part.label}: trái {left}, trên {top}, rộng {width}, cao {height} mm; cỡ chữ {size}"
    room, deep = frame.width - 2 * _INSET, frame.height - 2 * _INSET
    tries = ((broken(text, room, size), size) for size in sizes(_SMALL, _SMALLEST))
    standing = ((lines, size) for lines, size in tries if len(lines) * line_height(size) <= deep)
    return next(standing, (broken(text, room, _SMALLEST), _SMALLEST))


def _shortly(value: Fraction) -> str:
    """A number with the decimals that it has, two at most."""
    whole, _, decimals = format_number(value, 2).partition(",")
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals}" if decimals else whole
