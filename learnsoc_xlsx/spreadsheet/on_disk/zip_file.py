"""Zip file: one with the same bytes whichever system it was written on."""

import io
import zipfile

_UNIX = 3


class ZipFile(zipfile.ZipFile):
    """A zip file whose directory names the same system as that of its writer, wherever it is written (APPNOTE.TXT, 4.4.2)."""

    def close(self) -> None:
        for part in self.filelist if self.mode in ("w", "a") else ():
            part.create_system = _UNIX
        super().close()


def as_everywhere(data: bytes) -> bytes:
    """Return a zip file that a library wrote as it writes it on every system."""
    file = io.BytesIO(data)
    with ZipFile(file, "a") as book:
        book.comment = b""  # its directory is written anew
    return file.getvalue()
