"""Check: the findings of single files, without a run; a register, a letter's text and a paper's template are files like any other."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.pipeline.settings.own_letters import wording_files
from learnsoc_xlsx.pipeline.settings.own_papers import inbox_of, paper_files
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import Task, intake, items_of
from learnsoc_xlsx.pipeline.steps.register import REGISTER, said_of
from learnsoc_xlsx.pipeline.steps.rounds import rounds_of
from learnsoc_xlsx.pipeline.steps.settling import covers
from learnsoc_xlsx.pipeline.terms.terms import terms_of
from learnsoc_xlsx.stages.check.check import breaches_within, check
from learnsoc_xlsx.stages.check.in_order import in_order
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.settle.settle import settle

_NOMINATIONS = "nominations"


def inspect(files: Sequence[Path], passwords: Passwords = NO_PASSWORDS) -> list[Finding]:
    """Return every finding of these files that can be told from the files alone, in their order: of a register all that a
    run would say, of a return what no register is needed for, of a letter's text or a paper's template whether it can be used.
    """
    return [finding for path in files for finding in _inspected(path, passwords)]


def _inspected(path: Path, passwords: Passwords) -> list[Finding]:
    folder = path.parent
    items = items_of(folder, path.name, path, wording_files(folder) | _paper(path))
    batch = intake(Task(tuple(enumerate(items)), passwords))
    returns = [table for table in batch.tables if table.sheet.form != REGISTER]
    causes = Causes(batch.findings)
    accepted, findings = check(returns, breaches_within(returns, causes), batch.by_number, causes)
    of_registers = [finding for sent in _accepted(batch) if sent.form == REGISTER for finding in said_of(batch, sent)]
    whole = replace(batch, accepted=tuple(accepted), findings=(*batch.findings, *findings))
    of_returns = [finding for sent in _accepted(batch) if sent.form != REGISTER for finding in _alone(sent, whole)]
    placed = in_order([*batch.findings, *findings, *of_registers, *of_returns], batch.by_number)
    placed.sort(key=lambda finding: (finding.place, finding.code.code))
    return [replace(finding, place=replace(finding.place, file=_as_asked_for(path, finding))) for finding in placed]


def _paper(path: Path) -> dict[Path, Fault]:
    """What a run would say of the file if it is a template of a paper."""
    faults = {own.resolve(): fault for own, fault in paper_files(inbox_of(path)).items()}
    return {path: faults[path.resolve()]} if path.resolve() in faults else {}


def _accepted(batch: Batch) -> list[Submission]:
    return [sent for sent in batch.submissions if sent.status.counts]


def _alone(sent: Submission, batch: Batch) -> Iterator[Finding]:
    """What a run would say of a return by itself, whatever the register: of its cover, and of whom it nominates; nothing of
    what the commune fills in itself, which speaks of whom others name.
    """
    form = next(form for form in FORMS if form.id == sent.form)
    if form.of_the_commune:
        return
    unit, file = sent.unit or "?", Place(sent.file)
    cover = covers(batch.tables, {}).get(sent.number)
    name = (cover.unit_name if cover else None) or unit
    row = Unit(unit, form.unit_kinds[0], name, None, None, None, None, None, None, file)
    register = Register(sent.file, (), (row,), settings={"reports_since": sent.year})
    terms = terms_of(register, date(sent.year, 12, 31))
    own = tuple(table for table in batch.accepted if sent.number in table.layouts)
    alone = replace(batch, submissions=(replace(sent, unit=unit),), accepted=own)
    if any(table.sheet.id == _NOMINATIONS for table in own):
        yield from (finding for finding in rounds_of(alone, (), terms).findings if finding.submission == sent.number)
    if cover:
        stated = {sent.number: cover}
        _, of_cover = settle(alone.submissions, stated, register, FORMS, terms.calendar.last_day, terms.calendar.until)
        spoken_of = {finding.place for finding in batch.findings}
        yield from (one for one in of_cover if one.code is not Code.LATE and one.place not in spoken_of)


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
        "cells": finding.alike.ranges if finding.alike else None,
        "count": finding.size,
        "unit": finding.unit,
        "year": finding.year,
        "field": finding.field,
        "given": finding.given,
        "message": finding.message,
    }
