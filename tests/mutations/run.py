"""Do every mutation to every return it fits, and hold what comes out against what was declared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from tests.mutations.judge import Judged, Said, judged
from tests.mutations.known import KNOWN
from tests.mutations.mutation import Fault, Mutation, fault
from tests.mutations.paper import fresh
from tests.mutations.returns import FORMS, form_of
from tests.mutations.rules import RULES
from tests.mutations.structure import STRUCTURE
from tests.mutations.values import VALUES
from tests.sample.fill import saved

MUTATIONS = STRUCTURE + VALUES + RULES
Convert = Callable[[dict[str, bytes]], dict[str, bytes]]


@dataclass(frozen=True)
class Outcome:
    """What came of one mutation of one form in one container."""

    mutation: Mutation
    form: str
    container: str
    got: tuple[Said, ...]
    fault: Fault | None

    @property
    def known(self) -> str:
        """Why the program is known to fail here, or nothing."""
        return KNOWN.get(self.mutation.name, "")


@cache
def outcomes() -> dict[tuple[str, str], Outcome]:
    """Return what came of every mutation of every form, by its name and the form, in .xlsx."""
    return {(each.mutation.name, each.form): each for each in tried(MUTATIONS, "xlsx", lambda files: files)}


def tried(mutations: Iterable[Mutation], container: str, convert: Convert) -> list[Outcome]:
    """Mutate, convert to a container, judge all together; each return is of a unit of its own."""
    wanted = list(mutations)
    files = {f"{form} 000.xlsx": saved(fresh(form, 0).book) for form in FORMS}
    names: dict[str, tuple[Mutation, str]] = {}
    for number, mutation in enumerate(wanted, 2):
        for form in mutation.forms:
            name = f"{form} {number:03}.xlsx"
            names[name] = mutation, form
            files[name] = _mutated(mutation, form, number)
    found = judged({name.replace("xlsx", container): data for name, data in convert(files).items()})
    faultless = {form: found[f"{form} 000.{container}"] for form in FORMS}
    return [
        _outcome(mutation, form, container, faultless[form], found[name.replace("xlsx", container)])
        for name, (mutation, form) in names.items()
    ]


def _mutated(mutation: Mutation, form: str, number: int) -> bytes:
    paper = fresh(form, number)
    for change in mutation.changes:
        change(paper)
    return saved(paper.book)


def _outcome(mutation: Mutation, form: str, container: str, before: Judged, after: Judged) -> Outcome:
    return Outcome(mutation, form, container, after.findings, fault(mutation, form_of(form), before, after))
