"""Sixty files of every kind in one folder: each good one is counted, each bad one named; `python -m tests.load` lays 5,000."""

from collections.abc import Mapping

import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.stages.write.write import write
from tests.load.came import Came, came
from tests.load.folder import laid
from tests.load.lots import Lot
from tests.load.promises import PROMISES, Promise
from tests.load.sent import Known, State
from tests.mutations.returns import AS_OF, YEAR
from tests.runs import run_of

SIXTY = Lot(60, seed=1)


@pytest.fixture(scope="module")
def known_and_came(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, Known], Came]:
    at = tmp_path_factory.mktemp("load")
    known = laid(SIXTY, at / "inbox")
    write(run_of(at / "inbox", AS_OF), [one for one in WORKBOOKS if one.path == "Kiem_tra.xlsx"], at / "out")
    return known, came(at / "out", YEAR)


@pytest.mark.parametrize("promise", PROMISES, ids=[one.__name__ for one in PROMISES])
def test_of_sixty_files_each_good_one_is_counted_and_each_bad_one_named(
    promise: Promise, known_and_came: tuple[Mapping[str, Known], Came]
) -> None:
    assert list(promise(*known_and_came)) == []


def test_there_are_good_wrong_hostile_and_corrupt_files_among_the_sixty(
    known_and_came: tuple[Mapping[str, Known], Came],
) -> None:
    known, _ = known_and_came
    states = [one.state for one in known.values()]

    assert len(known) == 60
    assert states.count(State.BROKEN) == 4
    assert sum(one.state is State.READ and not one.wrong for one in known.values()) > 20
    assert sum(one.spoilt for one in known.values()) == pytest.approx(0.01 * sum(one.cells for one in known.values()), rel=0.2)  # fmt: skip
