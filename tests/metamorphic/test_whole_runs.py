"""The relations over whole runs, from the files in a folder to figures and verdicts: `python -m tests.metamorphic` tries many more."""

import pytest

from tests.metamorphic.runs import RELATIONS, Relation


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.__name__)
def test_a_relation_holds_over_whole_runs(relation: Relation) -> None:
    assert list(relation(0)) == []
