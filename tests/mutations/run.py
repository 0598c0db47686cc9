"""Do every mutation to every return it fits, and hold what comes out against what was declared."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache

from tests.books import saved_unpacked
from tests.mutations.judge import Said, judged
from tests.mutations.known import KNOWN
from tests.mutations.mutation import Fault, Mutation, fault
from tests.mutations.office import converted
from tests.mutations.paper import fresh
from tests.mutations.returns import form_of
from tests.mutations.rules import RULES
from tests.mutations.structure import STRUCTURE
from tests.mutations.values import VALUES

MUTATIONS = STRUCTURE + VALUES + RULES
IN_OFFICE = frozenset(
    {
        "sheets in the opposite order",
        "a list is hidden",
        "sheet renamed",
        "stamp sheet deleted",
        "column deleted",
        "column hidden",
        "hidden tags lost",
        "header misspelt, tag lost",
        "numbers under no header",
        "row hidden",
        "text above a list",
        "a second table under the first",
        "two names in one merged cell",
        "formatted blank rows far below",
        "a line twice, with another figure",
        "whole return in decomposed letters",
        "a text in TCVN3",
        "the fund does not balance",
        "a record without a name",
        "1250 as '1 250'",
        "'31/02/2026' in cover asked back (C09)",
        "'#DIV/0!' in funds asked back (C15)",
    }
)
"""Mutations that are tried in .xls and .ods as well: what a container may say in its own way."""
IN_BRIEF = frozenset(
    {
        "two names in one merged cell",
        "'31/02/2026' in cover asked back (C09)",
        "'#DIV/0!' in funds asked back (C15)",
    }
)
"""Those of them in which the containers differ most: every run of the tests tries these, `make mutations` all."""


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
def in_turn() -> dict[str, Outcome]:
    """Return what came of every mutation, by its name, in .xlsx, each on one of its forms: these take turns."""
    turns = [replace(each, forms=(each.forms[at % len(each.forms)],)) for at, each in enumerate(MUTATIONS)]
    return {each.mutation.name: each for each in tried(turns)}


def in_office(names: Collection[str] = IN_OFFICE) -> list[Outcome]:
    """Return what came of the mutations of these names, on one form each, saved by LibreOffice as .xls and as .ods."""
    return tried([replace(each, forms=each.forms[-1:]) for each in MUTATIONS if each.name in names], ("xls", "ods"))


def tried(mutations: Iterable[Mutation], containers: Collection[str] = ("xlsx",)) -> list[Outcome]:
    """Mutate, save in each container, judge all of one together; each return is of a unit of its own."""
    wanted = list(mutations)
    forms = sorted({form for mutation in wanted for form in mutation.forms})
    files = {f"{form} 000.xlsx": saved_unpacked(fresh(form, 0).book) for form in forms}
    names: dict[str, tuple[Mutation, str]] = {}
    numbers = dict.fromkeys(forms, 1)
    for mutation in wanted:
        for form in mutation.forms:
            numbers[form] += 1
            name = f"{form} {numbers[form]:03}.xlsx"
            names[name] = mutation, form
            files[name] = _mutated(mutation, form, numbers[form])
    by_container = {"xlsx": files} if "xlsx" in containers else converted(files, containers)
    outcomes = []
    for container, sent in by_container.items():
        found = judged(sent, max(numbers.values()) + 1)
        for name, (mutation, form) in names.items():
            before, after = (found[each.replace(".xlsx", f".{container}")] for each in (f"{form} 000.xlsx", name))
            at_fault = fault(mutation, form_of(form), before, after)
            outcomes.append(Outcome(mutation, form, container, after.findings, at_fault))
    return outcomes


def _mutated(mutation: Mutation, form: str, number: int) -> bytes:
    paper = fresh(form, number)
    for change in mutation.changes:
        change(paper)
    return saved_unpacked(paper.book)
