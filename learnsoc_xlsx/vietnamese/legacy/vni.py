"""The VNI-Windows code of the "VNI-…" fonts: a base letter and then a letter that stands for its marks.

"Coäng" is "Cộng": o, and ä for circumflex with nặng. Pairs are read before single letters, or "ö" + "ù"
would lose its tone. Source: the table VNI Software published for VNI-Windows.
"""

import re
import unicodedata

# Tones in the order: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_PAIRS = (
    ("aeouy", "aeouy", " øûõùï"),
    ("âêô", "aeo", "âàåãáä"),
    ("ă", "a", "êèúüéë"),
    ("ơư", "ôö", " øûõùï"),
)
_SINGLES = {"ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def _small_letters() -> dict[str, str]:
    codes = {
        unicodedata.normalize("NFC", letter + tone): base + mark
        for letters, bases, marks in _PAIRS
        for letter, base in zip(letters, bases, strict=True)
        for tone, mark in zip(_TONES, marks, strict=True)
        if mark != " "
    }
    return codes | _SINGLES


def _codes() -> dict[str, str]:
    small = _small_letters()
    return small | {letter.upper(): code.upper() for letter, code in small.items()}


def _letters() -> dict[str, str]:
    """The way back; it also reads a pair of mixed case, as "Aù", by its base letter."""
    mixed: dict[str, str] = {}
    for letter, code in _small_letters().items():
        mixed[code] = letter
        mixed[code[0] + code[1:].upper()] = letter
        mixed[code[0].upper() + code[1:]] = letter.upper()
        mixed[code.upper()] = letter.upper()
    return mixed


_TO_CODE = str.maketrans(_codes())
_TO_LETTER = _letters()
_CODE = re.compile("|".join(sorted(_TO_LETTER, key=len, reverse=True)))


def from_vni(text: str) -> str:
    """Return VNI-Windows text as Unicode."""
    return _CODE.sub(lambda code: _TO_LETTER[code[0]], unicodedata.normalize("NFC", text))


def to_vni(text: str) -> str:
    """Return Unicode text as VNI-Windows."""
    return unicodedata.normalize("NFC", text).translate(_TO_CODE)
