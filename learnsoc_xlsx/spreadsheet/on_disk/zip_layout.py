"""Zip layout: which archives lie in a file one behind another, and what lies in each by the heads of the files themselves.

The directory of a zip is found from its end. That of one that was cut, or behind which another was put, is the directory of
whatever whole zip comes last in it, and a workbook packed as it is, is one. Source: APPNOTE.TXT 4.3.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import SEEK_END
from typing import BinaryIO
from zipfile import ZipInfo

from learnsoc_xlsx.spreadsheet.on_disk.zip_heads import CENTRAL, IN_EXTRA, LOCAL, Packed, behind, body_of, packed_at

END, _END_64, _LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_ENTRY, _TAIL = struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
BLANK = b"\0 \r\n\t\x1a"
_END_64_SIZE, _LOCATOR_SIZE, _OFFSET_64 = 56, 20, 48


@dataclass(frozen=True)
class Stretch:
    """One archive in a file, from its first file on. `closed` is whether its directory stands behind its files; nothing is known
    of what follows one that is not.
    """

    start: int
    end: int
    files: tuple[Packed, ...]
    closed: bool


def stretches(data: bytes) -> list[Stretch]:
    """Return the archives in a file in their order, those that hold nothing left out."""
    at, archives = 0, []
    while (at := data.find(LOCAL, at)) >= 0:
        archives.append(_stretch(data, at))
        at = archives[-1].end
    return archives


def with_directory(data: bytes, stretch: Stretch) -> bytes:
    """Return a zip of the files of an archive, with a directory made of their own heads."""
    end = stretch.files[-1].end if stretch.files else stretch.start
    entries = b"".join(_entry(file, file.start - stretch.start) for file in stretch.files)
    count = len(stretch.files)
    tail = _TAIL.pack(END, 0, 0, count, count, len(entries), end - stretch.start, 0)
    return data[stretch.start : end] + entries + tail


def tail_of(file: BinaryIO) -> bytes:
    """Return the end of an open file, where a zip without a remark says where its directory is. Raises OSError."""
    size = file.seek(0, SEEK_END)
    file.seek(max(size - _TAIL.size, 0))
    return file.read()


def fills(tail: bytes, size: int) -> bool:
    """Whether a zip with this end fills a file of so many bytes: it is not known so of very large ones, or of those with a remark."""
    if len(tail) != _TAIL.size or not tail.startswith(END):
        return False
    *_, length, offset, _ = _TAIL.unpack(tail)
    return bool(offset + length + _TAIL.size == size)


def is_one(data: bytes, directory: int) -> bool:
    """Whether a file is the one archive whose directory begins here: no other lies before it or behind it."""
    at = data.rfind(END)
    declared = _TAIL.unpack_from(data, at)[6] if len(data) - at >= _TAIL.size else 0
    if declared == IN_EXTRA:
        start = max(at - _LOCATOR_SIZE - _END_64_SIZE + _OFFSET_64, 0)
        declared = int.from_bytes(data[start : start + 8], "little")
    return data.find(LOCAL, 0, max(directory - declared, 0)) < 0 and data.find(LOCAL, at) < 0


def is_named_whole(data: bytes, entries: Sequence[ZipInfo], directory: int) -> bool:
    """Whether the directory of an archive names every file whose head stands in it."""
    return not any(data.find(LOCAL, start, end) >= 0 for start, end in _between(data, entries, directory))


def rest_of(data: bytes) -> bytes:
    """Return what stands behind the last archive of a file, from the first that is no blank and no NUL: with these some fill a
    file up.
    """
    at = data.rfind(END)
    return data[_end_of(data, at) :].lstrip(BLANK) if at >= 0 else b""


def _between(data: bytes, entries: Sequence[ZipInfo], directory: int) -> Iterator[tuple[int, int]]:
    """Where the bytes stand that belong to no file of the directory."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        yield at, entry.header_offset
        at = max(at, body_of(data, entry.header_offset) + entry.compress_size)
    yield at, directory


def _stretch(data: bytes, start: int) -> Stretch:
    at, files = start, []
    while data.startswith(LOCAL, at) and (file := packed_at(data, at)):
        files.append(file)
        at = behind(data, file)
    end = _end_of_directory(data, at)
    return Stretch(start, end or _next(data, at), tuple(files), bool(end))


def _next(data: bytes, at: int) -> int:
    """Where something may begin behind a directory that was cut; the end, where none stands here: then it is not known where."""
    after = data.find(LOCAL, at) if data.startswith(CENTRAL, at) else -1
    return after if after >= 0 else len(data)


def _end_of_directory(data: bytes, at: int) -> int:
    """Where the directory that begins here ends; 0 where it is not there, or was cut."""
    while data.startswith(CENTRAL, at) and len(data) - at >= _ENTRY.size:
        lengths = _ENTRY.unpack_from(data, at)[10:13]
        at += _ENTRY.size + sum(lengths)
    if data.startswith(_END_64, at):
        at += _END_64_SIZE
    if data.startswith(_LOCATOR, at):
        at += _LOCATOR_SIZE
    return _end_of(data, at) if data.startswith(END, at) and len(data) - at >= _TAIL.size else 0


def _end_of(data: bytes, at: int) -> int:
    """Where an archive ends, the remark behind it taken with it."""
    if len(data) - at < _TAIL.size:
        return len(data)
    return min(at + _TAIL.size + int(_TAIL.unpack_from(data, at)[7]), len(data))


def _entry(file: Packed, offset: int) -> bytes:
    packed, size = min(file.packed, IN_EXTRA - 1), min(file.size, IN_EXTRA - 1)
    head = _ENTRY.pack(
        CENTRAL, file.version, file.version, file.flags, file.method, 0, 0, file.crc, packed, size, len(file.name),
        0, 0, 0, 0, 0, offset,
    )  # fmt: skip
    return head + file.name
