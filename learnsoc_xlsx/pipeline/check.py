"""Inspect: the findings of single files, without a register and without a run."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.checks import spoken_of
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.stages.check.look_back import look_back
from learnsoc_xlsx.stages.check.recount import recount
from learnsoc_xlsx.stages.check.validate import validate
from learnsoc_xlsx.stages.receive.unlock import Passwords
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack

_NO_PASSWORDS = Passwords()


def inspect(files: Sequence[Path], passwords: Passwords = _NO_PASSWORDS) -> list[Finding]:
    """Return every finding of these files that can be told from the files alone, in their order."""
    findings: list[Finding] = []
    for path in files:
        batch = intake(Task(tuple(enumerate(unpack(path.parent, path))), passwords))
        by_number = {each.number: each for each in batch.submissions}
        tables = [Table(normal.sheet, normal.rows, normal.layouts) for normal in batch.tables]
        known = spoken_of(batch.findings, tables)
        checked = [validate(table, by_number, known) for table in tables]
        said = [*batch.findings, *(each for _, found in checked for each in found)]
        accepted = [table for table, _ in checked]
        said += recount(tables, accepted, by_number, said)
        said += look_back(accepted, by_number, said)
        said.sort(key=lambda each: (each.place, each.code.code))
        findings += [replace(each, place=replace(each.place, file=_told(path, each))) for each in said]
    return findings


def _told(path: Path, finding: Finding) -> str:
    """The file as it was asked for, and what is inside of it."""
    _, within, member = finding.place.file.partition(WITHIN)
    return f"{path}{within}{member}"


def shown(findings: Sequence[Finding], how: str) -> str:
    """Render findings for a person ("text") or as the findings of run.json ("json")."""
    if how == "json":
        return json.dumps([_record(each) for each in findings], ensure_ascii=False, indent=1, sort_keys=True)
    if not findings:
        return "Không có điểm nào cần sửa."
    return "\n".join(f"{each.severity.sign} {each.place}: {each.message} [{each.code.code}]" for each in findings)


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
