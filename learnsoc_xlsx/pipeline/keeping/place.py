"""The place of the shelf: a folder of the user's own outside of all inputs, in which nobody else can write."""

import os
import stat
from pathlib import Path

from platformdirs import user_cache_path

from learnsoc_xlsx.model.errors import why
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, NoShelf, Shelf

NAMED_IN = "LEARNSOC_CACHE"
"""The variable of the environment that names the folder; where it is there and empty, nothing is kept."""
_NOT_KEPT = "Lần này chạy không dùng bộ nhớ đệm, kết quả vẫn đủ: {why}."


def place() -> Path | None:
    """Return the folder in which things are to be kept; None where they are not."""
    named = os.environ.get(NAMED_IN)
    if named is None:
        return user_cache_path("learnsoc_xlsx", appauthor=False)
    return Path(named).absolute() if named else None


def shelf_at(folder: Path | None) -> tuple[Shelf, str]:
    """Return the shelf in a folder, made if it is not there, and nothing; or none, of which only what lies there from before can
    go, and one sentence that says why not.
    """
    if folder is None:
        return NO_SHELF, ""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except OSError as error:
        return NoShelf(folder), _NOT_KEPT.format(why=f"không tạo được thư mục “{folder}” ({why(error)})")
    if hasattr(os, "geteuid") and state.st_uid != os.geteuid():
        return NoShelf(folder), _NOT_KEPT.format(why=f"thư mục “{folder}” là của người khác trên máy này")
    if os.name == "posix" and state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return NoShelf(folder), _NOT_KEPT.format(why=f"người khác trên máy này ghi được vào thư mục “{folder}”")
    return Shelf(folder), ""
