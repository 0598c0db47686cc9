"""Entry: a finding as run.json has it, a person's own words left out."""

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.stages.write.found.discretion import Discretion

Json = dict[str, object]


def entry(finding: Finding, discretion: Discretion) -> Json:
    """Return a finding by the keys of docs/contract.md; one that stands in many cells with how many and which they are."""
    return {
        "cell": finding.place.cell or None,
        "cells": finding.alike.ranges if finding.alike else None,
        "count": finding.size,
        **of_any_cell(finding, discretion),
    }


def of_any_cell(finding: Finding, discretion: Discretion) -> Json:
    """Return what an entry says of a finding, but for in how many cells it stands and which they are."""
    is_personal, discreet = discretion.is_needed(finding), discretion.on(finding)
    return {
        "code": finding.code.code,
        "severity": finding.severity.word,
        "file": finding.place.file,
        "sheet": finding.place.sheet or None,
        "unit": finding.unit or None,
        "year": finding.year or None,
        "field": finding.field or None,
        "given": None if is_personal else finding.given,
        "message": discreet.message,
        "waived": discreet.waived or None,
        "superseded": finding.superseded,
    }
