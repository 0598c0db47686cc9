"""Tell text of a legacy font from Unicode, cell by cell, and decode it.

Old machines still answer in ".VnTime" or "VNI-Times": "Céng hßa" for "Cộng hòa". The font of the cell is the
best witness; without it the words vote, and whatever may be real Unicode Vietnamese is left as it is.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from learnsoc_xlsx.vietnamese.legacy.syllable import is_syllable, resembles_syllable
from learnsoc_xlsx.vietnamese.legacy.tcvn3 import from_tcvn3, to_tcvn3
from learnsoc_xlsx.vietnamese.legacy.vni import from_vni, to_vni

__all__ = ["Encoding", "decode", "detect", "from_tcvn3", "from_vni", "to_tcvn3", "to_vni"]


class Encoding(Enum):
    """How the letters of a text are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


_Votes = dict[Encoding, float]

# Letters that neither legacy code can hold, since these live in Latin-1.
_ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
# Letters and the Latin-1 signs that stand for letters; not the curly quotes and dashes any text may have.
_WORD = re.compile("[A-Za-z\u00a1-\u1fff]+")
# What begins with a consonant, "đ" in any code: signs alone ("5 £", "10 µm") are no evidence.
_EVIDENCE = re.compile("[b-df-hj-np-tv-xz®§ñ]", re.IGNORECASE)


def decode(text: str, font: str = "") -> str:
    """Return the text in Unicode (NFC), decoded if it is TCVN3 or VNI; give the name of the cell's font.

    Text that has a letter only Unicode can hold is never converted, whatever its font.
    """
    if text.isascii():
        return text
    encoding, _ = detect(text, font)
    if encoding is Encoding.TCVN3:
        return from_tcvn3(text, capitals=font.casefold().endswith("h"))
    return from_vni(text) if encoding is Encoding.VNI else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 12)
def detect(text: str, font: str = "") -> tuple[Encoding, float]:
    """Return the encoding and how sure it is, from 0 to 1.

    A legacy code is as sure as the share of its non-ASCII words that make Vietnamese syllables, and 0.5 when
    only the font speaks for it. Without a telling font it must win clearly; what stays doubtful is UNICODE,
    less sure the better a legacy code reads.
    """
    if is_unicode(text):
        return Encoding.UNICODE, 1.0
    font_encoding = _told_by(font)
    words = [word for word in _WORD.findall(text) if not word.isascii() and (font_encoding or _EVIDENCE.match(word))]
    if not words:
        return Encoding.UNICODE, 1.0
    votes = _votes(words)
    winner = _winner(votes, font_encoding)
    return winner, _sureness(votes, winner)


def is_unicode(text: str) -> bool:
    """Whether a text is in Unicode beyond doubt, whatever its font: it is ASCII, or has a letter that no legacy code holds."""
    return text.isascii() or _ONLY_UNICODE.search(text) is not None


def _told_by(font: str) -> Encoding | None:
    name = font.casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else None


def _votes(words: list[str]) -> _Votes:
    return {
        Encoding.UNICODE: sum(map(_resembles_syllable, words)) / len(words),
        Encoding.TCVN3: _share(words, from_tcvn3),
        Encoding.VNI: _share(words, from_vni),
    }


def _share(words: list[str], read: Callable[[str], str]) -> float:
    """The share of words that become syllables, none when this reading changes nothing."""
    changed, syllables = zip(*(_reading(word, read) for word in words), strict=True)
    return sum(syllables) / len(words) if any(changed) else 0.0


@lru_cache(maxsize=1 << 14)
def _reading(word: str, read: Callable[[str], str]) -> tuple[bool, bool]:
    """Whether a reading changes a word, and whether it becomes a syllable; the words of names are few."""
    letters = read(word)
    return letters != word, is_syllable(letters)


_resembles_syllable = lru_cache(maxsize=1 << 14)(resembles_syllable)


def _winner(votes: _Votes, font_encoding: Encoding | None) -> Encoding:
    best = max(votes.values())
    if font_encoding and votes[font_encoding] == best:
        return font_encoding
    leaders = [encoding for encoding, share in votes.items() if share == best]
    return leaders[0] if len(leaders) == 1 and best > 0.5 else Encoding.UNICODE


def _sureness(votes: _Votes, winner: Encoding) -> float:
    rival = max(share for encoding, share in votes.items() if encoding is not winner)
    if winner is Encoding.UNICODE:
        return 1.0 if votes[winner] >= rival else 1.0 - rival
    return votes[winner] if votes[winner] > rival else 0.5
