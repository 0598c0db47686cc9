"""Tasks over some numbers, and works over them of which one may die: light, so that a worker has them at once."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

DEADLY = 13
ANYBODY = -1


@dataclass(frozen=True)
class Numbers:
    """Some numbers that may travel; they lie elsewhere where somebody must see them: the process that made them alone, or
    anybody.
    """

    numbers: tuple[int, ...]
    seen_by: int = 0

    def sight(self) -> int:
        return os.getpid() if self.seen_by > 0 else 0

    def in_hand(self) -> "Numbers":
        return replace(self, seen_by=0)

    def halves(self) -> Sequence["Numbers"]:
        half = len(self.numbers) // 2
        return [replace(self, numbers=part) for part in (self.numbers[:half], self.numbers[half:])] if half else []

    def joined(self, results: Sequence[list[str]]) -> list[str]:
        return [text for result in results for text in result]

    def given_up(self) -> "Numbers":
        return replace(self, numbers=(-1,))


def spoken(task: Numbers) -> list[str]:
    """The numbers as text; who takes up the deadly one dies."""
    if DEADLY in task.numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return [str(number) for number in task.numbers]


def killed_once(mark: Path, work: Callable[[Any], Any], task: Any) -> Any:
    """Do some work; whoever comes to it first is killed."""
    with suppress(FileExistsError):
        mark.touch(exist_ok=False)
        os.kill(os.getpid(), signal.SIGKILL)
    return work(task)


def is_in_hand(task: Numbers) -> bool:
    return not task.seen_by


def where(_: Numbers) -> str:
    return multiprocessing.current_process().name.split()[0]


def broken(task: Numbers) -> float:
    return task.numbers[0] / 0
