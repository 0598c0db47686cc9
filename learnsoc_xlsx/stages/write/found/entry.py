"""Entry: a finding as run.json has it, a person's own words left out."""

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.stages.write.found.discretion import Discretion

Json = dict[str, object]


def entry(finding: Finding, discretion: Discretion) -> Json:
    """Return a finding by the keys of docs/contract.md; one that stands in many cells with how many and which they are."""
    return {
        "code": finding.code.code,
        "severity": finding.severity.word,
        "file": finding.place.file,
        "sheet": finding.place.sheet or None,
        "cell": finding.place.cell or None,
        "cells": finding.alike.ranges if finding.alike else None,
        "count": finding.size,
        "unit": finding.unit or None,
        "year": finding.year or None,
        "field": finding.field or None,
        "given": None if discretion.is_needed(finding) else finding.given,
        "message": discretion.on(finding).message,
        "waived": finding.waived or None,
        "superseded": finding.superseded,
    }
