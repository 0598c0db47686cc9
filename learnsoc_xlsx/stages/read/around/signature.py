"""The signature under a list: words that only a signature has, and what stands below them, are no records."""

import re
from collections.abc import Mapping, Sequence

from learnsoc_xlsx.model.form.printing import SIGNERS
from learnsoc_xlsx.stages.read.open_sheet import folded, is_filled
from learnsoc_xlsx.vietnamese.letters import clean, key

_WORDS = frozenset(map(key, (
    *SIGNERS, "Người lập biểu", "Người lập bảng", "Người lập", "Người tổng hợp", "Người báo cáo", "Người kê khai",
    "Cán bộ lập biểu", "Thủ trưởng đơn vị", "Đại diện đơn vị",
)))  # fmt: skip
"""Whole texts that only a signature has."""
_POSTS = frozenset(map(key, (
    "Trưởng thôn", "Hiệu trưởng", "Giám đốc", "Kế toán trưởng", "Chủ tịch", "Bí thư chi bộ", "Chi hội trưởng",
)))  # fmt: skip
"""Whole texts that stand in a signature, and may stand in a record."""
_KINDS = r"ban|ủy ban|ubnd|mặt trận|hội|chi hội|chi bộ|đảng ủy|đoàn|đơn vị|thôn|nhà trường|trường|công ty|hợp tác xã"
_SIGNED = re.compile(
    r"(?:đã )?ký(?: tên)?(?: và)?(?: ghi)?(?: rõ)?(?: họ)?(?: và)?(?: tên)?(?: và)?(?: đóng dấu)?"
    rf"|xác nhận của (?:lãnh đạo|trưởng thôn|hiệu trưởng|giám đốc|{_KINDS})(?: \S+){{,5}}"
)
"""“(Ký, ghi rõ họ tên)”, “Xác nhận của …”, folded."""
_FOR = re.compile(rf"(?:tm|kt|tl|tuq)\. ?(?P<kind>(?:{_KINDS}|chủ tịch|hiệu trưởng|giám đốc)\b)?.{{0,60}}", re.I)
"""“TM. …”, “KT. …”, with the dot: for whom somebody signs."""
_DAY = re.compile(r"(?:(?P<place>[^,\d]+), ?)?ngày (?:[\d….]+ )?tháng (?:[\d….]+ )?năm(?: [\d….]+)?", re.I)
"""The day of signing, and the place before a comma."""
_PLACE = re.compile(r"(?:thôn|xã|phường|thị trấn|thị xã|thành phố|tp\.|huyện|quận|tỉnh) ", re.I)
_NUMERIC = re.compile(r"[\W\d_]*")
_NAMES = 3
"""How many rows at most stand under the signers' words: “(đã ký)”, names, their posts."""

_Row = dict[int, str]
"""What a row says, by the position of the field."""


def signature(records: Mapping[int, Sequence[object]], header: int) -> dict[int, str]:
    """Return the last rows that are no records but a signature, by their indices, with what they say.

    It begins with a row of nothing but signers' words or the day of signing, set off from the records by an empty row
    or made certain by words that only a signature has; below stand a few names. A name alone, without such words above
    it, is what a record begins as, and whatever is not certain stays a record. `header` is the index of the header.
    """
    last = _wordy(records)
    for begins in last:
        above = max((index for index in records if index < begins), default=header)
        rows = {index: row for index, row in last.items() if index >= begins}
        if _signs(rows[begins]) and _is_signature(list(rows.values()), apart=begins - above > 1):
            return {index: " · ".join(row.values()) for index, row in rows.items()}
    return {}


def _wordy(records: Mapping[int, Sequence[object]]) -> dict[int, _Row]:
    """Return the last rows in which nothing but words stand, from top to bottom."""
    last: dict[int, _Row] = {}
    for index in sorted(records, reverse=True):
        filled = {at: cell for at, cell in enumerate(records[index]) if is_filled(cell)}
        words = {
            at: clean(cell) for at, cell in filled.items() if isinstance(cell, str) and not _NUMERIC.fullmatch(cell)
        }
        if len(words) < len(filled):
            break
        last[index] = words
    return dict(reversed(last.items()))


def _is_signature(rows: Sequence[_Row], apart: bool) -> bool:
    signing = [row for row in rows if _signs(row)]
    names = [row for row in rows if not _signs(row)]
    signers = [words for row in signing for words in row.values() if not _is_day(words)]
    certain = any(folded(words) not in _POSTS for words in signers)
    if (names and not signers) or len(names) > _NAMES or not (apart or certain):
        return False
    if max(map(len, rows)) > max(map(len, signing)):
        return False
    return certain or {at for row in names for at in row} <= {at for row in signing for at in row}


def _signs(row: _Row) -> bool:
    return all(_is_signer(words) or _is_day(words) for words in row.values())


def _is_signer(words: str) -> bool:
    """Whether a whole text is one that stands over the place to sign."""
    text = folded(words)
    return text in _WORDS or text in _POSTS or bool(_SIGNED.fullmatch(text)) or _is_for(words)


def _is_for(words: str) -> bool:
    match = _FOR.fullmatch(words)
    return bool(match and (match["kind"] or words.isupper()))


def _is_day(words: str) -> bool:
    """Whether a whole text is a day in words; a place before it is a name, with capitals."""
    match = _DAY.fullmatch(words)
    place = _PLACE.sub("", (match["place"] if match else None) or "", count=1)
    return bool(match) and all(word[0].isupper() for word in place.split())
