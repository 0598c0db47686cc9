"""A second opinion on the sample and on many communes: `python -m tests.second_opinion --communes 200 --seed 1`, or on a run there is.

`--inbox DIR --out DIR` compares a run with the folder that it was made of. Ends with 1 where anything differs.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.drawn import second_opinion_on_the_sample, told_of
from tests.second_opinion.opinion import compared_with, opinion


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and print what was compared, what occurred and what differs."""
    parser = argparse.ArgumentParser(prog="tests.second_opinion", description=__doc__)
    parser.add_argument("--communes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inbox", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(arguments)
    os.environ["LEARNSOC_CACHE"] = ""
    return (
        _of_a_run(asked.inbox, asked.out) if asked.inbox else _of_many(range(asked.seed, asked.seed + asked.communes))
    )


def _of_a_run(inbox: Path, out: Path) -> int:
    own = opinion(inbox)
    compared = compared_with(own, out)
    return _told(compared.counts, own.occurred, [str(one) for one in compared.differences])


def _of_many(seeds: range) -> int:
    counts: Counter[str] = Counter()
    occurred: Counter[str] = Counter()
    different: list[str] = []
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        own, compared = second_opinion_on_the_sample(Path(folder))
    counts.update(compared.counts)
    occurred.update(own.occurred)
    different += [f"sample: {one}" for one in compared.differences]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        for seed, (met, compared) in zip(seeds, processes.map(told_of, seeds), strict=True):
            counts.update(compared.counts)
            occurred.update(met)
            different += [f"seed {seed}: {one}" for one in compared.differences]
            done = f"{seed - seeds[0] + 1}/{len(seeds)} · {time.monotonic() - begun:.0f} s · {len(different)}"
            print(f"\r{done}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return _told(counts, occurred, different)


def _told(counts: dict[str, int], occurred: Counter[str], different: Sequence[str]) -> int:
    print("Compared:", *(f"  {kind}: {count}" for kind, count in counts.items()), sep="\n")
    print("Occurred:", *(f"  {what}: {count}" for what, count in sorted(occurred.items())), sep="\n")
    print(f"Different: {len(different)}", *different, sep="\n")
    return 1 if different or not whole(Compared(dict(counts))) else 0


def whole(compared: Compared) -> bool:
    """Whether figures, verdicts and conditions were compared at all."""
    return all(compared.counts.get(kind, 0) > 0 for kind in ("figures", "verdicts", "conditions"))


if __name__ == "__main__":
    sys.exit(main())
