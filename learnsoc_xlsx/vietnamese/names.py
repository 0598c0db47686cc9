"""Names of people: whether one cell names several, who would then be taken for one person of a long name."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from learnsoc_xlsx.vietnamese.letters import LETTERS, bare, clean, key

_SURNAMES = [
    "nguyễn",
    "trần",
    "lê",
    "phạm",
    "hoàng",
    "huỳnh",
    "phan",
    "vũ",
    "võ",
    "đặng",
    "bùi",
    "đỗ",
    "hồ",
    "ngô",
    "dương",
    "lý",
    "đào",
    "đoàn",
    "vương",
    "trịnh",
    "trương",
    "đinh",
    "lâm",
    "phùng",
    "mai",
    "tô",
    "tạ",
    "hà",
    "cao",
    "châu",
    "quách",
    "thái",
    "lương",
    "lưu",
    "thạch",
    "tống",
    "triệu",
    "chu",
    "bạch",
    "kiều",
    "nghiêm",
    "quản",
    "doãn",
    "đàm",
    "mạc",
    "mạch",
    "khúc",
    "khổng",
    "la",
    "lã",
    "lại",
    "lục",
    "ninh",
    "nông",
    "ông",
    "phó",
    "phí",
    "quan",
    "sầm",
    "thân",
    "thiều",
    "tăng",
    "tiêu",
    "tôn",
    "tưởng",
    "từ",
    "uông",
    "văn",
    "viên",
    "vi",
    "ứng",
    "âu",
    "bành",
    "bế",
    "bồ",
    "cù",
    "cung",
    "cầm",
    "chế",
    "chử",
    "chúng",
    "cấn",
    "diệp",
    "danh",
    "đồng",
    "đậu",
    "điền",
    "đới",
    "giang",
    "giáp",
    "giàng",
    "hầu",
    "hứa",
    "hàn",
    "kha",
    "khuất",
    "kim",
    "kiểu",
    "lạc",
    "lò",
    "lù",
    "lường",
    "ma",
    "mã",
    "mông",
    "mùa",
    "ngụy",
    "ngân",
    "nhâm",
    "nhữ",
    "nùng",
    "phù",
    "phương",
    "quang",
    "quàng",
    "quốc",
    "sùng",
    "tào",
    "thào",
    "thang",
    "thi",
    "thiệu",
    "thới",
    "tòng",
    "tráng",
    "trang",
    "trà",
    "trần",
    "trầm",
    "triều",
    "vàng",
    "vừ",
    "vùi",
    "xa",
    "xung",
    "y",
    "điêu",
    "đèo",
    "đỗng",
    "hạng",
    "hồng",
    "hờ",
    "hảng",
    "cứ",
    "chảo",
    "chang",
    "chẩu",
    "chíu",
    "tẩn",
    "phàn",
    "phượng",
    "lành",
    "lèo",
    "lừ",
    "quàng",
    "niê",
    "hmok",
    "kpă",
    "rơ",
    "siu",
    "rmah",
]
_TITLES = frozenset([
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "vợ", "chồng", "con", "cụ", "hộ", "gia", "đình",
])  # fmt: skip
"""What people write before a name, word by word."""
_MIDDLE = frozenset(["văn", "thị"])
"""What stands between a surname and a given name, and in no name twice."""
_UNFINISHED = frozenset({"văn", "thị"})
"""With what no name of two words ends: the rest stands on the next line."""
_PARTED = re.compile(
    r"[\n\r\t\v\x85\u2028\u2029]|[^\w\s'’]|[\d_]|\s{3,}|(?<!\w)(?:[a-z](?=\))|và|cùng|với)(?!\w)", re.IGNORECASE
)
"""Ends of lines, wide gaps, words that join, and every sign that stands in no name: of a hyphen both sides must be whole
names before they count as two.
"""
_PARTED_BARELY = re.compile(r"(?<!\w)va(?!\w)", re.IGNORECASE)
_OF_NO_PERSON = frozenset([
    "xã", "phường", "thôn", "xóm", "làng", "bản", "ấp", "khu", "phố", "tổ", "huyện", "quận", "tỉnh", "thị", "trấn", "đường",
    "trường", "học", "non", "thcs", "thpt", "ty", "tnhh", "dòng", "họ", "tộc", "hồ", "sông", "chùa", "đền",
])  # fmt: skip
"""Behind which stands the name of a place, a school, a firm or a clan."""
_LEAST_OF_TWO = 5
"""Words that two names in one part take at least."""
_PLAIN_WORD = rf"(?!(?i:và|cùng|với|va)(?: |$))[{LETTERS}]+"
_PLAIN = re.compile(rf"^{_PLAIN_WORD}(?: {_PLAIN_WORD}){{0,{_LEAST_OF_TWO - 2}}}$", re.MULTILINE)
"""So few words of Vietnamese letters, with one blank between, that they cannot be two names, and none of them joins two."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")
_WORDS = range(2, 7)


