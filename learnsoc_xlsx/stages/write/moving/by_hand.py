"""By hand: a result that somebody changed since it was written is never overwritten, it is kept beside the new one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from zipfile import BadZipFile, ZipFile

MARK = "_sua_tay"
"""What the name of a result ends with that somebody changed and that is kept beside the new one."""
_DAYS = re.compile(rb"<dcterms:(?:created|modified)[^>]*>([^<]*)<")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; of one that nobody touched since it was asked last, without reading it again."""
    state = path.stat()
    return _digest(path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


@lru_cache(maxsize=4096)
def _digest(path: Path, *_state: int) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def kept_beside(out: Path, fresh: Path, files: Iterable[str], former: Mapping[str, str]) -> dict[str, str]:
    """Return which of these results somebody changed since the run before, with the place where each will lie; all as
    they lie under OUT.
    """
    changed = (file for file in files if to_keep(out / file, fresh / file, former.get(file)))
    return {file: beside(out / file).relative_to(out).as_posix() for file in changed}


def to_keep(target: Path, fresh: Path, former: str | None) -> bool:
    """Whether what lies at a result's place is neither what the run before wrote, by its hash, nor what this one writes."""
    return target.is_file() and digest_of(target) not in (former, digest_of(fresh))


def beside(path: Path) -> Path:
    """Return a free place for what somebody changed, beside the one that it has: Tong_hop_sua_tay.xlsx."""
    return next(place for place in _places(path) if not place.exists())


def _places(path: Path) -> Iterator[Path]:
    yield path.with_stem(f"{path.stem}{MARK}")
    number = 2
    while True:
        yield path.with_stem(f"{path.stem}{MARK}_{number}")
        number += 1


def untouched(out: Path, file: str) -> dict[str, str]:
    """Return a workbook of ours that no run records, with its hash, if it lies under OUT as it was written."""
    path = out / file
    return {file: digest_of(path)} if path.is_file() and not _saved_again(path) else {}


def _saved_again(path: Path) -> bool:
    """Whether somebody saved a workbook since it was written: every office program then dates it anew. What cannot be
    opened is not ours.
    """
    try:
        with ZipFile(path) as parts:
            days = _DAYS.findall(parts.read("docProps/core.xml"))
    except (OSError, KeyError, BadZipFile):
        return True
    return len(days) != 2 or days[0] != days[1]
