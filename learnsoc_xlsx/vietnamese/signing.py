"""Signing: the lines above a signature, and how an office that signs in capitals is called in a sentence."""

import re
from collections.abc import Iterator, Sequence

from learnsoc_xlsx.vietnamese.legacy.syllable import is_syllable

_SIGNER_LINES = re.compile(
    r"\s*[/;\n]\s*|\s+[-–]\s+|\s+(?=(?:TM|KT|TL|TUQ|Q)\.)|(?<=CHỦ TỊCH)\s+(?=PHÓ |TRƯỞNG )"
    r"|(?:(?<=NHÂN DÂN)|(?<=UBND))\s+(?=(?:PHÓ )?CHỦ TỊCH)"
)
_SHORT = re.compile(r"\b(TM|KT|TL|TUQ|Q)\.\s*")
_WHOSE = re.compile(r"(?<=CHỦ TỊCH)\s+(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN)\b.*")
"""Whose chairman somebody is: that stands in the letterhead, not above the name."""
_DEPUTY, _FOR_CHAIRMAN = "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"

_LEVELS = (
    ("thành", "phố"), ("thị", "trấn"), ("thị", "xã"), ("đặc", "khu"), ("tổ", "dân", "phố"),
    ("tỉnh",), ("huyện",), ("quận",), ("xã",), ("phường",), ("thôn",), ("xóm",),
)  # fmt: skip
"""What a place is, behind which its name begins."""
_SETTLEMENTS = (
    ("khu", "dân", "cư"),
    ("khu", "phố"),
    ("tiểu", "khu"),
    ("ấp",),
    ("bản",),
    ("buôn",),
    ("khóm",),
    ("làng",),
)
"""What else a place below a commune may be."""
_COMMITTEE, _BEHALF = "Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN"
_OTHER_SPELLING = re.compile("uỷ ban", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\bTP(?:\.\s*|\s+)", re.IGNORECASE)
"""A city, as registers shorten it and papers do not."""
_HEADS = ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG")
"""Behind which a letterhead breaks a long name."""


def signer_lines(title: str) -> tuple[str, ...]:
    """Part "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the lines in which it is signed; a deputy signs for the chairman."""
    parts = _SIGNER_LINES.split(_SHORT.sub(r"\1. ", title.upper()).strip())
    lines = tuple(_WHOSE.sub("", part) for part in parts if part)
    if _DEPUTY not in lines or any(line.startswith("KT.") for line in lines):
        return lines
    at = lines.index(_DEPUTY)
    return (*lines[:at], _FOR_CHAIRMAN, *lines[at:])


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


def as_it_is_called(name: str) -> str:
    """Write a unit's name in a sentence: of a place, thôn Quý Khê; an office keeps its capital (NĐ 30/2020, Phụ lục II)."""
    return within_a_sentence(name) if _is_of_a_place(in_a_sentence(name).lower().split()) else in_a_sentence(name)


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


def _is_of_a_place(words: Sequence[str]) -> bool:
    """Whether a name in small letters begins with what kind of place it is."""
    return bool(_level(words, 0)) or any(tuple(words[: len(kind)]) == kind for kind in _SETTLEMENTS)


def in_full(name: str) -> str:
    """Write a committee's name in full, as papers do: UBND xã Hồng Phúc is Ủy ban nhân dân xã Hồng Phúc; another stays."""
    called = in_a_sentence(_spelt_out(name))
    first, _, rest = called.partition(" ")
    return f"{_COMMITTEE} {rest}" if first == "UBND" and rest else called


def _spelt_out(name: str) -> str:
    """A name without abbreviations, its committee spelt as in state documents."""
    capital = name.isupper()
    called = _OTHER_SPELLING.sub("ỦY BAN" if capital else "Ủy ban", name)
    return _ABBREVIATED.sub("THÀNH PHỐ " if capital else "thành phố ", called)


def of_committee(name: str) -> str:
    """Return whose committee it is, as it stands in a sentence: xã Hồng Phúc; of another office its whole name."""
    return in_full(name).removeprefix(f"{_COMMITTEE} ")


def heading_lines(name: str) -> tuple[str, ...]:
    """Part the name of an office, in capitals, where a letterhead breaks it: ỦY BAN NHÂN DÂN / XÃ HỒNG PHÚC."""
    words = in_full(name).upper().split()
    place = next((at for at in range(1, len(words)) if _level(words, at)), len(words))
    body, where = " ".join(words[:place]), " ".join(words[place:])
    head = next((head for head in _HEADS if body.startswith(f"{head} ")), "")
    return tuple(filter(None, (head, body.removeprefix(head).strip(), where)))


def committee_lines(title: str) -> tuple[str, ...]:
    """Return the lines above the signature of a paper that a people's committee issues as a body (NĐ 30/2020)."""
    lines = signer_lines(title)
    return lines if any(line.startswith("TM.") for line in lines) else (_BEHALF, *lines)


def chairman_lines(title: str) -> tuple[str, ...]:
    """Return the lines above the signature of a paper that its chairman issues alone."""
    return tuple(line for line in signer_lines(title) if not line.startswith("TM."))
