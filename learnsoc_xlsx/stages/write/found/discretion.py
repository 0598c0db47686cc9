"""Discretion: what stands in fields about persons is not repeated in run.json, which says where it stands."""

from learnsoc_xlsx.model.findings.finding import NOBODY, Finding
from learnsoc_xlsx.model.returns.differences import Difference, Side
from learnsoc_xlsx.model.run import Run

_REGISTER = "register"


class Discretion:
    """Knows of a run which field of which form is about a person."""

    def __init__(self, run: Run) -> None:
        self._forms = {sent.number: sent.form for sent in run.submissions} | {NOBODY: _REGISTER}
        fields = ((form.id, field) for form in run.forms for sheet in form.sheets for field in sheet.asked)
        self._personal = frozenset((form, field.id) for form, field in fields if field.personal)

    def is_needed(self, finding: Finding) -> bool:
        """Whether a finding may repeat what is said of a person."""
        form = self._forms.get(finding.submission, "")
        return finding.code.of_people or (form, finding.field) in self._personal

    def on(self, finding: Finding) -> Finding:
        """Return a finding, without what it repeats where that may be of a person."""
        return finding.without_quotes if self.is_needed(finding) else finding


def subject_of(difference: Difference) -> str | None:
    """Return whose record differs, where that is no person."""
    return None if difference.sheet.subject.personal else difference.subject or None


def shows(difference: Difference, side: Side) -> bool:
    """Whether the values of a difference may be shown; a place is there in any case."""
    return side.place is not None and not (difference.field and difference.field.personal)
