"""Own files: what the commune laid into the folder of returns by itself, to be used in place of what is shipped.

Only a file of the folder itself is one: never what lies in an archive or a message, nor what came by mail.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.stages.fetch.index import read_index


@dataclass(frozen=True)
class OwnFile:
    """A file by the name that it bears here; `data` None: it cannot be read."""

    name: str
    path: Path
    data: bytes | None


def own_files(inbox: Path, names: Collection[str], longest: int, folder: str = "") -> Iterator[OwnFile]:
    """Yield the first file of each name that lies in INBOX, or in a folder of it, with so many bytes of it and one more.

    Raises Refusal for a broken index of the mailbox.
    """
    mailed = {kept.sha256 for entry in read_index(inbox) for kept in entry.kept}
    left = set(names)
    for path in _lying(inbox, folder):
        name = path.name.casefold()
        if name in left and path.is_file():
            data = _beginning(path, longest)
            if data is None or hashlib.sha256(data).hexdigest() not in mailed:
                left.remove(name)
                yield OwnFile(name, path, data)


def _lying(inbox: Path, folder: str) -> list[Path]:
    within = [path for path in inbox.iterdir() if folder and path.name.casefold() == folder and path.is_dir()]
    return sorted(path for place in (inbox, *within) for path in place.iterdir())


def _beginning(path: Path, longest: int) -> bytes | None:
    """As much of a file as shows whether it is too long; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except OSError:
        return None
