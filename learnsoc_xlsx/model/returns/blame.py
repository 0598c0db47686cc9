"""Blame: a finding at a place of a return."""

from dataclasses import replace

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission


def blame(submission: Submission, code: Code, place: Place, **words: str) -> Finding:
    """Return a finding in a submission; `words` are what its sentence names."""
    about = Finding(code, place, submission=submission.number, unit=submission.unit, year=submission.year)
    return replace(about, **words)  # type: ignore[arg-type]


def of_return(submission: Submission, finding: Finding) -> Finding:
    """Return a finding as one of a return, under the unit and year that it was settled on."""
    return replace(finding, submission=submission.number, unit=submission.unit, year=submission.year)
