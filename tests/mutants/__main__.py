"""Do one small thing in the rooms that decide otherwise, and see a test fail: `python -m tests.mutants [--sample 40] [--seed 1]`.

Takes so many mutants by chance (`--all`: each), tries each, and prints what survived and how sure the share of the killed is.
What equivalent.toml explains counts neither way. Exit code 1 where fewer than 90 % are killed, where something listed there is
killed, or is no mutant any more.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from random import Random

import pytest

from tests.mutants.court import Court, Fate
from tests.mutants.mutant import Mutant, all_of
from tests.mutants.tables import ROOMS, STAGES, TIERS, Tier, equivalents, stale

WANTED = 0.9
"""The share of the mutants that must be killed."""


@dataclass
class Tally:
    """What became of the mutants so far; who survived one tier of tests may be killed by the next."""

    explained: frozenset[tuple[str, str, str]]
    fates: dict[Mutant, tuple[Fate, str]] = field(default_factory=dict)

    def heard(self, mutant: Mutant, fate: Fate, by: str) -> None:
        before, _ = self.fates.get(mutant, (fate, ""))
        self.fates[mutant] = (before if fate is Fate.UNSEEN else fate), by
        print("." if fate.dead else "s", end="", file=sys.stderr, flush=True)

    def left(self, mutants: Sequence[Mutant]) -> list[Mutant]:
        """Those that nothing has killed yet."""
        return [one for one in mutants if one not in self.fates or not self.fates[one][0].dead]

    @property
    def counted(self) -> list[tuple[Mutant, Fate]]:
        return [(mutant, fate) for mutant, (fate, _) in self.fates.items() if mutant.key not in self.explained]

    @property
    def wrongly_explained(self) -> int:
        return sum(fate.dead for mutant, (fate, _) in self.fates.items() if mutant.key in self.explained)

    def astray(self) -> Iterator[str]:
        """What survived and is not explained, and what is explained and was killed."""
        for mutant, (fate, by) in self.fates.items():
            if fate.dead is (mutant.key in self.explained):
                where = f"{mutant.file.relative_to(STAGES)}:{mutant.line}  {fate.value}"
                yield f"{where}{f' by {by}' if by else ''}\n    {mutant.text}\n    {mutant.change}"


def main() -> int:
    """Return 1 where too few are killed, or where the list of those that need not be is wrong; 2 where not all were tried."""
    asked = _asked()
    every, listed = [mutant for room in ROOMS for mutant in all_of(room)], equivalents()
    tally = Tally(frozenset((one.file, one.line, one.change) for one in listed))
    tiers = (Tier(asked.tests, TIERS[-1].limit),) if asked.tests else TIERS[: 1 if asked.quick else None]
    whole = all(_tried(tier, tally, _chosen(every, asked)) for tier in tiers)
    gone = stale(listed, every)
    print("\n".join(["", *tally.astray()]))
    for one in gone:
        print(f"listed as equivalent, and no mutant any more: {one.file}: {one.line}: {one.change}")
    print("\n".join(_told(tally, len(every))))
    too_few = _share(tally.counted) < WANTED
    return int(too_few or bool(gone) or tally.wrongly_explained > 0) if whole else 2


def _tried(tier: Tier, tally: Tally, mutants: Sequence[Mutant]) -> bool:
    """Have those that nothing has killed yet tried by the tests of a tier; say whether all were."""
    court = Court(ROOMS, tally.left(mutants), tally.heard, tier.limit)
    if not court.mutants:
        return True
    code = pytest.main([*tier.tests, "-s", "-p", "no:cacheprovider", "--no-summary"], [court])
    if code:
        print(f"pytest ended with {code!r}", file=sys.stderr)
    return not code


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="tests.mutants", description=__doc__)
    asked.add_argument("--sample", type=int, default=40, help="how many mutants are tried")
    asked.add_argument("--seed", type=int, default=1, help="which these are")
    asked.add_argument("--all", action="store_true", help="try each")
    asked.add_argument("--quick", action="store_true", help="by the tests of the rooms alone, without journeys")
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
