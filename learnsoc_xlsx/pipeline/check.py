"""Check: the findings of single files, without a register and without a run."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.stages.check.check import check
from learnsoc_xlsx.stages.check.in_order import in_order
from learnsoc_xlsx.stages.receive.unlock import Passwords
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack

_NO_PASSWORDS = Passwords()


def inspect(files: Sequence[Path], passwords: Passwords = _NO_PASSWORDS) -> list[Finding]:
    """Return every finding of these files that can be told from the files alone, in their order."""
    return [finding for path in files for finding in _inspected(path, passwords)]


def _inspected(path: Path, passwords: Passwords) -> list[Finding]:
    batch = intake(Task(tuple(enumerate(unpack(path.parent, path))), passwords))
    _, findings = check(batch.tables, batch.by_number, Causes(batch.findings))
    placed = in_order([*batch.findings, *findings], batch.by_number)
    placed.sort(key=lambda finding: (finding.place, finding.code.code))
    return [replace(finding, place=replace(finding.place, file=_as_asked_for(path, finding))) for finding in placed]


def _as_asked_for(path: Path, finding: Finding) -> str:
    """The file as it was asked for, and what is inside of it."""
    _, within, member = finding.place.file.partition(WITHIN)
    return f"{path}{within}{member}"


def rendered(findings: Sequence[Finding], how: str) -> str:
    """Render findings for a person ("text") or as the findings of run.json ("json")."""
    if how == "json":
        return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=1, sort_keys=True)
    if not findings:
        return "Không có điểm nào cần sửa."
    return "\n".join(
        f"{finding.severity.sign} {finding.place}: {finding.message} [{finding.code.code}]" for finding in findings
    )


def _record(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code.code,
        "severity": finding.severity.word,
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "unit": finding.unit,
        "year": finding.year,
        "field": finding.field,
        "given": finding.given,
        "message": finding.message,
    }
