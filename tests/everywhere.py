"""Every byte that lies somewhere, unpacked: for whoever asks whether a name stands anywhere in it."""

import email
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from email.policy import default
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq


def files_naming(folder: Path, name: str) -> list[str]:
    """The files under a folder that hold a name, in their own names too, in whatever case and letters; by their paths there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in files if holds(path, name)]


def holds(path: Path, name: str) -> bool:
    wanted = spellings(name)
    pieces = (path.name.encode(), *unpacked(path.read_bytes(), path.name))
    return any(_is_in(piece, wanted) for piece in pieces)


def spellings(name: str) -> tuple[str, ...]:
    """A name composed, decomposed and without marks, all small."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d")) if not unicodedata.combining(letter))  # fmt: skip
    return tuple(dict.fromkeys(form.casefold() for form in (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name), bare)))  # fmt: skip


def _is_in(piece: bytes, wanted: tuple[str, ...]) -> bool:
    if b"&#" in piece:
        piece += html.unescape(piece.decode("utf-8", "ignore")).encode()
    if b"<w:t" in piece or b"<r>" in piece:
        piece += re.sub(rb"<[^>]*>", b"", piece)
    return any(word in piece for word in _as_bytes(wanted))


@cache
def _as_bytes(wanted: tuple[str, ...]) -> tuple[bytes, ...]:
    """Some spellings in small letters, in capitals and with capitals before, in letters of one byte and more, and of two."""
    cased = {case(word) for word in wanted for case in (str, str.upper, str.title)}
    return tuple(word.encode(letters) for word in sorted(cased) for letters in ("utf-8", "utf-16-le"))


def unpacked(data: bytes, name: str = "") -> Iterator[bytes]:
    """The bytes of a file, and of everything inside of it."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                yield part.filename.encode()
                yield from unpacked(parts.read(part), part.filename)
    elif name.endswith(".eml"):
        for leaf in email.message_from_bytes(data, policy=default).walk():
            yield "\n".join(map(str, leaf.values())).encode()
            body = leaf.get_payload(decode=True)
            if isinstance(body, bytes):
                yield from unpacked(body, str(leaf.get_filename("")))
    elif data.startswith(b"PAR1"):
        for column in pq.read_table(io.BytesIO(data)).columns:
            yield "\n".join(map(str, column.to_pylist())).encode()
