"""Try every relation on many made-up communes: `python -m tests.metamorphic [--seeds N] [--runs N] [--from N]`."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.metamorphic import awards, figures, runs

_SHOWN = 10


def main(words: Sequence[str]) -> int:
    """Return 1 where a relation does not hold."""
    asked = argparse.ArgumentParser(prog="tests.metamorphic", description=__doc__)
    asked.add_argument(
        "--seeds", type=int, default=200, help="how many rounds of each award, and how many communes' figures"
    )
    asked.add_argument("--runs", type=int, default=10, help="how many communes from the files in a folder on")
    asked.add_argument("--from", dest="first", type=int, default=1, help="the first seed")
    given = asked.parse_args(words)
    seeds, few = (range(given.first, given.first + many) for many in (given.seeds, given.runs))
    held = [
        *(_held(relation.__name__, partial(_of_awards, relation), seeds) for relation in awards.RELATIONS),
        *(_held(relation.__name__, relation, seeds) for relation in figures.RELATIONS),
        *(_held(relation.__name__, relation, few) for relation in runs.RELATIONS),
    ]
    return 0 if all(held) else 1


def _of_awards(relation: awards.Relation, seed: int) -> Iterator[str]:
    for award in awards.AWARDS:
        yield from relation(award, seed)


def _held(name: str, relation: Callable[[int], Iterator[str]], seeds: range) -> bool:
    """Say whether a relation holds for all seeds, and where it does not."""
    broken = [fault for seed in seeds for fault in relation(seed)]
    print(f"{'✘' if broken else '✔'} {name.replace('_', ' ')} ({len(seeds)})", flush=True)
    for fault in broken[:_SHOWN]:
        print(f"    {fault}")
    return not broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
