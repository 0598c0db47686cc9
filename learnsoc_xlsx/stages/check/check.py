"""Check: hold every table against its form, then the tables against one another.

A new check is a file with one function in `between/`, and one line in CHECKS.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.copies import copies
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.stages.check.between.look_back import look_back
from learnsoc_xlsx.stages.check.between.namesakes import namesakes
from learnsoc_xlsx.stages.check.between.recount import recount
from learnsoc_xlsx.stages.check.within.validate import validate

CHECKS: tuple[Callable[[Evidence], Iterable[Finding]], ...] = (
    copies,
    recount,
    look_back,
    namesakes,
)
"""What is held between tables, in this order: each is told what those before it said."""

Validated = tuple[Table, list[Finding]]


class Work(Protocol):
    """Validates every table, here or elsewhere, and gives them in the same order."""

    def __call__(self, work: Callable[[int], Validated], tables: Iterable[int], /) -> Iterator[Validated]: ...


def check(
    tables: Sequence[Table], submissions: Mapping[int, Submission], causes: Causes, work: Work = map
) -> tuple[list[Table], list[Finding]]:
    """Return the tables with what is wrong left out, and every finding on them that is not among the `causes` already.

    `tables` are as normalised, of submissions that count. The causes are told what is found.
    """
    validated = _validated(tables, causes, work)
    accepted = [table for table, _ in validated]
    findings = [finding for _, faults in validated for finding in faults]
    causes.tell(findings)
    evidence = Evidence(tables, accepted, submissions, causes)
    for look in CHECKS:
        more = list(look(evidence))
        causes.tell(more)
        findings += more
    return accepted, findings


def _validated(tables: Sequence[Table], causes: Causes, work: Work) -> list[Validated]:
    turns = sorted(range(len(tables)), key=lambda at: -len(tables[at].rows))  # so that none is waited for at the end
    done = dict(zip(turns, work(partial(_validate, tables, causes), turns), strict=True))
    return [done[at] for at in range(len(tables))]


def _validate(tables: Sequence[Table], causes: Causes, at: int) -> Validated:
    return validate(tables[at], causes)
