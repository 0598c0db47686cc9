"""Every byte that lies somewhere, unpacked: for whoever asks whether a name stands anywhere in it."""

import email
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

import pyarrow.parquet as pq

_TAG = re.compile(r"<[^>]*>")


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
    texts = (
        piece.decode("utf-8", "ignore"),
        piece.decode("utf-16-le", "ignore"),
        piece[1:].decode("utf-16-le", "ignore"),
    )
    read = [html.unescape(text).casefold() for text in texts]
    read.append(_TAG.sub("", read[0]))
    return any(word in text for text in read for word in wanted)


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
