"""Kinds: by which words a name, a heading within a list or a word in a column says what kind of unit is meant."""

import re
from collections.abc import Iterable
from functools import cache

from learnsoc_xlsx.vietnamese.letters import bare, key

HEADS = {
    "department": ("hội", "đoàn", "ban", "văn phòng", "ủy ban", "ubmttq", "mttq", "mặt trận", "trạm", "phòng", "công an", "quân sự", "bch", "liên đoàn", "công đoàn", "đảng ủy", "trung tâm", "tổ công tác", "cơ quan", "đài", "câu lạc bộ"),
    "village": ("thôn", "xóm", "tổ dân phố", "tdp", "khu phố", "khu dân cư", "ấp", "bản", "buôn", "làng", "khóm", "tiểu khu", "tổ", "khu", "phum", "sóc", "đội"),
    "school": ("trường", "mầm non", "mẫu giáo", "nhà trẻ", "tiểu học", "thcs", "trung học cơ sở", "mn", "th", "nhóm trẻ", "cơ sở mầm non"),
    "centre": ("trung tâm học tập cộng đồng", "trung tâm htcđ", "tthtcđ", "tt htcđ"),
    "office": ("bộ phận chuyên môn", "bộ phận"),
    "enterprise": ("công ty", "cty", "doanh nghiệp", "dntn", "dn", "hợp tác xã", "htx", "hộ kinh doanh", "xí nghiệp", "nhà máy", "tập đoàn", "chi nhánh", "quỹ tín dụng"),
}  # fmt: skip
"""With which words the names of units begin, by kind; of several that fit the longest counts, then the first."""
CALLED = {
    "village": ("thôn", "tổ dân phố", "xóm", "ấp", "bản", "làng", "buôn", "khóm", "khu dân cư", "khu phố", "tổ", "tdp"),
    "school": ("trường học", "trường", "nhà trường", "giáo dục", "cơ sở giáo dục", "mầm non", "tiểu học", "thcs"),
    "centre": ("trung tâm",),
    "enterprise": ("doanh nghiệp", "hợp tác xã", "công ty", "htx", "hộ kinh doanh", "cơ sở sản xuất", "dn"),
    "office": ("bộ phận chuyên môn", "bộ phận"),
    "department": ("ban ngành", "ban", "ngành", "đoàn thể", "cơ quan", "hội", "phòng", "hội đoàn thể", "hội quần chúng", "tổ chức chính trị xã hội", "mặt trận", "mttq"),
}  # fmt: skip
"""What a heading within a list, or the word in a column, calls units of a kind, one such word or several after another."""
SURE = frozenset({"school", "centre", "enterprise"})
"""Kinds that the name of a unit tells, whatever stands above it; as villages and departments begin, others may, too."""
WRITTEN_OUT = (
    ("mn", "Trường Mầm non"), ("mầm non", "Trường Mầm non"), ("mẫu giáo", "Trường Mẫu giáo"),
    ("th&thcs", "Trường TH&THCS"), ("th và thcs", "Trường TH và THCS"),
    ("thcs", "Trường THCS"), ("th", "Trường Tiểu học"), ("tiểu học", "Trường Tiểu học"), ("trung học cơ sở", "Trường THCS"),
    ("tdp", "Tổ dân phố"), ("htx", "Hợp tác xã"), ("cty", "Công ty"), ("dntn", "Doanh nghiệp tư nhân"),
    ("tthtcđ", "Trung tâm học tập cộng đồng"), ("trung tâm htcđ", "Trung tâm học tập cộng đồng"),
)  # fmt: skip
"""Beginnings of names that a letter does not shorten, the longer ones first where one begins another."""
_AROUND = ("danh sách", "các", "khối", "nhóm", "phần", "và", "trên địa bàn", "trực thuộc", "đơn vị")
"""What stands around the words for the units in a heading."""


def kind_of_name(name: str) -> str:
    """Return the kind of unit that a name begins like, with its tones where it has any; nothing where no word says so."""
    fold = bare if name.isascii() else key
    words = fold(name)
    fitting = {
        kind: len(head)
        for kind, heads in HEADS.items()
        for head in sorted(map(fold, heads), key=len)
        if words == head or words.startswith(f"{head} ")
    }
    return max(fitting, key=lambda kind: fitting[kind], default="")


def kind_in_heading(text: str) -> str:
    """Return the kind of units over which a text stands as a heading; nothing where it is none."""
    words = bare(text)
    return next((kind for kind, pattern in _headings().items() if pattern.fullmatch(words)), "")


@cache
def _headings() -> dict[str, re.Pattern[str]]:
    """How the words of a heading follow one another, by kind: at least one of those for the units, the longer ones first."""
    around = "|".join(map(bare, _AROUND))
    called = {kind: "|".join(sorted(map(bare, words), key=len, reverse=True)) for kind, words in CALLED.items()}
    return {
        kind: re.compile(rf"(?:(?:{around}) )*(?:{words})(?: (?:{words}|{around}))*") for kind, words in called.items()
    }


def written_out(name: str) -> str:
    """Write out a beginning that papers do not shorten: “MN Tân Học” is “Trường Mầm non Tân Học”; another name stays."""
    for short, full in WRITTEN_OUT:
        beginning, rest = name[: len(short)], name[len(short) :]
        if beginning.casefold() == short and rest[:1] in (" ", "."):
            return f"{full} {rest.strip(' .')}"
    return name


def are_units(names: Iterable[str]) -> bool:
    """Whether some texts all begin as the names of units of one kind do."""
    kinds = {kind_of_name(name) for name in names}
    return len(kinds) == 1 and "" not in kinds
