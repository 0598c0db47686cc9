"""A mutation: what is done to a faultless return, and all that it must cause."""

from dataclasses import dataclass
from enum import Enum

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Form, SheetKind
from tests.mutations.changes import Change
from tests.mutations.judge import Judged, Said, Value
from tests.mutations.paper import FILE, At, Span, field_of, place, sheet_of
from tests.mutations.returns import FORMS

EVERY = FORMS
VILLAGE = ("village",)
WITH_PEOPLE = ("village", "school", "department", "enterprise")


@dataclass(frozen=True)
class Mutation:
    """Do `changes`; there must be the finding `code` at `at` (None: no finding), and no other but `beside`.

    `loses` are the places whose values may then differ from those of the faultless return; all others may not.
    """

    name: str
    changes: tuple[Change, ...]
    code: Code | None = None
    at: At = FILE
    forms: tuple[str, ...] = EVERY
    loses: tuple[At, ...] = ()
    beside: tuple[tuple[Code, At], ...] = ()

    def expected(self, form: Form) -> tuple[Said, ...]:
        """The findings that must be there, and no others."""
        told = [(self.code, self.at), *self.beside] if self.code else []
        return tuple(sorted((code.code, *place(form, at)) for code, at in told))


class Fault(Enum):
    """How the program may fail a mutation."""

    SILENT = "passed in silence"
    MISPLACED = "blamed on the wrong cell"
    OTHER = "other findings"
    FIGURES = "other figures changed"


def fault(mutation: Mutation, form: Form, before: Judged, after: Judged) -> Fault | None:
    """Return how what came out differs from what the mutation declares."""
    expected = mutation.expected(form)
    if after.findings != expected:
        if not after.findings:
            return Fault.SILENT
        same = sorted(code for code, *_ in after.findings) == sorted(code for code, *_ in expected)
        return Fault.MISPLACED if same else Fault.OTHER
    astray = [
        key for key in changed(before, after) if not any(_lies_in(key, at, form, before) for at in mutation.loses)
    ]
    return Fault.FIGURES if astray else None


def changed(before: Judged, after: Judged) -> set[Value]:
    """Return which values differ, or are in one return only."""
    both = before.values.keys() | after.values.keys()
    return {key for key in both if before.values.get(key, "absent") != after.values.get(key, "absent")}


def _lies_in(key: Value, at: At, form: Form, before: Judged) -> bool:
    if at.span is Span.FILE:
        return True
    sheet = sheet_of(form, at.sheet)
    if key[0] != sheet.id or at.span is Span.SHEET:
        return key[0] == sheet.id
    if at.span is not Span.ROW and key[2] != field_of(sheet, at.field or sheet.subject.id).id:
        return False
    records = list(dict.fromkeys(about for name, about, _ in before.values if name == sheet.id))
    return at.span is Span.COLUMN or sheet.kind is SheetKind.FIXED or key[1] == records[at.row]
