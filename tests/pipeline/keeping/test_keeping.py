"""What lies on the shelf is taken from there, and nothing is laid there that another run might not make."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from learnsoc_xlsx import cli
from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.engine.work import Result, Task
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.pipeline.keeping import keys
from learnsoc_xlsx.pipeline.keeping.finished import Finished, lay_away, still_there
from learnsoc_xlsx.pipeline.keeping.from_shelf import FromShelf
from learnsoc_xlsx.pipeline.keeping.keys import bytes_at, key_of
from learnsoc_xlsx.pipeline.keeping.once import Once
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF, Shelf
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import lasts, open_to_all


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "shelf").mkdir()
    return Shelf(tmp_path / "shelf")


# Keys


def test_equal_values_have_one_key_however_they_were_put_together() -> None:
    one = "".join(["a", "b"])

    assert key_of("kind", (one, one)) == key_of("kind", ("ab", "".join(["a", "b"])))


@pytest.mark.parametrize("other", [("other", 1), ("kind", 2), ("kind", "1"), ("kind", True), ("kind", 1, None)])
def test_whatever_differs_has_another_key(other: tuple[str, object]) -> None:
    assert key_of(*other) != key_of("kind", 1)


def test_another_program_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = key_of("kind", 1)
    monkeypatch.setattr(keys, "program", lambda: "another")

    assert key_of("kind", 1) != mine


def test_a_file_that_is_not_handed_over_has_no_digest(tmp_path: Path) -> None:
    assert bytes_at(tmp_path) == bytes_at(tmp_path / "not there") == ""


# Tasks


def from_shelf(shelf: Shelf, last: Callable[[int], bool] = bool) -> Map:
    def work(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        return map(work, tasks)

    return FromShelf(work, shelf, lambda task: key_of("square", task) if task >= 0 else "", last)


def squares(kept: Map, done: list[int], numbers: Iterable[int]) -> list[int]:
    def square(number: int) -> int:
        done.append(number)
        return number * number

    return list(kept(square, numbers))


def test_only_what_is_not_there_is_made_and_all_comes_in_order(shelf: Shelf) -> None:
    done: list[int] = []
    kept = from_shelf(shelf)

    assert squares(kept, done, [1, 3]) == [1, 9]
    assert squares(kept, done, [3, 2, 1, 4]) == [9, 4, 1, 16]
    assert done == [1, 3, 2, 4]


def test_what_has_no_key_or_does_not_last_is_made_each_time(shelf: Shelf) -> None:
    done: list[int] = []
    kept = from_shelf(shelf, lambda result: result < 5)

    assert [squares(kept, done, [-1, 2, 3]) for _ in range(2)] == [[1, 4, 9]] * 2
    assert done == [-1, 2, 3, -1, 3]


def test_what_was_damaged_is_made_again_in_its_place(shelf: Shelf) -> None:
    done: list[int] = []
    kept = from_shelf(shelf)
    squares(kept, done, [2, 3])
    (shelf.folder / key_of("square", 3)).write_bytes(b"?")

    assert squares(kept, done, [2, 3, 4]) == [4, 9, 16]
    assert squares(kept, done, [2, 3, 4]) == [4, 9, 16]
    assert done == [2, 3, 3, 4] or done == [2, 3, 4, 3]


def test_what_is_made_of_a_file_that_changes_meanwhile_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"before")

    def read(path: Path) -> bytes:
        data = path.read_bytes()
        path.write_bytes(b"after")
        return data

    kept = FromShelf(map, shelf, bytes_at, bool)

    assert list(kept(read, [file])) == [b"before"]
    assert list(shelf.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "may_be_kept", "and_what_is_made_of_it"),
    [
        (Code.UNLOCKED, False, False),
        (Code.PASSWORD, False, True),
        (Code.GAVE_UP, False, True),
        (Code.PROGRAM_FAILED, False, True),
        (Code.OUT_OF_REACH, False, True),
        (Code.NOT_A_COUNT, True, True),
    ],
)
def test_no_batch_is_kept_that_might_end_otherwise_and_nothing_that_was_behind_a_password(
    code: Code, may_be_kept: bool, and_what_is_made_of_it: bool
) -> None:
    batch = Batch((), (), (Finding(code, Place("a.xlsx"), 0),), ())

    assert (lasts(batch.findings, batch.submissions), open_to_all(batch)) == (may_be_kept, and_what_is_made_of_it)


# What is made of values


def test_bytes_are_made_once_of_equal_values(shelf: Shelf) -> None:
    done: list[str] = []

    def spell(word: str) -> bytes:
        done.append(word)
        return word.encode()

    assert [Once(spell, shelf)(word) for word in ("a", "b", "a")] == [b"a", b"b", b"a"]
    assert done == ["a", "b"]


# Whole runs


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        (lambda out: (out / "of somebody else").touch(), True),
        (lambda out: (out / "b" / "run.json").unlink(), False),
        (lambda out: (out / "a.xlsx").write_bytes(b"by hand"), False),
    ],
)
def test_a_run_stands_while_all_that_it_left_lies_where_it_lay(
    change: Callable[[Path], object], stands: bool, shelf: Shelf, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (out / "b").mkdir(parents=True)
    for file in ("a.xlsx", "b/run.json"):
        (out / file).write_text(file)
    done = Finished(("shown",), False, {file: bytes_at(out / file) for file in ("a.xlsx", "b/run.json")})
    lay_away(shelf, key_of("run"), done)

    change(out)

    assert still_there(shelf, key_of("run"), out) == (done if stands else None)
    assert still_there(shelf, "", out) is still_there(shelf, key_of("another"), out) is None


# The command


def test_the_command_keeps_nothing_where_it_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEARNSOC_CACHE", str(tmp_path / "cache"))

    assert cli._shelf(no_cache=True) is NO_SHELF
    assert not (tmp_path / "cache").exists()
    assert cli._shelf(no_cache=False).folder == tmp_path / "cache"


@pytest.mark.skipif(os.name != "posix", reason="who may write is told otherwise there")
def test_the_command_says_why_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o777)
    monkeypatch.setenv("LEARNSOC_CACHE", str(tmp_path))

    assert not cli._shelf(no_cache=False).keeps
    assert "không dùng bộ nhớ đệm" in capsys.readouterr().err
