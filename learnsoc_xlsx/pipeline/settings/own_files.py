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
    """A file by the name that it bears here; `data` None: it cannot be read; `instead`: the one before it that is used."""

    name: str
    path: Path
    data: bytes | None
    instead: Path | None = None


def own_files(inbox: Path, names: Collection[str], longest: int, folder: str = "") -> Iterator[OwnFile]:
    """Yield the files of these names that lie in INBOX, then those in a folder of it, each with so many bytes and one more; of
    several of one name the first is used.

    Raises Refusal for a broken index of the mailbox.
    """
    mailed = {kept.sha256 for entry in read_index(inbox) for kept in entry.kept}
    used: dict[str, Path] = {}
    for path in lying(inbox, folder):
        name = path.name.casefold()
        if name in names:
            data = _beginning(path, longest)
            if data is None or hashlib.sha256(data).hexdigest() not in mailed:
                yield OwnFile(name, path, data, used.get(name))
                used.setdefault(name, path)


def lying(inbox: Path, folder: str) -> list[Path]:
    """Return the files of INBOX itself, then those of a folder of it, each in the order of their names."""
    within = [path for path in inbox.iterdir() if folder and path.name.casefold() == folder and path.is_dir()]
    return [path for place in (inbox, *sorted(within)) for path in sorted(place.iterdir()) if path.is_file()]


def _beginning(path: Path, longest: int) -> bytes | None:
    """As much of a file as shows whether it is too long; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except OSError:
        return None
