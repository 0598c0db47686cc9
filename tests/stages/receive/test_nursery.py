"""A nursery bears a child for each file: what becomes of one is nothing to the next."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.stages.receive.children.child import Ended
from learnsoc_xlsx.stages.receive.children.nursery import nursed
from learnsoc_xlsx.stages.receive.fault import Fault

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each file has a process of its own from the start")  # fmt: skip

WORK = """
import os, resource, signal, sys, time

def who():
    print(os.getppid(), os.getpid(), "learnsoc_xlsx.spreadsheet.book" in sys.modules)
    return 0

def echo():
    sys.stdout.buffer.write(sys.stdin.buffer.read())
    return 0

def die():
    os.abort()

def work_too_long():
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    while True:
        pass

def take_too_much():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    return len(bytes(1 << 30))

def sleep():
    time.sleep(60)

def main(word):
    return globals()[word]()
"""


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work_of_a_test.py").write_text(WORK, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


def done(word: str, data: bytes = b"", seconds: float = 30) -> Ended | Fault:
    return nursed("work_of_a_test", (word,), data, seconds)


def who() -> tuple[int, int, bool]:
    """The nursery, the child, and whether the readers were loaded before it was born."""
    ended = done("who")
    assert isinstance(ended, Ended)
    nursery, child, loaded = ended.output.split()
    return int(nursery), int(child), loaded == b"True"


def test_each_file_has_a_process_of_its_own_which_need_not_load_the_readers() -> None:
    (nursery, first, loaded), (same, second, _) = who(), who()

    assert nursery == same != os.getpid()
    assert first != second
    assert loaded


def test_what_is_fed_to_a_child_comes_whole_and_so_does_what_it_writes() -> None:
    data = bytes(range(256)) * 4096

    assert done("echo", data) == Ended(0, data)


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("die", (Code.PROGRAM_FAILED, "tín hiệu 6")),
        ("work_too_long", (Code.GAVE_UP, "quá thời gian mà chưa xong")),
        ("take_too_much", (Code.GAVE_UP, "cần quá nhiều bộ nhớ")),
        ("no_such_work", (Code.PROGRAM_FAILED, "KeyError, work_of_a_test.py:28")),
    ],
)
def test_a_file_that_ends_its_child_is_named_alone_and_the_next_is_born_as_before(
    word: str, fault: tuple[Code, str]
) -> None:
    nursery, _, _ = who()

    ended = done(word)

    assert isinstance(ended, Fault)
    assert (ended.code, ended.given) == fault
    assert who()[0] == nursery


def test_a_child_that_is_not_done_in_time_is_ended_and_the_next_has_all_its_time(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("learnsoc_xlsx.stages.receive.children.nursery.child", None)  # nobody tries it a second time

    ended = done("sleep", seconds=1)

    assert isinstance(ended, Fault)
    assert (ended.code, ended.given) == (Code.GAVE_UP, "quá thời gian mà chưa xong")
    assert done("echo", b"x") == Ended(0, b"x")


def test_where_the_nursery_is_gone_the_file_is_tried_alone_and_a_new_one_serves_the_next() -> None:
    nursery, _, _ = who()
    os.kill(nursery, signal.SIGKILL)

    assert done("echo", b"x") == Ended(0, b"x")
    assert who()[0] != nursery


def test_a_process_that_is_forked_lets_the_nursery_of_its_parent_go_and_is_not_warned_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nursery, _, _ = who()
    while any(isinstance(one, threading.Timer) for one in threading.enumerate()):
        time.sleep(0.01)  # the patience with the child knows the nursery, too
    warned: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", warned.append)

    forked = os.fork()
    if not forked:
        fault = True
        try:
            fault = bool(warned) or who()[0] == nursery
        finally:
            os._exit(fault)

    assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
    assert who()[0] == nursery
