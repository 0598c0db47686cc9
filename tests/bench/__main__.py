"""Time the main job against two yardsticks: `python -m tests.bench --returns 300`.

Peer, floor and us run as whole processes, in turn, on the same files; the medians are shown. Us runs without the letters
to the senders, which neither yardstick writes; `answering` is us with them, run once. The files are made, and
all is thrown away, outside the measured time, unless `--at DIR` keeps them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.returns import AS_OF, register, write

HERE = Path(__file__).parent
OVER_PEER, OVER_FLOOR, MEMORY_MB = 10.0, 3.0, 1000.0


@dataclass(frozen=True)
class Lap:
    """One whole process: wall-clock seconds, and the memory of the biggest process in it."""

    seconds: float
    megabytes: float


def main(returns: int, runs: int, peer_runs: int, at: Path) -> None:
    """Make the returns under `at`, time the three in turn, and print what came of it."""
    inbox = _inbox(returns, at)
    out = at / "out"
    whole = [sys.executable, "-m", "learnsoc_xlsx", "consolidate", str(inbox), "--out", str(out), "--as-of", str(AS_OF)]
    commands = {
        "peer": [sys.executable, str(HERE / "peer.py"), str(inbox), str(at / "peer.xlsx")],
        "floor": [sys.executable, str(HERE / "floor.py"), str(inbox)],
        "us": [*whole, "--no-replies"],
        "answering": whole,
    }  # fmt: skip
    wanted = {"peer": peer_runs, "floor": runs, "us": runs, "answering": 1}
    laps: dict[str, list[Lap]] = {name: [] for name in commands}
    for turn in range(max(wanted.values())):
        for name, command in commands.items():
            if turn < wanted[name]:
                shutil.rmtree(out, ignore_errors=True)
                laps[name].append(_lap(command, at / f"{name}.log"))
                print(f"{name} {turn + 1}: {laps[name][-1].seconds:.2f} s", file=sys.stderr)
    size = sum(path.stat().st_size for path in inbox.iterdir()) / 1e6
    print(f"{returns} returns, {size:.1f} MB")
    print("\n".join(_told({name: found for name, found in laps.items() if found})))


def _inbox(returns: int, at: Path) -> Path:
    """Return a folder of so many returns and their register, made now unless it is there already."""
    inbox = at / f"inbox {returns}"
    if inbox.is_dir():
        return inbox
    making = at / f"making {returns}"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    made = register(returns)
    (making / made.name).write_bytes(made.data)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(write, making), range(1, returns + 1), chunksize=4))
    return making.rename(inbox)


def _lap(command: Sequence[str], log: Path) -> Lap:
    """Run a command to its end. Linux counts in kB, and a process together with its own children."""
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text('utf-8')[-2000:]}")
    return Lap(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6)


def _told(laps: dict[str, list[Lap]]) -> list[str]:
    """The table of medians, then each target that can be judged."""
    seconds = {name: median(lap.seconds for lap in found) for name, found in laps.items()}
    memory = {name: max(lap.megabytes for lap in found) for name, found in laps.items()}
    lines = [f"{'':10}{'median s':>10}{'least':>9}{'most':>9}{'runs':>6}{'peak MB':>9}"]
    for name, found in laps.items():
        each = [lap.seconds for lap in found]
        lines.append(f"{name:10}{seconds[name]:10.2f}{min(each):9.2f}{max(each):9.2f}{len(each):6}{memory[name]:9.0f}")
    us = seconds["us"]
    if "peer" in seconds:
        ratio = seconds["peer"] / us
        lines.append(f"peer / us    {ratio:7.2f}   target ≥ {OVER_PEER:g}: {_word(ratio >= OVER_PEER)}")
    ratio = us / seconds["floor"]
    lines.append(f"us / floor   {ratio:7.2f}   target ≤ {OVER_FLOOR:g}: {_word(ratio <= OVER_FLOOR)}")
    lines.append(f"peak MB      {memory['us']:7.0f}   target < {MEMORY_MB:g}: {_word(memory['us'] < MEMORY_MB)}")
    return lines


def _word(reached: bool) -> str:
    return "reached" if reached else "NOT reached"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--returns", type=int, default=300, help="how many villages send a return (at most 999)")
    parser.add_argument("--runs", type=int, default=5, help="how often us and floor are run")
    parser.add_argument("--peer-runs", type=int, default=5, help="how often peer is run; 0 leaves it out")
    parser.add_argument("--at", type=Path, help="a folder to keep the returns and results in, and to find them again")
    given = parser.parse_args()
    if given.returns < 1 or given.runs < 1 or given.peer_runs < 0:
        parser.error("--returns and --runs take 1 or more, --peer-runs 0 or more")
    return given


if __name__ == "__main__":
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        main(given.returns, given.runs, given.peer_runs, given.at or Path(folder))
