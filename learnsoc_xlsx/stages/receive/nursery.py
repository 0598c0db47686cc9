"""A nursery: one process, isolated, that has loaded the readers and bears a child of its own for each file.

A child costs as much as its file then, and not as much as all that it must load. Each has limits of its own, and may die
of its file: the next one is another process. Where processes are not safely born so, each file gets a child as any.
"""

import io
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.util import Finalize
from typing import IO, Any, NoReturn

from learnsoc_xlsx.stages.receive.child import Ended, as_ended, child, libraries, module, too_late
from learnsoc_xlsx.stages.receive.fault import Fault

_BEARS = sys.platform == "linux"
_LOADED = ("learnsoc_xlsx.stages.receive.trial",)
"""What a nursery loads before its first child is born."""
_AT_ONCE = 1 << 16


def nursed(name: str, words: Sequence[str], data: bytes, seconds: float) -> Ended | Fault:
    """Have a child of the nursery run the `main` of a module with these words, feed it `data`, and wait for it so long.

    It ends as `child` says that one ends. Where the nursery itself is gone, a child that has no nursery does the work.
    """
    if not _BEARS:
        return child(module(name, *words), data, seconds)
    with _Nursery.lock:
        ended = _Nursery.here().ask(name, words, data, seconds)
    return ended or child(module(name, *words), data, seconds)


class _Nursery:
    """The nursery of this process: begun when first asked, and anew when it is gone; it ends when this process does."""

    lock = threading.Lock()
    _own: "_Nursery | None" = None

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", *module(__name__, *_LOADED)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )
        Finalize(self, self._process.communicate, exitpriority=0)

    @classmethod
    def here(cls) -> "_Nursery":
        if cls._own is None or cls._own._process.poll() is not None:
            cls._own = cls()
        return cls._own

    @classmethod
    def forget(cls) -> None:
        """After a fork: the nursery is the parent's, and so is whoever holds the lock."""
        cls.lock, cls._own = threading.Lock(), None

    def ask(self, name: str, words: Sequence[str], data: bytes, seconds: float) -> Ended | Fault | None:
        """Return how a child ended, or None where there is no nursery any more to say so."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        late = threading.Event()
        patience = threading.Timer(seconds, self._end, (late,))
        patience.start()
        try:
            _send(self._process.stdin, (name, *words, libraries()), data)
            (code, length), written = _received(self._process.stdout)
        except (OSError, EOFError):
            self._process.kill()
            self._process.wait()
            return too_late() if late.is_set() else None
        finally:
            patience.cancel()
        return as_ended(code, written[:length], written[length:])

    def _end(self, late: threading.Event) -> None:
        """End the nursery, and its child that is not done."""
        late.set()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


if _BEARS:
    os.register_at_fork(after_in_child=_Nursery.forget)


def _send(pipe: IO[bytes], head: Sequence[object], data: bytes) -> None:
    pipe.write(json.dumps([head, len(data)]).encode() + b"\n")
    pipe.write(data)
    pipe.flush()


def _received(pipe: IO[bytes]) -> tuple[list[Any], bytes]:
    """Return what was sent. Raises EOFError where the other end is gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head, length = json.loads(line)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return head, data


# In the nursery


def main(*loaded: str) -> int:
    """Bear a child for whatever is asked for, one after the other, until nobody is there to ask."""
    for name in loaded:
        import_module(name)
    asks, tells = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    while True:
        try:
            (name, *words, path), data = _received(asks)
        except EOFError:
            return 0
        out, error = os.pipe(), os.pipe()
        born = os.fork()
        if not born:
            for end in (asks.fileno(), tells.fileno(), out[0], error[0]):
                os.close(end)
            _live(name, words, path, data, out[1], error[1])
        os.close(out[1])
        os.close(error[1])
        written, errors = _heard(asks.fileno(), born, out[0], error[0])
        code = os.waitstatus_to_exitcode(os.waitpid(born, 0)[1])
        _send(tells, (code, len(written)), written + errors)


def _heard(asks: int, born: int, *pipes: int) -> list[bytes]:
    """What a child writes to each of its pipes until it ends; it is ended, and so is all, when nobody waits any more."""
    written = {pipe: bytearray() for pipe in pipes}
    still = set(pipes)
    with selectors.DefaultSelector() as heard:
        for pipe in (asks, *pipes):
            heard.register(pipe, selectors.EVENT_READ)
        while still:
            for pipe in (key.fd for key, _ in heard.select()):
                if pipe == asks:
                    os.kill(born, signal.SIGKILL)
                    os._exit(1)
                some = os.read(pipe, _AT_ONCE)
                written[pipe] += some
                if not some:
                    heard.unregister(pipe)
                    os.close(pipe)
                    still.discard(pipe)
    return [bytes(whole) for whole in written.values()]


# In its child


def _live(name: str, words: Sequence[str], path: str, data: bytes, out: int, error: int) -> NoReturn:
    """Do the work as a process of its own would that was begun for it alone, and end as it would."""
    code = 1
    try:
        os.dup2(out, 1)
        os.dup2(error, 2)
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        sys.path += [entry for entry in json.loads(path) if entry not in sys.path]
        code = import_module(name).main(*words)
        sys.stdout.flush()
    except BaseException:
        code = 1
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
