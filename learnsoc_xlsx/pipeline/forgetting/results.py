"""Results: which files of OUT hold whom somebody asks to forget, and how they go: all that hold the name, under the lock of a run."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import CannotWrite, why
from learnsoc_xlsx.pipeline.forgetting.ours import FORM, MARKER, is_of_results, mark
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
_KEPT = "giữ đến khi xóa được các tệp trên: không có nó thì lần sau không biết tệp nào là kết quả"
_UNRECORDED = frozenset(book.path for book in WORKBOOKS if book.drawn_after in ("comparison", "trial"))


@dataclass(frozen=True)
class Results:
    """Files under OUT, by their paths there: those to go that the program makes again, those that somebody saved or laid there
    since, those into which nobody can look; which bear the name themselves; and which only with marks that were not typed, so
    that it may be somebody else's: of these `spared` stay, which the program could not make again. `record` is the hash of the
    run.json with which they were looked through, if there was one.
    """

    ours: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    opaque: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    record: str = ""

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
    tidy(out)
    if not is_of_results(out):
        return Results()
    record = _record(out)
    former = LastOutputs(out / RECORD)
    names = [
        path.relative_to(out).as_posix()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in (GUARD, MARKER)
    ]
    opaque: list[str] = []
    bearing = {name: texts for name in names if (texts := _naming(whom, out, name, opaque))}
    naming = set(bearing)
    likely = {name for name, texts in bearing.items() if not any(map(whom.is_surely_named_in, texts))}
    as_written = {name for name in names if name in former and former[name] == digest_of(out / name)}
    going = naming | as_written if RECORD in naming else naming
    ours = {name for name in going if name in as_written or _is_made_beside(out, name)}
    spared = (going - ours) & likely
    parts = {
        "ours": ours,
        "by_hand": going - ours - spared,
        "opaque": set(opaque) - going,
        "naming": naming - spared,
        "likely": likely - spared,
        "spared": spared,
    }
    return Results(**{name: tuple(sorted(files)) for name, files in parts.items()}, record=record)


def taken_away(results: Results, out: Path) -> Gone:
    """Take these files away, and the folders that are left empty. Raises CannotWrite where another run is at work in OUT, or wrote
    there since they were looked through.
    """
    if not results.going:
        tidy(out)
        _as_looked_through(results, out)
        return Gone()
    gone: list[str] = []
    left: list[tuple[str, str]] = []
    with uninterrupted(), alone(out):
        _as_looked_through(results, out)
        for file in results.going:
            reason = _KEPT if file == RECORD and left else _unlinked(out / file)
            left += [(file, reason)] if reason else []
            gone += [] if reason else [file]
        for folder in _folders_of(results.going):
            with suppress(OSError):
                (out / folder).rmdir()
        mark(out)
    return Gone(tuple(gone), tuple(left))


def _as_looked_through(results: Results, out: Path) -> None:
    if _record(out) != results.record:
        raise CannotWrite(_WRITTEN_SINCE.format(out=out))


def _record(out: Path) -> str:
    return digest_of(out / RECORD) if (out / RECORD).is_file() else ""


def _unlinked(path: Path) -> str:
    """Take a file away; return why it stays, or nothing."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return why(error)
    return ""


def _is_made_beside(out: Path, file: str) -> bool:
    """Whether a file is one that the program made and no run.json records: a template, its letter, what changed, a trial."""
    path = Path(file)
    return (
        path.name.startswith(FORM) or path.parent.name == FOLDER or (file in _UNRECORDED and bool(untouched(out, file)))
    )


def _naming(whom: Sought, out: Path, file: str, opaque: list[str]) -> list[str]:
    """The texts of a file that bear the name, up to the first that does so for sure."""
    bearing: list[str] = []
    try:
        for text in chain((file,), texts_in((out / file).read_bytes(), file)):
            if whom.is_named_in(text):
                bearing.append(text)
            if bearing and whom.is_surely_named_in(text):
                return bearing
    except (OSError, Opaque):
        opaque.append(file)
    return bearing


def _folders_of(files: tuple[str, ...]) -> Iterator[Path]:
    """The folders in which files lay, the deepest first."""
    folders = {folder for file in files for folder in Path(file).parents} - {Path()}
    yield from sorted(folders, key=lambda folder: len(folder.parts), reverse=True)
