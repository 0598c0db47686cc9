"""The change of results: a journal is written, then every file is moved; what is cut short, the next start finishes.

A run works in a folder of its own inside OUT: `new` are its results, `old` what gave way to them, `journal` stands there
while they move, `lock` is held while the run lives. There is but one run at a time in OUT.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from learnsoc_xlsx.model.errors import CannotWrite, why
from learnsoc_xlsx.stages.write.moving.by_hand import beside, to_keep
from learnsoc_xlsx.stages.write.moving.lease import GUARD, Lease, alone, lease
from learnsoc_xlsx.stages.write.moving.patience import uninterrupted
from learnsoc_xlsx.stages.write.moving.plan import Plan

_PREFIX = ".learnsoc-"
_PARTS = frozenset({"new", "old", ".old", "journal", "journal.part", "lock"})
"""What lies in the folder of a run, and of one of version 0.2; a folder in which anything else lies is somebody's own."""
_ODD_JOURNAL = "Không đọc được “{path}”, sổ ghi của một lần chạy bị ngắt. Hãy giữ một bản của “{folder}”, xóa thư mục ấy rồi chạy lại."
_OPEN = "Không ghi được “{path}”. Tệp có thể đang mở trong Excel, Word hoặc chương trình khác; hãy đóng tệp rồi chạy lại. {state}"
_STUCK = "Không ghi được “{path}” ({why}). Hãy xem lại chỗ ấy rồi chạy lại. {state}"
_AS_BEFORE = "Kết quả cũ còn nguyên."
_HALF = "Kết quả trong “{out}” đang dở, cũ mới lẫn lộn; lần chạy sau sẽ chuyển nốt."


class Workplace:
    """The folder in which a run makes its results, inside the one where they belong."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder.parent
        self.fresh, self._aside = folder / "new", folder / "old"
        self._journal = folder / "journal"

    @property
    def is_moving(self) -> bool:
        """Whether its results began to move and have not all arrived."""
        return self._journal.is_file()

    def files(self) -> list[Path]:
        """The results that still wait here, by their places under OUT."""
        return sorted(path.relative_to(self.fresh) for path in self.fresh.rglob("*") if path.is_file())

    def move(self, former: Mapping[str, str]) -> None:
        """Move all in; `former` are the results of the run before, with their hashes, and go unless somebody changed them.

        At the first that will not move all is put back. Raises CannotWrite, and OSError before anything is moved.
        """
        plan = Plan(dict(former), self.files())
        moved: list[tuple[Path, Path]] = []
        for file in plan.begun(self._journal, self.out):
            try:
                self._replace(file, plan, moved)
            except OSError as error:
                state = _AS_BEFORE if self._put_back(moved) else _HALF.format(out=self.out)
                raise CannotWrite(_sentence(error, self.out / file, state)) from error
        self._done(plan)

    def finish(self) -> None:
        """Move in what a run left that was cut short while it moved. Raises CannotWrite where it will not move now."""
        try:
            plan = Plan.of(self._journal)
        except (ValueError, KeyError, TypeError) as error:
            raise CannotWrite(_ODD_JOURNAL.format(path=self._journal, folder=self.folder)) from error
        for file in plan.steps(self.out):
            try:
                self._replace(file, plan, [])
            except OSError as error:
                raise CannotWrite(_sentence(error, self.out / file, _HALF.format(out=self.out))) from error
        self._done(plan)

    def give_back(self) -> None:
        """Return what version 0.2 had moved aside, into `.old`, when it was cut short, where nothing took its place."""
        for aside in (path for path in (self.folder / ".old").rglob("*") if path.is_file()):
            target = self.out / aside.relative_to(self.folder / ".old")
            if not target.exists():
                _move(aside, target)

    def clear(self) -> None:
        """Take the folder away, unless it holds results on their way."""
        if not self.is_moving:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _replace(self, file: Path, plan: Plan, moved: list[tuple[Path, Path]]) -> None:
        """Let one result take its place; what lies there goes aside, or stays beside it where somebody changed it."""
        target, fresh = self.out / file, self.fresh / file
        waits = fresh.is_file()
        if file in plan.files and not waits:
            return  # it has arrived
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists():
            keep = waits and to_keep(target, fresh, plan.former.get(file.as_posix()))
            moved.append(_move(target, beside(target) if keep else self._aside / file))
        if waits:
            moved.append(_move(fresh, target))

    def _done(self, plan: Plan) -> None:
        """All has arrived: no folder stays of which the last result went."""
        self._journal.unlink()
        for folder in plan.folders_left():
            with suppress(OSError):
                (self.out / folder).rmdir()

    def _put_back(self, moved: list[tuple[Path, Path]]) -> bool:
        """Undo what was moved; return whether all is as before."""
        try:
            for source, placed in reversed(moved):
                placed.replace(source)
        except OSError:
            return False
        self._journal.unlink()
        return True


@contextmanager
def workplace(out: Path) -> Iterator[Workplace]:
    """Give a run a folder of its own inside `out`, which is there and nobody else's meanwhile; it goes when all is done.

    Raises OSError, and CannotWrite where another run is at work there.
    """
    with alone(out):
        place = Workplace(Path(mkdtemp(prefix=_PREFIX, dir=out)))
        held = lease(place.folder / "lock")
        try:
            place.fresh.mkdir()
            yield place
        finally:
            with uninterrupted():
                place.clear()
                _let_go(held, place)


def tidied(out: Path) -> None:
    """Finish what a run that is no more had begun to move into `out`, and take away its folder and its lock.

    Raises CannotWrite where a result will not move, and where another run is at work there.
    """
    if not any(_workplaces(out)) and not (out / GUARD).exists():
        return
    with uninterrupted(), alone(out):
        for place in list(_workplaces(out)):
            held = lease(place.folder / "lock")
            if held is not None:
                _tidy(place, held)


def _tidy(place: Workplace, held: Lease) -> None:
    try:
        if place.is_moving:
            place.finish()
        place.give_back()
        place.clear()
    finally:
        _let_go(held, place)


def half_moved(out: Path) -> bool:
    """Whether results began to move into `out` and have not all arrived."""
    return any(place.is_moving for place in _workplaces(out))


def _workplaces(out: Path) -> Iterator[Workplace]:
    return (Workplace(folder) for folder in sorted(out.glob(f"{_PREFIX}*")) if _is_of_a_run(folder))


def _is_of_a_run(folder: Path) -> bool:
    """Whether a folder is one in which a run works, and nobody's own that is only called so, or that nobody may look into."""
    with suppress(OSError):
        return folder.is_dir() and not folder.is_symlink() and _PARTS.issuperset(part.name for part in folder.iterdir())
    return False


def _let_go(held: Lease | None, place: Workplace) -> None:
    if held is not None:
        held.release()
    place.clear()  # once more: where a file that is held cannot be deleted


def _sentence(error: OSError, path: Path, state: str) -> str:
    sentence = _OPEN if isinstance(error, PermissionError) else _STUCK
    return sentence.format(path=path, why=why(error), state=state)


def _move(source: Path, target: Path) -> tuple[Path, Path]:
    _not_open(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return source, target


def _not_open(path: Path) -> None:
    """Raise OSError where an office program holds the file open, even on systems that would let it be moved.

    Word writes its mark over the first letters of a name that is not short: ~$_bien_ban.docx of 12_bien_ban.docx.
    """
    marks = (*(f"~${path.name[over:]}" for over in range(3)), f".~lock.{path.name}#")
    if any(path.with_name(mark).exists() for mark in marks):
        raise PermissionError(path)
