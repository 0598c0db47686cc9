"""Results: which files of OUT hold whom somebody asks to forget, and how they go: all that hold the name, under the lock of a run."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import CannotWrite, why
from learnsoc_xlsx.pipeline.forgetting.sought import Sought
from learnsoc_xlsx.pipeline.forgetting.texts import Opaque, texts_in
from learnsoc_xlsx.pipeline.start.sending import FOLDER
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of, untouched
from learnsoc_xlsx.stages.write.moving.lease import GUARD, alone
from learnsoc_xlsx.stages.write.moving.patience import uninterrupted
from learnsoc_xlsx.stages.write.moving.whole import tidy
from learnsoc_xlsx.stages.write.run_json.last_outputs import LastOutputs
from learnsoc_xlsx.stages.write.run_json.last_run import RECORD

_WRITTEN_SINCE = (
    "Kết quả trong “{out}” vừa được một lần chạy khác ghi lại sau khi tìm. Hãy chạy lại lệnh này. Chưa xóa gì."
)
_FORM = "Mau_"
"""How the names of templates begin."""
_UNRECORDED = frozenset(book.path for book in WORKBOOKS if book.drawn_after in ("comparison", "trial"))


@dataclass(frozen=True)
class Results:
    """Files under OUT, by their paths there: those to go that the program makes again, those that somebody saved or laid there
    since, those into which nobody can look; and which bear the name themselves.
    """

    ours: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    opaque: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()

    @property
    def going(self) -> tuple[str, ...]:
        """What is to go, the record of the run last: as long as it is there a second try knows what was ours."""
        return tuple(sorted((*self.ours, *self.by_hand), key=lambda file: (file == RECORD, file)))


@dataclass(frozen=True)
class Gone:
    """What went, and what did not, with the reason."""

    files: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()


def results_naming(whom: Sought, out: Path) -> Results:
    """Return the files of OUT that hold whom somebody asks to forget; none where OUT is no folder of results.

    Where run.json itself does, all goes that it records: without it nobody would know what of it is the program's own.
    What a run left half-way is finished first. Raises CannotWrite where another run is at work there.
    """
    if not _is_of_results(out):
        return Results()
    tidy(out)
    former = LastOutputs(out / RECORD)
    names = [
        path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if path.is_file() and path.name != GUARD
    ]
    opaque: list[str] = []
    naming = {name for name in names if _names(whom, out, name, opaque)}
    as_written = {name for name in names if name in former and former[name] == digest_of(out / name)}
    going = naming | as_written if RECORD in naming else naming
    ours = {name for name in going if name in as_written or _is_made_beside(out, name)}
    return Results(*(tuple(sorted(part)) for part in (ours, going - ours, set(opaque) - going, naming)))


def taken_away(results: Results, out: Path, of_this_run: str) -> Gone:
    """Take these files away, and the folders that are left empty; `of_this_run` is the hash of the run.json with which they were
    looked through. Raises CannotWrite where another run is at work in OUT, or wrote there since.
    """
    if not results.going:
        return Gone()
    gone: list[str] = []
    left: list[tuple[str, str]] = []
    with uninterrupted(), alone(out):
        if of_this_run and (not (out / RECORD).is_file() or digest_of(out / RECORD) != of_this_run):
            raise CannotWrite(_WRITTEN_SINCE.format(out=out))
        for file in results.going:
            try:
                (out / file).unlink(missing_ok=True)
                gone.append(file)
            except OSError as error:
                left.append((file, why(error)))
        for folder in _folders_of(results.going):
            with suppress(OSError):
                (out / folder).rmdir()
    return Gone(tuple(gone), tuple(left))


def _is_of_results(out: Path) -> bool:
    """Whether a run, or a print of templates, wrote here: in any other folder nothing is ours to take."""
    return (out / RECORD).is_file() or any(True for depth in ("", "*/", "*/*/") for _ in out.glob(f"{depth}{_FORM}*"))


def _is_made_beside(out: Path, file: str) -> bool:
    """Whether a file is one that the program made and no run.json records: a template, its letter, what changed, a trial."""
    path = Path(file)
    return (
        path.name.startswith(_FORM)
        or path.parent.name == FOLDER
        or (file in _UNRECORDED and bool(untouched(out, file)))
    )


def _names(whom: Sought, out: Path, file: str, opaque: list[str]) -> bool:
    if whom.is_named_in(file):
        return True
    try:
        data = (out / file).read_bytes()
        return any(whom.is_named_in(text) for text in texts_in(data, file))
    except (OSError, Opaque):
        opaque.append(file)
        return False


def _folders_of(files: tuple[str, ...]) -> Iterator[Path]:
    """The folders in which files lay, the deepest first."""
    folders = {folder for file in files for folder in Path(file).parents} - {Path()}
    yield from sorted(folders, key=lambda folder: len(folder.parts), reverse=True)
