"""Since: what differs between the last run in a folder, by its run.json, and this one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from learnsoc_xlsx import __version__
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.changes import Cause, Changes, Record, Remark, RunMark, Why
from learnsoc_xlsx.stages.write.changes.decisions import decision_changes
from learnsoc_xlsx.stages.write.changes.figures import figure_changes
from learnsoc_xlsx.stages.write.changes.findings import finding_changes
from learnsoc_xlsx.stages.write.changes.inputs.came import Came, return_changes, with_council
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import REGISTER, differing, register_rows
from learnsoc_xlsx.stages.write.changes.last_run import (
    Entries,
    NotComparable,
    RecordedRun,
    apart,
    record_of,
    recorded_run,
)
from learnsoc_xlsx.stages.write.changes.read_back import (
    came_of,
    conclusion_of,
    figure_of,
    kind_of,
    named,
    place_of,
    remark_of,
    row_of,
    text_of,
    verdict_of,
)
from learnsoc_xlsx.stages.write.changes.verdicts import verdict_changes
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of

Word = TypeVar("Word")
_FOREIGN = "Lần chạy trước trong thư mục này là của {name}, không phải của xã này, nên không so sánh."
_SAMPLE = "Lần chạy trước trong thư mục này là số liệu mẫu của xã hư cấu, nên không so sánh."
_NO_SAMPLE = "Lần chạy trước trong thư mục này là số liệu thật, lần này là số liệu mẫu, nên không so sánh."
_NO_ROWS = "Lần chạy trước chưa ghi nội dung danh bạ, nên không nêu được mục nào của danh bạ đã đổi."


def changes_since(path: Path, run: Run, own: Path) -> Changes | None:
    """Compare a run, whose run.json lies at `own`, with the last one, whose run.json lies at `path`.

    None where there was none. What cannot be compared says so in one sentence. Two that are the same are not looked into.
    """
    if path.is_file() and digest_of(path) == digest_of(own):
        mark = RunMark(digest_of(own), run.as_of, __version__)
        return Changes(mark, mark)
    try:
        was = recorded_run(path)
    except NotComparable as why:
        return Changes(_recorded(own).mark, refusal=str(why))
    if was is None:
        return None
    now = _ThisRun(run, _recorded(own))
    try:
        return _compared(was, now)
    except NotComparable as why:
        return Changes(now.mark, refusal=str(why))


def _recorded(own: Path) -> RecordedRun:
    recorded = recorded_run(own)
    assert recorded is not None, "a run is recorded before it is compared"
    return recorded


@dataclass(frozen=True)
class _ThisRun:
    """The run that is being written, and its run.json."""

    run: Run
    recorded: RecordedRun

    @property
    def mark(self) -> RunMark:
        return self.recorded.mark

    def entries(self, name: str) -> list[Record]:
        return self.recorded.entries(name, lambda record: record)


def _compared(was: RecordedRun, now: _ThisRun) -> Changes:
    units = dict(was.entries("units", named))
    if stranger := _stranger(was, now, units):
        return Changes(now.mark, was.mark, refusal=stranger)
    inputs = _inputs(was, now)
    figures = _sides(was, now, "figures", figure_of, lambda at, _: now.run.figures[at])
    remarks = _sides(was, now, "findings", remark_of, lambda at, line: _as_read(line, now.run.findings[at]))
    verdicts = _sides(was, now, "verdicts", verdict_of, lambda at, _: now.run.verdicts[at])
    decided = _sides(was, now, "decided", conclusion_of, lambda _, line: record_of(line))
    moved = verdict_changes(*verdicts, inputs)
    lacks_rows = "register" not in was.lists and bool(inputs.register)
    return Changes(
        now.mark,
        was.mark,
        note=_NO_ROWS if lacks_rows else "",
        causes=inputs.all,
        figures=tuple(figure_changes(*figures, inputs)),
        verdicts=moved,
        findings=tuple(finding_changes(_counted(remarks[0]), _counted(remarks[1]), inputs)),
        decisions=tuple(decision_changes(*decided, moved, inputs)),
        names=units | dict(was.entries("rounds", named)),
    )


def _sides(
    was: RecordedRun, now: _ThisRun, name: str, make: Callable[[Record], Word], own: Callable[[int, bytes], Word]
) -> tuple[list[Word], list[Word]]:
    """What differs in a list, as it was and as it is; `own` gives an entry of this run by its position and line."""
    none = Entries(Path())
    gone, arrived = apart(was.lists.get(name, none), now.recorded.lists.get(name, none))
    return was.at(name, gone, make), list(map(own, arrived, now.recorded.lines(name, arrived)))


def _stranger(was: RecordedRun, now: _ThisRun, units: Mapping[str, str]) -> str:
    """Say whose the last run was, where it was not this commune's."""
    if was.is_sample != now.run.sample:
        return _SAMPLE if was.is_sample else _NO_SAMPLE
    communes = dict(was.entries("units", kind_of))
    mine = {one["id"]: one["name"] for one in now.entries("units")}
    commune = communes.get("commune", "")
    if commune and (commune not in mine or not units.items() & mine.items()):
        return _FOREIGN.format(name=units[commune])
    return ""


# Findings


def _as_read(line: bytes, finding: Finding) -> Remark:
    """A finding of this run: the officer reads all that it says."""
    return replace(remark_of(record_of(line)), shown=finding.message)


def _counted(remarks: Iterable[Remark]) -> list[Remark]:
    """The findings that count in totals."""
    return [one for one in remarks if one.is_counted]


# What went in


def _inputs(was: RecordedRun, now: _ThisRun) -> Inputs:
    before, after = was.entries("submissions", came_of), [came_of(one) for one in now.entries("submissions")]
    forms = (form for form in now.run.forms if form.id == REGISTER)
    return Inputs(
        tuple(
            with_council(
                return_changes(before, after), {*was.entries("decided", _file), *map(_file, now.entries("decided"))}
            )
        ),
        tuple(_register(was, now, _registers(before) != _registers(after))),
        tuple(_others(was, now)),
        frozenset(one.file for one in (*before, *after) if one.is_register),
        {sheet.name: sheet.id for form in forms for sheet in form.sheets},
    )


def _registers(files: Iterable[Came]) -> set[str]:
    return {one.sha256 for one in files if one.is_register}


def _file(record: Record) -> str:
    return place_of(record).file


def _register(was: RecordedRun, now: _ThisRun, is_other: bool) -> Iterator[Cause]:
    """The rows of the register that differ; where the last run recorded none, that it is another file."""
    file = now.run.register.file
    if "register" in was.lists:
        yield from differing(was.entries("register", row_of), register_rows(now.run.tables), file)
    elif is_other:
        yield Cause(Why.REGISTER, file)


def _others(was: RecordedRun, now: _ThisRun) -> Iterator[Cause]:
    """The law, the program and the day, as far as they differ."""
    if was.mark.version != now.mark.version:
        yield Cause(Why.PROGRAM, was=was.mark.version, now=now.mark.version)
    if was.mark.as_of != now.mark.as_of:
        yield Cause(Why.DAY, was=was.mark.as_of.isoformat(), now=now.mark.as_of.isoformat())
    before = dict(was.entries("law", text_of))
    after = dict(map(text_of, now.entries("law")))
    for name in dict.fromkeys((*after, *before)) if before else ():
        if before.get(name) != after.get(name):
            yield Cause(Why.LAW, key=name, was=name in before, now=name in after)
