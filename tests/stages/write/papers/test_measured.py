"""Certificates as LibreOffice prints them: where outlines and letters lie on the paper, measured in the PDF.

The promise is a millimetre. Frames that are moved in the code by one and a half make these tests fail.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pdfplumber
import pytest

from learnsoc_xlsx.model.papers.certificates import Align, Blank, Certificate, Frame, Part
from learnsoc_xlsx.stages.write.papers.blanks.blanks import on_blanks
from learnsoc_xlsx.stages.write.papers.blanks.grid_page import grid_page
from learnsoc_xlsx.stages.write.papers.blanks.layout import laid_out
from learnsoc_xlsx.stages.write.papers.blanks.looks import LOOKS, Stands
from learnsoc_xlsx.stages.write.papers.blanks.shapes import Stroke
from learnsoc_xlsx.stages.write.papers.lettering.fit import MM_PER_POINT, line_height, text_width
from learnsoc_xlsx.stages.write.papers.lettering.widths import ASCENT, EM, WIDTHS, Face
from tests.calc import NEEDED, papers_printed
from tests.stages.write.papers.blank_certificates import A3, A4, MERIT, certificate, frame, shifted

pytestmark = NEEDED
PROMISED = 1.0
POINT = float(MM_PER_POINT)
OFFICES = ("CHỦ TỊCH", "KT. CHỦ TỊCH/PHÓ CHỦ TỊCH")
NAMES = (
    "Lê An",
    "Ẵ Ậ Ễ Ộ Ỹ",
    "Bà NGUYỄN THỊ TƯỜNG VI",
    "Hộ gia đình ông Trần Đức Thưởng",
    "Chi hội Khuyến học dòng họ Nguyễn Đức thôn Phúc Thịnh",
    "Ban Chấp hành Hội Liên hiệp Phụ nữ xã Hòa Bình",
    "Ban Chấp hành Hội Liên hiệp Phụ nữ và Trung tâm học tập cộng đồng xã Hòa Bình, nhiệm kỳ 2025 - 2030",
)
TWENTY = [
    certificate(
        NAMES[at % 7],
        "; ".join([MERIT] * (1 + at % 4)),
        "Nguyễn Thị Bích Phượng" if at % 3 else "Lê An",
        OFFICES[at % 2],
    )
    for at in range(20)
]
BLANKS = {
    "a4": (A4, TWENTY),
    "a4_shifted": (shifted(A4, "-3.5", "2.25"), TWENTY[:7]),
    "a3": (A3, TWENTY[7:14]),
    "a3_shifted": (shifted(A3, "4", "-6"), TWENTY[13:]),
}
GRIDS = ("a4_shifted", "a3")
LETTERS = Blank(
    420,
    297,
    (
        frame(Part.NAME, "10", "10", "400", "80", "20"),
        frame(Part.MERIT, "10", "100", "400", "80", "20"),
        frame(Part.DATED, "10", "190", "400", "80", "20"),
    ),
)
ALPHABET = [(" ".join("".join(WIDTHS[Face.REGULAR].values()).replace(" ", "")) + " ễ Ậ ớ ự Ỹ").strip()]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The PDF of each document, by its name; the office program is asked once for all of them."""
    folder = tmp_path_factory.mktemp("blanks")
    documents = {name: on_blanks(*given, outline=Stroke(Fraction(1, 4))).document for name, given in BLANKS.items()}
    documents |= {f"{name}_grid": grid_page(BLANKS[name][0]) for name in GRIDS}
    letters = Certificate(dict.fromkeys((Part.NAME, Part.MERIT, Part.DATED), tuple(ALPHABET)))
    documents["letters"] = on_blanks(LETTERS, [letters]).document
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    papers = papers_printed([folder / f"{name}.docx" for name in documents], folder / "pdf")
    opened = {path.stem: pdfplumber.open(path) for path in papers}
    yield opened
    for paper in opened.values():
        paper.close()