def names_in(text: str) -> tuple[str, ...]:
    """Return the full names of people in a text, where each is parted from the next by more than a blank, or begins anew
    with a surname and “Văn” or “Thị”.
    """
    names = (piece for part in _parts(text) for piece in _run_together(part))
    return tuple(name for piece in names if (name := _full_name(piece)))


def without_names(text: str) -> str:
    """Return a text with … for every full name of a person in it, as it is where none is told. What follows a word for a place,
    a school, a firm is their name (“xã Lê Lợi”); in small letters only what is a name as a whole, or has a “văn” or “thị” in it.
    """
    words = list(_WORD.finditer(text))
    pieces, at, end = [], 0, 0
    while at < len(words):
        last = _end_of_name(text, words, at)
        if last > at:
            pieces += [text[end : words[at].start()], "…"]
            end = words[last].end()
        at = last + 1
    return "".join((*pieces, text[end:]))


def _end_of_name(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """The word with which a full name ends that begins with this one; this one itself where none does."""
    style, last = _style(words[at][0]), at
    if not _is_surname(words[at][0]) or (at and key(words[at - 1][0]) in _OF_NO_PERSON):
        return at
    while last + 1 < min(len(words), at + _WORDS[-1]) and _goes_on(text, words[last], words[last + 1], style):
        last += 1
    is_whole = at == 0 and words[last].end() == len(text.rstrip())
    has_middle = any(key(word[0]) in _MIDDLE for word in words[at + 1 : last])
    return last if style is not str.islower or is_whole or has_middle else at


def _style(word: str) -> Callable[[str], bool]:
    """How a word is written: small, in capitals, or with one capital letter."""
    return str.islower if word.islower() else str.isupper if word.isupper() and len(word) > 1 else _is_capital


def _is_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _goes_on(text: str, word: re.Match[str], following: re.Match[str], style: Callable[[str], bool]) -> bool:
    """Whether a word goes on behind another one, with nothing but blanks between, written in the same way."""
    return not text[word.end() : following.start()].strip() and style(following[0])


def plain_names(texts: Iterable[str]) -> set[str]:
    """Return those of some texts, or of their lines, that are so spelt, as most names are, that a look at their letters
    proves that each names one, and is clean. All are looked at in one go.
    """
    return set(_PLAIN.findall("\n".join(texts)))


def names_several(text: str) -> bool:
    """Whether a text holds the full names of more than one; most are in one short part, and need not be looked at."""
    return (len(text.split()) >= _LEAST_OF_TWO or len(_parts(text)) > 1) and len(names_in(text)) > 1


def _parts(text: str) -> list[str]:
    return [
        piece
        for part in _PARTED.split(unicodedata.normalize("NFC", text))
        for piece in (_PARTED_BARELY.split(part) if part.isascii() else [part])
    ]


def _run_together(part: str) -> tuple[str, ...]:
    """Two names with one blank between them, each with a middle word of its own; any other text as it is."""
    words = part.split()
    starts = [at for at, word in enumerate(words[1:]) if key(word) in _MIDDLE and _is_surname(words[at])]
    if len(starts) != 2 or starts[1] - starts[0] < 3:
        return (part,)
    return " ".join(words[: starts[1]]), " ".join(words[starts[1] :])


def _full_name(part: str) -> str:
    """A part of a text as a name, without what stands before it; nothing where it is none."""
    words = clean(part).strip(" .:").split()
    while words and key(words[0]) in _TITLES and len(words) > 1:
        words.pop(0)
    name = " ".join(words)
    if len(words) not in _WORDS or not all(map(_WORD.fullmatch, words)):
        return ""
    if len(words) == 2 and key(words[1]) in _UNFINISHED:
        return ""
    spelt_alike = name.islower() or name.isupper() or all(word[0].isupper() for word in words)
    return name if spelt_alike and _is_surname(words[0]) else ""


def _is_surname(word: str) -> bool:
    return key(word) in _surnames() or (word.isascii() and bare(word) in _bare_surnames())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(key, _SURNAMES))


@cache
def _bare_surnames() -> frozenset[str]:
    return frozenset(map(bare, _SURNAMES))
