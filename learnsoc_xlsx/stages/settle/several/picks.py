"""Picks: which file the register lets count for a unit and year, found among the files by its name as people copy it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import NOBODY, Finding
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.model.register import Pick, Register
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.vietnamese.letters import clean

_NAMED = 5

About = tuple[str, int]
"""A unit and a year."""


@dataclass(frozen=True)
class Picked:
    """The file that counts for a unit and year, and who decided so and why."""

    number: int
    reason: str


def picked(submissions: Sequence[Submission], register: Register) -> tuple[dict[About, Picked], list[Finding]]:
    """Find the file of every pick among the returns, and say at the register's cell which pick names none (D33).

    A file is named by its path under INBOX, or by the end of that path where no other file ends so. Of two picks for
    one unit and year the first is taken; the second has its finding as a repeated row.
    """
    picks: dict[About, Picked] = {}
    findings: list[Finding] = []
    units = {unit.id for unit in register.units}
    for pick in register.picks:
        about = (pick.unit, pick.year)
        if about in picks or pick.unit not in units:
            continue
        named = _named(pick.file, submissions)
        fault = _fault(pick, named, submissions)
        if fault:
            findings.append(_unused(pick, fault, register, submissions))
        else:
            picks[about] = Picked(named[0].number, f"{pick.reason} ({pick.by})")
    return picks, findings


def _named(file: str, submissions: Iterable[Submission]) -> list[Submission]:
    """The files of a name: the one with that very path, else those whose path reads so, else all those whose path ends so."""
    wanted = _plain(file)
    paths = {sent.number: _plain(sent.file) for sent in submissions}
    same = [sent for sent in submissions if sent.file == file]
    whole = same or [sent for sent in submissions if paths[sent.number] == wanted]
    return whole or [sent for sent in submissions if paths[sent.number].endswith(f"/{wanted}")]


def _plain(file: str) -> str:
    """A path as it is compared: however its accents, slashes and quotes were copied."""
    path = clean(file).strip("“”\"'").replace("\\", "/").replace(clean(WITHIN), "/")
    return "/".join(part.strip() for part in path.removeprefix("./").split("/")).casefold()


def _fault(pick: Pick, named: Sequence[Submission], submissions: Sequence[Submission]) -> str:
    """Why a pick cannot be followed, as the middle of its sentence; nothing when it can."""
    if not named:
        files = [f"“{sent.file}”" for sent in submissions if (sent.unit, sent.year) == (pick.unit, pick.year)]
        return "không có tệp nào mang tên ấy" + (f" (đơn vị đã gửi: {'; '.join(files[:_NAMED])})" if files else "")
    if len(named) > 1:
        return f"có {len(named)} tệp mang tên ấy ({'; '.join(f'“{sent.file}”' for sent in named)})"
    (one,) = named
    if not one.status.counts:
        return f"tệp ấy không nhận được ({one.status.label.lower()})"
    if (one.unit, one.year) != (pick.unit, pick.year):
        return f"tệp ấy là của đơn vị mã {one.unit or '(không rõ)'}, năm {one.year}"
    return ""


def _unused(pick: Pick, fault: str, register: Register, submissions: Iterable[Submission]) -> Finding:
    own: Mapping[str, int] = {sent.file: sent.number for sent in submissions}
    place = pick.place or Place(register.file)
    about = f"đơn vị mã {pick.unit}, năm {pick.year}"
    number = own.get(register.file, NOBODY)
    return Finding(Code.PICK_UNUSED, place, number, "file", given=pick.file, expected=about, other=fault)
