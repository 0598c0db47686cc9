"""Law: what the law and the forms of a year are, read once a process."""

from functools import lru_cache

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.returns.submissions import Stamp
from learnsoc_xlsx.stages.receive.receive import Admissible


@lru_cache(maxsize=1)
def law() -> Law:
    """The law as shipped, read once a process."""
    return Law.load()


@lru_cache(maxsize=128)
def form_of(form: str, year: int, revision: int | None = None) -> Form:
    """A form as it stands in a year in its newest revision or the one asked for, before the commune's own numbers."""
    return form_in(form, year, law(), revision)


def revisions_of(form: str, year: int) -> tuple[Form, ...]:
    """Every revision of a form as it stands in a year, the newest first."""
    newest = form_of(form, year)
    return tuple(form_of(form, year, revision) for revision in range(newest.revision, 0, -1))


def forms_behind(stamp: Stamp) -> tuple[Form, ...]:
    """The forms that a return may have been printed from: that of its stamped version; where this says none, every revision."""
    revisions = revisions_of(stamp.form, stamp.year)
    return tuple(form for form in revisions if form.revision == stamp.revision) or revisions


def admissible() -> Admissible:
    """What may come in, after the catalogue."""
    phases = law().phases
    years = range(min(phase.first for phase in phases), max(phase.last for phase in phases) + 1)
    return Admissible(frozenset(form.id for form in FORMS), years)
