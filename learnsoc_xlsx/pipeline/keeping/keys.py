"""Keys: what something is made from, as 64 hexadecimal digits. What differs in anything has another key."""

import hashlib
import io
import pickle
from pathlib import Path

from learnsoc_xlsx.engine.program import program


def key_of(kind: str, *made_from: object) -> str:
    """Return the key of a thing of this kind that this program makes from these values, trees of plain values and words.

    Equal keys mean equal values; of equal values that were put together in another way the keys may differ.
    """
    return hashlib.sha256(_by_value((program(), kind, made_from))).hexdigest()


def _by_value(values: object) -> bytes:
    """Write values out one by one: not, as usual, by which of them are the same object, which is chance."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(values)
    return written.getvalue()


def bytes_at(path: Path) -> str:
    """Return the digest of a file; nothing where it is not handed over, or is none: a pipe would keep whoever opens it."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
