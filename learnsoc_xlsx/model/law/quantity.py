"""Quantity: a number of the law, which a decision fixes or leaves to the commune."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Quantity:
    """A number that decides something, with where it comes from.

    `key` is what a commune writes in the thresholds sheet of its register to set it; only a number
    with `verified` false can be set there. `value` None means that nobody has given the number yet.
    `local` is true once the register gave it. `clause` is where the plan or the law speaks of what it decides, `example`
    a number that only shows how one is written.
    """

    key: str
    value: Fraction | None
    source: str
    verified: bool
    local: bool = False
    label: str = ""
    clause: str = ""
    example: Fraction | None = None
