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
from learnsoc_xlsx.stages.check.between.gathered import gathered
from learnsoc_xlsx.stages.check.between.look_back import look_back
from learnsoc_xlsx.stages.check.between.namesakes import namesakes
from learnsoc_xlsx.stages.check.between.recount import recount
from learnsoc_xlsx.stages.check.between.unstated import unstated, without_unstated
from learnsoc_xlsx.stages.check.said_once import said_once
from learnsoc_xlsx.stages.check.within.breaches import BySubmission, without
from learnsoc_xlsx.stages.check.within.not_whole import Loose, not_whole
from learnsoc_xlsx.stages.check.within.validate import breaches_of

CHECKS: tuple[Callable[[Evidence], Iterable[Finding]], ...] = (
    copies,
    gathered,
    recount,
    look_back,
    namesakes,
)
"""What is held between tables, in this order: each is told what those before it said."""


class Work(Protocol):
    """Looks at every table, here or elsewhere, and gives what it found in the same order."""

    def __call__(self, work: Callable[[int], BySubmission], tables: Iterable[int], /) -> Iterator[BySubmission]: ...


def breaches_within(tables: Sequence[Table], causes: Causes, work: Work = map) -> list[BySubmission]:
    """Return of each table what each submission breaks in it, but what the `causes` speak of already.

    `tables` are as normalised, of submissions that count.
    """
    turns = sorted(range(len(tables)), key=lambda at: -len(tables[at].rows))  # so that none is waited for at the end
    done = dict(zip(turns, work(partial(_breaches, tables, causes, not_whole(tables)), turns), strict=True))
    return [done[at] for at in range(len(tables))]


def _breaches(tables: Sequence[Table], causes: Causes, loose: Loose, at: int) -> BySubmission:
    return breaches_of(tables[at], causes, loose)


def check(
    tables: Sequence[Table], breaches: Sequence[BySubmission], submissions: Mapping[int, Submission], causes: Causes
) -> tuple[list[Table], list[Finding]]:
    """Return the tables with what is wrong left out and what is said elsewhere filled in, and every finding on them that is not among the `causes` already.

    `breaches` are what `within` says of these tables. The causes are told what is found.
    """
    accepted = said_once([without(table, own) for table, own in zip(tables, breaches, strict=True)])
    findings = [finding for own in breaches for one in own.values() for finding in one.findings]
    causes.tell(findings)
    silent = list(unstated(Evidence(tables, accepted, submissions, causes)))
    causes.tell(silent)
    findings += silent
    accepted = without_unstated(accepted, silent)
    evidence = Evidence(tables, accepted, submissions, causes)
    for look in CHECKS:
        more = list(look(evidence))
        causes.tell(more)
        findings += more
    return accepted, findings
