"""Evidence: what the checks between tables look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table


@dataclass(frozen=True)
class Evidence:
    """The tables as read and as accepted, whose they are (by number), and what has been said so far."""

    read: Sequence[Table]
    accepted: Sequence[Table]
    submissions: Mapping[int, Submission]
    causes: Causes
