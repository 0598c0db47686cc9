"""The words people write behind a number: what is counted ("120 hộ") and how many times ("5 triệu").

They are few and known; any other word makes the cell no number, rather than a number misread.
"""

from learnsoc_xlsx.vietnamese.letters import bare, key

_COUNTED = """
    người|hộ|gia đình|em|cháu|học sinh|hs|học viên|hv|giáo viên|gv|cán bộ|hội viên|đảng viên|dòng họ|thôn|xóm
    |lớp|buổi|lượt|lượt người|suất|chuyên đề|cuộc|giải|quyển|cuốn|cái|máy|bộ
"""
_MONEY = "đồng|đ|vnđ|vnd"
_SCALES = {10**3: "nghìn|ngàn|k", 10**6: "triệu|tr", 10**9: "tỷ|tỉ"}
_PERCENT = ("%", "phần trăm", "phan tram")


def _spellings(words: str) -> set[str]:
    """The words as keys, with diacritics and without."""
    return {spell(word) for word in words.split("|") for spell in (key, bare)}


def _table() -> dict[str, int]:
    coins = _spellings(_MONEY)
    table = dict.fromkeys({"", *_spellings(_COUNTED), *coins}, 1)
    for scale, words in _SCALES.items():
        for word in _spellings(words):
            endings = ["", *(gap + coin for coin in coins for gap in ("", " "))]
            table |= {word + ending: scale for ending in endings}
    return table


_TIMES = _table()


def times(unit: str) -> int | None:
    """Return what a number with this unit is multiplied by, 1 when it is only counted, None if unknown."""
    name = key(unit)
    return None if unit and not name else _TIMES.get(name)


def is_percent(unit: str) -> bool:
    """Say whether the unit is a percent sign or its words."""
    return unit in _PERCENT
