"""What a submission breaks within its own tables is looked for once, until anything changes of what that follows from."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.pipeline.commands.consolidate import returns
from learnsoc_xlsx.pipeline.keeping.checked_before import keys_of
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.steps import checking
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.stages.check import check
from tests.journeys.commune_word import DAY, household, lay_register, lay_return
from tests.stages.receive.locked import locked


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    lay_register(folder)
    for unit in ("T01", "T02"):
        lay_return(
            folder, unit, households=[household("Lê Văn Hai", 1970), household("Lê Văn Hai", 1970), household("", 1980)]
        )
    (tmp_path / "shelf").mkdir()
    return folder


def checked(inbox: Path, shelf: Shelf) -> tuple[list[str], list[str]]:
    """All that is said of a folder, and what is left of its tables and lost of them."""
    batch = returns(inbox, tasks_of(inbox), DAY, map, Means(shelf=shelf)).batch
    left = [f"{table.rows.to_csv()} {sorted(map(repr, table.lost.items()))}" for table in batch.accepted]
    return sorted(map(repr, batch.findings)), left


def one_was_corrected(inbox: Path) -> None:
    lay_return(inbox, "T01", households=[household("Lê Văn Hai", 1970), household("Lê Văn Hai", 1970)])


def one_came_before_all_others(inbox: Path) -> None:
    lay_return(inbox, "S01", households=[household("Ngô Văn Sáu")]).rename(inbox / "A.xlsx")


def the_commune_chose_other_numbers(inbox: Path) -> None:
    lay_register(inbox, thresholds=[{"key": "learning_family.pass", "value": 60, "source": "NQ 5"}])


@pytest.mark.parametrize(
    ("change", "looked_at"),
    [
        (one_was_corrected, {"T01 2026.xlsx"}),
        (one_came_before_all_others, {"A.xlsx"}),
        (the_commune_chose_other_numbers, {"T01 2026.xlsx", "T02 2026.xlsx"}),
    ],
)
def test_only_what_changed_is_looked_at_and_the_same_is_said(
    change: Callable[[Path], None], looked_at: set[str], inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, within, files = Shelf(inbox.parent / "shelf"), check.breaches_within, set[str]()
    checked(inbox, shelf)
    change(inbox)
    anew = checked(inbox, NO_SHELF)

    def looking(tables, causes, work):  # type: ignore[no-untyped-def]
        files.update(layout.file for table in tables for layout in table.layouts.values())
        return within(tables, causes, work)

    monkeypatch.setattr(checking, "breaches_within", looking)

    assert checked(inbox, shelf) == anew
    assert files == looked_at


def test_another_finding_since_the_reading_is_another_key_and_what_may_end_otherwise_has_none(inbox: Path) -> None:
    shelf = Shelf(inbox.parent / "shelf")
    batch = returns(inbox, tasks_of(inbox), DAY, map).batch
    here = Place("T01 2026.xlsx", "Bìa", "C4")

    def keys(batch: Batch) -> dict[int, str]:
        return keys_of(batch, batch.tables, shelf)

    number = next(sent.number for sent in batch.submissions if sent.file == here.file)
    before = keys(batch)
    doubted = keys(batch.settled(batch.submissions, [Finding(Code.NOT_A_COUNT, here, number)]))
    shut = keys(replace(batch, findings=(*batch.findings, Finding(Code.UNLOCKED, here, number))))

    assert {at for at, key in before.items() if doubted[at] != key} == {number}
    assert before.keys() - shut.keys() == {number}


def test_under_a_register_behind_a_password_nothing_of_what_is_said_of_others_is_kept(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What holds of a return follows from the register as well."""
    register = next(inbox.glob("*anh b*"))
    register.write_bytes(locked(register.read_bytes(), "bí mật"))
    shelf, passwords, files = Shelf(inbox.parent / "shelf"), Passwords(("bí mật",)), list[str]()
    within = check.breaches_within

    def looking(tables, causes, work):  # type: ignore[no-untyped-def]
        files.extend(layout.file for table in tables for layout in table.layouts.values())
        return within(tables, causes, work)

    monkeypatch.setattr(checking, "breaches_within", looking)
    for _ in range(2):
        files.clear()
        batch = returns(inbox, tasks_of(inbox, passwords), DAY, map, Means(shelf=shelf, passwords=passwords)).batch

        assert batch.submissions
        assert {"T01 2026.xlsx", "T02 2026.xlsx"} <= set(files)
