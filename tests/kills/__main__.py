"""python -m tests.kills [--runs 50] [--seed 1]

Ends so many runs at random moments and as many in the moment of moving, by SIGKILL, SIGTERM and Ctrl-C in turn, and prints of
each what was there after the next start. Exit code 1 where one left anything but all that was or all that is new.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.kills.kills import kills


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.kills")
    parser.add_argument("--runs", type=int, default=50, help="kills at random moments, and as many while results move")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    faulty = 0
    with tempfile.TemporaryDirectory() as folder:
        for trial in kills(Path(folder), asked.runs, Random(asked.seed)):
            faulty += bool(trial.faults)
            words = "; ".join(trial.faults)
            print(
                f"{trial.number.name:8} {trial.moment:22} {trial.status:4} {trial.seconds:6.1f} s  {trial.end}  {words}",
                flush=True,
            )
    print(f"{2 * asked.runs} kills, {faulty} of them left something else")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
