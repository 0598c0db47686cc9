"""Prefilled: what is known of a unit when the template of a year is printed for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from learnsoc_xlsx.frames import Records, positions
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Record, StillOpen, YearBefore
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.pipeline.last_year.lists import CarriedRow, SentList, carried_rows
from learnsoc_xlsx.pipeline.last_year.open_points import open_points
from learnsoc_xlsx.pipeline.last_year.predecessors import Predecessors
from learnsoc_xlsx.pipeline.steps.batch import Batch


@dataclass(frozen=True, eq=False)
class ReturnsBefore:
    """The returns of the year before the one whose templates are printed, as a run settled and checked them, and what it found."""

    year: int
    batch: Batch
    register: Register
    findings: Sequence[Finding]

    @cached_property
    def _counting(self) -> dict[str, Submission]:
        """The return of each unit that counts, but those of other mailboxes."""
        counting = (sent for sent in self.batch.submissions if sent.year == self.year and sent.status.counts)
        return {sent.unit: sent for sent in counting if sent.number not in self._of_other_mailboxes.values()}

    @cached_property
    def _of_other_mailboxes(self) -> dict[str, int]:
        """By unit the return that only another unit's mailbox sent: whose people it holds is not known."""
        doubted = {finding.submission for finding in self.findings if finding.code is Code.OTHER_MAILBOX}
        return {
            sent.unit: sent.number
            for sent in self.batch.submissions
            if sent.year == self.year and sent.number in doubted
        }

    @cached_property
    def _open(self) -> dict[int, tuple[StillOpen, ...]]:
        return open_points(self.findings)

    def prefill(self, form: Form, unit: Unit, before: Predecessors) -> Prefill:
        """Return what is known of a unit: its name, whom its cover named, last year's accepted rows of the lists that carry over
        (with those of the units that it took over), last year's figures, and what was open then.
        """
        own = self._counting.get(unit.id)
        sources = [self._source(member) for member in before.whole if member in self._counting]
        lists = {sheet.id: carried_rows(sheet, self.batch.accepted, sources) for sheet in _carrying(form)}
        fixed = [sheet for sheet in form.sheets if sheet.kind is SheetKind.FIXED]
        covers = {sheet.id: self._fixed(sheet, own, {one.id for one in sheet.asked if one.carries}) for sheet in fixed}
        figures = {
            sheet.id: self._fixed(sheet, own, {one.id for one in sheet.asked}) for sheet in fixed if sheet.prefill
        }
        rows: dict[str, Sequence[Record]] = {name: [row.record for row in held] for name, held in lists.items() if held}
        rows |= {name: [record] for name, record in covers.items() if record}
        remarks = tuple(self.remark(part) for part in before.parted if part in self._counting)
        remarks += tuple(self._unsure(member) for member in before.whole if member in self._of_other_mailboxes)
        return Prefill(
            unit.id,
            unit.name,
            rows,
            {name: record for name, record in figures.items() if record},
            before=self._before(own, lists, remarks, sources) if sources or remarks else None,
        )

    def _before(
        self,
        own: Submission | None,
        lists: dict[str, list[CarriedRow]],
        remarks: tuple[str, ...],
        sources: Sequence[SentList],
    ) -> YearBefore:
        mixed = any(source.sent is not own for source in sources)
        whence = {name: ["; ".join(row.whence) for row in held] for name, held in lists.items() if held and mixed}
        points = self._open.get(own.number, ()) if own else ()
        return YearBefore(self.year, _name(own) if own else "", whence, points, remarks)

    def remark(self, parted: str) -> str:
        """Say why the lists of a unit that was split are carried over to nobody."""
        name = self.called(parted)
        return (
            f"“{name}” đã chia thành nhiều đơn vị, nên danh sách năm {self.year} của đơn vị này không ghi sẵn cho đơn vị nào: "
            f"không rõ hộ nào, người nào nay thuộc đơn vị nào. Hãy ghi lại danh sách từ đầu."
        )

    def _unsure(self, unit: str) -> str:
        """Say why nothing of a return that another unit's mailbox sent is carried over."""
        return f"Báo cáo năm {self.year} của “{self.called(unit)}” do hộp thư của đơn vị khác gửi nên không ghi sẵn. Hãy ghi lại từ đầu."

    def split(self, parted: Sequence[Predecessors]) -> list[str]:
        """Return, of what was parted, those units that sent a return that counts: each once."""
        return [
            unit for unit in dict.fromkeys(one for before in parted for one in before.parted) if unit in self._counting
        ]

    def called(self, unit: str) -> str:
        row = self.register.unit_on(unit, date(self.year, 12, 31))
        return row.name if row else unit

    def _source(self, unit: str) -> SentList:
        return SentList(self._counting[unit], self.called(unit))

    def _fixed(self, sheet: Sheet, own: Submission | None, fields: set[str]) -> Record:
        """What a unit's own return said in a fixed sheet in these fields."""
        return next(self._stated(sheet, own, fields), {}) if own and fields else {}

    def _stated(self, sheet: Sheet, own: Submission, fields: set[str]) -> Iterator[Record]:
        for table in (table for table in self.batch.accepted if table.sheet.key == sheet.key):
            places = positions(table).get(own.number, ())
            records = Records(table, places)
            for at in places:
                record = records[at]
                yield {name: record[name] for name in fields if record.get(name) is not None}


def _carrying(form: Form) -> list[Sheet]:
    """The lists that last year's rows fill in; who is nominated is a matter of each year."""
    lists = (sheet for sheet in form.sheets if sheet.kind is SheetKind.LIST)
    return [sheet for sheet in lists if sheet.prefill and not sheet.nominees_only]


def _name(sent: Submission) -> str:
    """What the sender calls a file: without the folder or the message in which it lies here."""
    return sent.file.rpartition(WITHIN)[2].rpartition("/")[2]
