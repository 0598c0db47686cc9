"""The shelf: whole or nothing, for its owner alone, of a bounded size, and no harm whatever becomes of its folder."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import rmtree

import pytest

from learnsoc_xlsx.pipeline.keeping.place import NAMED_IN, place, shelf_at
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf

POSIX = pytest.mark.skipif(os.name != "posix", reason="who may read a file is told otherwise there")


def key(number: int) -> str:
    return f"{number:064x}"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_what_is_put_there_lies_there(shelf: Shelf) -> None:
    shelf.put(key(1), b"one")
    shelf.put(key(2), b"")

    assert [shelf.get(key(number)) for number in (1, 2, 3)] == [b"one", b"", None]
    assert [shelf.holds(key(number)) for number in (1, 2, 3)] == [True, True, False]


@POSIX
def test_it_is_for_the_owner_alone(tmp_path: Path) -> None:
    shelf, _ = shelf_at(tmp_path / "of" / "mine")

    shelf.put(key(1), b"a name")

    assert [stat.S_IMODE(path.stat().st_mode) for path in (shelf.folder, shelf.folder / key(1))] == [0o700, 0o600]


@pytest.mark.parametrize("damaged", [b"", b"short", b"x" * 35])
def test_what_is_damaged_is_not_there_any_more(damaged: bytes, shelf: Shelf) -> None:
    (shelf.folder / key(1)).write_bytes(damaged)

    assert shelf.get(key(1)) is None
    assert not shelf.holds(key(1))


def test_a_single_bit_is_damage(shelf: Shelf) -> None:
    shelf.put(key(1), b"one")
    written = bytearray((shelf.folder / key(1)).read_bytes())
    written[-1] ^= 1
    (shelf.folder / key(1)).write_bytes(written)

    assert shelf.get(key(1)) is None


def test_who_asks_while_two_others_write_always_finds_what_one_of_them_wrote(shelf: Shelf) -> None:
    both = [letter * size for letter, size in ((b"A", 300_000), (b"B", 200_000))]
    shelf.put(key(1), both[0])
    with ThreadPoolExecutor(2) as runs:
        writing = [runs.submit(write_often, shelf, data) for data in both]
        found = {shelf.get(key(1))}
        while not all(run.done() for run in writing):
            found.add(shelf.get(key(1)))

    assert found <= {*both}


def write_often(shelf: Shelf, data: bytes) -> None:
    for _ in range(60):
        shelf.put(key(1), data)


def test_a_shelf_that_is_taken_away_is_an_empty_one(shelf: Shelf) -> None:
    shelf.put(key(1), b"one")
    rmtree(shelf.folder)

    shelf.put(key(2), b"two")
    shelf.tidy()

    assert (shelf.get(key(1)), shelf.get(key(2))) == (None, None)


def test_what_was_not_asked_for_the_longest_goes_first_and_what_is_not_ours_stays(shelf: Shelf) -> None:
    (shelf.folder / "letter.txt").write_bytes(b"x" * 1000)
    for number in range(4):
        shelf.put(key(number), b"x" * 68)  # a hundred bytes with its digest
        os.utime(shelf.folder / key(number), (number, number))
    shelf.get(key(0))

    shelf.tidy(250)

    assert {path.name for path in shelf.folder.iterdir()} == {"letter.txt", key(0), key(3)}


def test_what_somebody_began_to_write_long_ago_goes(shelf: Shelf) -> None:
    old, new = shelf.folder / ".learnsoc-old", shelf.folder / ".learnsoc-new"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))

    shelf.tidy()

    assert (old.exists(), new.exists()) == (False, True)


def test_the_environment_names_the_folder_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED_IN, str(tmp_path))
    assert place() == tmp_path
    monkeypatch.setenv(NAMED_IN, "")
    assert place() is None
    monkeypatch.delenv(NAMED_IN)
    assert "learnsoc" in str(place())


@POSIX
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_in_which_others_write_is_not_used_and_that_is_told(mode: int, tmp_path: Path) -> None:
    tmp_path.chmod(mode)

    shelf, remark = shelf_at(tmp_path)

    assert not shelf.keeps
    assert remark == (
        f"Lần này chạy không dùng bộ nhớ đệm, kết quả vẫn đủ: người khác trên máy này ghi được vào thư mục “{tmp_path}”."
    )


@POSIX
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)

    shelf, remark = shelf_at(tmp_path)

    assert not shelf.keeps
    assert f"thư mục “{tmp_path}” là của người khác" in remark


def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    shelf, remark = shelf_at(tmp_path / "file" / "cache")

    assert not shelf.keeps
    assert "không tạo được thư mục" in remark
