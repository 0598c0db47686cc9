"""Every engine gives the same results in the same order, and leaves nothing behind, however it ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.engine.pool import pool
from learnsoc_xlsx.pipeline.screen import stopping
from learnsoc_xlsx.stages.write.moving.whole import tidy

SAMPLE = Path("input_templates/sample")


def plus(one: int, other: int) -> int:
    return one + other


def refused(task: int) -> int:
    raise ValueError(f"task {task}")


@pytest.mark.parametrize("kind", [Runner.SERIAL, Runner.PROCESSES])
def test_results_come_in_the_order_of_the_tasks_and_two_works_may_go_on_at_once(kind: Runner) -> None:
    with Engine(kind, 2).started(4) as work:
        first = work(partial(plus, 10), [1, 2, 3])
        second = work(partial(plus, 20), [1, 2, 3])
        assert (list(second), list(first)) == ([21, 22, 23], [11, 12, 13])


def test_a_task_is_done_as_it_was_when_it_was_given_whatever_becomes_of_it_meanwhile() -> None:
    tasks = [{"as given": number} for number in range(50)]

    with Engine(Runner.PROCESSES, 2).started(50) as work:
        done = work(list, tasks)
        for task in tasks:
            task["meanwhile"] = 0

        assert list(done) == [["as given"]] * 50


def test_what_goes_wrong_in_a_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="task 7"), Engine(Runner.PROCESSES, 2).started(4) as work:
        list(work(refused, [7, 8]))


def begun(folder: Path) -> "subprocess.Popen[str]":
    """A run of two processes in the midst of its work: of `folder`/in, into `folder`/out, with its notes in `folder`/notes."""
    for name in ("in", "notes"):
        (folder / name).mkdir()
    for path in (*SAMPLE.glob("Danh ba*"), *SAMPLE.glob("2026/T0*")):
        shutil.copy(path, folder / "in")
    command = [sys.executable, "-m", "learnsoc_xlsx", "consolidate", str(folder / "in"), "--out", str(folder / "out")]
    run = subprocess.Popen(
        [*command, "--engine", "processes", "--workers", "2"],
        env={**os.environ, "TMPDIR": str(folder / "notes"), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hears,
    )
    until(lambda: any((folder / "out").glob(".learnsoc-*/**/*.xlsx")))
    return run


def hears() -> None:
    """Hear Ctrl-C, as what is started by hand does: what a shell starts behind itself does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


STOPPED = "Đã dừng theo yêu cầu; kết quả lần trước còn nguyên.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_leaves_a_sentence_no_process_and_no_half_made_folder(
    number: signal.Signals, status: int, tmp_path: Path
) -> None:
    run = begun(tmp_path)
    os.killpg(run.pid, number)  # as a terminal does: to every process of the run

    assert (run.wait(timeout=20), run.communicate()[1].strip()) == (status, STOPPED.strip())
    until(lambda: not lives(run.pid))
    assert sorted([*tmp_path.iterdir(), *(tmp_path / "notes").iterdir()]) == [tmp_path / "in", tmp_path / "notes"]


ASKED_AS_A_VALUE_GOES = """
import signal, time
from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.pipeline.screen import stopping

class Value:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

stopping.hear()
try:
    Value()
    time.sleep(60)
except Stopped as stopped:
    print(stopped.status, stopped)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_who_asks_to_stop_while_a_value_is_cleared_away_is_answered_all_the_same() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_AS_A_VALUE_GOES],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.stdout, ended.stderr) == (f"143 {STOPPED}", "")


ASKED_AS_A_FOLDER_IS_MADE = """
import signal, tempfile
from learnsoc_xlsx.engine import pool
from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.pipeline.screen import stopping

make = tempfile.mkdtemp

def asked(**words):
    folder = make(**words)
    signal.raise_signal(signal.SIGINT)
    return folder

tempfile.mkdtemp = asked
stopping.hear()
try:
    with pool._temporary():
        print("nobody was heard")
