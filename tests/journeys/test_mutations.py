"""Mutated returns: whatever is done to a faultless return causes its finding at its cell, and touches nothing else.

Here each mutation is tried on one of its forms, which take turns, and a few saved by LibreOffice; `make mutations`
tries each on all of its forms, and all that a container may change in every container.
"""

from collections import Counter
from functools import cache

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from tests.calc import needs_office
from tests.mutations.judge import Judged, judged
from tests.mutations.known import KNOWN
from tests.mutations.mutation import Mutation
from tests.mutations.returns import FORMS, form_of, valid
from tests.mutations.run import IN_BRIEF, IN_OFFICE, MUTATIONS, in_office, in_turn


@cache
def all_faultless() -> dict[str, Judged]:
    return judged({f"{form}.xlsx": valid(form) for form in FORMS}, units=1)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_found_in_a_faultless_return(form: str) -> None:
    found = all_faultless()[f"{form}.xlsx"]

    assert found.findings == ()
    assert {sheet for sheet, *_ in found.values} == {sheet.id for sheet in form_of(form).sheets}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_causes_what_it_declares_and_no_more(mutation: Mutation) -> None:
    outcome = in_turn()[mutation.name]
    if mutation.name in KNOWN:
        assert outcome.fault is not None, "mended: take it off the list of what is known to fail"
        pytest.xfail(KNOWN[mutation.name])

    assert outcome.got == mutation.expected(form_of(outcome.form))
    assert outcome.fault is None


@needs_office
def test_a_mutation_saved_by_libreoffice_causes_the_same() -> None:
    outcomes = in_office(IN_BRIEF)

    assert Counter(each.container for each in outcomes) == {"xls": len(IN_BRIEF), "ods": len(IN_BRIEF)}
    assert [(each.mutation.name, each.got) for each in outcomes if each.fault and not each.known] == []


def test_every_finding_that_one_file_can_cause_has_a_mutation() -> None:
    caused = {each.code for each in MUTATIONS} | {code for each in MUTATIONS for code, _ in each.beside}

    assert {code for code in Code if code.code[0] in "SCR"} - caused == {Code.NOT_A_NUMBER}  # no form asks for one


def test_the_names_of_the_mutations_tell_them_apart() -> None:
    names = [each.name for each in MUTATIONS]

    assert len(set(names)) == len(names) >= 60
    assert set(names) >= IN_OFFICE | KNOWN.keys()
    assert IN_OFFICE > IN_BRIEF
