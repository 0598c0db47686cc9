"""A whole run, as the writers see it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from learnsoc_xlsx.model.decisions import Award, Quantity
from learnsoc_xlsx.model.figures import Figure
from learnsoc_xlsx.model.findings import Finding, Severity
from learnsoc_xlsx.model.forms import Form, Sheet
from learnsoc_xlsx.model.indicators import Indicator, Phase, Target
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.submissions import Missing, RowOutcome, Submission
from learnsoc_xlsx.model.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.versions import Comparison

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Table:
    """All accepted rows of one resolved sheet, of all submissions together.

    `rows` has the integer columns `submission` and `row` (the file's row number; 0 in a fixed sheet) and one
    column a field: Int64 for numbers (times Kind.scale) and dates (proleptic ordinals), boolean for marks,
    string for text and choice ids. `layouts` maps a submission number to where its fields stand.
    """

    sheet: Sheet
    rows: "pd.DataFrame"
    layouts: dict[int, Layout]


@dataclass(frozen=True)
class Consolidated:
    """What the returns of a run add up to, before anybody is weighed for an award."""

    as_of: date
    sample: bool
    inbox: Path
    commune: str
    register: Register
    forms: tuple[Form, ...]
    submissions: tuple[Submission, ...]
    tables: tuple[Table, ...]
    indicators: tuple[Indicator, ...]
    phases: tuple[Phase, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Run(Consolidated):
    """Everything that one `consolidate` found out; its submissions have their ledgers and final status."""

    findings: tuple[Finding, ...]
    outcomes: tuple[RowOutcome, ...]
    missing: tuple[Missing, ...]
    rounds: tuple[HeldRound, ...]
    awards: tuple[Award, ...]
    verdicts: tuple[Verdict, ...]
    local_numbers: tuple[Quantity, ...] = field(default=())
    comparisons: tuple[Comparison, ...] = field(default=())

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)
