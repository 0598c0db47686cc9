"""Write a compound file (OLE2) as Outlook and the old Excel do: streams and folders in 512-byte sectors.

Source: [MS-CFB]. Streams under 4,096 bytes lie in the mini stream, the others in sectors of their own.
"""

import struct
from dataclasses import dataclass, field

SECTOR, MINI, SMALL = 512, 64, 4096
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    children: list["_Entry"] = field(default_factory=list)
    first: int = END


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of these streams; "/" in a name makes folders."""
    root = _Entry("Root Entry", ROOT)
    for path, data in streams.items():
        folder = root
        *above, name = path.split("/")
        for each in above:
            found = next((child for child in folder.children if child.name == each), None)
            if found is None:
                found = _Entry(each, STORAGE)
                folder.children.append(found)
            folder = found
        folder.children.append(_Entry(name, STREAM, data))
    entries = list(_walk(root))
    mini, mini_fat = bytearray(), list[int]()
    sectors, fat = bytearray(), list[int]()
    for entry in entries:
        if entry.kind == STREAM and entry.data:
            small = len(entry.data) < SMALL
            entry.first = _lay(mini, mini_fat, entry.data, MINI) if small else _lay(sectors, fat, entry.data, SECTOR)
    root.data = bytes(mini)
    root.first = _lay(sectors, fat, root.data, SECTOR) if mini else END
    mini_fat_at = _lay(sectors, fat, _packed(mini_fat), SECTOR) if mini_fat else END
    numbers = {id(each): number for number, each in enumerate(entries)}
    siblings = {
        id(one): numbers[id(next_one)]
        for each in entries
        for one, next_one in zip(each.children, each.children[1:], strict=False)
    }
    directory = b"".join(_record(each, numbers, siblings) for each in entries)
    directory_at = _lay(sectors, fat, directory, SECTOR)
    count = 1
    while (len(fat) + count) * 4 > count * SECTOR:
        count += 1
    fat_at = list(range(len(fat), len(fat) + count))
    table = _packed([*fat, *([FAT] * count)]).ljust(count * SECTOR, b"\xff")
    mini_fat_sectors = -(-len(mini_fat) * 4 // SECTOR)
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory_at, 0, SMALL, mini_fat_at, mini_fat_sectors, END, 0,
    )  # fmt: skip
    return header + _packed(fat_at).ljust(436, b"\xff") + bytes(sectors) + table


def _walk(entry: _Entry) -> list[_Entry]:
    return [entry, *(each for child in entry.children for each in _walk(child))]


def _lay(room: bytearray, table: list[int], data: bytes, size: int) -> int:
    """Lay data in sectors of a size behind one another, and say where it begins."""
    first, count = len(table), -(-len(data) // size)
    room += data.ljust(count * size, b"\0")
    table += [*range(first + 1, first + count), END]
    return first


def _packed(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _record(entry: _Entry, numbers: dict[int, int], siblings: dict[int, int]) -> bytes:
    """A directory entry: a folder's children hang on one another as right-hand siblings."""
    name = entry.name.encode("utf-16-le")
    child = numbers[id(entry.children[0])] if entry.children else NONE
    return struct.pack(
        "<64sHBBIII36xIQ", name, len(name) + 2, entry.kind, 1, NONE, siblings.get(id(entry), NONE), child,
        entry.first, len(entry.data),
    )  # fmt: skip


def in_a_circle(data: bytes, stream: str, size: int = 0x7FFF_FFFF) -> bytes:
    """Break a compound file: say that a stream is so large, and let its first sector be followed by itself, for ever."""
    broken = bytearray(data)
    entry = broken.index(stream.encode("utf-16-le"))
    (first,) = struct.unpack_from("<I", broken, entry + 116)
    (table,) = struct.unpack_from("<I", broken, 76)
    struct.pack_into("<I", broken, entry + 120, size)
    struct.pack_into("<I", broken, (table + 1) * SECTOR + first * 4, first)
    return bytes(broken)
