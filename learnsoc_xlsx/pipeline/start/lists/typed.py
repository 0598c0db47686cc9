"""Typed: a list as it was answered, line by line, or as cells that were copied out of a workbook."""

from learnsoc_xlsx.pipeline.start.lists.entries import Listed, ListedUnit, Wrong
from learnsoc_xlsx.pipeline.start.lists.kinds import kind_in_heading
from learnsoc_xlsx.pipeline.start.lists.lines import entry_of, lines_of
from learnsoc_xlsx.pipeline.start.lists.tables import is_no_unit, units_in
from learnsoc_xlsx.pipeline.start.questions import NONE
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean

_TAB = "\t"


def listed_in(text: str, unit_kind: str) -> Listed | Wrong:
    """Return the units of a kind that a text names, a unit on a line or in a row of cells parted by tabs."""
    text = decode(text)
    if _TAB in text:
        rows = [[clean(cell) for cell in line.split(_TAB)] for line in text.splitlines()]
        listed = units_in(rows, unit_kind)
        return listed or Wrong("Trong các ô vừa dán không thấy cột nào ghi tên đơn vị.")
    entries: list[ListedUnit] = []
    lost: list[str] = []
    for line in (line for line in lines_of(text) if clean(line).casefold() not in NONE):
        entry = entry_of(line)
        if entry and (entry.name.isdigit() or not is_no_unit(entry.name)):
            entries.append(entry)
        elif any(map(str.isalnum, line)):
            lost.append(clean(line))
    remarks = (f"Dòng “{line}” không có tên đơn vị nên không ghi." for line in lost)
    return Listed(tuple(entry for entry in entries if not kind_in_heading(entry.name)), tuple(remarks))
