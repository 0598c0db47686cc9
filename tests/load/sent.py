"""What a unit sent, and what its maker knows must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class State(Enum):
    """What became of a file, by what is asked of the program."""

    READ = "read"
    """It is counted, but for its wrong cells."""
    SET_ASIDE = "set aside"
    """It opens, and is not counted: the finding says why."""
    BROKEN = "broken"
    """It does not open."""


ANYWHERE = "*"
"""The sheet and the cell of a finding that may stand anywhere in its file."""


@dataclass(frozen=True)
class Wrong:
    """A finding that there must be: where it stands, and its code (empty: whichever)."""

    sheet: str = ""
    cell: str = ""
    code: str = ""


@dataclass(frozen=True)
class Known:
    """What must come of a file: of which unit it is, its findings, the figures that it adds (by indicator) and the rows that
    its lists hold (by table).

    What may be lost to its mistakes is in neither. `cells` counts all that is filled in, `spoilt` what of it is wrong.
    """

    unit: str
    what: str = "a good return"
    state: State = State.READ
    wrong: frozenset[Wrong] = frozenset()
    figures: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    cells: int = 0
    spoilt: int = 0


@dataclass(frozen=True)
class Sent:
    """A file as it comes, and what its maker knows of it."""

    ending: str
    data: bytes
    known: Known
    prefix: str = ""
