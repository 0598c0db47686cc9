"""Kinds: by which words a name, a heading within a list or a word in a column says what kind of unit is meant."""

from collections.abc import Iterable

from learnsoc_xlsx.vietnamese.letters import bare

HEADS = {
    "village": ("thôn", "xóm", "tổ dân phố", "tdp", "khu phố", "khu dân cư", "ấp", "bản", "buôn", "làng", "khóm", "tiểu khu", "tổ", "khu", "phum", "sóc", "đội"),
    "school": ("trường", "mầm non", "mẫu giáo", "nhà trẻ", "tiểu học", "thcs", "trung học cơ sở", "mn", "th", "nhóm trẻ", "cơ sở mầm non"),
    "centre": ("trung tâm học tập cộng đồng", "trung tâm htcđ", "tthtcđ", "tt htcđ"),
    "enterprise": ("công ty", "cty", "doanh nghiệp", "dntn", "dn", "hợp tác xã", "htx", "hộ kinh doanh", "xí nghiệp", "nhà máy", "tập đoàn", "chi nhánh", "quỹ tín dụng"),
    "department": ("hội", "đoàn", "ban", "văn phòng", "ủy ban", "ubmttq", "mttq", "mặt trận", "trạm", "phòng", "công an", "quân sự", "bch", "liên đoàn", "công đoàn", "đảng ủy", "trung tâm", "tổ công tác", "cơ quan", "đài", "câu lạc bộ"),
}  # fmt: skip
"""With which words the names of units begin, by kind; of several that fit the longest counts."""
HEADINGS = {
    "village": ("thôn", "thôn tổ dân phố", "tổ dân phố", "thôn xóm", "xóm", "ấp", "bản", "khu dân cư", "khu phố", "khối thôn", "thôn bản"),
    "school": ("trường", "trường học", "nhà trường", "đơn vị trường", "khối trường học", "giáo dục", "cơ sở giáo dục"),
    "centre": ("trung tâm", "trung tâm học tập cộng đồng", "trung tâm htcđ"),
    "enterprise": ("doanh nghiệp", "hợp tác xã", "doanh nghiệp hợp tác xã", "công ty", "công ty doanh nghiệp", "htx"),
    "department": ("ban ngành", "đoàn thể", "ban ngành đoàn thể", "cơ quan", "hội đoàn thể", "hội", "phòng ban", "cơ quan ban ngành đoàn thể", "ban ngành hội đoàn thể", "tổ chức chính trị xã hội"),
}  # fmt: skip
"""What a heading within a list, or the word in a column, calls several units of a kind."""
WRITTEN_OUT = (
    ("mn", "Trường Mầm non"), ("mầm non", "Trường Mầm non"), ("mẫu giáo", "Trường Mẫu giáo"),
    ("th&thcs", "Trường TH&THCS"), ("th và thcs", "Trường TH và THCS"),
    ("thcs", "Trường THCS"), ("th", "Trường Tiểu học"), ("tiểu học", "Trường Tiểu học"), ("trung học cơ sở", "Trường THCS"),
    ("tdp", "Tổ dân phố"), ("htx", "Hợp tác xã"), ("cty", "Công ty"), ("dntn", "Doanh nghiệp tư nhân"),
    ("tthtcđ", "Trung tâm học tập cộng đồng"), ("trung tâm htcđ", "Trung tâm học tập cộng đồng"),
)  # fmt: skip
"""Beginnings of names that a letter does not shorten, the longer ones first where one begins another."""
_BEFORE = ("danh sách", "các", "khối", "nhóm", "phần", "đơn vị")
"""What stands before the word for the units in a heading."""


def kind_of_name(name: str) -> str:
    """Return the kind of unit that a name begins like; nothing where no word of it says so."""
    words = bare(name)
    fitting = [
        (len(head), kind)
        for kind, heads in HEADS.items()
        for head in map(bare, heads)
        if words == head or words.startswith(f"{head} ")
    ]
    return max(fitting)[1] if fitting else ""


def kind_in_heading(text: str) -> str:
    """Return the kind of units over which a text stands as a heading; nothing where it is none."""
    words = bare(text)
    for before in map(bare, _BEFORE):
        words = words.removeprefix(f"{before} ").strip()
    return next((kind for kind, called in HEADINGS.items() if words in map(bare, called)), "")


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
