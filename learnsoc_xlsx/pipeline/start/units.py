"""Units: the answer to a question that asks for a list, whichever way it was given."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.pipeline.start.answers import Around, entries_of
from learnsoc_xlsx.pipeline.start.lists.entries import Listed, ListedUnit, Wrong, without_doubles
from learnsoc_xlsx.pipeline.start.lists.files import ENDINGS, list_in
from learnsoc_xlsx.pipeline.start.lists.kinds import kind_of_name, written_out
from learnsoc_xlsx.pipeline.start.lists.typed import listed_in
from learnsoc_xlsx.pipeline.start.questions import ABOVE_CODE, COMMUNE_CODE, LISTS, Question
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.signing import in_a_sentence

_CODE = re.compile(r"[\w.-]{1,60}")
_OTHER_FILES = (".docx", ".doc", ".pdf", ".jpg", ".png")
"""Files in which people have lists, too, and that are not read."""
_SETTLEMENT = {"phường": "Tổ dân phố", "thị trấn": "Tổ dân phố"}
"""What the places below a commune are called where their names do not say it; elsewhere they are villages."""


def units(question: Question, text: str, around: Around) -> Listed | Wrong:
    """Read a list of units: a unit a line, cells that were copied, or the path of an old list.

    What was left out, or stands under another name than it was written, is said in its remarks.
    """
    path = file_named(text, around.folder)
    if isinstance(path, Wrong):
        return path
    listed = list_in(path, question.unit_kind) if path else listed_in(text, question.unit_kind)
    if isinstance(listed, Wrong):
        return listed
    listed = without_doubles(_well_named(listed, question, around))
    if not listed.entries and text:
        return Wrong(
            " ".join(
                (*listed.remarks, f"Chưa thấy tên đơn vị nào. Mỗi dòng ghi một đơn vị, ví dụ “{question.example}”.")
            )
        )
    return _against_others(listed, question, around)


def file_named(text: str, folder: Path) -> Path | Wrong | None:
    """Return the file that an answer names, whose path begins in a folder; None where it names none."""
    line = text.strip().strip("\"'“”").removeprefix("file://").replace("\\ ", " ")
    if "\n" in line or "\t" in line or not line.casefold().endswith((*ENDINGS, *_OTHER_FILES)):
        return None
    path = folder / Path(line).expanduser()
    if not line.casefold().endswith(ENDINGS):
        return Wrong(
            f"Không đọc được danh sách từ tệp “{path.name}”. Hãy đưa tệp .xlsx hoặc .csv, hoặc dán danh sách vào đây."
        )
    return (
        path if path.is_file() else Wrong(f"Không có tệp “{line}”. Hãy kiểm tra đường dẫn, hoặc dán danh sách vào đây.")
    )


def _well_named(listed: Listed, question: Question, around: Around) -> Listed:
    """The units under the names by which letters call them; how each was written is kept as another spelling of its name."""
    entries = [_called(entry, question, around) for entry in listed.entries]
    pairs = zip(listed.entries, entries, strict=True)
    changed = [f"“{old.name}” là “{new.name}”" for old, new in pairs if key(old.name) != key(new.name)]
    remarks = [f"Tên được ghi đủ: {'; '.join(changed)}."] if changed else []
    return Listed(tuple(entries), (*listed.remarks, *remarks))


def _called(entry: ListedUnit, question: Question, around: Around) -> ListedUnit:
    name = written_out(in_a_sentence(entry.name))
    name = name[:1].upper() + name[1:]
    if question.unit_kind == "village":
        name = name if kind_of_name(name) else f"{_SETTLEMENT.get(around.level, 'Thôn')} {name}"
        name = in_a_sentence(name.upper()) if name[1:].islower() else name
    is_other = key(entry.name) != key(name) and not entry.name.isdigit()
    return replace(entry, name=name, aliases=(entry.name,) if is_other else ())


def _against_others(listed: Listed, question: Question, around: Around) -> Listed | Wrong:
    """Hold a list against those before it: a code stands for one unit, and a unit stands in one list."""
    others = [entry for other in LISTS for entry in entries_of(around.so_far, other.id) if other.id != question.id]
    taken = {COMMUNE_CODE.casefold(), ABOVE_CODE.casefold(), *(entry.code.casefold() for entry in others)} - {""}
    for entry in (entry for entry in listed.entries if entry.code):
        if not _CODE.fullmatch(entry.code):
            return Wrong(
                f"Mã “{entry.code}” của “{entry.name}” không dùng được: mã chỉ gồm chữ, số, dấu chấm, dấu gạch."
            )
        if entry.code.casefold() in taken:
            return Wrong(f"Mã “{entry.code}” của “{entry.name}” đã dùng cho đơn vị khác. Mỗi đơn vị cần một mã riêng.")
        taken.add(entry.code.casefold())
    return _without(listed, {key(entry.name) for entry in others})


def _without(listed: Listed, names: Collection[str]) -> Listed:
    twice = [entry for entry in listed.entries if key(entry.name) in names]
    remarks = (f"“{entry.name}” đã có ở danh sách trước nên không ghi lần nữa." for entry in twice)
    return Listed(tuple(entry for entry in listed.entries if entry not in twice), (*listed.remarks, *remarks))
