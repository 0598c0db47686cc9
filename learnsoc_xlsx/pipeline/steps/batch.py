"""A batch: what some files come to, as far as their journey has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from learnsoc_xlsx.frames import laid_together
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.statements import NOTHING_SPOKEN, Spoken
from learnsoc_xlsx.model.returns.submissions import RowOutcome, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table


@dataclass(frozen=True)
class Batch:
    """Submissions, and of all of them together: one table for each sheet, what is said of them, rows that are no records.

    `tables` are as normalised; `accepted` those that are checked by now, with what is wrong left out; `spoken` is what
    follows from the commune's own word. `of_reading` is how many of the findings, the first of them, were made when the files
    were read.
    """

    submissions: tuple[Submission, ...]
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[RowOutcome, ...]
    accepted: tuple[Table, ...] = ()
    spoken: Spoken = NOTHING_SPOKEN
    of_reading: int = 0

    @staticmethod
    def of(parts: Iterable["Batch"]) -> "Batch":
        """Lay the batches of several tasks together."""
        whole = list(parts)
        findings = tuple(finding for part in whole for finding in part.findings)
        return Batch(
            tuple(sent for part in whole for sent in part.submissions),
            tuple(laid_together(table for part in whole for table in part.tables)),
            findings,
            tuple(row for part in whole for row in part.set_aside),
            of_reading=len(findings),
        )

    def numbered_from(self, first: int) -> "Batch":
        """Return the batch as one of a run, as it was read and before it is settled: `first` files came in before it."""
        shift = Shift(first)
        return replace(
            self,
            submissions=tuple(map(shift.submission, self.submissions)),
            tables=tuple(map(shift.table, self.tables)),
            findings=tuple(map(shift.finding, self.findings)),
            set_aside=tuple(map(shift.row, self.set_aside)),
        )

    @property
    def by_number(self) -> Mapping[int, Submission]:
        return {sent.number: sent for sent in self.submissions}

    def settled(self, submissions: Iterable[Submission], findings: Iterable[Finding]) -> "Batch":
        """Return the batch with its submissions as they were settled, and what was said of them."""
        return replace(self, submissions=tuple(submissions), findings=(*self.findings, *findings))

    def turned_away(self, findings: Iterable[Finding]) -> "Batch":
        """Return the batch in which each submission that a finding is on does not count, because of it."""
        why = {finding.submission: finding for finding in findings}
        refused = (
            replace(sent, status=Status.REFUSED, refusal=why[sent.number]) if sent.number in why else sent
            for sent in self.submissions
        )
        return self.settled(refused, why.values())

    def checked(self, accepted: Iterable[Table], findings: Iterable[Finding]) -> "Batch":
        """Return the batch with further tables checked, and what was said of them."""
        return replace(self, accepted=(*self.accepted, *accepted), findings=(*self.findings, *findings))

    def heard(self, spoken: Spoken, findings: Iterable[Finding]) -> "Batch":
        """Return the batch with what follows from the commune's word, and what was said of it."""
        return replace(self, spoken=spoken, findings=(*self.findings, *findings))


class Shift:
    """Submissions, and all that bears their numbers, counted from another first one; a finding that several bear stays one."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._findings: dict[int, Finding] = {}

    def finding(self, finding: Finding) -> Finding:
        if id(finding) not in self._findings:
            self._findings[id(finding)] = replace(finding, submission=finding.submission + self._first)
        return self._findings[id(finding)]

    def submission(self, sent: Submission) -> Submission:
        refusal = self.finding(sent.refusal) if sent.refusal else None
        return replace(sent, number=sent.number + self._first, refusal=refusal)

    def row(self, row: RowOutcome) -> RowOutcome:
        finding = self.finding(row.finding) if row.finding else None
        return replace(row, submission=row.submission + self._first, finding=finding)

    def table(self, table: Table) -> Table:
        first = self._first
        return replace(
            table,
            rows=table.rows.assign(submission=table.rows["submission"] + first),
            layouts={number + first: layout for number, layout in table.layouts.items()},
            lost=LostCells.together([table.lost]).numbered_from(first, self.finding),
            percent=frozenset((number + first, row, field) for number, row, field in table.percent),
        )
