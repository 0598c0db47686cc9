"""Records: the council's records as words, each with its meeting and its lines, at their cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.award.decide.rests_on import BEFORE_PRINT, PART, UNIT

_SITTING, _BALLOT = "sitting", "ballot"
"""The sheets of a record, by their ids."""


@dataclass(frozen=True)
class BallotLine:
    """One line of a record: attributes are the field ids of its list, read by name; a choice is given in its words too."""

    name: str
    row: int
    award_name: str | None = None
    birth_year: int | None = None
    of_unit: str | None = None
    opinion: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    form: str | None = None
    reason: str | None = None
    code: str | None = None

    @property
    def printed_name(self) -> str:
        """What the line was printed for, as its code calls it; empty for a line without one."""
        return (self.code or "").rpartition(BEFORE_PRINT)[0]

    @property
    def printed_unit(self) -> str:
        """The unit of whom the line was printed for; empty for a line without a code."""
        words = self.printed_name.split(PART)
        return words[UNIT] if len(words) > UNIT else ""

    @property
    def fingerprint(self) -> str:
        return (self.code or "").rpartition(BEFORE_PRINT)[2] if self.printed_name else ""


@dataclass(frozen=True)
class CouncilRecord:
    """The record of one round: the submission that it is, what its first sheet says by field id, its lines, their cells."""

    sent: Submission
    said_of_all: Mapping[str, object]
    at_the_top: Layout
    lines: tuple[BallotLine, ...] = ()
    in_the_list: Layout | None = None

    @property
    def held_on(self) -> date | None:
        day = self.said_of_all.get("held_on")
        return day if isinstance(day, date) else None

    @property
    def data(self) -> str:
        """The fingerprint of what it was printed from."""
        stamp = self.sent.stamp
        return stamp.printed_from.data if stamp and stamp.printed_from else ""

    def count(self, field: str) -> int | None:
        """Return a count of the first sheet."""
        value = self.said_of_all.get(field)
        return value if isinstance(value, int) else None

    def words(self, field: str) -> str:
        """Return what the first sheet says in words."""
        return str(self.said_of_all.get(field) or "")

    def cell(self, field: str, line: BallotLine) -> Place:
        """Return the cell of a field in a line."""
        return self.in_the_list.place(field, line.row) if self.in_the_list else Place(self.sent.file)


def records_of(tables: Sequence[Table], submissions: Mapping[int, Submission]) -> list[CouncilRecord]:
    """Return the records among the submissions that count, in their order; `tables` are as accepted."""
    records: dict[int, CouncilRecord] = {}
    lists = [table for table in tables if table.sheet.id == _BALLOT]
    for table in (table for table in tables if table.sheet.id == _SITTING):
        rows = Records(table)
        for at in range(len(table.rows)):
            number = rows[at]["submission"]
            if submissions[number].status.counts:
                record = CouncilRecord(submissions[number], rows[at], table.layouts[number])
                records[number] = _with_lines(record, lists)
    return [records[number] for number in sorted(records)]


def _with_lines(record: CouncilRecord, lists: Sequence[Table]) -> CouncilRecord:
    number = record.sent.number
    table = next((table for table in lists if number in table.layouts), None)
    if table is None:
        return record
    return CouncilRecord(
        record.sent, record.said_of_all, record.at_the_top, tuple(_lines(table, number)), table.layouts[number]
    )


def _lines(table: Table, number: int) -> Iterator[BallotLine]:
    rows = Records(table)
    for at in range(len(table.rows)):
        record = rows[at]
        if record["submission"] == number and record["name"] is not None:
            asked = {name: record[name] for name in BallotLine.__dataclass_fields__ if name in record}
            yield BallotLine(**asked | {"form": _label(table.sheet, "form", record["form"])})


def _label(sheet: Sheet, name: str, chosen: str | None) -> str | None:
    """A choice in the words in which it is offered."""
    choices = next((field.choices for field in sheet.asked if field.id == name), None)
    entries = choices.entries if choices else ()
    return next((entry.label for entry in entries if entry.id == chosen), chosen)
