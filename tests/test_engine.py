"""Every engine gives the same results in the same order, and leaves nothing behind, however it ends."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from learnsoc_xlsx.engine import Engine, engine

SAMPLE = Path("input_templates/sample")


def plus(one: int, other: int) -> int:
    return one + other


def refused(task: int) -> int:
    raise ValueError(f"task {task}")


@pytest.mark.parametrize("kind", [Engine.SERIAL, Engine.PROCESSES])
def test_results_come_in_the_order_of_the_tasks_and_two_works_may_go_on_at_once(kind: Engine) -> None:
    with engine(kind, 2, 4) as work:
        first = work(partial(plus, 10), [1, 2, 3])
        second = work(partial(plus, 20), [1, 2, 3])
        assert (list(second), list(first)) == ([21, 22, 23], [11, 12, 13])


def test_a_task_is_done_as_it_was_when_it_was_given_whatever_becomes_of_it_meanwhile() -> None:
    tasks = [{"as given": number} for number in range(50)]

    with engine(Engine.PROCESSES, 2, 50) as work:
        done = work(list, tasks)
        for task in tasks:
            task["meanwhile"] = 0

        assert list(done) == [["as given"]] * 50


def test_what_goes_wrong_in_a_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="task 7"), engine(Engine.PROCESSES, 2, 4) as work:
        list(work(refused, [7, 8]))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_a_run_that_is_stopped_leaves_no_process_and_no_half_made_folder(tmp_path: Path) -> None:
    inbox, notes, out = tmp_path / "in", tmp_path / "notes", tmp_path / "out"
    for folder in (inbox, notes):
        folder.mkdir()
    for path in (*SAMPLE.glob("Danh ba*"), *SAMPLE.glob("2026/T0*")):
        shutil.copy(path, inbox)
    command = [sys.executable, "-m", "learnsoc_xlsx", "consolidate", str(inbox), "--out", str(out)]
    run = subprocess.Popen(
        [*command, "--engine", "processes", "--workers", "2"],
        env={**os.environ, "TMPDIR": str(notes)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until(lambda: any(out.glob(".learnsoc-*/**/*.xlsx")))
    run.send_signal(signal.SIGTERM)

    assert run.wait(timeout=20) == 143
    until(lambda: not lives(run.pid))
    assert sorted([*tmp_path.iterdir(), *notes.iterdir()]) == [inbox, notes]


def until(held: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not held():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def lives(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
