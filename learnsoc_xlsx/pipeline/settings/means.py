"""Means: by what a run is made, beside what lies in INBOX and what is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.engine import AUTO, Engine
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf

Progress = Callable[[str, int, int], None]
"""Told the step in words, how much of it is done, and of how much."""


def in_silence(step: str, done: int, total: int) -> None:
    """The progress of a run that nobody watches."""


@dataclass(frozen=True)
class Means:
    """Where the work is done, what was made before and need not be made again, who is told how far the run is, what is
    tried on files behind a password, and what day it is taken to be (None: the one that it is).

    But for the last two nothing of it changes what a run comes to.
    """

    engine: Engine = AUTO
    shelf: Shelf = NO_SHELF
    progress: Progress = in_silence
    passwords: Passwords = NO_PASSWORDS
    today: date | None = None


USUAL_MEANS = Means()
