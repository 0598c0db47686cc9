"""A run that is cut short while it moves its results in: after the next start they are all old or all new, never mixed."""

import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import CannotWrite, Refusal
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.stages.write.moving.whole import tidy, whole
from tests.stages.write.cut_short import FORMER, NEW, OLD, THEIRS, lay, put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither SIGKILL nor fork")


def contents(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}


def at_every_moment(folder: Path, number: str) -> dict[Path, int]:
    """Cut a run short at each thing that it does to files: what lies there then, and how the run ended."""
    command = [sys.executable, "-m", "tests.stages.write.cut_short", str(folder), number]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()
    return {folder / str(which) / "out": int(status) for which, status in enumerate(ended, 1)}


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Results of runs that were killed, each a little later; only to be looked at, and copied."""
    return list(at_every_moment(tmp_path_factory.mktemp("killed"), "SIGKILL"))


@pytest.fixture
def half(killed: list[Path], tmp_path: Path) -> Path:
    """Results of which some are old and some new, for the run that moved them was killed."""
    first = next(out for out in killed if mixed({name: text for name, text in contents(out).items() if name in NEW}))
    shutil.copytree(first, tmp_path / "half")
    return tmp_path / "half"


def mixed(texts: dict[str, str]) -> bool:
    return len({text.split()[0] for text in texts.values()}) > 1


def test_killed_at_any_moment_it_leaves_after_the_next_start_all_that_was_or_all_that_is_new(
    killed: list[Path], tmp_path: Path
) -> None:
    ends = []
    for number, out in enumerate(killed):
        shutil.copytree(out, tmp_path / f"{number}")
        tidy(tmp_path / f"{number}")
        ends.append(contents(tmp_path / f"{number}"))

    assert [end for end in ends if end not in ({**OLD, **THEIRS}, {**NEW, **THEIRS})] == []
    assert len(ends) > 10
    assert ends[0] != ends[-1]


@pytest.mark.parametrize(("number", "status"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_asked_to_stop_at_any_moment_it_leaves_at_once_all_that_was_or_all_that_is_new(
    number: str, status: int, tmp_path: Path
) -> None:
    runs = at_every_moment(tmp_path, number)

    ends = [contents(out) for out in runs]
    assert set(runs.values()) == {0, status}
    assert [end for end in ends if end not in ({**OLD, **THEIRS}, {**NEW, **THEIRS})] == []


def test_of_results_half_moved_explain_says_what_to_do(half: Path) -> None:
    with pytest.raises(Refusal, match=r"đang dở, cũ mới lẫn lộn.*Hãy chạy lại consolidate"):
        list(explain("a", half))


def test_of_results_half_moved_one_that_is_open_is_named_by_the_next_start_and_none_is_lost(half: Path) -> None:
    out = half
    waiting = next(name for name in NEW if contents(out).get(name) != NEW[name])
    mark = (out / waiting).with_name(f"~${Path(waiting).name}")
    (out / waiting).write_text(OLD[waiting])
    mark.touch()

    with pytest.raises(CannotWrite, match=rf"{Path(waiting).name}.*đang mở.*lần chạy sau sẽ chuyển nốt"):
        tidy(out)
    mark.unlink()
    tidy(out)

    assert contents(out) == {**NEW, **THEIRS}


def test_what_somebody_wrote_into_results_half_moved_is_kept(half: Path) -> None:
    put(half, {name: f"by hand {name}" for name in NEW})

    tidy(half)

    left = contents(half)
    assert {f"by hand {name}" for name in NEW} <= set(left.values())


def test_what_a_run_left_that_was_killed_before_it_moved_anything_goes_at_the_next_start(tmp_path: Path) -> None:
    lay(tmp_path / "out")
    (tmp_path / "out" / ".learnsoc-killed" / "new").mkdir(parents=True)
    (tmp_path / "out" / ".learnsoc-killed" / "new" / "a.xlsx").write_text("half a workbook")

    tidy(tmp_path / "out")

    assert contents(tmp_path / "out") == {**OLD, **THEIRS}
    assert not list((tmp_path / "out").glob(".learnsoc*"))


def test_what_version_0_2_had_moved_aside_when_it_was_killed_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / "out" / ".learnsoc-killed" / ".old" / "2024" / "a.xlsx"
    aside.parent.mkdir(parents=True)
    aside.write_text("the only copy")

    tidy(tmp_path / "out")

    assert contents(tmp_path / "out") == {"2024/a.xlsx": "the only copy"}


def test_a_folder_of_the_user_s_in_a_result_s_place_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    (tmp_path / "a.xlsx" / "inside").write_text("an officer's own")

    with pytest.raises(CannotWrite, match=r"a\.xlsx.*đó là thư mục.*Kết quả cũ còn nguyên"), whole(tmp_path, {}) as fresh:  # fmt: skip
        (fresh / "a.xlsx").write_text("new")

    assert contents(tmp_path) == {"a.xlsx/inside": "an officer's own"}


def test_what_will_neither_move_in_nor_back_is_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path)
    moves = count(1)
    replace = Path.replace

    def stuck(self: Path, target: Path) -> Path:
        if next(moves) > 4:
            raise PermissionError(13, os.strerror(13))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stuck)
        with pytest.raises(CannotWrite, match="lần chạy sau sẽ chuyển nốt"):
            write(tmp_path)
    tidy(tmp_path)

    assert contents(tmp_path) == {**NEW, **THEIRS}


def write(out: Path) -> None:
    with whole(out, FORMER) as fresh:
        put(fresh, NEW)
