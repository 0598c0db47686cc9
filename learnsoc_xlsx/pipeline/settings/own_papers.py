"""The commune's own Word templates: INBOX/to_trinh.docx and the like, or in INBOX/mau_van_ban, in place of those shipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.settings.own_files import own_files
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.write.papers.judging import LONGEST, judged
from learnsoc_xlsx.stages.write.papers.papers import words_of

FOLDER = "mau_van_ban"
"""Where templates are printed to, and may lie among the returns."""
_OUT_OF_REACH = "tệp không mở ra đọc được"
_CALLED = {paper.template: paper for paper in PAPERS}


@dataclass(frozen=True)
class _OwnPaper:
    """A template of the commune's own: which, its file, its bytes, and what is wrong with it (empty: nothing)."""

    template: str
    path: Path
    data: bytes
    flaw: str


def templates_of(inbox: Path) -> dict[str, bytes]:
    """Return the template of every paper: the commune's own where it can be used, else the one shipped."""
    own = {one.template: one.data for one in _own(inbox) if not one.flaw}
    return {template: own.get(template) or shipped(template) for template in _CALLED}


def paper_files(inbox: Path) -> dict[Path, Fault]:
    """Return the files of INBOX that are templates of papers, and what is said of each: that it is used, or why not."""
    return {one.path: _fault(one) for one in _own(inbox)}


def _own(inbox: Path) -> Iterator[_OwnPaper]:
    for file in own_files(inbox, _CALLED, LONGEST, FOLDER):
        data = file.data or b""
        flaw = _OUT_OF_REACH if file.data is None else judged(data, words_of(_CALLED[file.name].occasion))
        yield _OwnPaper(file.name, file.path, data, flaw)


def _fault(own: _OwnPaper) -> Fault:
    called = f"văn bản “{_CALLED[own.template].title}”"
    return Fault(Code.BAD_PAPER, called, other=own.flaw) if own.flaw else Fault(Code.OWN_WORDING, called)
