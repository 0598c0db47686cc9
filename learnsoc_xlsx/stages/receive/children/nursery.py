"""A nursery: one process, isolated, that has loaded the readers and bears a child of its own for each file.

A child costs as much as its file then, and not as much as all that it must load. Each has limits of its own, and may die
of its file: the next one is another process. Where processes are not safely born so, each file gets a child as any.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from io import BufferedReader, BufferedWriter
from multiprocessing.util import Finalize
from typing import IO, Any, cast

from learnsoc_xlsx.stages.receive.children.child import Ended, as_ended, child, libraries, module, too_late
from learnsoc_xlsx.stages.receive.fault import Fault

_BEARS = sys.platform == "linux"
_INSIDE = "learnsoc_xlsx.stages.receive.children.in_nursery"
"""The module whose `main` is the nursery."""
_LOADED = ("learnsoc_xlsx.stages.receive.trial",)
"""What a nursery loads before its first child is born."""


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
            [sys.executable, "-I", "-X", "utf8", *module(_INSIDE, *_LOADED)],
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
        if cls._own:
            cls._own._let_go()
        cls.lock, cls._own = threading.Lock(), None

    def ask(self, name: str, words: Sequence[str], data: bytes, seconds: float) -> Ended | Fault | None:
        """Return how a child ended, or None where there is no nursery any more to say so."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        late = threading.Event()
        patience = threading.Timer(seconds, self._end, (late,))
        patience.start()
        try:
            send(self._process.stdin, (name, *words, libraries()), data)
            (code, length), written = received(self._process.stdout)
        except (OSError, EOFError):
            self._process.kill()
            self._process.wait()
            return too_late() if late.is_set() else None
        finally:
            patience.cancel()
        return as_ended(code, written[:length], written[length:])

    def _let_go(self) -> None:
        """Where it was born before the fork: it hears nothing from here, and nobody here waits for its end."""
        for pipe in (self._process.stdin, self._process.stdout):
            cast(BufferedReader | BufferedWriter, pipe).raw.close()  # not what stands before it: the parent writes that
        self._process.returncode = 0

    def _end(self, late: threading.Event) -> None:
        """End the nursery, and its child that is not done."""
        late.set()
        if sys.platform == "linux":
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)


if sys.platform == "linux":
    os.register_at_fork(after_in_child=_Nursery.forget)


def send(pipe: IO[bytes], head: Sequence[object], data: bytes) -> None:
    """Send words and bytes through a pipe."""
    pipe.write(json.dumps([head, len(data)]).encode() + b"\n")
    pipe.write(data)
    pipe.flush()


def received(pipe: IO[bytes]) -> tuple[list[Any], bytes]:
    """Return what was sent. Raises EOFError where the other end is gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head, length = json.loads(line)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return head, data
