"""Collected: what collecting says on the screen when it is done."""

from collections import Counter
from collections.abc import Iterator

from learnsoc_xlsx.model.returns.mailbox import Entry
from learnsoc_xlsx.pipeline.commands.collect import Collected
from learnsoc_xlsx.vietnamese.dates import format_date


def collected(outcome: Collected) -> Iterator[str]:
    """Yield the lines: the letters, the files and where they went, what was left aside and why, letters with nothing in them."""
    account, entries = outcome.account, outcome.entries
    if outcome.doubt:
        yield f"Chưa dùng được danh bạ nên tệp được xếp theo dấu của mẫu và địa chỉ người gửi. {outcome.doubt}"
    yield f"Hộp thư {account.user}, thư mục “{account.folder}”: {outcome.letters} thư, {len(entries)} thư mới."
    if outcome.doubles:
        yield f"  {outcome.doubles} thư đã lấy từ trước, nay nằm ở chỗ khác trong hộp thư: không lấy lại."
    kept = [file.file for entry in entries for file in entry.kept]
    yield f"Tệp đã lưu: {len(kept)}"
    folders = Counter(file.rpartition("/")[0] for file in kept)
    yield from (f"  {count:5}  {folder}" for folder, count in sorted(folders.items()))
    aside = [(entry, file) for entry in entries for file in entry.aside]
    if aside:
        yield f"Tệp để lại trong hộp thư: {len(aside)}"
        yield from (f"  “{file.name or 'không tên'}”: {file.why} — {_letter(entry)}" for entry, file in aside)
    bare = [entry for entry in entries if not entry.kept and not entry.aside]
    if bare:
        yield f"Thư không có tệp đính kèm: {len(bare)}"
        yield from (f"  {_letter(entry)}" for entry in bare)


def _letter(entry: Entry) -> str:
    """A letter as people look for it in a mailbox: day, sender, subject."""
    subject = f"“{entry.subject}”" if entry.subject else "không có chủ đề"
    return (
        f"{format_date(entry.received.date())}, {entry.sender or entry.sender_name or 'không rõ người gửi'}, {subject}"
    )
