"""Seen: what lay in INBOX before a run began to read, so that what changed meanwhile is named and never taken for what was read."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.receive.unpack.folder import paths_in, shown

State = tuple[int, int, int] | None
"""The number of a file on its disk, its size in bytes and the time (ns) of its last change; None where it is not seen."""
_CHANGED, _GONE = "đã bị sửa", "không còn ở chỗ cũ"


@dataclass(frozen=True)
class Seen:
    """The state of every file that lay in INBOX at one moment."""

    states: Mapping[Path, State] = field(default_factory=dict)

    @staticmethod
    def of(inbox: Path) -> "Seen":
        """Look at every file of INBOX; nothing is opened."""
        return Seen({path: _state(path) for path in paths_in(inbox)})

    def changed(self, submissions: Iterable[Submission]) -> list[Finding]:
        """Return a finding for each file that was read and holds other bytes by now, or is there no more."""
        read = [sent for sent in submissions if sent.path in self.states and sent.member is None and _was_read(sent)]
        touched = [sent for sent in read if sent.path and _state(sent.path) != self.states[sent.path]]
        return [finding for sent in touched for finding in _change(sent)]

    def stirred(self, inbox: Path, submissions: Iterable[Submission]) -> tuple[str, ...]:
        """Return the names of the files that changed, or went, since they were read, and of those that came since."""
        came = sorted(shown(inbox, path) for path in paths_in(inbox) if path not in self.states)
        return (*(finding.place.file for finding in self.changed(submissions)), *came)


NOTHING_SEEN = Seen()


def _was_read(sent: Submission) -> bool:
    return sent.refusal is None or sent.refusal.code is not Code.OUT_OF_REACH


def _change(sent: Submission) -> Iterator[Finding]:
    now = _digest(sent.path) if sent.path else ""
    if now != sent.sha256:
        given = _CHANGED if now else _GONE
        yield Finding(Code.CHANGED_MEANWHILE, Place(sent.file), sent.number, given=given)


def _digest(path: Path) -> str:
    """The hash of a file; nothing where it is none any more, or is not handed over."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _state(path: Path) -> State:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns
