"""An item in hand is received as it would be from its file, on a machine that has none of them."""

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.steps.intake import Task, intake, tasks_of
from learnsoc_xlsx.stages.receive.fault import Fault

VILLAGE = Path("input_templates/sample/2026/T01 Thôn Đông Hòa 2026.xlsx")


@pytest.fixture
def task(tmp_path: Path) -> Task:
    """A return, one in an archive beside a picture, a file of nothing, one that a program holds open, and one that is gone."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(VILLAGE, folder / "a.xlsx")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(VILLAGE, "b.xlsx")
        archive.writestr("b.png", b"a picture")
    (folder / "b.zip").write_bytes(whole.getvalue())
    (folder / "c.xlsx").write_bytes(b"")
    (folder / "~$d.xlsx").write_bytes(b"d")
    (folder / "e.xlsx").write_bytes(b"e")
    (task,) = tasks_of(folder)
    (folder / "e.xlsx").unlink()
    return task


def test_it_comes_to_the_same_without_its_file(task: Task, tmp_path: Path) -> None:
    usual = intake(task)
    in_hand = task.in_hand()
    shutil.rmtree(tmp_path / "in")

    there = intake(in_hand)

    assert (there.submissions, there.findings) == (usual.submissions, usual.findings)
    assert [table.rows.to_csv() for table in there.tables] == [table.rows.to_csv() for table in usual.tables]
    assert set(in_hand.sight()) == {None}


def test_a_machine_sees_a_file_by_its_size_and_its_time(task: Task, tmp_path: Path) -> None:
    before = task.sight()
    (tmp_path / "in/a.xlsx").write_bytes(b"another")

    assert [now == then for now, then in zip(task.sight(), before, strict=True)] == [False, *[True] * (len(before) - 1)]


def test_a_task_in_halves_comes_to_what_it_does_whole(task: Task) -> None:
    halves = task.halves()

    assert tuple(item for half in halves for item in half.files) == task.files
    assert replace(task, files=task.files[:1]).halves() == ()
    assert task.joined([intake(half) for half in halves]).submissions == intake(task).submissions


def test_what_is_given_up_is_named_and_not_opened_whatever_it_is(task: Task) -> None:
    given_up = intake(task.given_up())

    assert {sent.refusal.code for sent in given_up.submissions if sent.refusal} == {Code.PROGRAM_FAILED}
    assert [item.fault for _, item in task.given_up().files] == [
        Fault(Code.PROGRAM_FAILED, "tiến trình đọc tệp này bị hệ thống dừng đột ngột")
    ] * len(task.files)
