"""A whole file: written beside its place and moved there, so that whoever looks finds it whole, or as it was before."""

from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, draft: Path | None = None) -> None:
    """Write a file, over the one that is there, whole or not at all; it is made as `draft`, on the same disk (else beside it, by a
    name of its own, which the next writing takes again). Raises OSError.
    """
    draft = draft or path.with_name(f".{path.name}.dang_ghi")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
