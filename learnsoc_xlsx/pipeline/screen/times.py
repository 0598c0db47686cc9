"""Times: how long each step of a run took, kept for whoever makes it faster; where nobody asks, nothing is noted."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

KEPT_IN = "LEARNSOC_TIMES"
"""The variable of the environment that names the file in which they are kept."""
BEGINNING = "Bắt đầu"
"""What is done before the first step: the program and its libraries are loaded, the folder is looked through."""

Told = Callable[[str, int, int], None]


@contextmanager
def timed(progress: Told) -> Iterator[Told]:
    """Give a progress that is told what `progress` is told; where the environment names a file, it notes the time as well.

    The file is JSON, a list in the order of the steps: `step` in words, `seconds` on the clock, `cpu` seconds of this
    process and of those of its children that ended by then (none of these on Windows). The first counts from when this
    is called on the clock, and from the start of the process in CPU.
    """
    place = os.environ.get(KEPT_IN)
    if not place:
        yield progress
        return
    stopwatch = Stopwatch(progress)
    yield stopwatch
    Path(place).write_text(json.dumps(stopwatch.stopped(), ensure_ascii=False, indent=1), encoding="utf-8")


class Stopwatch:
    """Passes on what it is told; a step lasts from when it is first spoken of until another one is."""

    def __init__(self, progress: Told) -> None:
        self._progress = progress
        self._begun: list[tuple[str, float, float]] = [(BEGINNING, time.perf_counter(), 0.0)]

    def __call__(self, step: str, done: int, total: int) -> None:
        if step != self._begun[-1][0]:
            self._begun.append((step, time.perf_counter(), _cpu()))
        self._progress(step, done, total)

    def stopped(self) -> list[dict[str, str | float]]:
        """The steps and what each took, the last of them until now."""
        ends = [*self._begun[1:], ("", time.perf_counter(), _cpu())]
        return [
            {"step": step, "seconds": round(ended - begun, 4), "cpu": round(spent - before, 4)}
            for (step, begun, before), (_, ended, spent) in zip(self._begun, ends, strict=True)
        ]


def _cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
