"""Certificates on pre-printed blanks: what stands where, and how a long text gives way. Millimetres from the corner."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from learnsoc_xlsx.model.papers.certificates import Blank, Certificate, Frame, Part
from learnsoc_xlsx.stages.write.papers.blanks.blanks import Overflow, on_blanks
from learnsoc_xlsx.stages.write.papers.blanks.edges import overlapping, too_near_the_edge
from learnsoc_xlsx.stages.write.papers.blanks.grid_page import grid_page
from learnsoc_xlsx.stages.write.papers.blanks.layout import LaidOut, laid_out
from learnsoc_xlsx.stages.write.papers.blanks.looks import LOOKS, least_size
from learnsoc_xlsx.stages.write.papers.lettering.fit import SPARED, line_height, text_width
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face
from tests.stages.write.papers.blank_certificates import A3, A4, MERIT, certificate, frame, shifted
from tests.stages.write.papers.drawn import Drawn, pages
from tests.stages.write.papers.valid import faults


def drawn(blank: Blank, certificates: Sequence[Certificate]) -> list[dict[str, Drawn]]:
    """What stands on each page, by the name of its box."""
    return [{box.name: box for box in page} for page in pages(on_blanks(blank, certificates).document)]


def test_each_text_stands_in_its_frame_on_a_page_of_its_own() -> None:
    first, second = drawn(A4, [certificate("Trần Văn An"), certificate("Hộ bà Vi", office="KT. CHỦ TỊCH/PHÓ CHỦ TỊCH")])

    assert list(first) == [part.label for part in Part]
    assert first["Tên người, tập thể"] == Drawn("Tên người, tập thể", (48.5, 92, 200, 20), ("Trần Văn An",), 28)
    assert first["Số, ngày quyết định"].texts == ("Quyết định số 15/QĐ-UBND", "ngày 20 tháng 12 năm 2026")
    assert second["Tên người, tập thể"].texts == ("Hộ bà Vi",)
    assert second["Chức vụ người ký"].texts == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_the_shift_of_a_page_moves_every_frame() -> None:
    page, moved = (drawn(blank, [certificate("Trần Văn An")])[0] for blank in (A4, shifted(A4, "-2.5", "1")))

    before, after = ([box.place for box in boxes.values()] for boxes in (page, moved))
    assert after == [(left - 2.5, top + 1, width, height) for left, top, width, height in before]


def test_a_part_without_a_frame_or_without_a_text_is_not_printed() -> None:
    blank = replace(A4, frames=A4.frames[:3])
    unnumbered = Certificate({**certificate("Trần Văn An").texts, Part.DECISION: (), Part.MERIT: (" ",)})

    assert [list(page) for page in drawn(blank, [unnumbered])] == [["Tên người, tập thể"]]


def name_frame(text: str, size: str) -> Frame:
    """A frame in which a bold text of this size stands exactly, with room for two lines of it."""
    room, high = text_width(text, Fraction(size), Face.BOLD) / SPARED, 2 * line_height(Fraction(size))
    return Frame(Part.NAME, Fraction(50), Fraction(90), room, high, Fraction(size))


LONG = "Ban Công tác Mặt trận thôn Phúc Thịnh"


def test_a_long_name_first_shrinks_to_the_least_size_and_only_then_breaks() -> None:
    exact = name_frame(LONG, "20")
    shrunk, at_least, beyond = (
        replace(exact, width=exact.width * part) for part in map(Fraction, ("0.8", "0.6", "0.599"))
    )

    assert laid_out([LONG], exact) == LaidOut(Fraction(20), (LONG,))
    assert laid_out([LONG], shrunk) == LaidOut(Fraction(16), (LONG,))
    assert laid_out([LONG], at_least) == LaidOut(Fraction(12), (LONG,))
    assert laid_out([LONG], beyond) == LaidOut(Fraction(20), ("Ban Công tác Mặt trận\nthôn Phúc Thịnh",))


def test_a_name_of_two_lines_is_as_large_as_the_height_lets_it_be() -> None:
    frame_of_two = replace(name_frame(LONG, "20"), width=Fraction(60))

    assert laid_out([LONG], frame_of_two).size == Fraction("17.5")
    assert laid_out([LONG], replace(frame_of_two, height=2 * line_height(Fraction(14)))).size == 14


@pytest.mark.parametrize(
    ("size", "least"),
    [("28", "17"), ("25", "15"), ("17", "10.5"), ("16", "10"), ("12", "10"), ("10", "10"), ("8.3", "8")],
)
def test_the_least_size_is_three_fifths_but_no_less_than_can_be_read(size: str, least: str) -> None:
    assert least_size(Fraction(size)) == Fraction(least)


def test_a_merit_breaks_first_and_shrinks_to_the_height_of_its_frame() -> None:
    two_lines = frame(Part.MERIT, "48", "114", "200", "14", "16")
    long = f"{MERIT}, {MERIT}, {MERIT}"

    smaller = laid_out([long], two_lines)

    assert laid_out([MERIT], two_lines) == LaidOut(Fraction(16), (MERIT,))
    assert smaller == LaidOut(Fraction("11.5"), (long,))
    assert 3 * line_height(smaller.size) <= two_lines.height < 3 * line_height(smaller.size + Fraction(1, 2))


def test_lines_that_are_given_stay_lines_of_one_size() -> None:
    office = frame(Part.OFFICE, "150", "148", "60", "18", "14")

    taken = laid_out(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], office)

    assert taken == LaidOut(Fraction(14), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    lower = laid_out(taken.texts, replace(office, height=Fraction(16)))
    assert lower == LaidOut(Fraction(13), taken.texts)


def test_what_does_not_fit_at_the_least_size_is_printed_whole_and_named() -> None:
    endless = " ".join([MERIT] * 20)
    word = "Đ" * 60

    result = on_blanks(A4, [certificate("Trần Văn An"), certificate("Lê Bình", endless), certificate(word)])

    assert result.overflow == (Overflow(2, Part.MERIT), Overflow(3, Part.NAME))
    texts = [{box.name: " ".join(box.texts) for box in page} for page in pages(result.document)]
    assert texts[1]["Thành tích"] == endless
    assert texts[2]["Tên người, tập thể"] == word
    places = [{box.name: box.place for box in page} for page in pages(result.document)]
    assert [page["Thành tích"] for page in places] == [(48, 114, 201, 24), (48, 114, 201, 96), (48, 114, 201, 24)]


def test_an_office_of_three_lines_on_a_low_frame_is_named_as_well() -> None:
    low = replace(A4, frames=(frame(Part.OFFICE, "150", "148", "120", "9", "14"),))

    assert on_blanks(low, [certificate("An", office="TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH")]).overflow == (
        Overflow(1, Part.OFFICE),
    )


ODD = {
    "A & B <thôn>": "A & B <thôn>",
    "{{ ten }}": "{{ ten }}",
    '"]]>': '"]]>',
    "Trần\u0000 Văn\u0007 An": "Trần Văn An",
    "Tra\u0302\u0300n": "Trần",
    " hai  dấu\ncách ": "hai dấu cách",
}


def test_a_name_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    document = on_blanks(A4, [certificate(odd) for odd in ODD]).document

    assert [page[0].texts for page in pages(document)] == [(shown,) for shown in ODD.values()]
    assert faults(document, tmp_path) == []


def test_the_parts_look_as_in_administrative_papers() -> None:
    assert {part: look.face for part, look in LOOKS.items()} == {
        Part.NAME: Face.BOLD,
        Part.MERIT: Face.REGULAR,
        Part.DECISION: Face.REGULAR,
        Part.DATED: Face.ITALIC,
        Part.OFFICE: Face.BOLD,
        Part.SIGNER: Face.BOLD,
    }


def test_what_is_no_certificate_yet_says_so_on_every_page() -> None:
    document = on_blanks(A4, [certificate("Trần Văn An"), certificate("Lê Bình")], mark="DỰ THẢO").document

    assert [page[0].texts for page in pages(document)] == [("DỰ THẢO",), ("DỰ THẢO",)]


def test_the_same_certificates_give_the_same_bytes_and_word_takes_them(tmp_path: Path) -> None:
    twice = [on_blanks(A3, [certificate("Trần Văn An"), certificate(LONG)]).document for _ in range(2)]

    assert twice[0] == twice[1]
    assert faults(twice[0], tmp_path) == []


def test_no_certificate_is_no_document() -> None:
    with pytest.raises(ValueError, match="no certificate"):
        on_blanks(A4, [])


@pytest.mark.parametrize(
    ("left", "top", "shift", "reached"),
    [
        ("5", "5", "0", True),
        ("4.9", "5", "0", False),
        ("5", "4.9", "0", False),
        ("192", "185", "0", True),
        ("192.1", "185", "0", False),
        ("192", "185.1", "0", False),
        ("5", "5", "-0.1", False),
        ("4.9", "4.9", "0.1", True),
    ],
)
def test_a_frame_in_the_edge_that_no_printer_reaches_is_named(
    left: str, top: str, shift: str, *, reached: bool
) -> None:
    blank = shifted(replace(A4, frames=(frame(Part.NAME, left, top, "100", "20", "28"),)), shift, shift)

    assert too_near_the_edge(blank) == (() if reached else (Part.NAME,))


@pytest.mark.parametrize(("top", "apart"), [("80", True), ("79.9", False)])
def test_frames_over_each_other_are_named(top: str, *, apart: bool) -> None:
    """The name reaches from 60 to 80 mm, the merit begins where it ends or above."""
    frames = (frame(Part.NAME, "48", "60", "200", "20", "28"), frame(Part.MERIT, "40", top, "200", "30", "18"))

    assert overlapping(replace(A4, frames=frames)) == (() if apart else ((Part.NAME, Part.MERIT),))


def test_the_grid_page_shows_each_frame_with_where_it_stands(tmp_path: Path) -> None:
    document = grid_page(shifted(A4, "-2", "1.5"))

    [page] = pages(document)
    boxes = {box.name: box for box in page}
    assert boxes["Tên người, tập thể"].place == (46.5, 93.5, 200, 20)
    assert boxes["Tên khung: Tên người, tập thể"].texts == (
        "Tên người, tập thể: trái 48,5, trên 92, rộng 200, cao 20 mm; cỡ chữ 28",
    )
    assert [boxes[f"Lưới {every} mm"].place for every in (1, 5, 10)] == [(0, 0, 297, 210)] * 3
    assert grid_page(shifted(A4, "-2", "1.5")) == document
    assert faults(document, tmp_path) == []


def test_the_advice_on_the_grid_page_stands_where_no_frame_does() -> None:
    high = frame(Part.NAME, "48", "10", "200", "60", "28")

    tops = {
        box.name: box.place[1]
        for box in pages(grid_page(replace(A4, frames=(high,))))[0]
        if box.name in ("Hướng dẫn", "Tên người, tập thể")
    }

    assert tops == {"Hướng dẫn": 71, "Tên người, tập thể": 10}
