"""What the laps come to: medians, ratios, growth."""

from collections.abc import Callable, Mapping, Sequence
from math import log
from statistics import linear_regression, median

from tests.bench.laps import Lap

Measure = Callable[[Lap], float]
Laps = Mapping[tuple[str, int], Sequence[Lap]]
"""The laps of each part at each size; the size of what has none is 0."""

MEASURES: Mapping[str, Measure] = {
    "wall": lambda lap: lap.seconds,
    "CPU": lambda lap: lap.cpu,
    "memory": lambda lap: lap.megabytes,
}


def middle(laps: Sequence[Lap], measure: str) -> float | None:
    """The median of a measure (of memory: the most), where there are laps."""
    taken = [MEASURES[measure](lap) for lap in laps]
    return (max(taken) if measure == "memory" else median(taken)) if taken else None


def ratio(laps: Laps, over: str, under: str, size: int, measure: str) -> float | None:
    """The middle of a part by the middle of another one at the same size, where both were run."""
    above, below = (middle(laps.get((part, size), ()), measure) for part in (over, under))
    return above / below if above is not None and below else None


def growth(laps: Laps, part: str, measure: str) -> float | None:
    """The power of the number of returns with which a part grows (1: as they do), by least squares over the logarithms.

    None where it was run at fewer than two sizes.
    """
    found = {size: middle(of, measure) for (name, size), of in laps.items() if name == part and size and of}
    points = [(log(size), log(value)) for size, value in sorted(found.items()) if value]
    return linear_regression(*zip(*points, strict=True)).slope if len(points) > 1 else None


def steps(laps: Sequence[Lap]) -> dict[str, tuple[float, float]]:
    """The median of what each step took, as (seconds, CPU seconds); what no step counts, as processes begin and end, is
    counted with the first.
    """
    told = [lap for lap in laps if lap.steps]
    names = list(dict.fromkeys(name for lap in told for name in lap.steps))
    taken = {name: [lap.steps.get(name, (0.0, 0.0)) for lap in told] for name in names}
    if names:
        taken[names[0]] = [_not_in(lap, names[1:]) for lap in told]
    return {name: (median(one[0] for one in each), median(one[1] for one in each)) for name, each in taken.items()}


def _not_in(lap: Lap, names: Sequence[str]) -> tuple[float, float]:
    counted = [lap.steps[name] for name in names if name in lap.steps]
    return lap.seconds - sum(seconds for seconds, _ in counted), lap.cpu - sum(cpu for _, cpu in counted)
