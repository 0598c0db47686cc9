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
    """What a run came to, its files by their places under OUT, but for its record, and whether the same inputs would come to
    the same at any time.
    """

    run: Run
    files: tuple[str, ...]
    lasts: bool


def lay_away(shelf: Shelf, key: str, done: Finished, folder: Path, record: str) -> None:
    """Keep a run and the files that it wrote under a folder, its record among them; nothing where one cannot be read."""
    places: list[str] = []
    with suppress(OSError):
        for path in (*done.files, record):
            data = (folder / path).read_bytes()
            places.append(hashlib.sha256(data).hexdigest())
            shelf.put(places[-1], data)
        shelf.put(key, pickle.dumps((done, places), pickle.HIGHEST_PROTOCOL))


def written_again(shelf: Shelf, key: str, folder: Path, record: str) -> Finished | None:
    """Return a run that is kept, its files and its record written under a folder; None, and no file there, where not all of it is kept.

    Raises OSError where the folder does not take them.
    """
    data = shelf.get(key) if key else None
    if data is None:
        return None
    done, places = pickle.loads(data)
    files = (*done.files, record)
    for path, place in zip(files, places, strict=True):
        kept = shelf.get(place)
        if kept is None:
            for written in files:
                (folder / written).unlink(missing_ok=True)
            return None
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(kept)
    assert isinstance(done, Finished)
    return done
