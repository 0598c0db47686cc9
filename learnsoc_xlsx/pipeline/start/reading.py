"""Reading: an answer as somebody typed it, or wrote it into a file, becomes what is used, or one sentence why it cannot be."""

import re
from collections.abc import Callable

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.pipeline.start.answers import LEVELS, Around, Value
from learnsoc_xlsx.pipeline.start.lists.entries import Wrong
from learnsoc_xlsx.pipeline.start.questions import NONE, Question, Reads
from learnsoc_xlsx.pipeline.start.units import units
from learnsoc_xlsx.pipeline.terms.in_force import admissible
from learnsoc_xlsx.vietnamese.letters import clean, key

_COMMITTEE = re.compile(r"^(?:ubnd|[uủ][yỷ] ban nhân dân)\s+", re.IGNORECASE)
_ABOVE = {"thành phố": "province", "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district"}
"""What the level above a commune may be, and what kind of unit that is; since 01/7/2025 only the first two are."""
_CITY = re.compile(r"^tp\.?\s*", re.IGNORECASE)
_UNREADABLE = "\ufffd"
_LONGEST = 200
"""Letters of a name or a line of a letterhead."""


def usual(question: Question, around: Around) -> str:
    """Return the answer that holds where nobody gives one; nothing where there is none."""
    return question.usual.format(year=around.this_year, level=around.level)


def read(question: Question, text: str, around: Around) -> Value | Wrong:
    """Read the answer to a question; an empty one is the usual answer."""
    text = text.strip() or usual(question, around)
    if _UNREADABLE in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        return Wrong("Có chữ không đọc được. Hãy gõ lại bằng bảng mã Unicode (UTF-8).")
    if question.required and (not text or _is_none(text)):
        return Wrong(f"Câu này cần trả lời, ví dụ “{question.example}”.")
    return _READERS[question.reads](question, "" if _is_none(text) else text, around)


def _is_none(text: str) -> bool:
    return clean(text).casefold() in NONE


def _year(question: Question, text: str, _: Around) -> Value | Wrong:
    years = admissible().years
    if not text.isdecimal() or int(text) not in years:
        return Wrong(
            f"“{text}” không phải một năm của phong trào. Hãy ghi một năm từ {years[0]} đến {years[-1]}, ví dụ {question.example}."
        )
    return int(text)


def _commune(question: Question, text: str, around: Around) -> Value | Wrong:
    name = _COMMITTEE.sub("", clean(text))
    level = next((level for level in LEVELS if key(name).startswith(f"{level} ")), "")
    if not level:
        return Wrong(f"Hãy ghi cả “xã”, “phường” hoặc “đặc khu” trước tên, ví dụ “{question.example}”.")
    return _line(question, f"{level.capitalize()} {_capital(name[len(level) :])}", around)


def _above(question: Question, text: str, around: Around) -> Value | Wrong:
    name = _CITY.sub("Thành phố ", _COMMITTEE.sub("", clean(text)))
    level = next((level for level in _ABOVE if key(name).startswith(f"{level} ")), "")
    if not level:
        return Wrong(f"Hãy ghi cả “tỉnh” hoặc “thành phố” trước tên, ví dụ “{question.example}”.")
    return _line(question, f"{level.capitalize()} {_capital(name[len(level) :])}", around)


def _capital(name: str) -> str:
    """A place's own name with initials, where it was typed all in small or all in capital letters."""
    name = name.strip()
    return name.title() if name.islower() or name.isupper() else name


def above_kind(name: str) -> str:
    """Return what kind of unit the level above is."""
    return next(kind for level, kind in _ABOVE.items() if key(name).startswith(f"{level} "))


def _title(question: Question, text: str, around: Around) -> Value | Wrong:
    return _line(question, text.upper(), around)


def _line(question: Question, text: str, _: Around) -> Value | Wrong:
    line = clean(text)
    if len(line) > _LONGEST:
        return Wrong(f"Câu trả lời dài quá {_LONGEST} chữ. Hãy ghi ngắn lại, ví dụ “{question.example}”.")
    return line


def _address(question: Question, text: str, around: Around) -> Value | Wrong:
    if text and not addresses(text):
        return Wrong(f"“{clean(text)}” không phải địa chỉ thư điện tử. Cần ví dụ “{question.example}”, hoặc để trống.")
    return _line(question, text, around)


_Reader = Callable[[Question, str, Around], Value | Wrong]
_READERS: dict[Reads, _Reader] = {
    Reads.YEAR: _year,
    Reads.COMMUNE: _commune,
    Reads.ABOVE: _above,
    Reads.TITLE: _title,
    Reads.TEXT: _line,
    Reads.ADDRESS: _address,
    Reads.UNITS: units,
}
