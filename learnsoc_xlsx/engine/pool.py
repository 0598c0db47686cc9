"""A pool of processes on this machine: they are born for one piece of work and go when it is done."""

import gc
import itertools
import multiprocessing
import os
import pickle
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from learnsoc_xlsx.engine.parting import in_parts
from learnsoc_xlsx.engine.work import Result, Task, packed
from learnsoc_xlsx.model.errors import CannotWrite, why


@contextmanager
def pool(count: int) -> Iterator["Crew"]:
    """Give so many processes. Raises CannotWrite where there is no room for what they hand over."""
    with _temporary() as folder:
        crew = Crew(count, Path(folder))
        try:
            yield crew
        except BaseException:
            crew.end()  # nobody waits for its work
            raise
        finally:
            crew.rest()


@dataclass(frozen=True)
class _Job:
    """A task that was given to a process, as it was then, and where its result will lie."""

    task: bytes
    place: Path
    future: "Future[None]"

    @property
    def is_done(self) -> bool:
        return self.future.done() and self.future.exception() is None

    @property
    def is_begun(self) -> bool:
        return _mark(self.place).exists()

    def taken(self) -> Any:
        """The result, which no longer lies there. Raises BrokenExecutor when the process died, and what the work raised."""
        self.future.result()
        result = pickle.loads(self.place.read_bytes())
        self.place.unlink()
        return result


class Crew:
    """Processes for any number of works, each born for one.

    Where processes are forked they are born knowing the work and all that is bound to it (`functools.partial`), without
    a copy. Tasks are packed here and now: a pool would do it later in a thread, while the caller changes them. Results
    are handed over in files: a large one sent through a pipe would wait for the interpreter at every few kilobytes, for
    the caller goes on working meanwhile.

    When a process dies, others take over; what it was at is done alone, and in parts where it dies again.
    """

    def __init__(self, count: int, folder: Path) -> None:
        self.folder, self._count = folder, count
        self._pools: list[ProcessPoolExecutor] = []
        self._places = (folder / str(number) for number in itertools.count())

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Begin the tasks; give their results in order."""
        return self._handed_over(work, *self._begin(work, [packed(task) for task in tasks], self._count))

    def alone(self, work: Callable[[Any], Any], task: Any) -> Any:
        """Do a task in a process of its own, in parts where that dies. Raises Refusal where it cannot be parted."""
        return in_parts(partial(self._attempt, work), task)

    def end(self) -> None:
        """Stop whatever is at work."""
        for process in (process for pool in self._pools for process in list((pool._processes or {}).values())):
            process.terminate()

    def rest(self) -> None:
        """Let all processes go, once they have done what they are at."""
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)

    def _begin(
        self, work: Callable[[Any], object], tasks: Sequence[bytes], count: int
    ) -> tuple[ProcessPoolExecutor, list[_Job]]:
        self._pools.append(ProcessPoolExecutor(count, initializer=_know, initargs=(work, str(self.folder))))
        with _unheard():
            places = zip(tasks, self._places, strict=False)
            return self._pools[-1], [
                _Job(task, place, self._pools[-1].submit(_do, task, place)) for task, place in places
            ]

    def _handed_over(
        self, work: Callable[[Any], Any], pool: ProcessPoolExecutor, jobs: Sequence[_Job]
    ) -> Iterator[Any]:
        waiting = deque(jobs)
        with pool, suppress(BrokenExecutor):
            while waiting:
                result = waiting[0].taken()
                waiting.popleft()
                yield result
        if waiting:
            yield from self._after_a_death(work, waiting)

    def _after_a_death(self, work: Callable[[Any], Any], jobs: Collection[_Job]) -> Iterator[Any]:
        """Go on without a pool of which a process died: what nobody had begun is shared out anew."""
        untouched = [job.task for job in jobs if not (job.is_done or job.is_begun)]
        others = self._handed_over(work, *self._begin(work, untouched, self._count)) if untouched else iter(())
        for job in jobs:
            if job.is_done:
                yield job.taken()
            else:
                yield self.alone(work, pickle.loads(job.task)) if job.is_begun else next(others)

    def _attempt(self, work: Callable[[Any], Any], task: Any) -> Any:
        pool, (job,) = self._begin(work, [packed(task)], 1)
        with pool:
            return job.taken()


_OURS = f"learnsoc-{socket.gethostname()}-"
_TRIES = 40
_ASKED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM") if hasattr(signal, name))


@contextmanager
def _unheard() -> Iterator[None]:
    """Who asks to stop while processes are born waits until they are: between two of them the question would be lost."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ASKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _temporary() -> Iterator[str]:
    """A folder for what processes hand over. Raises CannotWrite where the system gives none.

    Who asks to stop as it is made is heard once it is known: what nobody knows of nobody takes away.
    """
    folder = ""
    try:
        with _unheard():
            folder = _made()
        yield folder
    finally:
        if folder:
            _take_away(folder)


def clear_away(place: Path) -> None:
    """Take away what runs of this machine left in its folder for passing things when they were killed between two works: then
    there is no process that would.
    """
    for folder in place.glob(f"{_OURS}*"):
        number = folder.name.removeprefix(_OURS).partition("-")[0]
        if number.isdecimal() and _is_gone(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_gone(process: int) -> bool:
    if sys.platform == "win32":
        return False  # to ask would be to end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:  # it is there, and another user's
        return False
    return False


def _made() -> str:
    clear_away(Path(tempfile.gettempdir()))
    try:
        return tempfile.mkdtemp(prefix=f"{_OURS}{os.getpid()}-")
    except OSError as error:
        raise _no_room(Path(error.filename or "tmp"), error) from error


def _take_away(folder: str) -> None:
    """Remove a folder in which somebody who is just ending may still write: until it is gone, for about a second."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not Path(folder).exists():
            return
        time.sleep(1 / _TRIES)


def _no_room(folder: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"Không ghi được vào thư mục tạm “{folder}” của máy ({why(error)}); kết quả lần trước còn nguyên. Hãy dọn bớt ổ đĩa có thư mục này, hoặc chạy với --engine serial."
    )


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
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)
    threading.Thread(target=_follow, args=(folder,), daemon=True).start()


def _follow(folder: str) -> None:
    """When the parent is no more, however it ended, take away what was to be handed over to it, and go."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        _take_away(folder)
        os._exit(1)


def _mark(place: Path) -> Path:
    """What lies beside the place of a result as soon as somebody is at its task."""
    return place.with_name(f"{place.name}-begun")


def _do(task: bytes, place: Path) -> None:
    _put(_mark(place), b"")
    _put(place, packed(_work(pickle.loads(task))))


def _put(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise _no_room(place.parent, error) from error
