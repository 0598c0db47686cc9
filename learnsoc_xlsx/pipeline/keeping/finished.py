"""Finished: what a whole run showed and left, for when nothing changed since of what it is made from and of what it wrote."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.pipeline.keeping.keys import bytes_at
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf


@dataclass(frozen=True)
class Finished:
    """The lines that a run shows where it changes nothing, whether there are errors in the returns, and the files that it
    left, each path under OUT with its digest.
    """

    lines: tuple[str, ...]
    has_errors: bool
    left: Mapping[str, str]


def lay_away(shelf: Shelf, key: str, done: Finished) -> None:
    """Keep what a run showed and left."""
    shelf.put(key, pickle.dumps(done, pickle.HIGHEST_PROTOCOL))


def still_there(shelf: Shelf, key: str, out: Path) -> Finished | None:
    """Return a run that is kept; None where none is, or where what it left does not lie under OUT as it did."""
    kept = shelf.get(key) if key else None
    if kept is None:
        return None
    done = pickle.loads(kept)
    assert isinstance(done, Finished)
    return done if all(bytes_at(out / file) == digest for file, digest in done.left.items()) else None
