"""Pieces: what was put one behind another in a file, and what a zip holds where its directory does not say so."""

from dataclasses import dataclass

from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.on_disk.zip_document import is_document
from learnsoc_xlsx.spreadsheet.on_disk.zip_layout import (
    BLANK,
    Stretch,
    is_named_whole,
    is_one,
    rest_of,
    stretches,
    with_directory,
)
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

_CUT = "bị cắt ở cuối hoặc tải về chưa hết"
_NO_DIRECTORY = "danh mục các tệp bên trong bị hỏng"
_UNNAMED = "danh mục không ghi hết các tệp bên trong"


@dataclass(frozen=True)
class Mended:
    """A zip whose directory names what can be taken out of it, and how it is damaged."""

    zip: bytes
    damage: str = ""


def pieces_of(data: bytes) -> list[bytes]:
    """Return what was put one behind another in a file that begins as a zip; the file itself where it is one thing.

    What follows a document that is a zip is no piece, unless it begins as a file that may be a workbook: programs and mailboxes
    leave all sorts of things there.
    """
    parts = _parts(data)
    if parts and is_one(data, parts.directory):
        rest = rest_of(data)
        whole = not rest or (not rest.startswith(OLE) and is_document(parts))
        return [data] if whole else [data[: len(data) - len(rest)], rest]
    archives = stretches(data)
    if not archives:
        return [data]
    ends = [archive.start for archive in archives[1:]] + [len(data)]
    pairs = (
        (data[one.start : one.end], data[one.end : end].lstrip(BLANK)) for one, end in zip(archives, ends, strict=True)
    )
    pieces = [piece for pair in pairs for piece in pair if piece]
    return pieces if len(pieces) > 1 else [data]


def mended(data: bytes) -> Mended | None:
    """Return the zip that a file is, with a directory that names what can be taken out; None where nothing can be named."""
    parts = _parts(data)
    if parts and is_one(data, parts.directory):
        if is_named_whole(data, parts.entries, parts.directory):
            return Mended(data)
        (only, *_) = stretches(data)
        whole = len(only.files) >= len(parts.entries)
        return Mended(with_directory(data, only) if whole else data, _UNNAMED)
    archives = stretches(data)
    return Mended(with_directory(data, archives[0]), _damage(archives[0])) if archives and archives[0].files else None


def _damage(archive: Stretch) -> str:
    return _NO_DIRECTORY if archive.closed else _CUT


def _parts(data: bytes) -> Parts | None:
    try:
        return Parts(data)
    except DAMAGED:
        return None
