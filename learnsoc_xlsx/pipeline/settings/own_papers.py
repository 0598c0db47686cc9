"""The commune's own Word templates: INBOX/to_trinh.docx and the like, or in INBOX/mau_van_ban, in place of those shipped.

Of two of one name the one in INBOX itself is used, and the other is told that it is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.settings.own_files import OwnFile, lying, own_files
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.write.papers.own.soundness import LONGEST
from learnsoc_xlsx.vietnamese.near import nearest

FOLDER = "mau_van_ban"
"""Where templates are printed to, and may lie among the returns."""
GUIDE = "Cac_tu_dung_trong_mau.txt"
"""What is printed beside them: the words that they may use."""
_OUT_OF_REACH = "tệp không mở ra đọc được"
_CALLED = {paper.template: paper for paper in PAPERS}
_STEMS = {template.removesuffix(".docx") for template in _CALLED}
_OF_WORD = (".docx", ".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf")
_LOCKS = ("~$", ".~lock.")


@dataclass(frozen=True)
class _OwnPaper:
    """A template of the commune's own that is to be used: which, its file, its bytes, and what is wrong with it (or nothing)."""

    template: str
    path: Path
    data: bytes
    flaw: str


def templates_of(inbox: Path) -> dict[str, bytes]:
    """Return the template of every paper: the commune's own where it can be used, else the one shipped."""
    own = {one.template: one.data for one in map(_judged, _used(inbox)) if not one.flaw}
    return {template: own.get(template) or shipped(template) for template in _CALLED}


def paper_files(inbox: Path) -> dict[Path, Fault]:
    """Return the files of INBOX that are templates of papers, or were meant to be, and what is said of each: that it is used,
    or why not.
    """
    doubles = {one.path: _idle(one) for one in own_files(inbox, _CALLED, LONGEST, FOLDER) if one.instead}
    return _misnamed(inbox) | doubles | {one.path: _fault(one) for one in map(_judged, _used(inbox))}


def inbox_of(path: Path) -> Path:
    """Return the folder of returns in which a template would lie here."""
    folder = path.resolve().parent
    return folder.parent if folder.name.casefold() == FOLDER else folder


def _used(inbox: Path) -> Iterator[OwnFile]:
    return (one for one in own_files(inbox, _CALLED, LONGEST, FOLDER) if one.instead is None)


def _judged(file: OwnFile) -> _OwnPaper:
    data = file.data or b""
    flaw = _OUT_OF_REACH if file.data is None else _flaw(file.name, data)
    return _OwnPaper(file.name, file.path, data, flaw)


@lru_cache(maxsize=2 * len(_CALLED))
def _flaw(template: str, data: bytes) -> str:
    """What is wrong with a template; nothing is with one as shipped. Judged once: a run asks before it reads and when it writes."""
    if data == shipped(template):
        return ""
    from learnsoc_xlsx.stages.write.papers.own.judging import judged  # what reads Word files takes a while to load
    from learnsoc_xlsx.stages.write.papers.words.words import words_of

    return judged(data, words_of(_CALLED[template].occasion))


def _fault(own: _OwnPaper) -> Fault:
    called = _title(own.template)
    return Fault(Code.BAD_PAPER, called, other=own.flaw) if own.flaw else Fault(Code.OWN_WORDING, called)


def _title(template: str) -> str:
    return f"văn bản “{_CALLED[template].title}”"


def _idle(own: OwnFile) -> Fault:
    assert own.instead is not None, "only of what is not used"
    used = (
        own.instead.name if own.instead.parent == own.path.parent else f"{own.instead.parent.name}/{own.instead.name}"
    )
    given = f"mẫu {_title(own.name)} đã lấy ở “{used}”"
    return Fault(Code.IDLE_PAPER, given, other="Hãy giữ lại một tệp, xóa tệp kia")


def _misnamed(inbox: Path) -> dict[Path, Fault]:
    """The files that bear no template's name, where one is looked for: the guide, other names, other kinds of file."""
    strange = {path: fault for path in lying(inbox, FOLDER) if (fault := _strange(path, inbox))}
    names = {path.name.casefold() for path in strange}
    laid = {own.path for own in own_files(inbox, names, LONGEST, FOLDER)}
    return {path: fault for path, fault in strange.items() if path in laid}


def _strange(path: Path, inbox: Path) -> Fault | None:
    if path.name.casefold() in _CALLED or path.name.startswith(_LOCKS):
        return None
    if path.name.casefold() == GUIDE.casefold():
        return Fault(Code.OWN_OUTPUT)
    stem = path.stem.casefold()
    if path.suffix.casefold() not in _OF_WORD or (path.parent == inbox and stem not in _STEMS):
        return None
    if stem in _STEMS:
        return Fault(Code.IDLE_PAPER, "tệp không có đuôi .docx", other=f"Hãy mở bằng Word, lưu lại thành “{stem}.docx”")
    near = nearest(stem.replace("_", " "), [one.replace("_", " ") for one in sorted(_STEMS)])
    like = f"“{near.replace(' ', '_')}.docx”" if near else "tên của mẫu có sẵn, ví dụ “to_trinh.docx”"
    return Fault(
        Code.IDLE_PAPER, "không có văn bản nào dùng mẫu mang tên này", other=f"Hãy đổi tên thành {like}, hoặc xóa tệp"
    )
