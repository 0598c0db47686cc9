"""Patience: who asks the program to stop waits until what must not be seen half-way is done."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


@contextmanager
def uninterrupted() -> Iterator[list[int]]:
    """Do something whole; give the signals, by number, of those who asked to stop meanwhile, and were not heard."""
    asked: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS} if _may_handle() else {}
    held = {number: handler for number, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    for number in held:
        signal.signal(number, remember)
    try:
        yield asked
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)


def _may_handle() -> bool:
    """Whether this is the thread that signals come to."""
    return threading.current_thread() is threading.main_thread()
