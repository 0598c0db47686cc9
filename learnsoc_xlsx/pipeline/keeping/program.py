"""The program itself, as a digest: what another one made, or this one with other libraries, is not taken for its own."""

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from learnsoc_xlsx import __version__

_PACKAGE = Path(__file__).parents[2]
_COMPILED = "__pycache__"


@cache
def program() -> str:
    """Return the digest of this program: its version, every file of it, its Python, the libraries beside it."""
    made = hashlib.sha256(repr((__version__, sys.version, sys.platform, sorted(_libraries()))).encode())
    for path in sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.parent.name != _COMPILED):
        data = path.read_bytes()
        made.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(data)}\n".encode())
        made.update(data)
    return made.hexdigest()


def _libraries() -> Iterator[str]:
    """What is installed, by the names of the folders that say which version it is of."""
    places = (Path(place) for place in sys.path if place)
    yield from (folder.name for place in places if place.is_dir() for folder in place.glob("*.dist-info"))
