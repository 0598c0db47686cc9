"""Ruled: what a title's rule comes to, and what its rules ask of a criterion."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Criterion
from learnsoc_xlsx.model.law.verdicts import Facts, Reason


@dataclass(frozen=True)
class Ruled:
    """A title's rule applied: `met` None when it cannot be told; the points and the class reached, if it has them.

    `failing` says in words what is not met, each with its figure and its bound.
    """

    met: bool | None
    total: Fraction | None
    band: str
    reasons: tuple[Reason, ...]
    failing: tuple[str, ...] = ()


def read_from(criterion: Criterion) -> Iterator[str]:
    """Yield the ids of the facts that may tell whether a criterion is met."""
    yield from filter(None, (criterion.id, criterion.indicator, criterion.out_of))


def was_asked(criterion: Criterion, facts: Facts) -> bool:
    """Whether the form of the year asked for a criterion, or for the figure that it is read from."""
    fact = facts.get(criterion.indicator or criterion.id)
    return fact is not None and fact.asked


def enough(value: int | Fraction | None, needed: Quantity | None) -> bool | None:
    """Whether a number reaches what is needed; None where one of the two is not there."""
    return None if value is None or needed is None or needed.value is None else value >= needed.value
