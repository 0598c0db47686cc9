"""Stopping: who asks a run to stop is answered with a sentence, wherever in the run that is heard."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from learnsoc_xlsx.model.errors import Stopped

STOPPED = "Đã dừng theo yêu cầu; kết quả lần trước còn nguyên."
COLLECTED = "Đã dừng theo yêu cầu; thư và tệp đã lấy về vẫn còn. Hãy chạy lại lệnh này để lấy tiếp."
PRINTED = "Đã dừng theo yêu cầu; các mẫu đã ghi vẫn dùng được. Hãy chạy lại lệnh này để in các mẫu còn lại."
_ASKED_AGAIN = 0.05
"""Seconds until a question that came where nothing can be raised is asked again."""
_asked: list[int] = []
"""Who asked to stop, by number."""


def hear() -> None:
    """Let whoever asks to stop be answered: no process and no half-made folder is left behind. Who is not to be heard is not."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    sys.unraisablehook = _ask_again


def _stop(number: int, _frame: object) -> NoReturn:
    _asked.append(number)
    raise Stopped(number, STOPPED)


@contextmanager
def answering(*sentences: type[Exception]) -> Iterator[None]:
    """What breaks when somebody asked to stop breaks because of that, as the processes of the run are gone: it is answered.

    `sentences` are what says itself why a run ends.
    """
    before = len(_asked)
    try:
        yield
    except sentences:
        raise
    except Exception as error:
        time.sleep(2 * _ASKED_AGAIN)  # who asks is heard here a moment after the processes were
        if asked := _asked[before:]:
            raise Stopped(asked[0], STOPPED) from error
        raise


@contextmanager
def stopped_as(sentence: str) -> Iterator[None]:
    """What is stopped here says so in this sentence, where the usual one would not be true."""
    try:
        yield
    except Stopped as stopped:
        raise Stopped(stopped.number, sentence) from stopped


def _ask_again(lost: "sys.UnraisableHookArgs") -> None:
    """Where Python drops what is raised (as it clears values away) who asked to stop would not be answered."""
    if isinstance(lost.exc_value, Stopped):
        threading.Timer(_ASKED_AGAIN, _ask, (lost.exc_value.number,)).start()
    else:
        sys.__unraisablehook__(lost)


def _ask(number: int) -> None:
    """Ask the thread that works, so that it is woken where it waits; on Windows whoever is there."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)
