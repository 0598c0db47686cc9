"""Folder: every file of INBOX, under a name of its own.

A file is its path's bytes; a name is what people see of it. Two paths may look alike (composed and decomposed letters,
letters of no known encoding): then their names bear a number, and neither is ever taken for the other.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from learnsoc_xlsx.spreadsheet.on_disk.apple import is_bundle
from learnsoc_xlsx.stages.receive.unpack.odd import is_whole
from learnsoc_xlsx.stages.receive.unpack.shown import plain


def lying_in(inbox: Path) -> dict[str, Path]:
    """Return every file under INBOX by the name under which it is shown, in the order of their paths.

    What is no file is there too, to be named and not to be read: a folder that cannot be looked into, one that a Mac shows as a
    document, or that git keeps; links, wherever they lead; pipes, sockets and devices. No link is followed into a folder.
    """
    paths = sorted(paths_in(inbox))
    return dict(zip(apart(shown(inbox, path) for path in paths), paths, strict=True))


def shown(inbox: Path, path: Path) -> str:
    """Return a file's name as it is shown: its way from INBOX in composed letters, whatever bytes the disk has for it."""
    name = path.relative_to(inbox).as_posix()
    return plain(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def apart(names: Iterable[str]) -> Iterator[str]:
    """Yield names with a number behind those that another bore before."""
    seen: set[str] = set()
    for name in names:
        own = next(spelling for spelling in _spellings(name) if spelling not in seen)
        seen.add(own)
        yield own


def _spellings(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} ({number})" for number in count(2))


def paths_in(inbox: Path) -> Iterator[Path]:
    """Yield the path of everything that `lying_in` names, in no order."""
    shut: list[Path] = []
    for folder, folders, names in os.walk(inbox, onerror=lambda error: shut.append(Path(error.filename))):
        closed = [name for name in folders if is_whole(Path(folder, name)) or is_bundle(Path(folder, name))]
        folders[:] = [name for name in folders if name not in closed]
        yield from (Path(folder, name) for name in (*closed, *names))
    yield from (folder for folder in shut if folder != inbox)
