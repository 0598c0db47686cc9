"""The commune's own wording of its letters: INBOX/thu_tra_loi.txt and INBOX/thu_nhac.txt, laid there by itself.

Only a file of the folder itself is one: never what lies in an archive or a message, nor what came by mail.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.stages.fetch.index import read_index
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.reply.wording.example import ANSWER, REMINDER
from learnsoc_xlsx.stages.reply.wording.wording import LONGEST_TEXT, Wording, text_in
from learnsoc_xlsx.stages.template.text.grammar import Flaw

_CALLED = {ANSWER: "thư trả lời", REMINDER: "thư nhắc"}


@dataclass(frozen=True)
class _Own:
    """A text of the commune's own: which it is, its file, and what it says or what is wrong with it."""

    name: str
    path: Path
    text: str | Flaw


def wording_of(inbox: Path) -> Wording:
    """Return the wording of a commune's letters: its own texts, where they can be used. Raises Refusal for a broken index."""
    return Wording({own.name: own.text for own in _own(inbox) if isinstance(own.text, str)})


def wording_files(inbox: Path) -> dict[Path, Fault]:
    """Return the files of INBOX that word letters, and what is said of each: that it is used, or why not. Raises as above."""
    return {own.path: _fault(own) for own in _own(inbox)}


def _own(inbox: Path) -> Iterator[_Own]:
    mailed = {kept.sha256 for entry in read_index(inbox) for kept in entry.kept}
    left = set(_CALLED)
    for path in sorted(inbox.iterdir()):
        name = path.name.casefold()
        if name in left and path.is_file():
            try:
                data = _beginning(path)
            except OSError:
                left.remove(name)
                yield _Own(name, path, Flaw(0, "tệp không mở ra đọc được"))
                continue
            if hashlib.sha256(data).hexdigest() not in mailed:
                left.remove(name)
                yield _Own(name, path, text_in(name, data))


def _beginning(path: Path) -> bytes:
    """As much of a file as shows whether it is too long."""
    with path.open("rb") as file:
        return file.read(LONGEST_TEXT + 1)


def _fault(own: _Own) -> Fault:
    called = _CALLED[own.name]
    if isinstance(own.text, str):
        return Fault(Code.OWN_WORDING, called)
    line = f"dòng {own.text.line}: " if own.text.line else ""
    return Fault(Code.BAD_WORDING, called, other=line + own.text.words)
