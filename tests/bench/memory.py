"""The memory of a whole run: of every process of its session at one time, looked at again and again (Linux).

A page that several processes share is counted once (`Pss`); where the kernel does not tell that, a process counts with
all that it has resident, and what is shared counts several times.
"""

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
SEEN = (PROC / "self" / "stat").is_file()
"""Whether this machine can be looked at."""
EVERY, PATIENCE = 0.1, 30
"""Seconds from one look to the next, and how many times as long as it took: to look through gigabytes takes a while."""
_SESSION, _RESIDENT = 3, 21
"""Where a process's session and its resident pages stand in its stat, counted from what follows its name."""


class Peak(threading.Thread):
    """Looks at the processes of a session until it is told to stop, and keeps the most that they had at one time."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session, self._over = session, threading.Event()
        self.megabytes = 0.0

    def run(self) -> None:
        pause = EVERY / 5
        while not self._over.wait(pause):
            start = time.perf_counter()
            self._look()
            pause = max(EVERY, PATIENCE * (time.perf_counter() - start))

    def stop(self) -> float:
        """Return the most that was seen, in MB."""
        self._over.set()
        self.join()
        return self.megabytes

    def _look(self) -> None:
        resident = resident_in(stats(), self._session)
        if (
            sum(resident.values()) > self.megabytes
        ):  # shared pages can only lessen it, and asking for them takes a while
            shared_once = sum(_proportional(pid, most) for pid, most in resident.items())
            self.megabytes = max(self.megabytes, shared_once)


def stats() -> dict[int, str]:
    """The stat of every process there is, by its number."""
    found = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with suppress(OSError):  # it has ended meanwhile
                found[int(folder.name)] = (folder / "stat").read_text("utf-8", "replace")
    return found


def resident_in(stats: Mapping[int, str], session: int, page: int = 4096) -> dict[int, float]:
    """The MB that each process of a session has resident. A process's name may hold spaces and brackets."""
    fields = {pid: stat.rpartition(")")[2].split() for pid, stat in stats.items()}
    return {pid: int(of[_RESIDENT]) * page / 1e6 for pid, of in fields.items() if int(of[_SESSION]) == session}


def proportional_in(rollup: str) -> float:
    """The MB of a process in which a shared page counts for its part, of the words of its `smaps_rollup`."""
    line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) * 1024 / 1e6


def _proportional(pid: int, resident: float) -> float:
    try:
        return proportional_in((PROC / str(pid) / "smaps_rollup").read_text("utf-8"))
    except (OSError, StopIteration):  # it has ended, or the kernel does not tell
        return resident
