"""Outputs whole or not at all: made beside where they belong, then moved in together."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from learnsoc_xlsx.model.errors import CannotWrite, why

_OPEN = "Không ghi được “{path}”. Tệp có thể đang mở trong chương trình bảng tính; hãy đóng tệp rồi chạy lại. Kết quả cũ còn nguyên."
_FOLDER = "Không ghi được vào thư mục “{path}” ({why}). Hãy chọn thư mục khác hoặc kiểm tra quyền ghi và chỗ trống."


@contextmanager
def whole(out: Path, former: Mapping[str, str]) -> Iterator[Path]:
    """Give a fresh folder inside `out`; when all went well, its files take their places, else nothing changes.

    `former` names what was written there before, with its hash: what is not written anew goes, if it is still the same.
    """
    made = _missing(out)
    fresh = _fresh(out)
    try:
        yield fresh
        files = sorted(path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file())
        _replace(out, fresh, files, _left_over(out, former, files))
    except OSError as error:
        raise CannotWrite(_FOLDER.format(path=out, why=why(error))) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        _take_back(made)


def _missing(out: Path) -> list[Path]:
    """The folders on the way to `out` that are not there yet, the deepest first."""
    return [folder for folder in (out, *out.parents) if not folder.exists()]


def _take_back(made: list[Path]) -> None:
    """Remove folders made for nothing: those into which nothing came."""
    for folder in made:
        with suppress(OSError):
            folder.rmdir()


def _fresh(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".learnsoc-", dir=out))
    except OSError as error:
        raise CannotWrite(_FOLDER.format(path=out, why=why(error))) from error


def _left_over(out: Path, former: Mapping[str, str], files: list[Path]) -> list[Path]:
    """What the run before wrote and this one does not, as long as nobody changed it."""
    inside = {Path(path): digest for path, digest in former.items() if _inside(Path(path)) and Path(path) not in files}
    return [
        path
        for path, digest in inside.items()
        if (out / path).is_file() and sha256((out / path).read_bytes()).hexdigest() == digest
    ]


def _inside(path: Path) -> bool:
    """Whether a path that a file names stays in the folder it is meant for."""
    return not path.is_absolute() and ".." not in path.parts


def _replace(out: Path, fresh: Path, files: list[Path], left_over: list[Path]) -> None:
    """Move the old files aside and the new ones in; at the first that will not move, put all back."""
    aside = fresh / ".old"
    moved: list[tuple[Path, Path]] = []
    for file in [*files, *left_over]:
        target = out / file
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                moved.append(_move(target, aside / file))
            if file in files:
                moved.append(_move(fresh / file, target))
        except OSError as error:
            for source, placed in reversed(moved):
                placed.replace(source)
            raise CannotWrite(_OPEN.format(path=target)) from error


def _move(source: Path, target: Path) -> tuple[Path, Path]:
    _not_open(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return source, target


def _not_open(path: Path) -> None:
    """Raise OSError where an office program holds the file open, even on systems that would let it be moved."""
    marks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    if any(mark.exists() for mark in marks):
        raise PermissionError(path)
