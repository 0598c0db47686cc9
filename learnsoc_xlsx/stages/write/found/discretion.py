"""Discretion: what stands in fields about persons is not repeated in run.json, which says where it stands."""

from dataclasses import replace

from learnsoc_xlsx.model.findings.finding import NOBODY, Finding
from learnsoc_xlsx.model.returns.differences import Difference, Side
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.vietnamese.names import without_names

_REGISTER = "register"


class Discretion:
    """Knows of a run which field of which form is about a person."""

    def __init__(self, run: Run) -> None:
        self._forms = {sent.number: sent.form for sent in run.submissions} | {NOBODY: _REGISTER}
        fields = ((form.id, field) for form in run.forms for sheet in form.sheets for field in sheet.asked)
        self._personal = frozenset((form, field.id) for form, field in fields if field.personal)

    def is_needed(self, finding: Finding) -> bool:
        """Whether a finding may repeat what is said of a person: by its field, by its kind, or by what was typed in any field."""
        form = self._forms.get(finding.submission, "")
        return finding.code.of_people or (form, finding.field) in self._personal or _quotes_somebody(finding)

    def on(self, finding: Finding) -> Finding:
        """Return a finding without what it repeats where that may be of a person, and without who accepted it."""
        discreet = replace(finding, waived=without_names(finding.waived), waived_by="")
        return discreet.without_quotes if self.is_needed(finding) else discreet


def _quotes_somebody(finding: Finding) -> bool:
    """Whether what was typed in some cell, as where a list was pasted a column too far, is the name of a person."""
    sayings = (finding, *(finding.alike.sayings if finding.alike else ()))
    quoted = {str(getattr(saying, word)) for saying in sayings for word in finding.code.quotes}
    return any(without_names(text) != text for text in quoted)


def subject_of(difference: Difference) -> str | None:
    """Return whose record differs, where that is no person."""
    return None if difference.sheet.subject.personal else difference.subject or None


def shows(difference: Difference, side: Side) -> bool:
    """Whether the values of a difference may be shown; a place is there in any case."""
    is_personal = difference.field is not None and difference.field.personal
    return side.place is not None and not is_personal and without_names(side.typed) == side.typed
