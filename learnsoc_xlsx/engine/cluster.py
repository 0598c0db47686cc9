"""A Dask cluster: workers on this machine or on others take up what may travel; the rest is done beside it."""

import gc
import logging
import pickle
import threading
import time
import warnings
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learnsoc_xlsx.engine.pool import Crew
from learnsoc_xlsx.engine.program import Program, program
from learnsoc_xlsx.engine.work import Parcel, Result, Task, packed
from learnsoc_xlsx.model.errors import Refusal

_PATIENCE = 15.0
"""Seconds that a cluster may stand without any worker: one that died is born again in less."""
_CONNECT = "5s"
_ASK = 2.0
"""Seconds after which whoever waits for a result asks whether anyone is still at work."""
_CALM = {"distributed.worker.profile.enabled": False, "distributed.admin.tick.interval": "1s"}
"""What the library would look after many times a second, in each process, whether or not there is anything to do."""
_AHEAD = 3
"""Tasks handed over for each thread of a worker: so many that none waits, so few that they lie nowhere in heaps."""


@contextmanager
def cluster(address: str, workers: int, beside: Crew) -> Iterator["Cluster"]:
    """Give the cluster at an address, or one of so many processes on this machine; what cannot travel is done by `beside`.

    Raises Refusal where Dask is not installed, where nobody answers there, no worker is there, or one runs something else.
    """
    try:
        import distributed  # noqa: F401
        from dask import config
    except ImportError as error:
        raise Refusal(
            "Máy này chưa cài Dask. Hãy chạy: pip install 'learnsoc_xlsx[dask]', hoặc bỏ --engine dask."
        ) from error
    with _quiet(), config.set(_CALM), ExitStack() as stack:
        address = address or stack.enter_context(_own(workers, beside.folder)).scheduler_address
        client = stack.enter_context(_reached(address))
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise Refusal(_nobody(address)) from error
        _refuse_others(client)
        yield Cluster(client, address, beside)


