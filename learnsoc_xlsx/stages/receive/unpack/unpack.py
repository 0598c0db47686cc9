"""Unpack: say which files a file of INBOX holds, and give the bytes of one of them.

A plain file is one item. A container is an item of its own, that says what came out of it, followed by one for each
file it holds; these bear its name and theirs, "thu.eml › Báo cáo.xlsx", and its link leads to the container.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from learnsoc_xlsx.messages.envelope import UNKNOWN, Envelope
from learnsoc_xlsx.messages.walk import is_mail
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.submissions import Mail
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_bundle
from learnsoc_xlsx.spreadsheet.parts import DAMAGED
from learnsoc_xlsx.stages.receive.fault import Changed, Fault, damaged, out_of_reach, size
from learnsoc_xlsx.stages.receive.preflight.kept_beside import kept_beside, may_be_a_return
from learnsoc_xlsx.stages.receive.preflight.sound import OF_APPLE, ZIP
from learnsoc_xlsx.stages.receive.unpack.archive import begins_as_workbook, open_archive
from learnsoc_xlsx.stages.receive.unpack.folder import apart, lying_in, shown
from learnsoc_xlsx.stages.receive.unpack.mail import mail_of, open_mail
from learnsoc_xlsx.stages.receive.unpack.member import NAMELESS, Held, Member
from learnsoc_xlsx.stages.receive.unpack.odd import leads_out, odd
from learnsoc_xlsx.stages.receive.unpack.winmail import is_winmail, open_winmail

LARGEST_CONTAINER = 300 << 20
_DEEPEST, _DEEPEST_OF_ALL = 3, 12
_MOST_OUT = 400 << 20
_PLAIN = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_ASIDE = re.compile(r"\.(?:png|jpe?g|gif|bmp|svg|webp|heic|tiff?|vcf|ics|p7s|asc|html?|txt|css)$", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/))")


@dataclass(frozen=True)
class Taken:
    """What came out of a container: how many files to be read, the names of those that are none, and how it is damaged."""

    files: int
    aside: tuple[str, ...] = ()
    damage: str = ""


@dataclass(frozen=True)
class Item:
    """A file to be received. `path` is the file of INBOX that it is, or lies in as `member` (counted from 0); `taken`
    is what came out of a container; `fault` is why an item is not to be opened, `remark` what is said of one that is; `held` are
    its bytes, where they lie in no file or were taken from there, and `sha256` is then their hash;
    `container` is the hash of the container that it is, or lies in, as that was unpacked.
    """

    name: str
    path: Path
    member: int | None = None
    mail: Mail | None = None
    taken: Taken | None = None
    fault: Fault | None = None
    held: bytes | None = None
    sha256: str = ""
    remark: Fault | None = None
    container: str = ""


def unpack(inbox: Path, path: Path, name: str = "") -> list[Item]:
    """Return a file of INBOX and what it holds, each as an item with a name of its own; `name` is that of the file, where
    it is not the one it would have alone. Never raises, for what it holds or because nobody hands it over.
    """
    name = name or shown(inbox, path)
    try:
        if fault := odd(inbox, path):
            return [Item(name, path, fault=fault)]
        first, *inside = _items(name, path)
        return [replace(first, remark=leads_out(inbox, path)), *inside]
    except OSError as error:
        return [Item(name, path, fault=out_of_reach(error))]


def _items(name: str, path: Path) -> list[Item]:
    state = path.stat()
    if state.st_size > LARGEST_CONTAINER:
        return [Item(name, path, fault=Fault(Code.FILE_TOO_LARGE, size(state.st_size), size(LARGEST_CONTAINER)))]
    if is_bundle(path):
        return [Item(name, path, fault=Fault(Code.NOT_A_WORKBOOK, OF_APPLE))]
    if path.suffix.casefold() in _PLAIN and begins_as_workbook(path):
        return [Item(name, path)]
    held = _held(path, state.st_mtime_ns)
    if not isinstance(held, Held):
        return [Item(name, path, fault=held)]
    files = [(at, member) for at, member in enumerate(held.members) if not _is_aside(member)]
    aside = tuple(member.name for member in held.members if _is_aside(member))
    container = Item(
        name, path, mail=mail_of(held.mail), taken=Taken(len(files), aside, held.damage), container=held.sha256
    )
    return [container, *(_item(container, at, member) for at, member in files)]


def _item(container: Item, at: int, member: Member) -> Item:
    name, mail = f"{container.name}{WITHIN}{member.name}", mail_of(member.mail)
    return Item(name, container.path, at, mail, fault=member.fault, container=container.container)


def set_aside(container: Item) -> list[Item]:
    """Return what lies in a container and is no report, as items that `load` hands over. Raises OSError."""
    held = _held(container.path, container.path.stat().st_mtime_ns) if container.taken else None
    members = held.members if isinstance(held, Held) else ()
    return [_item(container, at, member) for at, member in enumerate(members) if _is_aside(member)]


def load(item: Item) -> bytes:
    """Return the bytes of an item. Raises OSError where the system does not hand them over, Changed where the container that
    it is, or lies in, is no longer the one that was unpacked.
    """
    if item.held is not None:
        return item.held
    if item.member is None:
        return _same(item, item.path.read_bytes())
    held = _held(item.path, item.path.stat().st_mtime_ns)
    if not isinstance(held, Held) or item.member >= len(held.members) or item.container not in ("", held.sha256):
        raise Changed(item.name)
    return held.members[item.member].data


def _same(item: Item, data: bytes) -> bytes:
    """The bytes of a file, which are those that were unpacked where it is a container."""
    if item.container and hashlib.sha256(data).hexdigest() != item.container:
        raise Changed(item.name)
    return data


def load_again(item: Item, sha256: str) -> bytes:
    """Return the bytes of an item that was read before. Raises OSError where they are no longer the same."""
    data = load(item)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Changed(item.name)
    return data


def named(inbox: Path, name: str) -> Item:
    """Return the item that is shown by this name. Raises FileNotFoundError where INBOX has it no longer."""
    file = name.partition(WITHIN)[0]
    path = lying_in(inbox).get(file)
    item = next((one for one in unpack(inbox, path, file) if one.name == name), None) if path else None
    if item is None:
        raise FileNotFoundError(name)
    return item


def _is_aside(member: Member) -> bool:
    """Whether a member is a picture, a signature, a packer's own, or a message without attachments: no report, unless its bytes
    are those of one.
    """
    if member.fault:
        return False
    name = member.name.rpartition(WITHIN)[2]
    hidden = _HIDDEN.search(name) and not member.data.startswith(OLE)
    aside = hidden or _ASIDE.search(name) or kept_beside(name, member.data)
    return member.empty or (bool(aside) and not may_be_a_return(member.data))


@lru_cache(maxsize=1)
def _held(path: Path, _changed: int) -> Held | Fault | None:
    """Everything in a container, down to the last file; None for a file that is none, a fault for one that stays shut."""
    data = path.read_bytes()
    opened = _opened(path.name, data, UNKNOWN)
    if not isinstance(opened, Held):
        return opened
    leaves = (leaf for inner in opened.members for leaf in _leaves(inner, _layer(data), 1))
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(opened, members=tuple(_named_apart(_bounded(leaves))), sha256=sha256)


def _opened(name: str, data: bytes, mail: Envelope) -> Held | Fault | None:
    """What a container holds, or why it stays shut; None for a file that is none."""
    try:
        if archive := open_archive(data, mail):
            return archive
    except (*DAMAGED, TypeError, AttributeError, OverflowError):
        return Fault(Code.UNOPENED, "nội dung bị hỏng")
    if is_winmail(data):
        return _holding(_out_of_winmail(data, mail), mail)
    return open_mail(data, mail) if is_mail(data, name) else None


def _holding(members: list[Member] | Fault, mail: Envelope) -> Held | Fault:
    return members if isinstance(members, Fault) else Held(tuple(members), mail)


def _out_of_winmail(data: bytes, mail: Envelope) -> list[Member] | Fault:
    opened = open_winmail(data)
    if isinstance(opened, Fault):
        return opened
    return [Member(name or NAMELESS, content, mail) for name, content in opened]


def _layer(data: bytes) -> int:
    """How many layers a container is: an archive is one, and what the post wraps around a file none, since the files of a
    message that was fetched from the mailbox lie in INBOX without it.
    """
    return int(data.startswith(ZIP))


def _leaves(member: Member, layers: int, depth: int) -> Iterator[Member]:
    """The files that a member comes to: itself, or what it holds."""
    opened = None if member.fault else _opened(member.name, member.data, member.mail)
    around = layers + _layer(member.data)
    if opened is None:
        yield member
    elif around > _DEEPEST or depth > _DEEPEST_OF_ALL:
        yield replace(member, data=b"", fault=Fault(Code.NESTED_TOO_DEEP, str(layers or depth), str(_DEEPEST)))
    elif isinstance(opened, Fault):
        yield replace(member, fault=opened)
    elif not opened.members:
        yield replace(member, empty=True)
    else:
        if opened.damage:
            yield replace(member, data=b"", fault=damaged(opened.damage, len(opened.members)))
        for inner in opened.members:
            yield from _leaves(replace(inner, name=f"{member.name}{WITHIN}{inner.name}"), around, depth + 1)


def _bounded(members: Iterator[Member]) -> Iterator[Member]:
    """Let go of what comes after the most that is taken out of one container."""
    whole = 0
    for member in members:
        whole += len(member.data)
        if whole > _MOST_OUT:
            member = replace(member, data=b"", fault=Fault(Code.SWELLS, size(whole), size(_MOST_OUT)))
        yield member


def _named_apart(members: Iterator[Member]) -> Iterator[Member]:
    """Number those that bear a name which another bears."""
    whole = list(members)
    names = apart(member.name for member in whole)
    yield from (replace(member, name=name) for member, name in zip(whole, names, strict=True))
