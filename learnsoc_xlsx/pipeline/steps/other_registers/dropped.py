"""Dropped: what an older register of the folder says and the one that holds does not."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from learnsoc_xlsx.catalogue.forms.own.fund import FUND_KINDS
from learnsoc_xlsx.catalogue.forms.own.papers import PAPER_KINDS
from learnsoc_xlsx.catalogue.forms.sheets.choices import UNIT_KINDS
from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.papers.certificates import Part
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import (
    DueDate,
    FrameRow,
    FundEntry,
    LocalChoice,
    LocalTarget,
    PaperRow,
    PastAward,
    Pick,
    Profile,
    Quota,
    Register,
    Unit,
    Waiver,
)
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.numbers import format_exactly

MOST = 30
"""Entries that one finding names; the others are counted."""
Entry = tuple[Hashable, str]
"""What makes an entry that entry, and how it is told."""
Row = TypeVar("Row")
_YEARS = range(2020, 2051)
_KINDS_OF_UNITS = {choice.id: choice.label for choice in UNIT_KINDS.entries}
_KINDS_OF_PAPERS = {choice.id: choice.label for choice in PAPER_KINDS.entries}
_KINDS_OF_MONEY = {choice.id: choice.label for choice in FUND_KINDS.entries}
_PARTS = {part.word: part.label for part in Part}


@dataclass(frozen=True)
class _Kind:
    """A kind of thing that a register says: its sheet, what it is called, and the entries."""

    sheet: str
    called: str
    entries: Callable[[Register, Register], Iterator[Entry]]
    """Of the first register, as far as the second, the newer one, may lack it."""


def dropped(newer: Register, older: Register) -> list[Finding]:
    """Return a finding, at the sheet of the newer register, for each kind of thing of which it lacks what the older says."""
    findings: list[Finding] = []
    for kind in _KINDS:
        there = {entry for entry, _ in kind.entries(newer, newer)}
        lacking = {entry: words for entry, words in kind.entries(older, newer) if entry not in there}
        if lacking:
            named = Words(given=_listed(lacking.values()), expected=kind.called, other=older.file)
            findings.append(Finding(Code.REGISTER_LACKS, _sheet(newer, kind.sheet), newer.number, **named))
    return findings


def names_dropped(
    newer: Register, tables: Sequence[Table], older: Register, older_tables: Sequence[Table]
) -> list[Finding]:
    """Return a finding for each list of the older register that speaks of subjects of whom the newer one lacks some.

    They are counted by what is said of them, and not named: the list itself says who.
    """
    there = {who for table in tables for who, _ in _spoken_of(table)}
    findings: list[Finding] = []
    for table in older_tables:
        lacking = Counter(about for who, about in _spoken_of(table) if who not in there)
        if lacking:
            given = "; ".join(f"{count} tên của {about}" for about, count in sorted(lacking.items()))
            named = Words(given=given, expected=f"dòng “{table.sheet.name}”", other=older.file)
            findings.append(Finding(Code.REGISTER_LACKS, _sheet(newer, table.sheet.id), newer.number, **named))
    return findings


def _spoken_of(table: Table) -> Iterator[Entry]:
    """Of whom a list speaks, and what about, row by row."""
    speaks, records = table.sheet.speaks_of, Records(table)
    for at in range(len(table.rows) if speaks else 0):
        assert speaks is not None
        record = records[at]
        about = f"{_label(table.sheet, speaks.kind, record[speaks.kind])}{_of(record.get(speaks.year or ''))}"
        yield tuple(record[name] for name in table.sheet.distinct), about


def _label(sheet: Sheet, name: str, chosen: str) -> str:
    choices = next((field.choices for field in sheet.asked if field.id == name), None)
    labels = {choice.id: choice.label for choice in choices.entries} if choices else {}
    return f"“{labels.get(chosen, chosen)}”"


def _sheet(register: Register, sheet: str) -> Place:
    layout = register.layouts.get(sheet)
    return Place(register.file, layout.sheet) if layout else Place(register.file)


def _listed(entries: Iterable[str]) -> str:
    every = list(dict.fromkeys(entries))
    more = f" và {len(every) - MOST} mục khác" if len(every) > MOST else ""
    return "; ".join(every[:MOST]) + more


def _settings(register: Register, _: Register) -> Iterator[Entry]:
    labels = {
        "reports_since": "Báo cáo từ năm",
        "return_to": "Nơi nhận báo cáo",
        "contact": "Người hướng dẫn",
        "sample": "Dữ liệu mẫu",
        "blank_paper": "Khổ phôi",
        "blank_shift_right": "Dịch sang phải",
        "blank_shift_down": "Dịch xuống dưới",
    }
    yield from ((name, label) for name, label in labels.items() if register.settings.get(name))


def _profile(row: Profile) -> Entry:
    return (row.since, row.unit), f"{row.issuer} từ {format_date(row.since)}"


def _unit(row: Unit) -> Entry:
    return row.id, f"{row.id} {row.name}"


def _names(register: Register, newer: Register) -> Iterator[Entry]:
    """Every name of the units that are still there: of one that is gone as a whole that alone is said."""
    there = {unit.id for unit in newer.units}
    for unit in register.units:
        for name in unit.names if unit.id in there else ():
            yield (unit.id, key(name)), f"{unit.id}: “{name}”"


def _target(row: LocalTarget) -> Entry:
    return (row.indicator, row.year), f"{row.indicator} năm {row.year}"


def _thresholds(register: Register, _: Register) -> Iterator[Entry]:
    """Every number in every year for which it is set."""
    for row in register.thresholds:
        yield from (((row.key, year), row.key) for year in _YEARS if year >= (row.since or 0))


def _choice(row: LocalChoice) -> Entry:
    return row.choice, row.choice


def _quota(row: Quota) -> Entry:
    return (row.award, row.round, row.year), f"{row.award}, đợt {row.round}{_of(row.year)}"


def _deadline(row: DueDate) -> Entry:
    return (row.unit_kind, row.of_year), f"{_KINDS_OF_UNITS.get(row.unit_kind, row.unit_kind)}{_of(row.of_year)}"


def _waiver(row: Waiver) -> Entry:
    return (row.code, row.unit, row.year, row.cell), f"{row.code} của {row.unit}{_of(row.year)}"


def _pick(row: Pick) -> Entry:
    return (row.unit, row.year), f"{row.unit}{_of(row.year)}: {row.file}"


def _paper(row: PaperRow) -> Entry:
    year = row.year if row.year and not row.round.endswith(f"-{row.year}") else None
    round_id = f"{row.round}-{year}" if year else row.round
    number = f" {row.number}" if row.number else ""
    return (row.kind, round_id), f"{_KINDS_OF_PAPERS.get(row.kind, row.kind)}{number}, đợt {round_id}"


def _fund_entry(row: FundEntry) -> Entry:
    kind = _KINDS_OF_MONEY.get(row.kind, row.kind)
    return (row.year, row.kind, row.amount, row.source), f"{kind} {format_exactly(row.amount)} đồng{_of(row.year)}"


def _frame(row: FrameRow) -> Entry:
    return row.part, _PARTS.get(row.part, row.part)


def _past_award(row: PastAward) -> Entry:
    """Told by its year alone: whoever was awarded stands in the list itself."""
    return (
        row.year,
        row.kind,
        key(row.name),
        row.birth_year,
        row.unit,
        row.number,
    ), f"những khen thưởng năm {row.year}"


def _of(year: int | None) -> str:
    return f", năm {year}" if year else ""


def _rows(name: str, entry: Callable[[Row], Entry]) -> Callable[[Register, Register], Iterator[Entry]]:
    return lambda register, _: map(entry, getattr(register, name))


_KINDS = (
    _Kind("settings", "cài đặt", _settings),
    _Kind("profile", "dòng thông tin xã", _rows("profile", _profile)),
    _Kind("units", "đơn vị", _rows("units", _unit)),
    _Kind("units", "tên gọi", _names),
    _Kind("targets", "mục tiêu", _rows("targets", _target)),
    _Kind("thresholds", "ngưỡng", _thresholds),
    _Kind("choices", "lựa chọn", _rows("choices", _choice)),
    _Kind("quotas", "số lượng khen", _rows("quotas", _quota)),
    _Kind("papers", "văn bản", _rows("papers", _paper)),
    _Kind("fund", "khoản của quỹ khen thưởng", _rows("fund", _fund_entry)),
    _Kind("blank_frames", "chỗ in trên phôi", _rows("blank_frames", _frame)),
    _Kind("deadlines", "hạn nộp", _rows("deadlines", _deadline)),
    _Kind("past_awards", "khen thưởng đã có", _rows("past_awards", _past_award)),
    _Kind("picks", "lựa chọn bản báo cáo", _rows("picks", _pick)),
    _Kind("waivers", "điều đã chấp nhận", _rows("waivers", _waiver)),
)
