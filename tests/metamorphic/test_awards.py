"""How verdicts may move when candidates do, for every award: `python -m tests.metamorphic` tries many more rounds."""

import pytest

from tests.metamorphic.awards import AWARDS, RELATIONS, Relation
from tests.metamorphic.candidates import scene

SEEDS = range(4)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.__name__)
@pytest.mark.parametrize("award", AWARDS)
def test_a_relation_of_awards_holds(relation: Relation, award: str) -> None:
    assert [fault for seed in SEEDS for fault in relation(award, seed)] == []


@pytest.mark.parametrize("award", AWARDS)
def test_the_rounds_that_are_made_up_come_to_all_kinds_of_verdicts(award: str) -> None:
    outcomes = {verdict.outcome.word for seed in range(12) for verdict in scene(award, seed).verdicts().values()}

    assert outcomes >= {"recommended", "reserve", "not_eligible"}