except Stopped as stopped:
    print(stopped.status)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot let a question wait")
def test_who_asks_to_stop_as_a_folder_is_made_is_answered_and_the_folder_does_not_stay(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_AS_A_FOLDER_IS_MADE],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.stdout, ended.stderr, [*tmp_path.iterdir()]) == ("130\n", "", [])


def test_a_folder_in_which_somebody_still_writes_goes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rmtree, writes = shutil.rmtree, iter([True, True])

    def as_somebody_writes(folder: str, ignore_errors: bool) -> None:
        rmtree(folder, ignore_errors=ignore_errors)
        if next(writes, False):
            Path(folder).mkdir()

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(shutil, "rmtree", as_somebody_writes)

    with pool(1):
        assert len(list(tmp_path.iterdir())) == 1

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot be asked whether a process is there")
def test_what_a_run_left_that_was_killed_between_two_works_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    )
    host = socket.gethostname()
    left, alive = f"learnsoc-{host}-{gone.stdout.strip()}-x", f"learnsoc-{host}-{os.getpid()}-x"
    for name in (left, alive, "learnsoc-of-somebody-else"):
        (tmp_path / name).mkdir()

    with pool(1):
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([alive, "learnsoc-of-somebody-else"])


ASKED_BEFORE_ANYBODY_HEARS = """
import sys

class Asked:
    def find_spec(self, name, *_):
        if name == "learnsoc_xlsx.pipeline.screen.stopping":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Asked())
import learnsoc_xlsx.__main__
"""


def test_ctrl_c_before_anybody_hears_is_the_same_sentence() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_BEFORE_ANYBODY_HEARS],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (130, STOPPED)


ASKED_AS_THE_PROGRAM_LOADS = """
import signal, sys

class Asked:
    def find_spec(self, name, *_):
        if name == "learnsoc_xlsx.cli":
            signal.raise_signal(signal.SIGTERM)

sys.meta_path.insert(0, Asked())
from learnsoc_xlsx.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_who_asks_to_stop_as_the_program_loads_is_answered_by_the_same_sentence() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_AS_THE_PROGRAM_LOADS],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (143, STOPPED)


def test_who_asks_to_stop_does_not_wait_for_what_a_process_is_at() -> None:
    def asked() -> None:
        with pool(1) as crew:
            crew.run(time.sleep, [60.0])
            until(lambda: any(crew.folder.glob("*-begun")))
            raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        asked()

    assert time.monotonic() - start < 30


ASKED_AND_BROKEN = """
import signal
from concurrent.futures.process import BrokenProcessPool
from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.pipeline.screen import stopping

class Value:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

def asked_where_nothing_can_be_raised():
    Value()

def asked_and_then_something_breaks_as_all_is_let_go():
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        raise BrokenProcessPool("they were asked too")

stopping.hear()
try:
    with stopping.answering():
        {case}()
        raise BrokenProcessPool("they were asked too")
except Stopped as stopped:
    print(stopped.status, stopped)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
@pytest.mark.parametrize(
    "case", ["asked_where_nothing_can_be_raised", "asked_and_then_something_breaks_as_all_is_let_go"]
)
def test_what_breaks_because_the_processes_were_asked_to_stop_is_answered_as_that(case: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_AND_BROKEN.format(case=case)],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.stdout, ended.stderr) == (f"143 {STOPPED}", "")


def test_what_breaks_by_itself_is_not_taken_for_a_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "_asked", [signal.SIGTERM])  # somebody stopped an earlier run of this process

    with pytest.raises(ValueError, match="by itself"), stopping.answering():
        raise ValueError("by itself")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_run_that_is_killed_leaves_no_process_and_no_notes_and_the_next_start_takes_the_rest_away(
    tmp_path: Path,
) -> None:
    run = begun(tmp_path)
    run.kill()
    run.communicate()

    until(lambda: not lives(run.pid))
    assert list((tmp_path / "notes").iterdir()) == []
    tidy(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


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
