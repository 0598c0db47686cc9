"""Outputs whole or not at all: made beside where they belong, then moved in together."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from learnsoc_xlsx.model.errors import CannotWrite, Stopped, why
from learnsoc_xlsx.stages.write.moving.change import half_moved, tidied, workplace
from learnsoc_xlsx.stages.write.moving.patience import uninterrupted

__all__ = ["half_moved", "tidy", "whole"]

_FOLDER = "Không ghi được vào thư mục “{path}” ({why}). Hãy chọn thư mục khác hoặc kiểm tra quyền ghi và chỗ trống."
_DONE = "Đã dừng theo yêu cầu; kết quả mới đã được ghi đủ."


@contextmanager
def whole(out: Path, former: Mapping[str, str]) -> Iterator[Path]:
    """Give a fresh folder inside `out`; when all went well, its files take their places, else nothing changes.

    `former` names what was written there before, with its hash: what is not written anew goes, if it is still the same;
    what somebody changed since is kept beside. Who asks to stop while files move waits until they have, and then Stopped
    is raised. Raises CannotWrite.
    """
    made = _missing(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with workplace(out) as place:
            yield place.fresh
            with uninterrupted() as asked:
                place.move(former)
                place.clear()
            if asked:
                raise Stopped(asked[0], _DONE)
    except OSError as error:
        raise CannotWrite(_FOLDER.format(path=out, why=why(error))) from error
    finally:
        _take_back(made)


def tidy(out: Path) -> None:
    """Finish what a run that was killed had begun to move into `out`, and take away what it left. Raises CannotWrite."""
    try:
        tidied(out)
    except OSError as error:
        raise CannotWrite(_FOLDER.format(path=out, why=why(error))) from error


def _missing(out: Path) -> list[Path]:
    """The folders on the way to `out` that are not there yet, the deepest first."""
    return [folder for folder in (out, *out.parents) if not folder.exists()]


def _take_back(made: list[Path]) -> None:
    """Remove folders made for nothing: those into which nothing came."""
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
