"""One run at a time in a folder of results: another is told who is at work there, and takes over from one that is no more."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.stages.write.moving import lease
from learnsoc_xlsx.stages.write.moving.holder import LONGEST, Holder, myself
from learnsoc_xlsx.stages.write.moving.whole import tidy, whole
from learnsoc_xlsx.stages.write.run_json import last_outputs
from learnsoc_xlsx.stages.write.write import writing
from tests.stages.write.cut_short import FORMER, NEW, THEIRS, lay, put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say who is alive")
WAITS = "from pathlib import Path; from learnsoc_xlsx.stages.write.moving.whole import whole\nwith whole(Path(%r), {}): print(flush=True); input()"
PLAIN = "import sys; print(flush=True); input()"
AGO = datetime.now().astimezone() - LONGEST - timedelta(minutes=1)


def process(words: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process, that has begun, until nobody needs it any more."""
    with subprocess.Popen(
        [sys.executable, "-c", words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as found:
        assert found.stdout
        found.stdout.readline()
        yield found
        found.kill()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    lay(tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def another(out: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another run at work in the folder."""
    yield from process(WAITS % str(out))


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that knows no locks."""

    def refused(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lease, "_lock", refused)


def write(out: Path) -> None:
    with whole(out, FORMER) as fresh:
        put(fresh, NEW)


def contents(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("begin", [tidy, write])
def test_a_second_run_is_told_who_is_at_work_there_since_when_and_the_first_ends_well(
    begin: object, out: Path, another: "subprocess.Popen[str]"
) -> None:
    me = myself()
    said = rf"Một lần chạy khác đang ghi kết quả vào “.*out”: của {me.user} trên máy {me.host}, từ \d\d:\d\d ngày \d\d/\d\d/\d{{4}}, tiến trình số {another.pid}\. Hãy đợi lần ấy xong rồi chạy lại\.$"

    with pytest.raises(CannotWrite, match=said):
        begin(out)  # type: ignore[operator]

    another.communicate("\n")
    assert another.returncode == 0
    write(out)
    assert contents(out) == {**NEW, **THEIRS}


def test_a_second_run_in_the_same_process_is_told_so_too(out: Path) -> None:
    with whole(out, FORMER) as fresh:
        put(fresh, NEW)
        with pytest.raises(CannotWrite, match=f"tiến trình số {os.getpid()}"):
            write(out)

    assert contents(out) == {**NEW, **THEIRS}


def test_what_a_killed_run_left_is_taken_over_and_nothing_stays(out: Path, another: "subprocess.Popen[str]") -> None:
    another.kill()
    another.wait()
    assert {path.name for path in out.glob(".learnsoc*")} > {".learnsoc.lock"}

    tidy(out)

    assert not list(out.glob(".learnsoc*"))


def test_what_the_last_run_wrote_is_looked_up_by_the_only_run_at_work(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[bool] = []

    def looked_up(_: Path) -> dict[str, str]:
        alone.append(lease.lease(out / lease.GUARD) is None)
        return {}

    monkeypatch.setattr(last_outputs, "outputs_of", looked_up)
    with writing((), out) as writer:
        put(writer.folder, NEW)

    assert alone == [True]


@pytest.fixture
def alive() -> Iterator[Holder]:
    """A run whose process is alive."""
    from learnsoc_xlsx.stages.write.moving.holder import _born

    for found in process(PLAIN):
        yield replace(myself(), process=found.pid, born=_born(found.pid))


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize("other", [{}, {"host": "may-khac"}], ids=["here", "on another machine"])
def test_where_there_are_no_locks_whoever_is_written_there_and_may_be_alive_is_at_work(
    other: dict[str, str], out: Path, alive: Holder
) -> None:
    (out / lease.GUARD).write_bytes(replace(alive, **other).written())  # type: ignore[arg-type]

    with pytest.raises(CannotWrite, match=f"tiến trình số {alive.process}") as told:
        write(out)

    assert ("Nếu lần ấy đã bị ngắt, hãy xóa tệp" in str(told.value)) == bool(other)


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize(
    "other",
    [
        {"process": 2**22 + 1},
        {"boot": "an earlier start"},
        {"born": "1"},
        {"host": "may-khac", "since": AGO.isoformat()},
    ],
    ids=[
        "its process is gone",
        "the machine was started anew",
        "its number is another's",
        "long ago on another machine",
    ],
)
def test_where_there_are_no_locks_one_that_is_no_more_is_taken_over(
    other: dict[str, object], out: Path, alive: Holder
) -> None:
    if sys.platform != "linux" and "process" not in other and "host" not in other:
        pytest.skip("only Linux says when a process was born")
    (out / lease.GUARD).write_bytes(replace(alive, **other).written())  # type: ignore[arg-type]

    write(out)

    assert contents(out) == {**NEW, **THEIRS}


@pytest.mark.parametrize("words", [b"", b"{", b"[1]", b'{"user": "a"}', b"\xff\xfe"])
@pytest.mark.usefixtures("without_locks")
def test_a_lock_in_which_nobody_can_be_read_holds_nobody_back(words: bytes, out: Path) -> None:
    (out / lease.GUARD).write_bytes(words)

    write(out)

    assert contents(out) == {**NEW, **THEIRS}


def test_runs_in_different_folders_do_not_know_of_each_other(tmp_path: Path) -> None:
    with ExitStack() as stack:
        for name in ("a", "b"):
            put(stack.enter_context(whole(tmp_path / name, {})), NEW)

    assert contents(tmp_path / "a") == contents(tmp_path / "b") == NEW
