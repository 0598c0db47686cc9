"""Holders: who holds a folder of results, as it is written into the lock there, and whether that run may be at work still."""

import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

LONGEST = timedelta(hours=12)
"""No run on another machine takes so long; one there cannot be asked whether it is alive."""
_BOOT, _PROCESS = Path("/proc/sys/kernel/random/boot_id"), "/proc/{}/stat"
_BORN = 19
"""Which word behind the name of a process says when it was born. Source: proc(5), starttime."""


@dataclass(frozen=True)
class Holder:
    """A run: whose it is, on which machine, as which process, since when (ISO); `boot` and `born` tell that process from another
    that bears its number later (empty: the system does not say).
    """

    user: str
    host: str
    process: int
    since: str
    boot: str = ""
    born: str = ""

    def __str__(self) -> str:
        since = datetime.fromisoformat(self.since)
        return f"của {self.user} trên máy {self.host}, từ {since:%H:%M} ngày {since:%d/%m/%Y}, tiến trình số {self.process}"

    @property
    def is_of_this_machine(self) -> bool:
        return self.host == socket.gethostname()

    @property
    def is_gone(self) -> bool:
        """Whether the run is surely no more: its process is not there, or its machine was started anew since, or it began on
        another machine longer ago than any run takes.
        """
        if not self.is_of_this_machine or sys.platform == "win32":
            return datetime.now().astimezone() - datetime.fromisoformat(self.since) > LONGEST
        return self.boot != _boot() or not _is_alive(self.process) or self.born != _born(self.process)

    def written(self) -> bytes:
        """Return the words that a lock holds."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @staticmethod
    def of(words: bytes) -> "Holder | None":
        """Return who is written in a lock; None where nobody is, or it cannot be read."""
        try:
            holder = Holder(**json.loads(words))
            return holder if datetime.fromisoformat(holder.since).tzinfo and int(holder.process) > 0 else None
        except (ValueError, TypeError, AttributeError):
            return None


def myself() -> Holder:
    """Return this run."""
    return _at_work(os.getpid())


@cache
def _at_work(process: int) -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(_user(), socket.gethostname(), process, since, _boot(), _born(process))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # what the system raises for one whom it does not know differs
        return "một người dùng"


def _boot() -> str:
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _born(process: int) -> str:
    try:
        words = Path(_PROCESS.format(process)).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    behind_name = words.rpartition(")")[2].split()
    return behind_name[_BORN] if len(behind_name) > _BORN else ""


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, and another user's
        return True
    return True
