"""The words people write behind a number: what is counted ("120 hộ"), đồng, and how many times ("5 triệu").

They are few and known; any other word makes the cell no number, rather than a number misread. What a word may stand
behind is for whoever asks: behind a count of people "4k" is no four thousand.
"""

from dataclasses import dataclass
from enum import Enum

from learnsoc_xlsx.vietnamese.letters import bare, key

_COUNTED = """
    người|khẩu|nhân khẩu|hộ|gia đình|em|cháu|học sinh|hs|học viên|hv|giáo viên|gv|cán bộ|hội viên|đảng viên|dòng họ|thôn|xóm
    |lớp|buổi|lượt|lượt người|suất|chuyên đề|cuộc|giải|quyển|cuốn|cái|máy|bộ
"""
_MONEY = "đồng|đ|vnđ|vnd|₫"
_SCALES = {10**3: "nghìn|ngàn|k", 10**6: "triệu|tr", 10**9: "tỷ|tỉ"}
_PERCENT = ("%", "phần trăm", "phan tram")


def _spellings(words: str) -> set[str]:
    """The words as keys, with diacritics and without."""
    return {spell(word) for word in words.split("|") for spell in (key, bare)}


class Measure(Enum):
    """What a word behind a number measures: nothing (there is none), a thing that is counted, đồng, or how many times."""

    NONE = "none"
    COUNTED = "counted"
    MONEY = "money"
    SCALE = "scale"


@dataclass(frozen=True)
class Suffix:
    """What stands behind a number: what it measures, and what the number is multiplied by."""

    measure: Measure
    times: int = 1


def _table() -> dict[str, Suffix]:
    coins = _spellings(_MONEY)
    table = {"": Suffix(Measure.NONE)}
    table |= dict.fromkeys(_spellings(_COUNTED), Suffix(Measure.COUNTED)) | dict.fromkeys(coins, Suffix(Measure.MONEY))
    for scale, words in _SCALES.items():
        for word in _spellings(words):
            endings = ["", *(gap + coin for coin in coins for gap in ("", " "))]
            table |= {word + ending: Suffix(Measure.SCALE, scale) for ending in endings}
    return table


_SUFFIXES = _table()


def suffix_of(words: str) -> Suffix | None:
    """Return what the words behind a number mean; None if unknown."""
    name = key(words)
    return None if words and not name else _SUFFIXES.get(name)


def is_percent(unit: str) -> bool:
    """Say whether the unit is a percent sign or its words."""
    return unit in _PERCENT
