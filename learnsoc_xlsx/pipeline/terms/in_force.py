"""Law: what the law and the forms of a year are, read once a process."""

from functools import lru_cache

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.stages.receive.receive import Admissible


@lru_cache(maxsize=1)
def law() -> Law:
    """The law as shipped, read once a process."""
    return Law.load()


@lru_cache(maxsize=64)
def form_of(form: str, year: int) -> Form:
    """A form as it stands in a year, before the commune's own numbers."""
    return form_in(form, year, law())


def admissible() -> Admissible:
    """What may come in, after the catalogue."""
    phases = law().phases
    years = range(min(phase.first for phase in phases), max(phase.last for phase in phases) + 1)
    return Admissible(frozenset(form.id for form in FORMS), years)
