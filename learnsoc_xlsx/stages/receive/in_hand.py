"""In hand: an item with its bytes and their hash, so that whoever receives it needs no file."""

import hashlib
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.stages.receive.fault import out_of_reach
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load

Sight = tuple[int, int] | None
"""The size in bytes and the time (ns) of the last change of a file; -1 and why (errno) where it is not seen; None where it
need not be."""
NOTHING = hashlib.sha256().hexdigest()


def in_hand(item: Item) -> Item:
    """Return an item with its bytes and their hash. One that is not to be opened is hashed, and not taken into memory; one
    that the system does not hand over comes back with that as its fault.
    """
    if item.sha256:
        return item
    try:
        data = b"" if item.fault else load(item)
        return replace(item, held=data, sha256=hashlib.sha256(data).hexdigest() if data else _digest(item))
    except OSError as error:
        return replace(item, fault=item.fault or out_of_reach(error), taken=None, held=b"", sha256=NOTHING)


def sight(item: Item) -> Sight:
    """Return what is seen from this machine of the file that an item is or lies in; nothing of one in hand."""
    if item.held is not None:
        return None
    try:
        state = item.path.stat()
    except OSError as error:
        return -1, error.errno or 0
    return state.st_size, state.st_mtime_ns


def _digest(item: Item) -> str:
    """The hash of a file that is not taken into memory; of a member that was not taken out, and of what is no file, there is none
    but that of nothing.
    """
    if item.member is not None or not item.path.is_file() or (item.fault and item.fault.code is Code.OUT_OF_REACH):
        return NOTHING
    with item.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
