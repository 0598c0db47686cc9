"""By hand: a result that somebody changed since it was written is never overwritten, it is kept beside the new one."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

_MARK = "_sua_tay"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


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
    yield path.with_stem(f"{path.stem}{_MARK}")
    number = 2
    while True:
        yield path.with_stem(f"{path.stem}{_MARK}_{number}")
        number += 1
