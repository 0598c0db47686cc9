"""Zip heads: a file in a zip as its own head tells of it, whatever a directory says. Source: APPNOTE.TXT 4.3."""

import struct
from dataclasses import dataclass

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
DESCRIPTOR = b"PK\x07\x08"
_HEAD = struct.Struct("<4s5H3L2H")
_STREAMED, IN_EXTRA = 0x8, 0xFFFFFFFF
"""The size of a file that is so large that its size stands elsewhere."""
_NO_CHECKSUM = 0
_SHORT, _LONG = 16, 24
"""Bytes of what stands behind a file whose sizes were not known when it was begun."""


@dataclass(frozen=True)
class Packed:
    """A file in a zip by its own head: where it begins and ends, its name's bytes, and what the directory repeats of it."""

    start: int
    end: int
    name: bytes
    version: int
    flags: int
    method: int
    crc: int
    packed: int
    size: int


def packed_at(data: bytes, start: int) -> Packed | None:
    """The file whose head stands here; nothing where that is cut. One of which nothing tells where it ends
    goes on to the end, and is broken.
    """
    body = body_of(data, start)
    if body > len(data) or len(data) - start < _HEAD.size:
        return None
    _, version, flags, method, _, _, crc, packed, size, name, _ = _HEAD.unpack_from(data, start)
    first = start + _HEAD.size
    if packed == IN_EXTRA or size == IN_EXTRA:
        size, packed = _sizes_64(data[first + name : body], size, packed)
    if flags & _STREAMED and not packed:
        crc, packed, size = _said_behind(data, body)
    end = min(body + packed, len(data))
    return Packed(start, end, data[first : first + name], version, flags & ~_STREAMED, method, crc, packed, size)


def behind(data: bytes, file: Packed) -> int:
    """Where what comes after a file begins."""
    if not data.startswith(DESCRIPTOR, file.end):
        return file.end
    return file.end + (_LONG if _is_long(data, file.end) else _SHORT)


def name_at(data: bytes, start: int) -> bytes:
    """Return the name in the head of a file, as far as it stands there; nothing where the head is cut."""
    if len(data) - start < _HEAD.size:
        return b""
    first = start + _HEAD.size
    return data[first : first + int(_HEAD.unpack_from(data, start)[9])]


def body_of(data: bytes, start: int) -> int:
    """Where the bytes of a file begin, behind its head."""
    if start < 0 or len(data) - start < _HEAD.size:
        return len(data)
    *_, name, extra = _HEAD.unpack_from(data, start)
    return start + _HEAD.size + int(name) + int(extra)


def _sizes_64(extra: bytes, size: int, packed: int) -> tuple[int, int]:
    """The sizes of a large file, as they stand behind its name. Source: APPNOTE.TXT 4.5.3."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1 and length >= 16 and at + 20 <= len(extra):
            return struct.unpack_from("<2Q", extra, at + 4)
        at += 4 + length
    return size, packed


def _said_behind(data: bytes, body: int) -> tuple[int, int, int]:
    """The checksum and the sizes of a file that stand behind it; a checksum that fits nothing where they do not."""
    if (at := _descriptor(data, body)) < 0:
        return _NO_CHECKSUM, len(data) - body, max(len(data) - body, 1)
    crc, packed, size = struct.unpack_from("<3L", data, at + len(DESCRIPTOR))
    return crc, packed, size or _size_64(data, at)


def _descriptor(data: bytes, body: int) -> int:
    """Where what is said of a file behind it stands, by the size that it says; -1 where nothing does."""
    at = data.find(DESCRIPTOR, body)
    while at >= 0:
        if len(data) - at >= _SHORT and struct.unpack_from("<L", data, at + 8)[0] == at - body:
            return at
        at = data.find(DESCRIPTOR, at + 1)
    return -1


def _size_64(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<L", data, at + 16)[0]) if _is_long(data, at) else 0


def _is_long(data: bytes, at: int) -> bool:
    return len(data) - at >= _LONG and data.startswith((LOCAL, CENTRAL), at + _LONG)
