"""A lap: one whole process, and all that it starts, timed from its start to its end."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import memory

TIMES = "LEARNSOC_TIMES"
"""The variable of the environment that has a run write how long each of its steps took."""


@dataclass(frozen=True)
class Lap:
    """Seconds on the clock; CPU seconds (user and system, children included); peak memory in MB; and what each step took,
    as (seconds, CPU seconds) in their order.
    """

    seconds: float
    cpu: float
    megabytes: float
    steps: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def lap(command: Sequence[str], at: Path, environment: Mapping[str, str], endings: Sequence[int]) -> Lap:
    """Run a command in a session of its own, to its end; what it says goes to a file under `at`.

    Raises SystemExit when it does not end in one of the `endings`. The memory is that of all its processes together on
    Linux, elsewhere that of the biggest of them.
    """
    log, times = at / "said.txt", at / "times.json"
    times.unlink(missing_ok=True)
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env={**os.environ, **environment, TIMES: str(times)},
            start_new_session=True,
        )
        peak = memory.Peak(process.pid)
        if memory.SEEN:
            peak.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in endings:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text('utf-8')[-2000:]}")
    together = peak.stop() if memory.SEEN else 0.0
    return Lap(seconds, usage.ru_utime + usage.ru_stime, max(together, _biggest(usage)), _steps(times))


def _biggest(usage: resource.struct_rusage) -> float:
    """The MB of the biggest process; 0 where that may have been this one, as the process was before it became another."""
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss * unit / 1e6 if usage.ru_maxrss > own or not memory.SEEN else 0.0


def _steps(times: Path) -> dict[str, tuple[float, float]]:
    """What each step took, of the file in which a run wrote it, if it did."""
    if not times.is_file():
        return {}
    return {one["step"]: (one["seconds"], one["cpu"]) for one in json.loads(times.read_text("utf-8"))}
