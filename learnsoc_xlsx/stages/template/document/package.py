"""Package: the parts of a Word file zipped anew, without what tells when and by which program it was made."""

import io
import zipfile
from collections.abc import Mapping

from learnsoc_xlsx.spreadsheet.on_disk.zip_file import ZipFile

_LONG_AGO = (2020, 1, 1, 0, 0, 0)


def packed(data: bytes) -> bytes:
    """Return the same file with its parts in their order and at one time, so that the same parts give the same bytes."""
    return put_together(unpacked(data))


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {part.filename: parts.read(part) for part in parts.infolist()}


def put_together(parts: Mapping[str, bytes]) -> bytes:
    """Return the Word file of these parts; the same parts give the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(zipfile.ZipInfo(name, _LONG_AGO), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
