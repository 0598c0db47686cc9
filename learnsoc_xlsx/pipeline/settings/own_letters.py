"""The commune's own wording of its letters: INBOX/thu_tra_loi.txt and the like, laid there by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.settings.own_files import OwnFile, own_files
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, LONGEST_TEXT, REMINDER, SENDING

if TYPE_CHECKING:
    from learnsoc_xlsx.stages.reply.wording.wording import Wording
    from learnsoc_xlsx.stages.template.text.grammar import Flaw

_CALLED = {ANSWER: "thư trả lời", REMINDER: "thư nhắc", SENDING: "thư gửi mẫu"}


@dataclass(frozen=True)
class _Own:
    """A text of the commune's own: which it is, its file, and what it says or what is wrong with it."""

    name: str
    path: Path
    text: "str | Flaw"


def wording_of(inbox: Path) -> "Wording":
    """Return the wording of a commune's letters: its own texts, where they can be used. Raises Refusal for a broken index."""
    from learnsoc_xlsx.stages.reply.wording.wording import Wording  # what fills in texts takes a while to load

    return Wording({own.name: own.text for own in _own(inbox) if isinstance(own.text, str)})


def wording_files(inbox: Path) -> dict[Path, Fault]:
    """Return the files of INBOX that word letters, and what is said of each: that it is used, or why not. Raises as above."""
    return {own.path: _fault(own) for own in _own(inbox)}


def _own(inbox: Path) -> Iterator[_Own]:
    for file in (file for file in own_files(inbox, _CALLED, LONGEST_TEXT) if file.instead is None):
        yield _Own(file.name, file.path, _text(file))


def _text(file: OwnFile) -> "str | Flaw":
    from learnsoc_xlsx.stages.reply.wording.wording import text_in
    from learnsoc_xlsx.stages.template.text.grammar import Flaw

    return Flaw(0, "tệp không mở ra đọc được") if file.data is None else text_in(file.name, file.data)


def _fault(own: _Own) -> Fault:
    called = _CALLED[own.name]
    if isinstance(own.text, str):
        return Fault(Code.OWN_WORDING, called)
    line = f"dòng {own.text.line}: " if own.text.line else ""
    return Fault(Code.BAD_WORDING, called, other=line + own.text.words)
