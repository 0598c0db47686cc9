"""Astray: files that count for nobody, and the unit whose report each may be, so that nobody is told that nothing came.

A file that came from a unit's own mailbox was sent by that unit. One whose name, or whose cover, comes near a unit's name may
be its report: that is for the officer to see, and never said to a unit as a fact.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property

from learnsoc_xlsx.messages.senders import Senders
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Astray, Status, Submission
from learnsoc_xlsx.vietnamese.dates import VIETNAM
from learnsoc_xlsx.vietnamese.letters import bare
from learnsoc_xlsx.vietnamese.near import nearest

_NO_REPORTS = frozenset({
    Code.LOCK_FILE, Code.SYSTEM_FILE, Code.OWN_OUTPUT, Code.OWN_WORDING, Code.BAD_WORDING, Code.BAD_PAPER,
    Code.IDLE_PAPER, Code.UNPACKED, Code.REGISTER_BY_MAIL, Code.OLDER_REGISTER, Code.OF_THE_PROGRAM, Code.LINKED,
})  # fmt: skip
"""What is said of files that are no reports, and of those whose inside is looked at file by file."""
_ON_COVERS = frozenset({Code.UNKNOWN_UNIT, Code.UNIT_NOT_TOLD, Code.COVER_OF_ANOTHER})
"""What is said of a return whose cover names somebody."""
_FIRST_WEEKS = timedelta(weeks=9)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def astray(submissions: Sequence[Submission], register: Register) -> list[Astray]:
    """Return every file that may be somebody's report, and counts for nobody, in their order."""
    names = _Names(register)
    senders = Senders(register)
    lost = (sent for sent in submissions if sent.refusal and not sent.status.counts and _may_be_a_report(sent))
    files = (_astray(sent, names, senders) for sent in lost)
    return [one for one in files if one.sender or one.near]


def _astray(sent: Submission, names: "_Names", senders: Senders) -> Astray:
    named = names.named(sent)
    return Astray(sent, senders.owner(sent), named, named | set(names.near(sent)), _year(sent), _cover_year(sent))


def _may_be_a_report(sent: Submission) -> bool:
    return sent.refusal is not None and sent.refusal.code not in _NO_REPORTS and sent.status is not Status.SUPERSEDED


def _year(sent: Submission) -> int:
    """The year of the stamp, else the last one that the file's name says, else that in which its message came: the first
    weeks of a year still bring reports of the one before.
    """
    years = _YEAR.findall(sent.file)
    if sent.year or years:
        return sent.year or int(years[-1])
    return (sent.mail.received.astimezone(VIETNAM) - _FIRST_WEEKS).year if sent.mail else 0


def _cover_year(sent: Submission) -> int:
    """The year that a return's cover says, where it is not that of the stamp: the report of either it may be."""
    return int(sent.refusal.given) if sent.refusal and sent.refusal.code is Code.OTHER_YEAR else 0


class _Names:
    """The names of the units of a register, as they stand in the names of files."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def named(self, sent: Submission) -> frozenset[str]:
        """Return the units that a file's own name, or its folder, names."""
        return frozenset(self._in(_plain(sent.file)))

    def near(self, sent: Submission) -> Iterator[str]:
        """Yield the units that a file may be of, after its stamp and, where it has a cover, the name there."""
        if sent.refusal and sent.refusal.code in _ON_COVERS:
            given = sent.refusal.given
            close = nearest(given, self._ids)
            yield from self._ids.get(close, ()) if close else ()
            yield from self._in(_plain(given))
        if sent.unit in {unit.id for unit in self._register.units}:
            yield sent.unit

    def _in(self, text: str) -> set[str]:
        """The units that a text names in whole words, as a name or by their code; of two names, one in the other, the longer."""
        padded = f" {text} "
        there = {name for name in self._words if f" {name} " in padded}
        longest = {name for name in there if not any(f" {name} " in f" {other} " for other in there - {name})}
        return {unit for name in longest for unit in self._words[name]}

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        ids: dict[str, set[str]] = {}
        for unit in self._register.units:
            for name in unit.names:
                ids.setdefault(name, set()).add(unit.id)
        return ids

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        words: dict[str, set[str]] = {}
        for unit in self._register.units:
            for name in (*unit.names, unit.id):
                words.setdefault(_plain(name), set()).add(unit.id)
        return {name: units for name, units in words.items() if len(name) > 2 or any(char.isdigit() for char in name)}


def _plain(text: str) -> str:
    """Words without diacritics, whatever signs stand between them."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare(text)).split())
