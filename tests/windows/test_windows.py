"""The same work on Windows, as far as it can be had here. What cannot: its own locks, paths of more than 260 characters, Explorer."""

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from tests.commands import learnsoc
from tests.journeys.commune_word import YEAR, household, lay_register, lay_return, nominated

AS_OF = f"{YEAR}-12-05"


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `in` holds the returns of two villages, the second with a mistake, and `here` what they come to here."""
    place = tmp_path_factory.mktemp("commune")
    lay_register(place / "in")
    lay_return(
        place / "in", "T01", households=[household("Nguyễn Văn An", 1951)], nominations=[nominated("Nguyễn Văn An")]
    )
    lay_return(place / "in", "T02", households=[household("Trần Thị Bình", 1960, labour_days="mười")])
    ended = learnsoc("consolidate", "in", "--out", "here", "--as-of", AS_OF, folder=place)
    assert ended.returncode == 0, ended.stderr
    return place


def process(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a Python with these words in a folder."""
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": root} | environment,
        capture_output=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_what_windows_lacks_it_does_the_same_work_to_the_byte(commune: Path) -> None:
    ended = process(
        commune,
        "-m",
        "tests.windows.lacking",
        "consolidate",
        "in",
        "--out",
        "there",
        "--as-of",
        AS_OF,
        "--engine",
        "serial",
    )

    assert ended.returncode == 0, ended.stderr.decode()
    here, there = files(commune / "here"), files(commune / "there")
    assert len(here) > 20
    assert [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)] == []


@pytest.mark.parametrize("code", ["cp1258", "cp437"])
def test_whatever_code_the_console_has_vietnamese_is_written_and_no_traceback(commune: Path, code: str) -> None:
    ended = process(commune, "-m", "learnsoc_xlsx", "check", "in/T02 2026.xlsx", PYTHONUTF8="0", PYTHONIOENCODING=code)

    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
    assert "“mười” không phải số đếm" in ended.stdout.decode()


def test_every_name_that_is_laid_is_one_that_windows_takes(commune: Path) -> None:
    laid = [path.relative_to(commune / "here") for path in (commune / "here").rglob("*")]

    assert [path for path in laid if any(not _taken(part) for part in path.parts)] == []
    assert len({str(path).casefold() for path in laid}) == len(laid)
    assert max(len(str(path)) for path in laid) <= 120


def _taken(name: str) -> bool:
    return not PureWindowsPath(name).is_reserved() and name == name.rstrip(". ") and not set(name) & set('<>:"/\\|?*')
