"""Where work runs: this process, a pool of processes, or a Dask cluster. One seam, `Executor.map`."""

import gc
import itertools
import multiprocessing
import os
import pickle
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from enum import Enum
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Protocol, TypeVar

from learnsoc_xlsx.model.errors import CannotWrite, Refusal, why

Task = TypeVar("Task")
Result = TypeVar("Result")


class Map(Protocol):
    """Runs a function over tasks and gives the results in the order of the tasks."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]: ...


class Engine(Enum):
    """What may run the work; `auto` takes a pool when there is enough to share out."""

    AUTO = "auto"
    SERIAL = "serial"
    PROCESSES = "processes"
    DASK = "dask"


@contextmanager
def engine(kind: Engine, workers: int | None, size: int) -> Iterator[Map]:
    """Give a `map` that keeps the order of its tasks.

    `workers` None: one for each processor (for Dask: the address in DASK_SCHEDULER_ADDRESS, else a local cluster).
    `size` is how many tasks there will be: a pool is not started for fewer than two.
    """
    count = workers or os.cpu_count() or 1
    if kind is Engine.DASK:
        with _dask(count) as executor:
            yield executor.map
    elif kind is Engine.SERIAL or (kind is Engine.AUTO and (size < 2 or count < 2)):
        yield map
    else:
        with _pool(min(count, max(size, 1))) as run:
            yield run


@contextmanager
def _pool(count: int) -> Iterator[Map]:
    """Processes that are born for one piece of work and go when it is done.

    Where processes are forked they are born knowing the work and all that is bound to it (`functools.partial`), without
    a copy. Tasks are packed here and now: a pool would do it later in a thread, while the caller changes them. Results are handed over in files: a large one sent through a pipe would wait for the interpreter at every
    few kilobytes, for the caller goes on working meanwhile.
    """
    pools: list[ProcessPoolExecutor] = []
    with _temporary() as folder:
        places = (Path(folder) / str(number) for number in itertools.count())

        def run(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
            pools.append(ProcessPoolExecutor(count, initializer=_know, initargs=(work, folder)))
            with _unheard():
                begun = [pools[-1].submit(_do, _packed(task), next(places)) for task in tasks]
            return _handed_over(pools[-1], begun)

        try:
            yield run
        except BaseException:
            for process in (process for pool in pools for process in list((pool._processes or {}).values())):
                process.terminate()  # nobody waits for its work
            raise
        finally:
            for pool in pools:
                pool.shutdown(cancel_futures=True)


_ASKED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM") if hasattr(signal, name))


@contextmanager
def _unheard() -> Iterator[None]:
    """Who asks to stop while processes are born waits until they are: between two of them the question would be lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ASKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _temporary() -> Iterator[str]:
    """A folder for what processes hand over. Raises CannotWrite where the system gives none."""
    try:
        made = tempfile.TemporaryDirectory(prefix="learnsoc-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _no_room(Path(error.filename or "tmp"), error) from error
    with made as folder:
        yield folder


def _no_room(folder: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"Không ghi được vào thư mục tạm “{folder}” của máy ({why(error)}); kết quả lần trước còn nguyên. Hãy dọn bớt ổ đĩa có thư mục này, hoặc chạy với --engine serial."
    )


def _handed_over(pool: ProcessPoolExecutor, begun: Iterable[Future[Path]]) -> Iterator[Any]:
    with pool:
        for future in begun:
            yield pickle.loads(future.result().read_bytes())
            future.result().unlink()


_work: Callable[[Any], object]
"""The work of this process, where it is one of a pool."""


def _know(work: Callable[[Any], object], folder: str) -> None:
    """Begin the life of a process of a pool: it leaves to its parent what people ask, and does not outlive it."""
    global _work
    _work = work
    gc.freeze()  # what it was born knowing stays: to look through it again would copy every page of it
    tempfile.tempdir = folder  # what it leaves there when it is ended goes with the rest
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)
    threading.Thread(target=_follow, args=(folder,), daemon=True).start()


def _follow(folder: str) -> None:
    """When the parent is no more, however it ended, take away what was to be handed over to it, and go."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)


def _do(task: bytes, place: Path) -> Path:
    done = _packed(_work(pickle.loads(task)))
    try:
        place.write_bytes(done)
    except OSError as error:
        raise _no_room(place.parent, error) from error
    return place


def _packed(thing: object) -> bytes:
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)


@contextmanager
def _dask(workers: int) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise Refusal(
            "Máy này chưa cài Dask. Hãy chạy: pip install 'learnsoc_xlsx[dask]', hoặc bỏ --engine dask."
        ) from error
    address = os.environ.get("DASK_SCHEDULER_ADDRESS")
    options = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    with Client(address) if address else Client(**options) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()
