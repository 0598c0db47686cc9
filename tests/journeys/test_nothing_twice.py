"""Whatever lies on the shelf, a run writes the bytes that it would write without one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree
from typing import NoReturn

import pytest

from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.keeping import keys
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.screen.shown import Made, Shown, shown
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.settings.products import USUAL, Products
from learnsoc_xlsx.pipeline.steps import intake
from learnsoc_xlsx.stages.write.draw.listing import rows
from tests.journeys.commune_word import DAY, household, lay_register, lay_return
from tests.runs import ON_ONE, WITHOUT_PAPERS

Written = dict[str, str]


class Commune:
    """A commune whose folder a test changes; its results always go to one place, each time as if for the first time."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.out, self.shelf = folder / "in", folder / "out", Shelf(folder / "shelf")
        self.shelf.folder.mkdir()
        self.runs = 0
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
        self.shown(shelf, day, kind)
        return self.results()

    def shown(self, shelf: Shelf, day: date = DAY, kind: Runner = Runner.SERIAL) -> Shown:
        """Consolidate into the folder of the results as it is."""

        def anew() -> Made:
            self.runs += 1
            return consolidate(self.inbox, self.out, day, WITHOUT_PAPERS, Means(Engine(kind, 2), shelf))

        return shown(self.inbox, self.out, day, WITHOUT_PAPERS, shelf, anew)

    def results(self) -> Written:
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


STATES: tuple[tuple[Callable[[Commune], None], date, Runner], ...] = (
    (changed, DAY, Runner.SERIAL),
    (came_late, DAY, Runner.PROCESSES),
    (renamed_and_gone, date(2026, 12, 31), Runner.SERIAL),
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
    monkeypatch.setattr(rows, "xml_of", forbidden)

    assert commune.written(commune.shelf) == cold


def test_a_shelf_that_is_damaged_or_half_gone_is_healed(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = commune.written(commune.shelf)

    for number, path in enumerate(sorted(commune.shelf.folder.iterdir())):
        if number % 2:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert commune.written(commune.shelf) == cold
    monkeypatch.setattr(intake, "receive", forbidden)
    assert commune.written(commune.shelf) == cold


def test_where_nothing_changed_no_run_is_begun_and_the_same_is_shown(commune: Commune) -> None:
    commune.shown(commune.shelf)
    left = commune.results()

    again = commune.shown(NO_SHELF)
    assert commune.shown(commune.shelf).lines == again.lines
    assert (commune.runs, commune.results()) == (2, left)


def test_of_a_run_whose_results_another_has_meanwhile_written_over_nothing_is_kept(commune: Commune) -> None:
    """The next run shows and writes its own, not what the other left."""

    def meanwhile() -> Made:
        made = consolidate(commune.inbox, commune.out, DAY, WITHOUT_PAPERS, Means(ON_ONE.engine, commune.shelf))
        (commune.out / "run.json").write_text('{"outputs": {}}')
        return made

    shown(commune.inbox, commune.out, DAY, WITHOUT_PAPERS, commune.shelf, meanwhile)

    commune.shown(commune.shelf)
    assert commune.runs == 1


def test_another_day_other_products_and_another_program_begin_another_run(
    kept: tuple[Commune, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, _ = kept

    def stands(day: date = DAY, products: Products = WITHOUT_PAPERS) -> bool:
        with suppress(AssertionError):
            return bool(shown(commune.inbox, commune.out, day, products, commune.shelf, forbidden).lines)
        return False

    assert (stands(), stands(date(2026, 12, 31)), stands(products=USUAL)) == (True, False, False)
    monkeypatch.setattr(keys, "program", lambda: "another")
    assert not stands()


def test_a_result_that_somebody_wrote_into_is_kept_beside_a_new_one_as_without_a_shelf(
    commune: Commune, tmp_path: Path
) -> None:
    commune.shown(commune.shelf)
    (commune.out / "Kiem_tra.xlsx").write_bytes(b"by hand")
    copytree(commune.out, tmp_path / "before")
    anew = commune.shown(NO_SHELF).lines, commune.results()
    rmtree(commune.out)
    copytree(tmp_path / "before", commune.out)

    assert (commune.shown(commune.shelf).lines, commune.results()) == anew
    assert "Kiem_tra_sua_tay.xlsx" in commune.results()


def test_another_program_takes_nothing_from_the_shelf(
    kept: tuple[Commune, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, _ = kept
    monkeypatch.setattr(keys, "program", lambda: "another")
    monkeypatch.setattr(intake, "receive", forbidden)

    with pytest.raises(AssertionError, match="made again"):
        commune.written(commune.shelf)


def forbidden(*_: object, **__: object) -> NoReturn:
    raise AssertionError("made again")
