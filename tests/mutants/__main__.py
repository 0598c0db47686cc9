"""Do one small thing in the rooms that decide otherwise, and see a test fail: `python -m tests.mutants [--sample 40] [--seed 1]`.

Takes so many mutants by chance (`--all`: each), tries each, and prints what survived and how sure the share of the killed is.
What equivalent.toml explains counts neither way. Exit code 1 where fewer than 90 % are killed, where something listed there is
killed, or is no mutant any more.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from random import Random

import pytest

from tests.mutants.court import Court, Fate
from tests.mutants.mutant import Mutant, all_of
from tests.mutants.tables import ROOMS, STAGES, TESTS, equivalents, stale

WANTED = 0.9
"""The share of the mutants that must be killed."""


@dataclass
class Tally:
    """What became of the mutants so far, each told as it is known."""

    explained: frozenset[tuple[str, str, str]]
    fates: list[tuple[Mutant, Fate]] = field(default_factory=list)

    def heard(self, mutant: Mutant, fate: Fate, by: str) -> None:
        self.fates.append((mutant, fate))
        if len(self.fates) % 25 == 0:
            print(f"{len(self.fates)} tried …", file=sys.stderr, flush=True)
        if fate.dead is (mutant.key in self.explained):
            where = f"{mutant.file.relative_to(STAGES)}:{mutant.line}"
            print(
                f"{where}  {fate.value}{f' by {by}' if by else ''}\n    {mutant.text}\n    {mutant.change}", flush=True
            )

    @property
    def counted(self) -> list[tuple[Mutant, Fate]]:
        return [(mutant, fate) for mutant, fate in self.fates if mutant.key not in self.explained]

    @property
    def wrongly_explained(self) -> int:
        return sum(fate.dead for mutant, fate in self.fates if mutant.key in self.explained)


def main() -> int:
    """Return 1 where too few are killed, or where the list of those that need not be is wrong."""
    asked = _asked()
    every, listed = [mutant for room in ROOMS for mutant in all_of(room)], equivalents()
    tally = Tally(frozenset((one.file, one.line, one.change) for one in listed))
    court = Court(ROOMS, _chosen(every, asked), tally.heard)
    code = pytest.main([*(asked.tests or TESTS), "-s", "-p", "no:cacheprovider", "--no-summary"], [court])
    if code or len(tally.fates) != len(court.mutants):
        print("\n".join(_told(tally, len(every))))
        print(f"pytest ended with {code!r} after {len(tally.fates)} mutants", file=sys.stderr)
        return 2
    gone = stale(listed, every)
    for one in gone:
        print(f"listed as equivalent, and no mutant any more: {one.file}: {one.line}: {one.change}")
    print("\n".join(_told(tally, len(every))))
    return int(_share(tally.counted) < WANTED or bool(gone) or tally.wrongly_explained > 0)


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="tests.mutants", description=__doc__)
    asked.add_argument("--sample", type=int, default=40, help="how many mutants are tried")
    asked.add_argument("--seed", type=int, default=1, help="which these are")
    asked.add_argument("--all", action="store_true", help="try each")
    asked.add_argument("--only", default="", help="of files whose path under stages begins so")
    asked.add_argument("--tests", nargs="+", help="other tests than those that are declared")
    return asked.parse_args()


def _chosen(every: Sequence[Mutant], asked: argparse.Namespace) -> Sequence[Mutant]:
    """Those that are asked for: a longer sample of one seed begins with a shorter one."""
    some = [one for one in every if str(one.file.relative_to(STAGES)).startswith(asked.only)]
    return some if asked.all else Random(asked.seed).sample(some, len(some))[: asked.sample]


def _share(fates: Sequence[tuple[Mutant, Fate]]) -> float:
    return sum(fate.dead for _, fate in fates) / len(fates) if fates else 1.0


def wilson(killed: int, tried: int, z: float = 1.96) -> tuple[float, float]:
    """Return between which shares the true one lies, in 95 of 100 cases, when so many of those tried by chance were killed."""
    if not tried:
        return 0.0, 1.0
    share, over = killed / tried, z * z / tried
    middle, half = share + over / 2, z * sqrt((share * (1 - share) + over / 4) / tried)
    return (middle - half) / (1 + over), (middle + half) / (1 + over)


def _told(tally: Tally, every: int) -> list[str]:
    counted = tally.counted
    rooms = Counter(_room(mutant.file) for mutant, _ in counted)
    killed = Counter(_room(mutant.file) for mutant, fate in counted if fate.dead)
    least, most = wilson(killed.total(), rooms.total())
    lines = [f"    {room:10} {killed[room]} of {tried} killed ({100 * killed[room] / tried:.1f} %)" for room, tried in sorted(rooms.items())]  # fmt: skip
    fates = Counter(fate.value for _, fate in counted)
    return [
        f"{len(tally.fates)} of {every} mutants tried, {len(tally.fates) - len(counted)} of them listed as equivalent",
        f"{killed.total()} of {rooms.total()} killed: {100 * _share(counted):.1f} % (95 %: {100 * least:.1f} to {100 * most:.1f} %)",
        *lines,
        f"    {dict(fates)}",
    ]


def _room(file: Path) -> str:
    return file.relative_to(STAGES).parts[0]


if __name__ == "__main__":
    sys.exit(main())
