"""Unread: which files that could not be read, or were refused, are likely the report that a unit seems to owe."""

import re
from collections.abc import Iterable, Sequence

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.settle.senders import Senders
from learnsoc_xlsx.vietnamese.letters import bare

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")

About = tuple[str, int]
"""A unit and a year."""


def unread(submissions: Sequence[Submission], register: Register, gaps: Iterable[About]) -> dict[About, str]:
    """Return, of the reports that seem missing, the file that lies there in their place.

    Whose a file is, its stamp says; of one that bears none the mailbox that it came from, else the name of a unit in
    its own name or folder; of which year, its stamp, else a year in its name, else the latest for which the unit owes.
    """
    owed: dict[str, list[int]] = {}
    for unit, year in gaps:
        owed.setdefault(unit, []).append(year)
    whose = _Whose(register)
    files: dict[About, str] = {}
    for sent in submissions:
        unit = sent.unit or whose.unit(sent) if _is_shut(sent) else ""
        years = [year for year in owed.get(unit, ()) if year in (_years(sent) or owed[unit])]
        if years:
            files.setdefault((unit, max(years)), sent.file)
    return files


def _is_shut(sent: Submission) -> bool:
    """Whether a file was meant as a report and was not read as one: what only held others has no such fault."""
    fault, is_report = sent.refusal, sent.form != "register"
    return is_report and not sent.status.counts and fault is not None and fault.code.severity is Severity.ERROR


def _years(sent: Submission) -> set[int]:
    """The years that a file may be of; none where nothing says so."""
    return {sent.year} if sent.year else {int(year) for year in _YEAR.findall(sent.file)}


class _Whose:
    """Tells whose a file is by what stands around it."""

    def __init__(self, register: Register) -> None:
        self._senders = Senders(register)
        names = {(bare(name), unit.id) for unit in register.units for name in (*unit.names, unit.id)}
        self._names = sorted((f" {name} ", unit) for name, unit in names if name)

    def unit(self, sent: Submission) -> str:
        """Return the one unit of a mailbox, or the one whose name or code stands whole in the path; else nothing. A name that
        only stands inside of a longer one is not there.
        """
        of_mailbox = self._senders.units_of(self._senders.of(sent))
        if len(of_mailbox) == 1:
            return next(iter(of_mailbox))
        path = f" {bare(sent.file.replace('/', ' ').replace('_', ' '))} "
        there = [(name, unit) for name, unit in self._names if name in path]
        units = {unit for name, unit in there if not any(name in other and name != other for other, _ in there)}
        return units.pop() if len(units) == 1 else ""
