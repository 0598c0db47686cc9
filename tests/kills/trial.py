"""A trial: one run is ended by a signal; what it says, what it leaves, and what is there after the next start."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from learnsoc_xlsx.engine.pool import clear_away
from learnsoc_xlsx.stages.write.moving.whole import tidy
from tests.kills.scene import Scene, hashes

_SENTENCE = "Đã dừng theo yêu cầu"
_MOST = 30.0
"""Seconds that a busy machine may need to end all processes of a run."""


@dataclass(frozen=True)
class Trial:
    """Which signal ended a run, at which moment (in words), with which status, after how many seconds; the faults found."""

    number: signal.Signals
    moment: str
    status: int
    seconds: float
    end: str
    faults: tuple[str, ...]


def at_random(scene: Scene, number: signal.Signals, share: float) -> Trial:
    """End a run after a share of the time that it usually takes."""
    scene.lay()
    run = scene.begin()
    time.sleep(share * scene.seconds)
    start = time.perf_counter()
    _ask(run, number)
    return _judged(scene, run, number, f"after {share:.0%}", start)


def in_moving(scene: Scene, number: signal.Signals, nth: int) -> Trial:
    """End a run at the nth thing that it does to files while it moves its results in."""
    scene.lay()
    run = scene.begin("tests.kills.struck", number.name, str(nth))
    return _judged(scene, run, number, f"moving, at step {nth}", time.perf_counter())


def _ask(run: "subprocess.Popen[str]", number: signal.Signals) -> None:
    """Kill the run alone, as a system does that lacks memory; ask it and all its processes to stop, as a terminal does."""
    try:
        if number is signal.SIGKILL:
            os.kill(run.pid, number)
        else:
            os.killpg(run.pid, number)
    except ProcessLookupError:
        pass


def _judged(scene: Scene, run: "subprocess.Popen[str]", number: signal.Signals, moment: str, start: float) -> Trial:
    _, words = run.communicate()
    seconds = time.perf_counter() - start
    faults = [*_stays(run)]
    if run.returncode not in (0, -number, 128 + number) and not _before_ours(words):
        faults.append(f"ended with {run.returncode}: {words[-300:]}")
    if number is signal.SIGINT and run.returncode == -number and words and not _before_ours(words):
        faults.append(f"ended without its sentence: {words[-300:]}")
    if run.returncode == 128 + number and not words.startswith(_SENTENCE):
        faults.append(f"said {words[-300:]}")
    if number is not signal.SIGKILL and run.returncode != -number and _state(scene) == "MIXED":
        faults.append("mixed before the next start")
    tidy(scene.out)
    clear_away(scene.folder / "notes")
    end = _state(scene)
    if end == "MIXED":
        faults.append(f"mixed after the next start: {_differs(scene)}")
    faults += [f"stays: {name}" for name in scene.left()]
    return Trial(number, moment, run.returncode, seconds, end, tuple(faults))


def _before_ours(words: str) -> bool:
    """Whether Ctrl-C came while Python itself began: no line of the program is in what it says of that."""
    return "KeyboardInterrupt" in words and f"{os.sep}learnsoc_xlsx{os.sep}" not in words


def _state(scene: Scene) -> str:
    there = hashes(scene.out)
    return "old" if there == scene.old else "new" if there == scene.new else "MIXED"


def _differs(scene: Scene) -> list[str]:
    there = hashes(scene.out)
    return sorted(
        way for way in there.keys() | scene.new.keys() if there.get(way) not in (scene.old.get(way), scene.new.get(way))
    )


def _stays(run: "subprocess.Popen[str]") -> Iterator[str]:
    """Whether a process of the run lives on."""
    end = time.perf_counter() + _MOST
    while time.perf_counter() < end:
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    yield "a process lives on"
