"""A blank and certificates for it, as the tests of blanks use them."""

from dataclasses import replace
from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Align, Blank, Certificate, Frame, Part

MERIT = "Đã có thành tích xuất sắc trong phong trào thi đua “Cả nước thi đua xây dựng xã hội học tập” năm 2026"


def frame(part: Part, left: str, top: str, width: str, height: str, size: str, align: Align = Align.CENTRE) -> Frame:
    """Draw a frame from its millimetres and points."""
    return Frame(part, Fraction(left), Fraction(top), Fraction(width), Fraction(height), Fraction(size), align)


A4 = Blank(
    297,
    210,
    (
        frame(Part.NAME, "48.5", "92", "200", "20", "28"),
        frame(Part.MERIT, "48", "114", "201", "24", "16"),
        frame(Part.DECISION, "30", "158", "90", "14", "12", Align.LEFT),
        frame(Part.DATED, "150", "139", "120", "8", "14"),
        frame(Part.OFFICE, "150", "148", "120", "14", "14"),
        frame(Part.SIGNER, "150", "183", "120", "9", "14", Align.RIGHT),
    ),
)
A3 = Blank(
    420,
    297,
    tuple(
        replace(
            each,
            left=each.left * Fraction(7, 5),
            top=each.top * Fraction(7, 5),
            width=each.width * Fraction(7, 5),
            height=each.height * Fraction(7, 5),
            size=each.size * Fraction(3, 2),
        )
        for each in A4.frames
    ),
)


def shifted(blank: Blank, right: str, down: str) -> Blank:
    return replace(blank, shift_right=Fraction(right), shift_down=Fraction(down))


def certificate(name: str, merit: str = MERIT, signer: str = "Lê An", office: str = "CHỦ TỊCH") -> Certificate:
    """A certificate that says all there is to say; lines of the office are parted by "/"."""
    return Certificate(
        {
            Part.NAME: (name,),
            Part.MERIT: (merit,),
            Part.DECISION: ("Quyết định số 15/QĐ-UBND", "ngày 20 tháng 12 năm 2026"),
            Part.DATED: ("Hòa Bình, ngày 20 tháng 12 năm 2026",),
            Part.OFFICE: tuple(office.split("/")),
            Part.SIGNER: (signer,),
        }
    )
