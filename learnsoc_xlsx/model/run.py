"""A whole run, as the writers see it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.law.assessments import SelfAssessment
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.council import Decided, Sitting, Standing
from learnsoc_xlsx.model.law.indicators import Clause, Indicator, Phase, Target
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.papers.certificates import Blank
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.report import Level
from learnsoc_xlsx.model.returns.differences import Comparison
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Astray, Missing, RowOutcome, Submission
from learnsoc_xlsx.model.returns.tables import Table

COMMUNE = Level("commune", "xã")


@dataclass(frozen=True)
class Consolidated:
    """What the returns of a run add up to, before anybody is weighed for an award.

    `level` is what whoever keeps the register is called, all of whose figures stand first. `as_of` is the day whose figures are told, `written_on` that of its letters: the same, or where that is yet to come today.
    """

    as_of: date
    written_on: date
    sample: bool
    inbox: Path
    commune: str
    register: Register
    forms: tuple[Form, ...]
    submissions: tuple[Submission, ...]
    tables: tuple[Table, ...]
    indicators: tuple[Indicator, ...]
    clauses: tuple[Clause, ...]
    phases: tuple[Phase, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    level: Level = field(default=COMMUNE, kw_only=True)
    self_assessments: tuple[SelfAssessment, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class Request:
    """What was asked of a run: the day that was asked for (None: none was), the day on which it ran, or the one asked for, and
    what it writes beside its workbooks, by name.
    """

    as_of: date | None
    today: date
    products: tuple[str, ...]


@dataclass(frozen=True)
class Run(Consolidated):
    """Everything that one `consolidate` found out; its submissions have their ledgers and final status.

    `decided` is all that the council concluded, by the records of its `sittings`, lines by hand among it. `texts` are the
    law that the program knows. `blank` is the commune's pre-printed certificate. `request` is what the run was asked for; None
    where nothing is to be written.
    """

    findings: tuple[Finding, ...]
    outcomes: tuple[RowOutcome, ...]
    missing: tuple[Missing, ...]
    rounds: tuple[HeldRound, ...]
    awards: tuple[Award, ...]
    verdicts: tuple[Verdict, ...]
    sittings: tuple[Sitting, ...] = field(default=())
    decided: tuple[Decided, ...] = field(default=())
    local_numbers: tuple[Quantity, ...] = field(default=())
    local_choices: tuple[OpenChoice, ...] = field(default=())
    comparisons: tuple[Comparison, ...] = field(default=())
    astray: tuple[Astray, ...] = field(default=())
    texts: tuple[Decision, ...] = field(default=())
    blank: Blank = field(default=Blank(0, 0, ()))
    request: Request | None = field(default=None)

    def is_concluded(self, held: HeldRound) -> bool:
        """Whether the council met on a round, enough of its members were there, and it concluded on somebody."""
        met = any(sitting.round == held.id and sitting.quorum is not False for sitting in self.sittings)
        return met and any(one.round == held.id and one.standing is Standing.APPLIED for one in self.decided)

    def is_signed(self, held: HeldRound) -> bool:
        """Whether the council concluded on a round and its decision is signed: the register tells number and day."""
        return self.is_concluded(held) and held.signed is not None

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR and not finding.superseded for finding in self.findings)

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that count in totals: not those of versions that do not count themselves."""
        return tuple(finding for finding in self.findings if not finding.superseded)
