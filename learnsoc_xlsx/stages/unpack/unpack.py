"""Unpack: say which files a file of INBOX holds, and give the bytes of one of them.

A plain file is one item. A container is an item of its own, that says what came out of it, followed by one for each
file it holds; these bear its name and theirs, "thu.eml › Báo cáo.xlsx", and its link leads to the container.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from learnsoc_xlsx.model.findings import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.submissions import Mail
from learnsoc_xlsx.stages.preflight import Fault, size
from learnsoc_xlsx.stages.unpack.archive import is_archive, open_archive
from learnsoc_xlsx.stages.unpack.member import Member
from learnsoc_xlsx.stages.unpack.message import is_mailbox, is_message, known, open_mailbox, open_message
from learnsoc_xlsx.stages.unpack.outlook import is_outlook, open_outlook

LARGEST_CONTAINER = 300 << 20
_DEEPEST = 3
_MOST_OUT = 400 << 20
_PLAIN = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_TNEF = b"\x78\x9f\x3e\x22"
_ASIDE = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|svg|webp|heic|tiff?|vcf|ics|p7s|asc|html?|txt|css)$|(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$)",
    re.IGNORECASE,
)
_OPENERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, Mail | None], list[Member] | Fault]], ...] = (
    (is_archive, open_archive),
    (is_mailbox, open_mailbox),
    (is_message, open_message),
    (is_outlook, open_outlook),
)


@dataclass(frozen=True)
class Taken:
    """What came out of a container: how many files to be read, and the names of those that are none."""

    files: int
    aside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A file to be received. `path` is the file of INBOX that it is, or lies in as `member` (counted from 0); `taken`
    is what came out of a container; `fault` is why an item is not to be opened.
    """

    name: str
    path: Path
    member: int | None = None
    mail: Mail | None = None
    taken: Taken | None = None
    fault: Fault | None = None


def unpack(inbox: Path, path: Path) -> list[Item]:
    """Return a file of INBOX and what it holds, each as an item with a name of its own. Never raises for what it holds."""
    name = path.relative_to(inbox).as_posix()
    if path.suffix.casefold() in _PLAIN:
        return [Item(name, path)]
    large = path.stat().st_size
    if large > LARGEST_CONTAINER:
        return [Item(name, path, fault=Fault(Code.FILE_TOO_LARGE, size(large), size(LARGEST_CONTAINER)))]
    found = _held(path, path.stat().st_mtime_ns)
    if not isinstance(found, tuple):
        return [Item(name, path, fault=found)]
    inside = [
        Item(
            f"{name}{WITHIN}{each.name}",
            path,
            at,
            each.mail if each.mail and known(each.mail) else None,
            None,
            each.fault,
        )
        for at, each in enumerate(found)
    ]
    items = [each for each in inside if each.fault or not _is_aside(each.name)]
    aside = tuple(each.name.removeprefix(name + WITHIN) for each in inside if each not in items)
    return [Item(name, path, taken=Taken(len(items), aside)), *items]


def load(item: Item) -> bytes:
    """Return the bytes of an item."""
    if item.member is None:
        return item.path.read_bytes()
    found = _held(item.path, item.path.stat().st_mtime_ns)
    return found[item.member].data if isinstance(found, tuple) else b""


def _is_aside(name: str) -> bool:
    """Whether a file is a picture, a signature or a packer's own, which nobody sends for a report."""
    return bool(_ASIDE.search(name.rpartition(WITHIN)[2]))


@lru_cache(maxsize=1)
def _held(path: Path, _changed: int) -> tuple[Member, ...] | Fault | None:
    """Everything in a container, down to the last file; None for a file that is none, a fault for one that stays shut."""
    data = path.read_bytes()
    opener = _opener(data)
    opened = opener(data, None) if opener else None
    if not isinstance(opened, list):
        return opened
    leaves = (leaf for each in opened for leaf in _leaves(each, 1))
    return tuple(_named_apart(_bounded(leaves)))


def _opener(data: bytes) -> Callable[[bytes, Mail | None], list[Member] | Fault] | None:
    return next((opener for fits, opener in _OPENERS if fits(data)), None)


def _leaves(member: Member, depth: int) -> Iterator[Member]:
    """The files that a member comes to: itself, or what it holds."""
    opener = None if member.fault else _opener(member.data)
    if member.data.startswith(_TNEF):
        yield replace(member, fault=Fault(Code.WINMAIL))
    elif opener is None:
        yield member
    elif depth >= _DEEPEST:
        yield replace(member, data=b"", fault=Fault(Code.NESTED_TOO_DEEP, str(depth), str(_DEEPEST)))
    else:
        opened = opener(member.data, member.mail)
        if isinstance(opened, Fault):
            yield replace(member, fault=opened)
            return
        for each in opened:
            yield from _leaves(replace(each, name=f"{member.name}{WITHIN}{each.name}"), depth + 1)


def _bounded(members: Iterator[Member]) -> Iterator[Member]:
    """Let go of what comes after the most that is taken out of one container."""
    whole = 0
    for each in members:
        whole += len(each.data)
        if whole > _MOST_OUT:
            each = replace(each, data=b"", fault=Fault(Code.SWELLS, size(whole), size(_MOST_OUT)))
        yield each


def _named_apart(members: Iterator[Member]) -> Iterator[Member]:
    """Number those that bear a name which another bears."""
    seen: Counter[str] = Counter()
    for each in members:
        seen[each.name] += 1
        yield replace(each, name=f"{each.name} ({seen[each.name]})") if seen[each.name] > 1 else each
