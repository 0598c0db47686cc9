"""Leases: what belongs to a run that is alive, told by a lock on a file that goes with its process, however that ends.

In the file stands who holds it. Where the file system knows no locks that decides alone: a holder that is gone has none.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.stages.write.moving.holder import Holder, myself

_FAR, _LONGEST = 1 << 20, 1 << 12
if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)  # what is locked nobody else may read there: who holds it stands before
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # of the process alone: those that it forks do not hold it


PATIENCE = 1.0
"""Seconds that a run waits for another one that is about to end."""
GUARD = ".learnsoc.lock"
_AS_IT_LIES = getattr(os, "O_NOFOLLOW", 0)
"""A link to somebody's file is not followed: what is held is written into."""
_BUSY = "Một lần chạy khác đang ghi kết quả vào “{out}”{who}. Hãy đợi lần ấy xong rồi chạy lại.{otherwise}"
_OTHERWISE = " Nếu lần ấy đã bị ngắt, hãy xóa tệp “{lock}” rồi chạy lại."
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
    path = _in_place(path)
    if path in _own:
        return None
    file = os.open(path, os.O_RDWR | os.O_CREAT | _AS_IT_LIES, 0o600)
    if not (_is_locked(file) and _is_mine(file)):
        os.close(file)
        return None
    _own.add(path)
    return Lease(path, file)


def holder(path: Path) -> Holder | None:
    """Return who holds a file, as far as it says so."""
    if _in_place(path) in _own:
        return myself()  # whoever closes a file lets go of every lock that his process has on it
    try:
        return Holder.of(path.read_bytes())
    except OSError:
        return None


def _in_place(path: Path) -> Path:
    """A file by the one name that it has in its folder, wherever it leads."""
    return path.parent.resolve() / path.name


def _is_locked(file: int) -> bool:
    """Whether this process got the lock; where there are no locks the words in the file tell."""
    try:
        _lock(file)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            return False
        written = Holder.of(_words(file))
        return written is None or written == myself() or written.is_gone
    return True


def _is_mine(file: int) -> bool:
    """Write into the file that this process holds it; whether it is so."""
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, myself().written())
    return Holder.of(_words(file)) == myself()


def _words(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    return os.read(file, _LONGEST)


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Be the only run that reads and changes the results in `out`. Raises CannotWrite, and says who, where another one is."""
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
        held = lease(out / GUARD)
        if held and _still_there(held):
            return held
        if held:
            held.release()
        else:
            time.sleep(0.02)
    raise CannotWrite(_busy(out))


def _busy(out: Path) -> str:
    lock = out / GUARD
    who = holder(lock)
    otherwise = _OTHERWISE.format(lock=lock) if who and not who.is_of_this_machine else ""
    return _BUSY.format(out=out, who=f": {who}" if who else "", otherwise=otherwise)


def _still_there(held: Lease) -> bool:
    """Whether the file that is held is the one that others find: whoever held it before may have taken it away."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(held.file), held.path.stat())
    return False
