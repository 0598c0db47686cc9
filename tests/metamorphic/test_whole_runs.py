"""Relations over whole runs, from the files in a folder to figures and verdicts: `python -m tests.metamorphic` tries all of them on
many communes; here those that nothing cheaper shows.
"""

import pytest

from tests.metamorphic.runs import (
    Relation,
    a_village_split_in_two_leaves_the_commune_as_it_was,
    the_order_of_files_rows_and_sheets_changes_nothing,
    who_does_better_is_judged_no_worse,
    who_is_not_proposed_makes_room_for_the_first_reserve,
)

HERE: tuple[Relation, ...] = (
    the_order_of_files_rows_and_sheets_changes_nothing,
    a_village_split_in_two_leaves_the_commune_as_it_was,
    who_does_better_is_judged_no_worse,
    who_is_not_proposed_makes_room_for_the_first_reserve,
)


@pytest.mark.parametrize("relation", HERE, ids=lambda relation: relation.__name__)
def test_a_relation_holds_over_whole_runs(relation: Relation) -> None:
    assert list(relation(0)) == []
