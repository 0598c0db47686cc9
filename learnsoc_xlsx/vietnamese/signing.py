"""Signing: the lines above a signature, and how an office that signs in capitals is called in a sentence."""

import re
from collections.abc import Iterator, Sequence

from learnsoc_xlsx.vietnamese.legacy.syllable import is_syllable

_SIGNER_LINES = re.compile(r"\s*[/;\n]\s*|\s+(?=(?:TM|KT|TL|TUQ|Q)\.)|(?<=CHỦ TỊCH)\s+(?=PHÓ )")

_LEVELS = (
    ("thành", "phố"), ("thị", "trấn"), ("thị", "xã"), ("đặc", "khu"), ("tổ", "dân", "phố"),
    ("tỉnh",), ("huyện",), ("quận",), ("xã",), ("phường",), ("thôn",), ("xóm",),
)  # fmt: skip
"""What a place is, behind which its name begins."""


def signer_lines(title: str) -> tuple[str, ...]:
    """Part "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the lines in which it is signed."""
    return tuple(part for part in _SIGNER_LINES.split(title.upper().strip()) if part)


def in_a_sentence(name: str) -> str:
    """Write a name that stands in capitals as a sentence does: UBND XÃ HỒNG PHÚC is UBND xã Hồng Phúc; another stays."""
    if not name.isupper():
        return name
    text = " ".join(_written(name.split()))
    return text[:1].upper() + text[1:]


def within_a_sentence(name: str) -> str:
    """Write a name as it stands behind other words: Thôn Quý Khê is thôn Quý Khê."""
    name = in_a_sentence(name)
    return name[:1].lower() + name[1:] if is_syllable(name.partition(" ")[0].lower()) else name


def places_begin(words: Sequence[str]) -> Iterator[int]:
    """Yield where among the words of a name the name of a place begins: 2 in "Chi hội thôn Đông"."""
    at = 0
    while at < len(words):
        level = _level(words, at)
        if level:
            yield at
        at += len(level) or 1


def _written(words: list[str]) -> Iterator[str]:
    """Yield the words of a name in capitals: what kind of office or place it is in small letters, its own name with an
    initial each. What is no syllable is an abbreviation, but in a name of its own.
    """
    own = not any(_level(words, at) for at in range(len(words)))
    at = 0
    while at < len(words):
        level = _level(words, at)
        if level:
            yield from level
            own, at = True, at + len(level)
            if at == len(words):
                return
            yield words[at].title()
        elif is_syllable(words[at].lower()):
            yield words[at].title() if own else words[at].lower()
        else:
            yield words[at].title() if own and at else words[at]
        at += 1


def _level(words: Sequence[str], at: int) -> tuple[str, ...]:
    """What kind of place is named here, if one is."""
    here = tuple(word.lower() for word in words[at:])
    return next((level for level in _LEVELS if here[: len(level)] == level), ())
