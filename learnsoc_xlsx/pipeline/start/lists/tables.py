"""Tables: the units in the cells of an old list, whatever stands above, between and below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.pipeline.start.lists.columns import Columns, Row, columns_of
from learnsoc_xlsx.pipeline.start.lists.entries import Listed, ListedUnit
from learnsoc_xlsx.pipeline.start.lists.kinds import SURE, kind_in_heading, kind_of_name
from learnsoc_xlsx.pipeline.start.lists.lines import entry_of
from learnsoc_xlsx.vietnamese.letters import bare
from learnsoc_xlsx.vietnamese.names import names_in

_TOTAL = re.compile(
    r"cong(?: \d.*)?|tong(?: .*)?|\d+ (?:don vi|thon|to dan pho|truong|co quan|hoi|doanh nghiep|dong|muc)\b.*"
)
_NO_UNIT = re.compile(
    r"(?:nguoi lap|ky ten|ghi chu|luu y|noi nhan|tm |kt |tl |chu tich|pho chu tich|thu truong|xac nhan|.*\bngay .*\bthang\b)"
)
_NUMBER = re.compile(r"\(?\d{0,4}[.)]?|[IVXLC]{1,6}[.)]?|[A-Z][.)]?")
_SHOWN = 5


@dataclass(frozen=True)
class _TableRow:
    """A row of a table: the unit on it, or the text that was not understood; the kind that a heading above gave it."""

    entry: ListedUnit | None
    text: str
    kind: str


def units_in(rows: Sequence[Row], unit_kind: str) -> Listed | None:
    """Return the units of a kind in a table, and what was put aside; None where nothing in it looks like a list of names.

    Where headings within the table, a column or the names themselves tell several kinds apart, those of other kinds are
    left out and said so.
    """
    columns = columns_of(rows, unit_kind)
    if columns is None:
        return None
    read = [*_rows_of(rows, columns)]
    entries = [replace(row.entry, kind=row.kind) for row in read if row.entry]
    mine = [entry for entry in entries if _kind(entry, entries, unit_kind) == unit_kind]
    others = [entry.name for entry in entries if entry not in mine]
    lost = [row.text for row in read if row.entry is None and row.text]
    remarks = [
        *_named("không phải dòng của một đơn vị nên không ghi", lost),
        *_named("thuộc loại đơn vị khác nên không ghi ở đây", others),
    ]
    return Listed(tuple(mine), tuple(remarks))


def _named(why: str, texts: Sequence[str]) -> Iterator[str]:
    """A sentence that names what was left out."""
    if texts:
        shown = ", ".join(f"“{text}”" for text in texts[:_SHOWN])
        more = f" và {len(texts) - _SHOWN} dòng khác" if len(texts) > _SHOWN else ""
        yield f"{len(texts)} dòng {why}: {shown}{more}."


def _kind(entry: ListedUnit, entries: Sequence[ListedUnit], unit_kind: str) -> str:
    """What kind a unit is: as its name begins, where that says it for sure, else as its list says, else as several names of
    the list begin; any other is what is asked.
    """
    named = kind_of_name(entry.name)
    others = sum(kind_of_name(other.name) == named for other in entries)
    return (named if named in SURE else entry.kind) or (named if others > 1 else "") or unit_kind


def _rows_of(rows: Sequence[Row], columns: Columns) -> Iterator[_TableRow]:
    heading = kind = ""
    for row in rows[columns.first :]:
        texts = [cell for cell in row if cell]
        name = _cell(row, columns.name)
        if section := _section(texts):
            heading = kind = section
            continue
        if not texts or _is_repeated(row, rows, columns):
            continue
        stated = kind_in_heading(_cell(row, columns.kind)) or kind_of_name(_cell(row, columns.kind))
        kind = stated or (kind if columns.kind is not None else heading)
        entry = _entry(row, name, columns)
        yield _TableRow(entry, "" if _is_numbering(texts) else " ".join(texts), kind)


def _section(texts: Sequence[str]) -> str:
    """The kind of units that follow, where a row is a heading within the table."""
    words = [text for text in texts if not _NUMBER.fullmatch(text)]
    text = re.sub(r"^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\s*[.)/-]\s*", "", words[0]) if len(words) == 1 else ""
    return kind_in_heading(text)


def _is_numbering(texts: Sequence[str]) -> bool:
    """Whether a row only counts: the columns under their headings, or lines that nobody filled in."""
    return all(_NUMBER.fullmatch(text) for text in texts)


def _is_repeated(row: Row, rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the headings stand here once more, on a further page."""
    return columns.first > 0 and list(row) == list(rows[columns.first - 1])


def _entry(row: Row, name: str, columns: Columns) -> ListedUnit | None:
    if is_no_unit(name):
        return None
    entry = entry_of(name)
    if entry is None:
        return None
    beside = [address for column in columns.emails for address in addresses(_cell(row, column))]
    code = _cell(row, columns.code) or entry.code
    return replace(entry, emails=tuple(dict.fromkeys((*entry.emails, *beside))), code=code)


def _is_total(text: str) -> bool:
    return bool(_TOTAL.fullmatch(bare(text))) and not text.isdigit() and not kind_of_name(text)


def is_no_unit(name: str) -> bool:
    """Whether a text that stands among names is none: a total, a signature, a date, a number, a heading."""
    words = bare(name)
    return not words or _is_total(name) or bool(_NO_UNIT.match(words) or _is_person(name) or name.isdigit())


def _is_person(name: str) -> bool:
    """Whether somebody signed here: a name of a person that no unit bears."""
    return not kind_of_name(name) and bool(names_in(name)) and len(name.split()) > 2


def _cell(row: Row, column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""
