"""Leases: what belongs to a run that is alive, told by a lock on a file that goes with its process, however that ends."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.errors import CannotWrite

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # of the process alone: those that it forks do not hold it


PATIENCE = 30.0
"""Seconds that a run waits for another one to change the results in the same folder."""
_GUARD = ".learnsoc.lock"
_BUSY = "Một lần chạy khác đang ghi kết quả vào “{out}”. Hãy đợi lần ấy xong rồi chạy lại."
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL})
"""What file systems answer that know no locks: there whoever asks may have it."""

_own: set[Path] = set()
"""The files that this process holds: the system would let it have them twice."""


@dataclass(frozen=True)
class Lease:
    """A file that this process holds; nobody else can while it lives."""

    path: Path
    file: int

    def release(self) -> None:
        """Let go of the file, which stays."""
        _own.discard(self.path)
        os.close(self.file)


def lease(path: Path) -> Lease | None:
    """Hold a file, made if it is not there; None where somebody does. Raises OSError where it cannot be made."""
    path = path.resolve()
    if path in _own:
        return None
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(file)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            os.close(file)
            return None
    _own.add(path)
    return Lease(path, file)


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Be the only run that changes what lies in `out`. Raises CannotWrite where another one does so for too long."""
    held = _held(out)
    try:
        yield
    finally:
        if sys.platform != "win32":
            held.path.unlink(missing_ok=True)
        held.release()
        if sys.platform == "win32":
            with suppress(OSError):  # somebody waits for it
                held.path.unlink(missing_ok=True)


def _held(out: Path) -> Lease:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        held = lease(out / _GUARD)
        if held and _still_there(held):
            return held
        if held:
            held.release()
        else:
            time.sleep(0.02)
    raise CannotWrite(_BUSY.format(out=out))


def _still_there(held: Lease) -> bool:
    """Whether the file that is held is the one that others find: whoever held it before may have taken it away."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(held.file), held.path.stat())
    return False
