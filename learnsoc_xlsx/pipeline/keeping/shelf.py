"""A shelf: bytes kept by key in a folder. Whoever takes it away, damages it or writes it at the same time does no harm."""

import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from learnsoc_xlsx.pipeline.keeping.keys import key_of

MOST = 2048
"""As many MB a shelf holds, at most, when a run has ended; what was not asked for the longest goes first."""
_ENTRY = re.compile("[0-9a-f]{64}")
_UNFINISHED, _ABANDONED = ".learnsoc-", 24 * 3600.0
"""How the name of what is being written begins, and after how many seconds nobody writes it any more."""
_DIGEST = hashlib.sha256().digest_size


class Shelf:
    """A folder with a file for each key, 64 hexadecimal digits: the digest of what is kept, then that itself.

    Nothing here raises OSError: what cannot be read is not there, what cannot be written is not kept.
    """

    keeps = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def key(self, kind: str, *made_from: object) -> str:
        """Return the key of what is made from these values, as `key_of` does; nothing where nothing is kept anyway."""
        return key_of(kind, *made_from)

    def holds(self, key: str) -> bool:
        """Whether something is kept under a key; whether it is whole only `get` tells."""
        return (self.folder / key).is_file()

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or nothing whole: then it is taken away."""
        path = self.folder / key
        with suppress(OSError):
            kept = path.read_bytes()
            data = memoryview(kept)[_DIGEST:]
            if hashlib.sha256(data).digest() == kept[:_DIGEST]:
                os.utime(path)
                return kept[_DIGEST:]
            path.unlink()
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep something under a key, whole or not at all, for the owner of the folder alone."""
        with suppress(OSError):
            file, unfinished = mkstemp(prefix=_UNFINISHED, dir=self.folder)
            try:
                with os.fdopen(file, "wb") as written:
                    written.write(hashlib.sha256(data).digest())
                    written.write(data)
                Path(unfinished).replace(self.folder / key)
            except BaseException:
                Path(unfinished).unlink(missing_ok=True)
                raise

    def tidy(self, most: int = MOST << 20) -> None:
        """Let go of what was not asked for the longest until no more than so many bytes are kept."""
        entries = sorted(self._entries(), reverse=True)
        whole = 0
        for used, size, path in entries:
            whole += size
            left = path.name.startswith(_UNFINISHED) and used < time.time() - _ABANDONED
            if whole > most or left:
                with suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Let go of everything, also of what is being written; return how many files that were. What will not go is left."""
        paths = [path for _, _, path in self._entries()]
        for path in paths:
            with suppress(OSError):
                path.unlink()
        return sum(not path.exists() for path in paths)

    def left(self) -> int | None:
        """How many files lie here; None where nobody can look."""
        try:
            return sum(map(_is_entry, self.folder.iterdir()))
        except (FileNotFoundError, NotADirectoryError):
            return 0
        except OSError:
            return None

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each file of the shelf was last used, how many bytes it has, and where it is."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if _is_entry(path):
                    with suppress(OSError):
                        state = path.stat()
                        yield state.st_mtime, state.st_size, path


def _is_entry(path: Path) -> bool:
    return bool(_ENTRY.fullmatch(path.name)) or path.name.startswith(_UNFINISHED)


class NoShelf(Shelf):
    """Where nothing is kept; in a folder that was one before something may still lie, which can be counted and let go of."""

    keeps = False

    def __init__(self, folder: Path = Path(os.devnull)) -> None:
        super().__init__(folder)

    def key(self, kind: str, *made_from: object) -> str:  # noqa: ARG002
        return ""

    def holds(self, key: str) -> bool:  # noqa: ARG002
        return False

    def get(self, key: str) -> bytes | None:  # noqa: ARG002
        return None

    def put(self, key: str, data: bytes) -> None: ...

    def tidy(self, most: int = 0) -> None: ...


NO_SHELF = NoShelf()
