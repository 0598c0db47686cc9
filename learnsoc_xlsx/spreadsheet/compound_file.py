"""Compound files (OLE): the box of the old .xls, of Outlook's messages and of what is behind a password.

olefile goes round in a circle for as long as a broken file says, and takes memory for all of it: a file that says of
itself that it holds more than it is large is not read.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import olefile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTORS, _SECTORS_AT, _SECTOR = struct.Struct("<I16xI4xI"), 44, 512
"""How many sectors the three tables of a compound file take, by its header. Source: [MS-CFB] 2.2."""
_HOLDERS = (olefile.STGTY_STREAM, olefile.STGTY_ROOT)


@contextmanager
def compound_file(data: bytes) -> Iterator[olefile.OleFileIO]:
    """Open a compound file. Raises OSError, ValueError, struct.error… where it is broken, or larger inside than outside."""
    if max(_SECTORS.unpack_from(data, _SECTORS_AT)) * _SECTOR > len(data):
        raise ValueError("tables larger than the file that holds them")
    with olefile.OleFileIO(io.BytesIO(data)) as box:
        if any(entry and entry.entry_type in _HOLDERS and entry.size > len(data) for entry in box.direntries):
            raise ValueError("a stream larger than the file that holds it")
        yield box
