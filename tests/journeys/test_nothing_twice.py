"""Whatever lies on the shelf, a run writes the bytes that it would write without one."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

import pytest

from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.pipeline.consolidate import consolidate
from learnsoc_xlsx.pipeline.keeping import keys
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.steps import intake
from learnsoc_xlsx.stages.write.draw import render
from tests.journeys.commune_word import DAY, household, lay_register, lay_return
from tests.runs import WITHOUT_PAPERS

Written = dict[str, str]


class Commune:
    """A commune whose folder a test changes; its results always go to one place, each time as if for the first time."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.out, self.shelf = folder / "in", folder / "out", Shelf(folder / "shelf")
        self.shelf.folder.mkdir()
        lay_register(self.inbox)
        lay_return(
            self.inbox, "T02", households=[household("Lê Văn Hai", 1970), household("Vũ Văn Ba", labour_days="ba")]
        )
        self.lay("T01", "Phạm Văn Một")

    def lay(self, name: str, head: str) -> Path:
        return lay_return(self.inbox, name, households=[household(head, 1969), household("Đỗ Thị Năm", 1980)])

    def written(self, shelf: Shelf, day: date = DAY, kind: Runner = Runner.SERIAL) -> Written:
        """Consolidate, and return the digest of every file that was written."""
        rmtree(self.out, ignore_errors=True)
        consolidate(self.inbox, self.out, day, WITHOUT_PAPERS, Means(Engine(kind, 2), shelf))
        files = [path for path in self.out.rglob("*") if path.is_file()]
        return {path.relative_to(self.out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def commune(tmp_path: Path) -> Commune:
    return Commune(tmp_path)


def changed(commune: Commune) -> None:
    commune.lay("T01", "Phạm Văn Khác")


def came_late(commune: Commune) -> None:
    """A return that all others come behind."""
    commune.lay("S01", "Ngô Văn Sáu").rename(commune.inbox / "A.xlsx")


def renamed_and_gone(commune: Commune) -> None:
    (commune.inbox / "T02 2026.xlsx").rename(commune.inbox / "B.xlsx")
    (commune.inbox / "A.xlsx").unlink()


def left_alone(commune: Commune) -> None:
    """Nothing but the day is another."""


STATES: tuple[tuple[Callable[[Commune], None], date, Runner], ...] = (
    (changed, DAY, Runner.SERIAL),
    (came_late, DAY, Runner.PROCESSES),
    (renamed_and_gone, date(2026, 12, 31), Runner.SERIAL),
    (left_alone, date(2026, 11, 1), Runner.SERIAL),
)


def test_what_is_left_on_the_shelf_changes_no_byte_of_the_next_run(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is a batch of its own where the shelf is used, and all are one where it is not."""
    monkeypatch.setattr(intake, "_LEAST", 0)
    commune.written(commune.shelf)

    for change, day, kind in STATES:
        change(commune)
        monkeypatch.setattr(intake, "_LEAST", 3)
        anew = commune.written(NO_SHELF, day)
        monkeypatch.setattr(intake, "_LEAST", 0)

        assert commune.written(commune.shelf, day, kind) == anew, change.__name__


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Commune, Written]:
    """A commune whose run is on the shelf, and what that wrote."""
    commune = Commune(tmp_path_factory.mktemp("kept"))
    return commune, commune.written(commune.shelf)


def test_of_what_did_not_change_nothing_is_read_or_drawn_again(
    kept: tuple[Commune, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, cold = kept
    monkeypatch.setattr(intake, "receive", forbidden)
    monkeypatch.setattr(render, "inject", forbidden)

    assert commune.written(commune.shelf) == cold


def test_a_shelf_that_is_damaged_or_half_gone_is_healed(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = commune.written(commune.shelf)
    (commune.shelf.folder / cold["Kiem_tra.xlsx"]).unlink()  # what a run wrote is kept by its own digest
    assert commune.written(commune.shelf) == cold

    for number, path in enumerate(sorted(commune.shelf.folder.iterdir())):
        if number % 2:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert commune.written(commune.shelf) == cold
    monkeypatch.setattr(intake, "receive", forbidden)
    assert commune.written(commune.shelf) == cold


def test_another_program_takes_nothing_from_the_shelf(
    kept: tuple[Commune, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, _ = kept
    monkeypatch.setattr(keys, "program", lambda: "another")
    monkeypatch.setattr(intake, "receive", forbidden)

    with pytest.raises(AssertionError, match="made again"):
        commune.written(commune.shelf)


def forbidden(*_: object, **__: object) -> None:
    raise AssertionError("made again")
