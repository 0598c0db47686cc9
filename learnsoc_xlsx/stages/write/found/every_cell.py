"""Every cell: all findings of a run, one cell a line, in a file beside run.json that may be long where run.json is not."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.found.discretion import Discretion
from learnsoc_xlsx.stages.write.found.entry import of_any_cell

NAME = "findings.jsonl"


def every_cell(run: Run, folder: Path) -> Iterator[tuple[str, ...]]:
    """Write every finding of a run as JSON lines under `folder`: each an entry as run.json has it, for one cell alone.

    Lines are forgotten as soon as they are written. Gives the path there.
    """
    discretion = Discretion(run)
    with (folder / NAME).open("wb", buffering=1 << 20) as file:
        file.writelines(line for finding in run.findings for line in _lines(finding, discretion))
    yield (NAME,)


def _lines(finding: Finding, discretion: Discretion) -> Iterable[bytes]:
    if finding.alike is None:
        return (_line(finding.place.cell or None, _rest(finding, discretion)),)
    alike = finding.alike
    rests: dict[int, bytes] = {}
    for row, number in zip(alike.rows, alike.numbers, strict=True):
        if number not in rests:
            rests[number] = _rest(finding.in_row(row), discretion)
    return (_line(f"{alike.column}{row}", rests[number]) for row, number in zip(alike.rows, alike.numbers, strict=True))


def _line(cell: str | None, rest: bytes) -> bytes:
    """A line; its keys are sorted as in run.json, so the cell comes first."""
    return b'{"cell":' + orjson.dumps(cell) + b"," + rest


def _rest(finding: Finding, discretion: Discretion) -> bytes:
    """What is the same in every cell in which the same was typed."""
    return orjson.dumps(of_any_cell(finding, discretion), option=orjson.OPT_SORT_KEYS)[1:] + b"\n"
