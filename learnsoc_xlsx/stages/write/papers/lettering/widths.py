"""Advance widths of Times New Roman, in units of which an em has 2048: each width with the letters that have it.

Measured from Liberation Serif 2, which is made to have the widths of Times New Roman. A letter with a tone or with the
mark of ă, â, ê, ô is as wide as the letter without; ơ and ư are wider than o and u and stand here themselves. (Of these
two and of đ we have not seen the widths in Times New Roman's own file.)
"""

from enum import Enum


class Face(Enum):
    """How a text is set."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


EM = 2048
ASCENT, DESCENT, GAP = 1825, 443, 87
"""Of every face: what a line takes above and below its base, and between it and the next."""

# fmt: off
WIDTHS: dict[Face, dict[int, str]] = {
    Face.REGULAR: {
        369: "'",
        410: "|",
        512: " ,.",
        569: "/:;\\ijlt",
        682: "!()-I[]`fr‘’",
        717: "•",
        797: "Js",
        819: "°",
        836: "\"",
        909: "?acez“”",
        961: "^",
        983: "{}",
        1024: "#$*0123456789_bdghknopquvxyđ–§",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1139: "FPS",
        1155: "+<=>×",
        1251: "ELTZ",
        1366: "BCR",
        1479: "ADGHKNOQUVXYwĐƠ",
        1536: "½",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…",
    },
    Face.BOLD: {
        451: "|",
        512: " ,.",
        569: "'/\\il",
        682: "!()-:;[]`fjt‘’",
        717: "•",
        797: "Is",
        807: "{}",
        819: "°",
        909: "cerz",
        1024: "#$*0123456789?J_agovxy“”–§",
        1065: "~",
        1134: "ơ",
        1137: "\"",
        1139: "Sbdhknpquđ",
        1167: "+<=>×",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACDNRUVXYwĐ",
        1536: "½",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…",
    },
    Face.ITALIC: {
        438: "'",
        512: " ,.",
        563: "|",
        569: "/\\fijlt",
        682: "!()-:;I`‘’",
        717: "•",
        797: "[]rsz",
        819: "{}°",
        860: "\"",
        864: "^",
        909: "Jcekvxy",
        1024: "#$*0123456789?S_abdghnopquđ–§",
        1093: "ơ",
        1108: "~",
        1117: "ư",
        1139: "LTYZ“”",
        1251: "ABEFPRVX",
        1366: "CKNw",
        1382: "+<=>×",
        1479: "DGHOQUmĐƠ",
        1536: "½",
        1544: "Ư",
        1593: "&",
        1706: "%MW",
        1821: "—…",
        1884: "@",
    },
}
# fmt: on
