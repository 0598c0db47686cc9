"""Collected: what collecting says on the screen when it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice

from learnsoc_xlsx.model.returns.mailbox import Entry, Withheld
from learnsoc_xlsx.pipeline.commands.collect import Collected
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import visible
from learnsoc_xlsx.vietnamese.numbers import format_number

_NAMED = 50
"""So many letters are named under one head; the others are counted."""


def collected(outcome: Collected) -> Iterator[str]:
    """Yield the lines: the letters, the files and where they went, what was left aside and why, letters with nothing in them,
    without a day, and not had at all. What strangers wrote stands in them without what controls a screen.
    """
    account, entries = outcome.account, outcome.entries
    if outcome.doubt:
        yield f"Chưa dùng được danh bạ nên tệp được xếp theo dấu của mẫu và địa chỉ người gửi. {outcome.doubt}"
    yield f"Hộp thư {account.user}, thư mục “{account.folder}”: {outcome.letters} thư, {len(entries)} thư mới."
    if not outcome.whole:
        yield "  Máy chủ thư kể danh sách thư không trọn vẹn nên có thể còn thư chưa lấy. Hãy chạy lại sau."
    if outcome.doubles:
        yield f"  {outcome.doubles} thư đã lấy từ trước, nay nằm ở chỗ khác trong hộp thư: không lấy lại."
    kept = [file.file for entry in entries for file in entry.kept]
    yield f"Tệp đã lưu: {len(kept)}"
    folders = Counter(file.rpartition("/")[0] for file in kept)
    yield from (f"  {count:5}  {visible(folder)}" for folder, count in sorted(folders.items()))
    aside = [(entry, file) for entry in entries for file in entry.aside]
    if aside:
        yield f"Tệp để lại trong hộp thư: {len(aside)}"
        yield from (
            f"  “{visible(file.name) or 'không tên'}”: {visible(file.why)} — {_letter(entry)}" for entry, file in aside
        )
    bare = [entry for entry in entries if not entry.kept and not entry.aside]
    if bare:
        yield f"Thư không có tệp đính kèm: {len(bare)}"
        yield from (f"  {_letter(entry)}" for entry in bare)
    if outcome.undated:
        yield f"Thư mà máy chủ không cho biết ngày nhận, nay ghi là ngày lấy về: {len(outcome.undated)}"
        yield from _first(f"  {_letter(entry)}" for entry in outcome.undated)
    if outcome.withheld:
        yield (
            f"Thư chưa lấy được: {len(outcome.withheld)}. Hãy mở từng thư trong hộp thư, lưu tệp đính kèm vào thư mục báo cáo; lần chạy sau sẽ thử lại."
        )
        yield from _first(f"  {_not_had(letter)}" for letter in outcome.withheld)


def _first(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    lines = iter(lines)
    yield from islice(lines, _NAMED)
    if more := sum(1 for _ in lines):
        yield f"  và {more} thư nữa"


def _not_had(letter: Withheld) -> str:
    size = f" ({format_number(Fraction(letter.size, 1_000_000), 1)} MB)" if letter.size else ""
    day = format_date(letter.received.date()) if letter.received else "không rõ ngày"
    whose = (
        f"{day}, {letter.sender or 'không rõ người gửi'}, “{letter.subject}”"
        if letter.sender or letter.received
        else f"thư số {letter.uid} trên máy chủ"
    )
    return f"{letter.why}{size} — {visible(whose)}"


def _letter(entry: Entry) -> str:
    """A letter as people look for it in a mailbox: day, sender, subject."""
    subject = f"“{entry.subject}”" if entry.subject else "không có chủ đề"
    sender = entry.sender or entry.sender_name or "không rõ người gửi"
    return visible(f"{format_date(entry.received.date())}, {sender}, {subject}")
