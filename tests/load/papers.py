"""Returns of three rows a list on every form, good ones and such as a mutation was done to."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from random import Random

from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.form.printing import anchors
from tests.books import saved_unpacked
from tests.load.sent import Known, Sent, State, Wrong
from tests.mutations.breaking import Parts, parts_of, zipped
from tests.mutations.known import KNOWN
from tests.mutations.mutation import Mutation
from tests.mutations.paper import At, Paper, Span, fresh
from tests.mutations.returns import unit_of
from tests.mutations.run import MUTATIONS

FIRST = 2
"""The number of the first unit of a form that sends something: a mutation names the unit before it."""
SESSIONS = At("indicators", "communication_sessions")
_STANDING = "987654"
"""What stands where a unit's own figure is put."""
DONE = tuple((one, form) for one in MUTATIONS if one.name not in KNOWN for form in one.forms)
"""Every mutation, with every form it fits."""


def good(form: str, number: int, seed: int) -> Sent:
    """Return what a unit of a form sent without a fault, with a figure of its own."""
    (unit, name), sessions = unit_of(form, number), _sessions(form, number, seed)
    parts, known = _in_parts(form)
    own = {_STANDING: str(sessions), f":{known.unit}": f":{unit}", unit_of(form, FIRST)[1]: name}
    data = zipped([(part, _with(body, own)) for part, body in parts])
    return Sent(".xlsx", data, replace(known, unit=unit, figures={**known.figures, str(SESSIONS.field): sessions}))


@cache
def _in_parts(form: str) -> tuple[Parts, Known]:
    """A good return of the first unit of a form, saved once: a unit's own words are put in their places."""
    paper = fresh(form, FIRST)
    paper.put(SESSIONS, int(_STANDING))
    return parts_of(saved_unpacked(paper.book)), _known(paper, form, FIRST)


def mutated(mutation: Mutation, form: str, number: int, seed: int) -> Sent:
    """Return what a unit of a form sent after a mutation."""
    paper = _own(form, number, seed)
    before = _known(paper, form, number)
    for change in mutation.changes:
        change(paper)
    return Sent(".xlsx", saved_unpacked(paper.book), _spoilt(before, paper, mutation))


def _with(body: bytes, own: Mapping[str, str]) -> bytes:
    for standing, words in own.items():
        body = body.replace(standing.encode(), words.encode())
    return body


def _own(form: str, number: int, seed: int) -> Paper:
    paper = fresh(form, number)
    paper.put(SESSIONS, _sessions(form, number, seed))
    return paper


def _sessions(form: str, number: int, seed: int) -> int:
    return Random(f"sessions {seed} {form} {number}").randint(1, 99)


def _known(paper: Paper, form: str, number: int) -> Known:
    sheet = paper.form.sheet("indicators")
    page, at = paper.page("indicators"), anchors(sheet)
    typed = {field.id: page[at[field.id]].value for field in sheet.asked}
    figures = {name: value for name, value in typed.items() if isinstance(value, int) and not isinstance(value, bool)}
    return Known(unit_of(form, number)[0], figures=figures, cells=_filled(paper))


def _filled(paper: Paper) -> int:
    """How many cells the unit has filled in: three records in each list, and what stands in the fixed sheets."""
    lists = sum(3 * len(sheet.asked) for sheet in paper.form.sheets if sheet.kind is SheetKind.LIST)
    return lists + sum(len(sheet.asked) for sheet in paper.form.sheets if sheet.kind is SheetKind.FIXED)


def _spoilt(before: Known, paper: Paper, mutation: Mutation) -> Known:
    """What is known of a return after a mutation: what that may cost it is known no more."""
    wrong = frozenset(Wrong(sheet, cell, code) for code, sheet, cell in mutation.expected(paper.form))
    whole = any(at.span is Span.FILE or (at.sheet, at.span) == ("indicators", Span.SHEET) for at in mutation.loses)
    lost = {at.field for at in mutation.loses if at.sheet == "indicators"}
    figures = {} if whole else {name: value for name, value in before.figures.items() if name not in lost}
    aside = any(at.span is Span.FILE for at in mutation.loses)
    return Known(
        before.unit,
        mutation.name,
        State.SET_ASIDE if aside else State.READ,
        wrong,
        figures,
        {},
        before.cells,
        len(wrong),
    )
