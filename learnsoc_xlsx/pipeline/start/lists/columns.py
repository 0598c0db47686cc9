"""Columns: where in a table the names of units, their addresses and codes stand, by its headings or by what stands in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.pipeline.start.lists.kinds import kind_in_heading, kind_of_name
from learnsoc_xlsx.vietnamese.letters import bare
from learnsoc_xlsx.vietnamese.names import names_in

Row = Sequence[str]
_HEADINGS_WITHIN = 60
"""Rows at most above which a table has its headings."""
_NAMED = frozenset(map(bare, (
    "đơn vị", "tên đơn vị", "tên", "tên gọi", "tên thôn", "tên trường", "tên cơ quan", "cơ quan", "tổ chức", "tên tổ chức",
    "doanh nghiệp", "tên doanh nghiệp", "tên công ty", "công ty", "tên cơ quan, đơn vị", "cơ quan, đơn vị", "đơn vị báo cáo",
    "danh sách đơn vị", "tên đầy đủ", "tên cơ sở", "cơ quan, đơn vị, tổ chức", "tên thôn, tổ dân phố", "nội dung",
    "tên hợp tác xã", "tên các đơn vị", "tên đơn vị, tổ chức",
)))  # fmt: skip
_MAIL = re.compile(r"\b(?:e ?mail|g ?mail|mail|thu dien tu|hop thu)\b")
_CODED = frozenset(map(bare, ("mã", "mã đơn vị", "ký hiệu", "mã số", "mã số đơn vị", "mã thôn", "mã trường")))
_KIND = frozenset(map(bare, ("loại", "loại đơn vị", "nhóm", "khối", "loại hình", "phân loại")))
_COUNTED = frozenset(map(bare, ("stt", "tt", "số tt", "số thứ tự", "no")))


@dataclass(frozen=True)
class Columns:
    """Where things stand in a table: columns counted from 0, None where there is none; `first` is the first row below the
    headings, `emails` every column with addresses.
    """

    first: int
    name: int
    emails: tuple[int, ...] = ()
    code: int | None = None
    kind: int | None = None


def columns_of(rows: Sequence[Row], unit_kind: str) -> Columns | None:
    """Return the columns of a table: by its headings, else by what stands in it; None where nothing in it looks like names."""
    candidates = ((_headed(rows, at), at) for at in range(min(len(rows), _HEADINGS_WITHIN)))
    headed = [(_named_columns(columns), -at, columns) for columns, at in candidates if columns is not None]
    if headed:
        return max(headed, key=lambda one: one[:2])[2]
    return _by_content(rows, unit_kind)


def _headed(rows: Sequence[Row], at: int) -> Columns | None:
    """The columns that one row names, with the row below where a heading has two."""
    above = [bare(cell) for cell in rows[at]]
    name = next((column for column, words in enumerate(above) if _is_name(words)), None)
    if name is None or (sum(map(bool, above)) < 2 and not _names_below(rows, at, name)):
        return None
    below = [bare(cell) for cell in rows[at + 1]] if at + 1 < len(rows) else []
    two = len(below) > name and not below[name] and any(_MAIL.search(words) and "@" not in words for words in below)
    words = [
        f"{one} {below[column] if two and column < len(below) else ''}".strip() for column, one in enumerate(above)
    ]
    return Columns(
        at + 1 + two,
        name,
        tuple(column for column, one in enumerate(words) if _MAIL.search(one)),
        next((column for column, one in enumerate(words) if one in _CODED), None),
        next((column for column, one in enumerate(words) if one in _KIND), None),
    )


def _is_name(words: str) -> bool:
    return words in _NAMED or bool(words and kind_in_heading(words))


def _names_below(rows: Sequence[Row], at: int, column: int) -> bool:
    """Whether a heading that stands alone has a list of names right below it."""
    below = [row[column] for row in rows[at + 1 : at + 3] if column < len(row)]
    return bool(below) and all(kind_of_name(cell) for cell in below)


def _named_columns(columns: Columns) -> int:
    return len(columns.emails) + (columns.code is not None) + (columns.kind is not None)


def _by_content(rows: Sequence[Row], unit_kind: str) -> Columns | None:
    """The columns of a table without headings: names begin as those of units do, else they are the most words."""
    width = max(map(len, rows), default=0)
    by_column = [[row[column] for row in rows if column < len(row) and row[column]] for column in range(width)]
    emails = tuple(column for column, cells in enumerate(by_column) if any(map(addresses, cells)))
    likeness = [_likeness(cells, unit_kind) for cells in by_column]
    best = max(likeness, default=(0, 0, 0))
    if not best[1] and not (best[2] and (emails or sum(count > 0 for _, _, count in likeness) == 1)):
        return None
    return Columns(0, likeness.index(best), tuple(column for column in emails if column != likeness.index(best)))


def _likeness(cells: Iterable[str], unit_kind: str) -> tuple[int, int, int]:
    """How many cells begin like a unit of the kind, like any unit, or are words that name nobody."""
    kinds = [kind_of_name(cell) for cell in cells]
    words = [cell for cell in cells if any(map(str.isalpha, cell)) and "@" not in cell and not names_in(cell)]
    counted = all(bare(cell) in _COUNTED for cell in words)
    return kinds.count(unit_kind), sum(map(bool, kinds)), 0 if counted else len(words)
