"""What a phase is to its years and the commune to its units, on made-up reports: `python -m tests.metamorphic` tries many more."""

import pytest

from tests.metamorphic.figures import (
    Relation,
    a_list_split_over_two_villages_leaves_the_commune_as_it_was,
    a_phase_is_its_years_put_together,
)


@pytest.mark.parametrize(
    ("relation", "seeds"),
    [
        pytest.param(a_phase_is_its_years_put_together, (0, 2), id="a phase is its years"),
        pytest.param(a_list_split_over_two_villages_leaves_the_commune_as_it_was, (0,), id="a list split in two"),
    ],
)
def test_a_relation_of_figures_holds(relation: Relation, seeds: tuple[int, ...]) -> None:
    assert [fault for seed in seeds for fault in relation(seed)] == []