def millimetres(thing: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn on a page."""
    left, top, right, bottom = (float(thing[edge]) * POINT for edge in ("x0", "top", "x1", "bottom"))
    return left, top, right, bottom


def declared(each: Frame, blank: Blank) -> tuple[float, float, float, float]:
    left, top = each.left + blank.shift_right, each.top + blank.shift_down
    return float(left), float(top), float(left + each.width), float(top + each.height)


def off(seen: tuple[float, ...], meant: tuple[float, ...]) -> float:
    """How many millimetres something is off at the worst of its edges."""
    return max(abs(at - to) for at, to in zip(seen, meant, strict=True))


@pytest.mark.parametrize("name", BLANKS)
def test_each_certificate_has_a_page_of_the_size_of_the_blank_and_none_is_left_over(
    printed: dict[str, Any], name: str
) -> None:
    blank, certificates = BLANKS[name]

    sizes = {(round(float(page.width) * POINT), round(float(page.height) * POINT)) for page in printed[name].pages}

    assert len(printed[name].pages) == len(certificates)
    assert sizes == {(blank.width, blank.height)}


@pytest.mark.parametrize("name", BLANKS)
def test_the_outline_of_each_frame_lies_where_it_is_declared(printed: dict[str, Any], name: str) -> None:
    blank, _ = BLANKS[name]

    for page in printed[name].pages:
        outlines = [*page.rects, *page.curves]
        assert len(outlines) == len(blank.frames)
        for each, outline in zip(blank.frames, outlines, strict=True):
            assert off(millimetres(outline), declared(each, blank)) <= PROMISED


@pytest.mark.parametrize("name", BLANKS)
def test_each_text_lies_in_its_frame_and_nothing_moves_it(printed: dict[str, Any], name: str) -> None:
    blank, certificates = BLANKS[name]

    for page, given in zip(printed[name].pages, certificates, strict=True):
        letters = [letter for letter in page.chars if not letter["text"].isspace()]
        for each in blank.frames:
            taken = laid_out(given.texts[each.part], each)
            text = "".join("".join(taken.texts).split())
            written, letters = letters[: len(text)], letters[len(text) :]
            assert "".join(letter["text"] for letter in written) == text
            assert misplaced(page, written, each, blank, taken.size) <= PROMISED
        assert letters == []


def misplaced(page: Any, letters: list[Any], each: Frame, blank: Blank, size: Fraction) -> float:
    """By how many millimetres letters lie elsewhere than a frame says, at the worst."""
    left, top, right, bottom = declared(each, blank)
    places = [millimetres(letter) for letter in letters]
    first, last = min(place[0] for place in places), max(place[2] for place in places)
    bases = [(float(page.height) - float(letter["matrix"][5])) * POINT for letter in letters]
    across = {
        Align.LEFT: first - left,
        Align.CENTRE: (first + last) / 2 - (left + right) / 2,
        Align.RIGHT: last - right,
    }[each.align]
    ascent = float(size) * POINT * ASCENT / EM
    free = bottom - top - (max(bases) - min(bases)) - float(line_height(size))
    down = min(bases) - ascent - top - (free / 2 if LOOKS[each.part].stands is Stands.MIDDLE else 0)
    return max(abs(across), abs(down), left - first, last - right, top - min(bases), max(bases) - bottom)


@pytest.mark.parametrize("name", GRIDS)
def test_the_grid_is_to_scale_and_moves_with_the_page(printed: dict[str, Any], name: str) -> None:
    blank, _ = BLANKS[name]
    [page] = printed[f"{name}_grid"].pages

    upright = {round(float(line["x0"]) * POINT, 1) for line in page.lines if line["x0"] == line["x1"]}
    lying = {round(float(line["top"]) * POINT, 1) for line in page.lines if line["top"] == line["bottom"]}

    for seen, length, shift in ((upright, blank.width, blank.shift_right), (lying, blank.height, blank.shift_down)):
        meant = [at + float(shift) for at in range(length + 1) if 0 <= at + shift <= length]
        assert len(seen) == len(meant)
        assert off(tuple(sorted(seen)), tuple(meant)) <= 0.2
    outlines = [millimetres(outline) for outline in (*page.rects, *page.curves)]
    for each in blank.frames:
        assert min(off(outline, declared(each, blank)) for outline in outlines) <= PROMISED


def test_the_number_of_a_centimetre_stands_at_its_line(printed: dict[str, Any]) -> None:
    [page] = printed["a4_shifted_grid"].pages

    numbers = [word for word in page.extract_words() if word["text"].isdigit()]
    above = {
        int(word["text"]): (word["x0"] + word["x1"]) / 2 * POINT for word in numbers if word["bottom"] * POINT < 9.5
    }
    beside = {
        int(word["text"]): (word["top"] + word["bottom"]) / 2 * POINT for word in numbers if word["x1"] * POINT < 9.5
    }

    assert off(tuple(above[at] for at in range(2, 29)), tuple(10 * at - 3.5 for at in range(2, 29))) <= PROMISED
    assert off(tuple(beside[at] for at in range(2, 20)), tuple(10 * at + 2.25 for at in range(2, 20))) <= PROMISED


def test_the_table_of_widths_is_that_of_the_font(printed: dict[str, Any]) -> None:
    [page] = printed["letters"].pages
    faces = {"LiberationSerif-Bold": Face.BOLD, "LiberationSerif": Face.REGULAR, "LiberationSerif-Italic": Face.ITALIC}

    seen = {
        (letter["text"], faces[letter["fontname"].partition("+")[2]]): (letter["x1"] - letter["x0"])
        / letter["size"]
        * EM
        for letter in page.chars
    }

    assert {text for text, _ in seen} == set(ALPHABET[0])
    assert {face for _, face in seen} == set(Face)
    meant = {(text, face): float(text_width(text, Fraction(1), face) / MM_PER_POINT * EM) for text, face in seen}
    assert {key: width for key, width in seen.items() if abs(width - meant[key]) > 3} == {}
