"""Read the marks people put in a yes/no column: x, ✓, Có, đạt, Đ, K, 0, a dash, or nothing.

A blank is not a no: a village that skipped the question has not said "không".
Source: domain notes, section 8 row 11.
"""

from enum import Enum

from learnsoc_xlsx.vietnamese.letters import bare, clean, key


class Mark(Enum):
    """What a mark says; UNKNOWN is something written that is neither yes nor no."""

    YES = "yes"
    NO = "no"
    BLANK = "blank"
    UNKNOWN = "unknown"


_SIGNS = {
    **dict.fromkeys("✓✔√☑☒🗸×+", Mark.YES),
    **dict.fromkeys("-–—−", Mark.NO),
    **dict.fromkeys("☐□", Mark.BLANK),
}
_YES = "x|xx|v|c|có|có đạt|đạt|đạt yêu cầu|đ|đúng|rồi|đã có|đã đạt|1|true|yes|y"
_NO = "k|không|ko|không có|không đạt|kđ|chưa|chưa có|chưa đạt|sai|0|o|false|no|n"


SAY_YES = (*_YES.split("|"), *(sign for sign, mark in _SIGNS.items() if mark is Mark.YES))
"""What says yes, each as it is written with all its diacritics."""


def _words(words: str, mark: Mark) -> dict[str, Mark]:
    """Each word as a key, and without diacritics where these are more than one letter."""
    spelt = words.split("|")
    return {key(word): mark for word in spelt} | {bare(word): mark for word in spelt if len(word) > 1}


_WORDS = _words(_YES, Mark.YES) | _words(_NO, Mark.NO)


def parse_mark(given: object) -> Mark:
    """Read a cell as yes, no, blank or unknown; never raise.

    True and 1 are yes, False and 0 no; any other number is unknown. An empty box (☐) is blank.
    """
    if given is None:
        return Mark.BLANK
    if isinstance(given, int | float):
        return Mark.YES if given == 1 else Mark.NO if given == 0 else Mark.UNKNOWN
    if not isinstance(given, str):
        return Mark.UNKNOWN
    tidy = clean(given)
    if not tidy:
        return Mark.BLANK
    if "?" in tidy:
        return Mark.UNKNOWN  # a key drops the sign by which the doubt was said
    return _SIGNS.get(tidy) or _WORDS.get(key(tidy), Mark.UNKNOWN)
