"""Kills by the dozen: at random moments, and at random steps of the moving."""

import signal
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from tests.kills.scene import Scene, scene
from tests.kills.trial import Trial, at_random, in_moving

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


def kills(folder: Path, runs: int, random: Random) -> Iterator[Trial]:
    """End so many runs at random moments, and as many in the moment of moving, each signal in its turn."""
    set_up = scene(folder)
    for _, number in zip(range(runs), cycle(SIGNALS), strict=False):
        yield at_random(set_up, number, random.random())
        yield in_moving(set_up, number, random.randrange(steps(set_up)))


def steps(set_up: Scene) -> int:
    """About how many things a run does to files while it moves: each result twice, and what tidies up behind."""
    return 4 * len(set_up.new)
