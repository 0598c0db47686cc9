"""Have very many returns read, some wrong, hostile or corrupt: `python -m tests.load [--returns 5000] [--seed 1] [--at DIR]`.

Prints what was sent, what the run took, and each promise with what breaks it; exit code 1 where one is broken.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.bench.laps import Lap, lap
from tests.load.came import came
from tests.load.folder import laid
from tests.load.lots import Lot
from tests.load.promises import PROMISES
from tests.load.sent import Known
from tests.mutations.returns import AS_OF, YEAR

SHOWN = 10
"""So many of what breaks a promise are shown."""


def main() -> int:
    """Return 1 when a promise is broken."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as folder:
        at = (asked.at or Path(folder) / "load").resolve()
        known = laid(Lot(asked.returns, asked.seed), at / "inbox", _heard)
        print(_sent(known), flush=True)
        print(_taken(_run(at)), flush=True)
        result = came(at / "out", YEAR)
        return max([_held(list(promise(known, result)), promise.__name__) for promise in PROMISES])


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="tests.load", description=__doc__)
    asked.add_argument("--returns", type=int, default=5000, help="how many files come")
    asked.add_argument("--seed", type=int, default=1, help="what they grow from")
    asked.add_argument("--at", type=Path, help="a new folder in which everything is kept, to be looked at")
    return asked.parse_args()


def _heard(at: int) -> None:
    if at % 500 == 0:
        print(f"{time.strftime('%H:%M:%S')} {at} made …", file=sys.stderr, flush=True)


def _run(at: Path) -> Lap:
    words = (
        "consolidate",
        str(at / "inbox"),
        "--out",
        str(at / "out"),
        "--as-of",
        str(AS_OF),
        "--no-papers",
        "--no-replies",
    )
    return lap((sys.executable, "-m", "learnsoc_xlsx", *words), at, {"LEARNSOC_CACHE": ""}, (0,))


def _sent(known: Mapping[str, Known]) -> str:
    states = Counter(one.state.value for one in known.values())
    cells, spoilt = (sum(numbers) for numbers in zip(*((one.cells, one.spoilt) for one in known.values()), strict=True))
    return (
        f"{len(known):,} files: {', '.join(f'{count:,} {state}' for state, count in states.items())}; "
        f"{spoilt:,} of {cells:,} cells are wrong ({100 * spoilt / cells:.2f} %)"
    )


def _taken(of: Lap) -> str:
    lines = [f"{of.seconds:.0f} s, {of.cpu:.0f} s CPU, {of.megabytes:.0f} MB at most"]
    lines += [f"    {step:34} {seconds:7.1f} s {cpu:7.1f} s CPU" for step, (seconds, cpu) in of.steps.items()]
    return "\n".join(lines)


def _held(broken: list[str], promise: str) -> int:
    """Say whether a promise is held, and what breaks it."""
    print(f"{'✘' if broken else '✔'} {promise.replace('_', ' ')}", flush=True)
    for fault in broken[:SHOWN]:
        print(f"    {fault}")
    if len(broken) > SHOWN:
        print(f"    … {len(broken) - SHOWN} more")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
