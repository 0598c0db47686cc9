"""Odd: what lies in INBOX and is no file to be opened (links to folders, pipes, devices, what git keeps), and where links lead.

Nothing of it is opened or followed: a pipe would be waited for for ever, a link to a folder may lead round in a circle.
"""

import os
import stat
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.unpack.shown import plain

_GIT = ".git"
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
_KINDS = (
    (stat.S_ISFIFO, "đường ống giữa hai chương trình"),
    (stat.S_ISSOCK, "cổng nối giữa các chương trình"),
    (stat.S_ISCHR, "thiết bị của máy"),
    (stat.S_ISBLK, "thiết bị của máy"),
)
_ALREADY_READ = "thư mục này cũng nằm trong thư mục báo cáo, các tệp ở đó được đọc một lần, tại chỗ của chúng"
_READ_THERE = "tệp này nằm ngoài thư mục báo cáo và được đọc như các tệp khác"


def is_whole(folder: Path) -> bool:
    """Whether a folder is one thing, into which nobody need look: a link to another (on Windows a junction as well), or what
    git keeps.
    """
    return is_link(folder) or (folder.name == _GIT and (folder / "HEAD").is_file() and (folder / "objects").is_dir())


def is_link(path: Path) -> bool:
    """Whether a path only leads to another."""
    try:
        return path.is_symlink() or getattr(path.lstat(), "st_reparse_tag", 0) == _JUNCTION
    except OSError:
        return False


def odd(inbox: Path, path: Path) -> Fault | None:
    """Return why a thing in INBOX is not opened; None for a file, and for whatever the system does not hand over. Raises OSError."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode) and is_link(path):
        return _linked_folder(inbox, path)
    if stat.S_ISDIR(mode) and path.name == _GIT:
        return Fault(Code.SYSTEM_FILE, "git")
    kind = next((words for is_one, words in _KINDS if is_one(mode)), "")
    return Fault(Code.NO_PLAIN_FILE, kind) if kind else None


def _linked_folder(inbox: Path, path: Path) -> Fault:
    where = _target(path)
    return Fault(Code.LINKED, where, other=_ALREADY_READ) if _within(inbox, path) else Fault(Code.LEADS_OUT, where)


def leads_out(inbox: Path, path: Path) -> Fault | None:
    """Return what is said of a link to a file outside of INBOX, which is read all the same; None for any other file."""
    if not path.is_symlink() or _within(inbox, path):
        return None
    return Fault(Code.LINKED, _target(path), other=_READ_THERE)


def _within(inbox: Path, path: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(inbox))


def _target(path: Path) -> str:
    """Where a link leads, as it says itself."""
    return plain(str(path.readlink()).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