@contextmanager
def _quiet() -> Iterator[None]:
    """What befalls workers is said in our words, or mended: the library says it to nobody."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"distributed\b")
            yield
    finally:
        logging.disable(before)


def _reached(address: str) -> Any:
    from dask import config
    from distributed import Client

    try:
        with config.set({"distributed.comm.timeouts.connect": _CONNECT}):
            return Client(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise Refusal(
            f"Không thấy cụm Dask nào ở “{address}”. Cần địa chỉ của một “dask scheduler” đang chạy, ví dụ tcp://10.0.0.5:8786. Hãy kiểm tra địa chỉ và đường truyền, hoặc bỏ --scheduler để chạy trên máy này."
        ) from error


def _own(workers: int, folder: Path) -> Any:
    """A cluster of this machine, whose tasks are not handed on after a death: they are done here alone."""
    from distributed import LocalCluster

    return LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=workers,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",
        memory_limit=0,
        local_directory=str(folder),
        silence_logs=logging.CRITICAL,
        scheduler_kwargs={"allowed_failures": 0},
    )


def _nobody(address: str) -> str:
    return f"Cụm Dask ở “{address}” không trả lời nữa, hoặc không có tiến trình nào làm việc; kết quả lần trước còn nguyên. Hãy chạy “dask worker {address} --nthreads 1” ở các máy rồi chạy lại."


def _refuse_others(client: Any) -> None:
    for worker, theirs in client.run(program, on_error="return").items():
        if not isinstance(theirs, Program):
            raise Refusal(
                f"Tiến trình {worker} của cụm Dask không chạy được chương trình này ({type(theirs).__name__}). Hãy cài learnsoc_xlsx {dict(program().versions)['learnsoc_xlsx']} ở máy ấy rồi chạy lại."
            )
        _refuse_another(worker, theirs)


def _refuse_another(worker: str, theirs: Program) -> None:
    if theirs != program():
        raise Refusal(
            f"Tiến trình {worker} của cụm Dask chạy bản khác với máy này: {', '.join(theirs.differences(program()))}. Kết quả có thể khác nhau nên không chạy. Hãy cài cùng một bản ở mọi máy rồi chạy lại."
        )


class Cluster:
    """Workers of a cluster, for any number of works, beside the processes of this machine.

    A task that may travel goes to a worker; it takes with it what it reads, as soon as a worker was met that does not see
    that by itself. What cannot travel (what is drawn into a folder of this machine) is done here.
    """

    def __init__(self, client: Any, address: str, beside: Crew) -> None:
        self.beside = beside
        self._client, self._address = client, address
        self._in_hand = False
        self._alive = time.monotonic()

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        whole = list(tasks)
        if all(isinstance(task, Parcel) for task in whole):
            return iter(_Journey(self, work, whole))
        return self.beside.run(work, whole)

    def threads(self) -> int:
        """How many tasks may be done at a time; none while all workers are being born again. Raises Refusal where there is
        nobody any more.
        """
        try:
            threads = int(sum(self._client.nthreads().values()))
        except (OSError, TimeoutError) as error:
            raise Refusal(_nobody(self._address)) from error
        if threads:
            self._alive = time.monotonic()
        elif time.monotonic() - self._alive > _PATIENCE:
            raise Refusal(_nobody(self._address))
        return threads

    def begin(self, work: Callable[[Any], Any], task: Any) -> Any:
        """Hand over a task; return what stands for its result."""
        task = task.in_hand() if self._in_hand else task
        return self._client.submit(there, program(), work, packed(task), task.sight(), pure=False)

    def wait(self, futures: list[Any]) -> None:
        """Wait a while for one of them to be done."""
        from distributed import wait

        with self._client.as_current(), suppress(TimeoutError):
            wait(futures, timeout=_ASK, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]

    def result(self, future: Any) -> bytes | None:
        """Return what a worker sent back; None where it did not see what the task reads: from now on all take it along.

        Raises BrokenExecutor where workers died of it again and again, and what the work raised.
        """
        from distributed import KilledWorker

        if future.cancelled():
            raise Refusal(_nobody(self._address))
        try:
            answer: bytes | OtherProgram | None = future.result()
        except KilledWorker as error:
            raise BrokenExecutor from error
        if isinstance(answer, OtherProgram):
            _refuse_another(answer.worker, answer.program)
            raise AssertionError("a worker refused what it runs itself")
        self._in_hand |= answer is None
        return answer


class _Journey:
    """The tasks of one work on their way to the workers and back.

    So many are under way at a time that no machine holds more than these. One that is lost with its worker is handed to
    another by the scheduler; one whose workers died again and again is done beside, alone and if need be in parts.
    """

    def __init__(self, cluster: Cluster, work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
        self._cluster, self._work, self._tasks = cluster, work, tasks
        self._waiting = deque(range(len(tasks)))
        self._under_way: dict[Any, int] = {}
        self._done: dict[int, Any] = {}
        self._send()

    def __iter__(self) -> Iterator[Any]:
        for number in range(len(self._tasks)):
            while number not in self._done:
                self._wait()
                self._send()
            yield self._done.pop(number)

    def _send(self) -> None:
        room = _AHEAD * self._cluster.threads() - len(self._under_way)
        for _ in range(min(room, len(self._waiting))):
            number = self._waiting.popleft()
            self._under_way[self._cluster.begin(self._work, self._tasks[number])] = number

    def _wait(self) -> None:
        """Take up what is done after a while."""
        self._cluster.wait(list(self._under_way))
        for future in [future for future in self._under_way if future.done()]:
            self._take(future, self._under_way.pop(future))

    def _take(self, future: Any, number: int) -> None:
        try:
            answer = self._cluster.result(future)
        except BrokenExecutor:
            self._done[number] = self._cluster.beside.alone(self._work, self._tasks[number])
            return
        if answer is None:
            self._waiting.appendleft(number)
        else:
            self._done[number] = pickle.loads(zlib.decompress(answer))


@dataclass(frozen=True)
class OtherProgram:
    """A worker that runs another program than its client."""

    worker: str
    program: Program


_ONE_AT_A_TIME = threading.Lock()
"""A worker may have several threads: the work is made for processes."""


def there(wanted: Program, work: Callable[[Any], object], task: bytes, sight: object) -> bytes | OtherProgram | None:
    """Do a task on a worker, and send back its result, pressed; None where this machine sees something else."""
    if program() != wanted:
        from distributed import get_worker

        return OtherProgram(get_worker().address, program())
    parcel: Parcel = pickle.loads(task)
    if parcel.sight() != sight:
        return None
    with _ONE_AT_A_TIME, _seldom_swept():
        return zlib.compress(packed(work(parcel)), 1)


@contextmanager
def _seldom_swept() -> Iterator[None]:
    """Work makes millions of small values and hardly any cycle among them: to look for these often costs a tenth of it."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
