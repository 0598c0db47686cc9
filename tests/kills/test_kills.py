"""A few kills, the same each time; `python -m tests.kills` does a hundred."""

import signal
import sys

import pytest

from tests.kills.scene import Scene, scene
from tests.kills.trial import at_random, in_moving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither SIGKILL nor SIGTERM")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene(tmp_path_factory.mktemp("kills"), "--no-papers", "--no-replies", "--engine", "serial")


def test_a_run_that_is_killed_at_work_leaves_all_that_was(small: Scene) -> None:
    trial = at_random(small, signal.SIGKILL, 0.6)

    assert (trial.end, trial.faults) == ("old", ())


def test_a_run_that_is_killed_as_its_results_move_is_finished_by_the_next_start(small: Scene) -> None:
    trial = in_moving(small, signal.SIGKILL, 9)

    assert (trial.status, trial.end, trial.faults) == (-9, "new", ())


def test_a_run_that_is_asked_to_stop_as_its_results_move_moves_them_all_and_says_so(small: Scene) -> None:
    trial = in_moving(small, signal.SIGTERM, 9)

    assert (trial.status, trial.end, trial.faults) == (143, "new", ())
