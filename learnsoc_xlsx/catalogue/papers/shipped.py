"""The Word templates as shipped, made of the declared texts by `make papers`."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("word")


@cache
def shipped(template: str) -> bytes:
    """Return a template by its file's name."""
    return (FOLDER / template).read_bytes()
