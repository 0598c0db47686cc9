"""A cluster of Dask gives what one process gives, whatever becomes of its workers; what it cannot do it says in a sentence."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import LocalCluster

from learnsoc_xlsx.engine import Engine, Map, Runner, cluster, program
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, returns, weighed
from learnsoc_xlsx.pipeline.steps import intake
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.stages.write.run_json.record import record
from tests.parcels import ANYBODY, DEADLY, Numbers, broken, is_in_hand, killed_once, spoken, where

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
SAMPLE = Path("input_templates/sample")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster with two worker processes on this machine, that hands a task on after one death."""
    options = {"threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50, "memory_limit": 0}
    with LocalCluster(n_workers=2, scheduler_kwargs={"allowed_failures": 1}, **options) as running:  # type: ignore[no-untyped-call]
        yield running.scheduler_address


def test_tasks_are_done_by_the_workers_and_come_back_in_order(scheduler: str) -> None:
    with Engine(Runner.DASK, 2, scheduler).started(9) as work:
        done = list(work(spoken, [Numbers((number, number)) for number in range(9)]))
        by = set(work(where, [Numbers((number,)) for number in range(9)]))

    assert done == [[str(number)] * 2 for number in range(9)]
    assert by == {"Dask"}


def test_what_a_worker_does_not_see_travels_to_it(scheduler: str) -> None:
    with Engine(Runner.DASK, 2, scheduler).started(3) as work:
        tasks = [Numbers((number,), seen_by=os.getpid()) for number in range(3)]
        assert list(work(is_in_hand, tasks)) == [True, True, True]


def test_what_a_worker_sees_stays_where_it_is(scheduler: str) -> None:
    with Engine(Runner.DASK, 2, scheduler).started(1) as work:
        assert list(work(is_in_hand, [Numbers((1,), seen_by=ANYBODY)])) == [False]


def test_what_goes_wrong_in_a_worker_is_raised_here(scheduler: str) -> None:
    with pytest.raises(ZeroDivisionError), Engine(Runner.DASK, 2, scheduler).started(2) as work:
        list(work(broken, [Numbers((1,)), Numbers((2,))]))


def test_what_cannot_travel_is_done_on_this_machine(scheduler: str, tmp_path: Path) -> None:
    with Engine(Runner.DASK, 2, scheduler).started(2) as work:
        assert list(work(partial(os.path.join, str(tmp_path)), ["a", "b"])) == [f"{tmp_path}/a", f"{tmp_path}/b"]


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register and a few villages, two files in each task."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in (*SAMPLE.glob("Danh ba*"), *sorted(SAMPLE.glob("2026/T0*"))[:3]):
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(intake, "batches_of", lambda items: [items[at : at + 2] for at in range(0, len(items), 2)])
    return folder


def test_a_worker_that_is_killed_in_the_midst_of_a_run_costs_no_byte(
    inbox: Path, scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = recorded(inbox, map, tmp_path)
    monkeypatch.setattr(intake, "intake", partial(killed_once, tmp_path / "killed", intake.intake))
    monkeypatch.setenv("DASK_SCHEDULER_ADDRESS", scheduler)

    with Engine(Runner.DASK, 2).started(2) as work:
        shared = recorded(inbox, work, tmp_path)

    assert (tmp_path / "killed").exists()
    assert shared == alone


def recorded(inbox: Path, work: Map, folder: Path) -> bytes:
    """The run.json of a folder that this work takes in, written in another folder."""
    received = returns(inbox, intake.tasks_of(inbox), None, work)
    target = folder / f"{len(list(folder.iterdir()))}.json"
    record(weighed(added_up(inbox, received), received), {}, {}, target, target.parent)
    return target.read_bytes()


def dies_of(name: str, work: Callable[[intake.Task], Batch], task: intake.Task) -> Batch:
    """Take in some files; who opens the one of that name dies."""
    if any(item.name == name and not item.fault for _, item in task.files):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(task)


def test_a_file_that_kills_whoever_opens_it_is_named_and_all_others_are_read(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = intake.tasks_of(inbox)
    deadly = tasks[1].files[1][1].name
    monkeypatch.setattr(intake, "intake", partial(dies_of, deadly, intake.intake))

    with Engine(Runner.PROCESSES, 2).started(len(tasks)) as work:
        batch = intake.taken_in(tasks, work)

    refused = [(sent.file, sent.number, sent.refusal.code) for sent in batch.submissions if sent.refusal]
    assert refused == [(deadly, 3, Code.PROGRAM_FAILED)]
    assert [finding.submission for finding in batch.findings if finding.code is Code.PROGRAM_FAILED] == [3]
    assert {number for table in batch.tables for number in table.layouts} == {0, 1, 2}


def test_what_cannot_be_parted_ends_the_run_in_a_sentence() -> None:
    with pytest.raises(Refusal, match="bị hệ thống dừng đột ngột"), Engine(Runner.PROCESSES, 2).started(2) as work:
        list(work(os._exit, [1, 1]))


@pytest.fixture
def other_pandas(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process stands on another pandas than the workers, as far as it can tell."""
    version = program._version
    monkeypatch.setattr(program, "_version", lambda name: "2.0" if name == "pandas" else version(name))
    program.program.cache_clear()
    yield
    program.program.cache_clear()


@pytest.mark.usefixtures("other_pandas")
def test_a_worker_that_runs_something_else_is_refused_with_what_differs_before_anything_is_done(scheduler: str) -> None:
    sentence = r"^Tiến trình tcp://\S+ của cụm Dask chạy bản khác với máy này: pandas 3\S* \(ở đây 2\.0\)\. "

    with pytest.raises(Refusal, match=sentence), Engine(Runner.DASK, 2, scheduler).started(2):
        raise AssertionError("it was begun")


@pytest.mark.usefixtures("other_pandas")
def test_one_that_joins_later_is_refused_as_well(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_refuse_others", lambda _: None)

    with pytest.raises(Refusal, match=r"chạy bản khác với máy này: pandas 3"):
        ask(scheduler)


def ask(scheduler: str) -> list[list[str]]:
    with Engine(Runner.DASK, 2, scheduler).started(2) as work:
        return list(work(spoken, [Numbers((1,)), Numbers((2,))]))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "một cụm nào đó"])
def test_where_no_cluster_answers_one_sentence_says_so_soon(address: str) -> None:
    begun = time.monotonic()

    with pytest.raises(Refusal, match=f"^Không thấy cụm Dask nào ở “{address}”"):
        ask(address)

    assert time.monotonic() - begun < 20


def test_a_cluster_without_workers_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    with (
        LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", silence_logs=50) as empty,  # type: ignore[no-untyped-call]
        pytest.raises(Refusal, match="không có tiến trình nào làm việc"),
    ):
        ask(empty.scheduler_address)


def test_without_dask_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(Refusal, match="chưa cài Dask"):
        ask("")


@pytest.mark.parametrize("kind", [Runner.PROCESSES, Runner.DASK])
def test_what_kills_one_process_after_the_other_is_parted_until_it_stands_alone(kind: Runner, scheduler: str) -> None:
    tasks = [Numbers((1, 2)), Numbers((11, 12, DEADLY, 14)), Numbers((21, 22))]

    with Engine(kind, 2, scheduler).started(len(tasks)) as work:
        assert list(work(spoken, tasks)) == [["1", "2"], ["11", "12", "-1", "14"], ["21", "22"]]
