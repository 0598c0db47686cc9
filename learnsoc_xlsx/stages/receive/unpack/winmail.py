"""Winmail: the files that Outlook wraps in a winmail.dat (TNEF), taken out by tnefparse, an extra, in a child process.

The library goes round as often as a file tells it to, and copies what is left of it each time: sixty bytes can keep it
busy for minutes, and so it is bounded from outside. Source of the format: [MS-OXTNEF].
"""

import json
import logging
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file
from learnsoc_xlsx.stages.receive.children.child import BROKE, PATIENCE, child, limit, module
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.unpack.shown import plain

INSTALL = "python -m pip install tnefparse"
_LIBRARY = "tnefparse"
_TNEF = b"\x78\x9f\x3e\x22"
_SECTOR = 512


def is_winmail(data: bytes) -> bool:
    """Whether a file is a winmail.dat, whatever it is called."""
    return data.startswith(_TNEF)


def open_winmail(data: bytes) -> list[tuple[str, bytes]] | Fault:
    """Take the files out of a winmail.dat, those of messages attached in it too, each with its name (may be empty).

    What holds no more than the looks of a letter holds no file. Never raises, and takes no longer than PATIENCE.
    """
    if find_spec(_LIBRARY) is None:
        return _shut(f"máy này chưa cài phần mở winmail.dat; người cài máy chạy: {INSTALL}")
    ended = child(module(__name__), data, PATIENCE)
    if isinstance(ended, Fault):
        return _shut(f"đọc thử thì {ended.given}") if ended.code is Code.GAVE_UP else ended
    if ended.code == BROKE:
        return _shut("nội dung bị hỏng")
    listed, _, rest = ended.output.partition(b"\n")
    return list(_parted(json.loads(listed), rest))


def _parted(listed: list[tuple[str, int]], rest: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that lie one after another, each as long as the list says."""
    start = 0
    for name, length in listed:
        yield plain(name), rest[start : start + length]
        start += length


def _shut(why: str) -> Fault:
    return Fault(Code.WINMAIL, extra=f" ({why})")


# In the child


def _files(tnef: Any) -> Iterator[tuple[str, bytes]]:
    """The files of a message in TNEF, and of those attached to it."""
    from tnefparse import TNEF

    whole = [attribute.data for attribute in tnef.objects if attribute.name == TNEF.ATTATTACHDATA]
    for attachment in tnef.attachments:
        inner = getattr(attachment, "embed", None)
        if inner is not None:
            yield from _files(inner)
        elif any(attachment.data is data for data in whole):
            yield _name(attachment), attachment.data
        else:
            yield _name(attachment), _padded(attachment.data)


def _padded(data: bytes) -> bytes:
    """A file that came as a property: the library cuts the NULs off its end, without which no workbook is whole."""
    return data + bytes(2 * _SECTOR - len(data) % _SECTOR)


def _name(attachment: Any) -> str:
    try:
        name = attachment.long_filename()
    except UnicodeDecodeError:  # a short name in the letters of an old code page
        return ""
    return name if isinstance(name, str) else ""


def main() -> int:
    """Take the files out of what comes in; end with BROKE where it is broken. Raises what is no fault of the file."""
    limit()
    logging.disable(logging.CRITICAL)
    from tnefparse import TNEF

    try:
        tnef = TNEF(sys.stdin.buffer.read(), do_checksum=False)
        files = list(_files(tnef))
    except BaseException as error:  # the library raises whatever it stumbles over
        if not is_of_the_file(error):
            raise
        return BROKE
    if not tnef.objects:
        return BROKE
    listed = json.dumps([(name, len(data)) for name, data in files])
    sys.stdout.buffer.write(b"".join([listed.encode(), b"\n", *(data for _, data in files)]))
    return 0
