"""The signature under a list: words that only a signature has, and what stands below them, are no records."""

import re
from collections.abc import Mapping, Sequence

from learnsoc_xlsx.model.printing import SIGNERS
from learnsoc_xlsx.stages.grid import folded, is_filled
from learnsoc_xlsx.vietnamese.letters import key

_WORDS = frozenset(map(key, (
    *SIGNERS, "Người lập biểu", "Người lập bảng", "Người lập", "Người tổng hợp", "Người báo cáo", "Người kê khai",
    "Cán bộ lập biểu", "Thủ trưởng đơn vị", "Đại diện đơn vị", "Trưởng thôn", "Hiệu trưởng", "Giám đốc",
    "Kế toán trưởng", "(Ký, ghi rõ họ tên)", "(Ký và ghi rõ họ tên)", "(Ký tên)", "(Ký tên, đóng dấu)",
)))  # fmt: skip
_BEGINS = re.compile(r"(?:xác nhận của|tm|kt|tl) |(?:.* )?ngày (?:\d+ )?tháng (?:\d+ )?năm(?: \d+)?$")
"""“Xác nhận của …”, “TM. …”, “KT. …”, “TL. …”, and the place and day of signing, folded."""


def signature(records: Mapping[int, Sequence[object]]) -> dict[int, str]:
    """Return the last rows that are no records but a signature, by their indices, with what they say.

    It begins with words that only a signature has, and neither there nor below does a row have more than one cell filled:
    a name alone, without such words above it, is what a record begins as.
    """
    last: dict[int, str] = {}
    for index in sorted(records, reverse=True):
        said = [cell for cell in records[index] if is_filled(cell)]
        if len(said) != 1 or not isinstance(said[0], str):
            break
        last[index] = said[0]
    begins = min((index for index, words in last.items() if _signs(words)), default=None)
    return {} if begins is None else {index: words for index, words in sorted(last.items()) if index >= begins}


def _signs(words: str) -> bool:
    said = folded(words)
    return said in _WORDS or bool(_BEGINS.match(said))
