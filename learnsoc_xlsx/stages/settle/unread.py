"""Unread: which files that could not be read, or were refused, are likely the report that a unit seems to owe."""

from collections.abc import Iterable

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.returns.submissions import Astray

About = tuple[str, int]
"""A unit and a year."""


def unread(files: Iterable[Astray], gaps: Iterable[About]) -> dict[About, str]:
    """Return, of the reports that seem missing, the file that lies there in their place.

    Of which year it is, the file says; where it says two, it stands in the place of both, and where it says none, of the
    latest for which its unit owes.
    """
    owed: dict[str, list[int]] = {}
    for unit, year in gaps:
        owed.setdefault(unit, []).append(year)
    there: dict[About, str] = {}
    for file in filter(_is_shut, files):
        years = owed.get(file.unit, [])
        either = [year for year in years if year in (file.year, file.cover_year)]
        for year in either if file.year else sorted(years)[-1:]:
            there.setdefault((file.unit, year), file.sent.file)
    return there


def _is_shut(file: Astray) -> bool:
    """Whether a file was meant as a report and was not read as one: what only held others has no such fault."""
    fault = file.sent.refusal
    return file.sent.form != "register" and fault is not None and fault.code.severity is Severity.ERROR
