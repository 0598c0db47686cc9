"""Finished: a whole run as it was, kept with all that it wrote, for when nothing changed of what it is made from."""

import hashlib
import pickle
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf


@dataclass(frozen=True)
class Finished:
    """What a run came to, the parts of its run.json, its other files by their places under OUT, and whether the same inputs
    would come to the same at any time.
    """

    run: Run
    parts: dict[str, bytes]
    files: tuple[str, ...]
    lasts: bool


def lay_away(shelf: Shelf, key: str, done: Finished, folder: Path) -> None:
    """Keep a run and the files that it wrote under a folder; nothing where one of them cannot be read."""
    places: list[str] = []
    with suppress(OSError):
        for path in done.files:
            data = (folder / path).read_bytes()
            places.append(hashlib.sha256(data).hexdigest())
            shelf.put(places[-1], data)
        shelf.put(key, pickle.dumps((done, places), pickle.HIGHEST_PROTOCOL))


def written_again(shelf: Shelf, key: str, folder: Path) -> Finished | None:
    """Return a run that is kept, its files written under a folder; None, and no file there, where not all of it is kept.

    Raises OSError where the folder does not take them.
    """
    data = shelf.get(key)
    if data is None:
        return None
    done, places = pickle.loads(data)
    for path, place in zip(done.files, places, strict=True):
        kept = shelf.get(place)
        if kept is None:
            for written in done.files:
                (folder / written).unlink(missing_ok=True)
            return None
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(kept)
    assert isinstance(done, Finished)
    return done
