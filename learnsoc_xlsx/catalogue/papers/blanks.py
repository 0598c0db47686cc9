"""Where the texts of a certificate stand on pre-printed blanks (phôi), unless the commune's register says otherwise.

These are suggestions of the program, no rule of law: blanks differ from printer to printer. They leave the upper two fifths
to what is printed on the usual ones (arms, Quốc hiệu, motto, “GIẤY KHEN”) and room for signature and seal.
"""

from fractions import Fraction

from learnsoc_xlsx.model.papers.certificates import Align, Blank, Frame, Part

_A4 = Blank(
    width=297,
    height=210,
    frames=(
        Frame(Part.NAME, Fraction(48), Fraction(92), Fraction(201), Fraction(14), Fraction(24)),
        Frame(Part.MERIT, Fraction(48), Fraction(108), Fraction(201), Fraction(24), Fraction(16)),
        Frame(Part.DECISION, Fraction(30), Fraction(158), Fraction(105), Fraction(14), Fraction(12), Align.LEFT),
        Frame(Part.DATED, Fraction(150), Fraction(138), Fraction(120), Fraction(8), Fraction(14)),
        Frame(Part.OFFICE, Fraction(150), Fraction(147), Fraction(120), Fraction(14), Fraction(14)),
        Frame(Part.SIGNER, Fraction(150), Fraction(183), Fraction(120), Fraction(9), Fraction(14)),
    ),
)
_A3 = Blank(
    width=420,
    height=297,
    frames=(
        Frame(Part.NAME, Fraction(68), Fraction(130), Fraction(284), Fraction(20), Fraction(34)),
        Frame(Part.MERIT, Fraction(68), Fraction(153), Fraction(284), Fraction(34), Fraction(22)),
        Frame(Part.DECISION, Fraction(42), Fraction(224), Fraction(150), Fraction(20), Fraction(16), Align.LEFT),
        Frame(Part.DATED, Fraction(212), Fraction(195), Fraction(170), Fraction(11), Fraction(18)),
        Frame(Part.OFFICE, Fraction(212), Fraction(208), Fraction(170), Fraction(20), Fraction(18)),
        Frame(Part.SIGNER, Fraction(212), Fraction(259), Fraction(170), Fraction(13), Fraction(18)),
    ),
)
BLANKS = {"a4": _A4, "a3": _A3}
"""The blanks by the id of their paper in the register; the first is what a commune has that says nothing."""
