"""Started: what a start says on the screen when it is done: where everything lies, who has no address, and what comes next."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from learnsoc_xlsx.pipeline.commands.start import Started
from learnsoc_xlsx.pipeline.start.answers import Answers, entries_of, remarks_on, year_of
from learnsoc_xlsx.pipeline.start.questions import LISTS

_NAMED = 6


def started(answers: Answers, made: Started, out: Path | None = None) -> Iterator[str]:
    """Yield the lines: what was written and where, what was not understood, whose letters have no address, what to do next; `out`
    is where the forms go, if that is not the usual place.
    """
    yield "Đã ghi:"
    yield f"  {made.register.as_posix()}  danh bạ của xã"
    yield f"  {made.forms[0].parent.as_posix()}/  {len(made.forms)} mẫu, mỗi đơn vị một mẫu"
    yield f"  {made.letters[0].parent.as_posix()}/  {len(made.letters)} thư nháp, kèm mẫu của từng đơn vị"
    yield from _without_address(answers)
    yield from (f"Cần xem: {remark}" for remark in remarks_on(answers))
    yield ""
    inbox, year = quote(made.register.parent.as_posix()), year_of(answers)
    place = quote(out.as_posix()) if out else ""
    typed, ours = (f" OUT={place}", f" --out {place}") if place else ("", "")
    yield "Việc tiếp theo:"
    yield "  1. Mở danh bạ, xem lại tên, mã, địa chỉ thư; đơn vị, mục tiêu, ngưỡng còn thiếu thì ghi thêm vào đó."
    yield f"  2. Đã sửa danh bạ thì in lại mẫu và thư: make templates YEAR={year} INBOX={inbox}{typed} LETTERS=1 (learnsoc templates --year {year} {inbox}{ours} --letters)."
    yield f"  3. Mở từng thư nháp bằng chương trình thư, đọc lại rồi gửi. Báo cáo gửi về thì chép vào {inbox} và chạy: make consolidate INBOX={inbox} (learnsoc consolidate {inbox})."


def _without_address(answers: Answers) -> Iterator[str]:
    silent = [entry.name for list_ in LISTS for entry in entries_of(answers, list_.id) if not entry.emails]
    if silent:
        names = ", ".join(silent[:_NAMED]) + (f" và {len(silent) - _NAMED} đơn vị khác" if len(silent) > _NAMED else "")
        yield f"Chưa có địa chỉ thư của {len(silent)} đơn vị, ô “Đến” của thư còn trống: {names}."
