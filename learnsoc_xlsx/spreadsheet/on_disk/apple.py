"""What a Mac puts around a file, or beside it, for systems that know files without two halves.

AppleSingle holds the file itself and what the Mac knows of it; AppleDouble, which lies beside the file as “._name”, only
the latter. Source: RFC 1740.
"""

import struct
from collections.abc import Iterable
from pathlib import Path

_DOUBLE, _SINGLE = b"\x00\x05\x16\x07", b"\x00\x05\x16\x00"
_BUNDLES = (".numbers", ".pages", ".key")
_HEAD, _ENTRY, _DATA_FORK = 26, 12, 1


def is_of_apple(names: Iterable[str]) -> bool:
    """Whether a zip with these parts is a document of Numbers, Pages or Keynote."""
    return any(
        (name.startswith("Index/") and name.endswith(".iwa")) or name in ("Index.zip", "index.apxl", "index.xml.gz")
        for name in names
    )


def bundle(name: str) -> str:
    """Return the folder that a Mac shows as one document, in which a file lies; nothing where it lies in none."""
    parts = name.split("/")
    at = next((at for at, part in enumerate(parts[:-1]) if part.lower().endswith(_BUNDLES)), None)
    return "" if at is None else "/".join(parts[: at + 1])


def is_bundle(folder: Path) -> bool:
    """Whether a folder is what a Mac shows as one document: called so, and with the inside of one."""
    if not folder.name.lower().endswith(_BUNDLES):
        return False
    return is_of_apple(file.relative_to(folder).as_posix() for file in folder.rglob("*"))


def is_beside(data: bytes) -> bool:
    """Whether a file only says what a Mac knows of the file beside it."""
    return data.startswith(_DOUBLE)


def without_wrapping(data: bytes) -> bytes:
    """Return the file that a Mac wrapped up with what it knows of it; any other file as it is."""
    if not data.startswith(_SINGLE) or len(data) < _HEAD:
        return data
    (count,) = struct.unpack_from(">H", data, _HEAD - 2)
    ends = range(_HEAD, min(_HEAD + count * _ENTRY, len(data) - _ENTRY + 1), _ENTRY)
    entries = (struct.unpack_from(">III", data, at) for at in ends)
    return next((data[start : start + length] for kind, start, length in entries if kind == _DATA_FORK), data)
